// The checks, instruction by instruction; see verifier.h for what they prove.
#include "vm/bytecode/verifier.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace govm::bytecode {

namespace {

class Verifier {
 public:
  Verifier(const Program& program, const Function& function) : program_(program), function_(function) {}

  std::vector<std::string> run() {
    if (function_.cells.empty()) {
      complain(0, "function without cells");
      return std::move(complaints_);
    }
    find_instructions();
    if (!complaints_.empty()) return std::move(complaints_);
    for (std::uint32_t cell = 0; cell < cells(); ++cell) {
      if (is_start_[cell]) check_instruction(cell);
    }
    check_maps();
    check_lines();
    if (function_.flags.defers && (function_.recovery_cell >= cells() || !is_start_[function_.recovery_cell])) {
      complain(function_.recovery_cell, "recovery cell is no instruction");
    }
    return std::move(complaints_);
  }

 private:
  std::uint32_t cells() const { return static_cast<std::uint32_t>(function_.cells.size()); }

  void complain(std::uint32_t cell, const std::string& what) {
    complaints_.push_back(function_.name + ": cell " + std::to_string(cell) + ": " + what);
  }

  void find_instructions() {
    is_start_.assign(function_.cells.size(), false);
    for (std::uint32_t cell = 0; cell < cells();) {
      const std::uint32_t h = function_.cells[cell].h;
      if (h >= static_cast<std::uint32_t>(kOpcodeCount)) return complain(cell, "no opcode " + std::to_string(h));
      const OpcodeInfo& row = info(static_cast<Opcode>(h));
      if (row.has(Stub)) return complain(cell, std::string(row.name) + " is not for functions");
      is_start_[cell] = true;
      if (row.cells == 2 && (cell + 1 >= cells() || opcode_of(function_.cells[cell + 1]) != Opcode::Extension)) {
        return complain(cell, std::string(row.name) + " without its extension cell");
      }
      cell += row.cells;
      if (cell >= cells() && !row.has(Ends)) complain(cell - row.cells, "control runs off the end");
    }
  }

  void check_instruction(std::uint32_t cell) {
    const Cell* at = &function_.cells[cell];
    const OpcodeInfo& row = info(opcode_of(*at));
    for (const OperandSpec& operand : row.operands) check_operand(cell, at, row, operand);
    if (row.is_safepoint() && function_.map_at(cell) == nullptr) {
      complain(cell, std::string(row.name) + " without stack map");
    }
    if (opcode_of(*at) == Opcode::JmpTable) {
      for (std::uint32_t i = 1; i <= at->b; ++i) {
        if (cell + i >= cells() || opcode_of(at[i]) != Opcode::Jmp) return complain(cell, "table without its Jmp cells");
      }
    }
  }

  void check_operand(std::uint32_t cell, const Cell* at, const OpcodeInfo& row, const OperandSpec& operand) {
    const OperandKindInfo& kind = kind_info(operand.kind);
    const std::uint64_t value = read_field(at, operand.field);
    const auto bad = [&](const char* what) { complain(cell, std::string(row.name) + ": " + what + " " + std::to_string(value)); };
    const auto in_table = [&](std::uint64_t count, const char* what) {
      if (value >= count) bad(what);
    };
    switch (kind.shape) {
      case OperandShape::Slot:
        if (value % 8 != 0) bad("slot not aligned:");
        if (value + 8u * kind.words > frame_bytes()) bad("slot outside the frame:");
        break;
      case OperandShape::Place:
      case OperandShape::FrameOffset:
        if (value > frame_bytes()) bad("place outside the frame:");
        break;
      case OperandShape::OptionalPlace:
        if (value != kNoPlace && value > frame_bytes()) bad("place outside the frame:");
        break;
      case OperandShape::Target: {
        const std::int64_t displacement = read_signed_field(at, operand.field);
        const std::int64_t target = std::int64_t{cell} + displacement / static_cast<std::int64_t>(sizeof(Cell));
        if (displacement % static_cast<std::int64_t>(sizeof(Cell)) != 0 || target < 0 || target >= cells() ||
            !is_start_[static_cast<std::size_t>(target)]) {
          bad("target is no instruction:");
        } else if (target <= cell && !row.has(BackEdge)) {
          bad("branch back without poll:");
        }
        break;
      }
      case OperandShape::Function: in_table(program_.function_count(), "no function"); break;
      case OperandShape::Delta: check_delta(cell, at, value); break;
      case OperandShape::Site:
        if (value == 0) bad("no site");
        in_table(program_.site_count(), "no site");
        break;
      case OperandShape::Type: in_table(program_.type_count(), "no type"); break;
      case OperandShape::Itab: in_table(program_.itab_count(), "no itab row"); break;
      case OperandShape::Global: in_table(std::uint64_t{program_.globals_bytes()} + 1, "no global at"); break;
      case OperandShape::Data: in_table(program_.data_count(), "no data image"); break;
      case OperandShape::String: in_table(program_.string_count(), "no string"); break;
      case OperandShape::Immediate:
      case OperandShape::Unsigned: break;
    }
  }

  // A callee's frame lies behind its header; what it is given and gives lies in this frame.
  void check_delta(std::uint32_t cell, const Cell* at, std::uint64_t delta) {
    if (delta % 8 != 0 || delta < kFrameHeaderSize) return complain(cell, "call delta " + std::to_string(delta));
    const Opcode opcode = opcode_of(*at);
    std::uint64_t window = 0;
    for (const OperandSpec& operand : info(opcode).operands) {
      if (operand.kind != OperandKind::Func) continue;
      const std::uint64_t callee = read_field(at, operand.field);
      if (callee >= program_.function_count()) return;
      const Function& function = program_.function(FunctionId(static_cast<std::uint32_t>(callee)));
      window = std::max(function.argument_bytes, function.result_bytes);
    }
    if (delta + window > frame_bytes()) complain(cell, "call window outside the frame");
  }

  void check_maps() {
    const std::uint32_t words = (frame_bytes() + 7) / 8;
    if (function_.maps.empty() || function_.maps.front().cell != 0) complain(0, "no stack map at the entry");
    std::uint32_t previous = 0;
    for (const StackMap& map : function_.maps) {
      if (map.cell >= cells() || !is_start_[map.cell]) complain(map.cell, "stack map at no instruction");
      if (map.cell < previous) complain(map.cell, "stack maps out of order");
      previous = map.cell;
      check_bits(map.cell, map.words, words, "the frame");
      check_bits(map.cell, map.objects, function_.objects.size(), "the objects");
    }
    for (const FrameObject& object : function_.objects) {
      if (object.offset % 8 != 0 || std::uint64_t{object.offset} + object.bytes > frame_bytes()) complain(0, "object outside the frame");
      check_bits(0, object.words, (object.bytes + 7) / 8, "an object");
    }
  }

  void check_bits(std::uint32_t cell, BitRange range, std::size_t count, const char* of) {
    if (std::uint64_t{range.first} + range.units > function_.map_bits.size()) {
      complain(cell, "stack map without bits");
      return;
    }
    const auto bits = function_.bits(range);
    for (std::size_t bit = count; bit < bits.size() * 64; ++bit) {
      if (((bits[bit / 64] >> (bit % 64)) & 1) != 0) complain(cell, std::string("stack map beyond ") + of);
    }
  }

  void check_lines() {
    std::uint32_t previous = 0;
    for (const LineEntry& line : function_.lines) {
      if (line.cell < previous || line.cell >= cells()) complain(line.cell, "line table out of order");
      if (line.inline_context.is_valid() && line.inline_context.index() >= program_.inline_context_count()) {
        complain(line.cell, "no inline context");
      }
      previous = line.cell;
    }
  }

  std::uint32_t frame_bytes() const { return std::max({function_.frame_bytes, function_.argument_bytes, function_.result_bytes}); }

  const Program& program_;
  const Function& function_;
  std::vector<bool> is_start_;
  std::vector<std::string> complaints_;
};

}  // namespace

std::vector<std::string> verify(const Program& program, const Function& function) { return Verifier(program, function).run(); }

std::vector<std::string> verify(const Program& program) {
  std::vector<std::string> all;
  for (std::uint32_t i = 0; i < program.function_count(); ++i) {
    const Function& function = program.function(FunctionId(i));
    if (!function.flags.compiled) continue;
    std::vector<std::string> some = verify(program, function);
    all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
  }
  return all;
}

}  // namespace govm::bytecode
