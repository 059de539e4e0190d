# One test for each case of tests/not_compiling/time_not_compiling.cpp: case 0 must compile, each other must not.
set(time_cases_max 21)
set(time_source ${CMAKE_SOURCE_DIR}/tests/not_compiling/time_not_compiling.cpp)
foreach(case RANGE ${time_cases_max})
  add_test(NAME time_not_compiling_${case}
    COMMAND ${CMAKE_CXX_COMPILER} -std=c++20 -fsyntax-only -Wall -Wextra -Werror -I${CMAKE_SOURCE_DIR}/src -DCASE=${case}
            ${time_source})
  if(case GREATER 0)
    set_tests_properties(time_not_compiling_${case} PROPERTIES WILL_FAIL TRUE)
  endif()
endforeach()
# Both sides name as many cases, so that none is left out and none fails only for being absent.
file(STRINGS ${time_source} time_case_lines REGEX "^#(if|elif) CASE == ")
list(LENGTH time_case_lines time_cases_found)
math(EXPR time_cases_found "${time_cases_found} - 1")
if(NOT time_cases_found EQUAL time_cases_max)
  message(FATAL_ERROR "${time_source} has cases 0 to ${time_cases_found}, needs.cmake runs 0 to ${time_cases_max}")
endif()
