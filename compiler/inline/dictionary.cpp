// Layout of dictionaries: see dictionary.h.
#include "compiler/inline/dictionary.h"

#include <algorithm>

#include "compiler/inline/reachable.h"
#include "compiler/syntax/decl.h"
#include "compiler/syntax/type_expr.h"
#include "compiler/types/relations.h"
#include "compiler/types/store.h"
#include "compiler/types/type_set.h"

namespace govm::inl {
namespace {

using syntax::NodeKind;
using types::as_object;
using types::BuiltinId;
using types::core_of;
using types::pointed_to;

/// A type where it is written: Go's compiler knows type literals by their place, and has a word for each place. Defined types and type
/// parameters are the same everywhere (spelling 0).
struct Spelled {
  const types::Type* type = nullptr;
  uint64_t spelling = 0;
  auto operator<=>(const Spelled&) const = default;
};

uint64_t mixed(uint64_t a, uint64_t b) {
  a = (a ^ b) * 0x9e3779b97f4a7c15;
  return a ^ (a >> 29);
}
uint64_t place(const void* at) { return mixed(1, reinterpret_cast<uintptr_t>(at)); }

constexpr uint64_t kElem = 2;
constexpr uint64_t kKey = 3;
constexpr uint64_t kResult = 4;
constexpr uint64_t kField = 1000;

const types::Type* elem_of(const types::Type* type) {
  type = core_of(type);
  if (const auto* slice = types::as<types::Slice>(type)) return slice->elem;
  if (const auto* array = types::as<types::Array>(type)) return array->elem;
  if (const auto* map = types::as<types::Map>(type)) return map->elem;
  if (const auto* channel = types::as<types::Chan>(type)) return channel->elem;
  if (const auto* pointer = types::as<types::Pointer>(type)) return pointer->elem;
  return nullptr;
}

/// Walks the text of declarations in the order in which Go's compiler writes it down.
class Collector {
 public:
  Collector(const types::Info& info, types::TypeStore& store, Dictionary& dictionary)
      : info_(info), store_(store), dictionary_(dictionary) {}

  void declaration(const types::Func* func) {
    dictionary_.parts.push_back({func->signature()->all_type_params(), {}, {}});
    const syntax::FuncDecl* decl = func->decl;
    if (decl->recv != nullptr) parameter(decl->recv, func->signature()->recv);
    function(decl->type, func->signature(), decl->body);
  }

 private:
  // What is looked up
  bool is_derived(const types::Type* type) const { return type != nullptr && types::is_parameterized(type); }
  void type(Spelled spelled) {
    if (!is_derived(spelled.type) || !types_.insert(spelled).second) return;
    ++dictionary_.type_count;
    dictionary_.parts.back().types.push_back(spelled.type);
  }
  void conversion(Spelled from, Spelled to) {
    type(from);
    type(to);
    if (!is_derived(from.type) && !is_derived(to.type)) return;
    if (conversions_.insert({from, to}).second) ++dictionary_.conversion_count;
  }
  void instance(const types::Object* object, std::vector<const types::Type*> args) {
    if (std::ranges::none_of(args, [&](const types::Type* arg) { return is_derived(arg); })) return;
    Dictionary::Instance instance{object, std::move(args)};
    if (std::ranges::find(dictionary_.instances, instance) != dictionary_.instances.end()) return;
    dictionary_.parts.back().instances.push_back(instance);
    dictionary_.instances.push_back(std::move(instance));
  }
  void method(const types::TypeParam* param, Symbol name) {
    const std::pair<const types::TypeParam*, Symbol> entry{param, name};
    if (std::ranges::find(dictionary_.methods, entry) == dictionary_.methods.end()) dictionary_.methods.push_back(entry);
  }

  // Spellings
  Spelled spell(const types::Type* type, uint64_t spelling) const {
    if (type == nullptr) return {};
    type = types::unalias(type);
    const bool is_literal = types::is_a<types::Named>(type) == nullptr && !types::is_type_param(type);
    return {type, is_literal ? spelling : 0};
  }
  Spelled part_of(Spelled whole, const types::Type* type, uint64_t part) const {
    return spell(type, mixed(whole.spelling != 0 ? whole.spelling : place(whole.type), part));
  }
  Spelled of_type(const syntax::Expr* expr) const {
    expr = syntax::unparen(expr);
    const types::Type* type = info_.type_of(expr);
    const auto* named = type != nullptr && type->kind() == types::TypeKind::Alias ? static_cast<const types::Alias*>(type) : nullptr;
    return spell(type, named != nullptr ? place(named) : place(expr));
  }
  Spelled of_var(const types::Var* var) const {
    auto it = variables_.find(var);
    return it != variables_.end() ? it->second : spell(var->type, place(var));
  }
  Spelled of(const syntax::Expr* expr) const {
    expr = syntax::unparen(expr);
    const types::Type* type = info_.type_of(expr);
    if (type == nullptr || !is_derived(type)) return spell(type, 0);
    if (info_.is_type(expr)) return of_type(expr);
    switch (expr->kind) {
      case NodeKind::Name:
        if (const auto* var = as_object<types::Var>(info_.object_of(syntax::cast<syntax::Name>(expr)))) return of_var(var);
        break;
      case NodeKind::CompositeLit: {
        const auto* literal = syntax::cast<syntax::CompositeLit>(expr);
        if (literal->type != nullptr) return of_type(literal->type);
        break;
      }
      case NodeKind::FuncLit: return spell(type, place(syntax::cast<syntax::FuncLit>(expr)->type));
      case NodeKind::TypeAssertExpr: return of_type(syntax::cast<syntax::TypeAssertExpr>(expr)->type);
      case NodeKind::CallExpr: {
        const auto* call = syntax::cast<syntax::CallExpr>(expr);
        if (info_.is_type(call->fun)) return of_type(call->fun);
        const std::optional<BuiltinId> builtin = builtin_of(info_, call->fun);
        if (builtin == BuiltinId::Make) return of_type(call->args[0]);
        if (builtin == BuiltinId::Append) return spell(type, of(call->args[0]).spelling);
        if (!builtin) return part_of(of(call->fun), type, kResult);
        break;
      }
      case NodeKind::SelectorExpr: {
        const types::Selection* selection = info_.selection_of(syntax::cast<syntax::SelectorExpr>(expr));
        if (selection == nullptr) break;
        Spelled whole = of(syntax::cast<syntax::SelectorExpr>(expr)->x);
        if (const auto* pointer = types::as<types::Pointer>(whole.type)) whole = part_of(whole, pointer->elem, kElem);
        uint64_t path = kField;
        for (const uint32_t index : selection->path) path = mixed(path, index);
        return part_of(whole, type, path);
      }
      case NodeKind::IndexExpr: {
        const auto* index = syntax::cast<syntax::IndexExpr>(expr);
        const types::Type* indexed = info_.type_of(syntax::unparen(index->x));
        if (elem_of(indexed) != nullptr) return part_of(of(index->x), type, kElem);
        break;
      }
      case NodeKind::SliceExpr: {
        const Spelled whole = of(syntax::cast<syntax::SliceExpr>(expr)->x);
        if (types::as<types::Slice>(core_of(whole.type)) != nullptr) return spell(type, whole.spelling);
        break;
      }
      case NodeKind::StarExpr: return part_of(of(syntax::cast<syntax::StarExpr>(expr)->x), type, kElem);
      case NodeKind::UnaryExpr:
        if (syntax::cast<syntax::UnaryExpr>(expr)->op == syntax::Operator::Recv)
          return part_of(of(syntax::cast<syntax::UnaryExpr>(expr)->x), type, kElem);
        break;
      default: break;
    }
    // An instance of a function is the same for the same arguments.
    const types::Instantiation* instance = nullptr;
    if (const types::Func* func = function_of(expr, instance); func != nullptr && instance != nullptr) {
      uint64_t spelling = place(func);
      for (const types::Type* arg : instance->type_args) spelling = mixed(spelling, place(arg));
      return spell(type, spelling);
    }
    return spell(type, place(expr));
  }

  /// The declared function that an expression names, and its instance.
  const types::Func* function_of(const syntax::Expr* expr, const types::Instantiation*& instance) const {
    if (const auto* index = syntax::as<syntax::IndexExpr>(expr); index != nullptr && info_.is_type(index->index()))
      expr = syntax::unparen(index->x);
    const auto* name = syntax::as<syntax::Name>(expr);
    if (const auto* selector = syntax::as<syntax::SelectorExpr>(expr); selector != nullptr && info_.selection_of(selector) == nullptr)
      name = selector->sel;
    if (name == nullptr) return nullptr;
    instance = info_.instance_of(name);
    return as_object<types::Func>(info_.object_of(name));
  }

  // Variables
  void declare(const types::Var* var, Spelled spelled) {
    if (var == nullptr) return;
    const Spelled own = spell(var->type, spelled.spelling);
    variables_[var] = own;
    type(own);
  }
  void parameter(const syntax::Field* field, const types::Var* var) {
    // The parameters of a loop's body that has become a function are written without types.
    const Spelled written = field->type != nullptr ? of_type(field->type) : Spelled{};
    declare(var, written.type != nullptr ? written : Spelled{var->type, place(field)});
  }
  void function(const syntax::FuncType* written, const types::Signature* signature, const syntax::BlockStmt* body) {
    parameters(written->params, signature->params);
    parameters(written->results, signature->results);
    const std::span<syntax::Field* const> outer = std::exchange(results_, written->results);
    if (body != nullptr) block(body->list);
    results_ = outer;
  }
  void parameters(std::span<syntax::Field* const> written, const std::vector<const types::Var*>& vars) {
    for (size_t i = 0; i < vars.size() && i < written.size(); ++i) {
      const auto* named = written[i]->name != nullptr ? as_object<types::Var>(info_.object_of(written[i]->name)) : nullptr;
      parameter(written[i], named != nullptr ? named : vars[i]);
    }
  }

  // Statements
  void block(std::span<syntax::Stmt* const> list) {
    for (const syntax::Stmt* stmt : reachable(info_, list)) statement(stmt);
  }
  void statement(const syntax::Stmt* stmt) {
    if (stmt == nullptr) return;
    switch (stmt->kind) {
      case NodeKind::AssignStmt: {
        const auto* assign = syntax::cast<syntax::AssignStmt>(stmt);
        if (assign->op == syntax::Operator::None) return assignment(assign->lhs, assign->rhs, nullptr);
        expression(assign->lhs[0]);
        return converted(assign->rhs[0], syntax::is_shift(assign->op) ? Spelled{} : of(assign->lhs[0]));
      }
      case NodeKind::BlockStmt: return block(syntax::cast<syntax::BlockStmt>(stmt)->list);
      case NodeKind::CallStmt: return expression(syntax::cast<syntax::CallStmt>(stmt)->call);
      case NodeKind::DeclStmt:
        for (const syntax::Decl* decl : syntax::cast<syntax::DeclStmt>(stmt)->decls) {
          const auto* variables = syntax::as<syntax::VarDecl>(decl);
          if (variables == nullptr) continue;
          const std::vector<syntax::Expr*> names(variables->names.begin(), variables->names.end());
          assignment(names, variables->values, variables->type);
        }
        return;
      case NodeKind::ExprStmt: return expression(syntax::cast<syntax::ExprStmt>(stmt)->x);
      case NodeKind::ForStmt: return loop(syntax::cast<syntax::ForStmt>(stmt));
      case NodeKind::IfStmt: {
        const auto* choice = syntax::cast<syntax::IfStmt>(stmt);
        const syntax::Expr* condition = choice->cond;
        const int known = static_bool(info_, condition);
        statement(choice->init);
        expression(condition);
        if (known >= 0) block(choice->then->list);
        if (known <= 0) statement(choice->else_);
        return;
      }
      case NodeKind::IncDecStmt: return expression(syntax::cast<syntax::IncDecStmt>(stmt)->x);
      case NodeKind::LabeledStmt: return statement(syntax::cast<syntax::LabeledStmt>(stmt)->stmt);
      case NodeKind::ReturnStmt:
        return values(syntax::cast<syntax::ReturnStmt>(stmt)->results, [this](size_t i) -> Spelled {
          return i < results_.size() && results_[i]->type != nullptr ? of_type(results_[i]->type) : Spelled{};
        });
      case NodeKind::SelectStmt:
        for (const syntax::CommClause* clause : syntax::cast<syntax::SelectStmt>(stmt)->body) {
          statement(clause->comm);
          block(clause->body);
        }
        return;
      case NodeKind::SendStmt: {
        const auto* send = syntax::cast<syntax::SendStmt>(stmt);
        expression(send->chan);
        const Spelled channel = of(send->chan);
        return converted(send->value, part_of(channel, elem_of(channel.type), kElem));
      }
      case NodeKind::SwitchStmt: return choice(syntax::cast<syntax::SwitchStmt>(stmt));
      default: return;
    }
  }
  void assignment(std::span<syntax::Expr* const> lhs, std::span<syntax::Expr* const> rhs, const syntax::Expr* written) {
    std::vector<Spelled> targets;
    for (size_t i = 0; i < lhs.size(); ++i) {
      const syntax::Expr* to = syntax::unparen(lhs[i]);
      const auto* name = syntax::as<syntax::Name>(to);
      if (name != nullptr && name->text() == "_") {
        targets.emplace_back();
        continue;
      }
      const auto* var = name != nullptr ? as_object<types::Var>(info_.object_of(name)) : nullptr;
      if (var != nullptr && var->pos == name->pos && var->var_kind == types::VarKind::Local) {
        Spelled spelled{var->type, 0};
        if (written != nullptr) {
          spelled = of_type(written);
        } else if (rhs.size() == lhs.size()) {
          spelled = of(rhs[i]);
        } else if (!rhs.empty()) {
          spelled = spell(var->type, mixed(of(rhs[0]).spelling, i));
        }
        declare(var, spelled);
      } else {
        expression(to);
      }
      targets.push_back(var != nullptr ? of_var(var) : of(to));
    }
    values(rhs, [&](size_t i) { return i < targets.size() ? targets[i] : Spelled{}; });
  }
  void loop(const syntax::ForStmt* stmt) {
    if (stmt->range == nullptr) {
      const syntax::Expr* condition = stmt->cond;
      const bool never = condition != nullptr && static_bool(info_, condition) < 0;
      statement(stmt->init);
      if (condition != nullptr) expression(condition);
      if (never) return;
      statement(stmt->post);
      return block(stmt->body->list);
    }
    const syntax::RangeClause* range = stmt->range;
    const Spelled over = of(range->x);
    const types::Type* core = core_of(over.type);
    const auto* map = types::as<types::Map>(core);
    // The types of what is iterated over; one that does not depend on type parameters asks for nothing.
    Spelled yields[2];
    if (map != nullptr) {
      yields[0] = part_of(over, map->key, kKey);
      yields[1] = part_of(over, map->elem, kElem);
    } else if (types::as<types::Chan>(core) != nullptr) {
      yields[0] = part_of(over, elem_of(core), kElem);
    } else if (core != nullptr && types::is_integer(core)) {
      yields[0] = over;
    } else if (core != nullptr && !types::is_string(core)) {
      const auto* pointer = types::as<types::Pointer>(core);
      yields[1] = part_of(over, elem_of(pointer != nullptr ? pointer->elem : core), kElem);
    }
    Spelled targets[2];
    for (size_t i = 0; i < range->lhs.size() && i < 2; ++i) {
      const syntax::Expr* to = syntax::unparen(range->lhs[i]);
      const auto* name = syntax::as<syntax::Name>(to);
      if (name != nullptr && name->text() == "_") continue;
      const auto* var = name != nullptr ? as_object<types::Var>(info_.object_of(name)) : nullptr;
      if (range->define) {
        declare(var, yields[i]);
      } else {
        expression(to);
      }
      targets[i] = var != nullptr ? of_var(var) : of(to);
    }
    expression(range->x);
    if (map != nullptr) type(over);
    for (size_t i = 0; i < 2; ++i) {
      if (targets[i].type != nullptr) conversion(yields[i], targets[i]);
    }
    block(stmt->body->list);
  }
  void choice(const syntax::SwitchStmt* stmt) {
    statement(stmt->init);
    Clauses clauses{{stmt->body.begin(), stmt->body.end()}, false};
    Spelled compared;
    const auto* guard = syntax::as<syntax::TypeSwitchGuard>(stmt->tag);
    if (guard != nullptr) {
      expression(guard->x);
    } else {
      clauses = reachable_clauses(info_, stmt);
      const syntax::Expr* tag = clauses.is_decided ? nullptr : stmt->tag;
      if (tag != nullptr) compared = of(tag);
      const types::Type* type = tag != nullptr ? compared.type : store_.basic(types::BasicKind::Bool);
      type = comparison_type(info_, clauses, type, store_.empty_interface(), [&](const syntax::Expr* expr) { return info_.type_of(expr); });
      if (type != compared.type) compared = {type, 0};
      if (tag != nullptr) converted(tag, compared);
    }
    for (const syntax::CaseClause* clause : clauses.list) {
      Spelled last;
      for (const syntax::Expr* one : clause->cases) {
        if (clauses.is_decided) break;
        if (guard == nullptr) {
          converted(one, compared);
        } else if (info_.mode_of(syntax::unparen(one)) != types::Mode::Nil) {
          last = of_type(one);
          tested(of(guard->x), last);
        }
      }
      const auto* var = as_object<types::Var>(info_.implicit_of(clause));
      if (guard != nullptr && guard->lhs != nullptr && var != nullptr) declare(var, clause->cases.size() == 1 ? last : of(guard->x));
      block(clause->body);
    }
  }

  // Expressions
  /// A value of an interface is tested for a type.
  void tested(Spelled interface, Spelled wanted) {
    const auto* under = types::as<types::Interface>(interface.type);
    if (under != nullptr && (!types::type_set_of(under).methods.empty() || types::type_set_of(under).has_terms())) {
      conversion(wanted, interface);
    } else {
      type(wanted);
    }
  }
  void converted(const syntax::Expr* expr, Spelled to) {
    const syntax::Expr* bare = syntax::unparen(expr);
    const types::Type* from = info_.type_of(bare);
    const bool is_nil = info_.mode_of(bare) == types::Mode::Nil;
    if (to.type != nullptr && from != nullptr && !is_nil && types::is_untyped(from)) {
      if (types::is_interface(to.type)) conversion({store_.default_type(from), 0}, to);
    } else if (to.type != nullptr && from != nullptr && !is_nil && !types::identical(from, to.type)) {
      conversion(of(bare), to);
    }
    expression(expr);
  }
  /// A list of values, or the values of one expression.
  template <class Target>
  void values(std::span<syntax::Expr* const> exprs, Target&& target) {
    const auto* tuple = exprs.size() == 1 ? types::is_a<types::Tuple>(info_.type_of(syntax::unparen(exprs[0]))) : nullptr;
    if (tuple == nullptr) {
      for (size_t i = 0; i < exprs.size(); ++i) converted(exprs[i], target(i));
      return;
    }
    expression(exprs[0]);
    const Spelled whole{tuple, of(exprs[0]).spelling};
    for (size_t i = 0; i < tuple->size(); ++i) {
      const types::Type* from = tuple->vars[i]->type;
      const Spelled to = target(i);
      if (to.type != nullptr && !types::identical(from, to.type)) conversion(part_of(whole, from, i), to);
    }
  }
  void expression(const syntax::Expr* expr) {
    expr = syntax::unparen(expr);
    if (info_.is_constant(expr) || info_.mode_of(expr) == types::Mode::Nil) return;
    const types::Instantiation* instantiation = nullptr;
    if (const types::Func* func = function_of(expr, instantiation)) {
      if (instantiation != nullptr) instance(func->origin != nullptr ? func->origin : func, instantiation->type_args);
      return;
    }
    switch (expr->kind) {
      case NodeKind::CompositeLit: return composite(syntax::cast<syntax::CompositeLit>(expr));
      case NodeKind::FuncLit: {
        const auto* literal = syntax::cast<syntax::FuncLit>(expr);
        const auto* signature = types::as<types::Signature>(info_.type_of(literal));
        if (signature != nullptr) function(literal->type, signature, literal->body);
        return;
      }
      case NodeKind::SelectorExpr: {
        const auto* selector = syntax::cast<syntax::SelectorExpr>(expr);
        const types::Selection* selection = info_.selection_of(selector);
        if (selection == nullptr) return;
        if (selection->kind != types::SelectionKind::MethodExpr) expression(selector->x);
        if (selection->kind != types::SelectionKind::Field) method_of(selector, *selection);
        return;
      }
      case NodeKind::IndexExpr: {
        const auto* index = syntax::cast<syntax::IndexExpr>(expr);
        const auto* selector = syntax::as<syntax::SelectorExpr>(syntax::unparen(index->x));
        const types::Selection* selection = selector != nullptr ? info_.selection_of(selector) : nullptr;
        if (selection != nullptr && selection->kind != types::SelectionKind::Field) return expression(selector);
        const Spelled indexed = of(index->x);
        const auto* map = types::as<types::Map>(core_of(indexed.type));
        expression(index->x);
        converted(index->index(), map != nullptr ? part_of(indexed, map->key, kKey) : Spelled{});
        if (map != nullptr) type(indexed);
        return;
      }
      case NodeKind::SliceExpr: {
        const auto* slice = syntax::cast<syntax::SliceExpr>(expr);
        expression(slice->x);
        for (const syntax::Expr* bound : slice->index) {
          if (bound != nullptr) expression(bound);
        }
        return;
      }
      case NodeKind::TypeAssertExpr: {
        const auto* assertion = syntax::cast<syntax::TypeAssertExpr>(expr);
        expression(assertion->x);
        tested(of(assertion->x), of_type(assertion->type));
        return type(of(assertion->x));
      }
      case NodeKind::StarExpr: return expression(syntax::cast<syntax::StarExpr>(expr)->x);
      case NodeKind::UnaryExpr: return expression(syntax::cast<syntax::UnaryExpr>(expr)->x);
      case NodeKind::BinaryExpr: {
        const auto* binary = syntax::cast<syntax::BinaryExpr>(expr);
        Spelled common;
        if (!syntax::is_shift(binary->op)) {
          // An interface and a value are compared as interfaces.
          common = of(binary->x);
          if (!types::is_interface(common.type)) common = of(binary->y);
          if (!types::is_interface(common.type)) common = {};
        }
        converted(binary->x, common);
        return converted(binary->y, common);
      }
      case NodeKind::CallExpr: return call(syntax::cast<syntax::CallExpr>(expr));
      default: return;
    }
  }
  void composite(const syntax::CompositeLit* literal) {
    Spelled made = of(literal);
    if (literal->type == nullptr) {
      if (const auto* pointer = types::as<types::Pointer>(core_of(made.type))) made = part_of(made, pointer->elem, kElem);
    }
    const types::Type* core = core_of(made.type);
    const auto* fields = types::as<types::Struct>(core);
    const auto* map = types::as<types::Map>(core);
    if (map != nullptr) type(made);
    for (size_t i = 0; i < literal->elems.size(); ++i) {
      const auto* pair = syntax::as<syntax::KeyValueExpr>(literal->elems[i]);
      const syntax::Expr* value = pair != nullptr ? pair->value : literal->elems[i];
      if (fields != nullptr) {
        const auto* key = pair != nullptr ? syntax::as<syntax::Name>(pair->key) : nullptr;
        const auto* named = key != nullptr ? as_object<types::Var>(info_.object_of(key)) : nullptr;
        const types::Type* field = named != nullptr ? named->type : i < fields->fields.size() ? fields->fields[i]->type : nullptr;
        converted(value, part_of(made, field, mixed(kField, named != nullptr ? named->field_index : i)));
        continue;
      }
      if (map != nullptr && pair != nullptr) converted(pair->key, part_of(made, map->key, kKey));
      converted(value, part_of(made, elem_of(core), kElem));
    }
  }
  void method_of(const syntax::SelectorExpr* selector, const types::Selection& selection) {
    const auto* func = as_object<types::Func>(selection.object);
    const types::Type* receiver = receiver_of(selection);
    if (types::is_type_param(receiver)) return method(static_cast<const types::TypeParam*>(receiver), func->name);
    Dictionary::Instance called = instance_of_method(info_, selector, selection);
    if (called.object != nullptr) instance(called.object, std::move(called.args));
  }
  void call(const syntax::CallExpr* call) {
    if (info_.is_type(call->fun)) {
      const syntax::Expr* x = syntax::unparen(call->args[0]);
      const Spelled from = info_.mode_of(x) == types::Mode::Nil ? of_type(call->fun) : of(x);
      conversion(from.type != nullptr && types::is_untyped(from.type) ? Spelled{store_.default_type(from.type), 0} : from,
                 of_type(call->fun));
      return expression(x);
    }
    const std::optional<BuiltinId> builtin = builtin_of(info_, call->fun);
    if (builtin == BuiltinId::Make) {
      const Spelled made = of_type(call->args[0]);
      type(made);
      for (const syntax::Expr* size : call->args.subspan(1)) expression(size);
      if (types::as<types::Slice>(core_of(made.type)) != nullptr) type(part_of(made, elem_of(made.type), kElem));
      return;
    }
    if (builtin == BuiltinId::New && info_.is_type(call->args[0])) return type(of_type(call->args[0]));
    if (builtin == BuiltinId::UnsafeSizeof || builtin == BuiltinId::UnsafeAlignof || builtin == BuiltinId::UnsafeOffsetof) return;
    if (builtin) return builtin_call(call, *builtin);
    expression(call->fun);
    const types::Type* called = info_.type_of(syntax::unparen(call->fun));
    const auto* signature = types::as<types::Signature>(core_of(called));
    if (signature == nullptr) return;
    const Spelled fun = of(call->fun);
    values(call->args, [&](size_t i) -> Spelled {
      const std::vector<const types::Var*>& params = signature->params;
      if (signature->variadic && !call->has_dots && i + 1 >= params.size())
        return part_of(part_of(fun, params.back()->type, kField + params.size() - 1), elem_of(params.back()->type), kElem);
      return i < params.size() ? part_of(fun, params[i]->type, kField + i) : Spelled{};
    });
  }
  void builtin_call(const syntax::CallExpr* call, BuiltinId id) {
    const auto first = [&]() -> Spelled {
      if (call->args.empty()) return {};
      const types::Type* type = info_.type_of(syntax::unparen(call->args[0]));
      if (const auto* tuple = types::is_a<types::Tuple>(type)) return spell(tuple->vars[0]->type, 0);
      return of(call->args[0]);
    };
    switch (id) {
      case BuiltinId::Append: {
        const Spelled slice = of(call);
        const Spelled elem = part_of(slice, elem_of(slice.type), kElem);
        values(call->args, [&](size_t i) { return i == 0 || call->has_dots ? Spelled{} : elem; });
        return type(elem);
      }
      case BuiltinId::Copy: {
        const Spelled slice = first();
        values(call->args, [](size_t) { return Spelled{}; });
        return type(part_of(slice, elem_of(slice.type), kElem));
      }
      case BuiltinId::Delete: {
        const Spelled whole = first();
        const auto* map = types::as<types::Map>(core_of(whole.type));
        values(call->args, [&](size_t i) { return i == 1 && map != nullptr ? part_of(whole, map->key, kKey) : Spelled{}; });
        return type(whole);
      }
      case BuiltinId::Panic: return values(call->args, [&](size_t) { return Spelled{store_.empty_interface(), 0}; });
      case BuiltinId::UnsafeSlice: {
        values(call->args, [](size_t) { return Spelled{}; });
        const Spelled made = of(call);
        return type(part_of(made, elem_of(made.type), kElem));
      }
      default: return values(call->args, [](size_t) { return Spelled{}; });
    }
  }

  const types::Info& info_;
  types::TypeStore& store_;
  Dictionary& dictionary_;
  std::set<Spelled> types_;
  std::set<std::pair<Spelled, Spelled>> conversions_;
  std::unordered_map<const types::Var*, Spelled> variables_;
  std::span<syntax::Field* const> results_;
};

}  // namespace

const types::Type* receiver_of(const types::Selection& selection) {
  const types::Type* receiver = selection.recv;
  for (size_t i = 0; i + 1 < selection.path.size(); ++i) {
    const auto* fields = types::as<types::Struct>(pointed_to(receiver));
    if (fields == nullptr) return receiver;
    receiver = fields->fields[selection.path[i]]->type;
  }
  return types::unalias(receiver);
}

Dictionary::Instance instance_of_method(const types::Info& info, const syntax::SelectorExpr* selector, const types::Selection& selection) {
  const auto* func = as_object<types::Func>(selection.object);
  const types::Type* receiver = receiver_of(selection);
  const auto* named = types::is_a<types::Named>(receiver);
  if (named == nullptr) named = types::is_a<types::Named>(pointed_to(receiver));
  if (named == nullptr || func->decl == nullptr) return {};
  const types::Func* origin = func->origin != nullptr ? func->origin : func;
  std::vector<const types::Type*> args = named->type_args;
  if (const types::Instantiation* own = info.instance_of(selector->sel))
    args.insert(args.end(), own->type_args.begin(), own->type_args.end());
  if (args.empty()) return {};
  return {origin->signature()->type_params.empty() ? static_cast<const types::Object*>(named->object) : origin, std::move(args)};
}

size_t Dictionary::word_of_method(const types::TypeParam* param, Symbol name) const {
  const auto it = std::ranges::find(methods, std::pair<const types::TypeParam*, Symbol>{param, name});
  return it != methods.end() ? static_cast<size_t>(it - methods.begin()) : 0;
}

size_t Dictionary::word_of_instance(const Instance& instance) const {
  const auto it = std::ranges::find(instances, instance);
  return it != instances.end() ? methods.size() + static_cast<size_t>(it - instances.begin()) : 0;
}

const types::Object* Dictionaries::owner_of(const types::Func* func) {
  if (func->origin != nullptr) func = func->origin;
  const types::Signature* signature = func->signature();
  if (signature->recv == nullptr || !signature->type_params.empty()) return func;
  const auto* named = types::is_a<types::Named>(pointed_to(signature->recv->type));
  return named != nullptr ? named->object : nullptr;
}

const Dictionary& Dictionaries::of(const types::Object* object) {
  const auto [it, is_new] = dictionaries_.try_emplace(object);
  Dictionary& dictionary = it->second;
  if (!is_new) return dictionary;
  std::vector<const types::Func*> declarations;
  if (const auto* func = as_object<types::Func>(object)) {
    declarations.push_back(func);
  } else if (const auto* named = types::is_a<types::Named>(object->type)) {
    for (const types::Func* method : named->methods()) {
      if (method->signature()->type_params.empty()) declarations.push_back(method);
    }
  }
  Collector collector(info_, checker_.store(), dictionary);
  for (const types::Func* func : declarations) {
    if (func->decl == nullptr || !func->decl->has_body()) continue;
    checker_.check_body(func);
    collector.declaration(func);
  }
  return dictionary;
}

}  // namespace govm::inl
