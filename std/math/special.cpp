// Error functions, gamma functions, and their inverses.
#include <bit>
#include <cmath>
#include <cstdint>

#include "std/math/functions.h"

namespace govm::stdlib::math {

namespace {

constexpr double kErf1 = 8.45062911510467529297e-01;  // erf(1) as a float

/// (erf(x) - x) / x for x < 0.84375, by x².
double erf_near_zero(double z) {
  return ascending(z, {1.28379167095512558561e-01, -3.25042107247001499370e-01, -2.84817495755985104766e-02, -5.77027029648944159157e-03,
                       -2.37630166566501626084e-05}) /
         ascending(z, {1.0, 3.97917223959155352819e-01, 6.50222499887672944485e-02, 5.08130628187576562776e-03, 1.32494738004321644526e-04,
                       -3.96022827877536812320e-06});
}

/// erf(x) - kErf1 for 0.84375 <= x < 1.25.
double erf_near_one(double x) {
  const double s = x - 1;
  return ascending(s, {-2.36211856075265944077e-03, 4.14856118683748331666e-01, -3.72207876035701323847e-01, 3.18346619901161753674e-01,
                       -1.10894694282396677476e-01, 3.54783043256182359371e-02, -2.16637559486879084300e-03}) /
         ascending(s, {1.0, 1.06420880400844228286e-01, 5.40397917702171048937e-01, 7.18286544141962662868e-02, 1.26171219808761642112e-01,
                       1.36370839120290507362e-02, 1.19844998467991074170e-02});
}

/// x · erfc(x) for x >= 1.25.
double erfc_far(double x) {
  constexpr double kMiddle = 2.85714285714285714286;  // 1 / 0.35
  const double s = 1 / (x * x);
  double above, below;
  if (x < kMiddle) {
    above =
        ascending(s, {-9.86494403484714822705e-03, -6.93858572707181764372e-01, -1.05586262253232909814e+01, -6.23753324503260060396e+01,
                      -1.62396669462573470355e+02, -1.84605092906711035994e+02, -8.12874355063065934246e+01, -9.81432934416914548592e+00});
    below =
        ascending(s, {1.0, 1.96512716674392571292e+01, 1.37657754143519042600e+02, 4.34565877475229228821e+02, 6.45387271733267880336e+02,
                      4.29008140027567833386e+02, 1.08635005541779435134e+02, 6.57024977031928170135e+00, -6.04244152148580987438e-02});
  } else {
    above =
        ascending(s, {-9.86494292470009928597e-03, -7.99283237680523006574e-01, -1.77579549177547519889e+01, -1.60636384855821916062e+02,
                      -6.37566443368389627722e+02, -1.02509513161107724954e+03, -4.83519191608651397019e+02});
    below = ascending(s, {1.0, 3.03380607434824582924e+01, 3.25792512996573918826e+02, 1.53672958608443695994e+03,
                          3.19985821950859553908e+03, 2.55305040643316442583e+03, 4.74528541206955367215e+02, -2.24409524465858183362e+01});
  }
  const double z = std::bit_cast<double>(std::bit_cast<std::uint64_t>(x) & 0xffffffff00000000);
  return math::exp(-z * z - 0.5625) * math::exp((z - x) * (z + x) + above / below);
}

/// Stirling's formula for x > 33, as two factors of which the product may overflow.
struct Factors {
  double first, second;
};
Factors stirling(double x) {
  constexpr double kRootOfTwoPi = 2.506628274631000502417;
  if (x > 200) return {kInfinity, 1};
  double w = 1 / x;
  w = 1 + w * polynomial(w, {7.87311395793093628397e-04, -2.29549961613378126380e-04, -2.68132617805781232825e-03,
                             3.47222221605458667310e-03, 8.33333333333482257126e-02});
  double y = math::exp(x);
  double second = 1;
  if (x > 143.01608) {
    const double v = math::pow(x, 0.5 * x - 0.25);
    second = v / y;
    y = v;
  } else {
    y = math::pow(x, x - 0.5) / y;
  }
  return {y, kRootOfTwoPi * w * second};
}

/// Γ for |x| > 33.
double gamma_far(double x) {
  const double q = std::fabs(x);
  if (x >= 0) {
    const auto [first, second] = stirling(x);
    return first * second;
  }
  double p = std::floor(q);
  const double sign = std::fmod(p, 2) == 0 ? -1 : 1;
  double z = q - p;
  if (z > 0.5) {
    p = p + 1;
    z = q - p;
  }
  z = q * math::sin(kPi * z);
  if (z == 0) return sign * kInfinity;
  const auto [first, second] = stirling(q);
  z = std::fabs(z);
  const double d = z * first * second;
  return sign * (std::isinf(d) ? kPi / z / first / second : kPi / d);
}

/// -sin(πx), exact where x is an integer.
double minus_sine_of_pi(double x) {
  if (x < 0.25) return -math::sin(kPi * x);
  int octant;
  if (std::floor(x) != x) {
    x = std::fmod(x, 2);
    octant = static_cast<int>(x * 4);
  } else {
    x = std::fmod(x, 2);
    octant = x == 0 ? 0 : 4;
  }
  switch (octant) {
    case 0: return -math::sin(kPi * x);
    case 1:
    case 2: return -math::cos(kPi * (0.5 - x));
    case 3:
    case 4: return -math::sin(kPi * (1 - x));
    case 5:
    case 6: return math::cos(kPi * (x - 1.5));
    default: return -math::sin(kPi * (x - 2));
  }
}

/// log Γ for 0 < x < 2, by where its argument lies around 1, the minimum at 1.46, or 2.
double lgamma_below_two(double x) {
  constexpr double kMinimumAt = 1.46163214496836224576;
  double result = 0;
  // The distance from 2 or 1 (below: 1 or 0), from the minimum, or from 1 (0).
  double from_upper, from_minimum, from_lower;
  bool near_upper, near_minimum;
  if (x <= 0.9) {
    result = -math::log(x);
    near_upper = x >= 0.731632144968362245;
    near_minimum = x >= 0.191632144968362245;
    from_upper = 1 - x;
    from_minimum = x - 0.46163214496836224576;
    from_lower = x;
  } else {
    near_upper = x >= 1.731632144968362245;
    near_minimum = x >= 1.191632144968362245;
    from_upper = 2 - x;
    from_minimum = x - kMinimumAt;
    from_lower = x - 1;
  }
  if (near_upper) {
    const double y = from_upper;
    const double z = y * y;
    const double even = ascending(z, {7.72156649015328655494e-02, 6.73523010531292681824e-02, 7.38555086081402883957e-03,
                                      1.19270763183362067845e-03, 2.20862790713908385557e-04, 2.52144565451257326939e-05});
    const double odd = z * ascending(z, {3.22467033424113591611e-01, 2.05808084325167332806e-02, 2.89051383673415629091e-03,
                                         5.10069792153511336608e-04, 1.08011567247583939954e-04, 4.48640949618915160150e-05});
    return result + ((y * even + odd) - 0.5 * y);
  }
  if (near_minimum) {
    constexpr double kMinimum = -1.21486290535849611461e-01;
    constexpr double kMinimumRest = -3.63867699703950536541e-18;
    const double y = from_minimum;
    const double z = y * y;
    const double w = z * y;
    const double p1 = ascending(w, {4.83836122723810047042e-01, -3.27885410759859649565e-02, 6.10053870246291332635e-03,
                                    -1.40346469989232843813e-03, 3.15632070903625950361e-04});
    const double p2 = ascending(w, {-1.47587722994593911752e-01, 1.79706750811820387126e-02, -3.68452016781138256760e-03,
                                    8.81081882437654011382e-04, -3.12754168375120860518e-04});
    const double p3 = ascending(w, {6.46249402391333854778e-02, -1.03142241298341437450e-02, 2.25964780900612472250e-03,
                                    -5.38595305356740546715e-04, 3.35529192635519073543e-04});
    return result + (kMinimum + (z * p1 - (kMinimumRest - w * (p2 + y * p3))));
  }
  const double y = from_lower;
  const double above = y * ascending(y, {-7.72156649015328655494e-02, 6.32827064025093366517e-01, 1.45492250137234768737e+00,
                                         9.77717527963372745603e-01, 2.28963728064692451092e-01, 1.33810918536787660377e-02});
  const double below = ascending(y, {1.0, 2.45597793713041134822e+00, 2.12848976379893395361e+00, 7.69285150456672783825e-01,
                                     1.04222645593369134254e-01, 3.21709242282423911810e-03});
  return result + (-0.5 * y + above / below);
}

/// log Γ for 2 < x < 8: that of 2 + fraction, and the factors between.
double lgamma_below_eight(double x) {
  const int whole = static_cast<int>(x);
  const double y = x - whole;
  const double above =
      y * ascending(y, {-7.72156649015328655494e-02, 2.14982415960608852501e-01, 3.25778796408930981787e-01, 1.46350472652464452805e-01,
                        2.66422703033638609560e-02, 1.84028451407337715652e-03, 3.19475326584100867617e-05});
  const double below = ascending(y, {1.0, 1.39200533467621045958e+00, 7.21935547567138069525e-01, 1.71933865632803078993e-01,
                                     1.86459191715652901344e-02, 7.77942496381893596434e-04, 7.32668430744625636189e-06});
  const double result = 0.5 * y + above / below;
  if (whole < 3) return result;
  double product = 1;
  for (int i = whole - 1; i >= 2; i--) product *= y + i;
  return result + math::log(product);
}

double lgamma_positive(double x) {
  if (x == 1 || x == 2) return 0;
  if (x < 2) return lgamma_below_two(x);
  if (x < 8) return lgamma_below_eight(x);
  if (x >= 0x1p58) return x * (math::log(x) - 1);
  const double t = math::log(x);
  const double z = 1 / x;
  const double y = z * z;
  const double w =
      4.18938533204672725052e-01 + z * ascending(y, {8.33333333333329678849e-02, -2.77777777728775536470e-03, 7.93650558643019558500e-04,
                                                     -5.95187557450339963135e-04, 8.36339918996282139126e-04, -1.63092934096575273989e-03});
  return (x - 0.5) * (t - 1) + w;
}

}  // namespace

double erf(double x) {
  if (std::isnan(x)) return kNaN;
  const double magnitude = std::fabs(x);
  double result = 1;
  if (magnitude < 2.848094538889218e-306) {
    result = 0.125 * (8.0 * magnitude + 1.02703333676410069053e+00 * magnitude);
  } else if (magnitude < 0x1p-28) {
    result = magnitude + 1.28379167095512586316e-01 * magnitude;
  } else if (magnitude < 0.84375) {
    result = magnitude + magnitude * erf_near_zero(magnitude * magnitude);
  } else if (magnitude < 1.25) {
    result = kErf1 + erf_near_one(magnitude);
  } else if (magnitude < 6) {
    result = 1 - erfc_far(magnitude) / magnitude;
  }
  return std::copysign(result, x);
}

double erfc(double x) {
  if (std::isnan(x)) return kNaN;
  const bool negative = x < 0;
  const double magnitude = std::fabs(x);
  if (magnitude < 0.84375) {
    double result = magnitude;
    if (magnitude >= 0x1p-56) {
      const double y = erf_near_zero(magnitude * magnitude);
      result = magnitude < 0.25 ? magnitude + magnitude * y : 0.5 + (magnitude * y + (magnitude - 0.5));
    }
    return negative ? 1 + result : 1 - result;
  }
  if (magnitude < 1.25) return negative ? (1 + kErf1) + erf_near_one(magnitude) : (1 - kErf1) - erf_near_one(magnitude);
  if (magnitude >= 28 || (negative && magnitude > 6)) return negative ? 2 : 0;
  const double result = erfc_far(magnitude) / magnitude;
  return negative ? 2 - result : result;
}

/// Wichura's method: rational functions for the middle, the tails, and the far tails.
double erfinv(double x) {
  const double magnitude = std::fabs(x);
  if (magnitude == 1) return std::copysign(kInfinity, x);
  if (!(magnitude < 1)) return kNaN;
  double result;
  if (magnitude <= 0.85) {
    const double r = 0.180625 - 0.25 * magnitude * magnitude;
    result = (magnitude * ascending(r, {1.1975323115670912564578e0, 4.7072688112383978012285e1, 6.9706266534389598238465e2,
                                        4.8548868893843886794648e3, 1.6235862515167575384252e4, 2.3782041382114385731252e4,
                                        1.1819493347062294404278e4, 8.8709406962545514830200e2})) /
             ascending(r, {1.0000000000000000000e0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
                           2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3});
  } else if (double r = std::sqrt(kLn2 - math::log(1.0 - magnitude)); r <= 5.0) {
    r -= 1.6;
    result = ascending(r, {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
                           1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4}) /
             ascending(r, {1.4142135623730950488016887e0, 2.9036514445419946173133295e0, 2.3707661626024532365971225e0,
                           9.7547832001787427186894837e-1, 2.0945065210512749128288442e-1, 2.1494160384252876777097297e-2,
                           7.7441459065157709165577218e-4, 1.4859850019840355905497876e-9});
  } else {
    r -= 5.0;
    result = ascending(r, {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
                           2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7}) /
             ascending(r, {1.414213562373095048801689e0, 8.482908416595164588112026e-1, 1.936480946950659106176712e-1,
                           2.103693768272068968719679e-2, 1.112800997078859844711555e-3, 2.611088405080593625138020e-5,
                           2.010321207683943062279931e-7, 2.891024605872965461538222e-15});
  }
  return std::copysign(result, x);
}

double gamma(double x) {
  constexpr double kEuler = 0.57721566490153286060651209008240243104215933593992;
  constexpr double kSmall = 1e-09;
  if (std::isnan(x) || (x < 0 && std::trunc(x) == x)) return kNaN;
  if (std::isinf(x)) return x;
  if (x == 0) return std::copysign(kInfinity, x);
  if (std::fabs(x) > 33) return gamma_far(x);
  // To 2 <= x < 3.
  double factor = 1;
  const auto near_zero = [&] { return x == 0 ? kInfinity : factor / ((1 + kEuler * x) * x); };
  while (x >= 3) {
    x = x - 1;
    factor = factor * x;
  }
  while (x < 0) {
    if (x > -kSmall) return near_zero();
    factor = factor / x;
    x = x + 1;
  }
  while (x < 2) {
    if (x < kSmall) return near_zero();
    factor = factor / x;
    x = x + 1;
  }
  if (x == 2) return factor;
  x = x - 2;
  const double above =
      polynomial(x, {1.60119522476751861407e-04, 1.19135147006586384913e-03, 1.04213797561761569935e-02, 4.76367800457137231464e-02,
                     2.07448227648435975150e-01, 4.94214826801497100753e-01, 9.99999999999999996796e-01});
  const double below =
      polynomial(x, {-2.31581873324120129819e-05, 5.39605580493303397842e-04, -4.45641913851797240494e-03, 1.18139785222060435552e-02,
                     3.58236398605498653373e-02, -2.34591795718243348568e-01, 7.14304917030273074085e-02, 1.00000000000000000320e+00});
  return factor * above / below;
}

LogGamma lgamma(double x) {
  if (!std::isfinite(x)) return {x, 1};
  if (x == 0) return {kInfinity, 1};
  const double magnitude = std::fabs(x);
  if (magnitude < 0x1p-70) return {-math::log(magnitude), x < 0 ? -1 : 1};
  if (x > 0) return {lgamma_positive(x), 1};
  // By reflection: Γ(-x) Γ(x) = -π / (x sin πx).
  if (magnitude >= 0x1p52) return {kInfinity, 1};
  const double t = minus_sine_of_pi(magnitude);
  if (t == 0) return {kInfinity, 1};
  const double reflection = math::log(kPi / std::fabs(t * magnitude));
  return {reflection - lgamma_positive(magnitude), t < 0 ? -1 : 1};
}

}  // namespace govm::stdlib::math
