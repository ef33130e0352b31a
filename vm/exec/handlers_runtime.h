// Strings, interfaces, maps, allocation, channels, print: mostly doors to the out-of-line
// halves (cold_*.cpp). Included by interpreter.cpp.

// Strings.
GOVM_HANDLER(Concat) { GOVM_COLD(concat_two); }
GOVM_HANDLER(ConcatN) { GOVM_COLD(concat_many); }
GOVM_HANDLER(ConcatBytes) { GOVM_COLD(concat_bytes); }
GOVM_HANDLER(CountRunes) { GOVM_COLD(count_runes); }
GOVM_HANDLER(StrFromRune) { GOVM_COLD(string_from_rune); }
GOVM_HANDLER(StrFromBytes) { GOVM_COLD(string_from_bytes); }
GOVM_HANDLER(StrFromRunes) { GOVM_COLD(string_from_runes); }
GOVM_HANDLER(BytesFromStr) { GOVM_COLD(bytes_from_string); }
GOVM_HANDLER(RunesFromStr) { GOVM_COLD(runes_from_string); }

// Interfaces.
GOVM_HANDLER(MakeIface) {
  const U64 word = get<U64>(fp, pc->b);
  set(fp, pc->a, vm->itab_words[field_ucd(pc)]);
  set(fp, pc->a + 8, word);
  GOVM_NEXT();
}
GOVM_HANDLER(MakeIfaceFrame) {
  set(fp, pc->a, vm->itab_words[field_ucd(pc)]);
  set(fp, pc->a + 8, fp + pc->b);
  GOVM_NEXT();
}
GOVM_HANDLER(MakeIfaceData) {
  set(fp, pc->a, vm->itab_words[field_ucd(pc)]);
  set(fp, pc->a + 8, vm->data[field_uef(pc)]);
  GOVM_NEXT();
}
GOVM_HANDLER(Box8) {
  const U64 value = get<U64>(fp, pc->b);
  set(fp, pc->a, vm->itab_words[field_ucd(pc)]);
  set(fp, pc->a + 8, &kStaticWords[static_cast<U8>(value)]);
  GOVM_NEXT();
}
#define GOVM_BOX(name, type)                                   \
  GOVM_HANDLER(name) {                                         \
    const type value = static_cast<type>(get<U64>(fp, pc->b)); \
    if (value >= 256) GOVM_COLD(box_word<type>);               \
    set(fp, pc->a, vm->itab_words[field_ucd(pc)]);             \
    set(fp, pc->a + 8, &kStaticWords[value]);                  \
    GOVM_NEXT();                                               \
  }
GOVM_BOX(Box16, U16)
GOVM_BOX(Box32, U32)
GOVM_BOX(Box64, U64)
#undef GOVM_BOX
GOVM_HANDLER(BoxStr) { GOVM_COLD(box_string); }
GOVM_HANDLER(BoxSlice) { GOVM_COLD(box_slice); }
GOVM_HANDLER(IfaceToEface) {
  const auto* itab = get<const value::Itab*>(fp, pc->b);
  const U64 data = get<U64>(fp, pc->b + 8);
  set(fp, pc->a, itab == nullptr ? nullptr : itab->type);
  set(fp, pc->a + 8, data);
  GOVM_NEXT();
}
GOVM_HANDLER(ConvertIface) { GOVM_COLD(convert_interface); }
GOVM_HANDLER(AssertIface) { GOVM_COLD(assert_interface); }
GOVM_HANDLER(AssertIfaceOk) { GOVM_COLD(assert_interface_ok); }
GOVM_HANDLER(AssertType) {
  if (GOVM_UNLIKELY(get<const void*>(fp, pc->a) != vm->itab_words[field_ucd(pc)])) {
    GOVM_COLD(panic_assert_a);
  }
  GOVM_NEXT();
}
GOVM_HANDLER(IsType) {
  set<I64>(fp, pc->a, get<const void*>(fp, pc->b) == vm->itab_words[field_ucd(pc)]);
  GOVM_NEXT();
}
GOVM_HANDLER(JmpIsType) {
  if (get<const void*>(fp, pc->a) == vm->itab_words[field_ucd(pc)]) GOVM_JUMP(field_ef(pc));
  GOVM_NEXT();
}
GOVM_HANDLER(JmpNotType) {
  if (get<const void*>(fp, pc->a) != vm->itab_words[field_ucd(pc)]) GOVM_JUMP(field_ef(pc));
  GOVM_NEXT();
}

// Maps.
GOVM_HANDLER(MakeMap) { GOVM_COLD(make_map); }
GOVM_HANDLER(MakeMapSmall) { GOVM_COLD(make_small_map); }
GOVM_HANDLER(MakeMapBuffer) { GOVM_COLD(make_buffer_map); }
GOVM_HANDLER(MapGet64) { GOVM_COLD((map_get<Key64, MapResult::AddressOrZero>)); }
GOVM_HANDLER(MapGet32) { GOVM_COLD((map_get<Key32, MapResult::AddressOrZero>)); }
GOVM_HANDLER(MapGetStr) { GOVM_COLD((map_get<KeyString, MapResult::AddressOrZero>)); }
GOVM_HANDLER(MapGetAny) { GOVM_COLD((map_get<KeyAny, MapResult::AddressOrZero>)); }
GOVM_HANDLER(MapFind64) { GOVM_COLD((map_get<Key64, MapResult::AddressOrNil>)); }
GOVM_HANDLER(MapFind32) { GOVM_COLD((map_get<Key32, MapResult::AddressOrNil>)); }
GOVM_HANDLER(MapFindStr) { GOVM_COLD((map_get<KeyString, MapResult::AddressOrNil>)); }
GOVM_HANDLER(MapFindAny) { GOVM_COLD((map_get<KeyAny, MapResult::AddressOrNil>)); }
GOVM_HANDLER(MapGet64Word) { GOVM_COLD((map_get<Key64, MapResult::Word>)); }
GOVM_HANDLER(MapGet32Word) { GOVM_COLD((map_get<Key32, MapResult::Word>)); }
GOVM_HANDLER(MapGetStrWord) { GOVM_COLD((map_get<KeyString, MapResult::Word>)); }
GOVM_HANDLER(MapAssign64) { GOVM_COLD(map_assign<Key64>); }
GOVM_HANDLER(MapAssign32) { GOVM_COLD(map_assign<Key32>); }
GOVM_HANDLER(MapAssignStr) { GOVM_COLD(map_assign<KeyString>); }
GOVM_HANDLER(MapAssignAny) { GOVM_COLD(map_assign<KeyAny>); }
GOVM_HANDLER(MapDelete64) { GOVM_COLD(map_delete<Key64>); }
GOVM_HANDLER(MapDelete32) { GOVM_COLD(map_delete<Key32>); }
GOVM_HANDLER(MapDeleteStr) { GOVM_COLD(map_delete<KeyString>); }
GOVM_HANDLER(MapDeleteAny) { GOVM_COLD(map_delete<KeyAny>); }
GOVM_HANDLER(MapClear) { GOVM_COLD(map_clear); }
GOVM_HANDLER(MapLen) {
  set<I64>(fp, pc->a, value::map_length(get<const value::Map*>(fp, pc->b)));
  GOVM_NEXT();
}
GOVM_HANDLER(MapIterInit) { GOVM_COLD(map_range); }
GOVM_HANDLER(MapIterNext) { GOVM_COLD(map_range_next); }

// Allocation. The class is that of the site's record, checked at load.
#define GOVM_NEW(size, size_class)                                   \
  GOVM_HANDLER(New##size) {                                          \
    void* object = vm->heap.try_allocate<size_class>(field_uef(pc)); \
    if (GOVM_UNLIKELY(object == nullptr)) GOVM_COLD(new_object);     \
    set(fp, pc->a, object);                                          \
    GOVM_NEXT();                                                     \
  }
GOVM_NEW(8, 1)
GOVM_NEW(16, 2)
GOVM_NEW(24, 3)
GOVM_NEW(32, 4)
GOVM_NEW(48, 5)
GOVM_NEW(64, 6)
GOVM_NEW(80, 7)
GOVM_NEW(96, 8)
GOVM_NEW(112, 9)
GOVM_NEW(128, 10)
#undef GOVM_NEW
GOVM_HANDLER(NewTiny) { GOVM_COLD(new_object); }
GOVM_HANDLER(New) { GOVM_COLD(new_object); }
GOVM_HANDLER(MakeSlice) { GOVM_COLD(make_slice); }
GOVM_HANDLER(MakeSliceAt) { GOVM_COLD(make_slice_at); }

// Channels.
GOVM_HANDLER(MakeChan) { GOVM_COLD(make_channel); }
GOVM_HANDLER(Send) { GOVM_COLD(channel_send); }
GOVM_HANDLER(SendAt) { GOVM_COLD(channel_send_at); }
GOVM_HANDLER(Receive) { GOVM_COLD(channel_receive); }
GOVM_HANDLER(ReceiveAt) { GOVM_COLD(channel_receive_at); }
GOVM_HANDLER(CloseChan) { GOVM_COLD(channel_close); }
GOVM_HANDLER(ChanLen) {
  const auto* channel = get<const rt::Channel*>(fp, pc->b);
  set<I64>(fp, pc->a, channel == nullptr ? 0 : channel->count);
  GOVM_NEXT();
}
GOVM_HANDLER(ChanCap) {
  const auto* channel = get<const rt::Channel*>(fp, pc->b);
  set<I64>(fp, pc->a, channel == nullptr ? 0 : channel->capacity);
  GOVM_NEXT();
}
GOVM_HANDLER(Select) { GOVM_COLD(select_statement); }

// print and println; counted code.
GOVM_HANDLER(Print) { GOVM_COLD(print_value); }
GOVM_HANDLER(PrintComplex) { GOVM_COLD(print_complex); }
GOVM_HANDLER(CountBlock) {
  vm->steps += field_uef(pc);
  if (GOVM_UNLIKELY(vm->steps > vm->max_steps)) GOVM_COLD(too_many_steps);
  GOVM_NEXT();
}
GOVM_HANDLER(CountSite) {
  ++vm->frame_values[field_uef(pc)];
  GOVM_NEXT();
}
