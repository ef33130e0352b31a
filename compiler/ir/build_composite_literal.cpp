// Composite literals (spec: "Composite literals").
#include <algorithm>

#include "base/check.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

// Go's compiler has no bound but its memory.
constexpr int64_t kLargestLiteral = int64_t{2} << 30;

using types::as_object;

namespace {

/// Finds a field at exactly this depth of embedded structs.
bool find_field(const types::Struct* structure, Symbol name, size_t depth, std::vector<size_t>& path) {
  for (size_t i = 0; i < structure->fields.size(); ++i) {
    const types::Var* field = structure->fields[i];
    path.push_back(i);
    if (depth == 0 && field->name == name) return true;
    const auto* inner = depth > 0 && field->embedded ? types::as<types::Struct>(field->type) : nullptr;
    if (inner != nullptr && find_field(inner, name, depth - 1, path)) return true;
    path.pop_back();
  }
  return false;
}

}  // namespace

const syntax::Expr* Builder::element_value(const syntax::Expr* element) {
  const auto* pair = syntax::as<syntax::KeyValueExpr>(element);
  return pair != nullptr ? pair->value : element;
}

// In []*T{{…}} the inner literal stands for &T{…}.
bool Builder::is_elided_address(const syntax::CompositeLit* literal) const {
  return literal->type == nullptr && is_pointer(type_of(literal));
}

const Type* Builder::literal_type(const syntax::CompositeLit* literal) const {
  const Type* type = type_of(literal);
  return is_elided_address(literal) ? elem_of(type) : type;
}

int64_t Builder::literal_index(const syntax::Expr* element, int64_t next) const {
  const auto* pair = syntax::as<syntax::KeyValueExpr>(element);
  if (pair == nullptr) return next;
  bool exact = false;
  return constant_of(pair->key)->to_int().as_int64(exact);
}

int64_t Builder::literal_length(const syntax::CompositeLit* literal) const {
  int64_t length = 0;
  int64_t next = 0;
  for (const syntax::Expr* element : literal->elems) {
    next = literal_index(element, next) + 1;
    length = std::max(length, next);
  }
  return length;
}

std::vector<size_t> Builder::literal_path(const syntax::CompositeLit* literal, size_t element, const Type* type) const {
  const auto* pair = syntax::as<syntax::KeyValueExpr>(literal->elems[element]);
  if (pair == nullptr) return {element};
  Symbol name = syntax::cast<syntax::Name>(syntax::unparen(pair->key))->symbol;
  constexpr size_t kMaxDepth = 1000;
  std::vector<size_t> path;
  for (size_t depth = 0; depth < kMaxDepth; ++depth) {
    if (find_field(struct_of(type), name, depth, path)) return path;
  }
  GOVM_UNREACHABLE("unknown field in a composite literal");
}

Builder::LiteralField Builder::literal_field(const syntax::CompositeLit* literal, size_t element, const Type* type) const {
  LiteralField found{0, type, false};
  for (const size_t field : literal_path(literal, element, type)) {
    found.offset += field_offset(found.type, field);
    const types::Var* named = struct_of(found.type)->fields[field];
    found.type = named->type;
    found.blank = named->name.is_blank();
  }
  return found;
}

Datum Builder::build_composite_literal(const syntax::CompositeLit* literal) {
  const Type* type = literal_type(literal);
  if (is_elided_address(literal)) return single(type_of(literal), build_literal_address(literal, literal, literal->pos));
  if (is_slice(type)) return build_slice_literal(literal);
  if (is_map(type)) return build_map_literal(literal);
  return build_value_literal(literal);
}

Datum Builder::build_value_literal(const syntax::CompositeLit* literal) {
  const Type* type = literal_type(literal);
  if (is_split(type)) {
    Datum datum = zero_datum(type);
    for (size_t i = 0; i < literal->elems.size(); ++i) {
      size_t first = 0;
      const Type* part_type = nullptr;
      bool blank = false;
      if (struct_of(type) != nullptr) {
        part_type = type;
        for (size_t field : literal_path(literal, i, type)) {
          const auto* structure = struct_of(part_type);
          for (size_t j = 0; j < field; ++j) first += parts_of(structure->fields[j]->type).size();
          part_type = structure->fields[field]->type;
          blank = structure->fields[field]->name.is_blank();
        }
      } else {
        part_type = elem_of(type);
      }
      Datum value = build_as(element_value(literal->elems[i]), part_type);
      if (!blank) std::copy(value.parts.begin(), value.parts.end(), datum.parts.begin() + static_cast<ptrdiff_t>(first));
    }
    return datum;
  }
  if (Datum image; copies_image(literal, type, image)) return image;
  Datum datum = zero_datum(type);
  build_literal_into(literal, datum.address, 0);
  return datum;
}

void Builder::build_literal_into(const syntax::CompositeLit* literal, Value* address, int64_t offset) {
  const Type* type = literal_type(literal);
  if (Datum image; copies_image(literal, type, image)) return store_at(address, offset, image, true);
  if (struct_of(type) != nullptr) {
    for (size_t i = 0; i < literal->elems.size(); ++i) {
      const LiteralField field = literal_field(literal, i, type);
      const syntax::Expr* value = element_value(literal->elems[i]);
      if (field.blank) {
        build_as(value, field.type);  // evaluated, and kept nowhere
      } else {
        build_element_into(value, address, offset + field.offset, field.type);
      }
    }
    return;
  }
  const Type* elem = elem_of(type);
  int64_t index = 0;
  for (const syntax::Expr* element : literal->elems) {
    index = literal_index(element, index);
    build_element_into(element_value(element), address, offset + index * types::size_of(elem), elem);
    ++index;
  }
}

void Builder::build_element_into(const syntax::Expr* expr, Value* address, int64_t offset, const Type* type) {
  expr = syntax::unparen(expr);
  const auto* literal = syntax::as<syntax::CompositeLit>(expr);
  if (literal != nullptr && !is_split(type) && !is_elided_address(literal) && types::identical(type, type_of(literal))) {
    build_literal_into(literal, address, offset);
    return;
  }
  store_at(address, offset, build_as(expr, type), true);
}

Value* Builder::build_literal_address(const syntax::CompositeLit* literal, const void* node, Pos pos) {
  const Type* type = literal_type(literal);
  if (is_slice(type) || is_map(type) || is_split(type)) {
    // The literal is evaluated before the variable it goes to is made: it may mention itself in a loop.
    Datum value = is_slice(type) ? build_slice_literal(literal) : is_map(type) ? build_map_literal(literal) : build_value_literal(literal);
    pos_ = pos;
    Value* object = make_object(type, SiteKind::CompositeLiteral, pos, node, escape::SiteRole::CompositeLiteral);
    store_at(object, 0, value, true);
    return object;
  }
  pos_ = pos;
  Value* object = make_object(type, SiteKind::CompositeLiteral, pos, node, escape::SiteRole::CompositeLiteral);
  build_literal_into(literal, object, 0);
  return object;
}

Datum Builder::build_slice_literal(const syntax::CompositeLit* literal) {
  const Type* type = literal_type(literal);
  const Type* elem = elem_of(type);
  int64_t length = literal_length(literal);
  pos_ = literal->pos;
  const Type* array = types_.array_of(elem, length);
  if (const int64_t size = types::size_of(array); size < 0 || size > kLargestLiteral) {
    unsupported(literal->pos, "slice literal of more than 2 GiB");
    length = 0;
    array = types_.array_of(elem, 0);
  }
  Value* base = make_object(array, SiteKind::CompositeLiteral, literal->pos, literal, escape::SiteRole::CompositeLiteral);
  if (Datum image; copies_image(literal, array, image)) {
    store_at(base, 0, image, true);
  } else {
    int64_t index = 0;
    for (const syntax::Expr* element : literal->elems) {
      index = literal_index(element, index);
      build_element_into(element_value(element), base, index * types::size_of(elem), elem);
      ++index;
    }
  }
  Value* count = int_constant(length);
  return single(type, emit(Op::MakeSlice, Rep::Slice, type, {base, count, count}));
}

Datum Builder::build_map_literal(const syntax::CompositeLit* literal) {
  const Type* type = literal_type(literal);
  pos_ = literal->pos;
  Value* map = build_new_map(int_constant(static_cast<int64_t>(literal->elems.size())),
                             site(SiteKind::CompositeLiteral, literal->pos, type, literal), escape::SiteRole::CompositeLiteral);
  for (const syntax::Expr* element : literal->elems) {
    const auto* pair = syntax::cast<syntax::KeyValueExpr>(element);
    EarlyOperands early(*this);
    early.add(pair->key);
    early.add(pair->value);
    Location target;
    target.kind = Location::Kind::MapElement;
    target.container = type;
    target.type = elem_of(type);
    target.base = map;
    target.key = build_as(pair->key, key_of(type));
    Datum value = build_as(pair->value, elem_of(type));
    pos_ = pair->pos;
    store(target, value);
  }
  return single(type, map);
}

}  // namespace govm::ir
