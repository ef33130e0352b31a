# The room std: each package's Go sources and tables are embedded as they are, each package's natives are
# compiled. A folder with .go files is a package; nothing is listed by hand.
file(GLOB_RECURSE std_sources CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}/std"
     "${PROJECT_SOURCE_DIR}/std/*.go" "${PROJECT_SOURCE_DIR}/std/*.tsv")
list(SORT std_sources)
set(std_embedded "# Made by std/std.cmake: the files of std and a table of them.\n.section .rodata\n")
set(std_table "")
set(std_dependencies "")
set(std_count 0)
foreach(path IN LISTS std_sources)
  string(APPEND std_embedded
    ".Lname${std_count}: .ascii \"${path}\"\n.Lname_end${std_count}:\n"
    ".Ltext${std_count}: .incbin \"${PROJECT_SOURCE_DIR}/std/${path}\"\n.Ltext_end${std_count}:\n")
  string(APPEND std_table
    "  .quad .Lname${std_count}, .Lname_end${std_count} - .Lname${std_count},"
    " .Ltext${std_count}, .Ltext_end${std_count} - .Ltext${std_count}\n")
  list(APPEND std_dependencies "${PROJECT_SOURCE_DIR}/std/${path}")
  math(EXPR std_count "${std_count} + 1")
endforeach()
string(APPEND std_embedded
  ".balign 8\n.globl govm_std_files\ngovm_std_files:\n${std_table}"
  ".globl govm_std_file_count\ngovm_std_file_count: .quad ${std_count}\n"
  ".section .note.GNU-stack,\"\",@progbits\n")
file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/std_files.S" CONTENT "${std_embedded}" @ONLY)
set_source_files_properties("${PROJECT_BINARY_DIR}/std_files.S" PROPERTIES OBJECT_DEPENDS "${std_dependencies}")

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
target_link_libraries(govm_std PUBLIC govm_vm_native PRIVATE fmt::fmt-header-only)
