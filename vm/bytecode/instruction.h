// The cell: one instruction of 16 bytes, or half of one of 32.
//
// Operands are 16-bit fields a..f; adjacent ones join to 32 bits (a|b, c|d, e|f), the last
// four of an extension cell to 64 (c..f). Which field holds what is said by opcodes.def.
#pragma once

#include <cstdint>
#include <cstring>

namespace govm::bytecode {

/// One cell. In a Program `h` is the opcode; linking (vm/exec/load.h) replaces it by the
/// 32-bit address of the handler.
struct alignas(16) Cell {
  std::uint32_t h = 0;
  std::uint16_t a = 0;
  std::uint16_t b = 0;
  std::uint16_t c = 0;
  std::uint16_t d = 0;
  std::uint16_t e = 0;
  std::uint16_t f = 0;
};
static_assert(sizeof(Cell) == 16);

/// Where an operand lies. Fields beginning with X are those of the extension cell, which
/// follows the first and whose `h` is the opcode Extension.
enum class Field : std::uint8_t { A, B, C, D, E, F, AB, CD, EF, XA, XB, XCD, XEF, XW };

/// Byte offset of a field from the first cell, and its width in bytes.
struct FieldPlace {
  std::uint8_t offset;
  std::uint8_t width;
};
constexpr FieldPlace field_place(Field field) {
  constexpr FieldPlace kPlaces[] = {{4, 2}, {6, 2},  {8, 2},  {10, 2}, {12, 2}, {14, 2}, {4, 4},
                                    {8, 4}, {12, 4}, {20, 2}, {22, 2}, {24, 4}, {28, 4}, {24, 8}};
  return kPlaces[static_cast<std::uint8_t>(field)];
}
/// Whether the field lies in the extension cell.
constexpr bool is_extension_field(Field field) { return field >= Field::XA; }

/// The raw bits of a field of the instruction at `cell`, zero-extended.
inline std::uint64_t read_field(const Cell* cell, Field field) {
  const FieldPlace place = field_place(field);
  std::uint64_t value = 0;
  std::memcpy(&value, reinterpret_cast<const char*>(cell) + place.offset, place.width);
  return value;
}
/// The same, sign-extended from the field's width.
inline std::int64_t read_signed_field(const Cell* cell, Field field) {
  const int unused = 64 - 8 * field_place(field).width;
  return static_cast<std::int64_t>(read_field(cell, field) << unused) >> unused;
}
/// Writes the low bits of `value` into a field.
inline void write_field(Cell* cell, Field field, std::uint64_t value) {
  const FieldPlace place = field_place(field);
  std::memcpy(reinterpret_cast<char*>(cell) + place.offset, &value, place.width);
}

}  // namespace govm::bytecode
