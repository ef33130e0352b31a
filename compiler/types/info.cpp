// Look-ups in the side tables, and recording in them.
#include "compiler/types/info.h"

#include "compiler/syntax/expr.h"

namespace govm::types {
namespace {

template <typename Table, typename Key>
auto find_in(const Table& table, Key key) -> decltype(&table.begin()->second) {
  auto found = table.find(key);
  return found != table.end() ? &found->second : nullptr;
}

}  // namespace

Object* Info::object_of(const syntax::Name* name) const {
  Object* const* object = objects.find(name->id);
  return object != nullptr ? *object : nullptr;
}

const Selection* Info::selection_of(const syntax::SelectorExpr* selector) const { return find_in(selections, selector); }

const Instantiation* Info::instance_of(const syntax::Name* name) const { return find_in(instances, name); }

Object* Info::implicit_of(const syntax::Node* node) const {
  auto found = implicits.find(node);
  return found != implicits.end() ? found->second : nullptr;
}

TypeAndValue& Info::record(const syntax::Expr* expr) { return expressions[expr->id]; }

void Info::define(const syntax::Name* name, Object* object) { objects[name->id] = object; }

const TypeAndValue& Info::at(const syntax::Expr* expr) const {
  static const TypeAndValue kNothing;
  const TypeAndValue* found = expressions.find(expr->id);
  return found != nullptr ? *found : kNothing;
}

}  // namespace govm::types
