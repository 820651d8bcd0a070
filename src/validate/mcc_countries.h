#pragma once

#include <string_view>

namespace simrules {

/// Returns the countries that use a mobile country code, as ISO 3166-1 codes with spaces between
/// them; empty for a code that is not in the table.
/// Source: ITU-T E.212 as recorded by mobile-broadband-provider-info, with the territories of ISO
///         3166-2, the region 029 of CLDR and mcc_exceptions.json; make_mcc writes this function.
std::string_view countries_of_mcc(std::string_view mcc);

}  // namespace simrules
