#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace simrules {

/// What a dataset is called and whose it is, as its owner states it.
/// Shape: each is empty where nothing is stated; `licence` is a name of SPDX; `authority` begins the
///        ids of feeds, a domain of the owner and a year: `example.com,2026`; `question` is what the
///        page of answers begins with, and `featured` are the ids of the policies that it asks; `address` is where the
///        folder of the releases is served, with a slash at its end.
/// Source: RFC 4151 for the authority.
struct DatasetAbout {
  std::string name;
  std::string licence;
  std::string homepage;
  std::string authority;
  std::string question;
  std::vector<std::string> featured;
  std::string address;

  bool operator==(const DatasetAbout&) const = default;
};

/// What a dataset without a licence says.
/// Source: SPDX 2.3, section 7.13.
inline constexpr const char* kNoLicence = "NOASSERTION";

/// Returns the licence, else what stands for none; and where its text is, empty for none.
std::string licence_of(const DatasetAbout& about);
std::string licence_address(const std::string& licence);

/// What a dataset is called that nobody has named.
inline constexpr const char* kUnnamed = "simrules dataset";

/// Returns the name that people read.
std::string name_of(const DatasetAbout& about);

/// Writes what is stated into the members of a dataset or an index, and reads it from them.
void put_about(const DatasetAbout& about, nlohmann::json& object);
DatasetAbout take_about(const nlohmann::json& object);

/// Writes what the page of answers begins with into the members of a dataset; an index has no page.
void put_page(const DatasetAbout& about, nlohmann::json& dataset);

/// Adds what is not stated to an object in which every key is there, as null.
void put_missing_about(nlohmann::json& object);

}  // namespace simrules
