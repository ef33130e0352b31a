// Interface values: boxing, conversion, type assertions.
#include <cstring>

#include "vm/exec/cold_paths.h"
#include "vm/exec/panic.h"
#include "vm/value/interface.h"

namespace govm::exec {

namespace {

const value::Type* type_at(Machine& vm, std::uint32_t id) { return vm.image.types().type(bytecode::TypeId(id)); }

// The interface of the row `cd` with this data word.
Resume finish_box(Machine& vm, const Cell* pc, Fp fp, const void* data) {
  set(fp, pc->a, vm.itab_words[field_ucd(pc)]);
  set(fp, pc->a + 8, data);
  return go_on(pc, fp);
}

std::byte* new_box(Machine& vm, const Cell* pc, Fp fp, std::size_t size) {
  before_allocation(vm, pc, fp, size);
  return static_cast<std::byte*>(vm.heap.allocate(field_uef(pc), size));
}

// A box with a copy of the value at `from`, which stays where it is until then.
Resume box_from(Machine& vm, const Cell* pc, Fp fp, const std::byte* from, std::size_t size) {
  std::byte* box = new_box(vm, pc, fp, size);
  std::memcpy(box, from, size);  // fresh memory
  return finish_box(vm, pc, fp, box);
}

}  // namespace

extern constinit const std::uint64_t kStaticWords[256] = {
#define GOVM_ROW(n) n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7
#define GOVM_BLOCK(n) \
  GOVM_ROW(n), GOVM_ROW(n + 8), GOVM_ROW(n + 16), GOVM_ROW(n + 24), GOVM_ROW(n + 32), GOVM_ROW(n + 40), GOVM_ROW(n + 48), GOVM_ROW(n + 56)
    GOVM_BLOCK(0), GOVM_BLOCK(64), GOVM_BLOCK(128), GOVM_BLOCK(192)};
#undef GOVM_ROW
#undef GOVM_BLOCK

template <class T>
Resume box_word(Machine& vm, const Cell* pc, Fp fp) {
  const T value = static_cast<T>(get<U64>(fp, pc->b));
  std::byte* box = new_box(vm, pc, fp, sizeof(T));
  store(box, value);
  return finish_box(vm, pc, fp, box);
}
template Resume box_word<U16>(Machine&, const Cell*, Fp);
template Resume box_word<U32>(Machine&, const Cell*, Fp);
template Resume box_word<U64>(Machine&, const Cell*, Fp);

Resume box_string(Machine& vm, const Cell* pc, Fp fp) {
  if (get<I64>(fp, pc->b + 8) == 0) return finish_box(vm, pc, fp, vm.image.zeroes());
  return box_from(vm, pc, fp, fp + pc->b, 16);
}
Resume box_slice(Machine& vm, const Cell* pc, Fp fp) {
  if (get<const void*>(fp, pc->b) == nullptr) return finish_box(vm, pc, fp, vm.image.zeroes());
  return box_from(vm, pc, fp, fp + pc->b, 24);
}

namespace {

// The operand b as an empty interface; field d says whether it is one already.
value::Interface eface_operand(const Cell* pc, Fp fp) {
  const auto operand = get<value::Interface>(fp, pc->b);
  return pc->d == 1 ? operand : value::to_eface(operand);
}

// First word of `type` seen as `interface`; null if it does not implement it.
const void* word_of(Machine& vm, const value::Type* interface, const value::Type* type, std::string_view* missing) {
  if (interface->is_empty_interface()) return type;
  return vm.image.types().itab(interface, type, missing);
}

}  // namespace

Resume convert_interface(Machine& vm, const Cell* pc, Fp fp) {
  const value::Interface operand = eface_operand(pc, fp);
  value::Interface result;
  if (!operand.is_nil()) {
    result = {word_of(vm, type_at(vm, field_uef(pc)), value::eface_type(operand), nullptr), operand.data};
  }
  set(fp, pc->a, result);
  return go_on(pc, fp);
}

Resume assert_interface(Machine& vm, const Cell* pc, Fp fp) {
  const value::Interface operand = eface_operand(pc, fp);
  const value::Type* wanted = type_at(vm, field_uef(pc));
  std::string_view missing;
  const void* word = nullptr;
  if (!operand.is_nil()) word = word_of(vm, wanted, value::eface_type(operand), &missing);
  if (word == nullptr) {
    return begin_panic(vm, pc, fp, type_assertion_error(vm, nullptr, value::eface_type(operand), wanted, missing));
  }
  set(fp, pc->a, value::Interface{word, operand.data});
  return go_on(pc, fp);
}

Resume assert_interface_ok(Machine& vm, const Cell* pc, Fp fp) {
  const value::Interface operand = eface_operand(pc, fp);
  const void* word = nullptr;
  if (!operand.is_nil()) {
    word = word_of(vm, type_at(vm, field_uef(pc)), value::eface_type(operand), nullptr);
  }
  set(fp, pc->a, word == nullptr ? value::Interface{} : value::Interface{word, operand.data});
  set<I64>(fp, pc->c, word != nullptr);
  return go_on(pc, fp);
}

namespace {

Resume panic_assert(Machine& vm, const Cell* pc, Fp fp, std::uint32_t operand) {
  const bytecode::ItabRow& row = vm.image.program().itab(bytecode::ItabId(field_ucd(pc)));
  const value::Type* interface = row.interface ? vm.image.types().type(row.interface) : nullptr;
  const auto value = get<value::Interface>(fp, operand);
  const bool is_empty = interface == nullptr || interface->is_empty_interface();
  const value::Type* concrete = is_empty ? value::eface_type(value) : value::iface_type(value);
  return begin_panic(vm, pc, fp, type_assertion_error(vm, interface, concrete, vm.image.types().type(row.type), ""));
}

}  // namespace

Resume panic_assert_a(Machine& vm, const Cell* pc, Fp fp) { return panic_assert(vm, pc, fp, pc->a); }

}  // namespace govm::exec
