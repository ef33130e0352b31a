// Interfaces: boxing, type assertions (spec: "Type assertions", "Interface types").
#include <cstring>

#include "base/check.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

namespace {

/// Largest value that is boxed in the frame (escape-analysis.md 3).
constexpr int64_t kMaxFrameBox = 1024;

}  // namespace

Value* Builder::interface_word(const Type* interface, const Type* concrete) {
  Value* word = nullptr;
  if (is_empty_interface(interface)) {
    word = emit_word(Op::TypeWord, {});
    word->elem = concrete;
  } else {
    word = emit_word(Op::ItabWord, {});
    word->elem = interface;
    word->aux.type = concrete;
  }
  return word;
}

// Whether what is boxed may be read-only data: variables that happen to have a constant are objects.
bool Builder::boxes_constant(const syntax::Expr* node) const {
  if (node == nullptr || info_.is_constant(node) || syntax::is<syntax::CompositeLit>(syntax::unparen(node))) return true;
  const escape::Decision* decision = cx_.decisions.find(node, escape::SiteRole::Box, scope_->context);
  return decision == nullptr || decision->boxes_constant;
}

const Image* Builder::constant_image(const Datum& datum) {
  if (!is_split(datum.type)) return nullptr;
  for (const Value* part : datum.parts) {
    if (part->op != Op::Const && part->op != Op::ConstString && part->op != Op::Zero) return nullptr;
  }
  std::vector<uint8_t> bytes(static_cast<size_t>(types::size_of(datum.type)));
  std::vector<Image::Relocation> relocations;
  std::vector<Part> parts = parts_of(datum.type);
  for (size_t i = 0; i < parts.size(); ++i) {
    const Value* part = datum.parts[i];
    if (part->op == Op::Const) {
      std::memcpy(&bytes[parts[i].offset], &part->imm, static_cast<size_t>(types::size_of(parts[i].type)));
    } else if (part->op == Op::ConstString && !part->aux.text->empty()) {
      uint64_t length = part->aux.text->size();
      std::memcpy(&bytes[parts[i].offset + 8], &length, sizeof length);
      relocations.push_back({parts[i].offset, Image::Target::Text, *part->aux.text, nullptr, nullptr, nullptr, nullptr, nullptr});
    }
  }
  return keep_image(datum.type, bytes, relocations);
}

Value* Builder::box(const Datum& datum, const syntax::Expr* node) {
  if (types::is_pointer_shaped(datum.type)) return datum.value();
  int64_t size = types::size_of(datum.type);
  if (size > 0) {
    if (const Image* image = boxes_constant(node) ? constant_image(datum) : nullptr) {
      Value* address = emit_word(Op::DataAddr, {}, pointer_type());
      address->aux.image = image;
      return address;
    }
  }
  Pos pos = node != nullptr ? node->pos : pos_;
  if (node != nullptr && size > 0 && size <= kMaxFrameBox && is_frame_decision(node, escape::SiteRole::Box)) {
    Value* address = make_object(datum.type, SiteKind::Box, pos, node, escape::SiteRole::Box);
    store_at(address, 0, datum, true);
    return address;
  }
  Site* made = site(SiteKind::Box, pos, datum.type, node);
  if (is_split(datum.type) && datum.parts.size() == 1 && rep_of(parts_of(datum.type).front().type) != Rep::Iface) {
    Value* address = emit_word(Op::BoxValue, {datum.value()});
    address->elem = parts_of(datum.type).front().type;
    address->aux.site = made;
    return address;
  }
  Value* address = emit_word(Op::NewObject, {});
  address->aux.site = made;
  if (size > 0) store_at(address, 0, datum, true);
  return address;
}

Datum Builder::convert_to_interface(const Datum& datum, const Type* to, const syntax::Expr* node) {
  if (!types::is_interface(datum.type)) {
    if (is_nil_type(datum.type)) return zero_datum(to);
    Value* word = interface_word(to, datum.type);
    return single(to, emit(Op::MakeIface, Rep::Iface, to, {word, box(datum, node)}));
  }
  if (is_empty_interface(to)) {
    if (is_empty_interface(datum.type)) return single(to, datum.value());
    Value* type_word = emit_word(Op::IfaceType, {datum.value()}, nullptr);
    type_word->elem = datum.type;
    return single(to, emit(Op::MakeIface, Rep::Iface, to, {type_word, component(datum.value(), 1, pointer_type())}));
  }
  if (types::identical(types::underlying(to), types::underlying(datum.type))) return single(to, datum.value());
  Value* value = emit(Op::ConvertIface, Rep::Iface, to, {datum.value()});
  value->elem = datum.type;
  return single(to, value);
}

Value* Builder::has_type(Value* interface, const Type* interface_type, const Type* type) {
  Value* word = component(interface, 0, nullptr);
  return compare(Op::Eq, word, interface_word(interface_type, type), pointer_type());
}

Datum Builder::unbox(Value* interface, const Type* type) {
  Value* data = component(interface, 1, pointer_type());
  if (types::is_pointer_shaped(type)) {
    Datum datum = single(type, data);
    if (!is_split(type)) {
      // A larger struct of one pointer among zero-size fields.
      Value* address = place_address(temporary(type));
      store_at(address, 0, single(pointer_type(), data), true);
      datum.parts.clear();
      datum.address = address;
    }
    return datum;
  }
  if (types::size_of(type) == 0) return zero_datum(type);
  return load_at(data, 0, type, true);
}

Datum Builder::build_type_assertion(const syntax::TypeAssertExpr* expr, bool comma_ok, Value** ok) {
  const Type* from = type_of(expr->x);
  const Type* to = substitute(info_.type_of(expr->type));
  Value* interface = build_scalar(expr->x);
  pos_ = expr->pos;
  if (types::is_interface(to)) {
    Value* value = emit(comma_ok ? Op::AssertIfaceOk : Op::AssertIface, Rep::Iface, to, {interface});
    value->elem = from;
    if (comma_ok) *ok = compare(Op::Ne, component(value, 0, nullptr), constant(0, pointer_type()), pointer_type());
    return single(to, value);
  }
  Value* matches = has_type(interface, from, to);
  if (comma_ok) {
    *ok = matches;
    return load_if(matches, to, [&] { return unbox(interface, to); });
  }
  Block* good = new_block();
  Block* bad = new_block();
  bad->unlikely = true;
  branch(matches, good, bad);
  start_sealed(bad);
  emit_void(Op::PanicAssert, {interface});
  current_->values.back()->elem = from;
  current_->values.back()->aux.type = to;
  start_sealed(good);
  return unbox(interface, to);
}

}  // namespace govm::ir
