// govm compare: several runs of one program in two modes, side by side.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "profiler/profile.h"

namespace govm::profiler {

// One side.
struct ComparedMode {
  std::string name;
  Profile counted;             // of the one run that counts everything
  std::vector<Profile> timed;  // of the runs whose times are compared
};

// What a sample of times says, in benchstat's words.
struct Summary {
  double median = 0;
  double spread = 0;          // of the 95 % confidence interval of the median, as a share of it
  bool spread_known = false;  // takes six runs
};
Summary summarise(std::vector<double> values);

// The probability that two samples of one population differ so much (Mann and Whitney's U test, two-sided): exact
// without ties, else by the normal approximation with a correction for ties.
double mann_whitney(const std::vector<double>& a, const std::vector<double>& b);

// The table, the sites whose counts differ most, and a sentence. `output_bytes`: of the program's output, equal in all runs.
std::string report_compare(const ComparedMode& a, const ComparedMode& b, size_t output_bytes, const std::string& output_hash);
std::string compare_json(const ComparedMode& a, const ComparedMode& b);

}  // namespace govm::profiler
