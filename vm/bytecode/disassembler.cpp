// Writes operands by the kinds of the opcode's row, and the tables behind a function.
#include "vm/bytecode/disassembler.h"

#include <string>

#include "base/source_file.h"

namespace govm::bytecode {

namespace {

std::string itab_text(const Program& program, const ItabRow& row) {
  const std::string interface = row.interface.is_valid() ? program.type(row.interface).name : "any";
  return interface + "," + program.type(row.type).name;
}

void write_operand(const Program& program, const Cell* cell, std::uint32_t index, const OperandSpec& operand, TextWriter& out) {
  const std::uint64_t bits = read_field(cell, operand.field);
  const std::int64_t number = read_signed_field(cell, operand.field);
  const auto id = static_cast<std::uint32_t>(bits);
  switch (kind_info(operand.kind).shape) {
    case OperandShape::Slot: out.put("[", bits, "]"); break;
    case OperandShape::Place:
    case OperandShape::FrameOffset: out.put("&[", bits, "]"); break;
    case OperandShape::OptionalPlace:
      if (bits == kNoPlace) {
        out.write("-");
      } else {
        out.put("&[", bits, "]");
      }
      break;
    case OperandShape::Immediate: out.write(number); break;
    case OperandShape::Unsigned:
    case OperandShape::Delta:
    case OperandShape::Data:
    case OperandShape::Global: out.write(bits); break;
    case OperandShape::Target: out.put("@", static_cast<std::int64_t>(index) + number / static_cast<std::int64_t>(sizeof(Cell))); break;
    case OperandShape::Function: out.quoted(program.function(FunctionId(id)).name); break;
    case OperandShape::Site: out.put("site", id); break;
    case OperandShape::Type: out.quoted(program.type(TypeId(id)).name); break;
    case OperandShape::Itab: out.quoted(itab_text(program, program.itab(ItabId(id)))); break;
    case OperandShape::String: out.quoted(program.string(StringId(id))); break;
  }
}

void write_map(const Function& function, const StackMap& map, TextWriter& out) {
  const auto write_set = [&](std::string_view name, BitRange range, auto number_of) {
    out.put("  ", name, "{");
    bool first = true;
    const auto bits = function.bits(range);
    for (std::size_t i = 0; i < bits.size() * 64; ++i) {
      if (((bits[i / 64] >> (i % 64)) & 1) == 0) continue;
      out.put(first ? "" : " ", number_of(i));
      first = false;
    }
    out.write("}");
  };
  write_set("map", map.words, [](std::size_t word) { return word * 8; });
  if (map.objects.units != 0) write_set("objects", map.objects, [&](std::size_t i) { return function.objects[i].offset; });
}

}  // namespace

void disassemble_instruction(const Program& program, const Function& function, std::uint32_t cell, TextWriter& out) {
  const Cell* at = &function.cells[cell];
  const OpcodeInfo& row = info(opcode_of(*at));
  out.write(row.name);
  for (const OperandSpec& operand : row.operands) {
    out.write(" ");
    write_operand(program, at, cell, operand, out);
  }
}

void disassemble(const Program& program, const Function& function, const DisassemblyOptions& options, TextWriter& out) {
  out.put("func ", function.name, " frame=", function.frame_bytes, " args=", function.argument_bytes, " results=", function.result_bytes);
  if (function.flags.defers) out.put(" defers recovery=@", function.recovery_cell);
  if (function.flags.wrapper) out.write(" wrapper");
  if (function.flags.closure) out.write(" closure");
  if (function.flags.native) out.write(" native");
  out.newline();
  const LineEntry* previous = nullptr;
  const auto cells = static_cast<std::uint32_t>(function.cells.size());
  for (std::uint32_t i = 0; i < cells; i += info(opcode_of(function.cells[i])).cells) {
    if (options.counts != nullptr) {
      const std::string count = std::to_string((*options.counts)[i]);
      out.put(std::string(count.size() < 12 ? 12 - count.size() : 0, ' '), count);
    }
    out.put("  ", i, ": ");
    disassemble_instruction(program, function, i, out);
    const LineEntry* line = function.line_at(i);
    if (options.lines && line != previous && line != nullptr && program.source_map != nullptr && line->pos) {
      const Position position = program.source_map->resolve(line->pos);
      out.pad_to(56);
      out.put("; ", position.line, ":", position.column);
      for (InlineContextId at = line->inline_context; at.is_valid(); at = program.inline_context(at).parent) {
        out.put(" in ", program.inline_context(at).callee);
      }
    }
    previous = line;
    if (options.maps) {
      if (const StackMap* map = function.map_at(i)) write_map(function, *map, out);
    }
    out.newline();
  }
}

}  // namespace govm::bytecode
