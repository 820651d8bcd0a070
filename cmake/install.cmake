# What `cmake --install` gives: the program with its man page and completions, the schemas, the licences, and for C++ all
# layers but cli with a package that find_package(simrules) finds. No dependency is installed with it.
# The components are what packages are put together from; those that only a package has are EXCLUDE_FROM_ALL.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
include(cmake/generated.cmake)
set(SCHEMAS_FOLDER ${CMAKE_INSTALL_DATADIR}/simrules/schemas)
set(PACKAGE_FOLDER ${CMAKE_INSTALL_LIBDIR}/cmake/simrules)
set(HEADERS_FOLDER ${CMAKE_INSTALL_INCLUDEDIR}/simrules)

install(TARGETS simrules RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(DIRECTORY schemas/ DESTINATION ${SCHEMAS_FOLDER} COMPONENT files FILES_MATCHING PATTERN *.json
        PATTERN *.yaml)
install(FILES ${GENERATED}/simrules.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT files)
install(FILES ${GENERATED}/simrules.bash RENAME simrules
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT files)
install(FILES ${GENERATED}/simrules.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT files)
# Where zsh looks by itself: below /usr/local in one folder, below /usr of Debian in another one.
install(FILES ${GENERATED}/_simrules DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT elsewhere)
install(FILES LICENSE LICENSE-DATA README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT elsewhere)
include(cmake/package.cmake)

# A dependency that the build has fetched belongs to no package that a user of the library could find.
foreach(dependency nlohmann_json::nlohmann_json fmt::fmt yaml-cpp)
  get_target_property(found ${dependency} IMPORTED)
  if(NOT found)
    message(STATUS "only the program is installed, not the library: ${dependency} is not of this system")
    return()
  endif()
endforeach()

get_property(layers GLOBAL PROPERTY SIMRULES_LAYERS)
list(REMOVE_ITEM layers cli)
list(TRANSFORM layers PREPEND simrules_ OUTPUT_VARIABLE targets)
add_library(simrules_all INTERFACE)
target_link_libraries(simrules_all INTERFACE ${targets})
set_target_properties(simrules_all PROPERTIES EXPORT_NAME simrules)
foreach(layer IN LISTS layers)
  set_target_properties(simrules_${layer} PROPERTIES EXPORT_NAME ${layer})
  install(DIRECTORY src/${layer} DESTINATION ${HEADERS_FOLDER} COMPONENT library
          FILES_MATCHING PATTERN *.h PATTERN templates EXCLUDE)
endforeach()
install(TARGETS ${targets} simrules_all EXPORT simrules ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT simrules NAMESPACE simrules:: FILE simrules-targets.cmake DESTINATION ${PACKAGE_FOLDER} COMPONENT library)

# Installed headers name each other from include/, so that a folder `base` of somebody else is never taken for ours.
list(JOIN layers "|" layer)
install(CODE "
  file(GLOB_RECURSE headers \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${HEADERS_FOLDER}/*.h\")
  foreach(header IN LISTS headers)
    file(READ \"\${header}\" text)
    string(REGEX REPLACE \"#include \\\"(${layer})/\" \"#include \\\"simrules/\\\\1/\" text \"\${text}\")
    file(WRITE \"\${header}\" \"\${text}\")
  endforeach()" COMPONENT library)

configure_package_config_file(cmake/simrules-config.cmake.in simrules-config.cmake
  INSTALL_DESTINATION ${PACKAGE_FOLDER} PATH_VARS SCHEMAS_FOLDER)
write_basic_package_version_file(simrules-config-version.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/simrules-config.cmake ${PROJECT_BINARY_DIR}/simrules-config-version.cmake
        cmake/FindNettle.cmake cmake/FindUtf8proc.cmake DESTINATION ${PACKAGE_FOLDER} COMPONENT library)
