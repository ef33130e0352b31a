// What one run did with memory: plain data, the one input of every report.
//
// Filled by collect.h from the heap's records and cycle list and the program's site table. All counts
// are exact (nothing is sampled). Sums close: allocated - freed = at exit, sites add up to the totals,
// pauses add up to the collector's time; `check_sums` tests it. Times are nanoseconds, sizes bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "profiler/latency.h"

namespace govm::profiler {

// Where a site's values are placed.
enum class Placement : uint8_t { Heap, Frame };

// One step of the flow that decided a placement: "13:9", "address-of".
struct FlowStep {
  std::string position;
  std::string word;
};

// One allocation site in one context (a node of the source seen through a chain of inlined calls), or what std allocates in one call.
struct SiteRow {
  std::string file;  // as given on the command line
  int line = 0;
  int column = 0;        // bytes from 1
  std::string function;  // "main.newOrder"
  std::string value;     // "o Order", "sum -> any", "...argument"
  std::string type;      // "main.Order"
  std::string callee;    // the function of std called here that made the values; empty: made here
  Placement placed = Placement::Heap;
  uint64_t allocs = 0;   // objects on the heap, or values in frames
  uint64_t bytes = 0;    // with rounding to the size class
  uint64_t at_exit = 0;  // objects not freed at exit (heap only)
  uint64_t exit_bytes = 0;
  uint64_t exit_old = 0;   // of those, objects that survived a collection
  uint64_t met_cycle = 0;  // objects that were there when a collection began
  uint64_t survived = 0;   // of these, alive after their first one
  uint64_t size = 0;       // of one value; 0 when values differ
  uint64_t size_class = 0;
  std::string why;
  std::vector<FlowStep> flow;
};

// One frame of a stack.
struct StackPlace {
  std::string function;
  std::string file;
  int line = 0;
  int column = 0;
  int start_line = 0;  // of the function
};

// What one site made with one stack. Without recorded stacks the stack is the site's own frame.
struct StackSample {
  std::vector<StackPlace> stack;  // innermost first
  size_t site = 0;                // index in Profile::sites
  uint64_t allocs = 0;
  uint64_t bytes = 0;
  uint64_t exit_objects = 0;
  uint64_t exit_bytes = 0;
  uint64_t frame_values = 0;
  uint64_t frame_bytes = 0;
};

// A goal that is off: no size makes a collection due.
inline constexpr uint64_t kNoGoal = UINT64_MAX;

// One collection.
struct CycleRow {
  uint64_t number = 0;  // from 1
  int64_t start = 0;    // since the program's start
  int64_t end = 0;
  std::string cause;     // "goal", "limit", "forced"
  uint64_t before = 0;   // heap bytes when it began
  uint64_t after = 0;    // live bytes when it ended
  uint64_t objects = 0;  // when it began
  uint64_t live = 0;     // objects marked
  uint64_t freed = 0;    // objects
  int64_t roots = 0;
  int64_t mark = 0;
  int64_t sweep = 0;
  int64_t background = 0;  // of mark and sweep, what a second thread did beside the program
  int64_t pause = 0;       // total time the program stood still
  int64_t longest = 0;     // the longest single stop of this cycle
  uint64_t goal = 0;       // that was in force, or kNoGoal
  // Of sweep, background and pause, what there was when marking had ended; sweeping in parts goes on behind that.
  int64_t end_sweep = 0;
  int64_t end_background = 0;
  int64_t end_pause = 0;
};

// One stop of the program for the collector.
struct Pause {
  int64_t start = 0;
  int64_t length = 0;
  int64_t processor = 0;  // processor time in it; less than `length` when the machine did something else
  std::string kind = {};  // "whole", "open", "mark", "close", "sweep"
  uint64_t cycle = 0;
};

// Objects of one size class; large objects have the class of their rounded size.
struct SizeClassRow {
  uint64_t size = 0;
  uint64_t objects = 0;
  uint64_t rounding = 0;  // bytes lost to the class
};

// One object on the way from a root to the one that --why-alive asks for.
struct KeptObject {
  uint64_t size = 0;
  std::string made;     // where and what: "./prog.go:12:2  o Order"
  uint64_t offset = 0;  // of the pointer that leads on; of the last one nothing
};

// What keeps an object of a site alive at exit (--why-alive).
struct WhyAlive {
  std::string site;                  // as it was asked for
  bool is_site = true;               // false: nothing is made there; what is nearest in the file:
  std::vector<std::string> nearest;  // "./prog.go:12:2  o Order"
  uint64_t made = 0;
  uint64_t objects = 0;          // of the site that are allocated
  std::string root;              // that leads to one of them; empty: nothing keeps them
  std::vector<KeptObject> path;  // from the root on
};

struct Profile {
  std::string version;
  std::string program;
  std::string escape = "on";  // --escape
  int gogc = 100;             // -1: off
  int64_t memory_limit = -1;  // -1: none
  std::string clock = "wall";
  std::string gc_mode = "stw";
  uint64_t seed = 1;

  int64_t total_time = 0;
  int64_t gc_time = 0;          // the pauses' sum
  int64_t background_time = 0;  // of the collector's second thread
  uint64_t instructions = 0;

  uint64_t alloc_bytes = 0;
  uint64_t alloc_objects = 0;
  uint64_t freed_bytes = 0;
  uint64_t freed_objects = 0;
  uint64_t exit_bytes = 0;
  uint64_t exit_objects = 0;
  uint64_t reachable_bytes = 0;
  uint64_t reachable_objects = 0;
  uint64_t peak_bytes = 0;
  uint64_t next_goal = 0;  // or kNoGoal
  uint64_t frame_bytes = 0;
  uint64_t frame_values = 0;

  std::vector<CycleRow> cycles;
  std::optional<CycleRow> unfinished;  // a cycle that the end of the run cut off: what it would have freed is not known
  std::vector<Pause> pauses;
  std::vector<SiteRow> sites;        // heap and frame rows, by bytes, heap first
  std::vector<StackSample> samples;  // by site; they add up to the sites
  std::vector<SizeClassRow> size_classes;
  std::vector<LatencyRow> latency;
  std::optional<WhyAlive> why_alive;
};

// "./prog.go:12:2", without the column "./prog.go:12"; rows without a line have a name instead.
std::string place_text(const SiteRow& site, bool column = true);

// The longest pause in processor time.
int64_t longest_processor_pause(const Profile& profile);

// The length of the pause at quantile `q` in [0, 1] by nearest rank; 0 without pauses.
int64_t pause_quantile(const Profile& profile, double q);

// Minimum mutator utilisation: the worst share of any window of `length` left to the program
// (Cheng and Blelloch 2001). 1 without pauses; windows longer than the run count the whole run.
double minimum_mutator_utilisation(const Profile& profile, int64_t length);

// What report_json wrote. The error says what the text lacks: it is no such record, of another schema, cut off, or its counts cannot be.
Result<Profile> profile_from_json(const std::string& text);

// The sums that do not close, one line each; empty when all do.
std::vector<std::string> check_sums(const Profile& profile);

}  // namespace govm::profiler
