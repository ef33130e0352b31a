// What StubTrace does before an instruction.
#include "vm/exec/trace.h"

#include "base/text_writer.h"
#include "vm/bytecode/disassembler.h"
#include "vm/bytecode/instruction_counts.h"
#include "vm/exec/machine.h"

namespace govm::exec {

bytecode::Opcode trace_cell(Machine& vm, const Cell* pc, Fp) {
  const FunctionCode& code = *vm.image.function_at(pc);
  const bytecode::Function& function = vm.image.program().function(code.id);
  const std::uint32_t cell = Image::cell_index(code, pc);
  if (vm.instruction_counts != nullptr) vm.instruction_counts->add(code.id, function, cell);
  if (vm.options.print_instructions) {
    TextWriter out;
    out.write("g").write(vm.g->id).write(' ').write(function.name).write(" @").write(cell).write(' ');
    bytecode::disassemble_instruction(vm.image.program(), function, cell, out);
    out.write('\n');
    vm.write_error(out.str());
  }
  return bytecode::opcode_of(function.cells[cell]);
}

}  // namespace govm::exec
