// Comparisons that give a bool, branches, back edges. Included by interpreter.cpp.

#define GOVM_COMPARE_INT(name, type, op)                               \
  GOVM_HANDLER(name) {                                                 \
    set<I64>(fp, pc->a, get<type>(fp, pc->b) op get<type>(fp, pc->c)); \
    GOVM_NEXT();                                                       \
  }
#define GOVM_COMPARE_IMM(name, type, op, imm)                                \
  GOVM_HANDLER(name) {                                                       \
    set<I64>(fp, pc->a, get<type>(fp, pc->b) op static_cast<type>(imm(pc))); \
    GOVM_NEXT();                                                             \
  }
GOVM_COMPARE_INT(Eq, I64, ==)
GOVM_COMPARE_INT(Ne, I64, !=)
GOVM_COMPARE_INT(LtI, I64, <)
GOVM_COMPARE_INT(LeI, I64, <=)
GOVM_COMPARE_INT(LtU, U64, <)
GOVM_COMPARE_INT(LeU, U64, <=)
GOVM_COMPARE_IMM(EqImm, I64, ==, field_ef)
GOVM_COMPARE_IMM(NeImm, I64, !=, field_ef)
GOVM_COMPARE_IMM(LtIImm, I64, <, field_ef)
GOVM_COMPARE_IMM(LeIImm, I64, <=, field_ef)
GOVM_COMPARE_IMM(GtIImm, I64, >, field_ef)
GOVM_COMPARE_IMM(GeIImm, I64, >=, field_ef)
GOVM_COMPARE_IMM(LtUImm, U64, <, field_uef)
GOVM_COMPARE_IMM(LeUImm, U64, <=, field_uef)
GOVM_COMPARE_IMM(GtUImm, U64, >, field_uef)
GOVM_COMPARE_IMM(GeUImm, U64, >=, field_uef)
GOVM_COMPARE_INT(EqF64, F64, ==)
GOVM_COMPARE_INT(NeF64, F64, !=)
GOVM_COMPARE_INT(LtF64, F64, <)
GOVM_COMPARE_INT(LeF64, F64, <=)
GOVM_COMPARE_INT(EqF32, F32, ==)
GOVM_COMPARE_INT(NeF32, F32, !=)
GOVM_COMPARE_INT(LtF32, F32, <)
GOVM_COMPARE_INT(LeF32, F32, <=)
#undef GOVM_COMPARE_INT
#undef GOVM_COMPARE_IMM

// Strings of different lengths differ; only equal lengths look at bytes.
GOVM_HANDLER(EqStr) {
  if (get<I64>(fp, pc->b + 8) == get<I64>(fp, pc->c + 8)) GOVM_COLD(equal_string);
  set<I64>(fp, pc->a, 0);
  GOVM_NEXT();
}
GOVM_HANDLER(NeStr) {
  if (get<I64>(fp, pc->b + 8) == get<I64>(fp, pc->c + 8)) GOVM_COLD(not_equal_string);
  set<I64>(fp, pc->a, 1);
  GOVM_NEXT();
}
GOVM_HANDLER(LtStr) { GOVM_COLD(less_string); }
GOVM_HANDLER(LeStr) { GOVM_COLD(less_equal_string); }
// Different first words are different dynamic types.
GOVM_HANDLER(EqIface) {
  if (get<I64>(fp, pc->b) == get<I64>(fp, pc->c)) GOVM_COLD(equal_iface);
  set<I64>(fp, pc->a, 0);
  GOVM_NEXT();
}
GOVM_HANDLER(EqEface) {
  if (get<I64>(fp, pc->b) == get<I64>(fp, pc->c)) GOVM_COLD(equal_eface);
  set<I64>(fp, pc->a, 0);
  GOVM_NEXT();
}
GOVM_HANDLER(EqMem) { GOVM_COLD(equal_memory); }

// Branches. GOVM_BRANCH(name, condition) makes the Jmp form, GOVM_BRANCH_AND_LOOP the Loop
// form too, which polls when it is taken.
#define GOVM_BRANCH(name, condition)        \
  GOVM_HANDLER(Jmp##name) {                 \
    if (condition) GOVM_JUMP(field_ef(pc)); \
    GOVM_NEXT();                            \
  }
#define GOVM_LOOP(name, condition)                         \
  GOVM_HANDLER(Loop##name) {                               \
    if (condition) {                                       \
      if (GOVM_UNLIKELY(--vm->fuel == 0)) GOVM_COLD(poll); \
      GOVM_JUMP(field_ef(pc));                             \
    }                                                      \
    GOVM_NEXT();                                           \
  }
#define GOVM_BRANCH_AND_LOOP(name, condition) \
  GOVM_BRANCH(name, condition)                \
  GOVM_LOOP(name, condition)

GOVM_HANDLER(Jmp) { GOVM_JUMP(field_ef(pc)); }
GOVM_HANDLER(LoopJmp) {
  if (GOVM_UNLIKELY(--vm->fuel == 0)) GOVM_COLD(poll);
  GOVM_JUMP(field_ef(pc));
}
GOVM_BRANCH_AND_LOOP(True, get<I64>(fp, pc->a) != 0)
GOVM_BRANCH_AND_LOOP(False, get<I64>(fp, pc->a) == 0)
GOVM_BRANCH_AND_LOOP(Eq, get<I64>(fp, pc->a) == get<I64>(fp, pc->b))
GOVM_BRANCH_AND_LOOP(Ne, get<I64>(fp, pc->a) != get<I64>(fp, pc->b))
GOVM_BRANCH_AND_LOOP(LtI, get<I64>(fp, pc->a) < get<I64>(fp, pc->b))
GOVM_BRANCH_AND_LOOP(LeI, get<I64>(fp, pc->a) <= get<I64>(fp, pc->b))
GOVM_BRANCH_AND_LOOP(LtU, get<U64>(fp, pc->a) < get<U64>(fp, pc->b))
GOVM_BRANCH_AND_LOOP(LeU, get<U64>(fp, pc->a) <= get<U64>(fp, pc->b))
GOVM_BRANCH_AND_LOOP(EqImm, get<I64>(fp, pc->a) == field_cd(pc))
GOVM_BRANCH_AND_LOOP(NeImm, get<I64>(fp, pc->a) != field_cd(pc))
GOVM_BRANCH_AND_LOOP(LtIImm, get<I64>(fp, pc->a) < field_cd(pc))
GOVM_BRANCH_AND_LOOP(LeIImm, get<I64>(fp, pc->a) <= field_cd(pc))
GOVM_BRANCH_AND_LOOP(GtIImm, get<I64>(fp, pc->a) > field_cd(pc))
GOVM_BRANCH_AND_LOOP(GeIImm, get<I64>(fp, pc->a) >= field_cd(pc))
GOVM_BRANCH_AND_LOOP(LtUImm, get<U64>(fp, pc->a) < field_ucd(pc))
GOVM_BRANCH_AND_LOOP(LeUImm, get<U64>(fp, pc->a) <= field_ucd(pc))
GOVM_BRANCH_AND_LOOP(GtUImm, get<U64>(fp, pc->a) > field_ucd(pc))
GOVM_BRANCH_AND_LOOP(GeUImm, get<U64>(fp, pc->a) >= field_ucd(pc))
GOVM_BRANCH_AND_LOOP(EqF64, get<F64>(fp, pc->a) == get<F64>(fp, pc->b))
GOVM_BRANCH_AND_LOOP(NeF64, get<F64>(fp, pc->a) != get<F64>(fp, pc->b))
GOVM_BRANCH_AND_LOOP(LtF64, get<F64>(fp, pc->a) < get<F64>(fp, pc->b))
GOVM_BRANCH_AND_LOOP(LeF64, get<F64>(fp, pc->a) <= get<F64>(fp, pc->b))
GOVM_BRANCH_AND_LOOP(NotLtF64, !(get<F64>(fp, pc->a) < get<F64>(fp, pc->b)))
GOVM_BRANCH_AND_LOOP(NotLeF64, !(get<F64>(fp, pc->a) <= get<F64>(fp, pc->b)))
GOVM_BRANCH(EqF32, get<F32>(fp, pc->a) == get<F32>(fp, pc->b))
GOVM_BRANCH(NeF32, get<F32>(fp, pc->a) != get<F32>(fp, pc->b))
GOVM_BRANCH(LtF32, get<F32>(fp, pc->a) < get<F32>(fp, pc->b))
GOVM_BRANCH(LeF32, get<F32>(fp, pc->a) <= get<F32>(fp, pc->b))
GOVM_BRANCH(NotLtF32, !(get<F32>(fp, pc->a) < get<F32>(fp, pc->b)))
GOVM_BRANCH(NotLeF32, !(get<F32>(fp, pc->a) <= get<F32>(fp, pc->b)))
GOVM_BRANCH(BitClear, (get<I64>(fp, pc->a) & field_cd(pc)) == 0)
GOVM_BRANCH(BitSet, (get<I64>(fp, pc->a) & field_cd(pc)) != 0)
#undef GOVM_BRANCH
#undef GOVM_LOOP
#undef GOVM_BRANCH_AND_LOOP

GOVM_HANDLER(JmpEqStr) {
  if (get<I64>(fp, pc->a + 8) == get<I64>(fp, pc->b + 8)) GOVM_COLD(jump_equal_string);
  GOVM_NEXT();
}
GOVM_HANDLER(JmpNeStr) {
  if (get<I64>(fp, pc->a + 8) == get<I64>(fp, pc->b + 8)) GOVM_COLD(jump_not_equal_string);
  GOVM_JUMP(field_ef(pc));
}
GOVM_HANDLER(JmpEqStrConst) {
  if (get<I64>(fp, pc->a + 8) == vm->strings[field_ucd(pc)].length) {
    GOVM_COLD(jump_equal_constant);
  }
  GOVM_NEXT();
}
GOVM_HANDLER(JmpNeStrConst) {
  if (get<I64>(fp, pc->a + 8) == vm->strings[field_ucd(pc)].length) {
    GOVM_COLD(jump_not_equal_constant);
  }
  GOVM_JUMP(field_ef(pc));
}
GOVM_HANDLER(JmpTable) {
  const U64 index = get<U64>(fp, pc->a);
  pc += 1 + (index < pc->b ? index : U64{pc->b});
  GOVM_DISPATCH();
}

// A step and a branch on where it led.
#define GOVM_STEP(name, op)                                                                     \
  GOVM_HANDLER(AddJmp##name##Imm) {                                                             \
    const I64 a = static_cast<I64>(get<U64>(fp, pc->a) + static_cast<U64>(field_signed_b(pc))); \
    set<I64>(fp, pc->a, a);                                                                     \
    if (a op field_cd(pc)) GOVM_JUMP(field_ef(pc));                                             \
    GOVM_NEXT();                                                                                \
  }
GOVM_STEP(Eq, ==)
GOVM_STEP(Ne, !=)
GOVM_STEP(LtI, <)
GOVM_STEP(LeI, <=)
GOVM_STEP(GtI, >)
GOVM_STEP(GeI, >=)
#undef GOVM_STEP

// Counted loops: step, compare, go back. A poll comes before the step.
#define GOVM_COUNTED(name, op, limit)                                                           \
  GOVM_HANDLER(name) {                                                                          \
    if (GOVM_UNLIKELY(vm->fuel == 1)) GOVM_COLD(poll);                                          \
    const I64 a = static_cast<I64>(get<U64>(fp, pc->a) + static_cast<U64>(field_signed_b(pc))); \
    set<I64>(fp, pc->a, a);                                                                     \
    if (a op limit) {                                                                           \
      --vm->fuel;                                                                               \
      GOVM_JUMP(field_ef(pc));                                                                  \
    }                                                                                           \
    GOVM_NEXT();                                                                                \
  }
#define GOVM_COUNTED_PAIR(name, op)                    \
  GOVM_COUNTED(LoopAdd##name, op, get<I64>(fp, pc->c)) \
  GOVM_COUNTED(LoopAdd##name##Imm, op, field_cd(pc))
GOVM_COUNTED_PAIR(LtI, <)
GOVM_COUNTED_PAIR(LeI, <=)
GOVM_COUNTED_PAIR(GtI, >)
GOVM_COUNTED_PAIR(GeI, >=)
GOVM_COUNTED_PAIR(Ne, !=)
#undef GOVM_COUNTED
#undef GOVM_COUNTED_PAIR
