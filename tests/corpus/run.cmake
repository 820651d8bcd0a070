# Checks a corpus against its key: cmake -DTOOL=<simrules> -DCOUNT=<policies> -DSEED=<n> -DWORK=<folder> -P run.cmake.
# Where a merge is decided, a missing Python is a failure.
cmake_minimum_required(VERSION 3.25)
find_program(python python3)
if(NOT python)
  if(DEFINED ENV{CI})
    message(FATAL_ERROR "python3 is missing; scripts/bootstrap --test installs it")
  endif()
  message(STATUS "skipped: run scripts/bootstrap --test first")
  return()
endif()
execute_process(COMMAND "${python}" "${CMAKE_CURRENT_LIST_DIR}/check.py" --simrules "${TOOL}" --count "${COUNT}"
                        --seed "${SEED}" --work "${WORK}"
                COMMAND_ERROR_IS_FATAL ANY)
