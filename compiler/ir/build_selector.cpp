// Selectors (spec: "Selectors", "Method values", "Method expressions").
#include "base/check.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

using types::as_object;
using types::SelectionKind;

types::Selection Builder::resolve_selection(const syntax::SelectorExpr* expr) const {
  types::Selection selection = *info_.selection_of(expr);
  const Type* declared = selection.recv;
  selection.recv = substitute(declared);
  selection.type = substitute(selection.type);
  if (scope_->substitution.empty() || selection.recv == declared) return selection;
  // In an instance the field or method is that of the type argument.
  types::Found found = types::lookup_field_or_method(selection.recv, true, selection.object->package, selection.object->name);
  GOVM_CHECK(found.object != nullptr, "selector without object in an instance");
  selection.object = found.object;
  selection.path = std::move(found.path);
  selection.indirect = found.indirect;
  return selection;
}

const Type* Builder::selected_type(const types::Selection& selection) const {
  const Type* type = selection.recv;
  for (size_t i = 0; i + 1 < selection.path.size(); ++i) {
    if (is_pointer(type)) type = elem_of(type);
    type = struct_of(type)->fields[selection.path[i]]->type;
  }
  return type;
}

Location Builder::walk_fields(Location location, std::span<const uint32_t> path, Pos pos) {
  for (uint32_t field : path) {
    if (is_pointer(location.type)) {
      const Type* elem = elem_of(location.type);
      Value* pointer = load(location).value();
      location = {};
      location.kind = Location::Kind::Memory;
      location.base = pointer;
      location.type = elem;
    }
    location = field_location(location, field, pos);
  }
  return location;
}

Datum Builder::walk_fields(Datum datum, std::span<const uint32_t> path, Pos pos) {
  for (size_t i = 0; i < path.size(); ++i) {
    if (is_pointer(datum.type)) {
      Location location;
      location.kind = Location::Kind::Memory;
      location.base = datum.value();
      location.type = elem_of(datum.type);
      return load(walk_fields(location, path.subspan(i), pos));
    }
    pos_ = pos;
    datum = field_datum(datum, path[i]);
  }
  return datum;
}

Location Builder::locate_selector(const syntax::SelectorExpr* expr) {
  if (info_.selection_of(expr) == nullptr) return location_of(as_object<types::Var>(info_.object_of(expr->sel)));
  types::Selection selection = resolve_selection(expr);
  Location location;
  if (is_pointer(selection.recv)) {
    location.kind = Location::Kind::Memory;
    location.base = build_scalar(expr->x);
    location.type = elem_of(selection.recv);
  } else if (is_addressable(expr->x)) {
    location = locate(expr->x);
  } else {
    // A field behind an embedded pointer of a value.
    Datum datum = build_expr(expr->x);
    location.kind = Location::Kind::Memory;
    location.base = in_memory(datum);
    location.type = datum.type;
    location.checked = true;
  }
  return walk_fields(location, selection.path, expr->pos);
}

Datum Builder::build_selector(const syntax::SelectorExpr* expr) {
  if (info_.selection_of(expr) == nullptr) {
    const types::Object* object = info_.object_of(expr->sel);
    if (const auto* func = as_object<types::Func>(object)) return build_function_value(func, expr->sel, expr);
    return load(location_of(as_object<types::Var>(object)));
  }
  types::Selection selection = resolve_selection(expr);
  switch (selection.kind) {
    case SelectionKind::MethodValue: return build_method_value(expr);
    case SelectionKind::MethodExpr: return build_method_expression(expr, selection);
    case SelectionKind::Field: break;
  }
  if (is_pointer(selection.recv) || is_addressable(expr->x)) return load(locate_selector(expr));
  return walk_fields(build_expr(expr->x), selection.path, expr->pos);
}

}  // namespace govm::ir
