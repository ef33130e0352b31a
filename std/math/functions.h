// Mathematical functions whose results are those of Go 1.27 on amd64, bit for bit.
//
// The methods are published ones, those that Go follows: fdlibm (Sun Microsystems) for exponentials, logarithms,
// cube root, error, gamma and Bessel functions, Cephes (Stephen L. Moshier) for the trigonometric and hyperbolic
// ones, Cody and Waite, Payne and Hanek for the reduction of large angles. C's libm rounds differently in the last
// bit, so only its exact functions are used. Every operation rounds to double, in the order written: this file's
// sources must not be compiled with contraction or -ffast-math.
#pragma once

#include <bit>
#include <cstdint>
#include <initializer_list>
#include <limits>

namespace govm::stdlib::math {

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();
inline constexpr double kNaN = std::bit_cast<double>(0x7FF8000000000001);  ///< the one that math.NaN returns
inline constexpr double kPi = 3.14159265358979323846264338327950288;
inline constexpr double kHalfPi = kPi / 2;
inline constexpr double kQuarterPi = kPi / 4;
inline constexpr double kLn2 = 0.693147180559945309417232121458176568;

/// A polynomial, its highest coefficient first, by Horner's rule.
inline double polynomial(double x, std::initializer_list<double> coefficients) {
  double sum = 0;
  bool first = true;
  for (const double c : coefficients) {
    sum = first ? c : sum * x + c;
    first = false;
  }
  return sum;
}

/// A polynomial, its lowest coefficient first, by Horner's rule.
inline double ascending(double x, std::initializer_list<double> coefficients) {
  const double* c = coefficients.end() - 1;
  double sum = *c;
  while (c != coefficients.begin()) sum = *--c + x * sum;
  return sum;
}

double exp(double x);
double exp2(double x);
double expm1(double x);
double log(double x);
double log10(double x);
double log1p(double x);
double log2(double x);
double pow(double x, double y);
double cbrt(double x);
double hypot(double x, double y);

double sin(double x);
double cos(double x);
struct SineCosine {
  double sine;
  double cosine;
};
SineCosine sincos(double x);
double tan(double x);
double asin(double x);
double acos(double x);
double atan(double x);
double atan2(double y, double x);

double sinh(double x);
double cosh(double x);
double tanh(double x);
double asinh(double x);
double acosh(double x);
double atanh(double x);

double erf(double x);
double erfc(double x);
double erfinv(double x);
double gamma(double x);
/// log |Γ(x)| and the sign of Γ(x).
struct LogGamma {
  double logarithm;
  std::int64_t sign;
};
LogGamma lgamma(double x);

double j0(double x);
double j1(double x);
double jn(std::int64_t n, double x);
double y0(double x);
double y1(double x);
double yn(std::int64_t n, double x);

}  // namespace govm::stdlib::math
