// Addresses taken apart: an object, or a pointer or slice of which nothing is known, and an offset.
#include "compiler/ir/memory.h"

#include "compiler/types/sizes.h"
#include "compiler/types/type.h"

namespace govm::ir {
namespace {

/// An index beyond has no offset that fits; it is out of range, too.
constexpr int64_t kLargestIndex = INT32_MAX;

struct Range {
  const Value* base;
  int64_t begin;
  int64_t end;
};

// An access at an address: by Load or Store, or to an element that the address is of.
Access access_at(Value* const& address, int64_t offset, const types::Type* type) {
  if (address->op == Op::SliceIndexAddr || address->op == Op::ArrayIndexAddr) {
    return {address->op == Op::SliceIndexAddr ? Op::SliceIndexLoad : Op::ArrayIndexLoad, address->args, address->imm + offset,
            address->elem, type};
  }
  return {Op::Load, std::span(&address, 1), offset, nullptr, type};
}

// The bytes from the value `base` on that an access takes.
Range range_of(const Access& access) {
  const Value* base = access.operands[0];
  int64_t begin = access.offset;
  int64_t size = access.type == nullptr ? 8 : types::size_of(access.type);
  if (access.load != Op::Load) {
    const types::Array* array = access.load == Op::ArrayIndexLoad ? types::as<types::Array>(types::underlying(access.container)) : nullptr;
    const Value* index = access.operands[1];
    const bool is_number = index->op == Op::Zero || (index->op == Op::Const && index->imm >= 0 && index->imm <= kLargestIndex);
    if (is_number) {
      const int64_t element = types::size_of(array != nullptr ? array->elem : access.container);
      begin += index->op == Op::Zero ? 0 : index->imm * element;
    } else {
      begin = 0;
      size = array != nullptr ? types::size_of(access.container) : INT64_MAX;
    }
    if (array == nullptr) return {base, begin, size == INT64_MAX ? size : begin + size};
  }
  for (; base->op == Op::AddPointer; base = base->arg(0)) begin += base->imm;
  if (base->op == Op::GlobalAddr || base->op == Op::PlaceAddr) begin += base->imm;
  return {base, begin, begin + size};
}

bool is_object(const Value* base) { return base->op == Op::GlobalAddr || base->op == Op::PlaceAddr; }

bool same_base(const Value* a, const Value* b) { return a == b || (is_object(a) && a->op == b->op && a->aux.none == b->aux.none); }

}  // namespace

std::optional<Access> read_of(const Value* load) {
  switch (load->op) {
    case Op::Load: return access_at(load->args[0], load->imm, load->type);
    case Op::ArrayIndexLoad:
    case Op::SliceIndexLoad: return Access{load->op, load->args, load->imm, load->elem, load->type};
    default: return std::nullopt;
  }
}

std::optional<Access> write_of(const Value* store) {
  switch (store->op) {
    case Op::Store: return access_at(store->args[0], store->imm, store->elem);
    case Op::ArrayIndexStore:
    case Op::SliceIndexStore:
      return Access{store->op == Op::ArrayIndexStore ? Op::ArrayIndexLoad : Op::SliceIndexLoad, store->args.first(2), store->imm,
                    store->elem, store->aux.type};
    default: return std::nullopt;
  }
}

bool may_change(const Access& write, const Access& read) {
  const Range written = range_of(write);
  const Range loaded = range_of(read);
  if (same_base(written.base, loaded.base)) return written.begin < loaded.end && loaded.begin < written.end;
  return !is_object(written.base) || !is_object(loaded.base);
}

}  // namespace govm::ir
