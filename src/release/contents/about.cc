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
                                    {"id_authority", &DatasetAbout::authority},
                                    {"address", &DatasetAbout::address}};

constexpr const char* kPage = "page";
constexpr const char* kQuestion = "question";
constexpr const char* kPolicies = "policies";

}  // namespace

std::string name_of(const DatasetAbout& about) {
  return about.name.empty() ? std::string(kUnnamed) : about.name;
}

std::string licence_of(const DatasetAbout& about) {
  return about.licence.empty() ? std::string(kNoLicence) : about.licence;
}

std::string licence_address(const std::string& licence) {
  return licence == kNoLicence ? "" : "https://spdx.org/licenses/" + licence + ".html";
}

void put_about(const DatasetAbout& about, nlohmann::json& object) {
  for (const AboutMember& row : kMembers) {
    if (!(about.*row.member).empty()) object[row.key] = about.*row.member;
  }
}

void put_page(const DatasetAbout& about, nlohmann::json& dataset) {
  if (about.question.empty() && about.featured.empty()) return;
  dataset[kPage] = {{kQuestion, about.question}, {kPolicies, about.featured}};
}

void put_missing_about(nlohmann::json& object) {
  for (const AboutMember& row : kMembers) object.emplace(row.key, nullptr);
}

DatasetAbout take_about(const nlohmann::json& object) {
  DatasetAbout about;
  for (const AboutMember& row : kMembers) {
    about.*row.member = std::string(text_at(object, row.key));
  }
  const nlohmann::json& page = member_of(object, kPage);
  about.question = text_at(page, kQuestion);
  for (const nlohmann::json& id : member_of(page, kPolicies)) {
    about.featured.emplace_back(text_or_empty(&id));
  }
  return about;
}

}  // namespace simrules
