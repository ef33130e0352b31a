// Any cells: the verifier complains or is content, and what it is content with can be disassembled.
//
// An input is the assembler's text; behind a NUL byte stand bytes that overwrite the cells of its functions.
#include <algorithm>
#include <cstring>
#include <string_view>

#include "vm/bytecode/assembler.h"
#include "vm/bytecode/disassembler.h"
#include "vm/bytecode/verifier.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace govm::bytecode;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string_view text = input.substr(0, input.find('\0'));
  std::string_view patch = input.substr(std::min(input.size(), text.size() + 1));
  Program program;
  if (!assemble(text, program).ok()) return 0;
  for (uint32_t i = 0; i < program.function_count() && !patch.empty(); ++i) {
    Function& function = program.function(FunctionId(i));
    const size_t bytes = std::min(patch.size(), function.cells.size() * sizeof(Cell));
    if (bytes > 0) std::memcpy(static_cast<void*>(function.cells.data()), patch.data(), bytes);
    patch.remove_prefix(bytes);
  }
  if (!verify(program).empty()) return 0;
  govm::TextWriter out;
  for (uint32_t i = 0; i < program.function_count(); ++i) disassemble(program, program.function(FunctionId(i)), {}, out);
  return 0;
}
