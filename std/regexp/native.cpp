// The native of regexp: runs a program over a text. Short texts are matched by backtracking that enters no state
// twice, long ones by following all states at once; both in time proportional to the program and the text.
#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::Slice;
using value::String;

/// As program.go numbers them.
enum class Operation : std::int32_t { Fail, Alt, Capture, EmptyWidth, Match, Nop, Ranges, One, Any, AnyNotNewline };

/// As program.go lays them out.
struct Instruction {
  Operation operation;
  std::int32_t next;
  std::int32_t argument;
  std::int32_t count;
};

/// Conditions on a place between characters, numbered as regexp/syntax does.
enum Condition : unsigned { BeginLine = 1, EndLine = 2, BeginText = 4, EndText = 8, WordBoundary = 16, NoWordBoundary = 32 };

constexpr std::int64_t kNowhere = -1;
constexpr std::int32_t kNoRune = -1;

bool is_word(unsigned char c) { return c == '_' || ('0' <= c && c <= '9') || ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z'); }

struct Search {
  const std::int32_t* code;
  std::size_t instruction_count;
  std::int32_t start;
  std::string_view text;
  std::int64_t pos;
  std::string_view prefix;
  const bool* first;  ///< null: a match can begin with any byte, or be empty
  bool anchored;
  bool longest;
  std::span<std::int64_t> ends;

  const Instruction& at(std::int32_t pc) const { return reinterpret_cast<const Instruction*>(code)[pc]; }
  std::int64_t end() const { return static_cast<std::int64_t>(text.size()); }

  /// The conditions that hold before the byte at `place`. All that count are ASCII, so bytes are enough.
  unsigned conditions(std::int64_t place) const {
    const bool at_begin = place == 0;
    const bool at_end = place == end();
    const auto byte = [&](std::int64_t i) { return static_cast<unsigned char>(text[static_cast<std::size_t>(i)]); };
    unsigned found = 0;
    if (at_begin || byte(place - 1) == '\n') found |= BeginLine;
    if (at_end || byte(place) == '\n') found |= EndLine;
    if (at_begin) found |= BeginText;
    if (at_end) found |= EndText;
    const bool word_before = !at_begin && is_word(byte(place - 1));
    const bool word_behind = !at_end && is_word(byte(place));
    return found | (word_before != word_behind ? WordBoundary : NoWordBoundary);
  }

  /// The character at `place` and the place behind it; kNoRune at the end.
  std::pair<std::int32_t, std::int64_t> character(std::int64_t place) const {
    if (place >= end()) return {kNoRune, place + 1};
    const auto byte = static_cast<unsigned char>(text[static_cast<std::size_t>(place)]);
    if (byte < 0x80) return {byte, place + 1};
    const DecodedRune decoded = decode_rune(text.substr(static_cast<std::size_t>(place)));
    return {static_cast<std::int32_t>(decoded.rune), place + static_cast<std::int64_t>(decoded.size)};
  }

  bool takes(const Instruction& instruction, std::int32_t rune) const {
    if (rune == kNoRune) return false;
    switch (instruction.operation) {
      case Operation::One: return rune == instruction.argument;
      case Operation::Any: return true;
      case Operation::AnyNotNewline: return rune != '\n';
      case Operation::Ranges: break;
      default: return false;
    }
    constexpr std::int32_t kFew = 6;
    const std::int32_t* ranges = code + instruction.argument;
    if (instruction.count <= kFew) {
      for (std::int32_t i = 0; i < instruction.count; i++) {
        if (ranges[2 * i] <= rune && rune <= ranges[2 * i + 1]) return true;
      }
      return false;
    }
    std::int32_t low = 0, high = instruction.count;
    while (low < high) {
      const std::int32_t middle = (low + high) / 2;
      if (rune < ranges[2 * middle]) {
        high = middle;
      } else if (rune > ranges[2 * middle + 1]) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  /// The first place from `place` on where a match can begin; beyond the end if there is none.
  std::int64_t candidate(std::int64_t place) const {
    if (place > end()) return place;
    if (!prefix.empty()) {
      const std::size_t found = text.find(prefix, static_cast<std::size_t>(place));
      return found == std::string_view::npos ? end() + 1 : static_cast<std::int64_t>(found);
    }
    if (first == nullptr) return place;
    while (place < end() && !first[static_cast<unsigned char>(text[static_cast<std::size_t>(place)])]) place++;
    return place == end() ? end() + 1 : place;
  }
};

/// Follows one way at a time, the preferred one first, and enters each pair of instruction and place once.
class Backtracker {
 public:
  /// Pairs for which there is room.
  static constexpr std::size_t kMostPairs = 256 * 1024;

  static bool fits(const Search& search) {
    return search.instruction_count * static_cast<std::size_t>(search.end() - search.pos + 1) <= kMostPairs;
  }

  explicit Backtracker(Search& search)
      : search_(search),
        width_(search.end() - search.pos + 1),
        visited_((search.instruction_count * static_cast<std::size_t>(width_) + 63) / 64),
        groups_(search.ends.size(), kNowhere) {}

  bool run() {
    if (search_.anchored) return search_.pos == 0 && from(0);
    std::int64_t place = search_.candidate(search_.pos);
    while (place <= search_.end()) {
      if (from(place)) return true;
      place = search_.candidate(search_.character(place).second);
    }
    return false;
  }

 private:
  struct Job {
    std::int32_t pc;  ///< negative: ~pc is a group's end to be put back to `place`
    std::int64_t place;
  };

  bool enter(std::int32_t pc, std::int64_t place) {
    const auto pair = static_cast<std::size_t>(pc * width_ + (place - search_.pos));
    std::uint64_t& word = visited_[pair / 64];
    const std::uint64_t bit = std::uint64_t{1} << (pair % 64);
    if ((word & bit) != 0) return false;
    word |= bit;
    return true;
  }

  bool from(std::int64_t begin) {
    if (!groups_.empty()) groups_[0] = begin;
    bool matched = false;
    jobs_.clear();
    jobs_.push_back({search_.start, begin});
    while (!jobs_.empty()) {
      const Job job = jobs_.back();
      jobs_.pop_back();
      if (job.pc < 0) {
        groups_[static_cast<std::size_t>(~job.pc)] = job.place;
        continue;
      }
      std::int32_t pc = job.pc;
      std::int64_t place = job.place;
      while (enter(pc, place)) {
        const Instruction& instruction = search_.at(pc);
        bool goes_on = true;
        switch (instruction.operation) {
          case Operation::Fail: goes_on = false; break;
          case Operation::Alt: jobs_.push_back({instruction.argument, place}); break;
          case Operation::Nop: break;
          case Operation::EmptyWidth: goes_on = (static_cast<unsigned>(instruction.argument) & ~search_.conditions(place)) == 0; break;
          case Operation::Capture:
            if (const auto group = static_cast<std::size_t>(instruction.argument); group < groups_.size()) {
              jobs_.push_back({~instruction.argument, groups_[group]});
              groups_[group] = place;
            }
            break;
          case Operation::Match:
            if (groups_.empty()) return true;
            if (!matched || (search_.longest && search_.ends[1] < place)) {
              std::copy(groups_.begin(), groups_.end(), search_.ends.begin());
              search_.ends[1] = place;
              matched = true;
            }
            if (!search_.longest || place == search_.end()) return true;
            goes_on = false;
            break;
          default: {
            const auto [rune, behind] = search_.character(place);
            goes_on = search_.takes(instruction, rune);
            place = behind;
          }
        }
        if (!goes_on) break;
        pc = instruction.next;
      }
    }
    return matched;
  }

  Search& search_;
  std::int64_t width_;
  std::vector<std::uint64_t> visited_;
  std::vector<std::int64_t> groups_;
  std::vector<Job> jobs_;
};

/// Follows all ways at once, a character at a time; the threads of a list are in order of preference.
class Simulator {
 public:
  explicit Simulator(Search& search) : search_(search), groups_(search.ends.size(), kNowhere), now_(search), next_(search) {}

  bool run() {
    std::int64_t place = search_.pos;
    for (;;) {
      if (now_.threads.empty()) {
        if (matched_ || (search_.anchored && place != 0)) break;
        place = search_.anchored ? place : search_.candidate(place);
        if (place > search_.end()) break;
      }
      if (!matched_ && (!search_.anchored || place == 0)) {
        if (!groups_.empty()) {
          std::fill(groups_.begin(), groups_.end(), kNowhere);
          groups_[0] = place;
        }
        add(now_, search_.start, place);
      }
      const auto [rune, behind] = search_.character(place);
      step(place, rune, behind);
      if (rune == kNoRune || (search_.ends.empty() && matched_)) break;
      std::swap(now_, next_);
      next_.clear();
      place = behind;
    }
    return matched_;
  }

 private:
  struct List {
    explicit List(const Search& search) : seen(search.instruction_count, 0), groups(search.instruction_count * search.ends.size()) {}
    void clear() {
      threads.clear();
      generation++;
    }
    std::vector<std::int32_t> threads;  ///< instructions that match or take a character
    std::vector<std::uint32_t> seen;    ///< per instruction: the generation that it was last added in
    std::vector<std::int64_t> groups;   ///< of the threads, in their order
    std::uint32_t generation = 1;
  };
  struct Job {
    std::int32_t pc;  ///< negative: ~pc is a group's end to be put back to `value`
    std::int64_t value;
  };

  /// Adds what can be reached from `begin` without a character, with the groups in groups_.
  void add(List& list, std::int32_t begin, std::int64_t place) {
    jobs_.clear();
    jobs_.push_back({begin, 0});
    while (!jobs_.empty()) {
      const Job job = jobs_.back();
      jobs_.pop_back();
      if (job.pc < 0) {
        groups_[static_cast<std::size_t>(~job.pc)] = job.value;
        continue;
      }
      for (std::int32_t pc = job.pc;;) {
        std::uint32_t& seen = list.seen[static_cast<std::size_t>(pc)];
        if (seen == list.generation) break;
        seen = list.generation;
        const Instruction& instruction = search_.at(pc);
        if (instruction.operation == Operation::Fail) break;
        if (instruction.operation == Operation::Alt) {
          jobs_.push_back({instruction.argument, 0});
        } else if (instruction.operation == Operation::EmptyWidth) {
          if ((static_cast<unsigned>(instruction.argument) & ~search_.conditions(place)) != 0) break;
        } else if (instruction.operation == Operation::Capture) {
          if (const auto group = static_cast<std::size_t>(instruction.argument); group < groups_.size()) {
            jobs_.push_back({~instruction.argument, groups_[group]});
            groups_[group] = place;
          }
        } else if (instruction.operation != Operation::Nop) {
          std::copy(groups_.begin(), groups_.end(),
                    list.groups.begin() + static_cast<std::ptrdiff_t>(list.threads.size() * groups_.size()));
          list.threads.push_back(pc);
          break;
        }
        pc = instruction.next;
      }
    }
  }

  void step(std::int64_t place, std::int32_t rune, std::int64_t behind) {
    const std::size_t width = groups_.size();
    for (std::size_t i = 0; i < now_.threads.size(); i++) {
      const auto groups = std::span(now_.groups).subspan(i * width, width);
      if (search_.longest && matched_ && width > 0 && search_.ends[0] < groups[0]) continue;
      const Instruction& instruction = search_.at(now_.threads[i]);
      if (instruction.operation == Operation::Match) {
        if (width > 0 && (!search_.longest || !matched_ || search_.ends[1] < place)) {
          std::copy(groups.begin(), groups.end(), search_.ends.begin());
          search_.ends[1] = place;
        }
        matched_ = true;
        if (!search_.longest) return;
      } else if (search_.takes(instruction, rune)) {
        std::copy(groups.begin(), groups.end(), groups_.begin());
        add(next_, instruction.next, behind);
      }
    }
  }

  Search& search_;
  bool matched_ = false;
  std::vector<std::int64_t> groups_;
  std::vector<Job> jobs_;
  List now_, next_;
};

/// func match(code []int32, instructions, start int, text string, pos int, prefix string, first *[256]bool, anchored, longest bool,
/// ends []int) bool
NativeStatus match(NativeCall& call) {
  const auto [code, instructions, start, text, pos, prefix, first, anchored, longest, ends] =
      call.args<Slice, std::int64_t, std::int64_t, String, std::int64_t, String, const bool*, bool, bool, Slice>();
  Search search{reinterpret_cast<const std::int32_t*>(code.data),
                static_cast<std::size_t>(instructions),
                static_cast<std::int32_t>(start),
                value::to_view(text),
                pos,
                value::to_view(prefix),
                first,
                anchored,
                longest,
                {reinterpret_cast<std::int64_t*>(ends.data), static_cast<std::size_t>(ends.length)}};
  if (Backtracker::fits(search)) return call.done(Backtracker(search).run());
  return call.done(Simulator(search).run());
}

constexpr native::NativeRow kRows[] = {
    {"regexp.match", match},
};

}  // namespace

std::span<const native::NativeRow> natives_regexp() { return kRows; }

}  // namespace govm::stdlib
