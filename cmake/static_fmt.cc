// Debian has {fmt} as a shared library and as headers, but no archive of it. What the library would hold is compiled
// here for the static program; the rest of the program stays as it is.
#include <locale>

#include <fmt/format-inl.h>

template std::locale fmt::detail::locale_ref::get<std::locale>() const;
template fmt::detail::thousands_sep_result<char> fmt::detail::thousands_sep_impl<char>(
    fmt::detail::locale_ref);
template char fmt::detail::decimal_point_impl<char>(fmt::detail::locale_ref);
