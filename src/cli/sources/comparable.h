#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/sources/input_file.h"
#include "model/catalog.h"
#include "release/contents/parts/checked.h"

namespace simrules {

/// The files of the head; not `usable` if they could not all be listed.
struct HeadFiles {
  std::vector<InputFile> files;
  DiagnosticList findings;
  bool usable = false;
};

/// Leaves those policies of the base out that the head was not asked about or could not be read in:
/// they are not gone.
/// Shape: `asked` begins the ids that were asked for, as in `jp/`; nothing where one file was. `same` are
///        those that need not be read.
Catalog comparable(const Catalog& base,
                   const Catalog& head,
                   const CheckedById& same,
                   const HeadFiles& listed,
                   const std::optional<std::string>& asked);

}  // namespace simrules
