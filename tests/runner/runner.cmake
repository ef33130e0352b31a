# The case runner, and a test of its own for each case file and way.
if(NOT TARGET govm)
  return()
endif()
add_executable(govm_case runner/main.cpp runner/case_file.cpp runner/process.cpp)
target_link_libraries(govm_case PRIVATE govm_base nlohmann_json::nlohmann_json)

# The cases print through fmt: until std has it, there is nothing to run them with.
if(NOT EXISTS "${PROJECT_SOURCE_DIR}/std/fmt")
  return()
endif()

file(GLOB_RECURSE cases CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}"
     spec/*.go escape/*.go dump/*.go gc/*.go profile/*.go std/*.go regress/*.go programs/*.go)
file(GLOB workshop CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" ../programs/*/main.go)
foreach(case IN LISTS cases workshop)
  if(case MATCHES "\\.dir/" AND NOT case MATCHES "\\.dir/main\\.go$")
    continue()  # belongs to the main.go of its folder
  endif()
  file(STRINGS "${CMAKE_CURRENT_SOURCE_DIR}/${case}" first LIMIT_COUNT 1)
  set(ways plain)
  if(first MATCHES "^// run" OR case MATCHES "^\\.\\./programs/")
    set(ways plain stress stack incremental concurrent heap identity)
  endif()
  string(REGEX REPLACE "^\\.\\./" "" name "${case}")
  foreach(way IN LISTS ways)
    add_test(NAME ${way}:${name}
             COMMAND govm_case --govm $<TARGET_FILE:govm> --way ${way} "${CMAKE_CURRENT_SOURCE_DIR}/${case}")
    set_tests_properties(${way}:${name} PROPERTIES LABELS ${way} SKIP_RETURN_CODE 77 TIMEOUT 300)
  endforeach()
endforeach()
