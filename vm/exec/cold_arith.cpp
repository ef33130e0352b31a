// Arithmetic that needs library calls, strings' and interfaces' comparisons.
#include <cmath>
#include <limits>

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
  set<F64>(fp, pc->a, std::fma(get<F64>(fp, pc->b), get<F64>(fp, pc->c), get<F64>(fp, pc->d)));
  return go_on(pc, fp);
}
Resume ones_count(Machine&, const Cell* pc, Fp fp) {
  set<I64>(fp, pc->a, std::popcount(get<U64>(fp, pc->b)));
  return go_on(pc, fp);
}

namespace {

/// ±1 for the infinities, else ±0, of the sign of `f`.
F64 infinity_as_one(F64 f) { return std::copysign(std::isinf(f) ? 1.0 : 0.0, f); }

}  // namespace

// (a + bi) / (c + di) by Smith's algorithm (CACM 5, 1962: Algorithm 116), which avoids overflow between; where that gives
// no number, infinities and zeros are put right as C99 annex G.5.1 says, as Go does.
Resume divide_complex(Machine&, const Cell* pc, Fp fp) {
  F64 a = get<F64>(fp, pc->c);
  F64 b = get<F64>(fp, pc->d);
  F64 c = get<F64>(fp, pc->e);
  F64 d = get<F64>(fp, pc->f);
  F64 real;
  F64 imaginary;
  if (std::fabs(c) >= std::fabs(d)) {
    const F64 ratio = d / c;
    const F64 denominator = c + ratio * d;
    real = (a + b * ratio) / denominator;
    imaginary = (b - a * ratio) / denominator;
  } else {
    const F64 ratio = c / d;
    const F64 denominator = d + ratio * c;
    real = (a * ratio + b) / denominator;
    imaginary = (b * ratio - a) / denominator;
  }
  if (std::isnan(real) && std::isnan(imaginary)) {
    constexpr F64 kInfinity = std::numeric_limits<F64>::infinity();
    if (c == 0 && d == 0 && (!std::isnan(a) || !std::isnan(b))) {
      real = std::copysign(kInfinity, c) * a;
      imaginary = std::copysign(kInfinity, c) * b;
    } else if ((std::isinf(a) || std::isinf(b)) && std::isfinite(c) && std::isfinite(d)) {
      a = infinity_as_one(a);
      b = infinity_as_one(b);
      real = kInfinity * (a * c + b * d);
      imaginary = kInfinity * (b * c - a * d);
    } else if ((std::isinf(c) || std::isinf(d)) && std::isfinite(a) && std::isfinite(b)) {
      c = infinity_as_one(c);
      d = infinity_as_one(d);
      real = 0 * (a * c + b * d);
      imaginary = 0 * (b * c - a * d);
    }
  }
  set<F64>(fp, pc->a, real);
  set<F64>(fp, pc->b, imaginary);
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
    return begin_panic(vm, pc, fp, runtime_error_text(vm, "comparing uncomparable type " + std::string(uncomparable->name)));
  }
  set<I64>(fp, pc->a, equal);
  return go_on(pc, fp);
}

}  // namespace

Resume equal_iface(Machine& vm, const Cell* pc, Fp fp) {
  const value::Type* uncomparable = nullptr;
  const bool equal = value::equal_iface(get<value::Interface>(fp, pc->b), get<value::Interface>(fp, pc->c), &uncomparable);
  return finish_equal(vm, pc, fp, equal, uncomparable);
}
Resume equal_eface(Machine& vm, const Cell* pc, Fp fp) {
  const value::Type* uncomparable = nullptr;
  const bool equal = value::equal_eface(get<value::Interface>(fp, pc->b), get<value::Interface>(fp, pc->c), &uncomparable);
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
