// Arithmetic that needs library calls, strings' and interfaces' comparisons.
#include <cmath>

#include "vm/exec/cold_paths.h"
#include "vm/exec/panic.h"
#include "vm/value/equal_hash.h"

namespace govm::exec {

Resume floor_f64(Machine&, const Cell* pc, Fp fp) {
  set<F64>(fp, pc->a, std::floor(get<F64>(fp, pc->b)));
  return go_on(pc, fp);
}
Resume ceil_f64(Machine&, const Cell* pc, Fp fp) {
  set<F64>(fp, pc->a, std::ceil(get<F64>(fp, pc->b)));
  return go_on(pc, fp);
}
Resume trunc_f64(Machine&, const Cell* pc, Fp fp) {
  set<F64>(fp, pc->a, std::trunc(get<F64>(fp, pc->b)));
  return go_on(pc, fp);
}
Resume round_even_f64(Machine&, const Cell* pc, Fp fp) {
  set<F64>(fp, pc->a, std::nearbyint(get<F64>(fp, pc->b)));
  return go_on(pc, fp);
}
Resume fma_f64(Machine&, const Cell* pc, Fp fp) {
  set<F64>(fp, pc->a,
           std::fma(get<F64>(fp, pc->b), get<F64>(fp, pc->c), get<F64>(fp, pc->d)));
  return go_on(pc, fp);
}
Resume ones_count(Machine&, const Cell* pc, Fp fp) {
  set<I64>(fp, pc->a, std::popcount(get<U64>(fp, pc->b)));
  return go_on(pc, fp);
}

Resume divide_wide(Machine& vm, const Cell* pc, Fp fp) {
  const U64 high = get<U64>(fp, pc->c);
  const U64 low = get<U64>(fp, pc->d);
  const U64 divisor = get<U64>(fp, pc->e);
  if (divisor == 0) return panic_divide(vm, pc, fp);
  if (divisor <= high) {
    return begin_panic(vm, pc, fp, runtime_error_text(vm, "integer overflow"));
  }
  const unsigned __int128 dividend = static_cast<unsigned __int128>(high) << 64 | low;
  set<U64>(fp, pc->a, static_cast<U64>(dividend / divisor));
  set<U64>(fp, pc->b, static_cast<U64>(dividend % divisor));
  return go_on(pc, fp);
}

namespace {

value::String string_at(Fp fp, std::uint32_t offset) { return get<value::String>(fp, offset); }

}  // namespace

Resume min_string(Machine&, const Cell* pc, Fp fp) {
  const value::String b = string_at(fp, pc->b);
  const value::String c = string_at(fp, pc->c);
  set(fp, pc->a, value::compare(c, b) < 0 ? c : b);
  return go_on(pc, fp);
}
Resume max_string(Machine&, const Cell* pc, Fp fp) {
  const value::String b = string_at(fp, pc->b);
  const value::String c = string_at(fp, pc->c);
  set(fp, pc->a, value::compare(c, b) > 0 ? c : b);
  return go_on(pc, fp);
}
Resume equal_string(Machine&, const Cell* pc, Fp fp) {
  set<I64>(fp, pc->a, value::equal(string_at(fp, pc->b), string_at(fp, pc->c)));
  return go_on(pc, fp);
}
Resume not_equal_string(Machine&, const Cell* pc, Fp fp) {
  set<I64>(fp, pc->a, !value::equal(string_at(fp, pc->b), string_at(fp, pc->c)));
  return go_on(pc, fp);
}
Resume less_string(Machine&, const Cell* pc, Fp fp) {
  set<I64>(fp, pc->a, value::compare(string_at(fp, pc->b), string_at(fp, pc->c)) < 0);
  return go_on(pc, fp);
}
Resume less_equal_string(Machine&, const Cell* pc, Fp fp) {
  set<I64>(fp, pc->a, value::compare(string_at(fp, pc->b), string_at(fp, pc->c)) <= 0);
  return go_on(pc, fp);
}
Resume compare_string(Machine&, const Cell* pc, Fp fp) {
  const int order = value::compare(string_at(fp, pc->b), string_at(fp, pc->c));
  set<I64>(fp, pc->a, order < 0 ? -1 : order > 0 ? 1 : 0);
  return go_on(pc, fp);
}
Resume jump_equal_string(Machine&, const Cell* pc, Fp fp) {
  return value::equal(string_at(fp, pc->a), string_at(fp, pc->b)) ? jump(pc, fp) : go_on(pc, fp);
}
Resume jump_not_equal_string(Machine&, const Cell* pc, Fp fp) {
  return value::equal(string_at(fp, pc->a), string_at(fp, pc->b)) ? go_on(pc, fp) : jump(pc, fp);
}
Resume jump_equal_constant(Machine& vm, const Cell* pc, Fp fp) {
  return value::equal(string_at(fp, pc->a), vm.strings[field_ucd(pc)]) ? jump(pc, fp) : go_on(pc, fp);
}
Resume jump_not_equal_constant(Machine& vm, const Cell* pc, Fp fp) {
  return value::equal(string_at(fp, pc->a), vm.strings[field_ucd(pc)]) ? go_on(pc, fp) : jump(pc, fp);
}

namespace {

// Stores the result, or panics if a dynamic type is not comparable.
Resume finish_equal(Machine& vm, const Cell* pc, Fp fp, bool equal, const value::Type* uncomparable) {
  if (uncomparable != nullptr) {
    return begin_panic(vm, pc, fp,
                       runtime_error_text(vm, "comparing uncomparable type " +
                                                  std::string(uncomparable->name)));
  }
  set<I64>(fp, pc->a, equal);
  return go_on(pc, fp);
}

}  // namespace

Resume equal_iface(Machine& vm, const Cell* pc, Fp fp) {
  const value::Type* uncomparable = nullptr;
  const bool equal = value::equal_iface(get<value::Interface>(fp, pc->b),
                                        get<value::Interface>(fp, pc->c), &uncomparable);
  return finish_equal(vm, pc, fp, equal, uncomparable);
}
Resume equal_eface(Machine& vm, const Cell* pc, Fp fp) {
  const value::Type* uncomparable = nullptr;
  const bool equal = value::equal_eface(get<value::Interface>(fp, pc->b),
                                        get<value::Interface>(fp, pc->c), &uncomparable);
  return finish_equal(vm, pc, fp, equal, uncomparable);
}
Resume equal_memory(Machine& vm, const Cell* pc, Fp fp) {
  const auto* b = get<const std::byte*>(fp, pc->b);
  const auto* c = get<const std::byte*>(fp, pc->c);
  if (b == nullptr || c == nullptr) return panic_nil(vm, pc, fp);
  const value::Type* type = vm.image.types().type(bytecode::TypeId(field_uef(pc)));
  const value::Type* uncomparable = nullptr;
  const bool equal = value::equal(type, b, c, &uncomparable);
  return finish_equal(vm, pc, fp, equal, uncomparable);
}

}  // namespace govm::exec
