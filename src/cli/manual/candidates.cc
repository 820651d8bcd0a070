#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "base/disk/files.h"
#include "base/text.h"
#include "cli/manual/completion.h"
#include "cli/sources/repository.h"

namespace simrules {
namespace {

/// Lists the ids of the repository's policies: their files, whether or not they can be read.
std::vector<std::string> policy_ids() {
  constexpr std::string_view kEnding = ".yaml";
  const Repository repository = Repository::find("");
  if (!repository.found()) return {};
  DiagnosticList unread;
  FileListing listing =
      list_files(repository.path("policies"), "policies", {std::string(kEnding)}, {}, unread);
  // A name that would be more than a line is nobody's id.
  std::erase_if(listing.files, [](const std::string& file) { return printable(file) != file; });
  for (std::string& file : listing.files) file.resize(file.size() - kEnding.size());
  return listing.files;
}

/// Collects what may follow what is typed.
class Offer {
 public:
  explicit Offer(std::string_view typed) : typed_(typed) {}

  void add(const std::string& word, const std::string& meaning = "") {
    if (word.starts_with(typed_)) line(word, meaning);
  }

  /// Adds what the value of an option or an argument can be, behind a beginning such as `--format=`.
  void add_values(const Option& option, const std::string& begin) {
    const std::string value(typed_.substr(begin.size()));
    if (option.kind == ValueKind::kReport && value.find('=') != std::string::npos) {
      line(":files", begin + value.substr(0, value.find('=') + 1));
      return;
    }
    const char* end = option.kind == ValueKind::kReport ? "=" : "";
    for (const std::string& word : words_of(option)) add(begin + word + end);
    if (option.kind == ValueKind::kFolder) line(":folders", begin);
    if (option.kind == ValueKind::kFile || option.kind == ValueKind::kPath) line(":files", begin);
  }

  const std::string& text() const { return text_; }

 private:
  static std::vector<std::string> words_of(const Option& option) {
    if (option.kind == ValueKind::kPolicy) return policy_ids();
    return option.suggestions == nullptr ? option.words : option.suggestions();
  }

  void line(const std::string& word, const std::string& meaning) {
    text_ += meaning.empty() ? word + "\n" : word + "\t" + meaning + "\n";
  }

  std::string_view typed_;
  std::string text_;
};

/// Finds the option whose value is being typed, and what of the last word comes before it.
const Option* unfinished(const std::vector<Option>& options,
                         const std::vector<std::string>& words,
                         std::string& begin) {
  const std::string& last = words.back();
  std::string name = words[words.size() - 2];
  if (last.starts_with("--") && last.find('=') != std::string::npos) {
    begin = last.substr(0, last.find('=') + 1);
    name = begin.substr(0, begin.size() - 1);
  }
  const auto found = std::ranges::find_if(options, [&](const Option& option) {
    return option.name == name && !is_argument(option) && !is_flag(option);
  });
  return found == options.end() ? nullptr : &*found;
}

}  // namespace

std::string candidates(const std::vector<Command>& commands,
                       const std::vector<std::string>& words) {
  Offer offer(words.back());
  const Option help = {.name = "--help", .help = "show this help", .target = {}};
  if (words.size() == 1) {
    for (const Command& command : commands) offer.add(command.name, command.summary);
    offer.add(help.name, help.help);
    offer.add("--version", "show the version");
    return offer.text();
  }
  const auto command = std::ranges::find(commands, words.front(), &Command::name);
  if (command == commands.end()) return {};
  CommonOptions unused;
  std::vector<Option> options = all_options(*command, unused);
  options.push_back(help);
  std::string begin;
  if (const Option* option = unfinished(options, words, begin)) {
    offer.add_values(*option, begin);
    return offer.text();
  }
  const bool is_option = words.back().starts_with('-');
  for (const Option& option : options) {
    if (is_argument(option) && !is_option) offer.add_values(option, "");
    if (!is_argument(option) && is_option) offer.add(option.name, option.help);
  }
  return offer.text();
}

}  // namespace simrules
