// Instruction selection: ir::Function → Code. One member a family of operations, in the
// select_*.cpp of that family; what is fused into its user is decided in fuse.cpp beforehand.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "compiler/codegen/lir.h"
#include "compiler/codegen/module.h"
#include "compiler/codegen/shape.h"
#include "compiler/ir/function.h"

namespace govm::codegen {

/// Where memory operations reach: a place of the frame, a global, or a pointer plus offset.
struct Address {
  enum class Kind : std::uint8_t { Place, Global, Pointer, Capture };
  Kind kind;
  std::uint32_t place = 0;
  const ir::Value* base = nullptr;
  std::int64_t offset = 0;
};

/// Values whose only work is done by their users (fuse.cpp), by value id.
struct Fusion {
  std::vector<std::uint32_t> uses;  ///< number of operands that name the value
  std::vector<bool> folded;         ///< emitted nowhere by itself
};
Fusion find_fusions(const ir::Function& function);

/// Made anew wherever needed: constants and addresses without operands.
bool is_rematerialised(const ir::Value* value);
/// Whether a value is the word that stands for a dynamic type in an interface.
bool is_type_word(const ir::Value* value);
/// The constant as an immediate of at most `bits` bits, signed.
std::optional<std::int64_t> immediate(const ir::Value* value, int bits);

class Selector {
 public:
  Selector(Module& module, const ir::Function& function, bytecode::FunctionId id, bool counted);

  /// Selects everything.
  Code run();
  /// Whether the function reads its closure object.
  bool uses_closure() const { return uses_closure_; }

 private:
  // select.cpp: blocks, values, operands
  void declare_places();
  static const ir::Value* named_place(const ir::Value* v);
  void choose_far_places();
  void select_block(const ir::Block* block);
  void select(const ir::Value* v);
  void add_edge_copies();
  /// Where `v` stands: what a panic of the instruction that does its work reports.
  bytecode::CodePosition position_of(const ir::Value* v) const;
  Instr make_instr(Opcode opcode, std::initializer_list<Operand> operands) const;
  Instr& emit(Opcode opcode, std::initializer_list<Operand> operands);
  void emit_copy(std::vector<Copy> copies, std::uint32_t call = UINT32_MAX);
  void finish_block(Instr end);
  bool is_folded(const ir::Value* v) const { return fusion_.folded[v->id]; }
  bool is_used(const ir::Value* v) const { return fusion_.uses[v->id] != 0; }
  /// The register a value is written to.
  Operand dst(const ir::Value* v);
  /// A slot that holds the value.
  Operand use(const ir::Value* v);
  /// A source for copies.
  Operand copy_source(const ir::Value* v);
  Operand part(const Operand& operand, int word) const;
  Operand new_temp(int words = 1, std::uint8_t pointers = 0);
  Operand materialise(const Operand& make, int words, std::uint8_t pointers);
  /// New registers for the two words of a tuple that is no call's.
  std::pair<Operand, Operand> tuple_results(const ir::Value* v) { return tuple_[v->id] = {new_temp(), new_temp()}; }
  std::int64_t site(const ir::Value* v) { return module_.site_of(v->aux.site, id_).index(); }
  std::int64_t type_id(const types::Type* type) { return module_.type_of(type).index(); }
  /// The OptPlace operand for a frame buffer's address.
  Operand buffer(const ir::Value* v, std::size_t arg);

  // select_arith.cpp
  bool select_arith(const ir::Value* v);
  bool select_float(const ir::Value* v);
  void select_add_sub(const ir::Value* v);
  void select_mul(const ir::Value* v);
  void select_bitwise(const ir::Value* v);
  void select_div_rem(const ir::Value* v);
  void select_shift(const ir::Value* v);
  void select_compare(const ir::Value* v);
  bool select_float_fused(const ir::Value* v);
  bool select_field_fused(const ir::Value* v);

  // select_memory.cpp
  bool select_memory(const ir::Value* v);
  bool is_far(const ir::Value* address) const;
  Address address_of(const ir::Value* pointer, std::int64_t offset) const;
  void load(const Operand& to, Mem mem, const Address& address);
  void store(const Address& address, Mem mem, const ir::Value* value);
  void select_update(const ir::Value* v);
  void select_slice_load(const ir::Value* v);
  Instr& load_element(const ir::Value* v, const ir::Value* element);
  Instr& store_element(Mem mem, const ir::Value* element, const ir::Value* value);
  void select_slice_store(const ir::Value* v);
  void select_array_load(const ir::Value* v);
  void select_array_store(const ir::Value* v);
  void select_copy(const ir::Value* v);
  void begin_place(std::uint32_t place);
  void select_place_begin(const ir::Value* v);
  void check_nil(const ir::Value* pointer, bool unchecked);
  Operand temporary_place(const types::Type* type);
  /// Frame memory with the value, in Go layout.
  Operand spill(const ir::Value* value, const types::Type* type);
  /// Frame memory that holds what lies at an address: the place itself, or a copy.
  Operand frame_copy(const ir::Value* address, const types::Type* type);
  Operand pointer(const Address& address);

  // select_call.cpp
  bool select_call(const ir::Value* v);
  void select_call_op(const ir::Value* v);
  void pass_arguments(const ir::Value* v, std::uint32_t call, std::size_t first);
  void take_results(const ir::Value* v, std::uint32_t call);
  void select_param(const ir::Value* v);
  void select_param_copy(const ir::Value* v);
  void select_return(const ir::Value* v);

  // select_control.cpp
  void select_terminator(const ir::Value* v);
  Instr condition(const ir::Value* v, bool negate);
  void select_switch(const ir::Value* v);
  void switch_range(const ir::Value* v, const Operand& subject, std::size_t first, std::size_t last);
  std::uint32_t new_block();

  // select_value.cpp: strings, slices, maps, interfaces, channels, allocation
  bool select_value(const ir::Value* v);
  bool select_slicing(const ir::Value* v);
  bool select_builtin(const ir::Value* v);
  bool select_map(const ir::Value* v);
  void select_map_access(const ir::Value* v);
  void select_map_word(const ir::Value* v);
  Operand map_key(const ir::Value* v);
  static Opcode by_map_key(const ir::Value* v, Opcode word64, Opcode word32, Opcode string, Opcode any);
  bool select_interface(const ir::Value* v);
  bool select_channel(const ir::Value* v);
  void select_append(const ir::Value* v);
  void select_new(const ir::Value* v);
  void select_concat(const ir::Value* v);
  void select_make_iface(const ir::Value* v);
  void select_box(const Operand& to, bytecode::ItabId itab, const ir::Value* box);
  void select_print(const ir::Value* v);
  void select_select(const ir::Value* v);
  bytecode::ItabId word_row(const ir::Value* word);

  Module& module_;
  const ir::Function& function_;
  bytecode::FunctionId id_;
  bool counted_;
  Fusion fusion_;
  Code code_;
  std::vector<Operand> location_;                   ///< by value id
  std::vector<std::pair<Operand, Operand>> tuple_;  ///< of tuples that are no calls, by value id
  std::vector<bool> handled_;                       ///< results taken together with their call
  std::ptrdiff_t parameters_end_ = 0;               ///< in the entry block: behind what reads parameters
  std::vector<Instr> hoisted_;                      ///< constants made in the entry block
  std::map<std::tuple<Operand::Kind, std::uint32_t, std::int64_t>, Operand> hoisted_regs_;
  std::uint32_t block_ = 0;  ///< block being filled
  const ir::Block* ir_block_ = nullptr;
  const ir::Value* current_ = nullptr;
  bool uses_closure_ = false;
};

}  // namespace govm::codegen
