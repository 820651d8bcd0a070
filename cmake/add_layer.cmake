# add_layer(<name> SOURCES <file>... USES <layer>... [LINK <target>...] [PUBLIC_LINK <target>...])
# One static library per folder of src/. USES names the layers it may include; tests/layering.cmake reads the same
# list from the files and fails on any other include. LINK targets stay inside the layer, PUBLIC_LINK targets
# appear in its headers.
function(add_layer name)
  cmake_parse_arguments(LAYER "" "" "SOURCES;USES;LINK;PUBLIC_LINK" ${ARGN})
  add_library(simrules_${name} STATIC ${LAYER_SOURCES})
  target_include_directories(simrules_${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src>)
  target_compile_features(simrules_${name} PUBLIC cxx_std_20)
  list(TRANSFORM LAYER_USES PREPEND simrules_ OUTPUT_VARIABLE used)
  target_link_libraries(simrules_${name} PUBLIC ${used} ${LAYER_PUBLIC_LINK} PRIVATE ${LAYER_LINK})
endfunction()
