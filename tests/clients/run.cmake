# Runs one client test: cmake -DTEST=<file> -DTOOL=<simrules> -P run.cmake. Where a merge is decided, a missing client is a failure.
cmake_minimum_required(VERSION 3.25)
if(NOT EXISTS "${CMAKE_CURRENT_LIST_DIR}/node_modules")
  if(DEFINED ENV{CI})
    message(FATAL_ERROR "tests/clients/node_modules is missing; scripts/test installs it with npm ci")
  endif()
  message(STATUS "skipped: run npm ci in tests/clients first")
  return()
endif()
find_program(node node REQUIRED)
set(ENV{SIMRULES} "${TOOL}")
execute_process(COMMAND "${node}" --test "${TEST}" WORKING_DIRECTORY "${CMAKE_CURRENT_LIST_DIR}"
                COMMAND_ERROR_IS_FATAL ANY)
