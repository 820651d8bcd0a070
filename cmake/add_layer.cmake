# add_layer(<name> [APART <room>...] [SOURCES <generated file>...] USES <layer>...
#           [LINK <target>...] [PUBLIC_LINK <target>...])
# One static library per folder of src/, of every .cc file in the folder and its rooms. USES names the layers it may
# include; tests/layering.cmake reads the same list from the files and fails on any other include. SOURCES are what the
# build writes. The property SIMRULES_LAYERS lists the layers, the lowest first. LINK targets stay inside the layer,
# PUBLIC_LINK targets appear in its headers. A unity build (CMAKE_UNITY_BUILD) compiles the files of a room as one, but
# for the rooms that are APART: there a new file begins as a copy of its neighbour.
function(add_layer name)
  cmake_parse_arguments(LAYER "" "" "APART;SOURCES;USES;LINK;PUBLIC_LINK" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cc)
  list(FILTER sources EXCLUDE REGEX "/(main|make_[a-z_]+)\\.cc$")
  add_library(simrules_${name} STATIC ${sources} ${LAYER_SOURCES})
  target_include_directories(simrules_${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src>
                             PRIVATE ${PROJECT_SOURCE_DIR}/cmake)
  target_compile_features(simrules_${name} PUBLIC cxx_std_20)
  set_target_properties(simrules_${name} PROPERTIES UNITY_BUILD_MODE GROUP)
  foreach(source IN LISTS sources)
    cmake_path(GET source PARENT_PATH room)
    cmake_path(RELATIVE_PATH room BASE_DIRECTORY ${PROJECT_SOURCE_DIR}/src)
    if(NOT room IN_LIST LAYER_APART)
      string(MAKE_C_IDENTIFIER "${room}" group)
      set_property(SOURCE ${source} PROPERTY UNITY_GROUP ${group})
    endif()
  endforeach()
  list(TRANSFORM LAYER_USES PREPEND simrules_ OUTPUT_VARIABLE used)
  target_link_libraries(simrules_${name} PUBLIC ${used} ${LAYER_PUBLIC_LINK} PRIVATE ${LAYER_LINK})
  # Found along the path, not named with it, so that all clones compile the same text.
  if(TARGET simrules_base AND NOT name STREQUAL base)
    target_precompile_headers(simrules_${name} REUSE_FROM simrules_base)
  else()
    target_precompile_headers(simrules_${name} PRIVATE <precompiled.h>)
  endif()
  set_property(GLOBAL APPEND PROPERTY SIMRULES_LAYERS ${name})
endfunction()
