// Natives of math: functions.h, and the functions of C that are exact.
#include <cmath>
#include <cstdint>
#include <span>

#include "std/math/functions.h"
#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;

template <double (*kFunction)(double)>
NativeStatus unary(NativeCall& call) {
  const auto [x] = call.args<double>();
  return call.done(kFunction(x));
}

template <double (*kFunction)(double, double)>
NativeStatus binary(NativeCall& call) {
  const auto [x, y] = call.args<double, double>();
  return call.done(kFunction(x, y));
}

/// Go's NaN where a result is one.
double one_nan(double x) { return std::isnan(x) ? math::kNaN : x; }

double round(double x) { return std::isnan(x) ? x : std::round(x); }
double round_to_even(double x) { return std::isnan(x) ? x : std::nearbyint(x); }

double remainder_of(double x, double y) { return one_nan(std::remainder(x, y)); }
double modulo(double x, double y) { return one_nan(std::fmod(x, y)); }

template <class T>
NativeStatus next_after(NativeCall& call) {
  const auto [x, y] = call.args<T, T>();
  if (std::isnan(x) || std::isnan(y)) return call.done(static_cast<T>(math::kNaN));
  return call.done(x == y ? x : std::nextafter(x, y));
}

NativeStatus sincos(NativeCall& call) {
  const auto [x] = call.args<double>();
  const auto [sine, cosine] = math::sincos(x);
  return call.done(sine, cosine);
}

NativeStatus lgamma(NativeCall& call) {
  const auto [x] = call.args<double>();
  const auto [logarithm, sign] = math::lgamma(x);
  return call.done(logarithm, sign);
}

template <double (*kFunction)(std::int64_t, double)>
NativeStatus of_order(NativeCall& call) {
  const auto [n, x] = call.args<std::int64_t, double>();
  return call.done(kFunction(n, x));
}

NativeStatus frexp(NativeCall& call) {
  const auto [x] = call.args<double>();
  if (x == 0 || !std::isfinite(x)) return call.done(x, std::int64_t{0});
  int exponent;
  const double fraction = std::frexp(x, &exponent);
  return call.done(fraction, std::int64_t{exponent});
}

NativeStatus ldexp(NativeCall& call) {
  constexpr std::int64_t kFar = 5000;
  const auto [fraction, exponent] = call.args<double, std::int64_t>();
  if (fraction == 0 || !std::isfinite(fraction)) return call.done(fraction);
  const std::int64_t near = exponent < -kFar ? -kFar : exponent > kFar ? kFar : exponent;
  return call.done(std::ldexp(fraction, static_cast<int>(near)));
}

NativeStatus pow10(NativeCall& call) {
  static constexpr double kUnits[] = {1e00, 1e01, 1e02, 1e03, 1e04, 1e05, 1e06, 1e07, 1e08, 1e09, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                      1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31};
  static constexpr double kLarge[] = {1e00, 1e32, 1e64, 1e96, 1e128, 1e160, 1e192, 1e224, 1e256, 1e288};
  static constexpr double kSmall[] = {1e-00, 1e-32, 1e-64, 1e-96, 1e-128, 1e-160, 1e-192, 1e-224, 1e-256, 1e-288, 1e-320};
  const auto [n] = call.args<std::int64_t>();
  if (n > 308) return call.done(math::kInfinity);
  if (n < -323) return call.done(0.0);
  return call.done(n >= 0 ? kLarge[n / 32] * kUnits[n % 32] : kSmall[-n / 32] / kUnits[-n % 32]);
}

constexpr native::NativeRow kRows[] = {
    {"math.Acos", unary<math::acos>},
    {"math.Acosh", unary<math::acosh>},
    {"math.Asin", unary<math::asin>},
    {"math.Asinh", unary<math::asinh>},
    {"math.Atan", unary<math::atan>},
    {"math.Atan2", binary<math::atan2>},
    {"math.Atanh", unary<math::atanh>},
    {"math.Cbrt", unary<math::cbrt>},
    {"math.Cos", unary<math::cos>},
    {"math.Cosh", unary<math::cosh>},
    {"math.Erf", unary<math::erf>},
    {"math.Erfc", unary<math::erfc>},
    {"math.Erfinv", unary<math::erfinv>},
    {"math.Exp", unary<math::exp>},
    {"math.Exp2", unary<math::exp2>},
    {"math.Expm1", unary<math::expm1>},
    {"math.Frexp", frexp},
    {"math.Gamma", unary<math::gamma>},
    {"math.Hypot", binary<math::hypot>},
    {"math.J0", unary<math::j0>},
    {"math.J1", unary<math::j1>},
    {"math.Jn", of_order<math::jn>},
    {"math.Ldexp", ldexp},
    {"math.Lgamma", lgamma},
    {"math.Log", unary<math::log>},
    {"math.Log10", unary<math::log10>},
    {"math.Log1p", unary<math::log1p>},
    {"math.Log2", unary<math::log2>},
    {"math.Mod", binary<modulo>},
    {"math.Nextafter", next_after<double>},
    {"math.Nextafter32", next_after<float>},
    {"math.Pow", binary<math::pow>},
    {"math.Pow10", pow10},
    {"math.Remainder", binary<remainder_of>},
    {"math.Round", unary<round>},
    {"math.RoundToEven", unary<round_to_even>},
    {"math.Sin", unary<math::sin>},
    {"math.Sincos", sincos},
    {"math.Sinh", unary<math::sinh>},
    {"math.Tan", unary<math::tan>},
    {"math.Tanh", unary<math::tanh>},
    {"math.Y0", unary<math::y0>},
    {"math.Y1", unary<math::y1>},
    {"math.Yn", of_order<math::yn>},
};

}  // namespace

std::span<const native::NativeRow> natives_math() { return kRows; }

}  // namespace govm::stdlib
