// Reading and writing of values and locations.
#include "base/check.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

Datum Builder::single(const Type* type, Value* value) {
  Datum datum;
  datum.type = type;
  datum.parts.push_back(value);
  return datum;
}

Datum Builder::zero_datum(const Type* type) {
  Datum datum;
  datum.type = type;
  if (!is_split(type)) {
    Place* place = temporary(type, true);
    datum.address = place_address(place);
    datum.temporary = true;
    return datum;
  }
  for (const Part& part : parts_of(type)) {
    Rep rep = rep_of(part.type);
    datum.parts.push_back(rep_words(rep) == 1 ? constant(0, part.type) : emit(Op::Zero, rep, part.type));
  }
  return datum;
}

Datum Builder::load_at(Value* address, int64_t offset, const Type* type, bool checked) {
  Datum datum;
  datum.type = type;
  if (!is_split(type)) {
    datum.address = emit_word(Op::AddPointer, {address});
    datum.address->imm = offset;
    datum.address->unchecked = checked;
    return datum;
  }
  const std::vector<Part> parts = parts_of(type);
  if (parts.empty() && !checked) emit_void(Op::NilCheck, {address});
  for (const Part& part : parts) {
    Value* value = emit(Op::Load, rep_of(part.type), part.type, {address});
    value->imm = offset + part.offset;
    value->unchecked = checked;
    checked = true;
    datum.parts.push_back(value);
  }
  return datum;
}

void Builder::store_at(Value* address, int64_t offset, const Datum& datum, bool checked) {
  if (!is_split(datum.type)) {
    Value* to = emit_word(Op::AddPointer, {address});
    to->imm = offset;
    to->unchecked = checked;
    Value* copy = emit_void(Op::MemCopy, {to, datum.address});
    copy->elem = datum.type;
    copy->unchecked = true;
    return;
  }
  const std::vector<Part> parts = parts_of(datum.type);
  if (parts.empty() && !checked) emit_void(Op::NilCheck, {address});
  for (size_t i = 0; i < parts.size(); ++i) {
    Value* value = emit_void(Op::Store, {address, datum.parts[i]});
    value->elem = parts[i].type;
    value->imm = offset + parts[i].offset;
    value->unchecked = checked;
    checked = true;
  }
}

Datum Builder::load(const Location& location) {
  switch (location.kind) {
    case Location::Kind::Blank: GOVM_UNREACHABLE();
    case Location::Kind::Slots: {
      Datum datum;
      datum.type = location.type;
      uint32_t slot = location.slot;
      for (const Part& part : parts_of(location.type)) datum.parts.push_back(read_slot(slot++, current_, rep_of(part.type), part.type));
      return datum;
    }
    case Location::Kind::Memory: return load_at(location.base, location.offset, location.type, location.checked);
    case Location::Kind::SliceElement:
    case Location::Kind::ArrayElement: {
      if (!is_split(location.type) || parts_of(location.type).size() != 1) return load_at(address_of(location), 0, location.type, true);
      bool is_slice = location.kind == Location::Kind::SliceElement;
      const Part part = parts_of(location.type).front();
      Value* value =
          emit(is_slice ? Op::SliceIndexLoad : Op::ArrayIndexLoad, rep_of(part.type), part.type, {location.base, location.index});
      value->elem = location.container;
      value->imm = location.offset + part.offset;
      Datum datum = single(location.type, value);
      return datum;
    }
    case Location::Kind::MapElement: return map_element(location, nullptr);
  }
  GOVM_UNREACHABLE();
}

void Builder::store(const Location& location, const Datum& datum) {
  switch (location.kind) {
    case Location::Kind::Blank: return;
    case Location::Kind::Slots:
      for (size_t i = 0; i < datum.parts.size(); ++i) write_slot(location.slot + static_cast<uint32_t>(i), current_, datum.parts[i]);
      return;
    case Location::Kind::Memory:
      if (location.pos) pos_ = location.pos;
      store_at(location.base, location.offset, datum, location.checked);
      return;
    case Location::Kind::SliceElement:
    case Location::Kind::ArrayElement: {
      if (!is_split(location.type) || parts_of(location.type).size() != 1) {
        store_at(address_of(location), 0, datum, true);
        return;
      }
      if (location.pos) pos_ = location.pos;
      bool is_slice = location.kind == Location::Kind::SliceElement;
      const Part part = parts_of(location.type).front();
      Value* value = emit_void(is_slice ? Op::SliceIndexStore : Op::ArrayIndexStore, {location.base, location.index, datum.value()});
      value->elem = location.container;
      value->aux.type = part.type;
      value->imm = location.offset + part.offset;
      value->unchecked = location.checked;
      return;
    }
    case Location::Kind::MapElement: {
      const Location element = enter_element(location);
      store_at(element.base, element.offset, datum, true);
      return;
    }
  }
}

Location Builder::enter_element(const Location& location) {
  Location element;
  element.kind = Location::Kind::Memory;
  element.type = location.type;
  element.offset = location.offset;
  element.checked = true;
  element.base = emit_word(Op::MapAssign, {location.base, map_key(location.key)});
  element.base->elem = location.container;
  element.base->aux.site = site(SiteKind::MapAssign, pos_, location.container, nullptr);
  return element;
}

Value* Builder::address_of(const Location& location) {
  switch (location.kind) {
    case Location::Kind::Memory: {
      if (location.checked && location.offset == 0) return location.base;
      Value* address = emit_word(Op::AddPointer, {location.base});
      address->imm = location.offset;
      address->unchecked = location.checked;
      return address;
    }
    case Location::Kind::SliceElement:
    case Location::Kind::ArrayElement: {
      if (location.pos) pos_ = location.pos;
      bool is_slice = location.kind == Location::Kind::SliceElement;
      Value* address = emit_word(is_slice ? Op::SliceIndexAddr : Op::ArrayIndexAddr, {location.base, location.index});
      address->elem = location.container;
      address->imm = location.offset;
      return address;
    }
    case Location::Kind::Slots: return in_memory(load(location));
    case Location::Kind::MapElement: return in_memory(load(location));
    case Location::Kind::Blank: break;
  }
  GOVM_UNREACHABLE();
}

Datum Builder::copy_to_temporary(const Datum& datum) {
  if (is_split(datum.type) || datum.temporary) return datum;
  Datum copy;
  copy.type = datum.type;
  copy.address = place_address(temporary(datum.type));
  copy.temporary = true;
  store_at(copy.address, 0, datum, true);
  return copy;
}

Value* Builder::in_memory(const Datum& datum) {
  if (!is_split(datum.type)) return datum.address;
  Value* address = place_address(temporary(datum.type));
  store_at(address, 0, datum, true);
  return address;
}

Datum Builder::field_datum(const Datum& structure, size_t field) {
  const Type* type = substitute(struct_of(structure.type)->fields[field]->type);
  if (!is_split(structure.type)) return load_at(structure.address, field_offset(structure.type, field), type, true);
  Datum datum;
  datum.type = type;
  size_t first = 0;
  for (size_t i = 0; i < field; ++i) first += parts_of(substitute(struct_of(structure.type)->fields[i]->type)).size();
  size_t count = parts_of(type).size();
  datum.parts.assign(structure.parts.begin() + static_cast<ptrdiff_t>(first),
                     structure.parts.begin() + static_cast<ptrdiff_t>(first + count));
  return datum;
}

Location Builder::field_location(const Location& structure, size_t field, Pos pos) {
  Location location = structure;
  location.type = substitute(struct_of(structure.type)->fields[field]->type);
  if (structure.kind == Location::Kind::Slots) {
    for (size_t i = 0; i < field; ++i)
      location.slot += static_cast<uint32_t>(parts_of(substitute(struct_of(structure.type)->fields[i]->type)).size());
  } else {
    location.offset += field_offset(structure.type, field);
    location.pos = pos;
  }
  pos_ = pos;
  return location;
}

}  // namespace govm::ir
