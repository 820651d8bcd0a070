#pragma once

#include <cstddef>
#include <string_view>

namespace simrules {

/// A country of the generated table.
/// Shape: `currencies` are those in use today, `languages` the official ones, the most used first; both
///        with blanks between them.
struct CountryRow {
  std::string_view code;
  std::string_view name;
  std::string_view currencies;
  std::string_view languages;
};

/// Another code of a country: of three letters, or one that is not of the standard any more.
struct CountryAlias {
  std::string_view alias;
  std::string_view code;
};

/// Sorted codes of one length, written one after the other without a separator.
struct CodeTable {
  std::size_t code_size;
  std::string_view codes;
};

/// The tables that make_codes writes; rows and codes are sorted by their bytes.
/// Shape: `spoken_languages` are those of two letters that anybody speaks today; `subdivisions` are separated by blanks because their lengths differ.
struct CodeTables {
  const CountryRow* countries;
  std::size_t country_count;
  const CountryAlias* aliases;
  std::size_t alias_count;
  std::string_view subdivisions;
  CodeTable currencies;
  CodeTable short_languages;
  CodeTable spoken_languages;
  CodeTable long_languages;
};

/// Returns the tables; make_codes writes this function.
const CodeTables& code_tables();

}  // namespace simrules
