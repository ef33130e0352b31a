// What a handler's body is written with: frame operands by byte offset, and Go's
// arithmetic where C++'s differs (wrapping, shifts, division, conversions).
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <type_traits>

#include "vm/exec/dispatch.h"

namespace govm::exec {

using I8 = std::int8_t;
using I16 = std::int16_t;
using I32 = std::int32_t;
using I64 = std::int64_t;
using U8 = std::uint8_t;
using U16 = std::uint16_t;
using U32 = std::uint32_t;
using U64 = std::uint64_t;
using F32 = float;
using F64 = double;

/// The slot at byte `offset` of the frame.
template <class T>
[[gnu::always_inline]] inline T get(Fp fp, std::uint32_t offset) {
  return rt::load_at<T>(fp, offset);
}
template <class T>
[[gnu::always_inline]] inline void set(Fp fp, std::uint32_t offset, T value) {
  rt::store_at<T>(fp, offset, value);
}
/// Adjacent words moved as one.
template <int count>
struct Words {
  U64 word[count];
};

/// What a slot holds of a value loaded from memory.
template <class T>
[[gnu::always_inline]] inline I64 extended_word(T value) {
  return static_cast<I64>(value);
}

/// float32 slots: the value in the low half, the rest 0.
[[gnu::always_inline]] inline void set_f32(Fp fp, std::uint32_t offset, F32 value) { set<U64>(fp, offset, std::bit_cast<U32>(value)); }

// Joined and signed fields of the cell at pc (vm/bytecode/instruction.h).
template <class T, std::size_t offset>
[[gnu::always_inline]] inline T field(const Cell* pc) {
  return rt::load_at<T>(reinterpret_cast<const std::byte*>(pc), offset);
}
[[gnu::always_inline]] inline I32 field_cd(const Cell* pc) { return field<I32, 8>(pc); }
[[gnu::always_inline]] inline U32 field_ucd(const Cell* pc) { return field<U32, 8>(pc); }
[[gnu::always_inline]] inline I32 field_ef(const Cell* pc) { return field<I32, 12>(pc); }
[[gnu::always_inline]] inline U32 field_uef(const Cell* pc) { return field<U32, 12>(pc); }
[[gnu::always_inline]] inline U32 field_xcd(const Cell* pc) { return field<U32, 24>(pc); }
[[gnu::always_inline]] inline U32 field_xef(const Cell* pc) { return field<U32, 28>(pc); }
[[gnu::always_inline]] inline I64 field_xw(const Cell* pc) { return field<I64, 24>(pc); }
[[gnu::always_inline]] inline I64 field_signed_b(const Cell* pc) { return field<I16, 6>(pc); }

/// The T at an address outside the frame's slots, in Go layout.
template <class T>
[[gnu::always_inline]] inline T load(const std::byte* p) {
  return rt::load_at<T>(p, 0);
}
template <class T>
[[gnu::always_inline]] inline void store(std::byte* p, T value) {
  rt::store_at<T>(p, 0, value);
}

/// What a slot holds of an integer of type T: its value extended to 64 bits by its type.
template <class T>
[[gnu::always_inline]] inline I64 extended(U64 value) {
  return static_cast<I64>(static_cast<T>(value));
}

/// "If the shift count is at least the operand's width, the result is as if shifted one
/// by one"; counts are not negative here. T is the operand's type.
template <class T>
[[gnu::always_inline]] inline I64 shift_left(I64 x, U64 count) {
  return extended<T>(count < 64 ? static_cast<U64>(x) << count : 0);
}
[[gnu::always_inline]] inline I64 shift_right_signed(I64 x, U64 count) { return x >> (count < 63 ? count : 63); }
[[gnu::always_inline]] inline I64 shift_right_unsigned(I64 x, U64 count) {
  return static_cast<I64>(count < 64 ? static_cast<U64>(x) >> count : 0);
}

/// Quotient and remainder; the divisor is not 0. The most negative value divided by -1
/// gives itself, remainder 0.
template <class T>
[[gnu::always_inline]] inline I64 divide(I64 x, I64 y) {
  if constexpr (std::is_signed_v<T>) {
    if (y == -1) return extended<T>(U64{0} - static_cast<U64>(x));
    return x / y;
  } else {
    return static_cast<I64>(static_cast<U64>(x) / static_cast<U64>(y));
  }
}
template <class T>
[[gnu::always_inline]] inline I64 remainder(I64 x, I64 y) {
  if constexpr (std::is_signed_v<T>) {
    if (y == -1) return 0;
    return x % y;
  } else {
    return static_cast<I64>(static_cast<U64>(x) % static_cast<U64>(y));
  }
}

/// min and max of floats: NaN if one is, and -0 below +0.
template <class F>
[[gnu::always_inline]] inline F float_min(F x, F y) {
  if (x != x) return x;
  if (y != y) return y;
  if (x == 0 && y == 0) return __builtin_signbit(x) ? x : y;
  return x < y ? x : y;
}
template <class F>
[[gnu::always_inline]] inline F float_max(F x, F y) {
  if (x != x) return x;
  if (y != y) return y;
  if (x == 0 && y == 0) return __builtin_signbit(x) ? y : x;
  return x > y ? x : y;
}

/// Float to integer, truncating. Out of range the result is what amd64 gives, as in Go.
[[gnu::always_inline]] inline I64 float_to_int(F64 x) {
  constexpr F64 kTwo63 = 9223372036854775808.0;
  if (x >= -kTwo63 && x < kTwo63) return static_cast<I64>(x);
  return std::numeric_limits<I64>::min();
}
[[gnu::always_inline]] inline U64 float_to_uint(F64 x) {
  constexpr F64 kTwo63 = 9223372036854775808.0;
  if (x < kTwo63) return static_cast<U64>(float_to_int(x));
  return static_cast<U64>(float_to_int(x - kTwo63)) | (U64{1} << 63);
}
/// Go converts to integers of fewer bits, uint32 left out, by way of int32.
[[gnu::always_inline]] inline I64 float_to_int32(F64 x) {
  if (x > -2147483649.0 && x < 2147483648.0) return static_cast<std::int32_t>(x);
  return std::numeric_limits<std::int32_t>::min();
}

}  // namespace govm::exec
