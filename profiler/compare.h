// govm compare: several runs of one program in two modes, side by side.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "profiler/profile.h"

namespace govm::profiler {

// What a run printed and how it ended.
struct Outcome {
  size_t output_bytes = 0;
  std::string output_hash;
  int status = 0;
  std::string last_words;  // first line of the panic or fatal error, or of what govm said; may be empty
};
// Whether they printed the same and ended with the same status. Last words may have addresses in them.
bool agree(const Outcome& a, const Outcome& b);

// "exit status 2 (panic: boom)".
std::string ending_text(const Outcome& outcome);

// One side.
struct ComparedMode {
  std::string name;
  Outcome outcome;             // of all its runs
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

// The table, the sites whose counts differ most, and what can be read from them.
std::string report_compare(const ComparedMode& a, const ComparedMode& b);
// The same figures as one JSON object, schema "govm.compare/1"; keys are only ever added.
std::string compare_json(const ComparedMode& a, const ComparedMode& b);

}  // namespace govm::profiler
