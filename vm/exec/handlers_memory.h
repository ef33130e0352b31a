// Loads and stores through pointers, frame memory. Included by interpreter.cpp.
// Frame and heap alike; stores of pointers go through the barrier (cold_memory.cpp).

#define GOVM_NIL_CHECK(p) \
  if (GOVM_UNLIKELY((p) == nullptr)) GOVM_COLD(panic_nil)

#define GOVM_LOAD(name, type)                                            \
  GOVM_HANDLER(name) {                                                   \
    const std::byte* p = get<const std::byte*>(fp, pc->b);               \
    GOVM_NIL_CHECK(p);                                                   \
    set<I64>(fp, pc->a, static_cast<I64>(load<type>(p + field_ef(pc)))); \
    GOVM_NEXT();                                                         \
  }
GOVM_LOAD(LoadI8, I8)
GOVM_LOAD(LoadU8, U8)
GOVM_LOAD(LoadI16, I16)
GOVM_LOAD(LoadU16, U16)
GOVM_LOAD(LoadI32, I32)
GOVM_LOAD(LoadU32, U32)
GOVM_LOAD(Load64, I64)
#undef GOVM_LOAD
#define GOVM_LOAD_WORDS(name, count)                         \
  GOVM_HANDLER(name) {                                       \
    const std::byte* p = get<const std::byte*>(fp, pc->b);   \
    GOVM_NIL_CHECK(p);                                       \
    const auto words = load<Words<count>>(p + field_ef(pc)); \
    set(fp, pc->a, words);                                   \
    GOVM_NEXT();                                             \
  }
GOVM_LOAD_WORDS(Load2, 2)
GOVM_LOAD_WORDS(Load3, 3)
#undef GOVM_LOAD_WORDS
GOVM_HANDLER(LoadN) { GOVM_COLD(load_bytes); }
GOVM_HANDLER(NilCheck) {
  GOVM_NIL_CHECK(get<const std::byte*>(fp, pc->a));
  GOVM_NEXT();
}

#define GOVM_STORE(name, statement)            \
  GOVM_HANDLER(name) {                         \
    std::byte* p = get<std::byte*>(fp, pc->a); \
    GOVM_NIL_CHECK(p);                         \
    p += field_ef(pc);                         \
    statement;                                 \
    GOVM_NEXT();                               \
  }
GOVM_STORE(Store8, store(p, static_cast<U8>(get<U64>(fp, pc->b))))
GOVM_STORE(Store16, store(p, static_cast<U16>(get<U64>(fp, pc->b))))
GOVM_STORE(Store32, store(p, static_cast<U32>(get<U64>(fp, pc->b))))
GOVM_STORE(Store64, store(p, get<U64>(fp, pc->b)))
GOVM_STORE(Store64Imm, store(p, I64{field_cd(pc)}))
GOVM_STORE(Store32Imm, store(p, field_cd(pc)))
GOVM_STORE(Store8Imm, store(p, static_cast<U8>(field_cd(pc))))
#undef GOVM_STORE

// With pointers: while the collector marks, the cold twin records what is overwritten.
#define GOVM_STORE_POINTERS(name, type, cold)                  \
  GOVM_HANDLER(name) {                                         \
    std::byte* p = get<std::byte*>(fp, pc->a);                 \
    GOVM_NIL_CHECK(p);                                         \
    if (GOVM_UNLIKELY(vm->heap.is_marking())) GOVM_COLD(cold); \
    store(p + field_ef(pc), get<type>(fp, pc->b));             \
    GOVM_NEXT();                                               \
  }
GOVM_STORE_POINTERS(StorePtr, U64, store_pointer_marking)
GOVM_STORE_POINTERS(StoreStr, Words<2>, store_string_marking)
GOVM_STORE_POINTERS(StoreSlice, Words<3>, store_slice_marking)
GOVM_STORE_POINTERS(StoreIface, Words<2>, store_interface_marking)
#undef GOVM_STORE_POINTERS
GOVM_HANDLER(StoreNil) {
  std::byte* p = get<std::byte*>(fp, pc->a);
  GOVM_NIL_CHECK(p);
  if (GOVM_UNLIKELY(vm->heap.is_marking())) GOVM_COLD(store_nil_marking);
  store<U64>(p + field_ef(pc), 0);
  GOVM_NEXT();
}
GOVM_HANDLER(StoreN) { GOVM_COLD(store_bytes); }
GOVM_HANDLER(StoreTyped) { GOVM_COLD(store_typed); }
GOVM_HANDLER(CopyN) { GOVM_COLD(copy_bytes); }
GOVM_HANDLER(CopyTyped) { GOVM_COLD(copy_typed); }
GOVM_HANDLER(ClearN) { GOVM_COLD(clear_bytes); }
GOVM_HANDLER(ClearTyped) { GOVM_COLD(clear_typed); }

// Frame memory.
#define GOVM_FRAME_LOAD(name, type)                              \
  GOVM_HANDLER(name) {                                           \
    set<I64>(fp, pc->a, static_cast<I64>(get<type>(fp, pc->b))); \
    GOVM_NEXT();                                                 \
  }
GOVM_FRAME_LOAD(FrameLoadI8, I8)
GOVM_FRAME_LOAD(FrameLoadU8, U8)
GOVM_FRAME_LOAD(FrameLoadI16, I16)
GOVM_FRAME_LOAD(FrameLoadU16, U16)
GOVM_FRAME_LOAD(FrameLoadI32, I32)
GOVM_FRAME_LOAD(FrameLoadU32, U32)
#undef GOVM_FRAME_LOAD
GOVM_HANDLER(FrameStore8) {
  set(fp, pc->a, static_cast<U8>(get<U64>(fp, pc->b)));
  GOVM_NEXT();
}
GOVM_HANDLER(FrameStore16) {
  set(fp, pc->a, static_cast<U16>(get<U64>(fp, pc->b)));
  GOVM_NEXT();
}
GOVM_HANDLER(FrameStore32) {
  set(fp, pc->a, static_cast<U32>(get<U64>(fp, pc->b)));
  GOVM_NEXT();
}
GOVM_HANDLER(WindowOut) {
  std::memcpy(fp + field_ef(pc), fp + pc->a, field_ucd(pc));
  GOVM_NEXT();
}
GOVM_HANDLER(WindowIn) {
  std::memcpy(fp + pc->a, fp + field_ef(pc), field_ucd(pc));
  GOVM_NEXT();
}
GOVM_HANDLER(FrameAddr) {
  set(fp, pc->a, fp + field_ef(pc));
  GOVM_NEXT();
}
