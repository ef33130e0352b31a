// The state of building one function, and the steps that the build_*.cpp files are made of.
// Private to the room.
//
// SSA is made on the fly (Braun and others, 2013): each part of a local variable that lives in
// values has a slot; reading a slot in a block searches the predecessors and places phis where
// needed; a block is sealed when all its predecessors are known. Control flow is written block by
// block; the order in which blocks are started is their layout, except that loop conditions are
// moved behind the body.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compiler/constant/value.h"
#include "compiler/escape/decisions.h"
#include "compiler/ir/build.h"
#include "compiler/ir/function.h"
#include "compiler/ir/rep.h"
#include "compiler/ir/typed.h"
#include "compiler/syntax/decl.h"
#include "compiler/types/checker.h"
#include "compiler/types/info.h"
#include "compiler/types/method_set.h"
#include "compiler/types/subst.h"

namespace govm::ir {

/// The value of an expression. Split types have their parts, others lie in memory at `address`,
/// to be consumed before anything can change it unless `temporary`.
struct Datum {
  const Type* type = nullptr;
  std::vector<Value*> parts;
  Value* address = nullptr;
  bool temporary = false;  ///< the memory is a temporary place that nobody else knows

  Value* value() const { return parts[0]; }
};

/// Where a variable lives.
struct Storage {
  enum class Kind : uint8_t { Slots, Place, Pointer, Address };
  Kind kind = Kind::Slots;
  uint32_t slot = 0;         ///< Slots: of the first part; Pointer: of the pointer to the variable
  Place* place = nullptr;    ///< Place: the variable itself; Pointer: holds the pointer, if set
  Value* address = nullptr;  ///< Address: a captured variable that is only read, in the closure object
  const Type* type = nullptr;
  bool has_object = false;  ///< Pointer: the object was made before the value that the variable is defined with
};

/// Variables moved to the heap that share an object.
struct HeapGroup {
  struct Member {
    const types::Var* var;
    const Type* type;
    Value* address;
  };
  Value* object = nullptr;
  Site* site = nullptr;
  std::vector<Member> members;
};

/// Something that can be read or assigned to; operands are evaluated, nothing is checked yet.
struct Location {
  enum class Kind : uint8_t { Blank, Slots, Memory, SliceElement, ArrayElement, MapElement };
  Kind kind = Kind::Blank;
  const Type* type = nullptr;       ///< of the value in it
  uint32_t slot = 0;                ///< Slots
  Value* base = nullptr;            ///< Memory: pointer; SliceElement: slice; ArrayElement: pointer; MapElement: map
  Value* index = nullptr;           ///< elements
  const Type* container = nullptr;  ///< SliceElement: element type; ArrayElement: array type; MapElement: map type
  int64_t offset = 0;               ///< added behind
  bool checked = false;             ///< Memory: base is not nil; elements: the index is in range
  Datum key;                        ///< MapElement
  Pos pos;                          ///< of the expression whose check may panic, if it is not the statement's
};

/// What a branch statement to a for, switch or select leads to.
struct BranchTargets {
  Block* leave = nullptr;
  Block* next = nullptr;  ///< continue; null for switch and select
};

/// Bytes of elements in the frame buffer of a growing slice; Go's.
inline constexpr int64_t kAppendBufferBytes = 32;

/// The text that is being built: the function's own, or that of an inlined call.
struct Scope {
  Scope* around = nullptr;                      ///< of an inlined literal: where its captured variables are
  const Inlined* inlined = nullptr;             ///< the call; null: the function's own text
  const inl::InlineContext* context = nullptr;  ///< what decisions are found under
  const Instance* instance = nullptr;           ///< that the text belongs to
  types::Substitution substitution;
  std::unordered_map<const types::Var*, Storage> storage;
  std::unordered_map<const types::Var*, Place*> append_places;  ///< the buffers of slices that grow by append
  std::vector<const types::Var*> result_vars;                   ///< named results; blank ones too
  std::unordered_map<const syntax::Stmt*, BranchTargets> branch_targets;
  std::unordered_map<const syntax::Stmt*, Block*> labels;
  Block* fallthrough = nullptr;
  std::vector<const Type*> results;     ///< types
  std::vector<Location> result_values;  ///< of an inlined call: what it gives back
  Block* exit = nullptr;                ///< of an inlined call: behind it
  /// Expressions whose values are given: operands evaluated early, and those captured in wrappers of go and defer.
  std::unordered_map<const syntax::Expr*, std::vector<Datum>> bound;
  std::vector<const syntax::Expr*> early;  ///< in bound, newest last
};

class Builder {
 public:
  Builder(BuildContext& context, const Instance* instance);
  std::unique_ptr<Function> run();
  /// No code, only what a variable with a late initialiser holds.
  std::unique_ptr<Function> run_late(const types::Var* var, const syntax::Expr* initializer);

 private:
  // --- builder.cpp: functions, emission
  void build_function_body(const types::Signature* signature, const syntax::BlockStmt* body);
  void scan_body(const syntax::Node* node);
  void declare_results();
  bool is_result(const types::Var* var) const;
  bool is_reachable() const;
  void finish();
  const Type* substitute(const Type* type) const;
  const Type* basic(types::BasicKind kind) const { return types_.basic(kind); }
  const Type* int_type() const { return basic(types::BasicKind::Int); }
  const Type* bool_type() const { return basic(types::BasicKind::Bool); }
  const Type* string_type() const { return basic(types::BasicKind::String); }
  const Type* pointer_type() const { return basic(types::BasicKind::UnsafePointer); }
  void unsupported(Pos pos, std::string_view what);

  Value* emit(Op op, Rep rep, const Type* type, std::initializer_list<Value*> args = {});
  Value* emit_list(Op op, Rep rep, const Type* type, std::span<Value* const> args);
  /// Component `index` of a tuple that is no call's; emitted directly behind it.
  Value* tuple_result(Value* tuple, int64_t index, const Type* type);
  Value* emit_word(Op op, std::initializer_list<Value*> args, const Type* type = nullptr) { return emit(op, Rep::Word, type, args); }
  Value* emit_void(Op op, std::initializer_list<Value*> args) { return emit(op, Rep::None, nullptr, args); }
  Value* constant(int64_t number, const Type* type);
  Value* int_constant(int64_t number);
  Value* string_constant(std::string_view text, const Type* type);
  Value* compare(Op op, Value* a, Value* b, const Type* type);
  Value* component(Value* header, int64_t index, const Type* type = nullptr);
  Value* place_address(Place* place, int64_t offset = 0);
  Value* begin_place(Place* place, bool zero);
  Place* temporary(const Type* type, bool zero = false);
  Site* site(SiteKind kind, Pos pos, const Type* type, const void* node);

  Block* new_block() { return function_->add_block(); }
  void start(Block* block);         ///< goes on in a block; it is laid out here
  void start_sealed(Block* block);  ///< the same, and all its predecessors are known
  void jump(Block* to);
  void branch(Value* condition, Block* yes, Block* no);
  void terminate(Op op, std::initializer_list<Value*> args);
  void start_dead_block();

  // --- variables.cpp: SSA construction, storage of variables
  uint32_t new_slots(size_t count);
  void write_slot(uint32_t slot, Block* block, Value* value);
  Value* read_slot(uint32_t slot, Block* block, Rep rep, const Type* type);
  Value* read_slot_recursive(uint32_t slot, Block* block, Rep rep, const Type* type);
  void add_phi_operands(uint32_t slot, Value* phi);
  void seal(Block* block);
  void count_variable(Place* place, const types::Var* var, const Type* type);
  Storage& declare(const types::Var* var, bool zero);
  const Storage& storage_of(const types::Var* var);
  Location location_of(const types::Var* var);
  bool lives_in_memory(const types::Var* var, const Type* type) const;
  bool is_heap_variable(const types::Var* var) const;
  bool is_heap_site(const void* node, escape::SiteRole role) const;
  /// Whether the analysis lets the site stay in the frame, whatever the mode.
  bool is_frame_decision(const void* node, escape::SiteRole role) const;

  // --- build_moved.cpp
  bool joins(const HeapGroup& group, const Type* type) const;
  Value* new_heap_variable(const types::Var* var, const Type* type);
  /// Makes the object of a variable whose value is evaluated next, if it was moved to the heap; null: none.
  void declare_moved(const types::Var* var);

  // --- build_value.cpp: data and locations
  Datum load(const Location& location);
  void store(const Location& location, const Datum& datum);
  /// The memory of a map's element, entered if absent.
  Location enter_element(const Location& location);
  Value* address_of(const Location& location);
  Datum load_at(Value* address, int64_t offset, const Type* type, bool checked);
  void store_at(Value* address, int64_t offset, const Datum& datum, bool checked);
  Datum zero_datum(const Type* type);
  Datum single(const Type* type, Value* value);
  Datum field_datum(const Datum& structure, size_t field);
  Datum copy_to_temporary(const Datum& datum);
  Value* in_memory(const Datum& datum);  ///< address of memory that holds it
  Location field_location(const Location& structure, size_t field, Pos pos);
  void define(const types::Var* var, const Datum& datum);

  // --- build_expr.cpp
  const Type* type_of(const syntax::Expr* expr) const;
  const constant::Value* constant_of(const syntax::Expr* expr) const;
  Datum build_expr(const syntax::Expr* expr);
  Value* build_scalar(const syntax::Expr* expr) { return build_expr(expr).value(); }
  /// The value converted as in an assignment to a variable of type `to`.
  Datum build_as(const syntax::Expr* expr, const Type* to);
  Datum constant_datum(const constant::Value& value, const Type* type);
  /// A number or truth value as it lies in memory.
  static int64_t constant_bits(const constant::Value& value, const Type* type);
  Datum build_name(const syntax::Name* name);
  Datum build_unary(const syntax::UnaryExpr* expr);
  Datum build_binary(const syntax::BinaryExpr* expr);
  Datum arithmetic(syntax::Operator op, const Datum& x, const Datum& y, const Type* type, Pos pos);
  Datum shift(syntax::Operator op, const Datum& x, const syntax::Expr* count, const Type* type, Pos pos);
  Datum concatenate(std::span<Value* const> parts, const Type* type, const void* node, Pos pos);
  /// What makes a string or a slice of bytes or runes: in a buffer of the frame where the site may lie there and it fits.
  Datum make_text(Op op, std::vector<Value*> operands, const Type* to, SiteKind kind, const void* node, Pos pos);
  bool adds_constant(const syntax::Expr* expr) const;
  void collect_concat(const syntax::Expr* expr, std::vector<Value*>& parts);
  /// `reads_bytes`: string(b) among the operands copies nothing.
  void collect_operands(const syntax::Expr* expr, bool reads_bytes, std::vector<Value*>& parts);
  Datum build_address_of(const syntax::UnaryExpr* expr);
  /// Whether evaluating it may change variables: calls, receive operations. Those of built-in functions change what operands lead to.
  bool has_calls(const syntax::Expr* expr, bool of_builtins = false) const;
  Location locate(const syntax::Expr* expr);
  bool is_addressable(const syntax::Expr* expr) const;

  // --- build_order.cpp
  /// Operands evaluated before the rest of a statement; they count until it goes out of scope.
  class EarlyOperands {
   public:
    explicit EarlyOperands(Builder& builder) : builder_(builder), scope_(*builder.scope_), mark_(scope_.early.size()) {}
    ~EarlyOperands();
    EarlyOperands(const EarlyOperands&) = delete;
    EarlyOperands& operator=(const EarlyOperands&) = delete;
    /// Evaluates the calls in an expression, itself included, and what was added before and is copied at its turn; null: nothing.
    void add(const syntax::Expr* expr);
    void add(std::span<syntax::Expr* const> list) {
      for (const syntax::Expr* expr : list) add(expr);
    }
    /// Those of the right side of an assignment to `wanted` variables; one expression may have several values.
    void add_values(std::span<syntax::Expr* const> list, size_t wanted);
    /// As add, but for the expression itself.
    void add_operands_of(const syntax::Expr* expr);

   private:
    /// What no later operand's call can change is left to the statement: only a call makes those before it early too.
    void flush_at_calls_of(const syntax::Expr* expr);

    struct Pending {
      const syntax::Expr* expr;
      bool operands_only;
    };
    Builder& builder_;
    Scope& scope_;  ///< the one the statement stands in
    size_t mark_;
    std::vector<Pending> pending_;
  };
  void evaluate_early(const syntax::Expr* expr);
  void evaluate_children_early(const syntax::Expr* expr);
  void bind_early(const syntax::Expr* expr, std::vector<Datum> data);
  void compute_operands_of(const syntax::Expr* place);
  /// What the assignments of a statement that come earlier may have changed.
  struct Assigned {
    std::vector<const types::Var*> variables;  ///< that only their name leads to
    bool memory = false;
    bool result = false;  ///< one that a deferred call sees when a later operand panics
  };
  void add_assigned(const syntax::Expr* target, Assigned& assigned) const;
  const syntax::Expr* containing_variable(const syntax::Expr* target) const;
  bool leads_through_affected(const syntax::Expr* target, const Assigned& assigned) const;
  bool is_behind_memory(const types::Var* var) const;
  bool reads_memory(const syntax::Expr* expr) const;
  bool is_affected(const syntax::Expr* expr, const Assigned& assigned) const;
  bool is_sequence(const syntax::Expr* expr) const;
  bool is_copied_at_its_turn(const syntax::Expr* expr) const;

  // --- build_complex.cpp
  /// The type of the two parts.
  const Type* float_of_complex(const Type* type) const;
  Datum complex_datum(const Type* type, Value* real, Value* imaginary);
  Datum complex_constant(const constant::Value& value, const Type* type);
  Datum convert_complex(const Datum& datum, const Type* to);
  Datum complex_negation(const Datum& x);
  Datum complex_arithmetic(syntax::Operator op, const Datum& x, const Datum& y, const Type* type);
  Datum complex_product(const Datum& x, const Datum& y);   ///< complex128
  Datum complex_quotient(const Datum& x, const Datum& y);  ///< complex128
  Value* complex_equal(const Datum& x, const Datum& y);
  Value* float_operation(Op op, Value* x, Value* y, const Type* type);

  // --- build_condition.cpp
  void build_condition(const syntax::Expr* expr, Block* yes, Block* no);
  Datum build_short_circuit(const syntax::BinaryExpr* expr);
  Value* build_comparison(const syntax::BinaryExpr* expr);
  Datum build_compared(const syntax::Expr* expr, const syntax::Expr* other, const Type* type);
  Value* equal(const Datum& x, const Datum& y);
  Value* equal_interface_value(Value* interface, const Type* interface_type, const Datum& value);

  // --- build_selector.cpp, build_index_slice.cpp
  Datum build_selector(const syntax::SelectorExpr* expr);
  Location locate_selector(const syntax::SelectorExpr* expr);
  Location walk_fields(Location location, std::span<const uint32_t> path, Pos pos);
  Datum walk_fields(Datum datum, std::span<const uint32_t> path, Pos pos);
  Datum build_index(const syntax::IndexExpr* expr);
  /// `assigned`: a map may keep the key.
  Location locate_index(const syntax::IndexExpr* expr, bool assigned = false);
  Value* build_index_value(const syntax::Expr* index);
  Datum build_slice(const syntax::SliceExpr* expr);
  Datum map_element(const Location& location, Value** found);
  Value* map_key(const Datum& key);
  /// `loaded` where the condition holds, else the zero value.
  Datum load_if(Value* condition, const Type* type, const std::function<Datum()>& loaded);

  // --- build_composite_literal.cpp
  Datum build_composite_literal(const syntax::CompositeLit* literal);
  void build_literal_into(const syntax::CompositeLit* literal, Value* address, int64_t offset);
  void build_element_into(const syntax::Expr* expr, Value* address, int64_t offset, const Type* type);
  /// The element without its key.
  static const syntax::Expr* element_value(const syntax::Expr* element);
  /// The field that an element of a struct's literal gives: its offset in the struct, and its type.
  struct LiteralField {
    int64_t offset;
    const Type* type;
    bool blank;
  };
  LiteralField literal_field(const syntax::CompositeLit* literal, size_t element, const Type* type) const;
  Datum build_value_literal(const syntax::CompositeLit* literal);  ///< struct or array
  Datum build_slice_literal(const syntax::CompositeLit* literal);
  Datum build_map_literal(const syntax::CompositeLit* literal);
  Value* build_literal_address(const syntax::CompositeLit* literal, const void* node, Pos pos);
  bool is_elided_address(const syntax::CompositeLit* literal) const;
  const Type* literal_type(const syntax::CompositeLit* literal) const;
  int64_t literal_length(const syntax::CompositeLit* literal) const;
  int64_t literal_index(const syntax::Expr* element, int64_t next) const;
  /// The way to the field that an element of a struct literal is for: one index, more for a promoted field.
  std::vector<size_t> literal_path(const syntax::CompositeLit* literal, size_t element, const Type* type) const;

  // --- build_static_data.cpp
  struct Layout;
  class StaticData;
  const Image* keep_image(const Type* type, std::span<const uint8_t> bytes, std::span<const Image::Relocation> relocations);
  /// What an interface points to that is given a literal of constants; null if it is none.
  const Image* boxed_image(const syntax::Expr* expr);
  /// A literal of constants as read-only data, where one copy is less than storing them; false if it is none.
  bool copies_image(const syntax::CompositeLit* literal, const Type* type, Datum& image);
  /// Lays out what a package variable is given; false, with nothing of use in the layout, if that needs code.
  bool lay_out(const types::Var* var, const syntax::Expr* initializer, Layout& layout);
  /// The same as part of the package's initialiser, with code for parts that need it; false: nothing was done.
  bool build_laid_out(const types::Var* var, const syntax::Expr* initializer);

  // --- build_call.cpp, build_builtin.cpp, intrinsics.cpp
  Datum build_call(const syntax::CallExpr* call);
  std::vector<Datum> build_call_results(const syntax::CallExpr* call);
  std::vector<Datum> build_multi(const syntax::Expr* expr);
  /// What a call calls, before anything is evaluated.
  struct Callee {
    enum class Kind : uint8_t { Static, Closure, Interface };
    Kind kind = Kind::Closure;
    const Instance* instance = nullptr;           ///< Static
    const Type* operand_type = nullptr;           ///< type of the receiver, func value or interface; null: none
    int64_t method = 0;                           ///< Interface: index of the method
    const types::Signature* signature = nullptr;  ///< without receiver
    const types::Func* func = nullptr;            ///< the declared function or method, if known
  };
  Callee resolve_callee(const syntax::Expr* fun);
  const types::Signature* without_receiver(const types::Signature* signature);
  Datum build_callee_operand(const Callee& callee, const syntax::Expr* fun);
  types::Selection resolve_selection(const syntax::SelectorExpr* expr) const;
  const Type* selected_type(const types::Selection& selection) const;
  const Instance* function_instance(const types::Func* func, const syntax::Name* name);
  const Instance* method_instance(const Type* receiver, const types::Func* method, std::span<const Type* const> method_args = {});
  /// The type arguments that a name of a generic function or method was given or that were inferred.
  std::vector<const Type*> type_arguments(const syntax::Name* name) const;
  std::vector<const Type*> parameter_types(const types::Signature* signature) const;
  std::vector<const Type*> result_types(const types::Signature* signature) const;
  /// Arguments converted to the parameters' types; variadic ones stay single.
  std::vector<Datum> build_arguments(const syntax::CallExpr* call, const types::Signature* signature);
  /// Joins the variadic arguments into their slice.
  void pack_variadic(std::vector<Datum>& arguments, const syntax::CallExpr* call, const types::Signature* signature);
  std::vector<Datum> emit_call(const Callee& callee, const Datum* operand, std::span<const Datum> arguments, Pos pos);
  void add_pieces(std::vector<Piece>& pieces, std::vector<Value*>& values, const Datum& datum, uint32_t index);
  /// A call of a function that is one operation (intrinsics.cpp); nothing for others.
  std::optional<std::vector<Datum>> build_intrinsic(const types::Func* func, const syntax::CallExpr* call);
  Datum build_builtin(const syntax::CallExpr* call);
  /// An argument of a built-in function: an expression, or one value of a call with several.
  struct Argument {
    const syntax::Expr* node;
    const Type* type;
    std::optional<Datum> value;  ///< of the call with several
  };
  std::vector<Argument> builtin_arguments(const syntax::CallExpr* call);
  Datum build_argument(const Argument& argument, const Type* to);
  Value* build_size(const Argument& argument);  ///< a length or capacity, of any integer type
  /// Address of a new zeroed value where the analysis put it.
  Place* append_place(const Type* elem, Pos pos);
  const Type* struct_of_types(std::span<const Type* const> types);
  const Type* map_buffer_type(const Type* map);
  /// make of the site's map type; in the frame if the site under that role is.
  Value* build_new_map(Value* hint, Site* site, escape::SiteRole role);
  /// Moves the slices to the heap that are to before the statement.
  void move_slices(const syntax::Node* node);
  bool is_capture(const types::Var* var) const;
  Value* append_buffer(Site* made, const syntax::CallExpr* call, const Type* elem);
  Value* make_object(const Type* type, SiteKind kind, Pos pos, const void* node, escape::SiteRole role);
  const syntax::Expr* length_of_made_slice(const syntax::Expr* expr) const;
  Datum build_append(const syntax::CallExpr* call, std::span<const Argument> arguments);
  Datum build_make(const syntax::CallExpr* call);
  Datum build_new(const syntax::CallExpr* call);
  Datum build_len(const syntax::CallExpr* call, bool capacity);
  Datum build_min_max(const syntax::CallExpr* call, std::span<const Argument> arguments, bool is_max);
  Datum build_copy(const syntax::CallExpr* call, std::span<const Argument> arguments);
  void build_clear(const syntax::CallExpr* call);
  void build_delete(const syntax::CallExpr* call, std::span<const Argument> arguments);
  void build_print(const syntax::CallExpr* call, std::span<const Argument> arguments, bool newline);
  Value* buffer(Site* site, const Type* elem, int64_t bytes);

  // --- build_inlined.cpp
  /// The call by the callee's text, if the analysis put it in its place.
  const inl::InlineContext* inlined_at(const syntax::CallExpr* call) const;
  std::vector<Datum> build_inlined_call(const syntax::CallExpr* call, const Callee& callee, const inl::InlineContext* context);
  Datum build_inlined_receiver(const syntax::CallExpr* call, const Callee& callee, const inl::InlineContext* context);
  Scope* scope_of(const inl::InlineContext* context);
  void leave_inlined(const std::vector<Datum>& results);

  // --- build_closure.cpp
  Datum build_func_literal(const syntax::FuncLit* literal);
  void capture_dictionary(std::vector<Datum>& captured);
  void begin_made_literal(const syntax::Expr* value, bool has_dictionary, std::vector<Datum>& captured);
  Datum build_value_closure(const syntax::Expr* value, const Instance* instance, std::span<const Datum> captured);
  Datum build_function_value(const types::Func* func, const syntax::Name* name, const syntax::Expr* value);
  const Instance* literal_instance(const syntax::FuncLit* literal, const Scope& scope);
  Value* build_closure_object(const Instance* instance, std::span<const Datum> captures, SiteKind kind, bool on_heap, Pos pos,
                              const void* node);
  const types::Struct* closure_type(std::span<const Type* const> captures);
  /// The captures of the closure this function was called through.
  std::vector<Datum> open_captures(std::span<const Type* const> captures);
  void open_literal_captures();
  Datum build_method_value(const syntax::SelectorExpr* expr);
  Datum build_method_expression(const syntax::SelectorExpr* expr, const types::Selection& selection);
  Value* static_function(const Instance* instance);

  // --- build_interface.cpp
  Datum convert_to_interface(const Datum& datum, const Type* to, const syntax::Expr* node);
  Value* box(const Datum& datum, const syntax::Expr* node);
  bool boxes_constant(const syntax::Expr* node) const;
  const Image* constant_image(const Datum& datum);
  Value* interface_word(const Type* interface, const Type* concrete);
  Datum build_type_assertion(const syntax::TypeAssertExpr* expr, bool comma_ok, Value** ok);
  Datum unbox(Value* interface, const Type* type);
  Value* has_type(Value* interface, const Type* interface_type, const Type* type);

  // --- build_conversion.cpp
  Datum build_conversion(const syntax::CallExpr* call);
  Datum convert(const Datum& datum, const Type* to, const syntax::Expr* node, Pos pos);
  bool shares_bytes(const void* node) const;
  bool is_joined(const syntax::Expr* expr) const;
  Datum build_text_to_read(const syntax::Expr* expr, const Type* type);
  Datum build_key_to_read(const syntax::Expr* expr, const Type* type);
  const syntax::CallExpr* text_of_bytes(const syntax::Expr* expr) const;
  std::optional<Datum> build_text_length(const syntax::Expr* expr);
  std::optional<Datum> build_constant_text(const Datum& datum, const Type* to, const syntax::Expr* node, Pos pos);
  Datum convert_assigned(const Datum& datum, const Type* to, const syntax::Expr* node);
  Value* convert_number(Value* value, const Type* from, const Type* to);
  Value* data_or_empty(Value* string);

  // --- build_stmt.cpp, build_assignment.cpp
  void build_statement(const syntax::Stmt* stmt);
  void count_block(const syntax::Stmt* stmt);
  void build_list(std::span<syntax::Stmt* const> list);
  void build_block(const syntax::BlockStmt* block) { build_list(block->list); }
  void build_if(const syntax::IfStmt* stmt);
  void build_for(const syntax::ForStmt* stmt);
  void build_labeled(const syntax::LabeledStmt* stmt);
  void build_branch(const syntax::BranchStmt* stmt);
  void build_return(const syntax::ReturnStmt* stmt);
  void emit_return(std::vector<Datum> results);
  void emit_return_of_variables();
  void emit_results(const std::vector<Datum>& results);
  void emit_return_values(const std::vector<Datum>& results);
  std::vector<Datum> load_results();
  void build_declaration(const syntax::VarDecl* decl);
  bool clears(const Location& target, const syntax::Expr* expr) const;
  void build_assignment(const syntax::AssignStmt* stmt);
  /// target op= operand; without operand ++ and --. `node` is what a concatenation's decision is found under.
  void build_operation_assignment(const syntax::Expr* target, syntax::Operator op, const syntax::Expr* operand, Pos pos, const void* node);
  Location locate_target(const syntax::Expr* expr);
  void assign_several_of_one(const syntax::AssignStmt* stmt);
  const Type* target_type(const syntax::Expr* target, const syntax::Expr* value, const types::Var* defined) const;
  const types::Var* defined_var(const syntax::Expr* expr) const;

  // --- build_for_range.cpp
  void build_range(const syntax::ForStmt* stmt);
  void range_integer(const syntax::ForStmt* stmt);
  void range_sequence(const syntax::ForStmt* stmt);
  void range_string(const syntax::ForStmt* stmt);
  void range_map(const syntax::ForStmt* stmt);
  void range_channel(const syntax::ForStmt* stmt);
  void set_range_variable(const syntax::ForStmt* stmt, size_t which, const Datum& datum);
  /// Both variables; `value` is null where the clause has one.
  void set_range_variables(const syntax::ForStmt* stmt, const Datum& key, const Datum* value);
  bool wants_range_variable(const syntax::ForStmt* stmt, size_t which) const;
  /// for hidden := 0; hidden < limit; hidden++ { set(hidden); body }
  void counted_loop(const syntax::ForStmt* stmt, Value* limit, const Type* type, const std::function<void(Value*)>& set);
  /// The frame of all loops: `condition` leads to the body or out, `advance` goes behind the body.
  void build_loop(const syntax::ForStmt* stmt, const std::function<void(Block* body, Block* leave)>& condition,
                  const std::function<void()>& body, const std::function<void()>& advance);

  // --- build_switch.cpp, build_select.cpp
  void build_switch(const syntax::SwitchStmt* stmt);
  void build_type_switch(const syntax::SwitchStmt* stmt);
  void build_clause_bodies(const syntax::SwitchStmt* stmt, std::span<Block* const> bodies, Block* leave);
  Value* build_case_match(const Datum& tag, const syntax::Expr* expr);
  void build_select(const syntax::SelectStmt* stmt);
  Value* frame_memory(const Datum& datum);  ///< address of a place that holds it
  void build_send(const syntax::SendStmt* stmt);
  Datum build_receive(const syntax::UnaryExpr* expr, Value** ok);

  // --- build_defer.cpp
  void build_go_defer(const syntax::CallStmt* stmt);
  void build_recovery();
  void build_call_wrapper();
  bool passes_dictionary(const Callee& callee, const syntax::Expr* fun) const;
  std::vector<const Type*> captured_types(const syntax::CallExpr* call, const std::optional<Callee>& callee);
  std::vector<const syntax::Expr*> captured_arguments(const syntax::CallExpr* call) const;

  // --- build_wrapper.cpp
  void check_receiver(Value* receiver);
  /// Calls method `func` of the instance's receiver, the first parameter or the closure's capture.
  void build_forwarding(bool receiver_is_captured);
  const types::Signature* forwarded_signature(const types::Func* method);
  std::vector<Datum> call_method(const Datum& receiver, const types::Func* method, std::span<const Datum> arguments);
  std::vector<Datum> take_parameters(std::span<const Type* const> list);

  // --- build_init.cpp
  void build_package_init();
  void build_embeddings();

  BuildContext& cx_;
  const types::Info& info_;
  types::TypeStore& types_;
  std::unique_ptr<Function> function_;
  const Instance* instance_;
  Block* current_ = nullptr;
  Pos pos_;
  bool failed_ = false;
  Scope root_;
  Scope* scope_ = &root_;
  std::unordered_map<const inl::InlineContext*, std::unique_ptr<Scope>> inlined_scopes_;

  std::vector<Block*> layout_;
  std::vector<bool> sealed_;                                       ///< by block id
  std::vector<std::unordered_map<uint32_t, Value*>> definitions_;  ///< by block id
  struct PendingPhi {
    uint32_t slot;
    Value* phi;
  };
  std::unordered_map<Block*, std::vector<PendingPhi>> pending_;
  uint32_t slot_count_ = 0;
  std::vector<Place*> result_places_;  ///< of unnamed or blank results in functions with defer
  uint32_t loop_depth_ = 0;
  HeapGroup heap_group_;        ///< the newest
  bool reads_literal_ = false;  ///< what is built is a literal that is only looked at, without calls in it
};

}  // namespace govm::ir
