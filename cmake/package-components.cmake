# Read by cpack before each kind of package.
if(CPACK_GENERATOR STREQUAL DEB)
  set(components program files compiled-in debian)
else()
  set(components static files compiled-in elsewhere)
endif()
set(CPACK_INSTALL_CMAKE_PROJECTS)
foreach(component IN LISTS components)
  list(APPEND CPACK_INSTALL_CMAKE_PROJECTS ${CPACK_SIMRULES_BUILD} simrules ${component} /)
endforeach()
# The day of the version, not of the build.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
  set(ENV{SOURCE_DATE_EPOCH} ${CPACK_SIMRULES_EPOCH})
endif()
