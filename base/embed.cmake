# govm_embed(NAME ROOT FILES...): writes NAME.S into the build folder, a table of the files (paths below ROOT) and of their texts, each
# with a NUL byte behind it, sorted by path: the symbols govm_NAME and govm_NAME_count (base/embedded.h).
function(govm_embed name root)
  set(rows "")
  set(table "")
  set(dependencies "")
  set(count 0)
  list(SORT ARGN)
  foreach(path IN LISTS ARGN)
    string(APPEND rows
      ".Lname${count}: .ascii \"${path}\"\n.Lname_end${count}:\n"
      ".balign 8\n.Ltext${count}: .incbin \"${root}/${path}\"\n.Ltext_end${count}: .byte 0\n")
    string(APPEND table
      "  .quad .Lname${count}, .Lname_end${count} - .Lname${count},"
      " .Ltext${count}, .Ltext_end${count} - .Ltext${count}\n")
    list(APPEND dependencies "${root}/${path}")
    math(EXPR count "${count} + 1")
  endforeach()
  set(text "# Made by base/embed.cmake.\n.section .rodata\n${rows}"
    ".balign 8\n.globl govm_${name}\ngovm_${name}:\n${table}"
    ".globl govm_${name}_count\ngovm_${name}_count: .quad ${count}\n"
    ".section .note.GNU-stack,\"\",@progbits\n")
  string(CONCAT text ${text})
  file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/${name}.S" CONTENT "${text}" @ONLY)
  set_source_files_properties("${PROJECT_BINARY_DIR}/${name}.S" PROPERTIES OBJECT_DEPENDS "${dependencies}")
endfunction()
