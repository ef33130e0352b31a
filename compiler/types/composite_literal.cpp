// Composite literals (spec: "Composite literals").
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "compiler/types/common_underlying.h"
#include "compiler/types/context.h"

namespace govm::types {
namespace {

void element(Context& c, syntax::Expr* expr, const Type* type, std::string_view what) {
  Operand x;
  check_generic_value(c, x, expr, type);
  check_assignment(c, x, type, what);
}

std::string field_path(const Type* type, const std::vector<uint32_t>& path) {
  std::string text;
  for (uint32_t index : path) {
    auto* pointer = as<Pointer>(type);
    auto* structure = as<Struct>(pointer ? pointer->elem : type);
    if (!structure) break;
    text += (text.empty() ? "" : ".") + structure->fields[index]->name.str();
    type = structure->fields[index]->type;
  }
  return text;
}

/// A field that a literal gives a value, by the way to it.
struct GivenField {
  std::vector<uint32_t> path;
  const Var* field;
};

/// A field may be given once, and not together with a struct that it is promoted from.
void check_given_once(Context& c, std::vector<GivenField>& given, syntax::KeyValueExpr* pair, GivenField fresh) {
  for (const GivenField& other : given) {
    size_t common = std::min(other.path.size(), fresh.path.size());
    if (!std::equal(other.path.begin(), other.path.begin() + static_cast<ptrdiff_t>(common), fresh.path.begin())) continue;
    if (other.field == fresh.field) {
      c.report(pos_of(pair), diag::kDuplicateField, fresh.field->name.view());
    } else if (other.path.size() < fresh.path.size()) {
      c.report(pos_of(pair), diag::kPromotedAndEnclosing, fresh.field->name.view(), other.field->name.view());
    } else {
      c.report(pos_of(pair), diag::kEnclosingAndPromoted, fresh.field->name.view(), other.field->name.view());
    }
    return;
  }
  given.push_back(std::move(fresh));
}

void keyed_element(Context& c, syntax::KeyValueExpr* pair, const Struct* type, const Type* named, std::vector<GivenField>& given) {
  Operand x;
  auto* key = syntax::as<syntax::Name>(pair->key);
  Found found;
  if (key) found = lookup_field_or_method(type, false, c.package, key->symbol);
  check_generic_value(c, x, pair->value);
  if (!key) {
    c.report(pos_of(pair), diag::kInvalidFieldName, c.text(pair->key));
    return;
  }
  if (!found.object) {
    Found other = lookup_field_or_method(type, false, c.package, key->symbol, true);
    c.report(key->pos, diag::kUnknownField, lookup_error(c, named, key->text(), other.object, true));
    return;
  }
  auto* field = as_object<Var>(found.object);
  if (!field) {
    c.report(key->pos, diag::kNotAField, key->text());
    return;
  }
  if (found.path.size() > 1 && !c.require_version(key->pos, 27,
                                                  fmt::format("use of promoted field {} in struct literal of type {}",
                                                              field_path(type, found.path), c.text(named)))) {
    return;
  }
  if (found.indirect) {
    c.report(key->pos, diag::kIndirectField, key->text());
    return;
  }
  c.info.define(key, const_cast<Var*>(field));
  check_assignment(c, x, field->type, "struct literal");
  check_given_once(c, given, pair, {found.path, field});
}

void struct_elements(Context& c, syntax::CompositeLit* literal, const Struct* type, const Type* named) {
  if (literal->elems.empty()) return;
  if (syntax::is<syntax::KeyValueExpr>(literal->elems[0])) {
    std::vector<GivenField> given;
    for (syntax::Expr* elem : literal->elems) {
      if (auto* pair = syntax::as<syntax::KeyValueExpr>(elem)) {
        keyed_element(c, pair, type, named, given);
      } else {
        c.report(pos_of(elem), diag::kMixedLiteral);
      }
    }
    return;
  }
  auto is_hidden = [&](const Var* field) { return !field->is_exported() && field->package != c.package; };
  for (size_t i = 0; i < literal->elems.size(); i++) {
    syntax::Expr* elem = literal->elems[i];
    if (syntax::is<syntax::KeyValueExpr>(elem)) {
      c.report(pos_of(elem), diag::kMixedLiteral);
      continue;
    }
    Operand x;
    check_generic_value(c, x, elem);
    if (i >= type->fields.size()) {
      c.report(pos_of(x), diag::kManyValues, c.text(named));
      break;
    }
    const Var* field = type->fields[i];
    if (is_hidden(field)) {
      c.report(pos_of(x), diag::kUnexportedField, field->name.view(), c.text(named));
      continue;
    }
    check_assignment(c, x, field->type, "struct literal");
  }
  if (literal->elems.size() >= type->fields.size()) return;
  bool hidden = std::ranges::any_of(type->fields, is_hidden);
  c.report(literal->rbrace, diag::kFewValues, c.text(named), hidden ? " (type has unexported fields - use key:value pairs)" : "");
}

// Elements of arrays and slices; returns the length they make.
int64_t indexed_elements(Context& c, syntax::CompositeLit* literal, const Type* elem, int64_t length) {
  std::set<int64_t> seen;
  int64_t index = 0, most = 0;
  for (syntax::Expr* expr : literal->elems) {
    bool valid = false;
    syntax::Expr* value = expr;
    if (auto* pair = syntax::as<syntax::KeyValueExpr>(expr)) {
      value = pair->value;
      int64_t at = -1;
      if (check_index_value(c, pair->key, length, at)) {
        if (at >= 0) {
          index = at;
          valid = true;
        } else {
          c.report(pos_of(expr), diag::kNonConstantIndex, c.text(pair->key));
        }
      }
    } else if (length >= 0 && index >= length) {
      c.report(pos_of(value), diag::kElementOutOfBounds, std::to_string(index), length);
    } else {
      valid = true;
    }
    if (valid && !seen.insert(index).second) c.report(pos_of(expr), diag::kDuplicateIndex, index);
    index++;
    most = std::max(most, index);
    element(c, value, elem, "array or slice literal");
  }
  return most;
}

/// What two constant keys have in common that are equal in value: 1, 1.0 and 1+0i are, where the type of the keys is a type parameter.
/// Empty for integers beyond 64 bits, which Go's checker does not compare.
std::string key_text(const constant::Value& value) {
  constant::Value plain = value;
  if (value.kind() == constant::Kind::Float || value.kind() == constant::Kind::Complex) {
    if (constant::Value real = value.to_float(); !real.is_unknown()) plain = real;
    if (constant::Value integer = plain.to_int(); !integer.is_unknown()) plain = integer;
  }
  if (plain.kind() == constant::Kind::Int) {
    constexpr uint64_t kWordBits = 64;
    if (plain.bit_length() > kWordBits - (plain.sign() < 0 ? 1 : 0)) return "";
  }
  return fmt::format("{}:{}", static_cast<int>(plain.kind()), plain.exact_text());
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
    check_generic_value(c, key, pair->key, type->key);
    check_assignment(c, key, type->key, "map literal");
    if (!key) continue;
    if (key.mode == Mode::Constant) {
      // Keys of an interface type may be equal in value and differ in type.
      std::string type_text = is_interface(type->key) ? c.text(key.type) : "";
      std::string value = key_text(key.value);
      if (!value.empty() && !seen.emplace(type_text, std::move(value)).second) {
        c.report(pos_of(key), diag::kDuplicateKey, key.value.text());
        continue;
      }
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
    if (auto* pointer = is_a<Pointer>(core_type(hint))) base = pointer->elem;
  } else {
    c.report(pos_of(literal), diag::kUntypedLiteral);
    type = base = c.invalid_type();
  }
  if (!is_invalid(base) && !check_complete(c, base)) return;
  std::string why;
  const Type* core = common_underlying(c, base, nullptr, why);
  switch (core ? core->kind() : TypeKind::Tuple) {
    case TypeKind::Struct: struct_elements(c, literal, static_cast<const Struct*>(core), base); break;
    case TypeKind::Array:
      indexed_elements(c, literal, static_cast<const Array*>(core)->elem, static_cast<const Array*>(core)->length);
      break;
    case TypeKind::Slice: indexed_elements(c, literal, static_cast<const Slice*>(core)->elem, -1); break;
    case TypeKind::Map: map_elements(c, literal, static_cast<const Map*>(core)); break;
    default:
      for (syntax::Expr* elem : literal->elems) {
        auto* pair = syntax::as<syntax::KeyValueExpr>(elem);
        use(c, std::span(pair ? &pair->value : &elem, 1));
      }
      if (is_invalid(base) || (core && is_invalid(core))) break;
      c.report(pos_of(literal), diag::kInvalidLiteralType, literal->type ? "" : " element", c.text(type),
               core ? "" : " (no common underlying type)");
      return;
  }
  x.mode = Mode::Value;
  x.type = type;
}

}  // namespace govm::types
