// Integer and float arithmetic, shifts, min and max, conversions, intrinsics. Included by
// interpreter.cpp. Signed integers are computed unsigned: Go wraps.

#define GOVM_INT2(name, expression)                    \
  GOVM_HANDLER(name) {                                 \
    const U64 b = get<U64>(fp, pc->b);                 \
    const U64 c = get<U64>(fp, pc->c);                 \
    set<U64>(fp, pc->a, static_cast<U64>(expression)); \
    GOVM_NEXT();                                       \
  }
#define GOVM_INT_IMM(name, expression)                   \
  GOVM_HANDLER(name) {                                   \
    const U64 b = get<U64>(fp, pc->b);                   \
    const U64 imm = static_cast<U64>(I64{field_ef(pc)}); \
    set<U64>(fp, pc->a, static_cast<U64>(expression));   \
    GOVM_NEXT();                                         \
  }
#define GOVM_INT1(name, expression)                    \
  GOVM_HANDLER(name) {                                 \
    const U64 b = get<U64>(fp, pc->b);                 \
    set<U64>(fp, pc->a, static_cast<U64>(expression)); \
    GOVM_NEXT();                                       \
  }

GOVM_INT2(Add, b + c)
GOVM_INT2(Sub, b - c)
GOVM_INT2(Mul, b* c)
GOVM_INT2(And, b& c)
GOVM_INT2(Or, b | c)
GOVM_INT2(Xor, b ^ c)
GOVM_INT2(AndNot, b & ~c)
GOVM_INT_IMM(AddImm, b + imm)
GOVM_INT_IMM(MulImm, b* imm)
GOVM_INT_IMM(AndImm, b& imm)
GOVM_INT_IMM(OrImm, b | imm)
GOVM_INT_IMM(XorImm, b ^ imm)
GOVM_INT_IMM(SubFromImm, imm - b)
GOVM_INT1(Neg, U64{0} - b)
GOVM_INT1(Not, ~b)
GOVM_INT1(NotBool, b ^ 1)
GOVM_HANDLER(MulAdd) {
  set<U64>(fp, pc->a, get<U64>(fp, pc->b) * get<U64>(fp, pc->c) + get<U64>(fp, pc->d));
  GOVM_NEXT();
}
GOVM_HANDLER(MulImmAdd) {
  set<U64>(fp, pc->a, get<U64>(fp, pc->b) * static_cast<U64>(I64{field_ef(pc)}) + get<U64>(fp, pc->c));
  GOVM_NEXT();
}
GOVM_HANDLER(Add3) {
  set<U64>(fp, pc->a, get<U64>(fp, pc->b) + get<U64>(fp, pc->c) + get<U64>(fp, pc->d));
  GOVM_NEXT();
}

#define GOVM_NARROW(T)                            \
  GOVM_INT2(Add##T, extended<T>(b + c))           \
  GOVM_INT_IMM(Add##T##Imm, extended<T>(b + imm)) \
  GOVM_INT2(Sub##T, extended<T>(b - c))           \
  GOVM_INT2(Mul##T, extended<T>(b * c))           \
  GOVM_INT1(Neg##T, extended<T>(U64{0} - b))      \
  GOVM_INT1(Ext##T, extended<T>(b))               \
  GOVM_INT2(Shl##T, shift_left<T>(b, c))          \
  GOVM_SHIFT_IMM(Shl##T##Imm, shift_left<T>(b, count))
#define GOVM_SHIFT_IMM(name, expression)               \
  GOVM_HANDLER(name) {                                 \
    const U64 b = get<U64>(fp, pc->b);                 \
    const unsigned count = pc->c & 63;                 \
    set<U64>(fp, pc->a, static_cast<U64>(expression)); \
    GOVM_NEXT();                                       \
  }
GOVM_NARROW(I8)
GOVM_NARROW(I16)
GOVM_NARROW(I32)
GOVM_NARROW(U8)
GOVM_NARROW(U16)
GOVM_NARROW(U32)
#undef GOVM_NARROW
GOVM_INT_IMM(MulI32Imm, extended<I32>(b* imm))
GOVM_INT_IMM(MulU8Imm, extended<U8>(b* imm))
GOVM_INT_IMM(MulU32Imm, extended<U32>(b* imm))
GOVM_INT1(NotU8, extended<U8>(~b))
GOVM_INT1(NotU16, extended<U16>(~b))
GOVM_INT1(NotU32, extended<U32>(~b))

#define GOVM_DIVIDE(name, function, T)                  \
  GOVM_HANDLER(name) {                                  \
    const I64 b = get<I64>(fp, pc->b);                  \
    const I64 c = get<I64>(fp, pc->c);                  \
    if (GOVM_UNLIKELY(c == 0)) GOVM_COLD(panic_divide); \
    set<I64>(fp, pc->a, function<T>(b, c));             \
    GOVM_NEXT();                                        \
  }
GOVM_DIVIDE(DivI64, divide, I64)
GOVM_DIVIDE(DivI8, divide, I8)
GOVM_DIVIDE(DivI16, divide, I16)
GOVM_DIVIDE(DivI32, divide, I32)
GOVM_DIVIDE(DivU64, divide, U64)
GOVM_DIVIDE(RemI64, remainder, I64)
GOVM_DIVIDE(RemU64, remainder, U64)
#undef GOVM_DIVIDE
GOVM_HANDLER(DivI64Imm) {
  set<I64>(fp, pc->a, get<I64>(fp, pc->b) / field_ef(pc));
  GOVM_NEXT();
}
GOVM_HANDLER(DivU64Imm) {
  set<U64>(fp, pc->a, get<U64>(fp, pc->b) / field_uef(pc));
  GOVM_NEXT();
}
GOVM_HANDLER(RemI64Imm) {
  set<I64>(fp, pc->a, get<I64>(fp, pc->b) % field_ef(pc));
  GOVM_NEXT();
}
GOVM_HANDLER(RemU64Imm) {
  set<U64>(fp, pc->a, get<U64>(fp, pc->b) % field_uef(pc));
  GOVM_NEXT();
}

GOVM_HANDLER(CheckShift) {
  if (GOVM_UNLIKELY(get<I64>(fp, pc->a) < 0)) GOVM_COLD(panic_shift);
  GOVM_NEXT();
}
GOVM_INT2(Shl, shift_left<I64>(b, c))
GOVM_SHIFT_IMM(ShlImm, b << count)
GOVM_INT2(ShrI, shift_right_signed(b, c))
GOVM_SHIFT_IMM(ShrIImm, static_cast<I64>(b) >> count)
GOVM_INT2(ShrU, shift_right_unsigned(b, c))
GOVM_SHIFT_IMM(ShrUImm, b >> count)

GOVM_INT2(MinI64, static_cast<I64>(b) < static_cast<I64>(c) ? b : c)
GOVM_INT2(MaxI64, static_cast<I64>(b) > static_cast<I64>(c) ? b : c)
GOVM_INT2(MinU64, b < c ? b : c)
GOVM_INT2(MaxU64, b > c ? b : c)
GOVM_HANDLER(MinStr) { GOVM_COLD(min_string); }
GOVM_HANDLER(MaxStr) { GOVM_COLD(max_string); }

// Floats.
#define GOVM_F64_2(name, expression)   \
  GOVM_HANDLER(name) {                 \
    const F64 b = get<F64>(fp, pc->b); \
    const F64 c = get<F64>(fp, pc->c); \
    set<F64>(fp, pc->a, expression);   \
    GOVM_NEXT();                       \
  }
#define GOVM_F32_2(name, expression)   \
  GOVM_HANDLER(name) {                 \
    const F32 b = get<F32>(fp, pc->b); \
    const F32 c = get<F32>(fp, pc->c); \
    set_f32(fp, pc->a, expression);    \
    GOVM_NEXT();                       \
  }
#define GOVM_F64_3(name, expression)   \
  GOVM_HANDLER(name) {                 \
    const F64 b = get<F64>(fp, pc->b); \
    const F64 c = get<F64>(fp, pc->c); \
    const F64 d = get<F64>(fp, pc->d); \
    set<F64>(fp, pc->a, expression);   \
    GOVM_NEXT();                       \
  }
#define GOVM_F64_1(name, expression)   \
  GOVM_HANDLER(name) {                 \
    const F64 b = get<F64>(fp, pc->b); \
    set<F64>(fp, pc->a, expression);   \
    GOVM_NEXT();                       \
  }
GOVM_F64_2(AddF64, b + c)
GOVM_F64_2(SubF64, b - c)
GOVM_F64_2(MulF64, b* c)
GOVM_F64_2(DivF64, b / c)
GOVM_HANDLER(DivComplex) { GOVM_COLD(divide_complex); }
GOVM_F64_1(NegF64, -b)
GOVM_F64_3(MulAddF64, b* c + d)
GOVM_F64_3(MulSubF64, b* c - d)
GOVM_F64_3(SubMulF64, d - b * c)
GOVM_F32_2(AddF32, b + c)
GOVM_F32_2(SubF32, b - c)
GOVM_F32_2(MulF32, b* c)
GOVM_F32_2(DivF32, b / c)
GOVM_HANDLER(NegF32) {
  set_f32(fp, pc->a, -get<F32>(fp, pc->b));
  GOVM_NEXT();
}
GOVM_F64_2(MinF64, float_min(b, c))
GOVM_F64_2(MaxF64, float_max(b, c))
GOVM_F32_2(MinF32, float_min(b, c))
GOVM_F32_2(MaxF32, float_max(b, c))

// Conversions.
GOVM_HANDLER(I64ToF64) {
  set<F64>(fp, pc->a, static_cast<F64>(get<I64>(fp, pc->b)));
  GOVM_NEXT();
}
GOVM_HANDLER(U64ToF64) {
  set<F64>(fp, pc->a, static_cast<F64>(get<U64>(fp, pc->b)));
  GOVM_NEXT();
}
GOVM_HANDLER(F64ToI64) {
  set<I64>(fp, pc->a, float_to_int(get<F64>(fp, pc->b)));
  GOVM_NEXT();
}
GOVM_HANDLER(F64ToI32) {
  set<I64>(fp, pc->a, float_to_int32(get<F64>(fp, pc->b)));
  GOVM_NEXT();
}
GOVM_HANDLER(F64ToU64) {
  set<U64>(fp, pc->a, float_to_uint(get<F64>(fp, pc->b)));
  GOVM_NEXT();
}
GOVM_HANDLER(I64ToF32) {
  set_f32(fp, pc->a, static_cast<F32>(get<I64>(fp, pc->b)));
  GOVM_NEXT();
}
GOVM_HANDLER(U64ToF32) {
  set_f32(fp, pc->a, static_cast<F32>(get<U64>(fp, pc->b)));
  GOVM_NEXT();
}
GOVM_HANDLER(F32ToI64) {
  set<I64>(fp, pc->a, float_to_int(get<F32>(fp, pc->b)));
  GOVM_NEXT();
}
GOVM_HANDLER(F32ToU64) {
  set<U64>(fp, pc->a, float_to_uint(get<F32>(fp, pc->b)));
  GOVM_NEXT();
}
GOVM_HANDLER(F32ToF64) {
  set<F64>(fp, pc->a, get<F32>(fp, pc->b));
  GOVM_NEXT();
}
GOVM_HANDLER(F64ToF32) {
  set_f32(fp, pc->a, static_cast<F32>(get<F64>(fp, pc->b)));
  GOVM_NEXT();
}

// Intrinsics. Those that may become library calls go out of line, so that no handler needs
// a native frame.
GOVM_F64_1(Sqrt, __builtin_sqrt(b))
GOVM_F64_1(Abs, __builtin_fabs(b))
GOVM_HANDLER(Floor) { GOVM_COLD(floor_f64); }
GOVM_HANDLER(Ceil) { GOVM_COLD(ceil_f64); }
GOVM_HANDLER(Trunc) { GOVM_COLD(trunc_f64); }
GOVM_HANDLER(RoundEven) { GOVM_COLD(round_even_f64); }
GOVM_F64_2(CopySign, __builtin_copysign(b, c))
GOVM_HANDLER(Fma) { GOVM_COLD(fma_f64); }
GOVM_INT1(LeadingZeros, std::countl_zero(b))
GOVM_INT1(TrailingZeros, std::countr_zero(b))
GOVM_HANDLER(OnesCount) { GOVM_COLD(ones_count); }
GOVM_INT1(ReverseBytes64, __builtin_bswap64(b))
GOVM_INT1(ReverseBytes32, __builtin_bswap32(static_cast<U32>(b)))
GOVM_INT2(RotateLeft64, std::rotl(b, static_cast<int>(c & 63)))
GOVM_SHIFT_IMM(RotateLeft64Imm, std::rotl(b, static_cast<int>(count)))
GOVM_INT2(RotateLeft32, std::rotl(static_cast<U32>(b), static_cast<int>(c & 31)))
GOVM_SHIFT_IMM(RotateLeft32Imm, std::rotl(static_cast<U32>(b), static_cast<int>(count & 31)))
#undef GOVM_SHIFT_IMM
GOVM_HANDLER(MulWide) {
  const unsigned __int128 product = static_cast<unsigned __int128>(get<U64>(fp, pc->c)) * get<U64>(fp, pc->d);
  set<U64>(fp, pc->a, static_cast<U64>(product >> 64));
  set<U64>(fp, pc->b, static_cast<U64>(product));
  GOVM_NEXT();
}
GOVM_HANDLER(AddCarry) {
  const unsigned __int128 sum = static_cast<unsigned __int128>(get<U64>(fp, pc->c)) + get<U64>(fp, pc->d) + get<U64>(fp, pc->e);
  set<U64>(fp, pc->a, static_cast<U64>(sum));
  set<U64>(fp, pc->b, static_cast<U64>(sum >> 64));
  GOVM_NEXT();
}
GOVM_HANDLER(SubBorrow) {
  const unsigned __int128 difference = static_cast<unsigned __int128>(get<U64>(fp, pc->c)) - get<U64>(fp, pc->d) - get<U64>(fp, pc->e);
  set<U64>(fp, pc->a, static_cast<U64>(difference));
  set<U64>(fp, pc->b, static_cast<U64>(difference >> 64) & 1);
  GOVM_NEXT();
}

#undef GOVM_F64_1
#undef GOVM_F64_2
#undef GOVM_F64_3
#undef GOVM_F32_2
#undef GOVM_INT1
