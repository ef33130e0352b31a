// SSA over a control-flow graph: values, places, blocks, functions.
//
// No aggregate is an SSA value. Structs of at most 4 words whose address is not taken are split
// into their scalars and headers by the builder; larger ones, arrays and address-taken variables
// that stay in the frame are Places: frame memory in Go layout. Effects keep the order they have in
// their block; there is no memory SSA. A Function owns everything in it through its arena.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/position.h"
#include "compiler/ir/instance.h"
#include "compiler/ir/op.h"

namespace govm::types {
class Type;
class Var;
}  // namespace govm::types
namespace govm::inl {
struct InlineContext;
}

namespace govm::ir {

struct Block;
struct Value;

/// What an allocation is for, as the profile names it.
enum class SiteKind : uint8_t {
  MovedVariable,
  New,
  CompositeLiteral,
  Make,
  MakeMap,
  MakeChan,
  Closure,
  MethodValue,
  Box,
  Concat,
  Conversion,
  ConstantText,  ///< a constant as []byte: an array of its length
  Append,
  VariadicSlice,
  MapAssign,
  Go,
  Defer,
};

/// A call whose place the callee's text has taken; null where there is none: the function's own text.
struct Inlined {
  const Inlined* around = nullptr;  ///< the inlined call that the call stands in
  Pos pos;                          ///< of the call
  const Instance* callee = nullptr;
};

/// One allocating construct in one inline context.
struct Site {
  SiteKind kind = SiteKind::New;
  Pos pos;
  const Inlined* inlined = nullptr;
  const inl::InlineContext* context = nullptr;  ///< what the escape decision is found under, with `node`
  const types::Type* type = nullptr;            ///< what is allocated; the element for arrays and slices
  const void* node = nullptr;                   ///< the AST node or Var that the escape decision is found under; null: none
  uint32_t buffer_bytes = 0;                    ///< size of the frame buffer given to the operation, 0 if none
  bool buffer_in_steps = false;                 ///< append fills the buffer size class by size class
  bool buffer_on_heap = false;                  ///< all-heap mode: the buffer is an object
  bool in_frame = false;                        ///< placed in the frame (then only counted, never allocated)
  uint32_t id = 0;                              ///< dense in the function, from 0
};

/// A variable or temporary in frame memory.
struct Place {
  uint32_t id = 0;                    ///< dense in the function, from 0
  const types::Type* type = nullptr;  ///< Go layout: size, alignment and pointer map come from it; null: `bytes` of `pointers`
  uint32_t bytes = 0;                 ///< size where type is null
  bool all_pointers = false;          ///< where type is null: each word may hold a pointer
  std::string_view name;              ///< of the variable, empty for temporaries
  const Site* site = nullptr;         ///< the allocating construct that was placed here, if any
  bool zero_at_entry = false;         ///< must be zeroed by the entry code: live without a PlaceBegin on some path
  bool lives_to_exit = false;         ///< never shares storage: named results and variables a deferred call sees
  bool address_taken = false;         ///< an address of it lies in other memory or went to a call
};

/// One scalar or header of a parameter or result list. Aggregates are passed in Go layout (rounded
/// up to 8 bytes), either piece by piece or, `by_address`, copied whole from the address given.
struct Piece {
  uint32_t index = 0;                 ///< which parameter (the receiver is 0) or result
  uint32_t offset = 0;                ///< byte offset in it
  const types::Type* type = nullptr;  ///< of the piece
  bool by_address = false;
};

/// What calls and returns carry beside their operands.
struct CallInfo {
  const Instance* callee = nullptr;                ///< Op::Call only
  std::span<const types::Type* const> parameters;  ///< receiver first; for CallInterface it stands as one word
  std::span<const types::Type* const> results;
  std::span<const Piece> pieces;  ///< of the operands behind the callee's: arguments, or for Return results
};

/// Read-only data: the bytes of a value with the addresses in it.
struct Image {
  enum class Target : uint8_t { Text, Image, FuncValue, TypeWord, ItabWord, Variable };
  struct Relocation {
    uint32_t offset;
    Target target;
    std::string_view text;              ///< Text: string data
    const struct Image* image;          ///< Image
    const Instance* instance;           ///< FuncValue
    const types::Type* type;            ///< TypeWord; concrete type of ItabWord
    const types::Type* interface_type;  ///< ItabWord
    const types::Var* variable;         ///< Variable: a package variable
  };
  const types::Type* type = nullptr;
  uint32_t count = 1;  ///< repetitions of type, for arrays behind slices
  std::span<const uint8_t> bytes;
  std::span<const Relocation> relocations;
};

/// What a package variable holds before any code runs: what the image says, or, where it is null, what another is given.
struct InitialValue {
  const types::Var* variable;
  const Image* image;
  const types::Var* other = nullptr;
};

/// Alternatives of a Switch terminator, sorted ascending as signed numbers.
struct Cases {
  std::span<const int64_t> values;  ///< values[i] goes to successor i; the last successor is the default
};

/// Directions of a Select: operands are (channel, element address) pairs in source order.
struct SelectInfo {
  std::span<const bool> sends;
  bool has_default = false;  ///< then case number -1 is the default
};

/// The auxiliary pointer; which member holds is told by the operation (ops.def).
union Aux {
  const void* none = nullptr;
  const std::string_view* text;
  const Image* image;
  const Instance* instance;
  const types::Var* global;
  Place* place;
  const types::Type* type;
  const Piece* piece;
  const Site* site;  ///< all Allocates operations except calls
  const CallInfo* call;
  const Cases* cases;
  const SelectInfo* select;
};

/// An SSA value or an effect.
struct Value {
  Op op = Op::Zero;
  Rep rep = Rep::None;
  bool unchecked = false;             ///< the check marked `u` in ops.def is known to hold
  uint32_t id = 0;                    ///< dense in the function, from 0
  uint32_t uses = 0;                  ///< kept by passes that need it (count_uses)
  const types::Type* type = nullptr;  ///< of the result; null for Void and for hidden words (word rep, a pointer if `pointer`)
  const types::Type* elem = nullptr;
  int64_t imm = 0;
  Aux aux;
  std::span<Value*> args;
  Block* block = nullptr;
  Pos pos;
  const Inlined* inlined = nullptr;
  Value* forward = nullptr;  ///< set while a pass replaces this value by another

  Value* arg(size_t i) const { return args[i]; }
  bool is(Op other) const { return op == other; }
  bool is_const(int64_t value) const { return op == Op::Const && imm == value; }
};

/// Whether a value may hold an address the collector must see (words only; headers tell by rep).
bool may_hold_pointer(const Value& value);
/// Whether this very value may panic, run other code or change memory: it must stay even if unused.
bool has_effect(const Value& value);
/// Whether this very value can panic.
bool can_panic(const Value& value);

/// A basic block. Phis stand first; the last value is the terminator.
struct Block {
  uint32_t id = 0;  ///< dense in the function, from 0; layout order is the order in Function::blocks
  std::vector<Value*> values;
  std::vector<Block*> predecessors;  ///< order matches the operands of phis
  std::vector<Block*> successors;
  bool loop_header = false;  ///< target of a back edge
  bool unlikely = false;     ///< leads to a panic
  uint16_t loop_depth = 0;

  Value* terminator() const { return values.empty() ? nullptr : values.back(); }
};

/// A function in SSA form.
class Function {
 public:
  explicit Function(const Instance* instance) : instance(instance) {}
  Function(const Function&) = delete;
  Function& operator=(const Function&) = delete;

  /// A new block at the end of the layout.
  Block* add_block();
  /// A new value, not yet in a block. `args` is copied.
  Value* make_value(Op op, Rep rep, const types::Type* type, std::span<Value* const> args = {});
  /// A new place of a type.
  Place* add_place(const types::Type* type, std::string_view name = {});
  Site* add_site(SiteKind kind, Pos pos, const types::Type* type);
  /// Connects two blocks; the edge is the last of both lists.
  static void add_edge(Block* from, Block* to);
  /// Copies into the arena.
  std::span<Value*> copy_args(std::span<Value* const> args);

  Arena arena;
  const Instance* const instance;
  std::vector<const types::Type*> parameters;  ///< receiver first
  std::vector<const types::Type*> results;
  std::vector<std::unique_ptr<Block>> blocks;  ///< blocks[0] is the entry
  std::vector<Place*> places;
  std::vector<Site*> sites;
  std::vector<InitialValue> initial_values;  ///< of a package's initialiser
  Block* recovery = nullptr;                 ///< entered after a recovered panic; uses no values of other blocks. Null without defer
  bool has_defer = false;
  bool has_recover = false;
  bool is_wrapper = false;   ///< transparent to recover, hidden in traces
  uint32_t value_count = 0;  ///< ids given out
};

}  // namespace govm::ir
