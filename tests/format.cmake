# Fails on C++ that clang-format 14 would write otherwise: cmake -DROOT=<repository> -P format.cmake
cmake_minimum_required(VERSION 3.25)
find_program(clang_format clang-format-14)
if(NOT clang_format)
  message(FATAL_ERROR "clang-format-14 is not installed; scripts/bootstrap --test installs it")
endif()
file(GLOB_RECURSE files "${ROOT}/src/*.h" "${ROOT}/src/*.cc" "${ROOT}/tests/unit/*.h" "${ROOT}/tests/unit/*.cc" "${ROOT}/tests/support/*.h" "${ROOT}/tests/support/*.cc"
     "${ROOT}/tests/fuzz/*.cc" "${ROOT}/tests/bench/*.cc")
# The tool's own configuration also holds for the tiny tree of the self-test.
execute_process(COMMAND "${clang_format}" "--style=file:${CMAKE_CURRENT_LIST_DIR}/../.clang-format" --dry-run -Werror ${files}
                RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "run clang-format-14 -i on the files above")
endif()
