// The two clocks a program may run by.
//
// Wall: the machine's. Virtual: starts at a fixed date and moves by what is executed
// (decisions 3) and by sleeping, which costs nothing; runs repeat to the nanosecond.
#pragma once

#include <cstdint>

namespace govm::rt {

/// Time as the program sees it.
class Clock {
 public:
  virtual ~Clock() = default;
  /// Nanoseconds of a monotonic clock, 0 at the program's start.
  virtual std::int64_t monotonic() = 0;
  /// Nanoseconds since 1970-01-01 UTC.
  virtual std::int64_t wall() = 0;
  /// Lets time pass until `when` (monotonic); returns early when a watched file
  /// descriptor became ready, which a wall clock waits for by the scheduler's poll.
  virtual bool is_virtual() const = 0;
  /// Virtual clocks jump; wall clocks ignore it.
  virtual void advance_to(std::int64_t when) = 0;
};

}  // namespace govm::rt
