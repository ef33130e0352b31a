// Channel operations and select on goroutines that never run: only who waits and who is
// woken with what.
#include "vm/goroutine/channel.h"

#include <gtest/gtest.h>

#include "vm/goroutine/scheduler.h"
#include "vm/value/type.h"

namespace govm::rt {
namespace {

class StillClock : public Clock {
 public:
  std::int64_t monotonic() override { return 0; }
  std::int64_t wall() override { return 0; }
  bool is_virtual() const override { return true; }
  void advance_to(std::int64_t) override {}
};

class ChannelsTest : public testing::Test {
 protected:
  ChannelsTest() {
    int_type.kind = value::Kind::Int;
    int_type.size = 8;
    int_type.align = 8;
    int_type.layout.element_size = 8;
    gc::Record site;
    site.site = 1;
    record = heap.intern_record(site);
    g = scheduler.create(0, 0);
    other = scheduler.create(0, 0);
  }
  Channel* make(std::int64_t capacity) { return channels.make(&int_type, capacity, record); }
  ChannelOutcome send(Channel* channel, std::int64_t value) { return channels.try_send(channel, reinterpret_cast<std::byte*>(&value)); }
  ChannelOutcome receive(Channel* channel) { return channels.try_receive(channel, reinterpret_cast<std::byte*>(&got), &ok); }

  static gc::Options options() {
    gc::Options o;
    o.fixed_base = false;
    return o;
  }
  StillClock clock;
  Scheduler scheduler{{}, clock, 1};
  gc::Heap heap{options()};
  Channels channels{heap, scheduler};
  value::Type int_type{};
  gc::RecordId record = 0;
  Goroutine* g = nullptr;
  Goroutine* other = nullptr;
  std::int64_t got = -1;
  bool ok = false;
};

TEST_F(ChannelsTest, ABufferHoldsItsCapacityInOrder) {
  Channel* c = make(2);
  EXPECT_EQ(receive(c), ChannelOutcome::WouldBlock);
  EXPECT_EQ(send(c, 1), ChannelOutcome::Done);
  EXPECT_EQ(send(c, 2), ChannelOutcome::Done);
  EXPECT_EQ(send(c, 3), ChannelOutcome::WouldBlock);
  EXPECT_EQ(receive(c), ChannelOutcome::Done);
  EXPECT_EQ(got, 1);
  EXPECT_EQ(send(c, 3), ChannelOutcome::Done);
  EXPECT_EQ(receive(c), ChannelOutcome::Done);
  EXPECT_EQ(receive(c), ChannelOutcome::Done);
  EXPECT_EQ(got, 3);
  EXPECT_TRUE(ok);
}

TEST_F(ChannelsTest, AnUnbufferedSendGoesToTheWaitingReceiver) {
  Channel* c = make(0);
  EXPECT_EQ(send(c, 7), ChannelOutcome::WouldBlock);
  std::int64_t ok_slot = -1;
  channels.wait_receive(g, c, reinterpret_cast<std::byte*>(&got), &ok_slot);
  EXPECT_EQ(g->wait_reason, WaitReason::ChanReceive);
  EXPECT_EQ(send(c, 7), ChannelOutcome::Done);
  EXPECT_EQ(got, 7);
  EXPECT_EQ(ok_slot, 1);
  EXPECT_EQ(g->status, GoroutineStatus::Runnable);
  EXPECT_EQ(channels.waiters_in_use(), 0u);
}

TEST_F(ChannelsTest, AFullBufferTakesTheFirstWaitingSendersValue) {
  Channel* c = make(1);
  send(c, 1);
  std::int64_t second = 2;
  channels.wait_send(g, c, reinterpret_cast<std::byte*>(&second));
  EXPECT_EQ(receive(c), ChannelOutcome::Done);
  EXPECT_EQ(got, 1);
  EXPECT_EQ(g->status, GoroutineStatus::Runnable);
  EXPECT_EQ(receive(c), ChannelOutcome::Done);
  EXPECT_EQ(got, 2);
}

TEST_F(ChannelsTest, CloseWakesReceiversWithZeroAndSendersToPanic) {
  Channel* c = make(0);
  std::int64_t ok_slot = -1;
  channels.wait_receive(g, c, reinterpret_cast<std::byte*>(&got), &ok_slot);
  EXPECT_EQ(channels.close(c), ChannelOutcome::Done);
  EXPECT_EQ(got, 0);
  EXPECT_EQ(ok_slot, 0);
  EXPECT_EQ(channels.close(c), ChannelOutcome::Closed);
  EXPECT_EQ(channels.close(nullptr), ChannelOutcome::Nil);
  EXPECT_EQ(send(c, 1), ChannelOutcome::Closed);
  EXPECT_EQ(receive(c), ChannelOutcome::Done);
  EXPECT_FALSE(ok);

  Channel* d = make(0);
  std::int64_t value = 5;
  channels.wait_send(other, d, reinterpret_cast<std::byte*>(&value));
  channels.close(d);
  EXPECT_EQ(other->wake, WakeAction::SendOnClosed);
}

TEST_F(ChannelsTest, SelectWaitsAtAllCasesAndLeavesAllQueues) {
  Channel* a = make(0);
  Channel* b = make(0);
  std::int64_t chosen = -1;
  std::int64_t received = -1;
  const SelectCase cases[] = {
      {a, reinterpret_cast<std::byte*>(&got), false}, {nullptr, nullptr, false}, {b, reinterpret_cast<std::byte*>(&got), false}};
  bool closed = false;
  EXPECT_EQ(channels.try_select(cases, 3, &ok, &closed), -1);
  channels.wait_select(g, cases, 3, &chosen, &received);
  EXPECT_EQ(channels.waiters_in_use(), 2u);
  EXPECT_EQ(send(b, 9), ChannelOutcome::Done);
  EXPECT_EQ(chosen, 2);
  EXPECT_EQ(received, 1);
  EXPECT_EQ(got, 9);
  EXPECT_EQ(channels.waiters_in_use(), 0u);
  EXPECT_EQ(send(a, 1), ChannelOutcome::WouldBlock);
}

TEST_F(ChannelsTest, SelectChoosesAmongReadyCasesEvenly) {
  Channel* a = make(1);
  Channel* b = make(1);
  const SelectCase cases[] = {{a, nullptr, false}, {b, nullptr, false}};
  int chosen[2] = {};
  for (int i = 0; i < 1000; ++i) {
    send(a, 1);
    send(b, 1);
    bool closed = false;
    ++chosen[channels.try_select(cases, 2, &ok, &closed)];
  }
  EXPECT_GT(chosen[0], 400);
  EXPECT_GT(chosen[1], 400);
}

}  // namespace
}  // namespace govm::rt
