// Calls and returns, closures, defer, panic, go, and the VM's stubs. Included by
// interpreter.cpp.
//
// A call writes the header below the callee's fp and jumps; stack limit and fuel are
// tested after that, so that the cold path sees a callee that stands at its entry. In
// linked cells of direct calls `cd` is the displacement to the callee's entry.

#define GOVM_ENTER_CALLEE(target, callee)                        \
  do {                                                           \
    const Cell* callee_pc = (target);                            \
    rt::set_return_pc(callee, pc + 1);                           \
    rt::set_caller_fp(callee, fp);                               \
    fp = callee;                                                 \
    pc = callee_pc;                                              \
    if (GOVM_UNLIKELY(fp > vm->limit)) GOVM_COLD(enter_segment); \
    if (GOVM_UNLIKELY(--vm->fuel == 0)) GOVM_COLD(poll);         \
    GOVM_DISPATCH();                                             \
  } while (0)
#define GOVM_DIRECT_TARGET reinterpret_cast<const Cell*>(reinterpret_cast<const char*>(pc) + field_cd(pc))

GOVM_HANDLER(Enter) {
  if (GOVM_UNLIKELY(fp + field_uef(pc) > vm->limit)) GOVM_COLD(enter_large_frame);
  GOVM_NEXT();
}
GOVM_HANDLER(Call) {
  const Fp callee = fp + field_uef(pc);
  GOVM_ENTER_CALLEE(GOVM_DIRECT_TARGET, callee);
}
GOVM_HANDLER(CallAddImm) {
  const Fp callee = fp + field_uef(pc);
  set<U64>(callee, 0, get<U64>(fp, pc->a) + static_cast<U64>(field_signed_b(pc)));
  GOVM_ENTER_CALLEE(GOVM_DIRECT_TARGET, callee);
}
GOVM_HANDLER(CallMov) {
  const Fp callee = fp + field_uef(pc);
  set<U64>(callee, 0, get<U64>(fp, pc->a));
  GOVM_ENTER_CALLEE(GOVM_DIRECT_TARGET, callee);
}
GOVM_HANDLER(CallClosure) {
  const auto* closure = get<const value::Closure*>(fp, pc->a);
  GOVM_NIL_CHECK(closure);
  const Fp callee = fp + field_uef(pc);
  rt::set_frame_closure(callee, closure);
  GOVM_ENTER_CALLEE(closure->entry, callee);
}
GOVM_HANDLER(CallIface) {
  const auto* itab = get<const value::Itab*>(fp, pc->a);
  GOVM_NIL_CHECK(itab);
  const Fp callee = fp + field_uef(pc);
  set(callee, 0, get<U64>(fp, pc->a + 8));
  GOVM_ENTER_CALLEE(itab->entries[pc->b], callee);
}
GOVM_HANDLER(CallNative) { GOVM_COLD(call_native_cell); }
#undef GOVM_ENTER_CALLEE
#undef GOVM_DIRECT_TARGET

#define GOVM_RETURN()       \
  do {                      \
    pc = rt::return_pc(fp); \
    fp = rt::caller_fp(fp); \
    GOVM_DISPATCH();        \
  } while (0)
GOVM_HANDLER(Ret) { GOVM_RETURN(); }
GOVM_HANDLER(RetWord) {
  set(fp, 0, get<U64>(fp, pc->a));
  GOVM_RETURN();
}
GOVM_HANDLER(RetImm) {
  set<I64>(fp, 0, field_ef(pc));
  GOVM_RETURN();
}
GOVM_HANDLER(Ret2) {
  set(fp, 0, get<Words<2>>(fp, pc->a));
  GOVM_RETURN();
}
GOVM_HANDLER(Ret3) {
  set(fp, 0, get<Words<3>>(fp, pc->a));
  GOVM_RETURN();
}
GOVM_HANDLER(RetLoad64) {
  const std::byte* p = get<const std::byte*>(fp, pc->a);
  GOVM_NIL_CHECK(p);
  set(fp, 0, load<U64>(p + field_ef(pc)));
  GOVM_RETURN();
}
GOVM_HANDLER(RetAdd) {
  set(fp, 0, get<U64>(fp, pc->a) + get<U64>(fp, pc->b));
  GOVM_RETURN();
}
#define GOVM_RETURN_IF(name, op)                     \
  GOVM_HANDLER(RetIf##name##Imm) {                   \
    if (get<I64>(fp, pc->a) op field_signed_b(pc)) { \
      set(fp, 0, get<U64>(fp, pc->c));               \
      GOVM_RETURN();                                 \
    }                                                \
    GOVM_NEXT();                                     \
  }                                                  \
  GOVM_HANDLER(RetImmIf##name##Imm) {                \
    if (get<I64>(fp, pc->a) op field_cd(pc)) {       \
      set<I64>(fp, 0, field_ef(pc));                 \
      GOVM_RETURN();                                 \
    }                                                \
    GOVM_NEXT();                                     \
  }
GOVM_RETURN_IF(Eq, ==)
GOVM_RETURN_IF(Ne, !=)
GOVM_RETURN_IF(LtI, <)
GOVM_RETURN_IF(LeI, <=)
GOVM_RETURN_IF(GtI, >)
GOVM_RETURN_IF(GeI, >=)
#undef GOVM_RETURN_IF
#undef GOVM_RETURN

// Closures.
GOVM_HANDLER(ClosureContext) {
  set(fp, pc->a, rt::frame_closure(fp));
  GOVM_NEXT();
}
GOVM_HANDLER(Capture64) {
  set(fp, pc->a, load<U64>(rt::frame_closure(fp) + field_uef(pc)));
  GOVM_NEXT();
}
GOVM_HANDLER(Capture2) {
  set(fp, pc->a, load<Words<2>>(rt::frame_closure(fp) + field_uef(pc)));
  GOVM_NEXT();
}
GOVM_HANDLER(Capture3) {
  set(fp, pc->a, load<Words<3>>(rt::frame_closure(fp) + field_uef(pc)));
  GOVM_NEXT();
}

// Defer, panic, recover, go.
GOVM_HANDLER(DeferInit) {
  rt::set_frame_defers(fp, nullptr);
  GOVM_NEXT();
}
GOVM_HANDLER(DeferFrame) {
  auto* record = reinterpret_cast<rt::DeferRecord*>(fp + pc->a);
  record->next = rt::frame_defers(fp);
  record->closure = get<const void*>(fp, pc->b);
  record->pooled = 0;
  rt::set_frame_defers(fp, record);
  GOVM_NEXT();
}
GOVM_HANDLER(DeferPooled) { GOVM_COLD(defer_pooled); }
GOVM_HANDLER(DeferAt) { GOVM_COLD(defer_at); }
GOVM_HANDLER(FrameToken) {
  set(fp, pc->a, fp);
  GOVM_NEXT();
}
GOVM_HANDLER(RunDefers) { GOVM_COLD(run_defers_cell); }
GOVM_HANDLER(Recover) { GOVM_COLD(recover_cell); }
GOVM_HANDLER(PanicNilReceiver) { GOVM_COLD(panic_nil_receiver); }
GOVM_HANDLER(PanicRangeState) { GOVM_COLD(panic_range_state); }
GOVM_HANDLER(Panic) { GOVM_COLD(panic_cell); }
GOVM_HANDLER(Go) { GOVM_COLD(go_statement); }
GOVM_HANDLER(Unreachable) { GOVM_COLD(unreachable_cell); }

// Stubs.
GOVM_HANDLER(Extension) { GOVM_COLD(unreachable_cell); }
GOVM_HANDLER(StubLeave) { GOVM_LEAVE(); }
GOVM_HANDLER(StubSegmentEnd) { GOVM_COLD(segment_end); }
GOVM_HANDLER(StubGoroutineEnd) { GOVM_COLD(goroutine_end); }
GOVM_HANDLER(StubDeferredReturned) { GOVM_COLD(deferred_call_returned); }
GOVM_HANDLER(StubPanicTextReturned) { GOVM_COLD(panic_text_returned); }
GOVM_HANDLER(StubNativeCalleeReturned) { GOVM_COLD(native_callee_returned); }
GOVM_HANDLER(StubCompile) { GOVM_COLD(compile_function); }
GOVM_HANDLER(StubNative) { GOVM_COLD(call_native_entry); }
GOVM_HANDLER(StubCharge) { GOVM_DISPATCH_AS(charge_cell(*vm, pc, fp)); }
GOVM_HANDLER(StubWatch) { GOVM_DISPATCH_AS(vm->latency->at(pc, fp, vm->g->id)); }
GOVM_HANDLER(StubTrace) { GOVM_DISPATCH_AS(trace_cell(*vm, pc, fp)); }
