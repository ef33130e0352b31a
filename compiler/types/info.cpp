#include "compiler/types/info.h"

#include <algorithm>

#include "compiler/syntax/expr.h"

namespace govm::types {
namespace {

template <typename Table, typename Key>
auto find_in(const Table& table, Key key) -> decltype(&table.begin()->second) {
  auto found = table.find(key);
  return found != table.end() ? &found->second : nullptr;
}

}  // namespace

Object* Info::object_of(const syntax::Name* name) const { return name->id < objects.size() ? objects[name->id] : nullptr; }

const Selection* Info::selection_of(const syntax::SelectorExpr* selector) const { return find_in(selections, selector); }

const Instantiation* Info::instance_of(const syntax::Name* name) const { return find_in(instances, name); }

Object* Info::implicit_of(const syntax::Node* node) const {
  auto found = implicits.find(node);
  return found != implicits.end() ? found->second : nullptr;
}

TypeAndValue& Info::record(const syntax::Expr* expr) {
  if (expr->id >= expressions.size()) {
    expressions.resize(std::max<size_t>(expr->id + 1, expressions.size() + expressions.size() / 2));
  }
  return expressions[expr->id];
}

void Info::define(const syntax::Name* name, Object* object) {
  if (name->id >= objects.size()) objects.resize(std::max<size_t>(name->id + 1, objects.size() + objects.size() / 2));
  objects[name->id] = object;
}

const TypeAndValue& Info::at(const syntax::Expr* expr) const {
  static const TypeAndValue kNothing;
  return expr->id < expressions.size() ? expressions[expr->id] : kNothing;
}

}  // namespace govm::types
