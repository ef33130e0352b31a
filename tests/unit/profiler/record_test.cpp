// Records: what is written is read back, and what is no record is told from one, whatever it is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "profiler/profile.h"
#include "profiler/report.h"
#include "profiler/schema.h"

namespace govm::profiler {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;

// Something of each kind, so that the sums close.
Profile small_run() {
  Profile p;
  p.version = "0.1.0";
  p.program = "orders.go";
  p.total_time = 5'000'000;
  p.gc_time = 3'000;
  p.alloc_bytes = 96;
  p.alloc_objects = 4;
  p.freed_bytes = 24;
  p.freed_objects = 1;
  p.exit_bytes = 72;
  p.exit_objects = 3;
  p.peak_bytes = 96;
  p.next_goal = kNoGoal;
  p.frame_bytes = 16;
  p.frame_values = 1;
  p.cycles.push_back({.number = 1,
                      .start = 1'000,
                      .end = 4'000,
                      .cause = "forced",
                      .before = 96,
                      .after = 72,
                      .objects = 4,
                      .live = 3,
                      .freed = 1,
                      .roots = 100,
                      .mark = 200,
                      .sweep = 300,
                      .pause = 2'000,
                      .longest = 2'000,
                      .goal = kNoGoal});
  p.unfinished =
      CycleRow{.number = 2, .start = 10'000, .end = 0, .cause = "goal", .before = 72, .pause = 1'000, .longest = 1'000, .goal = 4'194'304};
  p.pauses = {{1'000, 2'000, 1'900, "whole", 1}, {10'000, 1'000, 1'000, "open", 2}};
  SiteRow heap;
  heap.file = "orders.go";
  heap.line = 12;
  heap.column = 2;
  heap.function = "main.newOrder";
  heap.value = "o Order";
  heap.type = "main.Order";
  heap.allocs = 4;
  heap.bytes = 96;
  heap.at_exit = 3;
  heap.exit_bytes = 72;
  heap.exit_old = 3;
  heap.met_cycle = 4;
  heap.survived = 3;
  heap.flow = {{"13:9", "address-of"}};
  SiteRow frame;
  frame.file = "orders.go";
  frame.line = 17;
  frame.column = 2;
  frame.placed = Placement::Frame;
  frame.allocs = 1;
  frame.bytes = 16;
  p.sites = {heap, frame};
  p.samples = {
      {.stack = {{"main.newOrder", "orders.go", 12, 2, 11}, {"main.main", "orders.go", 30, 8, 25}}, .site = 0, .allocs = 4, .bytes = 96}};
  p.size_classes = {{24, 4, 0}};
  LatencyRow latency;
  latency.function = "main.push";
  latency.calls = 1;
  latency.quantiles = {{0.5, 10}, {1, 10}};
  latency.without_collector = {{1, 5}};
  SlowCallRow slow{.number = 1, .start = 5, .length = 10, .idle = 2, .collector = {{1, "mark", 5}}, .rest = 3};
  latency.slowest = {slow};
  p.latency = {latency};
  p.why_alive =
      WhyAlive{"orders.go:12", true, {"orders.go:13:1  x"}, 4, 3, "package variable main.head", {{24, "orders.go:12:2  o Order", 16}}};
  return p;
}

// Every form of what was read.
size_t length_of_all_reports(const Profile& p) {
  const std::map<std::string, std::string> sources = {{"orders.go", "package main\n"}};
  const Compared compared{p, "{}"};
  return report_text(p, 10).size() + report_json(p).size() + report_csv(p).size() + report_gctrace(p).size() + report_pprof(p).size() +
         report_folded(p).size() + report_cover(p, sources).size() + report_trace(p).size() + report_html(p, sources, &compared).size();
}

TEST(Record, IsReadBackToTheByte) {
  const std::string text = report_json(small_run());
  Result<Profile> read = profile_from_json(text);
  ASSERT_TRUE(read.ok()) << read.error();
  EXPECT_EQ(report_json(read.value()), text);
  EXPECT_EQ(report_text(read.value(), 0), report_text(small_run(), 0));
}

TEST(Record, CountsThatCannotBeAreNamed) {
  const auto error_of = [](auto change) {
    Json json = Json::parse(report_json(small_run()));
    change(json);
    Result<Profile> read = profile_from_json(json.dump());
    return read.ok() ? "" : read.error();
  };
  EXPECT_EQ(error_of([](Json&) {}), "");
  EXPECT_THAT(error_of([](Json& j) { j["schema"] = "govm.gcstats/7"; }), HasSubstr("govm.gcstats/7"));
  EXPECT_THAT(error_of([](Json& j) { j["sites"][0]["survived"] = 5; }), HasSubstr("5 is more than 4"));
  EXPECT_THAT(error_of([](Json& j) { j["stacks"]["samples"][0]["site"] = 2; }), HasSubstr("there is no site 2"));
  EXPECT_THAT(error_of([](Json& j) { j["pauses"][1][1] = 9'000'000; }), HasSubstr("behind the run"));
  EXPECT_THAT(error_of([](Json& j) { j["sites"][0]["line"] = 1LL << 40; }),
              HasSubstr("$.sites[0].line: 1099511627776 is above 2147483647"));
  EXPECT_THAT(error_of([](Json& j) { j.erase("latency"); }), HasSubstr("$: lacks \"latency\""));
  EXPECT_THAT(error_of([](Json& j) { j["unfinished_cycle"]["cause"] = "boredom"; }),
              HasSubstr("$.unfinished_cycle.cause: \"boredom\" is none of"));
}

TEST(Record, AnyTextIsReadOrRefused) {
  std::mt19937 random(1);
  const std::string good = report_json(small_run());
  size_t read = 0;
  for (int i = 0; i < 5'000; i++) {
    std::string text = good;
    for (auto edits = 1 + random() % 3; edits > 0 && !text.empty(); edits--) {
      const size_t at = random() % text.size();
      switch (random() % 4) {
        case 0: text[at] = static_cast<char>(random()); break;
        case 1: text.erase(at, random() % 20); break;
        case 2: text.insert(at, text.substr(random() % text.size(), random() % 20)); break;
        default: text.resize(at + 1); break;
      }
    }
    if (Result<Profile> profile = profile_from_json(text); profile.ok() && length_of_all_reports(profile.value()) != 0) read++;
  }
  EXPECT_GT(read, 0u);
}

// Every value there is in a record, by its place.
void each_place(const Json& value, const Json::json_pointer& at, std::vector<Json::json_pointer>& out) {
  out.push_back(at);
  if (value.is_array()) {
    for (size_t i = 0; i < value.size(); i++) each_place(value[i], at / i, out);
  } else if (value.is_object()) {
    for (const auto& [key, member] : value.items()) each_place(member, at / key, out);
  }
}

TEST(Record, AnyValueIsReadOrRefused) {
  const Json good = Json::parse(report_json(small_run()));
  std::vector<Json::json_pointer> places;
  each_place(good, Json::json_pointer(), places);
  const Json values[] = {nullptr, -1,    0,  1,      7,      1ULL << 53, UINT64_MAX,    INT64_MIN,      0.5,
                         -1e308,  1e308, "", "goal", "\xff", true,       Json::array(), Json::object(), Json::array({0, 1, 2, 3, 4})};
  size_t read = 0, refused = 0;
  for (const Json::json_pointer& place : places) {
    for (const Json& value : values) {
      Json changed = good;
      changed[place] = value;
      Result<Profile> profile = profile_from_json(changed.dump(-1, ' ', false, Json::error_handler_t::replace));
      profile.ok() ? read++ : refused++;
      if (!profile.ok()) continue;
      EXPECT_GT(length_of_all_reports(profile.value()), 0u);
    }
  }
  EXPECT_GT(read, 100u);
  EXPECT_GT(refused, 1'000u);
}

}  // namespace
}  // namespace govm::profiler
