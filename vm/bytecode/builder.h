// Builds the cells of one function: emit, labels, line table, stack maps.
//
// Operands are given in the order of the opcode's row; a value that does not fit its field
// is a mistake of the caller (GOVM_CHECK). Knows nothing of what is sensible to emit.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <vector>

#include "vm/bytecode/program.h"

namespace govm::bytecode {

/// A place in the code that branches name before or after it is bound.
struct Label {
  std::uint32_t index = UINT32_MAX;
};

class FunctionBuilder {
 public:
  explicit FunctionBuilder(Function& function) : function_(function) {}

  /// A label not bound yet.
  Label new_label();
  /// Binds it to the next cell.
  void bind(Label label);
  /// Cell index of a bound label.
  std::uint32_t cell_of(Label label) const { return labels_[label.index]; }

  /// From the next cell on, code belongs to this position.
  void set_position(const CodePosition& at);

  /// Whether a value can be written as this operand.
  static bool fits(const OperandSpec& operand, std::int64_t value);

  /// Appends an instruction; the index of its first cell. A Target operand is a label's index,
  /// an Id operand its index.
  std::uint32_t emit(Opcode opcode, std::initializer_list<std::int64_t> operands);
  std::uint32_t emit(Opcode opcode, const std::int64_t* operands, std::size_t count);

  /// Rewrites one 32-bit operand field of an instruction emitted before.
  void patch(std::uint32_t cell, Field field, std::uint64_t value);

  /// Adds to Function::objects.
  void add_frame_object(std::uint32_t offset, std::uint32_t bytes, const WordMap& words);
  /// Gives the safepoint at `cell` its map. Calls come in ascending order.
  void add_stack_map(std::uint32_t cell, const WordMap& words, const WordMap& objects = {});

  /// Index of the cell that emit appends next.
  std::uint32_t next_cell() const { return static_cast<std::uint32_t>(function_.cells.size()); }
  /// Resolves labels and marks the function compiled. All labels used must be bound.
  void finish();

 private:
  BitRange add_bits(const WordMap& map, BitRange similar);

  struct Use {
    std::uint32_t cell;
    Field field;
    std::uint32_t label;
  };

  Function& function_;
  std::vector<std::uint32_t> labels_;
  std::vector<Use> uses_;
};

}  // namespace govm::bytecode
