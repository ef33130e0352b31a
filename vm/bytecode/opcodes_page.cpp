// Writes the page from the tables.
#include "vm/bytecode/opcodes_page.h"

#include "base/text_writer.h"
#include "vm/bytecode/opcode.h"

namespace govm::bytecode {

namespace {

constexpr std::string_view kFieldNames[] = {"a", "b", "c", "d", "e", "f", "ab", "cd", "ef", "xa", "xb", "xcd", "xef", "xw"};
constexpr std::string_view kAttributeNames[] = {"panics",    "allocates", "calls",  "branch", "ends",    "safepoint",
                                                "back edge", "reads",     "writes", "blocks", "counter", "stub"};

}  // namespace

std::string opcodes_page() {
  TextWriter out;
  out.line("# Opcodes");
  out.newline();
  out.line("Generated from `opcodes.def`; a test compares the two. Fields `a`…`f` are 16 bits, `ab` `cd` `ef` 32, `xw` 64;");
  out.line("those beginning with `x` lie in the extension cell. Operand kinds are listed in `opcode.h`.");
  out.newline();
  out.line("| opcode | operands | attributes | meaning |");
  out.line("|---|---|---|---|");
  for (int i = 0; i < kOpcodeCount; ++i) {
    const OpcodeInfo& row = info(static_cast<Opcode>(i));
    out.put("| ", row.name, " |");
    for (const OperandSpec& operand : row.operands) {
      out.put(" ", kFieldNames[static_cast<std::size_t>(operand.field)], ":", kind_info(operand.kind).name);
    }
    out.write(" |");
    bool first = true;
    for (std::size_t bit = 0; bit < std::size(kAttributeNames); ++bit) {
      if (((row.attributes >> bit) & 1) == 0) continue;
      out.put(first ? " " : ", ", kAttributeNames[bit]);
      first = false;
    }
    out.write(" | ");
    // A vertical bar would end the table's column.
    for (const char c : row.meaning) {
      if (c == '|') out.write('\\');
      out.write(c);
    }
    out.line(" |");
  }
  return std::move(out).str();
}

}  // namespace govm::bytecode
