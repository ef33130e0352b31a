// The checker at work; private to the room. Rules are free functions over Context, named by their term of the
// spec, one file a term. An erroneous operand becomes invalid and stays silent afterwards: one mistake, one message.
#pragma once

#include <functional>
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
#include "compiler/types/method_set.h"
#include "compiler/types/relations.h"
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

  explicit operator bool() const { return mode != Mode::Invalid; }
  bool is_nil() const { return mode == Mode::Nil; }
};

/// What is known of the declaration of a package-level object.
struct DeclInfo {
  Scope* file_scope = nullptr;
  std::vector<Var*> lhs;              ///< of `var a, b = f()`, otherwise empty
  syntax::Expr* type = nullptr;
  syntax::Expr* init = nullptr;
  bool inherited = false;             ///< the constant repeats the expression of the one before
  syntax::TypeDecl* type_decl = nullptr;
  syntax::FuncDecl* func_decl = nullptr;
  Scope* func_scope = nullptr;        ///< of a declared function: its parameters
  std::vector<Object*> dependencies;  ///< package-level variables, constants and functions it mentions, in order
  std::unordered_set<const Object*> dependency_set;
};

/// Where in a function the check is.
struct Environment {
  Scope* scope = nullptr;
  DeclInfo* decl = nullptr;               ///< takes dependencies
  const constant::Value* iota = nullptr;  ///< inside a constant declaration
  Pos inherited_pos;                      ///< where a repeated constant expression is reported
  const Signature* signature = nullptr;   ///< of the function whose body is checked
  const syntax::Node* function = nullptr; ///< FuncDecl or FuncLit
  bool is_panic = false;
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
  std::vector<Object*> path;                  ///< objects being declared, for cycles
  std::vector<std::function<void()>> later;   ///< checks put off until types are complete
  std::unordered_map<const TypeName*, std::vector<Func*>> methods;  ///< by receiver base, not yet attached
  std::unordered_map<const Scope*, const syntax::File*> file_of_scope;
  std::vector<std::pair<PkgName*, syntax::ImportDecl*>> imports;
  std::unordered_set<const Named*> valid_types;  ///< known to contain no cycle
  std::vector<Var*> local_vars;               ///< of the function being checked, for "declared and not used"

  Context(syntax::Session& session, TypeStore& store, Info& info)
      : session(session), store(store), info(info), sink(session.sink) {}

  template <typename... Args>
  diag::Diagnostic& report(Pos pos, const diag::Message<Args...>& message, std::type_identity_t<Args>... args) {
    return sink.report(pos, message, args...);
  }
  /// The type and the operand as messages print them.
  std::string text(const Type* type) const { return type_string(type, package); }
  std::string text(const syntax::Node* node) const { return syntax::to_string(node); }
  std::string text(const Operand& x) const;
  std::string describe_kind(const Type* type) const;
  bool is_error_or_any(const Type* type) const;
  Symbol intern(std::string_view name) { return session.interner.intern(name); }
  const Type* invalid_type() const { return store.basic(BasicKind::Invalid); }
  const Basic* basic(BasicKind kind) const { return store.basic(kind); }
  void put_off(std::function<void()> check) { later.push_back(std::move(check)); }
  /// Runs the checks put off since there were `first` of them.
  void process_put_off(size_t first = 0);
};

/// Position at which messages about an operand or node stand: where its text starts.
Pos pos_of(const Operand& x);
Pos pos_of(const syntax::Node* node);

// --- checker.cpp, resolver.cpp, decl.cpp
void collect_objects(Context& c, const std::vector<syntax::File*>& files);
void declare_object(Context& c, Object* object);
void check_package_objects(Context& c);
void check_function_body(Context& c, DeclInfo* decl, const Signature* signature, syntax::BlockStmt* body, const syntax::Node* function);
/// Parses (if skipped) and checks the body of a declared function.
void check_declared_body(Context& c, Func* func, DeclInfo* decl);
void declare_statement(Context& c, const std::vector<syntax::Decl*>& decls);
void declare(Context& c, Scope* scope, Object* object, Pos scope_start);
void compute_init_order(Context& c);
/// Complains if the type contains itself.
void check_type_cycles(Context& c, const Named* named);
void report_unused_imports(Context& c);

// --- type_expr.cpp
const Type* check_type(Context& c, syntax::Expr* expr);
/// A type that may be a constraint's interface or a type parameter is allowed wherever a variable may have it.
const Type* check_var_type(Context& c, syntax::Expr* expr);
const Type* check_defined_type(Context& c, syntax::Expr* expr, Named* definition);
/// Declares parameters in `scope` where it is given.
Signature* check_signature(Context& c, syntax::Field* recv, std::span<syntax::Field*> type_params, syntax::FuncType* type, Scope* scope,
                           const syntax::Node* function);
std::vector<const TypeParam*> declare_type_params(Context& c, std::span<syntax::Field*> fields);
const Type* check_instantiated_type(Context& c, syntax::IndexExpr* expr);

// --- expr.cpp and others: operands
void check_name(Context& c, Operand& x, syntax::Name* name);
/// Where a value goes: a generic function takes type arguments from there.
struct Target {
  const Type* type = nullptr;
  std::string_view what;  ///< the variable, for messages
};
/// Any expression, type or not; `hint` is the type of an enclosing composite literal element. A generic function
/// without type arguments stays generic.
void check_raw(Context& c, Operand& x, syntax::Expr* expr, const Type* hint = nullptr, const Target& target = {});
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
/// What is called: a value, a generic function, a type or a built-in.
void check_expr_or_type_or_builtin(Context& c, Operand& x, syntax::Expr* expr);
/// A value, or a type.
void check_expr_or_type(Context& c, Operand& x, syntax::Expr* expr, bool allow_generic = false);
void check_unary(Context& c, Operand& x, syntax::UnaryExpr* expr);
void check_binary(Context& c, Operand& x, syntax::Expr* expr, syntax::Expr* lhs, syntax::Expr* rhs, syntax::Operator op, Pos op_pos);
void check_selector(Context& c, Operand& x, syntax::SelectorExpr* expr, bool want_type);
/// True if x is a generic function, to be instantiated by the indices: they are not checked then.
bool check_index(Context& c, Operand& x, syntax::IndexExpr* expr);
void check_slice(Context& c, Operand& x, syntax::SliceExpr* expr);
void check_composite(Context& c, Operand& x, syntax::CompositeLit* expr, const Type* hint);
void check_func_lit(Context& c, Operand& x, syntax::FuncLit* expr);
void check_type_assertion(Context& c, Operand& x, syntax::TypeAssertExpr* expr);
/// Whether the call was a conversion, a built-in or an ordinary call decides how it may stand as a statement.
enum class CallKind : uint8_t { Conversion, Expression, Statement };
CallKind check_call(Context& c, Operand& x, syntax::CallExpr* call);
bool check_builtin(Context& c, Operand& x, syntax::CallExpr* call, BuiltinId id);
/// An index: integer, not negative if constant; `length` < 0: unknown. Returns the constant or -1.
int64_t check_index_value(Context& c, syntax::Expr* expr, int64_t length, bool allow_length = false);
/// The values of a list; with one call of several results they are unpacked (`comma_ok` allows the two-value forms).
std::vector<Operand> check_list(Context& c, std::span<syntax::Expr*> list, bool comma_ok);
void record(Context& c, const Operand& x);
void record_comma_ok(Context& c, syntax::Expr* expr, const Type* first, const Type* second);

// --- conversion.cpp, assignability.cpp
/// Gives an untyped operand the type; invalid and reported where it cannot have it.
void convert_untyped(Context& c, Operand& x, const Type* target);
void update_expr_type(Context& c, syntax::Expr* expr, const Type* type);
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
std::string implementation_gap(Context& c, const Type* type, const Type* interface);
/// The part of it about methods, in parentheses; empty: none is missing.
std::string missing_method_cause(Context& c, const Type* type, const Interface* interface);
/// Matches the types of two operands of a binary operation or comparison.
bool match_types(Context& c, Operand& x, Operand& y);

/// x op y for comparison operators; x becomes an untyped boolean. `switch_case` words messages for a case.
void check_comparison(Context& c, Operand& x, Operand& y, syntax::Operator op, Pos op_pos, bool switch_case = false);

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
