// Figures and forms of the profiler, on a profile whose numbers are known by hand: the orders program
// under a stop-the-world collector.
#include "profiler/profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "profiler/report.h"

namespace govm::profiler {
namespace {

using ::testing::HasSubstr;

Profile orders() {
  Profile p;
  p.version = "0.1.0";
  p.program = "orders.go";
  p.total_time = 125'400'000;
  p.instructions = 27'000'061;
  p.alloc_bytes = 24'000'016;
  p.alloc_objects = 1'000'002;
  p.frame_bytes = 24'000'048;
  p.frame_values = 1'000'001;
  const int64_t pauses[] = {594'500, 775'300, 938'100, 1'084'600, 1'216'500, 1'335'200, 1'442'000};
  int64_t start = 20'622'000;
  for (uint64_t n = 1; n <= 7; n++) {
    CycleRow cycle;
    cycle.number = n;
    cycle.start = start;
    cycle.cause = "goal";
    cycle.before = 4'194'288;
    cycle.after = 419'448;
    cycle.objects = 174'762;
    cycle.freed = 117'223;
    cycle.pause = pauses[n - 1];
    cycle.goal = 4'194'304;
    p.cycles.push_back(cycle);
    p.pauses.push_back({start, cycle.pause, cycle.pause, "whole", n});
    p.gc_time += cycle.pause;
    p.freed_objects += cycle.freed;
    start += 15'000'000;
  }
  p.freed_bytes = p.freed_objects * 24;
  p.exit_objects = p.alloc_objects - p.freed_objects;
  p.exit_bytes = p.alloc_bytes - p.freed_bytes;
  SiteRow heap;
  heap.file = "orders.go";
  heap.line = 12;
  heap.column = 2;
  heap.function = "main.newOrder";
  heap.value = "o Order";
  heap.allocs = p.alloc_objects;
  heap.bytes = p.alloc_bytes;
  heap.at_exit = p.exit_objects;
  heap.why = "&o is returned (13:9)";
  SiteRow frame = heap;
  frame.line = 17;
  frame.placed = Placement::Frame;
  frame.allocs = p.frame_values;
  frame.bytes = p.frame_bytes;
  p.sites = {heap, frame};
  return p;
}

TEST(Profile, QuantilesAreNearestRanks) {
  Profile p = orders();
  EXPECT_EQ(pause_quantile(p, 0), 594'500);
  EXPECT_EQ(pause_quantile(p, 0.5), 1'084'600);
  EXPECT_EQ(pause_quantile(p, 0.99), 1'442'000);
  EXPECT_EQ(pause_quantile(Profile{}, 0.5), 0);
}

TEST(Profile, UtilisationIsTheWorstWindow) {
  Profile p;
  p.total_time = 100;
  p.pauses = {{10, 10}, {25, 5}, {90, 10}};
  EXPECT_DOUBLE_EQ(minimum_mutator_utilisation(p, 10), 0);          // inside the first pause
  EXPECT_DOUBLE_EQ(minimum_mutator_utilisation(p, 20), 0.25);       // 10..30 holds 15
  EXPECT_DOUBLE_EQ(minimum_mutator_utilisation(p, 100), 0.75);      // all of it
  EXPECT_DOUBLE_EQ(minimum_mutator_utilisation(p, 100'000), 0.75);  // a window cannot be longer than the run
  EXPECT_DOUBLE_EQ(minimum_mutator_utilisation(Profile{}, 10), 1);
}

TEST(Profile, SumsCloseOrAreNamed) {
  Profile p = orders();
  EXPECT_TRUE(check_sums(p).empty());
  CycleRow cut;
  cut.pause = 500;
  p.unfinished = cut;
  p.pauses.push_back({100'000'000, 500, 500, "open", 8});
  p.gc_time += 500;
  EXPECT_TRUE(check_sums(p).empty());
  p.sites[0].allocs--;
  p.freed_objects++;
  EXPECT_EQ(check_sums(p).size(), 3u);
}

TEST(Report, TextHasTheHeaderOfARun) {
  std::string text = report_text(orders(), 0);
  EXPECT_THAT(text, HasSubstr("govm gc-stats  orders.go  escape=on gogc=100 memlimit=off clock=wall\n"));
  EXPECT_THAT(text, HasSubstr("time     125.4 ms total   118.0 ms program   7.4 ms GC (5.9 %)   27,000,061 VM instructions\n"));
  EXPECT_THAT(text, HasSubstr("frames   24,000,048 B in 1,000,001 values kept out of the heap (50.0 % of all placed values)\n"));
  EXPECT_THAT(text, HasSubstr("pauses   min 594.5  p50 1084.6  p90 1442.0  p99 1442.0  max 1442.0 us   sum 7.386 ms\n"));
  EXPECT_THAT(text, HasSubstr("orders.go:12:2  main.newOrder  o Order  heap"));
  EXPECT_THAT(report_text(Profile{}, 0), HasSubstr("no heap allocations: every value stayed in a frame"));
}

TEST(Report, TraceLinesTruncateAsGoDoes) {
  CycleRow cycle;
  cycle.number = 7;
  cycle.start = 114'000'000;
  cycle.cause = "goal";
  cycle.before = 4'194'288;
  cycle.after = 2'188'176;
  cycle.goal = 4'194'304;
  cycle.mark = 1'053'900;
  cycle.end_sweep = 388'100;
  cycle.end = 116'000'000;
  EXPECT_EQ(gctrace_line(cycle, 7'099'200),
            "gc 7 @0.114s 6%: 1.0+0+0.38 ms clock, 1.0+0/0/0+0.38 ms cpu, 3->3->2 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 1 P\n");
  cycle.cause = "forced";
  cycle.mark = 12'900'000;
  cycle.end_sweep = 8'900;
  EXPECT_THAT(gctrace_line(cycle, 0), HasSubstr(": 12+0+0.0089 ms clock"));
  EXPECT_THAT(gctrace_line(cycle, 0), HasSubstr(" 1 P (forced)\n"));
  cycle.goal = kNoGoal;
  EXPECT_THAT(gctrace_line(cycle, 0), HasSubstr("->2 MB, 8532210231537 MB goal, "));
}

TEST(Report, JsonTraceCsvAndPageHoldTheRun) {
  Profile p = orders();
  nlohmann::json report = nlohmann::json::parse(report_json(p));
  EXPECT_EQ(report["schema"], "govm.gcstats/1");
  EXPECT_EQ(report["heap"]["alloc_objects"], 1'000'002);
  EXPECT_EQ(report["sites"][0]["reason"], "&o is returned (13:9)");
  EXPECT_EQ(nlohmann::json::parse(report_trace(p))["traceEvents"].size(), 2 + 7 * 5u);
  p.pauses[6].kind = "open";
  p.latency.emplace_back();
  p.latency.back().slowest.emplace_back();
  EXPECT_EQ(nlohmann::json::parse(report_trace(p))["traceEvents"].size(), 2 + 6 * 5 + 2 + 1 + 1u);
  EXPECT_THAT(report_csv(p), HasSubstr("\n1,20622000,goal,4194288,"));
  const Compared compared{p, R"({"a": "all-heap"})"};
  std::string page = report_html(p, {{"orders.go", "package main // </script>\n"}}, &compared);
  EXPECT_THAT(page, HasSubstr("package main // <\\/script>"));
  EXPECT_EQ(page.find("GOVM_DATA"), std::string::npos);
}

}  // namespace
}  // namespace govm::profiler
