// Assignments and declarations: where values flow into (escape-analysis.md 1.2, 1.20).
#include <fmt/format.h>

#include "compiler/escape/walk.h"
#include "compiler/types/relations.h"

namespace govm::escape {

using syntax::NodeKind;
using types::as_object;

namespace {

/// The one field of `selector` without embedding, as x.f or p.f; -1 for anything else.
struct FieldAccess {
  const syntax::Expr* x = nullptr;
  bool by_pointer = false;
};

FieldAccess field_access(const types::Info& info, const syntax::Expr* expr) {
  const auto* selector = syntax::as<syntax::SelectorExpr>(expr);
  const types::Selection* selection = selector != nullptr ? info.selection_of(selector) : nullptr;
  if (selection == nullptr || selection->kind != types::SelectionKind::Field || selection->path.size() != 1) return {};
  return {syntax::unparen(selector->x), types::as<types::Pointer>(selection->recv) != nullptr};
}

/// The variable that *p or p.f goes through; null for other expressions.
const syntax::Name* dereferenced_name(const types::Info& info, const syntax::Expr* expr) {
  expr = syntax::unparen(expr);
  if (const auto* star = syntax::as<syntax::StarExpr>(expr)) return syntax::as<syntax::Name>(syntax::unparen(star->x));
  FieldAccess access = field_access(info, expr);
  return access.by_pointer ? syntax::as<syntax::Name>(access.x) : nullptr;
}

/// Whether two expressions without calls are the same.
bool same_safe(const types::Info& info, const syntax::Expr* x, const syntax::Expr* y) {
  x = syntax::unparen(x);
  y = syntax::unparen(y);
  if (info.is_constant(x) && info.is_constant(y)) {
    return constant::compare(info.value_of(x), constant::CompareOp::Equal, info.value_of(y));
  }
  if (x->kind != y->kind) return false;
  switch (x->kind) {
    case NodeKind::Name: {
      const types::Object* object = info.object_of(syntax::cast<syntax::Name>(x));
      return object != nullptr && object == info.object_of(syntax::cast<syntax::Name>(y));
    }
    case NodeKind::SelectorExpr: {
      const auto* a = syntax::cast<syntax::SelectorExpr>(x);
      const auto* b = syntax::cast<syntax::SelectorExpr>(y);
      const types::Selection* sa = info.selection_of(a);
      const types::Selection* sb = info.selection_of(b);
      if (sa == nullptr || sb == nullptr) return sa == sb && info.object_of(a->sel) == info.object_of(b->sel);
      return sa->object == sb->object && same_safe(info, a->x, b->x);
    }
    case NodeKind::StarExpr: return same_safe(info, syntax::cast<syntax::StarExpr>(x)->x, syntax::cast<syntax::StarExpr>(y)->x);
    case NodeKind::IndexExpr: {
      const auto* a = syntax::cast<syntax::IndexExpr>(x);
      const auto* b = syntax::cast<syntax::IndexExpr>(y);
      return same_safe(info, a->x, b->x) && same_safe(info, a->index(), b->index());
    }
    default: return false;
  }
}

/// Whether evaluating an index may call something.
bool may_affect_memory(const types::Info& info, const syntax::Expr* expr) {
  expr = syntax::unparen(expr);
  if (info.is_constant(expr)) return false;
  switch (expr->kind) {
    case NodeKind::Name: return false;
    case NodeKind::BinaryExpr:
      return may_affect_memory(info, syntax::cast<syntax::BinaryExpr>(expr)->x) || may_affect_memory(info, syntax::cast<syntax::BinaryExpr>(expr)->y);
    case NodeKind::UnaryExpr:
      return syntax::cast<syntax::UnaryExpr>(expr)->op == syntax::Operator::Recv || may_affect_memory(info, syntax::cast<syntax::UnaryExpr>(expr)->x);
    case NodeKind::StarExpr: return may_affect_memory(info, syntax::cast<syntax::StarExpr>(expr)->x);
    case NodeKind::SelectorExpr: return may_affect_memory(info, syntax::cast<syntax::SelectorExpr>(expr)->x);
    case NodeKind::IndexExpr:
      return may_affect_memory(info, syntax::cast<syntax::IndexExpr>(expr)->x) || may_affect_memory(info, syntax::cast<syntax::IndexExpr>(expr)->index());
    case NodeKind::CallExpr: {
      const auto* call = syntax::cast<syntax::CallExpr>(expr);
      bool simple = info.is_type(call->fun) || info.mode_of(call->fun) == types::Mode::Builtin;
      return !simple || call->args.size() != 1 || may_affect_memory(info, call->args[0]);
    }
    default: return true;
  }
}

}  // namespace

Hole Walker::target(const syntax::Expr* lhs) {
  lhs = syntax::unparen(lhs);
  switch (lhs->kind) {
    case NodeKind::Name: {
      const auto* name = syntax::cast<syntax::Name>(lhs);
      if (name->text() == "_") return graph_.discard_hole();
      const auto* var = as_object<types::Var>(info_.object_of(name));
      Location* location = var != nullptr ? location_of(var) : nullptr;
      return location != nullptr ? Hole{location} : graph_.heap_hole();
    }
    case NodeKind::SelectorExpr: {
      const auto* selector = syntax::cast<syntax::SelectorExpr>(lhs);
      const types::Selection* selection = info_.selection_of(selector);
      if (selection == nullptr) return graph_.heap_hole();  // a variable of another package
      // From the last field inwards: fields of a value are parts of it; a pointer on the way leads out.
      const types::Type* type = type_of(selector->x);
      size_t pointer_at = SIZE_MAX;
      for (size_t i = 0; i < selection->path.size(); ++i) {
        const auto* pointer = types::as<types::Pointer>(type);
        if (pointer != nullptr) pointer_at = i;
        const auto* fields = types::as<types::Struct>(pointer != nullptr ? pointer->elem : type);
        if (fields == nullptr) break;
        type = fields->fields[selection->path[i]]->type;
      }
      if (pointer_at == SIZE_MAX) return target(selector->x);
      std::span<const uint32_t> before(selection->path.data(), pointer_at);
      flow(through_path(graph_.mutator_hole(), type_of(selector->x), before, selector), selector->x);
      return graph_.heap_hole();
    }
    case NodeKind::IndexExpr: {
      const auto* index = syntax::cast<syntax::IndexExpr>(lhs);
      const types::Type* type = type_of(index->x);
      if (types::is_type_param(type) && types::core_type(type) != nullptr) type = types::core_type(type);
      if (const auto* map = types::as<types::Map>(type)) {
        discard(index->x);
        flow(graph_.noted(graph_.heap_hole(), index, "key of map put"), index->index(), map->key);
        return graph_.heap_hole();
      }
      discard(index->index());
      if (types::as<types::Array>(type) != nullptr) return target(index->x);
      mutate(index->x);
      return graph_.heap_hole();
    }
    case NodeKind::StarExpr: mutate(syntax::cast<syntax::StarExpr>(lhs)->x); return graph_.heap_hole();
    default: return graph_.heap_hole();
  }
}

std::vector<Hole> Walker::targets(std::span<syntax::Expr* const> list) {
  std::vector<Hole> holes;
  for (const syntax::Expr* lhs : list) holes.push_back(target(lhs));
  return holes;
}

// Assignments that cannot bring anything new in: p.f = p.f[i:j], x.f = x.g, x[i] = x[j].
bool Walker::is_self_assignment(const syntax::Expr* lhs, const syntax::Expr* rhs) const {
  lhs = syntax::unparen(lhs);
  rhs = syntax::unparen(rhs);
  if (const auto* slice = syntax::as<syntax::SliceExpr>(rhs)) {
    const syntax::Name* to = dereferenced_name(info_, lhs);
    const syntax::Name* from = dereferenced_name(info_, slice->x);
    return to != nullptr && from != nullptr && types::as<types::Array>(type_of(slice->x)) == nullptr && variable_of(to) != nullptr &&
           variable_of(to) == variable_of(from);
  }
  FieldAccess to = field_access(info_, lhs);
  FieldAccess from = field_access(info_, rhs);
  if (to.x != nullptr && from.x != nullptr) return to.by_pointer == from.by_pointer && same_safe(info_, to.x, from.x);
  const auto* to_index = syntax::as<syntax::IndexExpr>(lhs);
  const auto* from_index = syntax::as<syntax::IndexExpr>(rhs);
  if (to_index == nullptr || from_index == nullptr || types::as<types::Map>(type_of(to_index->x)) != nullptr ||
      info_.is_type(from_index->index())) {
    return false;
  }
  return !may_affect_memory(info_, to_index->index()) && !may_affect_memory(info_, from_index->index()) &&
         same_safe(info_, to_index->x, from_index->x);
}

void Walker::assign_list(std::span<syntax::Expr* const> lhs, std::span<syntax::Expr* const> rhs, const syntax::Node* where,
                         std::string_view why) {
  std::vector<Hole> holes = targets(lhs);
  for (size_t i = 0; i < lhs.size() && i < rhs.size(); ++i) {
    Hole hole = holes[i];
    if (is_self_assignment(lhs[i], rhs[i])) {
      notes_.push_back({where->pos, fmt::format("{} ignoring self-assignment in {}", function_->name, text_.statement(where))});
      hole = graph_.discard_hole();
    }
    const auto* name = syntax::as<syntax::Name>(syntax::unparen(lhs[i]));
    bool blank = name != nullptr && name->text() == "_";
    flow(graph_.noted(hole, where, why), rhs[i], blank ? nullptr : type_of(lhs[i]));
  }
}

void Walker::assign(const syntax::AssignStmt* stmt) {
  if (stmt->define) {
    for (const syntax::Expr* lhs : stmt->lhs) {
      const auto* name = syntax::as<syntax::Name>(lhs);
      const types::Var* var = variable_of(lhs);
      if (var != nullptr && var->pos == name->pos) declare(var);
    }
  }
  if (stmt->lhs.size() == stmt->rhs.size()) {
    return assign_list(stmt->lhs, stmt->rhs, stmt, stmt->lhs.size() == 1 ? "assign" : "assign-pair");
  }
  std::vector<const types::Type*> types;
  for (const syntax::Expr* lhs : stmt->lhs) {
    const auto* name = syntax::as<syntax::Name>(syntax::unparen(lhs));
    types.push_back(name != nullptr && name->text() == "_" ? nullptr : type_of(lhs));
  }
  std::vector<Hole> holes = targets(stmt->lhs);
  assign_multi(holes, types, stmt->rhs[0], stmt);
}

// One expression of several values: a call, or a form with comma-ok.
void Walker::assign_multi(std::span<const Hole> holes, std::span<const types::Type* const> types, const syntax::Expr* rhs,
                          const syntax::Node* where) {
  rhs = syntax::unparen(rhs);
  const auto* node = syntax::as<syntax::CallExpr>(rhs);
  if (node == nullptr) {
    std::string_view why = rhs->kind == NodeKind::TypeAssertExpr ? "assign-pair-dot-type"
                           : rhs->kind == NodeKind::IndexExpr    ? "assign-pair-mapr"
                                                                 : "assign-pair-receive";
    if (!holes.empty()) flow_pair(graph_.noted(holes[0], where, why), rhs, types[0]);
    return;
  }
  const auto* tuple = types::is_a<types::Tuple>(info_.type_of(node));
  std::vector<Hole> results(holes.begin(), holes.end());
  std::vector<std::pair<size_t, Location*>> boxed;
  for (size_t i = 0; i < results.size() && tuple != nullptr && i < tuple->size(); ++i) {
    const types::Type* from = tuple->vars[i]->type;
    if (types[i] == nullptr || !types::is_interface(types[i]) || types::is_interface(from) || is_direct(from)) continue;
    boxed.emplace_back(i, make_temporary());
    results[i] = {boxed.back().second};
  }
  call(results, node);
  for (auto [i, value] : boxed) {
    Hole inside = spill(holes[i], rhs, SiteRole::Box, rhs->pos);
    temporary_names_[inside.dst] = temporary_names_[value];
    if (holds_pointers(tuple->vars[i]->type)) graph_.flow(inside, value);
  }
}

// The first value of a comma-ok form.
void Walker::flow_pair(Hole hole, const syntax::Expr* rhs, const types::Type* target) {
  const auto* tuple = types::is_a<types::Tuple>(info_.type_of(rhs));
  const types::Type* from = tuple != nullptr && tuple->size() > 0 ? tuple->vars[0]->type : type_of(rhs);
  if (target != nullptr && from != nullptr && types::is_interface(target) && !types::is_interface(from) && !is_direct(from)) {
    hole = spill(hole, rhs, SiteRole::Box, rhs->pos);
  }
  flow_plain(hole, rhs);
}

void Walker::declare_variables(const syntax::VarDecl* decl) {
  std::vector<Hole> holes;
  std::vector<const types::Type*> types;
  for (const syntax::Name* name : decl->names) {
    const auto* var = as_object<types::Var>(info_.object_of(name));
    if (var != nullptr) declare(var);
    Location* location = var != nullptr ? location_of(var) : nullptr;
    holes.push_back(location != nullptr ? Hole{location} : graph_.discard_hole());
    types.push_back(var != nullptr ? var->type : decl->type != nullptr ? type_of(decl->type) : nullptr);
  }
  if (decl->values.size() == decl->names.size()) {
    std::string_view why = decl->names.size() == 1 ? "assign" : "assign-pair";
    for (size_t i = 0; i < holes.size(); ++i) flow(graph_.noted(holes[i], decl, why), decl->values[i], types[i]);
  } else if (!decl->values.empty()) {
    assign_multi(holes, types, decl->values[0], decl);
  }
}

// What the linker can lay out needs no code: it has no site either.
bool Walker::is_static(const syntax::Expr* expr) const {
  expr = syntax::unparen(expr);
  if (info_.is_constant(expr) || info_.mode_of(expr) == types::Mode::Nil) return true;
  switch (expr->kind) {
    case NodeKind::Name: {
      const auto* name = syntax::cast<syntax::Name>(expr);
      return as_object<types::Func>(info_.object_of(name)) != nullptr;
    }
    case NodeKind::SelectorExpr: {
      const auto* selector = syntax::cast<syntax::SelectorExpr>(expr);
      return info_.selection_of(selector) == nullptr && as_object<types::Func>(info_.object_of(selector->sel)) != nullptr;
    }
    case NodeKind::FuncLit: return variables_.captures(syntax::cast<syntax::FuncLit>(expr)).empty();
    case NodeKind::UnaryExpr: {
      const auto* unary = syntax::cast<syntax::UnaryExpr>(expr);
      if (unary->op != syntax::Operator::And) return false;
      const syntax::Expr* x = syntax::unparen(unary->x);
      if (x->kind == NodeKind::CompositeLit) return is_static(x);
      const types::Var* var = variable_of(x);
      return var != nullptr && var->var_kind == types::VarKind::Package;
    }
    case NodeKind::CompositeLit: {
      const types::Type* type = type_of(expr);
      if (const auto* pointer = types::as<types::Pointer>(type)) type = pointer->elem;
      if (types::as<types::Map>(type) != nullptr) return false;
      for (const syntax::Expr* element : syntax::cast<syntax::CompositeLit>(expr)->elems) {
        const auto* pair = syntax::as<syntax::KeyValueExpr>(element);
        if (!is_static(pair != nullptr ? pair->value : element)) return false;
      }
      return true;
    }
    case NodeKind::CallExpr: {
      const auto* conversion = syntax::cast<syntax::CallExpr>(expr);
      if (!info_.is_type(conversion->fun)) return false;
      const auto* slice = types::as<types::Slice>(type_of(expr));
      bool from_string = types::is_string(type_of(conversion->args[0]));
      if (slice != nullptr && from_string) {
        const types::Basic* elem = types::basic_of(slice->elem);
        return elem != nullptr && elem->basic() == types::BasicKind::Uint8 && info_.is_constant(conversion->args[0]);
      }
      return is_static(conversion->args[0]);
    }
    default: return false;
  }
}

void Walker::initialize(const types::Initializer& step) {
  if (step.rhs == nullptr || is_static(step.rhs)) return;
  std::vector<Hole> holes;
  std::vector<const types::Type*> types;
  for (const types::Var* var : step.lhs) {
    bool blank = var->name.view() == "_";
    holes.push_back(blank ? graph_.discard_hole() : graph_.heap_hole());
    types.push_back(var->type);
  }
  if (step.lhs.size() > 1) return assign_multi(holes, types, step.rhs, step.rhs);
  Hole hole = holes.empty() ? graph_.discard_hole() : graph_.noted(holes[0], step.rhs, "assign");
  flow(hole, step.rhs, types.empty() ? nullptr : types[0]);
}

}  // namespace govm::escape
