// Puts operands into cells, binds labels, and shares equal stack maps.
#include "vm/bytecode/builder.h"

#include <algorithm>

#include "base/check.h"

namespace govm::bytecode {

namespace {

constexpr std::uint32_t kUnbound = UINT32_MAX;

}  // namespace

bool FunctionBuilder::fits(const OperandSpec& operand, std::int64_t value) {
  const int bits = 8 * field_place(operand.field).width;
  if (bits == 64) return true;
  if (kind_info(operand.kind).shape == OperandShape::Immediate) {
    return value >= -(std::int64_t{1} << (bits - 1)) && value < (std::int64_t{1} << (bits - 1));
  }
  return value >= 0 && value < (std::int64_t{1} << bits);
}

Label FunctionBuilder::new_label() {
  labels_.push_back(kUnbound);
  return Label{static_cast<std::uint32_t>(labels_.size() - 1)};
}

void FunctionBuilder::bind(Label label) {
  GOVM_CHECK(labels_[label.index] == kUnbound);
  labels_[label.index] = next_cell();
}

void FunctionBuilder::set_position(const CodePosition& at) {
  if (!function_.lines.empty()) {
    LineEntry& last = function_.lines.back();
    if (last == at) return;
    if (last.cell == next_cell()) {
      static_cast<CodePosition&>(last) = at;
      return;
    }
  }
  function_.lines.push_back({at, next_cell()});
}

std::uint32_t FunctionBuilder::emit(Opcode opcode, std::initializer_list<std::int64_t> operands) {
  return emit(opcode, operands.begin(), operands.size());
}

std::uint32_t FunctionBuilder::emit(Opcode opcode, const std::int64_t* operands, std::size_t count) {
  const OpcodeInfo& row = info(opcode);
  GOVM_CHECK(count == row.operands.size(), row.name);
  const std::uint32_t at = next_cell();
  function_.cells.resize(at + row.cells);
  Cell* cell = &function_.cells[at];
  cell->h = static_cast<std::uint32_t>(opcode);
  if (row.cells == 2) cell[1].h = static_cast<std::uint32_t>(Opcode::Extension);
  for (std::size_t i = 0; i < count; ++i) {
    const OperandSpec& operand = row.operands[i];
    if (kind_info(operand.kind).shape == OperandShape::Target) {
      uses_.push_back({at, operand.field, static_cast<std::uint32_t>(operands[i])});
      continue;
    }
    GOVM_CHECK(fits(operand, operands[i]), row.name);
    write_field(cell, operand.field, static_cast<std::uint64_t>(operands[i]));
  }
  return at;
}

void FunctionBuilder::patch(std::uint32_t cell, Field field, std::uint64_t value) { write_field(&function_.cells[cell], field, value); }

// The bits of a map; neighbouring safepoints often have the same.
BitRange FunctionBuilder::add_bits(const WordMap& map, BitRange similar) {
  std::span<const std::uint64_t> bits = map.bits;
  while (!bits.empty() && bits.back() == 0) bits = bits.first(bits.size() - 1);
  if (std::ranges::equal(function_.bits(similar), bits)) return similar;
  std::vector<std::uint64_t>& pool = function_.map_bits;
  const BitRange range{static_cast<std::uint32_t>(pool.size()), static_cast<std::uint32_t>(bits.size())};
  pool.insert(pool.end(), bits.begin(), bits.end());
  return range;
}

void FunctionBuilder::add_frame_object(std::uint32_t offset, std::uint32_t bytes, const WordMap& words) {
  function_.objects.push_back({offset, bytes, add_bits(words, {})});
}

void FunctionBuilder::add_stack_map(std::uint32_t cell, const WordMap& words, const WordMap& objects) {
  const StackMap last = function_.maps.empty() ? StackMap{} : function_.maps.back();
  function_.maps.push_back({cell, add_bits(words, last.words), add_bits(objects, last.objects)});
}

void FunctionBuilder::finish() {
  for (const Use& use : uses_) {
    GOVM_CHECK(labels_[use.label] != kUnbound, "branch to a label that was not bound");
    const std::int64_t distance = (std::int64_t{labels_[use.label]} - use.cell) * std::int64_t{sizeof(Cell)};
    write_field(&function_.cells[use.cell], use.field, static_cast<std::uint64_t>(distance));
  }
  function_.flags.compiled = true;
}

}  // namespace govm::bytecode
