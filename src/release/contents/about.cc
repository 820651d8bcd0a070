#include "release/contents/about.h"

#include <nlohmann/json.hpp>

#include "base/member.h"

namespace simrules {
namespace {

/// The members by the names that they have in files.
struct AboutMember {
  const char* key;
  std::string DatasetAbout::*member;
};
constexpr AboutMember kMembers[] = {{"name", &DatasetAbout::name},
                                    {"license", &DatasetAbout::licence},
                                    {"homepage", &DatasetAbout::homepage},
                                    {"id_authority", &DatasetAbout::authority}};

}  // namespace

std::string name_of(const DatasetAbout& about) {
  return about.name.empty() ? std::string(kUnnamed) : about.name;
}

void put_about(const DatasetAbout& about, nlohmann::json& object) {
  for (const AboutMember& row : kMembers) {
    if (!(about.*row.member).empty()) object[row.key] = about.*row.member;
  }
}

DatasetAbout take_about(const nlohmann::json& object) {
  DatasetAbout about;
  for (const AboutMember& row : kMembers) {
    about.*row.member = std::string(text_or_empty(find_member(object, row.key)));
  }
  return about;
}

}  // namespace simrules
