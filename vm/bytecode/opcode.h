// Opcodes: the enum, and what opcodes.def says about each.
//
// Everything here is derived from the table; no other list of opcodes exists.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "vm/bytecode/instruction.h"

namespace govm::bytecode {

enum class Opcode : std::uint16_t {
#define OP(name, operands, attributes, meaning) name,
#include "vm/bytecode/opcodes.def"
#undef OP
};

/// Number of rows of the table.
inline constexpr int kOpcodeCount = 0
#define OP(name, operands, attributes, meaning) +1
#include "vm/bytecode/opcodes.def"
#undef OP
    ;

/// Role and shape of an operand; OPERAND_KIND(name, shape, role, words).
/// Slots are byte offsets from fp, multiples of 8, and name `words` adjacent words. Places
/// are byte offsets of memory in Go layout inside the frame. The rest are immediates.
#define GOVM_OPERAND_KINDS(KIND)                                                        \
  KIND(Src, Slot, Read, 1) /* any one word */                                           \
  KIND(Dst, Slot, Write, 1)                                                             \
  KIND(Upd, Slot, Update, 1) /* read, then written */                                   \
  KIND(SrcI, Slot, Read, 1)  /* integer or bool, extended to 64 bits */                 \
  KIND(DstI, Slot, Write, 1)                                                            \
  KIND(UpdI, Slot, Update, 1)                                                           \
  KIND(SrcP, Slot, Read, 1) /* pointer-shaped word */                                   \
  KIND(DstP, Slot, Write, 1)                                                            \
  KIND(SrcD, Slot, Read, 1) /* float64 */                                               \
  KIND(DstD, Slot, Write, 1)                                                            \
  KIND(SrcF, Slot, Read, 1) /* float32 in the low half */                               \
  KIND(DstF, Slot, Write, 1)                                                            \
  KIND(Src2, Slot, Read, 2) /* any two words */                                         \
  KIND(Dst2, Slot, Write, 2)                                                            \
  KIND(Src3, Slot, Read, 3) /* any three words */                                       \
  KIND(Dst3, Slot, Write, 3)                                                            \
  KIND(SrcStr, Slot, Read, 2) /* string: address, length */                             \
  KIND(DstStr, Slot, Write, 2)                                                          \
  KIND(SrcSlice, Slot, Read, 3) /* slice: address, length, capacity */                  \
  KIND(DstSlice, Slot, Write, 3)                                                        \
  KIND(SrcSeq, Slot, Read, 2)   /* address and length of a string or slice */           \
  KIND(SrcIface, Slot, Read, 2) /* interface: type or itab, data word */                \
  KIND(DstIface, Slot, Write, 2)                                                        \
  KIND(SrcWin, Slot, Read, 0) /* first of several adjacent words */                     \
  KIND(SrcPlace, Place, Read, 0)                                                        \
  KIND(DstPlace, Place, Write, 0)                                                       \
  KIND(UpdPlace, Place, Update, 0)                                                      \
  KIND(OptPlace, OptionalPlace, Write, 0) /* kNoPlace: none */                          \
  KIND(Imm, Immediate, Read, 0)           /* signed number of the field's width */      \
  KIND(Off, Immediate, Read, 0)           /* bytes from an operand that is a pointer */ \
  KIND(Num, Unsigned, Read, 0)            /* unsigned number of the field's width */    \
  KIND(FrameOff, FrameOffset, Read, 0)    /* 32-bit byte offset from fp, near or far */ \
  KIND(Size, Unsigned, Read, 0)           /* bytes */                                   \
  KIND(Target, Target, Read, 0)           /* displacement in bytes from this cell */    \
  KIND(Func, Function, Read, 0)                                                         \
  KIND(Delta, Delta, Read, 0) /* callee fp - caller fp, in bytes */                     \
  KIND(Site, Site, Read, 0)                                                             \
  KIND(Type, Type, Read, 0)                                                             \
  KIND(Itab, Itab, Read, 0)     /* row of Program::itabs: (interface, type) */          \
  KIND(Global, Global, Read, 0) /* byte offset in the globals area */                   \
  KIND(Data, Data, Read, 0)     /* a static data image */                               \
  KIND(String, String, Read, 0) /* a string constant */

enum class OperandKind : std::uint8_t {
#define KIND(name, shape, role, words) name,
  GOVM_OPERAND_KINDS(KIND)
#undef KIND
};

/// What an operand's bits mean.
enum class OperandShape : std::uint8_t {
  Slot,
  Place,
  OptionalPlace,
  Immediate,
  Unsigned,
  FrameOffset,
  Target,
  Function,
  Delta,
  Site,
  Type,
  Itab,
  Global,
  Data,
  String,
};
enum class OperandRole : std::uint8_t { Read, Write, Update };

/// An OptPlace operand that names none.
inline constexpr std::uint16_t kNoPlace = 0xffff;

/// One row of the kinds.
struct OperandKindInfo {
  std::string_view name;
  OperandShape shape;
  OperandRole role;
  std::uint8_t words;  ///< adjacent words of a slot; 0 for everything else
};
const OperandKindInfo& kind_info(OperandKind kind);

/// One operand of an opcode.
struct OperandSpec {
  Field field;
  OperandKind kind;
};

/// Attributes of an opcode; or-ed.
enum Attribute : std::uint16_t {
  Pure = 0,               ///< reads and writes frame slots only
  MayPanic = 1 << 0,      ///< may begin a run-time panic; pc must be saved
  Allocates = 1 << 1,     ///< takes heap memory; may collect before its effect
  Calls = 1 << 2,         ///< enters another function, whose frame begins at its Delta
  Branch = 1 << 3,        ///< may go on at its Target
  Ends = 1 << 4,          ///< never goes on at the next cell
  Safepoint = 1 << 5,     ///< has a stack map
  BackEdge = 1 << 6,      ///< a taken branch goes back and burns fuel (a safepoint too)
  ReadsMemory = 1 << 7,   ///< reads memory that may be shared
  WritesMemory = 1 << 8,  ///< writes memory that may be shared
  Blocks = 1 << 9,        ///< may park the goroutine (a safepoint too)
  Counter = 1 << 10,      ///< counts; not itself a step of the program
  Stub = 1 << 11,         ///< made by the VM, never part of a function
};

/// Most operands a row has.
inline constexpr int kMaxOperands = 8;

/// One row of the table.
struct OpcodeInfo {
  std::string_view name;
  std::span<const OperandSpec> operands;
  std::uint16_t attributes;
  std::string_view meaning;  ///< one sentence in assignment notation
  std::uint8_t cells;        ///< 1, or 2 with an extension cell

  bool has(Attribute attribute) const { return (attributes & attribute) != 0; }
  /// Whether a stack map is demanded at the cell.
  bool is_safepoint() const { return (attributes & (Safepoint | Allocates | Calls | BackEdge | Blocks)) != 0; }
};
const OpcodeInfo& info(Opcode opcode);

/// The opcode of this mnemonic.
std::optional<Opcode> find_opcode(std::string_view name);

/// The opcode in a cell that was not linked yet.
inline Opcode opcode_of(const Cell& cell) { return static_cast<Opcode>(cell.h); }

}  // namespace govm::bytecode
