// Hyperbolic functions and their inverses.
#include <cmath>

#include "std/math/functions.h"

namespace govm::stdlib::math {

double sinh(double x) {
  const double magnitude = std::fabs(x);
  double result;
  if (magnitude > 21) {
    result = math::exp(magnitude) * 0.5;
  } else if (magnitude > 0.5) {
    const double e = math::exp(magnitude);
    result = (e - 1 / e) * 0.5;
  } else {
    const double z = magnitude * magnitude;
    result = polynomial(z, {-0.2630563213397497062819489e+2, -0.2894211355989563807284660366e+4, -0.8991272022039509355398013511e+5,
                            -0.6307673640497716991184787251e+6}) *
             magnitude;
    result = result /
             polynomial(z, {1.0, -0.173678953558233699533450911e+3, 0.1521517378790019070696485176e+5, -0.6307673640497716991212077277e+6});
  }
  return std::copysign(result, x);
}

double cosh(double x) {
  const double e = math::exp(std::fabs(x));
  return std::fabs(x) > 21 ? e * 0.5 : (e + 1 / e) * 0.5;
}

double tanh(double x) {
  constexpr double kLargest = 8.8029691931113054295988e+01;
  const double magnitude = std::fabs(x);
  if (magnitude > 0.5 * kLargest) return std::copysign(1, x);
  if (magnitude >= 0.625) {
    const double s = math::exp(2 * magnitude);
    return std::copysign(1 - 2 / (s + 1), x);
  }
  if (x == 0) return x;
  const double s = x * x;
  return x + x * s * polynomial(s, {-9.64399179425052238628e-1, -9.92877231001918586564e1, -1.61468768441708447952e3}) /
                 polynomial(s, {1.0, 1.12811678491632931402e2, 2.23548839060100448583e3, 4.84406305325125486048e3});
}

double asinh(double x) {
  if (!std::isfinite(x)) return x;
  const double magnitude = std::fabs(x);
  double result = magnitude;
  if (magnitude > 0x1p28) {
    result = math::log(magnitude) + kLn2;
  } else if (magnitude > 2) {
    result = math::log(2 * magnitude + 1 / (std::sqrt(magnitude * magnitude + 1) + magnitude));
  } else if (magnitude >= 0x1p-28) {
    result = math::log1p(magnitude + magnitude * magnitude / (1 + std::sqrt(1 + magnitude * magnitude)));
  }
  return std::copysign(result, x);
}

double acosh(double x) {
  if (x < 1 || std::isnan(x)) return kNaN;
  if (x == 1) return 0;
  if (x >= 0x1p28) return math::log(x) + kLn2;
  if (x > 2) return math::log(2 * x - 1 / (x + std::sqrt(x * x - 1)));
  const double t = x - 1;
  return math::log1p(t + std::sqrt(2 * t + t * t));
}

double atanh(double x) {
  const double magnitude = std::fabs(x);
  if (magnitude > 1 || std::isnan(x)) return kNaN;
  if (magnitude == 1) return std::copysign(kInfinity, x);
  double result = magnitude;
  if (magnitude >= 0.5) {
    result = 0.5 * math::log1p((magnitude + magnitude) / (1 - magnitude));
  } else if (magnitude >= 0x1p-28) {
    const double twice = magnitude + magnitude;
    result = 0.5 * math::log1p(twice + twice * magnitude / (1 - magnitude));
  }
  return std::copysign(result, x);
}

}  // namespace govm::stdlib::math
