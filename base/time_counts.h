// Counts of durations, as Go's runtime keeps them.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace govm {

/// Counts of durations with the buckets of Go's time histograms: one below 0, four up to 2^8 ns, then four for each power of two up
/// to 2^47, one beyond.
class TimeCounts {
 public:
  void add(std::int64_t nanoseconds) { ++counts_[bucket(nanoseconds)]; }
  const auto& counts() const { return counts_; }

 private:
  static constexpr unsigned kFirst = 8, kLast = 47, kSteps = 4;
  static std::size_t bucket(std::int64_t nanoseconds) {
    if (nanoseconds < 0) return 0;
    const auto value = static_cast<std::uint64_t>(nanoseconds);
    const unsigned power = static_cast<unsigned>(std::bit_width(value)) - (value != 0);
    if (power < kFirst) return 1 + (value >> (kFirst - 2));
    if (power >= kLast) return 1 + kSteps + (kLast - kFirst) * kSteps;
    return 1 + kSteps + (power - kFirst) * kSteps + (value >> (power - 2)) % kSteps;
  }

  std::array<std::uint64_t, 2 + kSteps + (kLast - kFirst) * kSteps> counts_{};
};

}  // namespace govm
