# Debian 12 ships every dependency, and FIND_PACKAGE_ARGS takes it from there. A build elsewhere fetches the same
# versions, each pinned by its commit.
include(FetchContent)
find_package(Threads REQUIRED)

set(YAML_CPP_BUILD_TOOLS OFF CACHE INTERNAL "")
set(YAML_CPP_BUILD_TESTS OFF CACHE INTERNAL "")
# What is fetched is not installed.
foreach(project YAML_CPP FMT CLI11)
  set(${project}_INSTALL OFF CACHE INTERNAL "")
endforeach()
set(JSON_Install OFF CACHE INTERNAL "")
set(INSTALL_GTEST OFF CACHE INTERNAL "")
FetchContent_Declare(nlohmann_json GIT_REPOSITORY https://github.com/nlohmann/json.git
  GIT_TAG bc889afb4c5bf1c0d8ee29ef35eaaf4c8bef8a5d FIND_PACKAGE_ARGS 3.11.2)
FetchContent_Declare(fmt GIT_REPOSITORY https://github.com/fmtlib/fmt.git
  GIT_TAG a33701196adfad74917046096bf5a2aa0ab0bb50 FIND_PACKAGE_ARGS 9.1)
FetchContent_Declare(yaml-cpp GIT_REPOSITORY https://github.com/jbeder/yaml-cpp.git
  GIT_TAG 0579ae3d976091d7d664aa9d2527e0d0cff25763 FIND_PACKAGE_ARGS 0.7)
FetchContent_Declare(CLI11 GIT_REPOSITORY https://github.com/CLIUtils/CLI11.git
  GIT_TAG 70f8072f9dd2292fd0b9f9e5f58e279f60483ed3 FIND_PACKAGE_ARGS 2.1)
# Debian's package of valijson has no version file, so none is asked for.
FetchContent_Declare(valijson GIT_REPOSITORY https://github.com/tristanpenman/valijson.git
  GIT_TAG 78ac8a737df56b5334354efe104ea8f99e2a2f00 FIND_PACKAGE_ARGS)
FetchContent_MakeAvailable(nlohmann_json fmt yaml-cpp CLI11 valijson)

if(BUILD_TESTING)
  FetchContent_Declare(GTest GIT_REPOSITORY https://github.com/google/googletest.git
    GIT_TAG 58d77fa8070e8cec2dc1ed015d66b454c8d78850 FIND_PACKAGE_ARGS 1.12)
  FetchContent_MakeAvailable(GTest)
endif()

# These come without a CMake package in Debian, and are system libraries wherever simrules builds.
list(APPEND CMAKE_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR})
find_package(Nettle REQUIRED)
find_package(Utf8proc REQUIRED)
find_path(MUSTACHE_INCLUDE kainjow/mustache.hpp REQUIRED)
find_path(DTL_INCLUDE dtl/dtl.hpp REQUIRED)
# Its headers alone: the CMake package of Debian would link a shared library.
find_path(TOMLPLUSPLUS_INCLUDE toml++/toml.h REQUIRED)
find_path(ISO_CODES json/iso_3166-1.json PATH_SUFFIXES share/iso-codes iso-codes REQUIRED)
find_path(CLDR main/en.xml PATH_SUFFIXES share/unicode/cldr/common unicode/cldr/common REQUIRED)
find_path(PROVIDERS serviceproviders.xml PATH_SUFFIXES share/mobile-broadband-provider-info mobile-broadband-provider-info
  REQUIRED)
