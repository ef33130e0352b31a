// Exponentials, logarithms, powers and roots.
#include <bit>
#include <cmath>
#include <cstdint>

#include "std/math/functions.h"

namespace govm::stdlib::math {

namespace {

constexpr double kLn2High = 6.93147180369123816490e-01;
constexpr double kLn2Low = 1.90821492927058770002e-10;
constexpr double kLog2E = 1.44269504088896338700e+00;
constexpr double kOverflow = 7.09782712893383973096e+02;  // largest x with a finite exp(x)

std::uint64_t bits_of(double x) { return std::bit_cast<std::uint64_t>(x); }
double of_bits(std::uint64_t bits) { return std::bit_cast<double>(bits); }

/// `x` is normal and stays so: its exponent plus k.
double add_to_exponent(double x, int k) { return of_bits(bits_of(x) + (static_cast<std::uint64_t>(k) << 52)); }

/// 2^k · e^(high - low), |high - low| <= ln(2)/2.
double exp_reduced(double high, double low, int k) {
  const double r = high - low;
  const double t = r * r;
  const double c = r - t * polynomial(t, {4.13813679705723846039e-08, -1.65339022054652515390e-06, 6.61375632143793436117e-05,
                                          -2.77777777770155933842e-03, 1.66666666666666657415e-01});
  const double y = 1 - ((low - (r * c) / (2 - c)) - high);
  return std::ldexp(y, k);
}

/// The logarithm of 1 + f beyond f, fdlibm's R: s = f / (2 + f), z = s².
double log_remainder_even_odd(double s2) {
  const double s4 = s2 * s2;
  const double odd =
      s2 * polynomial(s4, {1.479819860511658591e-01, 1.818357216161805012e-01, 2.857142874366239149e-01, 6.666666666666735130e-01});
  const double even = s4 * polynomial(s4, {1.531383769920937332e-01, 2.222219843214978396e-01, 3.999999999940941908e-01});
  return odd + even;
}

bool is_odd_integer(double x) {
  if (std::fabs(x) >= 0x1p53) return false;
  return std::trunc(x) == x && (static_cast<std::int64_t>(x) & 1) != 0;
}

/// pow's cases without computation; false: compute.
bool special_power(double x, double y, double& result) {
  if (y == 0 || x == 1) {
    result = 1;
  } else if (y == 1) {
    result = x;
  } else if (std::isnan(x) || std::isnan(y)) {
    result = kNaN;
  } else if (x == 0) {
    const bool signed_zero = std::signbit(x) && is_odd_integer(y);
    result = y < 0 ? kInfinity : 0;
    if (signed_zero) result = -result;
  } else if (std::isinf(y)) {
    result = x == -1 ? 1 : (std::fabs(x) < 1) == (y > 0) ? 0 : kInfinity;
  } else if (std::isinf(x)) {
    result = x < 0 ? pow(1 / x, -y) : y < 0 ? 0 : kInfinity;
  } else if (y == 0.5) {
    result = std::sqrt(x);
  } else if (y == -0.5) {
    result = 1 / std::sqrt(x);
  } else {
    return false;
  }
  return true;
}

}  // namespace

/// The Taylor series of e^(r/16), squared four times as (1 + e)² - 1 = e(2 + e). Fused where the processor can.
double exp(double x) {
  static const bool kFused = __builtin_cpu_supports("avx") && __builtin_cpu_supports("fma");
  const auto multiply_add = [](double a, double b, double c) { return kFused ? std::fma(a, b, c) : a * b + c; };
  constexpr double kLargest = 7.09782712893384e+02;
  constexpr double kCertainUnderflow = -1000;
  if (std::isnan(x)) return x;
  if (x > kLargest) return kInfinity;
  if (x < kCertainUnderflow) return 0;
  const double k = std::nearbyint(x * 1.4426950408889634073599246810018920);
  double r = multiply_add(-k, 0.69314718055966295651160180568695068359375, x);
  r = multiply_add(-k, 0.28235290563031577122588448175013436025525412068e-12, r);
  r *= 0.0625;
  double sum = 2.4801587301587301587e-5;
  for (const double c : {1.9841269841269841270e-4, 1.3888888888888888889e-3, 8.3333333333333333333e-3, 4.1666666666666666667e-2,
                         1.6666666666666666667e-1, 0.5, 1.0}) {
    sum = multiply_add(sum, r, c);
  }
  double e = r * sum;
  for (int i = 0; i < 3; i++) e *= e + 2;
  e = multiply_add(e, e + 2, 1);
  const int exponent = static_cast<int>(k) + 1023;
  if (exponent >= 0x7FF) return kInfinity;
  if (exponent > 0) return e * of_bits(static_cast<std::uint64_t>(exponent) << 52);
  if (exponent < -52) return 0;
  return e * of_bits(static_cast<std::uint64_t>(exponent + 1022) << 52) * 0x1p-1022;
}

double exp2(double x) {
  if (std::isnan(x)) return x;
  if (x > 1.0239999999999999e+03) return kInfinity;
  if (x < -1.0740e+03) return 0;
  const int k = static_cast<int>(x > 0 ? x + 0.5 : x < 0 ? x - 0.5 : 0);
  const double t = x - k;
  return exp_reduced(t * kLn2High, -t * kLn2Low, k);
}

double expm1(double x) {
  constexpr double kHalfLn2 = 3.46573590279972654709e-01;
  constexpr double kThreeHalvesLn2 = 1.03972077083991796413e+00;
  constexpr double kLn2Times56 = 3.88162421113569373274e+01;
  if (std::isnan(x)) return x;
  const double magnitude = std::fabs(x);
  const double sign = x < 0 ? -1 : 1;
  if (magnitude >= kLn2Times56) {
    if (x < 0) return -1;
    if (magnitude >= kOverflow) return kInfinity;
  }
  double correction = 0;
  int k = 0;
  if (magnitude > kHalfLn2) {
    double high, low;
    if (magnitude < kThreeHalvesLn2) {
      k = x < 0 ? -1 : 1;
      high = x - sign * kLn2High;
      low = sign * kLn2Low;
    } else {
      k = static_cast<int>(kLog2E * x + sign * 0.5);
      high = x - k * kLn2High;
      low = k * kLn2Low;
    }
    x = high - low;
    correction = (high - x) - low;
  } else if (magnitude < 0x1p-54) {
    return x;
  }
  const double half = 0.5 * x;
  const double square = x * half;
  const double r = 1 + square * polynomial(square, {-2.01099218183624371326e-07, 4.00821782732936239552e-06, -7.93650757867487942473e-05,
                                                    1.58730158725481460165e-03, -3.33333333333331316428e-02});
  const double t = 3 - r * half;
  double e = square * ((r - t) / (6.0 - x * t));
  if (k == 0) return x - (x * e - square);
  e = x * (e - correction) - correction;
  e -= square;
  if (k == -1) return 0.5 * (x - e) - 0.5;
  if (k == 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  if (k <= -2 || k > 56) return add_to_exponent(1 - (e - x), k) - 1;
  if (k < 20) {
    const double one_less = of_bits(0x3ff0000000000000 - (std::uint64_t{0x20000000000000} >> k));
    return add_to_exponent(one_less - (e - x), k);
  }
  const double tiny = of_bits(static_cast<std::uint64_t>(0x3ff - k) << 52);
  return add_to_exponent(x - (e + tiny) + 1, k);
}

/// Takes subnormal numbers as they lie, as Go's does.
double log(double x) {
  if (x == 0) return -kInfinity;
  if (std::signbit(x)) return kNaN;
  if (std::isinf(x) || std::isnan(x)) return x;
  const std::uint64_t bits = bits_of(x);
  double fraction = of_bits((bits & 0x000FFFFFFFFFFFFF) | bits_of(0.5));
  double k = static_cast<int>(bits >> 52) - 0x3FE;
  if (fraction <= 7.07106781186547524401e-01) {
    k -= 1;
    fraction *= 2;
  }
  const double f = fraction - 1;
  const double s = f / (2 + f);
  const double r = log_remainder_even_odd(s * s);
  const double half_square = 0.5 * f * f;
  return k * kLn2High - ((half_square - (s * (half_square + r) + k * kLn2Low)) - f);
}

double log10(double x) { return math::log(x) * 0.434294481903251827651128918916605082; }

double log2(double x) {
  int exponent = 0;
  const double fraction = std::isfinite(x) ? std::frexp(x, &exponent) : x;
  if (fraction == 0.5) return exponent - 1;
  return math::log(fraction) * 1.44269504088896340735992468100189214 + exponent;
}

double log1p(double x) {
  if (x < -1 || std::isnan(x)) return kNaN;
  if (x == -1) return -kInfinity;
  if (std::isinf(x)) return kInfinity;
  const double magnitude = std::fabs(x);
  double f = 0;
  double c = 0;
  std::uint64_t fraction = 0;
  int k = 1;
  if (magnitude < 4.142135623730950488017e-01) {  // √2 - 1
    if (magnitude < 0x1p-54) return x;
    if (magnitude < 0x1p-29) return x - x * x * 0.5;
    if (x > -2.928932188134524755992e-01) {  // √2/2 - 1
      k = 0;
      f = x;
      fraction = 1;
    }
  }
  if (k != 0) {
    double u = x;
    if (magnitude < 0x1p53) {
      u = 1.0 + x;
      k = static_cast<int>(bits_of(u) >> 52) - 1023;
      c = k > 0 ? 1.0 - (u - x) : x - (u - 1.0);
      c /= u;
    } else {
      k = static_cast<int>(bits_of(u) >> 52) - 1023;
    }
    fraction = bits_of(u) & 0x000fffffffffffff;
    if (fraction < 0x0006a09e667f3bcd) {  // that of √2
      u = of_bits(fraction | 0x3ff0000000000000);
    } else {
      k++;
      u = of_bits(fraction | 0x3fe0000000000000);
      fraction = (0x0010000000000000 - fraction) >> 2;
    }
    f = u - 1.0;
  }
  const double half_square = 0.5 * f * f;
  if (fraction == 0) {  // |f| < 2⁻²⁰
    if (f == 0) {
      if (k == 0) return 0;
      c += k * kLn2Low;
      return k * kLn2High + c;
    }
    const double r = half_square * (1.0 - 0.66666666666666666 * f);
    if (k == 0) return f - r;
    return k * kLn2High - ((r - (k * kLn2Low + c)) - f);
  }
  const double s = f / (2.0 + f);
  const double z = s * s;
  const double r =
      z * polynomial(z, {1.479819860511658591e-01, 1.531383769920937332e-01, 1.818357216161805012e-01, 2.222219843214978396e-01,
                         2.857142874366239149e-01, 3.999999999940941908e-01, 6.666666666666735130e-01});
  if (k == 0) return f - (half_square - s * (half_square + r));
  return k * kLn2High - ((half_square - (s * (half_square + r) + (k * kLn2Low + c))) - f);
}

/// The fraction of y through exp and log, its integer by repeated squaring of x.
double pow(double x, double y) {
  double result;
  if (special_power(x, y, result)) return result;
  double integer;
  double fraction = std::modf(std::fabs(y), &integer);
  if (fraction != 0 && x < 0) return kNaN;
  if (integer >= 0x1p63) return x == -1 ? 1 : (std::fabs(x) < 1) == (y > 0) ? 0 : kInfinity;
  result = 1;
  if (fraction != 0) {
    if (fraction > 0.5) {
      fraction--;
      integer++;
    }
    result = math::exp(fraction * math::log(x));
  }
  std::int64_t exponent = 0;
  int base_exponent;
  double base = std::frexp(x, &base_exponent);
  std::int64_t power = base_exponent;
  constexpr std::int64_t kFar = 1 << 12;  // an exponent that over- or underflows
  for (auto i = static_cast<std::int64_t>(integer); i != 0; i >>= 1) {
    if (power < -kFar || kFar < power) {
      exponent += power;
      break;
    }
    if ((i & 1) != 0) {
      result *= base;
      exponent += power;
    }
    base *= base;
    power *= 2;
    if (base < .5) {
      base += base;
      power--;
    }
  }
  if (y < 0) {
    result = 1 / result;
    exponent = -exponent;
  }
  return std::ldexp(result, static_cast<int>(exponent));
}

/// An approximation of five bits by dividing the exponent, improved to 23 bits and by one step of Newton's method.
double cbrt(double x) {
  if (x == 0 || std::isnan(x) || std::isinf(x)) return x;
  const double magnitude = std::fabs(x);
  double t = of_bits(bits_of(magnitude) / 3 + (std::uint64_t{715094163} << 32));
  if (magnitude < 2.22507385850720138309e-308) {
    t = 0x1p54 * magnitude;
    t = of_bits(bits_of(t) / 3 + (std::uint64_t{696219795} << 32));
  }
  double r = t * t / magnitude;
  double s = 5.42857142857142815906e-01 + r * t;
  t *= 3.57142857142857150787e-01 + 1.60714285714285720630e+00 / (s + 1.41428571428571436819e+00 + -7.05306122448979611050e-01 / s);
  t = of_bits((bits_of(t) & (std::uint64_t{0xFFFFFFFFC} << 28)) + (1 << 30));
  s = t * t;
  r = magnitude / s;
  const double w = t + t;
  r = (r - t) / (w + r);
  t = t + t * r;
  return std::copysign(t, x);
}

double hypot(double x, double y) {
  x = std::fabs(x);
  y = std::fabs(y);
  if (std::isinf(x) || std::isinf(y)) return kInfinity;
  if (std::isnan(x) || std::isnan(y)) return kNaN;
  if (x == 0 && y == 0) return 0;
  const double larger = x > y ? x : y;
  const double ratio = (x > y ? y : x) / larger;
  return larger * std::sqrt(ratio * ratio + 1.0);
}

}  // namespace govm::stdlib::math
