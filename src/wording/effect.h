#pragma once

#include <string>

#include "diff/effects/effect.h"
#include "wording/place.h"

namespace simrules {

/// Says in one sentence what an effect does, to the first of its subscribers: "ahamo · Roaming, on
/// ahamo, in France: the cap fell from 30 GB to 20 GB."
/// Shape: one line that ends with the full stop of the language; nothing is escaped.
std::string effect_sentence(const Effect& effect, const ChangeContext& context);

/// Names a subscriber: "ahamo, France"; empty where the effect tells nobody apart.
std::string subscriber_phrase(const Effect& effect, const ChangeContext& context);

}  // namespace simrules
