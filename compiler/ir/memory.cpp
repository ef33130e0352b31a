// Addresses taken apart: an object, or a pointer of which nothing is known, and an offset.
#include "compiler/ir/memory.h"

#include "compiler/types/sizes.h"

namespace govm::ir {
namespace {

struct Span {
  const Value* base;
  int64_t begin;
  int64_t end;
};

// Bytes from the address `base` + `offset` that a value of `type` takes; null: a hidden word.
Span span_of(const Value* base, int64_t offset, const types::Type* type) {
  for (; base->op == Op::AddPointer; base = base->arg(0)) offset += base->imm;
  if (base->op == Op::GlobalAddr || base->op == Op::PlaceAddr) offset += base->imm;
  return {base, offset, offset + (type == nullptr ? 8 : types::size_of(type))};
}

bool is_object(const Value* base) { return base->op == Op::GlobalAddr || base->op == Op::PlaceAddr; }

bool same_base(const Value* a, const Value* b) { return a == b || (is_object(a) && a->op == b->op && a->aux.none == b->aux.none); }

}  // namespace

bool may_change(const Value* store, const Value* load) {
  const Span written = span_of(store->arg(0), store->imm, store->elem);
  const Span read = span_of(load->arg(0), load->imm, load->type);
  if (same_base(written.base, read.base)) return written.begin < read.end && read.begin < written.end;
  return !is_object(written.base) || !is_object(read.base);
}

}  // namespace govm::ir
