// The tables that are made from opcodes.def, with the checks that its rows are sound.
#include "vm/bytecode/opcode.h"

#include <array>
#include <string_view>
#include <unordered_map>

namespace govm::bytecode {

namespace {

constexpr OperandKindInfo kKinds[] = {
#define KIND(name, shape, role, words) {#name, OperandShape::shape, OperandRole::role, words},
    GOVM_OPERAND_KINDS(KIND)
#undef KIND
};

// The operands of each row, one array a row; a row without operands has a filler.
#define A(kind) OperandSpec{Field::A, OperandKind::kind},
#define B(kind) OperandSpec{Field::B, OperandKind::kind},
#define C(kind) OperandSpec{Field::C, OperandKind::kind},
#define D(kind) OperandSpec{Field::D, OperandKind::kind},
#define E(kind) OperandSpec{Field::E, OperandKind::kind},
#define F(kind) OperandSpec{Field::F, OperandKind::kind},
#define AB(kind) OperandSpec{Field::AB, OperandKind::kind},
#define CD(kind) OperandSpec{Field::CD, OperandKind::kind},
#define EF(kind) OperandSpec{Field::EF, OperandKind::kind},
#define XA(kind) OperandSpec{Field::XA, OperandKind::kind},
#define XB(kind) OperandSpec{Field::XB, OperandKind::kind},
#define XCD(kind) OperandSpec{Field::XCD, OperandKind::kind},
#define XEF(kind) OperandSpec{Field::XEF, OperandKind::kind},
#define XW(kind) OperandSpec{Field::XW, OperandKind::kind},
constexpr OperandSpec kFiller{Field::A, OperandKind::Num};
#define OP(name, operands, attributes, meaning) constexpr OperandSpec k##name##Operands[] = {operands kFiller};
#include "vm/bytecode/opcodes.def"
#undef OP
#undef A
#undef B
#undef C
#undef D
#undef E
#undef F
#undef AB
#undef CD
#undef EF
#undef XA
#undef XB
#undef XCD
#undef XEF
#undef XW

constexpr OpcodeInfo row(std::string_view name, std::span<const OperandSpec> with_filler, std::uint16_t attributes,
                         std::string_view meaning) {
  const std::span<const OperandSpec> operands = with_filler.first(with_filler.size() - 1);
  std::uint8_t cells = 1;
  for (const OperandSpec& operand : operands) {
    if (is_extension_field(operand.field)) cells = 2;
  }
  return {name, operands, attributes, meaning, cells};
}

constexpr OpcodeInfo kTable[] = {
#define OP(name, operands, attributes, meaning) row(#name, k##name##Operands, attributes, meaning),
#include "vm/bytecode/opcodes.def"
#undef OP
};

// No two operands of a row overlap, and none has more than kMaxOperands.
constexpr bool rows_are_sound() {
  for (const OpcodeInfo& op : kTable) {
    std::uint32_t used = 0;
    if (op.operands.size() > kMaxOperands) return false;
    for (const OperandSpec& operand : op.operands) {
      const FieldPlace place = field_place(operand.field);
      const std::uint32_t bytes = ((1u << place.width) - 1) << (place.offset % 32);
      if ((used & bytes) != 0) return false;
      used |= bytes;
    }
  }
  return true;
}
static_assert(rows_are_sound());

}  // namespace

const OperandKindInfo& kind_info(OperandKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

const OpcodeInfo& info(Opcode opcode) { return kTable[static_cast<std::size_t>(opcode)]; }

std::optional<Opcode> find_opcode(std::string_view name) {
  static const auto by_name = [] {
    std::unordered_map<std::string_view, Opcode> made(kOpcodeCount);
    for (int i = 0; i < kOpcodeCount; ++i) made.emplace(kTable[i].name, static_cast<Opcode>(i));
    return made;
  }();
  const auto found = by_name.find(name);
  return found != by_name.end() ? std::optional(found->second) : std::nullopt;
}

}  // namespace govm::bytecode
