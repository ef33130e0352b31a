// Tests of the timer heap and of the scheduler under a clock that stands still or is virtual.
#include "vm/goroutine/timers.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <vector>

#include "vm/goroutine/scheduler.h"

namespace govm::rt {
namespace {

class StillClock : public Clock {
 public:
  std::int64_t monotonic() override { return now; }
  std::int64_t wall() override { return now; }
  bool is_virtual() const override { return true; }
  void advance_to(std::int64_t when) override { now = when; }
  std::int64_t now = 0;
};

struct Log {
  std::vector<int> fired;
};
struct Numbered : Timer {
  Log* log = nullptr;
  int number = 0;
};

void note(Scheduler&, Timer& timer) {
  auto& numbered = static_cast<Numbered&>(timer);
  numbered.log->fired.push_back(numbered.number);
}

TEST(Timers, FireInOrderOfTimeThenOfStarting) {
  StillClock clock;
  Scheduler scheduler({}, clock, 1);
  Log log;
  std::array<Numbered, 4> timers;
  const std::array<std::int64_t, 4> when{30, 10, 20, 10};
  for (int i = 0; i < 4; ++i) {
    timers[i].when = when[i];
    timers[i].fire = note;
    timers[i].log = &log;
    timers[i].number = i;
    scheduler.timers().start(timers[i]);
  }
  EXPECT_EQ(scheduler.timers().next_due(), 10);
  scheduler.timers().run_due(scheduler, 20);
  EXPECT_EQ(log.fired, (std::vector<int>{1, 3, 2}));
  EXPECT_TRUE(timers[0].active());
  EXPECT_TRUE(scheduler.timers().stop(timers[0]));
  EXPECT_FALSE(scheduler.timers().stop(timers[0]));
}

TEST(Timers, ATickerSkipsMissedBeats) {
  StillClock clock;
  Scheduler scheduler({}, clock, 1);
  Log log;
  Numbered ticker;
  ticker.when = 10;
  ticker.period = 10;
  ticker.fire = note;
  ticker.log = &log;
  scheduler.timers().start(ticker);
  scheduler.timers().run_due(scheduler, 35);
  EXPECT_EQ(log.fired.size(), 1u);
  EXPECT_EQ(ticker.when, 40);
}

TEST(Timers, StayAHeapUnderRandomStopping) {
  StillClock clock;
  Scheduler scheduler({}, clock, 1);
  std::mt19937 random(7);
  Log log;
  std::vector<Numbered> timers(200);
  for (int i = 0; i < 200; ++i) {
    timers[i].when = static_cast<std::int64_t>(random() % 50);
    timers[i].fire = note;
    timers[i].log = &log;
    timers[i].number = i;
    scheduler.timers().start(timers[i]);
  }
  for (int i = 0; i < 100; ++i) scheduler.timers().stop(timers[random() % 200]);
  const std::size_t left = scheduler.timers().size();
  scheduler.timers().run_due(scheduler, 100);
  ASSERT_EQ(log.fired.size(), left);
  for (std::size_t i = 1; i < left; ++i) {
    EXPECT_LE(timers[log.fired[i - 1]].when, timers[log.fired[i]].when);
  }
}

TEST(Scheduler, RunsInOrderAndFindsDeadlock) {
  StillClock clock;
  Scheduler scheduler({}, clock, 1);
  Goroutine* a = scheduler.create(0, 0);
  Goroutine* b = scheduler.create(0, 1);
  EXPECT_EQ(a->id, 1u);
  EXPECT_EQ(scheduler.count(), 2u);
  scheduler.ready(a);
  scheduler.ready(b);
  Goroutine* next = nullptr;
  ASSERT_EQ(scheduler.next(&next), Next::Run);
  EXPECT_EQ(next, a);
  scheduler.yield(a);
  ASSERT_EQ(scheduler.next(&next), Next::Run);
  EXPECT_EQ(next, b);
  scheduler.park(b, WaitReason::Sleep);
  ASSERT_EQ(scheduler.next(&next), Next::Run);
  EXPECT_EQ(next, a);
  scheduler.finish(a);
  EXPECT_EQ(scheduler.next(&next), Next::Deadlock);
}

void wake(Scheduler& scheduler, Timer& timer) { scheduler.ready(static_cast<Goroutine*>(timer.argument)); }

TEST(Scheduler, AVirtualClockJumpsToTheNextTimer) {
  StillClock clock;
  Scheduler scheduler({}, clock, 1);
  Goroutine* g = scheduler.create(0, 0);
  Timer timer;
  timer.when = 5'000'000'000;
  timer.fire = wake;
  timer.argument = g;
  scheduler.timers().start(timer);
  scheduler.park(g, WaitReason::Sleep);
  Goroutine* next = nullptr;
  ASSERT_EQ(scheduler.next(&next), Next::Run);
  EXPECT_EQ(next, g);
  EXPECT_EQ(clock.now, 5'000'000'000);
}

}  // namespace
}  // namespace govm::rt
