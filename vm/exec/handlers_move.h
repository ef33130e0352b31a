// Moves, constants, addresses of static things, globals. Included by interpreter.cpp.

GOVM_HANDLER(Nop) { GOVM_NEXT(); }

GOVM_HANDLER(Mov) {
  set<I64>(fp, pc->a, get<I64>(fp, pc->b));
  GOVM_NEXT();
}
GOVM_HANDLER(Mov2) {
  const I64 first = get<I64>(fp, pc->b);
  const I64 second = get<I64>(fp, pc->b + 8);
  set<I64>(fp, pc->a, first);
  set<I64>(fp, pc->a + 8, second);
  GOVM_NEXT();
}
GOVM_HANDLER(Mov3) {
  const I64 first = get<I64>(fp, pc->b);
  const I64 second = get<I64>(fp, pc->b + 8);
  const I64 third = get<I64>(fp, pc->b + 16);
  set<I64>(fp, pc->a, first);
  set<I64>(fp, pc->a + 8, second);
  set<I64>(fp, pc->a + 16, third);
  GOVM_NEXT();
}
GOVM_HANDLER(MovPair) {
  set<I64>(fp, pc->a, get<I64>(fp, pc->b));
  set<I64>(fp, pc->c, get<I64>(fp, pc->d));
  GOVM_NEXT();
}
GOVM_HANDLER(MovTriple) {
  set<I64>(fp, pc->a, get<I64>(fp, pc->b));
  set<I64>(fp, pc->c, get<I64>(fp, pc->d));
  set<I64>(fp, pc->e, get<I64>(fp, pc->f));
  GOVM_NEXT();
}
GOVM_HANDLER(MovN) {
  std::memmove(fp + pc->a, fp + pc->b, field_ucd(pc));
  GOVM_NEXT();
}
GOVM_HANDLER(Const) {
  set<I64>(fp, pc->a, field_ef(pc));
  GOVM_NEXT();
}
GOVM_HANDLER(Const64) {
  set<I64>(fp, pc->a, field_xw(pc));
  GOVM_NEXT_AFTER(2);
}
GOVM_HANDLER(ConstStr) {
  const value::String s = vm->strings[field_uef(pc)];
  set(fp, pc->a, s);
  GOVM_NEXT();
}
GOVM_HANDLER(Zero2) {
  set<I64>(fp, pc->a, 0);
  set<I64>(fp, pc->a + 8, 0);
  GOVM_NEXT();
}
GOVM_HANDLER(Zero3) {
  set<I64>(fp, pc->a, 0);
  set<I64>(fp, pc->a + 8, 0);
  set<I64>(fp, pc->a + 16, 0);
  GOVM_NEXT();
}
GOVM_HANDLER(ZeroN) {
  std::memset(fp + pc->a, 0, field_uef(pc));
  GOVM_NEXT();
}
GOVM_HANDLER(DataAddr) {
  set(fp, pc->a, vm->data[field_uef(pc)]);
  GOVM_NEXT();
}
GOVM_HANDLER(FuncValue) {
  set(fp, pc->a, vm->closures + field_uef(pc));
  GOVM_NEXT();
}
GOVM_HANDLER(FuncEntry) {
  set(fp, pc->a, vm->closures[field_uef(pc)]);
  GOVM_NEXT();
}
GOVM_HANDLER(TypeWord) {
  set(fp, pc->a, vm->itab_words[field_uef(pc)]);
  GOVM_NEXT();
}

// Globals.
#define GOVM_GLOBAL_LOAD(name, type)                                                \
  GOVM_HANDLER(name) {                                                              \
    set<I64>(fp, pc->a, static_cast<I64>(load<type>(vm->globals + field_uef(pc)))); \
    GOVM_NEXT();                                                                    \
  }
GOVM_GLOBAL_LOAD(GlobalLoadI8, I8)
GOVM_GLOBAL_LOAD(GlobalLoadU8, U8)
GOVM_GLOBAL_LOAD(GlobalLoadI16, I16)
GOVM_GLOBAL_LOAD(GlobalLoadU16, U16)
GOVM_GLOBAL_LOAD(GlobalLoadI32, I32)
GOVM_GLOBAL_LOAD(GlobalLoadU32, U32)
GOVM_GLOBAL_LOAD(GlobalLoad64, I64)
#undef GOVM_GLOBAL_LOAD
GOVM_HANDLER(GlobalLoad2) {
  const Words<2> words = load<Words<2>>(vm->globals + field_uef(pc));
  set(fp, pc->a, words);
  GOVM_NEXT();
}
GOVM_HANDLER(GlobalLoad3) {
  const Words<3> words = load<Words<3>>(vm->globals + field_uef(pc));
  set(fp, pc->a, words);
  GOVM_NEXT();
}
#define GOVM_GLOBAL_STORE(name, type)                                                 \
  GOVM_HANDLER(name) {                                                                \
    store<type>(vm->globals + field_uef(pc), static_cast<type>(get<I64>(fp, pc->b))); \
    GOVM_NEXT();                                                                      \
  }
GOVM_GLOBAL_STORE(GlobalStore8, U8)
GOVM_GLOBAL_STORE(GlobalStore16, U16)
GOVM_GLOBAL_STORE(GlobalStore32, U32)
GOVM_GLOBAL_STORE(GlobalStore64, U64)
#undef GOVM_GLOBAL_STORE
#define GOVM_GLOBAL_STORE_POINTERS(name, type, cold)           \
  GOVM_HANDLER(name) {                                         \
    if (GOVM_UNLIKELY(vm->heap.is_marking())) GOVM_COLD(cold); \
    store(vm->globals + field_uef(pc), get<type>(fp, pc->b));  \
    GOVM_NEXT();                                               \
  }
GOVM_GLOBAL_STORE_POINTERS(GlobalStorePtr, U64, global_pointer_marking)
GOVM_GLOBAL_STORE_POINTERS(GlobalStoreStr, Words<2>, global_string_marking)
GOVM_GLOBAL_STORE_POINTERS(GlobalStoreSlice, Words<3>, global_slice_marking)
GOVM_GLOBAL_STORE_POINTERS(GlobalStoreIface, Words<2>, global_interface_marking)
#undef GOVM_GLOBAL_STORE_POINTERS
GOVM_HANDLER(GlobalAddr) {
  set(fp, pc->a, vm->globals + field_uef(pc));
  GOVM_NEXT();
}
GOVM_HANDLER(GlobalInc) {
  std::byte* p = vm->globals + field_uef(pc);
  store<U64>(p, load<U64>(p) + get<U64>(fp, pc->b));
  GOVM_NEXT();
}
GOVM_HANDLER(GlobalIncImm) {
  std::byte* p = vm->globals + field_uef(pc);
  store<U64>(p, load<U64>(p) + static_cast<U64>(I64{field_cd(pc)}));
  GOVM_NEXT();
}
