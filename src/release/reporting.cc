#include "release/reporting.h"

#include <utility>

namespace simrules {

void RenamingSink::report(Diagnostic diagnostic) {
  const bool ours =
      diagnostic.check.rfind("release-", 0) == 0 || diagnostic.check.rfind("index-", 0) == 0;
  if (!ours) diagnostic.check = check_;
  target_.report(std::move(diagnostic));
}

}  // namespace simrules
