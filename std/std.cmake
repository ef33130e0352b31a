# The room std: each package's Go sources and tables are embedded as they are, each package's natives are
# compiled. A folder with .go files is a package; nothing is listed by hand.
file(GLOB_RECURSE std_sources CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}/std"
     "${PROJECT_SOURCE_DIR}/std/*.go" "${PROJECT_SOURCE_DIR}/std/*.tsv")
list(SORT std_sources)
govm_embed(std_files "${PROJECT_SOURCE_DIR}/std" ${std_sources})

# Packages with natives: native_tables.inc declares and lists the table that each native.cpp defines,
# natives_strings() for strings, natives_unicode_utf8() for unicode/utf8.
file(GLOB_RECURSE std_natives CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}/std" "${PROJECT_SOURCE_DIR}/std/*/native.cpp")
list(SORT std_natives)
set(std_native_rows "")
foreach(path IN LISTS std_natives)
  get_filename_component(package "${path}" DIRECTORY)
  string(REGEX REPLACE "[^a-z0-9]" "_" package "${package}")
  string(APPEND std_native_rows "GOVM_STD_NATIVES(natives_${package})\n")
endforeach()
file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/std_generated/std/native_tables.inc" CONTENT "${std_native_rows}" @ONLY)

file(GLOB_RECURSE std_cpp CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/std/*.cpp")
add_library(govm_std STATIC ${std_cpp} "${PROJECT_BINARY_DIR}/std_files.S")
target_include_directories(govm_std PUBLIC "${PROJECT_SOURCE_DIR}" PRIVATE "${PROJECT_BINARY_DIR}/std_generated")
target_link_libraries(govm_std PUBLIC govm_vm_native PRIVATE GMP::gmp ZLIB::ZLIB)
