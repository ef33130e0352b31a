// Elements of slices, strings and arrays, range checked; fields and elements fused with
// arithmetic. Included by interpreter.cpp.
//
// An index is compared unsigned, so that negative ones are out of range too. The failing
// handler leaves index and length in the machine for the panic's text.

#define GOVM_CHECK_INDEX(index, length)                                     \
  if (GOVM_UNLIKELY(static_cast<U64>(index) >= static_cast<U64>(length))) { \
    vm->bad_index = static_cast<I64>(index);                                \
    vm->bad_length = static_cast<I64>(length);                              \
    GOVM_COLD(panic_index);                                                 \
  }
#define GOVM_DATA(slot) get<std::byte*>(fp, slot)
#define GOVM_LENGTH(slot) get<I64>(fp, (slot) + 8)

// dst = sequence[index].
#define GOVM_INDEX(name, type)                                                                  \
  GOVM_HANDLER(name) {                                                                          \
    const I64 index = get<I64>(fp, pc->c);                                                      \
    GOVM_CHECK_INDEX(index, GOVM_LENGTH(pc->b));                                                \
    set<I64>(fp, pc->a, static_cast<I64>(load<type>(GOVM_DATA(pc->b) + index * sizeof(type)))); \
    GOVM_NEXT();                                                                                \
  }
GOVM_INDEX(IndexI8, I8)
GOVM_INDEX(IndexU8, U8)
GOVM_INDEX(IndexI16, I16)
GOVM_INDEX(IndexU16, U16)
GOVM_INDEX(IndexI32, I32)
GOVM_INDEX(IndexU32, U32)
GOVM_INDEX(Index64, I64)
#undef GOVM_INDEX
#define GOVM_INDEX_WORDS(name, count)                                                       \
  GOVM_HANDLER(name) {                                                                      \
    const I64 index = get<I64>(fp, pc->c);                                                  \
    GOVM_CHECK_INDEX(index, GOVM_LENGTH(pc->b));                                            \
    const auto words = load<Words<count>>(GOVM_DATA(pc->b) + index * sizeof(Words<count>)); \
    set(fp, pc->a, words);                                                                  \
    GOVM_NEXT();                                                                            \
  }
GOVM_INDEX_WORDS(Index2, 2)
GOVM_INDEX_WORDS(Index3, 3)
#undef GOVM_INDEX_WORDS
#define GOVM_INDEX_IMM(name, type)                                          \
  GOVM_HANDLER(name) {                                                      \
    const U64 index = field_uef(pc);                                        \
    GOVM_CHECK_INDEX(index, GOVM_LENGTH(pc->b));                            \
    const type value = load<type>(GOVM_DATA(pc->b) + index * sizeof(type)); \
    if constexpr (sizeof(type) <= 8) {                                      \
      set<I64>(fp, pc->a, extended_word(value));                            \
    } else {                                                                \
      set(fp, pc->a, value);                                                \
    }                                                                       \
    GOVM_NEXT();                                                            \
  }
GOVM_INDEX_IMM(IndexU8Imm, U8)
GOVM_INDEX_IMM(IndexI32Imm, I32)
GOVM_INDEX_IMM(Index64Imm, I64)
GOVM_INDEX_IMM(Index2Imm, Words<2>)
GOVM_INDEX_IMM(Index3Imm, Words<3>)
#undef GOVM_INDEX_IMM
GOVM_HANDLER(IndexAddr) {
  const I64 index = get<I64>(fp, pc->c);
  GOVM_CHECK_INDEX(index, GOVM_LENGTH(pc->b));
  set(fp, pc->a, GOVM_DATA(pc->b) + index * field_uef(pc));
  GOVM_NEXT();
}
GOVM_HANDLER(IndexAddrImm) {
  const U64 index = field_ucd(pc);
  GOVM_CHECK_INDEX(index, GOVM_LENGTH(pc->b));
  set(fp, pc->a, GOVM_DATA(pc->b) + index * field_uef(pc));
  GOVM_NEXT();
}

// dst = the part at byte ef of sequence[index], elements of d bytes.
#define GOVM_ELEM(name, type)                                                        \
  GOVM_HANDLER(name) {                                                               \
    const I64 index = get<I64>(fp, pc->c);                                           \
    GOVM_CHECK_INDEX(index, GOVM_LENGTH(pc->b));                                     \
    const type value = load<type>(GOVM_DATA(pc->b) + index * pc->d + field_uef(pc)); \
    if constexpr (sizeof(type) <= 8) {                                               \
      set<I64>(fp, pc->a, extended_word(value));                                     \
    } else {                                                                         \
      set(fp, pc->a, value);                                                         \
    }                                                                                \
    GOVM_NEXT();                                                                     \
  }
GOVM_ELEM(ElemU8, U8)
GOVM_ELEM(ElemI32, I32)
GOVM_ELEM(ElemU32, U32)
GOVM_ELEM(Elem64, I64)
GOVM_ELEM(Elem2, Words<2>)
GOVM_ELEM(Elem3, Words<3>)
#undef GOVM_ELEM

// sequence[index] = src.
#define GOVM_SET(name, type, value)                                           \
  GOVM_HANDLER(name) {                                                        \
    const I64 index = get<I64>(fp, pc->b);                                    \
    GOVM_CHECK_INDEX(index, GOVM_LENGTH(pc->a));                              \
    store(GOVM_DATA(pc->a) + index * sizeof(type), static_cast<type>(value)); \
    GOVM_NEXT();                                                              \
  }
GOVM_SET(Set8, U8, get<U64>(fp, pc->c))
GOVM_SET(Set16, U16, get<U64>(fp, pc->c))
GOVM_SET(Set32, U32, get<U64>(fp, pc->c))
GOVM_SET(Set64, U64, get<U64>(fp, pc->c))
GOVM_SET(Set8Const, U8, field_ef(pc))
GOVM_SET(Set32Const, U32, field_ef(pc))
GOVM_SET(Set64Const, I64, field_ef(pc))
#undef GOVM_SET
#define GOVM_SET_POINTERS(name, type, cold)                               \
  GOVM_HANDLER(name) {                                                    \
    const I64 index = get<I64>(fp, pc->b);                                \
    GOVM_CHECK_INDEX(index, GOVM_LENGTH(pc->a));                          \
    if (GOVM_UNLIKELY(vm->heap.is_marking())) GOVM_COLD(cold);            \
    store(GOVM_DATA(pc->a) + index * sizeof(type), get<type>(fp, pc->c)); \
    GOVM_NEXT();                                                          \
  }
GOVM_SET_POINTERS(SetPtr, U64, set_pointer_marking)
GOVM_SET_POINTERS(SetStr, Words<2>, set_string_marking)
GOVM_SET_POINTERS(SetSlice, Words<3>, set_slice_marking)
GOVM_SET_POINTERS(SetIface, Words<2>, set_interface_marking)
#undef GOVM_SET_POINTERS
#define GOVM_SET_ELEM(name, type)                                                                    \
  GOVM_HANDLER(name) {                                                                               \
    const I64 index = get<I64>(fp, pc->b);                                                           \
    GOVM_CHECK_INDEX(index, GOVM_LENGTH(pc->a));                                                     \
    store(GOVM_DATA(pc->a) + index * pc->d + field_uef(pc), static_cast<type>(get<U64>(fp, pc->c))); \
    GOVM_NEXT();                                                                                     \
  }
GOVM_SET_ELEM(SetElem8, U8)
GOVM_SET_ELEM(SetElem32, U32)
GOVM_SET_ELEM(SetElem64, U64)
#undef GOVM_SET_ELEM
#define GOVM_SET_ELEM_POINTERS(name, type, cold)                                   \
  GOVM_HANDLER(name) {                                                             \
    const I64 index = get<I64>(fp, pc->b);                                         \
    GOVM_CHECK_INDEX(index, GOVM_LENGTH(pc->a));                                   \
    if (GOVM_UNLIKELY(vm->heap.is_marking())) GOVM_COLD(cold);                     \
    store(GOVM_DATA(pc->a) + index * pc->d + field_uef(pc), get<type>(fp, pc->c)); \
    GOVM_NEXT();                                                                   \
  }
GOVM_SET_ELEM_POINTERS(SetElemPtr, U64, set_elem_pointer_marking)
GOVM_SET_ELEM_POINTERS(SetElemStr, Words<2>, set_elem_string_marking)
#undef GOVM_SET_ELEM_POINTERS

// Two levels: slices of slices. kHeader is the size of an inner slice.
#define GOVM_INNER(outer, index)               \
  GOVM_CHECK_INDEX(index, GOVM_LENGTH(outer)); \
  const std::byte* header = GOVM_DATA(outer) + (index) * sizeof(Words<3>)
#define GOVM_INDEX_2(name, type)                                                     \
  GOVM_HANDLER(name) {                                                               \
    const I64 first = get<I64>(fp, pc->c);                                           \
    GOVM_INNER(pc->b, first);                                                        \
    const I64 second = get<I64>(fp, pc->d);                                          \
    GOVM_CHECK_INDEX(second, load<I64>(header + 8));                                 \
    const std::byte* data = load<const std::byte*>(header);                          \
    set<I64>(fp, pc->a, static_cast<I64>(load<type>(data + second * sizeof(type)))); \
    GOVM_NEXT();                                                                     \
  }
GOVM_INDEX_2(Index2U8, U8)
GOVM_INDEX_2(Index2I32, I32)
GOVM_INDEX_2(Index2Word, I64)
#undef GOVM_INDEX_2
#define GOVM_SET_2(name, type)                                                                       \
  GOVM_HANDLER(name) {                                                                               \
    const I64 first = get<I64>(fp, pc->b);                                                           \
    GOVM_INNER(pc->a, first);                                                                        \
    const I64 second = get<I64>(fp, pc->c);                                                          \
    GOVM_CHECK_INDEX(second, load<I64>(header + 8));                                                 \
    store(load<std::byte*>(header) + second * sizeof(type), static_cast<type>(get<U64>(fp, pc->d))); \
    GOVM_NEXT();                                                                                     \
  }
GOVM_SET_2(Set28, U8)
GOVM_SET_2(Set232, U32)
GOVM_SET_2(Set2Word, U64)
#undef GOVM_SET_2
#undef GOVM_INNER

// An element of a slice that is a field: (*b).field[c].
#define GOVM_FIELD_INDEX(name, type)                                             \
  GOVM_HANDLER(name) {                                                           \
    const auto* object = get<const std::byte*>(fp, pc->b);                       \
    GOVM_NIL_CHECK(object);                                                      \
    const std::byte* header = object + field_uef(pc);                            \
    const I64 index = get<I64>(fp, pc->c);                                       \
    GOVM_CHECK_INDEX(index, load<I64>(header + 8));                              \
    const std::byte* at = load<const std::byte*>(header) + index * sizeof(type); \
    set<I64>(fp, pc->a, static_cast<I64>(load<type>(at)));                       \
    GOVM_NEXT();                                                                 \
  }
GOVM_FIELD_INDEX(FieldIndexU8, U8)
GOVM_FIELD_INDEX(FieldIndexI32, I32)
GOVM_FIELD_INDEX(FieldIndex64, I64)
#undef GOVM_FIELD_INDEX
#define GOVM_FIELD_SET(name, type)                                                                  \
  GOVM_HANDLER(name) {                                                                              \
    const auto* object = get<const std::byte*>(fp, pc->a);                                          \
    GOVM_NIL_CHECK(object);                                                                         \
    const std::byte* header = object + field_uef(pc);                                               \
    const I64 index = get<I64>(fp, pc->b);                                                          \
    GOVM_CHECK_INDEX(index, load<I64>(header + 8));                                                 \
    store(load<std::byte*>(header) + index * sizeof(type), static_cast<type>(get<U64>(fp, pc->c))); \
    GOVM_NEXT();                                                                                    \
  }
GOVM_FIELD_SET(FieldSet8, U8)
GOVM_FIELD_SET(FieldSet32, U32)
GOVM_FIELD_SET(FieldSet64, U64)
#undef GOVM_FIELD_SET

GOVM_HANDLER(CheckIndexImm) {
  GOVM_CHECK_INDEX(get<I64>(fp, pc->a), field_uef(pc));
  GOVM_NEXT();
}

// Arrays in the frame: `length` elements at a place.
#define GOVM_FRAME_INDEX(name, type)                                                      \
  GOVM_HANDLER(name) {                                                                    \
    const I64 index = get<I64>(fp, pc->c);                                                \
    GOVM_CHECK_INDEX(index, field_uef(pc));                                               \
    set<I64>(fp, pc->a, static_cast<I64>(load<type>(fp + pc->b + index * sizeof(type)))); \
    GOVM_NEXT();                                                                          \
  }
GOVM_FRAME_INDEX(FrameIndexU8, U8)
GOVM_FRAME_INDEX(FrameIndexI32, I32)
GOVM_FRAME_INDEX(FrameIndexU32, U32)
GOVM_FRAME_INDEX(FrameIndex64, I64)
#undef GOVM_FRAME_INDEX
#define GOVM_FRAME_SET(name, type)                                                    \
  GOVM_HANDLER(name) {                                                                \
    const I64 index = get<I64>(fp, pc->b);                                            \
    GOVM_CHECK_INDEX(index, field_uef(pc));                                           \
    store(fp + pc->a + index * sizeof(type), static_cast<type>(get<U64>(fp, pc->c))); \
    GOVM_NEXT();                                                                      \
  }
GOVM_FRAME_SET(FrameSet8, U8)
GOVM_FRAME_SET(FrameSet32, U32)
GOVM_FRAME_SET(FrameSet64, U64)
#undef GOVM_FRAME_SET
GOVM_HANDLER(FrameIndexAddr) {
  const I64 index = get<I64>(fp, pc->c);
  GOVM_CHECK_INDEX(index, field_uef(pc));
  set(fp, pc->a, fp + pc->b + index * pc->d);
  GOVM_NEXT();
}

// Arrays behind a pointer.
#define GOVM_ARRAY_INDEX(name, type)                         \
  GOVM_HANDLER(name) {                                       \
    const std::byte* p = get<const std::byte*>(fp, pc->b);   \
    GOVM_NIL_CHECK(p);                                       \
    const I64 index = get<I64>(fp, pc->c);                   \
    GOVM_CHECK_INDEX(index, field_uef(pc));                  \
    const type value = load<type>(p + index * sizeof(type)); \
    if constexpr (sizeof(type) <= 8) {                       \
      set<I64>(fp, pc->a, extended_word(value));             \
    } else {                                                 \
      set(fp, pc->a, value);                                 \
    }                                                        \
    GOVM_NEXT();                                             \
  }
GOVM_ARRAY_INDEX(ArrayU8, U8)
GOVM_ARRAY_INDEX(ArrayI32, I32)
GOVM_ARRAY_INDEX(ArrayU32, U32)
GOVM_ARRAY_INDEX(Array64, I64)
GOVM_ARRAY_INDEX(Array2, Words<2>)
GOVM_ARRAY_INDEX(Array3, Words<3>)
#undef GOVM_ARRAY_INDEX
#define GOVM_ARRAY_SET(name, type)                                           \
  GOVM_HANDLER(name) {                                                       \
    std::byte* p = get<std::byte*>(fp, pc->a);                               \
    GOVM_NIL_CHECK(p);                                                       \
    const I64 index = get<I64>(fp, pc->b);                                   \
    GOVM_CHECK_INDEX(index, field_uef(pc));                                  \
    store(p + index * sizeof(type), static_cast<type>(get<U64>(fp, pc->c))); \
    GOVM_NEXT();                                                             \
  }
GOVM_ARRAY_SET(ArraySet8, U8)
GOVM_ARRAY_SET(ArraySet32, U32)
GOVM_ARRAY_SET(ArraySet64, U64)
#undef GOVM_ARRAY_SET
#define GOVM_ARRAY_SET_POINTERS(name, type, cold)              \
  GOVM_HANDLER(name) {                                         \
    std::byte* p = get<std::byte*>(fp, pc->a);                 \
    GOVM_NIL_CHECK(p);                                         \
    const I64 index = get<I64>(fp, pc->b);                     \
    GOVM_CHECK_INDEX(index, field_uef(pc));                    \
    if (GOVM_UNLIKELY(vm->heap.is_marking())) GOVM_COLD(cold); \
    store(p + index * sizeof(type), get<type>(fp, pc->c));     \
    GOVM_NEXT();                                               \
  }
GOVM_ARRAY_SET_POINTERS(ArraySetPtr, U64, set_pointer_marking)
GOVM_ARRAY_SET_POINTERS(ArraySetStr, Words<2>, set_string_marking)
#undef GOVM_ARRAY_SET_POINTERS
GOVM_HANDLER(ArrayAddr) {
  std::byte* p = get<std::byte*>(fp, pc->b);
  GOVM_NIL_CHECK(p);
  const I64 index = get<I64>(fp, pc->c);
  GOVM_CHECK_INDEX(index, field_uef(pc));
  set(fp, pc->a, p + index * pc->d);
  GOVM_NEXT();
}

// Fields fused with arithmetic.
#define GOVM_FIELDS_F64(name, op)                                          \
  GOVM_HANDLER(Fields##name##F64) {                                        \
    const std::byte* p = get<const std::byte*>(fp, pc->b);                 \
    const std::byte* q = get<const std::byte*>(fp, pc->d);                 \
    if (GOVM_UNLIKELY(p == nullptr || q == nullptr)) GOVM_COLD(panic_nil); \
    set<F64>(fp, pc->a, load<F64>(p + pc->c) op load<F64>(q + pc->e));     \
    GOVM_NEXT();                                                           \
  }                                                                        \
  GOVM_HANDLER(Field##name##F64) {                                         \
    const std::byte* p = get<const std::byte*>(fp, pc->c);                 \
    GOVM_NIL_CHECK(p);                                                     \
    set<F64>(fp, pc->a, get<F64>(fp, pc->b) op load<F64>(p + pc->d));      \
    GOVM_NEXT();                                                           \
  }
GOVM_FIELDS_F64(Add, +)
GOVM_FIELDS_F64(Sub, -)
GOVM_FIELDS_F64(Mul, *)
#undef GOVM_FIELDS_F64
#define GOVM_FIELD_UPDATE(name, type, expression) \
  GOVM_HANDLER(name) {                            \
    std::byte* p = get<std::byte*>(fp, pc->a);    \
    GOVM_NIL_CHECK(p);                            \
    p += pc->b;                                   \
    const type old = load<type>(p);               \
    store<type>(p, expression);                   \
    GOVM_NEXT();                                  \
  }
GOVM_FIELD_UPDATE(FieldIncF64, F64, old + get<F64>(fp, pc->c))
GOVM_FIELD_UPDATE(FieldDecF64, F64, old - get<F64>(fp, pc->c))
GOVM_FIELD_UPDATE(FieldIncI64, U64, old + get<U64>(fp, pc->c))
GOVM_FIELD_UPDATE(FieldDecI64, U64, old - get<U64>(fp, pc->c))
GOVM_FIELD_UPDATE(FieldIncImm, U64, old + static_cast<U64>(I64{field_ef(pc)}))
GOVM_FIELD_UPDATE(FieldAddMulF64, F64, old + get<F64>(fp, pc->c) * get<F64>(fp, pc->d))
GOVM_FIELD_UPDATE(FieldSubMulF64, F64, old - get<F64>(fp, pc->c) * get<F64>(fp, pc->d))
#undef GOVM_FIELD_UPDATE
#define GOVM_ELEM_UPDATE(name, type, expression) \
  GOVM_HANDLER(name) {                           \
    const I64 index = get<I64>(fp, pc->b);       \
    GOVM_CHECK_INDEX(index, GOVM_LENGTH(pc->a)); \
    std::byte* p = GOVM_DATA(pc->a) + index * 8; \
    const type old = load<type>(p);              \
    store<type>(p, expression);                  \
    GOVM_NEXT();                                 \
  }
GOVM_ELEM_UPDATE(ElemInc64, U64, old + get<U64>(fp, pc->c))
GOVM_ELEM_UPDATE(ElemInc64Imm, U64, old + static_cast<U64>(I64{field_ef(pc)}))
GOVM_ELEM_UPDATE(ElemIncF64, F64, old + get<F64>(fp, pc->c))
#undef GOVM_ELEM_UPDATE
