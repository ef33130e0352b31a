// Natives of math/big: arithmetic on natural numbers with GMP.
//
// A number is a slice of 64-bit words, the lowest first, as a GMP limb array is; results go to slices whose lengths
// nat.go chooses. Slices do not overlap unless a function of GMP allows it.
#include <gmp.h>

#include <algorithm>
#include <cstring>
#include <span>
#include <string>
#include <vector>

#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::Slice;

static_assert(sizeof(mp_limb_t) == 8, "a limb is a Word");

mp_limb_t* limbs(Slice s) { return reinterpret_cast<mp_limb_t*>(s.data); }

// A number that GMP's functions on integers read in place.
class View {
 public:
  explicit View(Slice s) { mpz_roinit_n(value_, limbs(s), s.length); }
  operator mpz_srcptr() const { return value_; }

 private:
  mpz_t value_;
};

// A number that they write.
class Result {
 public:
  Result() { mpz_init(value_); }
  ~Result() { mpz_clear(value_); }
  Result(const Result&) = delete;
  Result& operator=(const Result&) = delete;
  operator mpz_ptr() { return value_; }
  /// Copies the absolute value and returns its length.
  std::int64_t copy_to(Slice s) const {
    const std::size_t size = mpz_size(value_);
    std::memcpy(s.data, mpz_limbs_read(value_), size * sizeof(mp_limb_t));
    return static_cast<std::int64_t>(size);
  }
  bool negative() const { return mpz_sgn(value_) < 0; }

 private:
  mpz_t value_;
};

NativeStatus add(NativeCall& call) {
  const auto [z, x, y] = call.args<Slice, Slice, Slice>();
  return call.done(static_cast<std::uint64_t>(mpn_add(limbs(z), limbs(x), x.length, limbs(y), y.length)));
}

NativeStatus subtract(NativeCall& call) {
  const auto [z, x, y] = call.args<Slice, Slice, Slice>();
  return call.done(static_cast<std::uint64_t>(mpn_sub(limbs(z), limbs(x), x.length, limbs(y), y.length)));
}

NativeStatus multiply(NativeCall& call) {
  const auto [z, x, y] = call.args<Slice, Slice, Slice>();
  mpn_mul(limbs(z), limbs(x), x.length, limbs(y), y.length);
  return NativeStatus::Done;
}

NativeStatus multiply_add(NativeCall& call) {
  const auto [z, x, factor, summand] = call.args<Slice, Slice, std::uint64_t, std::uint64_t>();
  mp_limb_t carry = mpn_mul_1(limbs(z), limbs(x), x.length, factor);
  if (x.length > 0) {
    carry += mpn_add_1(limbs(z), limbs(z), x.length, summand);
  } else {
    carry = summand;
  }
  return call.done(static_cast<std::uint64_t>(carry));
}

NativeStatus divide(NativeCall& call) {
  const auto [quotient, rest, x, y] = call.args<Slice, Slice, Slice, Slice>();
  mpn_tdiv_qr(limbs(quotient), limbs(rest), 0, limbs(x), x.length, limbs(y), y.length);
  return NativeStatus::Done;
}

NativeStatus shift_left(NativeCall& call) {
  const auto [z, x, bits] = call.args<Slice, Slice, std::uint64_t>();
  return call.done(static_cast<std::uint64_t>(mpn_lshift(limbs(z), limbs(x), x.length, static_cast<unsigned>(bits))));
}

NativeStatus shift_right(NativeCall& call) {
  const auto [z, x, bits] = call.args<Slice, Slice, std::uint64_t>();
  mpn_rshift(limbs(z), limbs(x), x.length, static_cast<unsigned>(bits));
  return NativeStatus::Done;
}

NativeStatus compare(NativeCall& call) {
  const auto [x, y] = call.args<Slice, Slice>();
  const int order = x.length == 0 ? 0 : mpn_cmp(limbs(x), limbs(y), x.length);
  return call.done(static_cast<std::int64_t>(order > 0) - static_cast<std::int64_t>(order < 0));
}

NativeStatus power(NativeCall& call) {
  const auto [z, x, y, modulus] = call.args<Slice, Slice, Slice, Slice>();
  Result result;
  mpz_powm(result, View(x), View(y), View(modulus));
  return call.done(result.copy_to(z));
}

NativeStatus gcd(NativeCall& call) {
  const auto [z, x, y] = call.args<Slice, Slice, Slice>();
  Result result;
  mpz_gcd(result, View(x), View(y));
  return call.done(result.copy_to(z));
}

NativeStatus extended_gcd(NativeCall& call) {
  const auto [z, factor, x, y] = call.args<Slice, Slice, Slice, Slice>();
  Result divisor, of_x;
  mpz_gcdext(divisor, of_x, nullptr, View(x), View(y));
  const std::int64_t length = divisor.copy_to(z);
  const std::int64_t factor_length = of_x.copy_to(factor);
  return call.done(length, factor_length, of_x.negative());
}

NativeStatus square_root(NativeCall& call) {
  const auto [z, x] = call.args<Slice, Slice>();
  mpn_sqrtrem(limbs(z), nullptr, limbs(x), x.length);
  return NativeStatus::Done;
}

NativeStatus probably_prime(NativeCall& call) {
  const auto [x, tests] = call.args<Slice, std::int64_t>();
  // GMP's first 24 tests are those of Baillie, Pomerance, Selfridge and Wagstaff.
  constexpr int kFirstTests = 24;
  const auto more = static_cast<int>(std::min<std::int64_t>(tests, 1000));
  return call.done(mpz_probab_prime_p(View(x), kFirstTests + more) != 0);
}

constexpr char kDigits[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

NativeStatus write_digits(NativeCall& call) {
  const auto [buffer, x, base] = call.args<Slice, Slice, std::int64_t>();
  std::vector<mp_limb_t> copy(limbs(x), limbs(x) + x.length);  // GMP destroys it
  copy.push_back(0);
  std::vector<unsigned char> digits(mpz_sizeinbase(View(x), static_cast<int>(base)) + 1);
  const std::size_t count = mpn_get_str(digits.data(), static_cast<int>(base), copy.data(), x.length);
  std::size_t zeros = 0;
  while (zeros + 1 < count && digits[zeros] == 0) ++zeros;
  auto at = static_cast<std::size_t>(buffer.length);
  for (std::size_t i = count; i-- > zeros;) buffer.data[--at] = static_cast<std::byte>(kDigits[digits[i]]);
  return call.done(static_cast<std::int64_t>(at));
}

NativeStatus read_digits(NativeCall& call) {
  const auto [z, digits, base] = call.args<Slice, Slice, std::int64_t>();
  const auto* values = reinterpret_cast<const unsigned char*>(digits.data);
  const mp_size_t length = mpn_set_str(limbs(z), values, static_cast<std::size_t>(digits.length), static_cast<int>(base));
  return call.done(static_cast<std::int64_t>(length));
}

constexpr native::NativeRow kRows[] = {
    {"math/big.addWords", add},
    {"math/big.compareWords", compare},
    {"math/big.divideWords", divide},
    {"math/big.extendedGCDWords", extended_gcd},
    {"math/big.gcdWords", gcd},
    {"math/big.multiplyAddWord", multiply_add},
    {"math/big.multiplyWords", multiply},
    {"math/big.powerWords", power},
    {"math/big.probablyPrimeWords", probably_prime},
    {"math/big.readDigits", read_digits},
    {"math/big.shiftLeftWords", shift_left},
    {"math/big.shiftRightWords", shift_right},
    {"math/big.squareRootWords", square_root},
    {"math/big.subtractWords", subtract},
    {"math/big.writeDigits", write_digits},
};

}  // namespace

std::span<const native::NativeRow> natives_math_big() { return kRows; }

}  // namespace govm::stdlib
