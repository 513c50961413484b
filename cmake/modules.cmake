# casus_module(NAME SOURCES x.cc ... DEPENDS core ... LIBRARIES ICU::uc ... TESTS x_test.cc ...), called in src/NAME/CMakeLists.txt:
# a static library casus_NAME; its tests, the x_test.cc beside the sources, become one program NAME_test.
function(casus_module name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LIBRARIES;TESTS" ${ARGN})
  list(TRANSFORM ARG_DEPENDS PREPEND casus_)
  add_library(casus_${name} STATIC ${ARG_SOURCES})
  target_link_libraries(casus_${name} PUBLIC casus_options ${ARG_DEPENDS} ${ARG_LIBRARIES})
  set_property(GLOBAL APPEND PROPERTY CASUS_MODULES casus_${name})
  if(CASUS_TESTS AND ARG_TESTS)
    add_executable(${name}_test ${ARG_TESTS})
    target_link_libraries(${name}_test PRIVATE casus_${name} GTest::gtest_main)
    # -O3 would make tests slower to build than it makes them fast.
    target_compile_options(${name}_test PRIVATE $<$<CONFIG:Release>:-O1>)
    casus_test(unit ${name} ${name}_test WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  endif()
endfunction()

# casus_test(LABEL NAME PROGRAM [options of add_test]): a test of a kind, whose programs the target LABEL_tests builds (unit_tests, fuzz_tests).
function(casus_test label name program)
  add_test(NAME ${name} COMMAND ${program} ${ARGN})
  set_tests_properties(${name} PROPERTIES LABELS ${label})
  if(NOT TARGET ${label}_tests)
    add_custom_target(${label}_tests)
  endif()
  add_dependencies(${label}_tests ${program})
endfunction()
