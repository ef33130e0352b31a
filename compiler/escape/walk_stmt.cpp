// Statements (escape-analysis.md 0.2, 1.4, 1.8, 1.9, 1.15, 1.16).
#include "compiler/escape/walk.h"
#include "compiler/syntax/visit.h"
#include "compiler/types/relations.h"

namespace govm::escape {

using syntax::NodeKind;
using types::as_object;

namespace {

/// -1, 0, 1: never true, not known, always true.
int constant_condition(const types::Info& info, const syntax::Expr* expr) {
  expr = syntax::unparen(expr);
  if (info.is_constant(expr)) return info.value_of(expr).as_bool() ? 1 : -1;
  if (const auto* unary = syntax::as<syntax::UnaryExpr>(expr); unary != nullptr && unary->op == syntax::Operator::Not) {
    return -constant_condition(info, unary->x);
  }
  const auto* binary = syntax::as<syntax::BinaryExpr>(expr);
  if (binary == nullptr) return 0;
  bool is_and = binary->op == syntax::Operator::AndAnd;
  if (!is_and && binary->op != syntax::Operator::OrOr) return 0;
  int x = constant_condition(info, binary->x);
  int y = constant_condition(info, binary->y);
  int deciding = is_and ? -1 : 1;
  if (x == deciding || y == deciding) return deciding;
  return x == -deciding && y == -deciding ? -deciding : 0;
}

/// Whether nothing behind the statement is reached, as Go's compiler sees it before analysis.
bool terminates(const types::Info& info, const syntax::Stmt* stmt) {
  if (stmt == nullptr) return false;
  switch (stmt->kind) {
    case NodeKind::ReturnStmt: return true;
    case NodeKind::BranchStmt: return syntax::cast<syntax::BranchStmt>(stmt)->token == syntax::Token::Goto;
    case NodeKind::ExprStmt: {
      const auto* call = syntax::as<syntax::CallExpr>(syntax::unparen(syntax::cast<syntax::ExprStmt>(stmt)->x));
      const auto* name = call != nullptr ? syntax::as<syntax::Name>(syntax::unparen(call->fun)) : nullptr;
      const auto* builtin = name != nullptr ? as_object<types::Builtin>(info.object_of(name)) : nullptr;
      return builtin != nullptr && builtin->id == types::BuiltinId::Panic;
    }
    case NodeKind::IfStmt: {
      const auto* choice = syntax::cast<syntax::IfStmt>(stmt);
      int known = constant_condition(info, choice->cond);
      return (known < 0 || terminates(info, choice->then)) && (known > 0 || terminates(info, choice->else_));
    }
    case NodeKind::BlockStmt: {
      const auto& list = syntax::cast<syntax::BlockStmt>(stmt)->list;
      for (size_t i = list.size(); i-- > 0;) {
        if (list[i]->kind != NodeKind::EmptyStmt) return terminates(info, list[i]);
      }
      return false;
    }
    default: return false;
  }
}

}  // namespace

void Walker::block(std::span<syntax::Stmt* const> list) {
  int depth = loop_depth_;
  bool dead = false;
  for (const syntax::Stmt* stmt : list) {
    if (dead && stmt->kind != NodeKind::LabeledStmt) continue;
    statement(stmt);
    dead = terminates(info_, stmt);
  }
  loop_depth_ = depth;
}

void Walker::statement(const syntax::Stmt* stmt) {
  if (stmt == nullptr) return;
  switch (stmt->kind) {
    case NodeKind::AssignStmt: return assign(syntax::cast<syntax::AssignStmt>(stmt));
    case NodeKind::BlockStmt: return block(syntax::cast<syntax::BlockStmt>(stmt)->list);
    case NodeKind::CallStmt: return go_defer(syntax::cast<syntax::CallStmt>(stmt));
    case NodeKind::DeclStmt:
      for (const syntax::Decl* decl : syntax::cast<syntax::DeclStmt>(stmt)->decls) {
        if (const auto* variables = syntax::as<syntax::VarDecl>(decl)) declare_variables(variables);
      }
      return;
    case NodeKind::ExprStmt: {
      const syntax::Expr* x = syntax::unparen(syntax::cast<syntax::ExprStmt>(stmt)->x);
      const auto* node = syntax::as<syntax::CallExpr>(x);
      if (node != nullptr) return call({}, node);
      return discard(x);
    }
    case NodeKind::ForStmt: return for_statement(syntax::cast<syntax::ForStmt>(stmt));
    case NodeKind::IfStmt: {
      const auto* choice = syntax::cast<syntax::IfStmt>(stmt);
      int known = constant_condition(info_, choice->cond);
      int depth = loop_depth_;
      statement(choice->init);
      if (known == 0) discard(choice->cond);
      if (known >= 0) block(choice->then->list);
      if (known <= 0) statement(choice->else_);
      loop_depth_ = depth;
      return;
    }
    case NodeKind::IncDecStmt: target(syntax::cast<syntax::IncDecStmt>(stmt)->x); return;
    case NodeKind::LabeledStmt:
      if (looping_labels_.contains(stmt)) ++loop_depth_;
      return statement(syntax::cast<syntax::LabeledStmt>(stmt)->stmt);
    case NodeKind::ReturnStmt: return return_statement(syntax::cast<syntax::ReturnStmt>(stmt));
    case NodeKind::SelectStmt: return select_statement(syntax::cast<syntax::SelectStmt>(stmt));
    case NodeKind::SendStmt: {
      const auto* send = syntax::cast<syntax::SendStmt>(stmt);
      const types::Type* type = type_of(send->chan);
      if (types::is_type_param(type) && types::core_type(type) != nullptr) type = types::core_type(type);
      const auto* channel = types::as<types::Chan>(type);
      discard(send->chan);
      return flow(graph_.noted(graph_.heap_hole(), send, "send"), send->value, channel != nullptr ? channel->elem : nullptr);
    }
    case NodeKind::SwitchStmt: return switch_statement(syntax::cast<syntax::SwitchStmt>(stmt));
    default: return;
  }
}

void Walker::for_statement(const syntax::ForStmt* loop) {
  if (loop->range != nullptr) return range_statement(loop);
  int depth = loop_depth_;
  statement(loop->init);
  const auto* init = syntax::as<syntax::AssignStmt>(loop->init);
  std::vector<const types::Var*> own;
  if (init != nullptr && init->define) {
    for (const syntax::Expr* lhs : init->lhs) {
      const types::Var* var = variable_of(lhs);
      Location* location = var != nullptr && variables_.of(var).per_iteration ? location_of(var) : nullptr;
      if (location == nullptr) continue;
      own.push_back(var);
      // Each iteration's variable is copied from a hidden one outside, and back at its end.
      Location* hidden = graph_.make(function_, loop_depth_, true);
      graph_.flow({location}, hidden);
      graph_.flow({hidden}, location);
    }
  }
  if (loop->cond != nullptr && constant_condition(info_, loop->cond) < 0) return;
  ++loop_depth_;
  for (const types::Var* var : own) declare(var);
  if (loop->cond != nullptr) discard(loop->cond);
  statement(loop->post);
  block(loop->body->list);
  loop_depth_ = depth;
}

void Walker::range_statement(const syntax::ForStmt* loop) {
  const syntax::RangeClause* range = loop->range;
  const types::Type* type = type_of(range->x);
  if (types::is_type_param(type) && types::core_type(type) != nullptr) type = types::core_type(type);
  if (types::as<types::Signature>(type) != nullptr) return range_function(loop);
  Location* ranged = graph_.make(function_, loop_depth_, true);
  flow({ranged}, range->x);
  auto declare_those = [&](bool per_iteration) {
    for (const syntax::Expr* lhs : range->lhs) {
      const types::Var* var = range->define ? variable_of(lhs) : nullptr;
      if (var != nullptr && variables_.of(var).per_iteration == per_iteration) declare(var);
    }
  };
  declare_those(false);
  ++loop_depth_;
  declare_those(true);
  std::vector<Hole> holes = targets(range->lhs);
  const auto* pointer = types::as<types::Pointer>(type);
  const auto* array = types::as<types::Array>(type);
  const types::Type* elem = nullptr;
  if (array != nullptr) elem = array->elem;
  if (const auto* slice = types::as<types::Slice>(type)) elem = slice->elem;
  if (const auto* map = types::as<types::Map>(type)) elem = map->elem;
  if (const auto* pointed = pointer != nullptr ? types::as<types::Array>(pointer->elem) : nullptr) elem = pointed->elem;
  if (holes.size() > 1 && elem != nullptr && holds_pointers(elem)) {
    graph_.flow(array != nullptr ? graph_.noted(holes[1], range, "range") : graph_.noted(holes[1].shifted(1), range, "range-deref"), ranged);
  }
  block(loop->body->list);
  --loop_depth_;
}

// The body is a function of its own that the iterator may keep: what it mentions from outside is lost.
void Walker::range_function(const syntax::ForStmt* loop) {
  flow(graph_.noted(graph_.callee_hole(), loop, "callee operand"), loop->range->x);
  for (const syntax::Expr* lhs : loop->range->lhs) {
    const types::Var* var = loop->range->define ? variable_of(lhs) : nullptr;
    if (var != nullptr) declare(var);
    if (!loop->range->define) target(lhs);
  }
  ++loop_depth_;
  for (const syntax::Expr* lhs : loop->range->lhs) {
    const types::Var* var = loop->range->define ? variable_of(lhs) : nullptr;
    if (var != nullptr) declare(var);
  }
  syntax::walk(loop, [&](const syntax::Node* node) {
    const auto* name = syntax::as<syntax::Name>(node);
    const auto* var = name != nullptr ? as_object<types::Var>(info_.object_of(name)) : nullptr;
    Location* location = var != nullptr ? location_of(var) : nullptr;
    if (location != nullptr) graph_.flow(graph_.noted(graph_.heap_hole().shifted(-1), loop, "reference"), location);
    return true;
  });
  block(loop->body->list);
  --loop_depth_;
}

void Walker::switch_statement(const syntax::SwitchStmt* stmt) {
  int depth = loop_depth_;
  statement(stmt->init);
  if (const auto* guard = syntax::as<syntax::TypeSwitchGuard>(stmt->tag)) {
    type_switch(stmt, guard);
    loop_depth_ = depth;
    return;
  }
  const types::Type* tag_type = stmt->tag != nullptr ? type_of(stmt->tag) : nullptr;
  if (stmt->tag != nullptr) discard(stmt->tag);
  for (const syntax::CaseClause* clause : stmt->body) {
    for (const syntax::Expr* value : clause->cases) discard(value, tag_type);
    block(clause->body);
  }
  loop_depth_ = depth;
}

void Walker::type_switch(const syntax::SwitchStmt* stmt, const syntax::TypeSwitchGuard* guard) {
  std::vector<Hole> holes;
  for (const syntax::CaseClause* clause : stmt->body) {
    const auto* var = guard->lhs != nullptr ? as_object<types::Var>(info_.implicit_of(clause)) : nullptr;
    Location* location = var != nullptr ? location_of(var) : nullptr;
    if (location == nullptr) continue;
    declare(var);
    location->pos = clause->cases.empty() ? clause->pos : clause->cases[clause->cases.size() > 1 ? 1 : 0]->pos;
    if (!holds_pointers(var->type)) continue;
    bool boxed = !types::is_interface(var->type) && !is_direct(var->type);
    holes.push_back(graph_.noted(Hole{location}.shifted(boxed ? 1 : 0), clause, "switch case"));
  }
  flow(tee(holes), guard->x);
  for (const syntax::CaseClause* clause : stmt->body) block(clause->body);
}

void Walker::select_statement(const syntax::SelectStmt* stmt) {
  for (const syntax::CommClause* clause : stmt->body) {
    int depth = loop_depth_;
    statement(clause->comm);
    block(clause->body);
    loop_depth_ = depth;
  }
}

void Walker::return_statement(const syntax::ReturnStmt* stmt) {
  if (stmt->results.empty() || function_->signature == nullptr) return;
  std::span<const types::Var* const> results = function_->signature->results;
  std::vector<Hole> holes;
  std::vector<const types::Type*> types;
  for (const types::Var* result : results) {
    Location* location = location_of(result);
    holes.push_back(location != nullptr ? Hole{location} : graph_.discard_hole());
    types.push_back(result->type);
  }
  if (stmt->results.size() != results.size()) return assign_multi(holes, types, stmt->results[0], stmt);
  for (size_t i = 0; i < results.size(); ++i) flow(graph_.noted(holes[i], stmt, "return"), stmt->results[i], types[i]);
}

// The call is wrapped in a closure without parameters unless it is one already; function value, receiver and
// arguments are evaluated by the statement into temporaries that the wrapper captures.
void Walker::go_defer(const syntax::CallStmt* stmt) {
  const auto* node = syntax::as<syntax::CallExpr>(syntax::unparen(stmt->call));
  if (node == nullptr) return;
  bool lasting = stmt->token == syntax::Token::Defer && loop_depth_ == 1;
  Hole hole = lasting ? Hole{graph_.make(function_, loop_depth_, true)} : graph_.heap_hole();
  types::BuiltinId id{};
  bool builtin = is_builtin(node, &id);
  const types::Signature* signature = builtin || info_.is_type(node->fun) ? nullptr : signature_of(node->fun);
  const auto* selector = syntax::as<syntax::SelectorExpr>(syntax::unparen(node->fun));
  const types::Selection* selection = selector != nullptr ? info_.selection_of(selector) : nullptr;
  bool is_method = selection != nullptr && selection->kind == types::SelectionKind::MethodValue;
  if (signature != nullptr && signature->params.empty() && signature->results.empty() && !is_method) return flow(hole, node->fun);

  Hole wrapper = spill(hole, stmt, SiteRole::GoDefer, stmt->pos);
  std::unordered_map<const syntax::Expr*, Location*> bound;
  auto capture = [&](const syntax::Expr* key, auto&& evaluate) {
    Location* value = make_temporary();
    evaluate(Hole{value});
    graph_.flow(graph_.noted(wrapper, stmt, "captured by a closure"), value);
    bound[key] = value;
  };
  if (is_method) {
    capture(selector, [&](Hole temporary) { flow_receiver(temporary, selector, *selection); });
  } else if (signature != nullptr && !is_declared_function(node->fun)) {
    capture(syntax::unparen(node->fun), [&](Hole temporary) { flow(temporary, node->fun); });
  }
  bool spread = node->args.size() == 1 && types::is_a<types::Tuple>(info_.type_of(node->args[0])) != nullptr;
  for (size_t i = 0; i < node->args.size() && !spread; ++i) {
    if (info_.is_type(node->args[i])) continue;
    const types::Type* target = builtin && id == types::BuiltinId::Panic ? types_.any_type() : nullptr;
    if (signature != nullptr) target = argument_type(*signature, i, node->has_dots);
    capture(syntax::unparen(node->args[i]), [&](Hole temporary) { flow(temporary, node->args[i], target); });
  }
  // The call itself belongs to the wrapper.
  wrappers_.emplace_back();
  Function* inside = &wrappers_.back();
  inside->outer = function_;
  Function* outer = function_;
  int depth = loop_depth_;
  function_ = inside;
  loop_depth_ = 1;
  bound_.swap(bound);
  call({}, node);
  bound_.swap(bound);
  function_ = outer;
  loop_depth_ = depth;
}

bool Walker::is_declared_function(const syntax::Expr* fun) const {
  fun = syntax::unparen(fun);
  if (const auto* index = syntax::as<syntax::IndexExpr>(fun); index != nullptr && info_.is_type(index->index())) fun = syntax::unparen(index->x);
  const syntax::Name* name = syntax::as<syntax::Name>(fun);
  if (const auto* selector = syntax::as<syntax::SelectorExpr>(fun)) {
    const types::Selection* selection = info_.selection_of(selector);
    if (selection != nullptr) return selection->kind == types::SelectionKind::MethodExpr;
    name = selector->sel;
  }
  return name != nullptr && as_object<types::Func>(info_.object_of(name)) != nullptr;
}

const types::Type* Walker::argument_type(const types::Signature& signature, size_t index, bool has_dots) const {
  if (signature.params.empty()) return nullptr;
  bool extra = signature.variadic && !has_dots && index + 1 >= signature.params.size();
  if (!extra) return index < signature.params.size() ? signature.params[index]->type : nullptr;
  const auto* slice = types::as<types::Slice>(signature.params.back()->type);
  return slice != nullptr ? slice->elem : nullptr;
}

}  // namespace govm::escape
