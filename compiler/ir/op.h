// IR operations and value representations, from the table ops.def.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace govm::ir {

/// How a value lies in a frame. Word: one 8-byte slot holding an integer extended to 64 bits by its
/// type, a bool, or anything pointer-shaped. The headers are 2, 3 and 2 adjacent slots.
enum class Rep : uint8_t { None, Word, F64, F32, Str, Slice, Iface, Tuple };

/// Number of 8-byte slots of a rep.
constexpr int rep_words(Rep rep) {
  switch (rep) {
    case Rep::None:
    case Rep::Tuple: return 0;
    case Rep::Str:
    case Rep::Iface: return 2;
    case Rep::Slice: return 3;
    default: return 1;
  }
}

/// Whether a rep is f64 or f32.
constexpr bool is_float(Rep rep) { return rep == Rep::F64 || rep == Rep::F32; }

/// "word", "f64", "str" …
std::string_view rep_name(Rep rep);

/// What the table says of the result; see ops.def.
enum class ResultKind : uint8_t { Void, Word, Float, Num, Str, Slice, Iface, Any, Tuple };

/// The operations.
enum class Op : uint8_t {
#define OP(name, operands, result, attributes, meaning) name,
#include "compiler/ir/ops.def"
};

/// Attributes of an operation, a set of bits.
enum Attribute : uint16_t {
  Pure = 0,
  Reads = 1 << 0,
  Writes = 1 << 1,
  Panics = 1 << 2,
  Allocates = 1 << 3,
  Calls = 1 << 4,
  Safepoint = 1 << 5,
  Terminator = 1 << 6,
};

/// Whether an operation computes numbers or bools from its operands and looks at nothing else (Div and Rem may panic).
bool is_arithmetic(Op op);

/// A row of the table.
struct OpInfo {
  std::string_view name;
  std::string_view operands;
  ResultKind result;
  uint16_t attributes;
  std::string_view meaning;
};

/// The row of an operation.
const OpInfo& op_info(Op op);
/// Number of operations.
size_t op_count();

inline bool has_attribute(Op op, Attribute attribute) { return (op_info(op).attributes & attribute) != 0; }
/// Ends a block.
inline bool is_terminator(Op op) { return has_attribute(op, Terminator); }

}  // namespace govm::ir
