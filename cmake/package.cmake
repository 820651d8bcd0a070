# cpack makes simrules-X.Y.Z-linux-x86_64.tar.gz with the static program and simrules_X.Y.Z-1_amd64.deb with the usual
# one; scripts/package builds what they hold and runs it. The same sources make the same bytes.
string(REPLACE "." "\\." version ${PROJECT_VERSION})
file(STRINGS CHANGELOG.md heading REGEX "^## \\[${version}\\] - " LIMIT_COUNT 1)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/CHANGELOG.md)
string(REGEX MATCH "[0-9-]+$" day "${heading}")
if(NOT day OR NOT TARGET simrules_static)
  message(STATUS "no packages: they need a static program, and ${PROJECT_VERSION} with its day in CHANGELOG.md")
  return()
endif()
set(DEBIAN_MAINTAINER "simrules maintainers <simrules@users.noreply.github.com>")
execute_process(COMMAND date --utc "--date=${day}" +%s OUTPUT_VARIABLE epoch OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C date --utc "--date=${day}" --rfc-email
                OUTPUT_VARIABLE DEBIAN_DATE OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
configure_file(cmake/debian/changelog.in ${GENERATED}/changelog @ONLY)
execute_process(COMMAND ${GZIP} -9nc ${GENERATED}/changelog OUTPUT_FILE ${GENERATED}/changelog.Debian.gz COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${GZIP} -9nc INPUT_FILE ${PROJECT_SOURCE_DIR}/CHANGELOG.md OUTPUT_FILE ${GENERATED}/changelog.gz
                COMMAND_ERROR_IS_FATAL ANY)

# Only a package has these; the names of the components are what package-components.cmake chooses from.
install(PROGRAMS $<TARGET_FILE:simrules_static> DESTINATION bin COMPONENT static EXCLUDE_FROM_ALL)
install(FILES ${GENERATED}/_simrules DESTINATION share/zsh/vendor-completions COMPONENT debian EXCLUDE_FROM_ALL)
install(FILES cmake/debian/copyright ${GENERATED}/changelog.Debian.gz ${GENERATED}/changelog.gz
        DESTINATION share/doc/simrules COMPONENT debian EXCLUDE_FROM_ALL)
install(FILES cmake/debian/lintian-overrides RENAME simrules
        DESTINATION share/lintian/overrides COMPONENT debian EXCLUDE_FROM_ALL)
# The terms of what is compiled in, and of what the static program holds besides.
foreach(package nlohmann-json3-dev libvalijson-dev libcli11-dev libkainjow-mustache-dev libdtl-dev libtomlplusplus-dev iso-codes
        unicode-cldr-core mobile-broadband-provider-info)
  install(FILES /usr/share/doc/${package}/copyright RENAME ${package}
          DESTINATION share/doc/simrules/compiled-in COMPONENT compiled-in EXCLUDE_FROM_ALL)
endforeach()
foreach(package libyaml-cpp-dev libfmt-dev nettle-dev libutf8proc-dev libstdc++6 libc6)
  install(FILES /usr/share/doc/${package}/copyright RENAME ${package}
          DESTINATION share/doc/simrules/compiled-in COMPONENT static EXCLUDE_FROM_ALL)
endforeach()

set(CPACK_PACKAGE_NAME simrules)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_VENDOR simrules)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "check, compare and publish the rules of mobile carriers")
set(CPACK_PACKAGE_DESCRIPTION
"simrules keeps the rules that mobile carriers and eSIM sellers set for
transfer, roaming and tethering as reviewed YAML files with sources. This
program checks such files, says what a change means to subscribers,
refuses one that does not say why, and publishes releases whose every
claim can be recomputed.
.
The policies themselves are not part of the package.")
string(TOLOWER "${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}" system)
set(CPACK_PACKAGE_FILE_NAME simrules-${PROJECT_VERSION}-${system})
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_GENERATOR TGZ DEB)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_LIST_DIR}/package-components.cmake)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/package-exact.cmake)
set(CPACK_POST_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/package-exact.cmake)
set(CPACK_SIMRULES_EPOCH ${epoch})
set(CPACK_SIMRULES_BUILD ${PROJECT_BINARY_DIR})

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${DEBIAN_MAINTAINER}")
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS git)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
include(CPack)
