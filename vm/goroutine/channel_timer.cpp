// When a timer stands in the scheduler's heap, and who gets its tick.
#include "vm/goroutine/channel_timer.h"

#include "vm/goroutine/channel.h"
#include "vm/goroutine/scheduler.h"

namespace govm::rt {

bool take_tick(Scheduler& scheduler, ChannelTimer& timer, std::byte* element) {
  if (timer.armed == 0) return false;
  const std::int64_t now = scheduler.clock().monotonic();
  const std::int64_t late = now - timer.timer.when;
  if (late < 0) return false;
  timer.write(scheduler, timer, element);
  if (timer.period > 0) {
    timer.timer.when += timer.period * (1 + late / timer.period);
  } else {
    timer.armed = 0;
  }
  return true;
}

bool Channels::receive_tick(Channel* channel, std::byte* element) {
  alignas(8) std::byte value[kTickBytes];
  if (!take_tick(scheduler_, *channel->timer, value)) return false;
  if (element != nullptr) copy_element(channel, element, value);
  return true;
}

void Channels::begin_watch(Channel* channel) {
  ChannelTimer& timer = *channel->timer;
  timer.owner = this;
  if (timer.armed == 0 || timer.timer.active()) return;
  timer.timer.argument = &timer;
  timer.timer.fire = [](Scheduler&, Timer& due) {
    auto* tick = static_cast<ChannelTimer*>(due.argument);
    static_cast<Channels*>(tick->owner)->give_tick(tick->channel);
  };
  scheduler_.timers().start(timer.timer);
}

void Channels::end_watch(Channel* channel) {
  if (channel->receivers.empty()) scheduler_.timers().stop(channel->timer->timer);
}

// The timer of a channel is due and was taken off the heap.
void Channels::give_tick(Channel* channel) {
  Waiter* waiter = channel->receivers.first;
  if (waiter != nullptr && receive_tick(channel, waiter->element)) finish(waiter, true);
  if (!channel->receivers.empty()) begin_watch(channel);
}

void Channels::timer_changed(Scheduler& scheduler, ChannelTimer& timer) {
  scheduler.timers().stop(timer.timer);
  if (!timer.channel->receivers.empty()) static_cast<Channels*>(timer.owner)->begin_watch(timer.channel);
}

}  // namespace govm::rt
