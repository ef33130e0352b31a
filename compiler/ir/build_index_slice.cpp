// Index and slice expressions (spec: "Index expressions", "Slice expressions"), map elements.
#include "base/check.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

using types::as_object;

Value* Builder::build_index_value(const syntax::Expr* index) {
  if (constant_of(index) != nullptr) return build_as(index, int_type()).value();
  return build_scalar(index);
}

Location Builder::locate_index(const syntax::IndexExpr* expr, bool assigned) {
  const Type* type = type_of(expr->x);
  Location location;
  location.type = type_of(expr);
  if (is_map(type)) {
    location.kind = Location::Kind::MapElement;
    location.container = type;
    location.base = build_scalar(expr->x);
    location.key = assigned ? build_as(expr->index(), key_of(type)) : build_key_to_read(expr->index(), key_of(type));
    pos_ = expr->pos;
    return location;
  }
  if (is_slice(type)) {
    location.kind = Location::Kind::SliceElement;
    location.container = elem_of(type);
    location.base = build_scalar(expr->x);
    location.index = build_index_value(expr->index());
    location.pos = pos_ = expr->pos;
    return location;
  }
  // Arrays, and pointers to arrays.
  Location array;
  if (is_pointer(type)) {
    array.kind = Location::Kind::Memory;
    array.base = build_scalar(expr->x);
    array.type = elem_of(type);
  } else if (is_addressable(expr->x)) {
    array = locate(expr->x);
  } else {
    Datum datum = build_expr(expr->x);
    array.kind = Location::Kind::Memory;
    array.base = in_memory(datum);
    array.type = datum.type;
    array.checked = true;
  }
  location.type = elem_of(array.type);
  int64_t length = length_of(array.type);
  bool exact = false;
  const constant::Value* constant_index = constant_of(expr->index());
  int64_t number = constant_index != nullptr ? constant_index->to_int().as_int64(exact) : -1;
  if (exact && number >= 0 && number < length) {
    Location element = array;
    element.type = location.type;
    if (array.kind != Location::Kind::Slots) element.offset += number * types::size_of(location.type);
    element.pos = pos_ = expr->pos;
    return element;
  }
  Value* index = build_index_value(expr->index());
  location.pos = pos_ = expr->pos;
  if (array.kind == Location::Kind::Slots) {
    // Only arrays of one element or none live in slots.
    emit_void(Op::BoundsCheck, {index})->imm = length;
    if (length == 1) {
      array.type = location.type;
      return array;
    }
    location.kind = Location::Kind::Memory;
    location.base = place_address(temporary(location.type, true));
    location.checked = true;
    return location;
  }
  location.kind = Location::Kind::ArrayElement;
  location.container = array.type;
  location.base = address_of(array);
  if (array.kind == Location::Kind::Memory && !array.checked && array.offset == 0) emit_void(Op::NilCheck, {location.base});
  location.index = index;
  return location;
}

Datum Builder::build_index(const syntax::IndexExpr* expr) {
  const syntax::Expr* x = syntax::unparen(expr->x);
  if (info_.is_type(expr->index())) {
    // An instantiated generic function or method.
    const auto* selector = syntax::as<syntax::SelectorExpr>(x);
    if (selector != nullptr && info_.selection_of(selector) != nullptr) return build_selector(selector);
    const syntax::Name* name = syntax::as<syntax::Name>(x);
    if (name == nullptr) name = syntax::cast<syntax::SelectorExpr>(x)->sel;
    const auto* func = as_object<types::Func>(info_.object_of(name));
    return build_function_value(func, name, expr);
  }
  const Type* type = types_.default_type(type_of(x));
  if (types::is_string(type)) {
    Value* text = build_as(x, type).value();
    Value* index = build_index_value(expr->index());
    pos_ = expr->pos;
    return single(type_of(expr), emit_word(Op::StringIndex, {text, index}, type_of(expr)));
  }
  return load(locate_index(expr));
}

Value* Builder::map_key(const Datum& key) {
  if (rep_of(key.type) != Rep::None) return key.value();
  if (!is_split(key.type) && key.address != nullptr && key.address->op == Op::PlaceAddr) return key.address;
  Value* address = place_address(temporary(key.type));
  store_at(address, 0, key, true);
  return address;
}

Datum Builder::map_element(const Location& location, Value** found) {
  const Type* type = elem_of(location.container);
  Value* key = map_key(location.key);
  if (found == nullptr) {
    Value* address = emit_word(Op::MapAccess, {location.base, key});
    address->elem = location.container;
    return load_at(address, location.offset, location.type, true);
  }
  Value* address = emit_word(Op::MapLookup, {location.base, key});
  address->elem = location.container;
  *found = compare(Op::Ne, address, constant(0, pointer_type()), pointer_type());
  return load_if(*found, type, [&] { return load_at(address, 0, type, true); });
}

Datum Builder::load_if(Value* condition, const Type* type, const std::function<Datum()>& loaded) {
  Block* present = new_block();
  Block* absent = new_block();
  Block* end = new_block();
  if (!is_split(type)) {
    Datum result = zero_datum(type);
    branch(condition, present, end);
    start_sealed(present);
    store_at(result.address, 0, loaded(), true);
    jump(end);
    start_sealed(end);
    return result;
  }
  std::vector<Part> parts = parts_of(type);
  uint32_t slots = new_slots(parts.size());
  branch(condition, present, absent);
  auto set = [&](const Datum& datum) {
    for (size_t i = 0; i < parts.size(); ++i) write_slot(slots + static_cast<uint32_t>(i), current_, datum.parts[i]);
    jump(end);
  };
  start_sealed(present);
  set(loaded());
  start_sealed(absent);
  set(zero_datum(type));
  start_sealed(end);
  Datum result;
  result.type = type;
  for (const Part& part : parts) result.parts.push_back(read_slot(slots++, current_, rep_of(part.type), part.type));
  return result;
}

Datum Builder::build_slice(const syntax::SliceExpr* expr) {
  const syntax::Expr* x = syntax::unparen(expr->x);
  const Type* type = types_.default_type(type_of(x));
  const Type* result_type = types_.default_type(type_of(expr));
  std::vector<Value*> operands;
  Op op = Op::SliceSlice;
  const Type* elem = nullptr;
  if (types::is_string(type)) {
    op = Op::SliceString;
    operands.push_back(build_as(x, type).value());
  } else if (is_slice(type)) {
    operands.push_back(build_scalar(x));
    elem = elem_of(type);
  } else {
    op = Op::SliceArray;
    if (is_pointer(type)) {
      elem = elem_of(type);
      operands.push_back(build_scalar(x));
      pos_ = expr->pos;
      emit_void(Op::NilCheck, {operands[0]});
    } else {
      elem = type;
      operands.push_back(address_of(locate(x)));
    }
  }
  int64_t present = 0;
  for (size_t i = 0; i < 3; ++i) {
    if (expr->index[i] == nullptr) continue;
    present |= int64_t{1} << i;
    operands.push_back(build_index_value(expr->index[i]));
  }
  pos_ = expr->pos;
  if (present == 0 && op != Op::SliceArray) return single(result_type, operands[0]);
  Value* value = emit_list(op, rep_of(result_type), result_type, operands);
  value->elem = elem;
  value->imm = present;
  return single(result_type, value);
}

}  // namespace govm::ir
