#include <iterator>

#include "release/release.h"

namespace simrules {

namespace {

constexpr CheckInfo kRows[] = {
    {"release-not-first",
     Severity::kError,
     "A first release was asked for, but there are releases.",
     "A history starts once; starting it again would hide every change since.",
     "simrules release --initial\n"
     "simrules release --initial",
     "simrules release",
     ExampleKind::kCommand},
    {"version-too-low",
     Severity::kError,
     "A lower version was asked for than the changes need.",
     "Consumers read from the version whether they must look before they update.",
     "sed -i 's/verdict: allowed/verdict: not_allowed/' policies/jp/au.yaml\n"
     "simrules release --version 1.0.1",
     "simrules release --version 1.1.0",
     ExampleKind::kCommand},
    {"dataset-schema-incomplete",
     Severity::kError,
     "The schema of a dataset lacks what the schema of policies is put into.",
     "A release ships both as one; half of it would describe nothing.",
     "echo '{\"type\": \"object\"}' >schemas/dataset.schema.json\n"
     "simrules schema dataset",
     "git restore schemas/dataset.schema.json\n"
     "simrules schema dataset",
     ExampleKind::kCommand},
    {"derived-name-taken",
     Severity::kError,
     "The policy schema uses a name that a dataset derives.",
     "A dataset adds `source` to a policy and `confidence` to a rule; they are never typed.",
     "sed -i 's/^    \"esim\": {/    \"source\": {\"title\": \"S\", \"description\": \"S\", "
     "\"type\": \"string\"},\\n&/' schemas/policy.schema.json\n"
     "simrules release",
     "git restore schemas/policy.schema.json\n"
     "simrules release",
     ExampleKind::kCommand},
    {"release-notes-missing",
     Severity::kError,
     "A release with a new MAJOR version has no notes of its maintainer.",
     "What breaks for readers is told by who made it, in prose; a list of changes does not say "
     "what "
     "to do.",
     "rm policies/global/saily.*\nsimrules release",
     "simrules release --notes notes.md",
     ExampleKind::kCommand},
    {"release-notes-markup",
     Severity::kError,
     "The notes of a release hold more than plain Markdown.",
     "They are shown wherever the changelog is; nothing in them may act there.",
     "echo '<b>Read this first</b>' >notes.md\n"
     "simrules release --notes notes.md",
     "echo '**Read this first**' >notes.md\n"
     "simrules release --notes notes.md",
     ExampleKind::kCommand},
    {"preview-not-empty",
     Severity::kError,
     "The folder of a preview holds something already.",
     "A preview among other files could be mistaken for them, or they for a part of it.",
     "simrules release --preview reports",
     "simrules release --preview next",
     ExampleKind::kCommand},
    {"index-missing",
     Severity::kError,
     "There is no index of releases, or it lists none.",
     "What the index does not list is not published; a lost index is not a first release.",
     "rm reports/index.json\n"
     "simrules verify",
     "git restore reports/index.json\n"
     "simrules verify",
     ExampleKind::kCommand},
    {"index-unreadable",
     Severity::kError,
     "The index of releases cannot be read.",
     "A damaged index must not be taken for an empty one.",
     "truncate --size 100 reports/index.json\n"
     "simrules verify",
     "git restore reports/index.json\n"
     "simrules verify",
     ExampleKind::kCommand},
    {"index-differs",
     Severity::kError,
     "The index says something else of a release than its manifest.",
     "Consumers find releases through the index; it must tell what is there.",
     "sed -i 's/2026-11-22/2026-11-21/' reports/index.json\n"
     "simrules verify",
     "git restore reports/index.json\n"
     "simrules verify",
     ExampleKind::kCommand},
    {"index-changed",
     Severity::kError,
     "Another release was published while this one was being made.",
     "The changes were computed from a release that is not the newest any more.",
     "simrules release --version 1.1.0 & simrules release --version 1.2.0",
     "simrules release --version 1.1.0",
     ExampleKind::kCommand},
    {"release-missing",
     Severity::kError,
     "A release is in the index but its folder is not there.",
     "A published release stays for good.",
     "rm -r reports/1.0.0\n"
     "simrules verify",
     "git restore reports\n"
     "simrules verify",
     ExampleKind::kCommand},
    {"release-feed-behind",
     Severity::kWarning,
     "A file beside the index does not tell of the newest release yet.",
     "The release is out, but nobody who follows the feed hears of it.",
     "git checkout HEAD~1 reports/feed.atom\n"
     "simrules verify",
     "simrules release\n"
     "simrules verify",
     ExampleKind::kCommand},
    {"release-feed-differs",
     Severity::kError,
     "A file beside the index is not what the index gives.",
     "It would announce releases that are none, or hide some.",
     "sed -i s/1.0.0/1.0.1/ reports/feed.atom\n"
     "simrules verify",
     "git restore reports\n"
     "simrules verify",
     ExampleKind::kCommand},
    {"release-not-ancestor",
     Severity::kError,
     "No release of a history has the manifest that somebody holds.",
     "The history was rewritten, or it is another one.",
     "simrules verify --after "
     "0000000000000000000000000000000000000000000000000000000000000000",
     "simrules verify --after \"$(sha256sum manifest.json | cut -c1-64)\"",
     ExampleKind::kCommand},
    {"release-not-indexed",
     Severity::kWarning,
     "A folder or file beside the releases is not in the index.",
     "It is not published; a run that died may have left it behind.",
     "mkdir reports/1.2.0\n"
     "simrules verify",
     "rmdir reports/1.2.0\n"
     "simrules verify",
     ExampleKind::kCommand},
    {"release-unreadable",
     Severity::kError,
     "A file of a release is malformed or does not conform to its schema.",
     "A damaged release must not be compared with, and never be taken for none.",
     "sed -i 's/more_restrictive/worse/' reports/1.1.0/changes.json  # and the digests of the "
     "release done again\n"
     "simrules verify",
     "git restore reports\n"
     "simrules verify",
     ExampleKind::kCommand},
    {"release-derivation-lowered",
     Severity::kError,
     "A release names an older derivation than the one before it, or than its tool makes.",
     "Files of an older derivation are not made again; a forger would ask for that.",
     "sed -i '/\"derivation\"/d' reports/1.1.0/manifest.json  "
     "# and the digests of the release done again\n"
     "simrules verify",
     "git restore reports\n"
     "simrules verify",
     ExampleKind::kCommand},
    {"release-active-content",
     Severity::kError,
     "A file of a release that is not made again holds something that would run where it is shown.",
     "Nobody proves such a file by making it, so that it must not be able to do harm.",
     "echo '<script>' >>reports/1.0.0/report.html  # and the digests of the release done again\n"
     "simrules verify",
     "git restore reports\n"
     "simrules verify",
     ExampleKind::kCommand},
    {"release-newer",
     Severity::kError,
     "A dataset has a newer shape, or a release a newer derivation, than this tool knows.",
     "Reading it by the old rules would misread it.",
     "sed 's/\"schema_version\": 1/\"schema_version\": 2/' reports/1.0.0/dataset.json "
     ">dataset.json\n"
     "simrules diff --against dataset.json",
     "cp reports/1.0.0/dataset.json .\n"
     "simrules diff --against dataset.json",
     ExampleKind::kCommand},
    {"release-duplicate-id",
     Severity::kError,
     "A dataset holds a policy or a rule twice.",
     "Changes are told by id; of two with one id, one would be overlooked.",
     "sed 's|\"jp/ahamo\"|\"jp/au\"|' reports/1.0.0/dataset.json >dataset.json\n"
     "simrules diff --against dataset.json",
     "cp reports/1.0.0/dataset.json .\n"
     "simrules diff --against dataset.json",
     ExampleKind::kCommand},
    {"release-file-missing",
     Severity::kError,
     "A file of a release is not there.",
     "All files of a release appear together and stay together.",
     "rm reports/1.0.0/CHANGELOG.md\n"
     "simrules verify",
     "git restore reports\n"
     "simrules verify",
     ExampleKind::kCommand},
    {"release-file-extra",
     Severity::kError,
     "A release holds a file that does not belong to it.",
     "What the manifest does not list is vouched for by nothing.",
     "touch reports/1.0.0/notes.txt\n"
     "simrules verify",
     "rm reports/1.0.0/notes.txt\n"
     "simrules verify",
     ExampleKind::kCommand},
    {"release-digest-mismatch",
     Severity::kError,
     "A file of a release is not the one whose digest was published.",
     "A published byte never changes; a changed one is damage or forgery.",
     "sed -i 's/JPY/USD/' reports/1.0.0/dataset.json\n"
     "simrules verify",
     "git restore reports\n"
     "simrules verify",
     ExampleKind::kCommand},
    {"release-chain-broken",
     Severity::kError,
     "A release names another previous release than the one that is there.",
     "The chain of digests is what shows that history was not rewritten.",
     "sed -i 's/\"1.0.0\"/\"0.9.0\"/' reports/1.1.0/manifest.json  # and the digests of the "
     "release done again\n"
     "simrules verify",
     "git restore reports\n"
     "simrules verify",
     ExampleKind::kCommand},
    {"release-order",
     Severity::kError,
     "Versions or dates of releases do not ascend.",
     "A consumer that takes the last entry must get the newest data.",
     "simrules release --date 2020-01-01",
     "simrules release",
     ExampleKind::kCommand},
    {"release-changes-differ",
     Severity::kError,
     "The changes of a release are not what its two datasets give.",
     "The list of changes is complete because it is derived, never because somebody says so.",
     "sed -i 's/more_restrictive/neutral/' reports/1.1.0/changes.json  # and the digests of the "
     "release done again\n"
     "simrules verify",
     "git restore reports\n"
     "simrules verify",
     ExampleKind::kCommand},
    {"release-file-differs",
     Severity::kError,
     "A file of a release does not follow from its datasets.",
     "Every file is made from the data alone, so that everybody can make it again.",
     "sed -i '$d' reports/1.1.0/CHANGELOG.md  # and the digests of the release done again\n"
     "simrules verify",
     "git restore reports\n"
     "simrules verify",
     ExampleKind::kCommand},
};

}  // namespace

const std::vector<CheckInfo>& release_checks() {
  static const std::vector<CheckInfo> kChecks(std::begin(kRows), std::end(kRows));
  return kChecks;
}

}  // namespace simrules
