// Slice expressions, range over strings, append's fast paths. Included by interpreter.cpp.
// The checks and their texts come in the order of Go's compiler.

#define GOVM_CHECK_BOUND(index, limit, code)                              \
  if (GOVM_UNLIKELY(static_cast<U64>(index) > static_cast<U64>(limit))) { \
    vm->bad_index = static_cast<I64>(index);                              \
    vm->bad_length = static_cast<I64>(limit);                             \
    vm->bad_bound = BoundsCode::code;                                     \
    GOVM_COLD(panic_slice);                                               \
  }
#define GOVM_SET_SLICE(data, low, length, capacity, size)               \
  do {                                                                  \
    const I64 new_capacity = (capacity);                                \
    set(fp, pc->a, (data) + (new_capacity != 0 ? (low)*I64{size} : 0)); \
    set<I64>(fp, pc->a + 8, (length));                                  \
    set<I64>(fp, pc->a + 16, new_capacity);                             \
  } while (0)
#define GOVM_SET_STRING(data, low, length)                  \
  do {                                                      \
    const I64 new_length = (length);                        \
    set(fp, pc->a, (data) + (new_length != 0 ? (low) : 0)); \
    set<I64>(fp, pc->a + 8, new_length);                    \
  } while (0)
#define GOVM_SLICE_OPERAND                      \
  std::byte* data = get<std::byte*>(fp, pc->b); \
  const I64 length = get<I64>(fp, pc->b + 8);   \
  const I64 capacity = get<I64>(fp, pc->b + 16)
#define GOVM_STRING_OPERAND                     \
  std::byte* data = get<std::byte*>(fp, pc->b); \
  const I64 length = get<I64>(fp, pc->b + 8)

GOVM_HANDLER(SliceFrom) {
  GOVM_SLICE_OPERAND;
  const I64 low = get<I64>(fp, pc->c);
  GOVM_CHECK_BOUND(low, length, SliceB);
  GOVM_SET_SLICE(data, low, length - low, capacity - low, field_uef(pc));
  GOVM_NEXT();
}
GOVM_HANDLER(SliceFromImm) {
  GOVM_SLICE_OPERAND;
  const I64 low = field_ucd(pc);
  GOVM_CHECK_BOUND(low, length, SliceB);
  GOVM_SET_SLICE(data, low, length - low, capacity - low, field_uef(pc));
  GOVM_NEXT();
}
GOVM_HANDLER(SliceTo) {
  std::byte* data = get<std::byte*>(fp, pc->b);
  const I64 capacity = get<I64>(fp, pc->b + 16);
  const I64 high = get<I64>(fp, pc->c);
  GOVM_CHECK_BOUND(high, capacity, SliceAcap);
  GOVM_SET_SLICE(data, 0, high, capacity, 0);
  GOVM_NEXT();
}
GOVM_HANDLER(SliceToImm) {
  std::byte* data = get<std::byte*>(fp, pc->b);
  const I64 capacity = get<I64>(fp, pc->b + 16);
  const I64 high = field_uef(pc);
  GOVM_CHECK_BOUND(high, capacity, SliceAcap);
  GOVM_SET_SLICE(data, 0, high, capacity, 0);
  GOVM_NEXT();
}
GOVM_HANDLER(SliceFromTo) {
  std::byte* data = get<std::byte*>(fp, pc->b);
  const I64 capacity = get<I64>(fp, pc->b + 16);
  const I64 low = get<I64>(fp, pc->c);
  const I64 high = get<I64>(fp, pc->d);
  GOVM_CHECK_BOUND(high, capacity, SliceAcap);
  GOVM_CHECK_BOUND(low, high, SliceB);
  GOVM_SET_SLICE(data, low, high - low, capacity - low, field_uef(pc));
  GOVM_NEXT();
}
GOVM_HANDLER(SliceFull) {
  std::byte* data = get<std::byte*>(fp, pc->b);
  const I64 capacity = get<I64>(fp, pc->b + 16);
  const I64 low = get<I64>(fp, pc->c);
  const I64 high = get<I64>(fp, pc->d);
  const I64 max = get<I64>(fp, pc->e);
  GOVM_CHECK_BOUND(max, capacity, Slice3Acap);
  GOVM_CHECK_BOUND(high, max, Slice3B);
  GOVM_CHECK_BOUND(low, high, Slice3C);
  GOVM_SET_SLICE(data, low, high - low, max - low, field_xef(pc));
  GOVM_NEXT_AFTER(2);
}
GOVM_HANDLER(SliceArrayAll) {
  std::byte* data = get<std::byte*>(fp, pc->b);
  GOVM_NIL_CHECK(data);
  const I64 length = field_uef(pc);
  GOVM_SET_SLICE(data, 0, length, length, 0);
  GOVM_NEXT();
}
GOVM_HANDLER(SliceArray) {
  std::byte* data = get<std::byte*>(fp, pc->b);
  GOVM_NIL_CHECK(data);
  const I64 capacity = field_xef(pc);
  const I64 low = get<I64>(fp, pc->c);
  const I64 high = get<I64>(fp, pc->d);
  GOVM_CHECK_BOUND(high, capacity, SliceAlen);
  GOVM_CHECK_BOUND(low, high, SliceB);
  GOVM_SET_SLICE(data, low, high - low, capacity - low, field_uef(pc));
  GOVM_NEXT_AFTER(2);
}
GOVM_HANDLER(SliceArrayFull) {
  std::byte* data = get<std::byte*>(fp, pc->b);
  GOVM_NIL_CHECK(data);
  const I64 capacity = field_xef(pc);
  const I64 low = get<I64>(fp, pc->c);
  const I64 high = get<I64>(fp, pc->d);
  const I64 max = get<I64>(fp, pc->e);
  GOVM_CHECK_BOUND(max, capacity, Slice3Alen);
  GOVM_CHECK_BOUND(high, max, Slice3B);
  GOVM_CHECK_BOUND(low, high, Slice3C);
  GOVM_SET_SLICE(data, low, high - low, max - low, field_xcd(pc));
  GOVM_NEXT_AFTER(2);
}
GOVM_HANDLER(StrFrom) {
  GOVM_STRING_OPERAND;
  const I64 low = get<I64>(fp, pc->c);
  GOVM_CHECK_BOUND(low, length, SliceB);
  GOVM_SET_STRING(data, low, length - low);
  GOVM_NEXT();
}
GOVM_HANDLER(StrFromImm) {
  GOVM_STRING_OPERAND;
  const I64 low = field_uef(pc);
  GOVM_CHECK_BOUND(low, length, SliceB);
  GOVM_SET_STRING(data, low, length - low);
  GOVM_NEXT();
}
GOVM_HANDLER(StrTo) {
  GOVM_STRING_OPERAND;
  const I64 high = get<I64>(fp, pc->c);
  GOVM_CHECK_BOUND(high, length, SliceAlen);
  GOVM_SET_STRING(data, 0, high);
  GOVM_NEXT();
}
GOVM_HANDLER(StrFromTo) {
  GOVM_STRING_OPERAND;
  const I64 low = get<I64>(fp, pc->c);
  const I64 high = get<I64>(fp, pc->d);
  GOVM_CHECK_BOUND(high, length, SliceAlen);
  GOVM_CHECK_BOUND(low, high, SliceB);
  GOVM_SET_STRING(data, low, high - low);
  GOVM_NEXT();
}
GOVM_HANDLER(SliceToArray) {
  const I64 length = get<I64>(fp, pc->b + 8);
  const I64 wanted = field_uef(pc);
  if (GOVM_UNLIKELY(length < wanted)) {
    vm->bad_index = wanted;
    vm->bad_length = length;
    vm->bad_bound = BoundsCode::Convert;
    GOVM_COLD(panic_slice);
  }
  set(fp, pc->a, get<std::byte*>(fp, pc->b));
  GOVM_NEXT();
}
GOVM_HANDLER(UnsafeSlice) { GOVM_COLD(unsafe_slice); }
GOVM_HANDLER(UnsafeString) { GOVM_COLD(unsafe_string); }
#undef GOVM_CHECK_BOUND
#undef GOVM_SET_SLICE
#undef GOVM_SET_STRING
#undef GOVM_SLICE_OPERAND
#undef GOVM_STRING_OPERAND

// Range over strings: ASCII here, everything else out of line.
GOVM_HANDLER(DecodeRune) {
  const I64 index = get<I64>(fp, pc->d);
  const U8 first = load<U8>(get<std::byte*>(fp, pc->c) + index);
  if (GOVM_UNLIKELY(first >= 0x80)) GOVM_COLD(decode_rune);
  set<I64>(fp, pc->a, first);
  set<I64>(fp, pc->b, index + 1);
  GOVM_NEXT();
}

// append of one element: in place if there is room.
#define GOVM_APPEND(name, type, has_pointers)                                           \
  GOVM_HANDLER(name) {                                                                  \
    std::byte* data = get<std::byte*>(fp, pc->b);                                       \
    const I64 length = get<I64>(fp, pc->b + 8);                                         \
    const I64 capacity = get<I64>(fp, pc->b + 16);                                      \
    if (GOVM_UNLIKELY(length >= capacity || (has_pointers && vm->heap.is_marking()))) { \
      GOVM_COLD((append_one<type, has_pointers>));                                      \
    }                                                                                   \
    store(data + length * sizeof(type), get<type>(fp, pc->c));                          \
    set(fp, pc->a, data);                                                               \
    set<I64>(fp, pc->a + 8, length + 1);                                                \
    set<I64>(fp, pc->a + 16, capacity);                                                 \
    GOVM_NEXT();                                                                        \
  }
GOVM_APPEND(Append8, U8, false)
GOVM_APPEND(Append16, U16, false)
GOVM_APPEND(Append32, U32, false)
GOVM_APPEND(Append64, U64, false)
GOVM_APPEND(AppendPtr, U64, true)
GOVM_APPEND(AppendString, Words<2>, true)
GOVM_APPEND(AppendHeader, Words<3>, true)
GOVM_APPEND(AppendIface, Words<2>, true)
#undef GOVM_APPEND
GOVM_HANDLER(AppendSlice) { GOVM_COLD(append_slice); }
GOVM_HANDLER(AppendBytes) { GOVM_COLD(append_bytes); }
GOVM_HANDLER(AppendGrow) { GOVM_COLD(append_grow); }
GOVM_HANDLER(AppendZero) { GOVM_COLD(append_zero); }
GOVM_HANDLER(SliceToHeap) { GOVM_COLD(slice_to_heap); }
GOVM_HANDLER(CopySlice) { GOVM_COLD(copy_slice); }
GOVM_HANDLER(CopyStr) { GOVM_COLD(copy_string); }
GOVM_HANDLER(ClearSlice) { GOVM_COLD(clear_slice); }
