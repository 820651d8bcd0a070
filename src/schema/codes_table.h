#pragma once

#include <cstddef>
#include <string_view>

namespace simrules {

/// A country of the generated table.
struct CountryRow {
  std::string_view code;
  std::string_view name;
};

/// Sorted codes of one length, written one after the other without a separator.
struct CodeTable {
  std::size_t code_size;
  std::string_view codes;
};

/// The tables that make_codes writes; rows and codes are sorted by their bytes.
/// Shape: `subdivisions` are separated by blanks because their lengths differ.
struct CodeTables {
  const CountryRow* countries;
  std::size_t country_count;
  std::string_view subdivisions;
  CodeTable currencies;
  CodeTable short_languages;
  CodeTable long_languages;
};

/// Returns the tables; make_codes writes this function.
const CodeTables& code_tables();

}  // namespace simrules
