// What the IR needs to know of Go types: representation, splitting into pieces.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/ir/op.h"

namespace govm::types {
class Type;
class Var;
}  // namespace govm::types

namespace govm::ir {

/// The rep of a scalar or header type; None for what has parts (structs, arrays, complex numbers).
Rep rep_of(const types::Type* type);

/// A scalar or header inside an aggregate.
struct Part {
  const types::Type* type;
  uint32_t offset;
};

/// Whether values of a type are split into parts: scalars and headers (one part), complex numbers (real and imaginary
/// part), and structs and arrays of at most one element whose parts take at most 4 words together.
bool is_split(const types::Type* type);
/// The parts of a split type, in order of offset; blank fields included.
std::vector<Part> parts_of(const types::Type* type);

/// Width and signedness of an integer-like word type (integers, bool, pointers as unsigned 8).
struct IntInfo {
  uint8_t bytes = 8;
  bool is_signed = false;
};
IntInfo int_info(const types::Type* type);
/// Whether numbers of the type reach over the range of int; false for null.
bool is_unsigned_word(const types::Type* type);
/// The low bytes of a number, extended back to 64 bits.
int64_t wrap(IntInfo info, int64_t number);

bool type_has_pointers(const types::Type* type);
std::string type_text(const types::Type* type);
std::string global_name(const types::Var* global);

}  // namespace govm::ir
