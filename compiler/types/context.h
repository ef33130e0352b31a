// The checker at work; private to the room. Rules are free functions over Context, named by their term of the
// spec, one file a term. An erroneous operand becomes invalid and stays silent afterwards: one mistake, one message.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compiler/diag/sink.h"
#include "compiler/syntax/decl.h"
#include "compiler/syntax/expr.h"
#include "compiler/syntax/print.h"
#include "compiler/syntax/stmt.h"
#include "compiler/syntax/type_expr.h"
#include "compiler/types/checker.h"
#include "compiler/types/late_objects.h"
#include "compiler/types/method_set.h"
#include "compiler/types/relations.h"
#include "compiler/types/shared_names.h"
#include "compiler/types/store.h"
#include "compiler/types/subst.h"
#include "compiler/types/type_set.h"

namespace govm::types {

/// An expression under check.
struct Operand {
  Mode mode = Mode::Invalid;
  const Type* type = nullptr;
  constant::Value value;
  syntax::Expr* expr = nullptr;
  BuiltinId builtin{};
  std::string_view label;  ///< what messages call it if it is only a part of expr: "1st function result"

  explicit operator bool() const { return mode != Mode::Invalid; }
  bool is_nil() const { return mode == Mode::Nil; }
};

/// What is known of the declaration of a package-level object.
struct DeclInfo {
  Scope* file_scope = nullptr;
  std::vector<Var*> lhs;  ///< of `var a, b = f()`, otherwise empty
  syntax::Expr* type = nullptr;
  syntax::Expr* init = nullptr;
  bool inherited = false;      ///< the constant repeats the expression of the one before
  bool has_late_step = false;  ///< a variable of an outline whose initialiser needs code, but only if something names the variable
  syntax::TypeDecl* type_decl = nullptr;
  syntax::FuncDecl* func_decl = nullptr;
  Scope* func_scope = nullptr;           ///< of a declared function: its parameters
  const Signature* signature = nullptr;  ///< of a declared function
  std::vector<Object*> dependencies;     ///< package-level variables, constants and functions it mentions, in order
  std::unordered_set<const Object*> dependency_set;
};

/// Where in a function the check is.
struct Environment {
  Scope* scope = nullptr;
  DeclInfo* decl = nullptr;                ///< takes dependencies
  const constant::Value* iota = nullptr;   ///< inside a constant declaration
  Pos declared;                            ///< the name whose declaration in a function is checked, if any
  Pos inherited_pos;                       ///< where a repeated constant expression is reported
  const Signature* signature = nullptr;    ///< of the function whose body is checked
  const syntax::Node* function = nullptr;  ///< FuncDecl or FuncLit
  bool in_type_params = false;             ///< inside a list of type parameters
  int version = 0;                         ///< minor version of the language in this file; 0: any
};

struct Context {
  syntax::Session& session;
  TypeStore& store;
  Info& info;
  diag::DiagnosticSink& sink;
  Package* package = nullptr;
  const Checker::Importer* importer = nullptr;
  CheckOptions options;
  Environment env;
  std::unordered_map<const Object*, DeclInfo*> decls;
  std::vector<std::unique_ptr<DeclInfo>> owned_decls;
  std::vector<Object*> path;  ///< objects being declared, for cycles
  int open_types = 0;         ///< types and functions among them
  struct Later {
    int version;
    std::function<void()> check;
  };
  std::vector<Later> later;                                         ///< checks put off until types are complete
  std::unordered_map<const TypeName*, std::vector<Func*>> methods;  ///< by receiver base, not yet attached
  OutlinedObjects outlined{*this};
  std::unordered_map<const Scope*, const syntax::File*> file_of_scope;
  std::unordered_map<const Scope*, int> version_of_scope;  ///< of a file's scope: its Environment::version
  std::vector<std::pair<PkgName*, syntax::ImportDecl*>> imports;
  std::map<std::pair<const Scope*, const Object*>, const PkgName*> dot_imports;
  /// Type arguments given to parameters, for the search for instances without end.
  struct InstantiationAt {
    Pos pos;
    std::vector<const TypeParam*> params;
    std::vector<const Type*> args;
    std::vector<syntax::Expr*> arg_exprs;
  };
  std::vector<InstantiationAt> instantiations;
  /// Interface types as written, those inside others left out, for the search for cycles without a name.
  std::vector<std::pair<Pos, const Interface*>> interface_types;
  int interface_depth = 0;
  /// Array, channel and map types as written, for the check of their sizes once types are finished.
  struct TypeAt {
    Pos pos;
    const Type* type;
  };
  std::vector<TypeAt> sized_types;
  std::vector<std::pair<const syntax::Node*, const Signature*>> functions;  ///< declared ones and literals
  /// Structs and arrays given to print or println.
  struct PrintAt {
    Pos pos;
    std::string_view function;
    const Type* type;
  };
  std::vector<PrintAt> prints;
  /// Of a parameter that a method's receiver names the generic type's own.
  std::unordered_map<const TypeName*, const TypeParam*> canonical_params;
  std::unordered_map<const Named*, bool> variable_sizes;  ///< answers of has_variable_size
  std::unordered_set<const Named*> valid_types;           ///< known to contain no cycle
  std::unordered_set<const syntax::Expr*> shifted;        ///< untyped left operands of shifts whose type is still open
  std::vector<Var*> local_vars;                           ///< of the function being checked, for "declared and not used"
  bool is_order_known = false;                            ///< of initialisation: what is declared later is no part of it
  mutable std::optional<SharedNames> shared_names;        ///< of the package; there once a message was begun
  bool range_over_func = false;                           ///< a loop to be rewritten was seen since this was last reset

  Context(syntax::Session& session, TypeStore& store, Info& info) : session(session), store(store), info(info), sink(session.sink) {}

  template <typename... Args>
  diag::Diagnostic& report(Pos pos, const diag::Message<Args...>& message, std::type_identity_t<Args>... args) {
    // Mistakes in an omitted constant expression stand at the constant.
    if (env.inherited_pos) pos = env.inherited_pos;
    return hint_at_version(pos, sink.report(pos, message, args...));
  }
  /// The type and the operand as messages print them.
  std::string text(const Type* type) const { return message_string(type, message_context()); }
  MessageContext message_context() const {
    if (!shared_names) shared_names.emplace(*package, options.std_packages);
    return {package, &*shared_names, store.universe(), &sink.sources()};
  }
  std::string text(const syntax::Node* node) const { return syntax::to_string(node); }
  std::string text(const Operand& x) const;
  /// "struct " of a defined type or alias with such an underlying type, its basic type otherwise; else nothing.
  std::string describe_kind(const Type* type) const;
  Symbol intern(std::string_view name) { return session.interner.intern(name); }
  const Type* invalid_type() const { return store.basic(BasicKind::Invalid); }
  const Basic* basic(BasicKind kind) const { return store.basic(kind); }
  /// Runs the check once types are complete, under the language version of now.
  void put_off(std::function<void()> check) { later.push_back({env.version, std::move(check)}); }
  /// Whether go1.`minor` is allowed where the check is; with a message if it is not: "… requires go1.18 or later".
  bool allows_version(int minor) const { return env.version == 0 || env.version >= minor; }
  /// A message about the version of the language says where that comes from.
  diag::Diagnostic& hint_at_version(Pos pos, diag::Diagnostic& message) const;
  bool require_version(Pos pos, int minor, std::string_view feature);
  /// The dot import that brought an object into a file's scope; null: none did.
  const PkgName* dot_imported(const Scope* scope, const Object* object) const;
  /// Runs the checks put off since there were `first` of them.
  void process_put_off(size_t first = 0);
};

/// "array", "slice" and so on; empty for basic types.
std::string_view composite_kind(const Type* type);

/// Position at which messages about an operand or node stand: where its text starts.
Pos pos_of(const Operand& x);
Pos pos_of(const syntax::Node* node);

// --- checker.cpp, resolver.cpp, decl.cpp
void collect_objects(Context& c, const std::vector<syntax::File*>& files);
/// The objects of a declaration that was outlined; `has_late_step`: as in DeclInfo.
void collect_late(Context& c, std::span<syntax::Decl*> decls, Scope* file_scope, bool has_late_step);
void declare_object(Context& c, Object* object);
void check_package_objects(Context& c);
/// Of a package with late declarations what runs in any case: variables that have initialisers which need code.
void check_initialized_variables(Context& c);
void check_function_body(Context& c, DeclInfo* decl, const Signature* signature, syntax::BlockStmt* body, const syntax::Node* function);
/// Parses (if skipped) and checks the body of a declared function.
void check_declared_body(Context& c, Func* func, DeclInfo* decl);
void declare_statement(Context& c, const std::vector<syntax::Decl*>& decls);
void declare(Context& c, Scope* scope, Object* object, Pos scope_start);
void compute_init_order(Context& c);
/// Complains if the type contains itself.
void check_type_cycles(Context& c, const Named* named);
void report_unused_imports(Context& c);
/// Complains about generic functions and types whose instances need ever larger ones.
void check_endless_instances(Context& c);
/// Complains about interfaces that refer to themselves, through aliases, without a defined type on the way.
void check_anonymous_interfaces(Context& c);
/// What the compiler's directives ask for that needs types; notes what go:embed gives to variables.
void check_directives(Context& c, const std::vector<syntax::File*>& files);
/// Complains about what Go's compiler could not lay out, in its order: types, then what is printed and has no printed form, then
/// frames, then variables.
void check_limits(Context& c);

// --- type_expr.cpp, signature.cpp, type_params.cpp
const Type* check_type(Context& c, syntax::Expr* expr);
/// A type that may be a constraint's interface or a type parameter is allowed wherever a variable may have it.
const Type* check_var_type(Context& c, syntax::Expr* expr);
/// Reports, once types are complete, a constraint's interface that stands where `expr` gives a variable's type.
void require_var_type(Context& c, syntax::Expr* expr, const Type* type);
/// The size depends on type parameters, or on a type that contains itself, which is reported.
bool has_variable_size(Context& c, const Type* type);
const Type* check_defined_type(Context& c, syntax::Expr* expr, Named* definition);
/// Declares parameters in `scope` where it is given.
/// Fills the signature; the other makes it.
void check_signature(Context& c, Signature* signature, syntax::Field* recv, std::span<syntax::Field*> type_params, syntax::FuncType* type,
                     Scope* scope, const syntax::Node* function);
Signature* check_signature(Context& c, syntax::Field* recv, std::span<syntax::Field*> type_params, syntax::FuncType* type, Scope* scope,
                           const syntax::Node* function);
/// `params` is filled before the constraints are checked, which may use the type whose they are.
void declare_type_params(Context& c, std::span<syntax::Field*> fields, std::vector<const TypeParam*>& params);

// --- expr.cpp and others: operands
void check_name(Context& c, Operand& x, syntax::Name* name, bool want_type = false);
/// Where a value goes: a generic function takes type arguments from there.
struct Target {
  const Type* type = nullptr;
  std::string_view what;  ///< the variable, for messages
};
/// Any expression, type or not; `hint` is the type of an enclosing composite literal element. A generic function
/// without type arguments stays generic.
void check_raw(Context& c, Operand& x, syntax::Expr* expr, const Type* hint = nullptr, const Target& target = {});
/// A generic function is a value only if type arguments follow from where it goes.
void require_instance(Context& c, Operand& x, const Target& target = {});
/// A single value.
void check_expr(Context& c, Operand& x, syntax::Expr* expr, const Target& target = {});
/// A value or generic function (`type_args` then takes those given, if not all are), or a call with several.
void check_generic_expr(Context& c, Operand& x, syntax::Expr* expr, std::vector<const Type*>& type_args);
/// The end of every evaluation: the expression is the operand's, and its type is recorded.
void finish_operand(Context& c, Operand& x, syntax::Expr* expr);
/// A call with several results is reported.
void check_single_value(Context& c, Operand& x);
/// A value or a call with several.
void check_multi_expr(Context& c, Operand& x, syntax::Expr* expr);
/// A single value; a generic function without type arguments stays generic.
void check_generic_value(Context& c, Operand& x, syntax::Expr* expr, const Type* hint = nullptr);
/// Checks expressions for their own mistakes only, and so that what they name counts as used; whether there were none.
bool use(Context& c, std::span<syntax::Expr*> list);
/// The same for left sides of assignments, where a variable's name is no use of it.
bool use_left_sides(Context& c, std::span<syntax::Expr*> list);
/// A value, a type or a built-in function.
void check_expr_or_type(Context& c, Operand& x, syntax::Expr* expr, bool allow_generic = false);
void check_unary(Context& c, Operand& x, syntax::UnaryExpr* expr);
/// `expr` is null for an assignment operation.
void check_binary(Context& c, Operand& x, syntax::Expr* expr, syntax::Expr* lhs, syntax::Expr* rhs, syntax::Operator op);
/// The element of the channels that x may be, for a receive or send; null and reported if there is none.
const Type* channel_element(Context& c, const Operand& x, bool receive);
/// The constant x must fit its type; an untyped one must not be too large.
void check_overflow(Context& c, Operand& x);
/// Spec: a value needs a complete type; one still being declared refers to itself, which is reported.
bool check_complete(Context& c, const Type* type);
void check_selector(Context& c, Operand& x, syntax::SelectorExpr* expr, bool want_type);
/// Why a type has no field or method `name`, or as key in a literal no field; `other`: what differs in case, or null.
std::string lookup_error(Context& c, const Type* type, std::string_view name, const Object* other, bool in_literal);
/// True if x is a generic function, to be instantiated by the indices: they are not checked then.
bool check_index(Context& c, Operand& x, syntax::IndexExpr* expr);
void check_slice(Context& c, Operand& x, syntax::SliceExpr* expr);
void check_composite(Context& c, Operand& x, syntax::CompositeLit* expr, const Type* hint);
void check_func_lit(Context& c, Operand& x, syntax::FuncLit* expr);
void check_type_assertion(Context& c, Operand& x, syntax::TypeAssertExpr* expr);
/// Reports where the dynamic type of x can never be `type`, asserted or the type of a switch's case by `expr`.
void check_assertable(Context& c, syntax::Expr* expr, const Operand& x, const Type* type, bool is_case);
/// Whether the call was a conversion, a built-in or an ordinary call decides how it may stand as a statement.
enum class CallKind : uint8_t { Conversion, Expression, Statement };
CallKind check_call(Context& c, Operand& x, syntax::CallExpr* call);
bool check_builtin(Context& c, Operand& x, syntax::CallExpr* call, BuiltinId id);
/// Passes evaluated arguments to a function that is not generic.
void pass_values(Context& c, syntax::CallExpr* call, const Signature* signature, std::vector<Operand>& values);
/// A value used as index or length (`what`): integer, fitting int and not negative if constant. Whether it is.
bool check_index_operand(Context& c, Operand& x, std::string_view what, bool may_be_negative);
/// An index below `limit` (< 0: unknown). Whether it is valid; `value` takes the constant, or -1.
bool check_index_value(Context& c, syntax::Expr* expr, int64_t limit, int64_t& value);
/// The same, of which only the constant matters.
int64_t check_index_value(Context& c, syntax::Expr* expr, int64_t limit);
/// What stands for "..." in a list of types: a variadic parameter, or an argument passed to one as it is.
enum class Ellipsis : uint8_t { None, Parameter, Argument };
/// Types in parentheses, as "have (…)" and "want (…)" show them.
std::string types_summary(const Context& c, const std::vector<const Type*>& types, Ellipsis ellipsis = Ellipsis::None);
/// The values of a list; with one call of several results they are unpacked (`comma_ok` allows the two-value forms).
std::vector<Operand> check_list(Context& c, std::span<syntax::Expr*> list, bool comma_ok);
void record(Context& c, const Operand& x);
void record_comma_ok(Context& c, syntax::Expr* expr, const Type* first, const Type* second);

// --- conversion.cpp, assignability.cpp
/// Gives an untyped operand the type; invalid and reported where it cannot have it.
void convert_untyped(Context& c, Operand& x, const Type* target);
/// The same for x assigned to a variable of the type; `what` says where. Whether it can have it.
bool convert_for_assignment(Context& c, Operand& x, const Type* target, std::string_view what);
bool is_implicitly_convertible(Context& c, const Operand& x, const Type* target);
/// Gives an expression that is untyped so far, and its operands, their type; final ones may stay untyped.
void update_expr_type(Context& c, syntax::Expr* expr, const Type* type, bool is_final = false);
/// Whether the constant fits the type; `rounded` takes its value there.
bool is_representable(const constant::Value& value, const Basic* type, constant::Value* rounded);
void check_representable(Context& c, Operand& x, const Basic* type);
bool is_assignable(Context& c, const Operand& x, const Type* target, std::string* cause);
bool is_convertible(Context& c, const Operand& x, const Type* target, std::string* cause);
void check_conversion(Context& c, Operand& x, const Type* target);
/// x is assigned to a variable of type `target` (null: it gets x's default type); `what` says where.
void check_assignment(Context& c, Operand& x, const Type* target, std::string_view what);
/// Opens a scope for as long as it lives.
class ScopeGuard {
 public:
  explicit ScopeGuard(Context& c) : c_(c), saved_(c.env.scope) { c.env.scope = c.store.make_scope(saved_); }
  ~ScopeGuard() { c_.env.scope = saved_; }
  ScopeGuard(const ScopeGuard&) = delete;
  ScopeGuard& operator=(const ScopeGuard&) = delete;

 private:
  Context& c_;
  Scope* saved_;
};

/// Why a type does not implement an interface, worded; empty: it does.
/// As a `constraint` it may be satisfied instead.
std::string implementation_gap(Context& c, const Type* type, const Type* interface, bool constraint = false);
/// The part of it about methods, in parentheses; empty: none is missing. Without `static_check` an interface only
/// lacks what contradicts.
std::string missing_method_cause(Context& c, const Type* type, const Type* interface, bool static_check);
/// Converts an untyped operand to the other's type where both may match then; x is invalid if that failed.
void match_types(Context& c, Operand& x, Operand& y);

/// x op y for comparison operators; x becomes an untyped boolean. `switch_case` words messages for a case.
void check_comparison(Context& c, Operand& x, Operand& y, syntax::Operator op, bool switch_case = false);

// --- stmt.cpp and the files of its statements
/// A statement list in the current scope.
void check_block(Context& c, std::span<syntax::Stmt*> list);
/// A block with a scope of its own.
void check_inner_block(Context& c, syntax::BlockStmt* block);
void check_stmt(Context& c, syntax::Stmt* stmt);
void check_range(Context& c, syntax::ForStmt* stmt);
void check_switch(Context& c, syntax::SwitchStmt* stmt);
void check_type_switch(Context& c, syntax::SwitchStmt* stmt, syntax::TypeSwitchGuard* guard);
void check_select(Context& c, syntax::SelectStmt* stmt);
/// lhs = x for a variable that may not have a type yet.
void init_var(Context& c, Var* lhs, Operand& x, std::string_view what);
/// lhs = rhs of a declaration, short declaration or return statement.
void init_vars(Context& c, const std::vector<Var*>& lhs, std::span<syntax::Expr*> rhs, const syntax::Stmt* return_stmt);
/// A constant needs a value of its own (`inherited`: of an earlier declaration), a variable one or a call with several.
void check_value_count(Context& c, Pos decl_pos, std::span<syntax::Name*> names, std::span<syntax::Expr*> values, bool constants,
                       bool inherited);
/// var lhs = rhs inside a function.
void init_declared_vars(Context& c, const std::vector<Var*>& lhs, std::span<syntax::Name*> names, std::span<syntax::Expr*> rhs);
/// lhs = x, x already checked.
void assign_var(Context& c, syntax::Expr* lhs, Operand& x, std::string_view what);
void assign_vars(Context& c, std::span<syntax::Expr*> lhs, std::span<syntax::Expr*> rhs);
void short_var_decl(Context& c, syntax::AssignStmt* stmt);
bool is_terminating(Context& c, const syntax::Stmt* stmt);
bool is_terminating_list(Context& c, std::span<syntax::Stmt*> list);
void report_unused_vars(Context& c, size_t first);

}  // namespace govm::types
