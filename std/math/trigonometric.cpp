// Sine, cosine, tangent and their inverses.
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

#include "std/math/functions.h"

namespace govm::stdlib::math {

namespace {

__extension__ using Wide = unsigned __int128;

/// An angle as a multiple of π/4, made even, and what remains.
struct Octant {
  std::uint64_t index;
  double rest;
};

/// 4/π as a binary fraction, for angles where π/4 in three parts is not enough.
constexpr std::array<std::uint64_t, 20> kFourByPi = {
    0x0000000000000001, 0x45f306dc9c882a53, 0xf84eafa3ea69bb81, 0xb6c52b3278872083, 0xfca2c757bd778ac3,
    0x6e48dc74849ba5c0, 0x0c925dd413a32439, 0xfc3bd63962534e7d, 0xd1046bea5d768909, 0xd338e04d68befc82,
    0x7323ac7306a673e9, 0x3908bf177bf25076, 0x3ff12fffbc0b301f, 0xde5e2316b414da3e, 0xda6cfd9e4f96136e,
    0x9e8c7ecd3cbfd45a, 0xea4f758fd7cbe2f6, 0x7a0e73ef14a525d4, 0xd7f6bf623f1aba10, 0xac06608df8f6d757,
};

/// Payne and Hanek: x · 4/π modulo 8 from the 192 bits of 4/π that matter.
Octant reduce_large(double x) {
  const std::uint64_t bits = std::bit_cast<std::uint64_t>(x);
  const unsigned position = static_cast<unsigned>((bits >> 52) - 1023 - 52 + 61);
  const std::uint64_t mantissa = (bits & ((std::uint64_t{1} << 52) - 1)) | std::uint64_t{1} << 52;
  const auto word = [&](unsigned i) {
    const unsigned at = position / 64 + i;
    const unsigned shift = position % 64;
    return shift == 0 ? kFourByPi[at] : kFourByPi[at] << shift | kFourByPi[at + 1] >> (64 - shift);
  };
  const Wide lowest = static_cast<Wide>(word(2)) * mantissa >> 64;
  const Wide middle = static_cast<Wide>(word(1)) * mantissa;
  const Wide product = (static_cast<Wide>(word(0) * mantissa) << 64) + middle + lowest;
  std::uint64_t index = static_cast<std::uint64_t>(product >> 125);
  const Wide fraction = product << 3;
  const unsigned zeros = static_cast<unsigned>(std::countl_zero(static_cast<std::uint64_t>(fraction >> 64)));
  const auto normalised = static_cast<std::uint64_t>(fraction << (zeros + 1) >> 64);
  double rest = std::bit_cast<double>(normalised >> 12 | std::uint64_t{1023 - (zeros + 1)} << 52);
  if ((index & 1) != 0) {
    index = (index + 1) & 7;
    rest--;
  }
  return {index, rest * kQuarterPi};
}

/// `x` is finite and not negative.
Octant reduce(double x) {
  if (x >= 1 << 29) return reduce_large(x);
  auto index = static_cast<std::uint64_t>(x * 1.27323954473516268615107010698140931);
  double multiple = static_cast<double>(index);
  if ((index & 1) != 0) {
    index++;
    multiple++;
  }
  const double rest =
      ((x - multiple * 7.85398125648498535156e-1) - multiple * 3.77489470793079817668e-8) - multiple * 2.69515142907905952645e-15;
  return {index & 7, rest};
}

double sine_near_zero(double z) {
  const double zz = z * z;
  return z + z * zz *
                 polynomial(zz, {1.58962301576546568060e-10, -2.50507477628578072866e-8, 2.75573136213857245213e-6,
                                 -1.98412698295895385996e-4, 8.33333333332211858878e-3, -1.66666666666666307295e-1});
}

double cosine_near_zero(double z) {
  const double zz = z * z;
  return 1.0 - 0.5 * zz +
         zz * zz *
             polynomial(zz, {-1.13585365213876817300e-11, 2.08757008419747316778e-9, -2.75573141792967388112e-7, 2.48015872888517045348e-5,
                             -1.38888888888730564116e-3, 4.16666666666665929218e-2});
}

/// For 0 <= x <= 0.66.
double atan_near_zero(double x) {
  const double z = x * x;
  const double above = polynomial(z, {-8.750608600031904122785e-01, -1.615753718733365076637e+01, -7.500855792314704667340e+01,
                                      -1.228866684490136173410e+02, -6.485021904942025371773e+01});
  const double below = polynomial(z, {1.0, 2.485846490142306297962e+01, 1.650270098316988542046e+02, 4.328810604912902668951e+02,
                                      4.853903996359136964868e+02, 1.945506571482613964425e+02});
  return x * (z * above / below) + x;
}

/// For x >= 0: the argument is brought below 0.66 at π/4 and π/2.
double atan_positive(double x) {
  constexpr double kPiRest = 6.123233995736765886130e-17;  // π/2 beyond a double
  constexpr double kTan3Pi8 = 2.41421356237309504880;
  if (x <= 0.66) return atan_near_zero(x);
  if (x > kTan3Pi8) return kHalfPi - atan_near_zero(1 / x) + kPiRest;
  return kQuarterPi + atan_near_zero((x - 1) / (x + 1)) + 0.5 * kPiRest;
}

}  // namespace

SineCosine sincos(double x) {
  if (x == 0) return {x, 1};
  if (!std::isfinite(x)) return {kNaN, kNaN};
  const auto [index, rest] = reduce(std::fabs(x));
  const bool swapped = (index & 3) == 2;
  const double z_sine = sine_near_zero(rest);
  const double z_cosine = cosine_near_zero(rest);
  double sine = swapped ? z_cosine : z_sine;
  double cosine = swapped ? z_sine : z_cosine;
  if ((index > 3) != (x < 0)) sine = -sine;
  if (index == 2 || index == 4) cosine = -cosine;
  return {sine, cosine};
}

double sin(double x) { return std::isnan(x) ? x : sincos(x).sine; }

double cos(double x) { return sincos(x).cosine; }

double tan(double x) {
  if (x == 0 || std::isnan(x)) return x;
  if (std::isinf(x)) return kNaN;
  const auto [index, z] = reduce(std::fabs(x));
  const double zz = z * z;
  double y = z;
  if (zz > 1e-14) {
    const double above = polynomial(zz, {-1.30936939181383777646e4, 1.15351664838587416140e6, -1.79565251976484877988e7});
    const double below =
        polynomial(zz, {1.0, 1.36812963470692954678e4, -1.32089234440210967447e6, 2.50083801823357915839e7, -5.38695755929454629881e7});
    y = z + z * (zz * above / below);
  }
  if ((index & 2) != 0) y = -1 / y;
  return x < 0 ? -y : y;
}

double asin(double x) {
  if (x == 0) return x;
  if (std::isnan(x)) return x + x;
  const double magnitude = std::fabs(x);
  if (magnitude > 1) return kNaN;
  const double other = std::sqrt(1 - magnitude * magnitude);
  const double angle = magnitude > 0.7 ? kHalfPi - atan_positive(other / magnitude) : atan_positive(magnitude / other);
  return x < 0 ? -angle : angle;
}

double acos(double x) { return kHalfPi - math::asin(x); }

double atan(double x) {
  if (x == 0) return x;
  return x > 0 ? atan_positive(x) : -atan_positive(-x);
}

double atan2(double y, double x) {
  if (std::isnan(y) || std::isnan(x)) return kNaN;
  if (y == 0) return std::copysign(std::signbit(x) ? kPi : 0, y);
  if (x == 0) return std::copysign(kHalfPi, y);
  if (std::isinf(x)) {
    const double angle = std::isinf(y) ? (x > 0 ? kQuarterPi : 3 * kQuarterPi) : (x > 0 ? 0 : kPi);
    return std::copysign(angle, y);
  }
  if (std::isinf(y)) return std::copysign(kHalfPi, y);
  const double angle = math::atan(y / x);
  if (x >= 0) return angle;
  return angle <= 0 ? angle + kPi : angle - kPi;
}

}  // namespace govm::stdlib::math
