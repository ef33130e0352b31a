// Composite literals (spec: "Composite literals").
#include <fmt/format.h>

#include <set>

#include "compiler/types/context.h"

namespace govm::types {
namespace {

void element(Context& c, syntax::Expr* expr, const Type* type, std::string_view what) {
  Operand x;
  check_raw(c, x, expr, type);
  if (x.mode == Mode::TypeExpr || x.mode == Mode::NoValue || x.mode == Mode::Builtin) {
    check_expr(c, x, expr);
    return;
  }
  check_assignment(c, x, type, what);
}

void struct_elements(Context& c, syntax::CompositeLit* literal, const Struct* type, const Type* named) {
  if (literal->elems.empty()) return;
  if (syntax::is<syntax::KeyValueExpr>(literal->elems[0])) {
    std::set<const Var*> seen;
    for (syntax::Expr* elem : literal->elems) {
      auto* pair = syntax::as<syntax::KeyValueExpr>(elem);
      if (!pair) {
        c.report(pos_of(elem), diag::kMixedLiteral);
        continue;
      }
      auto* key = syntax::as<syntax::Name>(pair->key);
      const Var* field = nullptr;
      if (key) {
        for (const Var* candidate : type->fields) {
          if (candidate->name == key->symbol && (candidate->is_exported() || candidate->package == c.package)) field = candidate;
        }
      }
      if (!field) {
        Operand ignored;
        if (!key) {
          c.report(pos_of(pair->key), diag::kInvalidFieldName, c.text(pair->key));
        } else {
          c.report(key->pos, diag::kUnknownField, key->text(), c.text(named));
        }
        check_expr(c, ignored, pair->value);
        continue;
      }
      if (key->id >= c.info.objects.size()) c.info.objects.resize(key->id + 64);
      c.info.objects[key->id] = const_cast<Var*>(field);
      element(c, pair->value, field->type, "struct literal");
      if (!seen.insert(field).second) c.report(pos_of(pair), diag::kDuplicateField, key->text());
    }
    return;
  }
  for (size_t i = 0; i < literal->elems.size(); i++) {
    syntax::Expr* elem = literal->elems[i];
    if (syntax::is<syntax::KeyValueExpr>(elem)) {
      c.report(pos_of(elem), diag::kMixedLiteral);
      continue;
    }
    if (i >= type->fields.size()) {
      Operand ignored;
      check_expr(c, ignored, elem);
      c.report(pos_of(elem), diag::kManyValues, c.text(named));
      return;
    }
    const Var* field = type->fields[i];
    if (!field->is_exported() && field->package != c.package) {
      c.report(pos_of(elem), diag::kUnexportedField, field->name.view(), c.text(named));
      continue;
    }
    element(c, elem, field->type, "struct literal");
  }
  if (literal->elems.size() < type->fields.size()) c.report(literal->rbrace, diag::kFewValues, c.text(named));
}

// Elements of arrays and slices; returns the length they make.
int64_t indexed_elements(Context& c, syntax::CompositeLit* literal, const Type* elem, int64_t length) {
  std::set<int64_t> seen;
  int64_t index = 0, most = 0;
  for (syntax::Expr* expr : literal->elems) {
    bool valid = true;
    syntax::Expr* value = expr;
    if (auto* pair = syntax::as<syntax::KeyValueExpr>(expr)) {
      value = pair->value;
      Operand key;
      check_expr(c, key, pair->key);
      valid = false;
      if (key) {
        constant::Value number = key.mode == Mode::Constant ? key.value.to_int() : constant::Value();
        bool exact = false;
        int64_t at = number.as_int64(exact);
        if (number.is_unknown() || !exact || (!is_untyped(key.type) && !is_integer(key.type))) {
          c.report(pos_of(pair->key), diag::kNonConstantIndex, c.text(pair->key));
        } else if (at < 0) {
          c.report(pos_of(pair->key), diag::kNegativeIndex, c.text(key));
        } else if (length >= 0 && at >= length) {
          c.report(pos_of(pair->key), diag::kElementOutOfBounds, number.text(), length);
        } else {
          if (is_untyped(key.type)) convert_untyped(c, key, c.basic(BasicKind::Int));
          index = at;
          valid = true;
        }
      }
    } else if (length >= 0 && index >= length) {
      c.report(pos_of(value), diag::kElementOutOfBounds, std::to_string(index), length);
      valid = false;
    }
    if (valid && !seen.insert(index).second) c.report(pos_of(expr), diag::kDuplicateIndex, index);
    index++;
    most = std::max(most, index);
    element(c, value, elem, "array or slice literal");
  }
  return most;
}

void map_elements(Context& c, syntax::CompositeLit* literal, const Map* type) {
  std::set<std::pair<std::string, std::string>> seen;
  for (syntax::Expr* expr : literal->elems) {
    auto* pair = syntax::as<syntax::KeyValueExpr>(expr);
    if (!pair) {
      c.report(pos_of(expr), diag::kMissingMapKey);
      continue;
    }
    Operand key;
    check_raw(c, key, pair->key, type->key);
    check_assignment(c, key, type->key, "map literal");
    if (key && key.mode == Mode::Constant) {
      // Keys of an interface type may be equal in value and differ in type.
      std::string type_text = is_interface(type->key) ? c.text(key.type) : "";
      std::string value = fmt::format("{}:{}", static_cast<int>(key.value.kind()), key.value.exact_text());
      if (!seen.emplace(type_text, value).second) c.report(pos_of(pair->key), diag::kDuplicateKey, c.text(pair->key));
    }
    element(c, pair->value, type->elem, "map literal");
  }
}

}  // namespace

void check_composite(Context& c, Operand& x, syntax::CompositeLit* literal, const Type* hint) {
  const Type* type = nullptr;
  const Type* base = nullptr;
  if (literal->type) {
    if (auto* array = syntax::as<syntax::ArrayType>(literal->type); array && !array->len) {
      // [...]T: the elements make the length.
      const Type* elem = check_var_type(c, array->elem);
      int64_t length = indexed_elements(c, literal, elem, -1);
      x.type = c.store.array_of(elem, length);
      x.mode = Mode::Value;
      TypeAndValue& slot = c.info.record(literal->type);
      slot.type = x.type;
      slot.mode = Mode::TypeExpr;
      return;
    }
    type = check_type(c, literal->type);
    base = type;
  } else if (hint) {
    // Spec: "Within a composite literal of array, slice, or map type T, elements … may elide the literal type …
    // or &T when the element or key type is *T."
    type = hint;
    base = hint;
    if (auto* pointer = as<Pointer>(hint)) base = pointer->elem;
  } else {
    c.report(pos_of(literal), diag::kUntypedLiteral);
    return;
  }
  if (is_invalid(base)) {
    for (syntax::Expr* elem : literal->elems) {
      auto* pair = syntax::as<syntax::KeyValueExpr>(elem);
      Operand ignored;
      check_raw(c, ignored, pair ? pair->value : elem);
    }
    return;
  }
  const Type* core = core_type(base);
  switch (core ? core->kind() : TypeKind::Basic) {
    case TypeKind::Struct: struct_elements(c, literal, static_cast<const Struct*>(core), base); break;
    case TypeKind::Array:
      indexed_elements(c, literal, static_cast<const Array*>(core)->elem, static_cast<const Array*>(core)->length);
      break;
    case TypeKind::Slice: indexed_elements(c, literal, static_cast<const Slice*>(core)->elem, -1); break;
    case TypeKind::Map: map_elements(c, literal, static_cast<const Map*>(core)); break;
    default:
      c.report(pos_of(literal), diag::kInvalidLiteralType, c.text(type));
      return;
  }
  x.mode = Mode::Value;
  x.type = type;
}

}  // namespace govm::types
