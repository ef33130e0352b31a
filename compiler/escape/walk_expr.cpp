// Expressions: which values flow out of them (escape-analysis.md 1.3).
#include "compiler/escape/walk.h"
#include "compiler/types/relations.h"
#include "compiler/types/sizes.h"

namespace govm::escape {

using syntax::NodeKind;
using types::Mode;
using types::SelectionKind;

namespace {

/// The type that decides what an operation does: of a type parameter its core type, if it has one.
const types::Type* shape(const types::Type* type) {
  if (type == nullptr) return nullptr;
  if (!types::is_type_param(type)) return types::underlying(type);
  const types::Type* core = types::core_type(type);
  return core != nullptr ? types::underlying(core) : types::underlying(type);
}

template <class T>
const T* shape_as(const types::Type* type) {
  const types::Type* under = shape(type);
  return under != nullptr && under->kind() == T::kKind ? static_cast<const T*>(under) : nullptr;
}

bool is_byte_or_rune_slice(const types::Type* type) {
  const auto* slice = shape_as<types::Slice>(type);
  if (slice == nullptr) return false;
  const types::Basic* elem = types::basic_of(slice->elem);
  return elem != nullptr && (elem->basic() == types::BasicKind::Uint8 || elem->basic() == types::BasicKind::Int32);
}

bool is_unsafe_pointer(const types::Type* type) {
  const types::Basic* basic = types::basic_of(type);
  return basic != nullptr && basic->basic() == types::BasicKind::UnsafePointer;
}

}  // namespace

void Walker::flow(Hole hole, const syntax::Expr* expr, const types::Type* target) {
  expr = syntax::unparen(expr);
  if (auto it = bound_.find(expr); it != bound_.end()) return graph_.flow(hole, it->second);
  const types::Type* type = type_of(expr);
  bool converts = target != nullptr && types::is_interface(target) && type != nullptr && info_.mode_of(expr) != Mode::Nil;
  if (converts && !types::is_untyped(type)) {
    if (!types::is_interface(type)) {
      if (!is_direct(type)) hole = spill(hole, expr, SiteRole::Box, expr->pos);
      hole = graph_.noted(hole, expr, "interface-converted");
    } else if (!types::identical(type, target)) {
      hole = graph_.noted(hole, expr, "interface-converted");
    }
  }
  flow_plain(hole, expr);
}

void Walker::flow_plain(Hole hole, const syntax::Expr* expr) {
  const types::Type* type = info_.type_of(expr);
  if (const auto* tuple = types::is_a<types::Tuple>(type)) type = tuple->size() > 0 ? tuple->vars[0]->type : nullptr;
  if (hole.derefs >= 0 && type != nullptr && !holds_pointers(types_.default_type(type))) hole = graph_.discard_hole();
  if (info_.is_constant(expr)) return;
  flow_operand(hole, expr);
}

void Walker::flow_operand(const Hole& hole, const syntax::Expr* expr) {
  switch (expr->kind) {
    case NodeKind::Name: {
      const types::Var* var = variable_of(expr);
      if (var == nullptr) return;
      if (Location* location = location_of(var)) graph_.flow(hole, location);
      return;
    }
    case NodeKind::ParenExpr: return flow_plain(hole, syntax::cast<syntax::ParenExpr>(expr)->x);
    case NodeKind::FuncLit: return flow_literal(hole, syntax::cast<syntax::FuncLit>(expr));
    case NodeKind::CompositeLit: {
      const auto* literal = syntax::cast<syntax::CompositeLit>(expr);
      const types::Type* type = type_of(literal);
      // Inside another literal &T may be left out.
      if (const auto* pointer = literal->type == nullptr ? types::as<types::Pointer>(type) : nullptr) {
        return flow_pointer_literal(hole, literal, literal, pointer->elem);
      }
      return flow_composite(hole, literal, type);
    }
    case NodeKind::SelectorExpr: return flow_selector(hole, syntax::cast<syntax::SelectorExpr>(expr));
    case NodeKind::IndexExpr: {
      const auto* index = syntax::cast<syntax::IndexExpr>(expr);
      if (info_.is_type(index->index())) return;  // an instance of a generic function
      const types::Type* type = type_of(index->x);
      if (shape_as<types::Map>(type) != nullptr) {
        discard(index->x);
        return discard(index->index(), shape_as<types::Map>(type)->key);
      }
      if (shape_as<types::Array>(type) != nullptr) {
        flow(graph_.noted(hole, expr, "fixed-array-index-of"), index->x);
      } else {
        flow(graph_.noted(hole.shifted(1), expr, "dot of pointer"), index->x);
      }
      return discard(index->index());
    }
    case NodeKind::SliceExpr: {
      const auto* slice = syntax::cast<syntax::SliceExpr>(expr);
      Hole sliced = graph_.noted(hole, expr, "slice");
      if (shape_as<types::Array>(type_of(slice->x)) != nullptr) sliced = graph_.noted(sliced.shifted(-1), expr, "address-of");
      flow(sliced, slice->x);
      for (const syntax::Expr* bound : slice->index) {
        if (bound != nullptr) discard(bound);
      }
      return;
    }
    case NodeKind::TypeAssertExpr: {
      const auto* assertion = syntax::cast<syntax::TypeAssertExpr>(expr);
      const types::Type* type = info_.type_of(assertion->type);
      bool boxed = !types::is_interface(type) && !is_direct(type);
      return flow(graph_.noted(hole.shifted(boxed ? 1 : 0), expr, "dot"), assertion->x);
    }
    case NodeKind::StarExpr:
      return flow(graph_.noted(hole.shifted(1), expr, "indirection"), syntax::cast<syntax::StarExpr>(expr)->x);
    case NodeKind::UnaryExpr: {
      const auto* unary = syntax::cast<syntax::UnaryExpr>(expr);
      if (unary->op != syntax::Operator::And) return discard(unary->x);
      const auto* literal = syntax::as<syntax::CompositeLit>(syntax::unparen(unary->x));
      if (literal != nullptr) return flow_pointer_literal(hole, unary, literal, type_of(literal));
      return flow(graph_.noted(hole.shifted(-1), expr, "address-of"), unary->x);
    }
    case NodeKind::BinaryExpr: {
      const auto* binary = syntax::cast<syntax::BinaryExpr>(expr);
      if (binary->op == syntax::Operator::Add && types::is_string(type_of(binary))) {
        spill(hole, binary, SiteRole::Concat, binary->pos);
        return discard_concat(binary);
      }
      return flow_comparison(binary);
    }
    case NodeKind::CallExpr: {
      const auto* node = syntax::cast<syntax::CallExpr>(expr);
      if (info_.is_type(node->fun)) return flow_conversion(hole, node);
      return call({&hole, 1}, node);
    }
    case NodeKind::KeyValueExpr: return flow(hole, syntax::cast<syntax::KeyValueExpr>(expr)->value);
    default: return;  // types and literals
  }
}

// The operands of a chain of + on strings, from left to right.
void Walker::discard_concat(const syntax::Expr* expr) {
  expr = syntax::unparen(expr);
  const auto* binary = syntax::as<syntax::BinaryExpr>(expr);
  if (binary == nullptr || binary->op != syntax::Operator::Add || info_.is_constant(expr)) return discard(expr);
  discard_concat(binary->x);
  discard_concat(binary->y);
}

// "x == y" between an interface and another type converts the other side.
void Walker::flow_comparison(const syntax::BinaryExpr* binary) {
  const types::Type* left = type_of(binary->x);
  const types::Type* right = type_of(binary->y);
  bool mixed = left != nullptr && right != nullptr && types::is_interface(left) != types::is_interface(right);
  discard(binary->x, mixed ? right : nullptr);
  discard(binary->y, mixed ? left : nullptr);
}

Hole Walker::through_path(Hole hole, const types::Type* type, std::span<const uint32_t> path, const syntax::Node* where) {
  std::vector<bool> by_pointer;
  for (uint32_t index : path) {
    const auto* pointer = types::as<types::Pointer>(type);
    by_pointer.push_back(pointer != nullptr);
    const auto* fields = shape_as<types::Struct>(pointer != nullptr ? pointer->elem : type);
    if (fields == nullptr) break;
    type = fields->fields[index]->type;
  }
  for (size_t i = by_pointer.size(); i-- > 0;) {
    hole = by_pointer[i] ? graph_.noted(hole.shifted(1), where, "dot of pointer") : graph_.noted(hole, where, "dot");
  }
  return hole;
}

void Walker::flow_selector(const Hole& hole, const syntax::SelectorExpr* selector) {
  const types::Selection* selection = info_.selection_of(selector);
  if (selection == nullptr || selection->kind == SelectionKind::MethodExpr) return;  // a package's name, or a function
  if (selection->kind == SelectionKind::MethodValue) return flow_method_value(hole, selector, *selection);
  flow(through_path(hole, type_of(selector->x), selection->path, selector), selector->x);
}

Hole Walker::receiver_hole(Hole hole, const types::Type* owner, std::span<const uint32_t> path, const types::Func* method,
                           const syntax::SelectorExpr* selector) {
  const types::Type* start = owner;
  for (uint32_t index : path) {
    const auto* pointer = types::as<types::Pointer>(owner);
    const auto* fields = shape_as<types::Struct>(pointer != nullptr ? pointer->elem : owner);
    if (fields == nullptr) break;
    owner = fields->fields[index]->type;
  }
  bool is_pointer = types::as<types::Pointer>(owner) != nullptr;
  if (method != nullptr && !types::is_interface(owner) && !types::is_type_param(owner)) {
    if (method->pointer_receiver && !is_pointer) hole = graph_.noted(hole.shifted(-1), selector, "address-of");
    if (!method->pointer_receiver && is_pointer) hole = graph_.noted(hole.shifted(1), selector, "indirection");
  } else if (types::is_type_param(owner)) {
    hole = graph_.noted(hole.shifted(-1), selector, "address-of");
  }
  if (hole.derefs < -1) hole.derefs = -1;
  return through_path(hole, start, path, selector);
}

void Walker::flow_receiver(Hole hole, const syntax::SelectorExpr* selector, const types::Selection& selection) {
  if (auto it = bound_.find(selector); it != bound_.end()) return graph_.flow(hole, it->second);
  std::span<const uint32_t> path(selection.path.data(), selection.path.empty() ? 0 : selection.path.size() - 1);
  const auto* method = types::as_object<types::Func>(selection.object);
  flow(receiver_hole(hole, type_of(selector->x), path, method, selector), selector->x);
}

void Walker::flow_direct_receiver(Hole hole, const syntax::SelectorExpr* selector, const DirectMethod& direct) {
  hole = receiver_hole(hole, direct.receiver, direct.path, direct.method, selector);
  // The interface is asserted to hold the concrete type: what is boxed lies behind a pointer.
  hole = graph_.noted(hole.shifted(is_direct(direct.receiver) ? 0 : 1), selector, "dot");
  if (auto it = bound_.find(selector); it != bound_.end()) return graph_.flow(hole, it->second);
  flow(hole, selector->x);
}

// The receiver flows to the closure, and to the method's receiver with all results lost.
void Walker::flow_method_value(const Hole& hole, const syntax::SelectorExpr* selector, const types::Selection& selection) {
  Hole closure = spill(hole, selector, SiteRole::MethodValue, selector->pos);
  const auto* method = types::as_object<types::Func>(selection.object);
  Callee callee;
  callee.signature = method != nullptr ? method->signature() : nullptr;
  callee.is_method = true;
  if (method != nullptr && method->decl != nullptr) {
    callee.func = method->origin != nullptr ? method->origin : method;
    callee.function = surroundings_.function_of(callee.func);
    callee.signature = callee.func->signature();
  }
  std::vector<Hole> lost(callee.signature != nullptr ? callee.signature->results.size() : 0, graph_.heap_hole());
  Hole receiver = parameter_hole(lost, callee, 0, callee.signature != nullptr ? callee.signature->recv : nullptr);
  flow_receiver(tee(receiver, closure), selector, selection);
}

void Walker::flow_pointer_literal(const Hole& hole, const syntax::Expr* node, const syntax::CompositeLit* literal, const types::Type* type) {
  Hole inside = spill(hole, node, SiteRole::CompositeLiteral, node->pos);
  if (!types::is_parameterized(type) && types::size_of(type) > kMaxImplicit) inside.dst->forced = "too large for stack";
  if (!holds_pointers(type)) inside = graph_.discard_hole();
  flow_composite(inside, literal, type);
}

void Walker::flow_composite(const Hole& hole, const syntax::CompositeLit* literal, const types::Type* type) {
  if (const auto* fields = shape_as<types::Struct>(type)) {
    Hole element_hole = graph_.noted(hole, literal, "struct literal element");
    for (size_t i = 0; i < literal->elems.size(); ++i) {
      const auto* pair = syntax::as<syntax::KeyValueExpr>(literal->elems[i]);
      if (pair == nullptr) {
        flow_element(element_hole, literal->elems[i], i < fields->fields.size() ? fields->fields[i]->type : nullptr);
        continue;
      }
      const auto* key = syntax::as<syntax::Name>(pair->key);
      const types::Object* field = key != nullptr ? info_.object_of(key) : nullptr;
      flow_element(element_hole, pair->value, field != nullptr ? field->type : nullptr);
    }
    return;
  }
  if (const auto* map = shape_as<types::Map>(type)) {
    spill(hole, literal, SiteRole::CompositeLiteral, literal->pos);
    for (const syntax::Expr* element : literal->elems) {
      const auto* pair = syntax::as<syntax::KeyValueExpr>(element);
      if (pair == nullptr) continue;
      flow(graph_.noted(graph_.heap_hole(), literal, "map literal key"), pair->key, map->key);
      flow(graph_.noted(graph_.heap_hole(), literal, "map literal value"), pair->value, map->elem);
    }
    return;
  }
  const auto* slice = shape_as<types::Slice>(type);
  const auto* array = shape_as<types::Array>(type);
  if (slice == nullptr && array == nullptr) return;
  Hole element_hole = slice != nullptr ? graph_.noted(spill(hole, literal, SiteRole::CompositeLiteral, literal->pos), literal, "slice-literal-element")
                                       : graph_.noted(hole, literal, "array literal element");
  for (const syntax::Expr* element : literal->elems) {
    const auto* pair = syntax::as<syntax::KeyValueExpr>(element);
    flow_element(element_hole, pair != nullptr ? pair->value : element, slice != nullptr ? slice->elem : array->elem);
  }
}

void Walker::flow_element(const Hole& hole, const syntax::Expr* element, const types::Type* type) { flow(hole, element, type); }

void Walker::flow_conversion(const Hole& hole, const syntax::CallExpr* node) {
  const syntax::Expr* x = syntax::unparen(node->args[0]);
  const types::Type* to = type_of(node);
  const types::Type* from = type_of(x);
  if (from == nullptr || info_.mode_of(x) == Mode::Nil) return;
  if (types::is_interface(to)) {
    Hole inside = hole;
    if (!types::is_interface(from) && !is_direct(from)) inside = spill(hole, node, SiteRole::Box, x->pos);
    return flow(graph_.noted(inside, node, "interface-converted"), x);
  }
  bool from_string = types::is_string(from);
  if ((types::is_string(to) && !from_string) || (from_string && is_byte_or_rune_slice(to))) {
    spill(hole, node, SiteRole::Conversion, x->pos);
    return discard(x);
  }
  if (shape_as<types::Slice>(from) != nullptr && shape_as<types::Array>(to) != nullptr) {
    return flow(graph_.noted(hole.shifted(1), node, "slice-to-array"), x);
  }
  if (is_unsafe_pointer(to) && types::is_integer(from)) {
    // Arithmetic on unsafe pointers: the addresses inside go on.
    std::vector<const syntax::Expr*> todo{x};
    while (!todo.empty()) {
      const syntax::Expr* at = syntax::unparen(todo.back());
      todo.pop_back();
      const auto* inner = syntax::as<syntax::CallExpr>(at);
      if (inner != nullptr && info_.is_type(inner->fun) && is_unsafe_pointer(type_of(inner->args[0]))) {
        flow(hole, inner->args[0]);
      } else if (const auto* binary = syntax::as<syntax::BinaryExpr>(at)) {
        todo.push_back(binary->y);
        todo.push_back(binary->x);
      } else {
        discard(at);
      }
    }
    return;
  }
  flow(hole, x);
}

void Walker::flow_literal(const Hole& hole, const syntax::FuncLit* literal) {
  Hole inside = spill(hole, literal, SiteRole::Closure, literal->pos);
  Function* function = surroundings_.function_of(literal);
  closures_.push_back({inside, literal});
  if (function == nullptr || !function->captures) return;
  inside.dst->literal = function;
  walk_function(function);
}

}  // namespace govm::escape
