// The allocator of frame offsets: what a register's hints wish for, else the first free offset.
#include "compiler/codegen/slots.h"

#include <algorithm>
#include <numeric>

#include "base/check.h"

namespace govm::codegen {

namespace {

bool overlap(const Segments& a, const Segments& b) {
  if (a.empty() || b.empty()) return false;
  if (a.size() > b.size()) return overlap(b, a);
  // What ends before the first of the few segments of a does not count.
  std::size_t i = 0;
  auto k =
      static_cast<std::size_t>(std::partition_point(b.begin(), b.end(), [&](Segment s) { return s.end <= a.front().begin; }) - b.begin());
  while (i < a.size() && k < b.size()) {
    if (a[i].end <= b[k].begin) {
      ++i;
    } else if (b[k].end <= a[i].begin) {
      ++k;
    } else {
      return true;
    }
  }
  return false;
}

// Puts the few segments of `more` among those of `into`, none of which they overlap.
void insert(Segments& into, const Segments& more) {
  for (const Segment& segment : more) {
    const auto after = std::partition_point(into.begin(), into.end(), [&](Segment s) { return s.begin < segment.begin; });
    if (after != into.begin() && (after - 1)->end == segment.begin && (after == into.end() || after->begin > segment.end)) {
      (after - 1)->end = segment.end;
    } else {
      into.insert(after, segment);
    }
  }
}

Segments merge(const Segments& a, const Segments& b) {
  Segments out;
  out.reserve(a.size() + b.size());
  std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out), [](Segment x, Segment y) { return x.begin < y.begin; });
  std::size_t last = 0;
  for (std::size_t i = 1; i < out.size(); ++i) {
    if (out[i].begin <= out[last].end) {
      out[last].end = std::max(out[last].end, out[i].end);
    } else {
      out[++last] = out[i];
    }
  }
  if (!out.empty()) out.resize(last + 1);
  return out;
}

std::uint32_t round_up_8(std::uint32_t bytes) { return (bytes + 7) / 8 * 8; }

// Whether one of the segments has a position of a range that is not empty. Most lie before or behind all of them.
bool meets(const Segments& segments, Segment range) {
  if (segments.empty() || range.end <= segments.front().begin || segments.back().end <= range.begin) return false;
  return std::partition_point(segments.begin(), segments.end(), [&](Segment s) { return s.end <= range.begin; })->begin < range.end;
}

bool contains(const Segments& segments, std::uint32_t position) { return meets(segments, {position, position + 1}); }

// A wish for a place: the window of a call, or a fixed offset.
struct Hint {
  bool window;
  std::uint32_t call;
  std::int64_t byte;
  int weight;
};

class Allocator {
 public:
  Allocator(const Code& code, const Liveness& liveness, std::uint32_t argument_bytes)
      : code_(code), liveness_(liveness), segments_(liveness.segments), argument_bytes_(argument_bytes) {
    parent_.resize(code.regs.size());
    std::iota(parent_.begin(), parent_.end(), 0u);
    hints_.resize(code.regs.size());
  }

  Slots run() {
    slots_.reg_offset.assign(code_.regs.size(), -1);
    slots_.call_delta.assign(code_.calls.size(), 0);
    place_places();
    find_call_ranges();
    coalesce();
    collect_hints();
    allocate_fixed();
    allocate_crossing();
    allocate_rest();
    for (std::uint32_t reg = 0; reg < parent_.size(); ++reg) slots_.reg_offset[reg] = slots_.reg_offset[find(reg)];
    std::uint32_t top = base_;
    for (std::uint32_t reg = 0; reg < parent_.size(); ++reg) {
      if (slots_.reg_offset[reg] < 0) continue;
      top = std::max(top, static_cast<std::uint32_t>(slots_.reg_offset[reg]) + 8u * code_.regs[reg].words);
    }
    for (std::uint32_t call = 0; call < code_.calls.size(); ++call) {
      const CallSite& site = code_.calls[call];
      top = std::max(top, slots_.call_delta[call] + std::max(site.argument_bytes, site.result_bytes));
    }
    slots_.scratch = top;
    slots_.frame_bytes = top;
    if (top > kNearBytes) place_far(top + kScratchBytes);
    return std::move(slots_);
  }

 private:
  static constexpr std::uint32_t kScratchBytes = 1024;
  static constexpr std::uint32_t kNearBytes = bytecode::kNearFrameBytes - kScratchBytes - 8;

  // Positions between the first write to a call's window and the last read from it.
  struct CallRange {
    std::uint32_t first = UINT32_MAX;  ///< position behind the argument copies
    std::uint32_t call = 0;            ///< of the call itself
    std::uint32_t last = 0;            ///< behind the last instruction that reads the window
  };

  std::uint32_t find(std::uint32_t reg) {
    while (parent_[reg] != reg) reg = parent_[reg] = parent_[parent_[reg]];
    return reg;
  }

  // Moves the far places behind everything else and callees' frames behind them.
  void place_far(std::uint32_t base) {
    std::uint32_t near_bytes = 0;
    bool any = false;
    for (const Place& place : code_.places) {
      any |= place.far;
      if (place.far) near_bytes += round_up_8(place.bytes);
    }
    if (!any) return;
    // The far places came last among the places: what stood behind them moves up into their room.
    for (std::int64_t& offset : slots_.reg_offset) {
      if (offset >= base_) offset -= near_bytes;
    }
    for (std::uint32_t& delta : slots_.call_delta) {
      if (delta >= base_) delta -= near_bytes;
    }
    slots_.scratch -= near_bytes;
    base -= near_bytes;
    for (std::size_t place = 0; place < code_.places.size(); ++place) {
      if (!code_.places[place].far) continue;
      slots_.place_offset[place] = base;
      base += round_up_8(code_.places[place].bytes);
    }
    std::uint32_t window = 0;
    for (const CallSite& site : code_.calls) window = std::max({window, site.argument_bytes, site.result_bytes});
    slots_.far_delta = base + bytecode::kFrameHeaderSize;
    slots_.frame_bytes = slots_.far_delta + window;
  }

  void place_places() {
    std::vector<std::uint32_t> order(code_.places.size());
    std::iota(order.begin(), order.end(), 0u);
    // Far ones last, and before them small ones first.
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(code_.places[a].far, code_.places[a].bytes) < std::pair(code_.places[b].far, code_.places[b].bytes);
    });
    base_ = argument_bytes_;
    slots_.place_offset.resize(code_.places.size());
    for (const std::uint32_t place : order) {
      slots_.place_offset[place] = base_;
      // A place without size has an address of its own: a pointer to it must not lead to its neighbour.
      base_ += round_up_8(std::max(code_.places[place].bytes, 1u));
    }
  }

  template <class Visit>
  void for_each_instr(Visit visit) const {
    for (const std::uint32_t block : liveness_.order) {
      std::uint32_t at = liveness_.block_start[block];
      for (const Instr& instr : code_.blocks[block].code) {
        visit(instr, at);
        at += 2;
      }
      visit(code_.blocks[block].end.instr, at);
    }
  }

  void find_call_ranges() {
    ranges_.resize(code_.calls.size());
    for_each_instr([&](const Instr& instr, std::uint32_t at) {
      if (instr.call == UINT32_MAX) return;
      CallRange& range = ranges_[instr.call];
      const bool calls = !instr.is_copy && bytecode::info(instr.opcode).has(bytecode::Calls);
      if (calls) range.call = at;
      range.first = std::min(range.first, at + (calls ? 0u : 1u));
      range.last = std::max(range.last, at + 1);
    });
  }

  // Joins registers that copies connect and that are never live together.
  void coalesce() {
    struct Wish {
      std::uint32_t a;
      std::uint32_t b;
      int depth;
    };
    std::vector<Wish> wishes;
    for (const std::uint32_t block : liveness_.order) {
      for (const Instr& instr : code_.blocks[block].code) {
        if (!instr.is_copy) continue;
        for (const Copy& copy : instr.copies) {
          if (!copy.src.is_reg() || !copy.dst.is_reg() || copy.src.value != 0 || copy.dst.value != 0) continue;
          if (code_.regs[copy.src.index].words != code_.regs[copy.dst.index].words) continue;
          wishes.push_back({copy.dst.index, copy.src.index, code_.blocks[block].loop_depth});
        }
      }
    }
    std::stable_sort(wishes.begin(), wishes.end(), [](const Wish& x, const Wish& y) { return x.depth > y.depth; });
    for (const Wish& wish : wishes) {
      const std::uint32_t a = find(wish.a);
      const std::uint32_t b = find(wish.b);
      if (a == b || (fixed_of(a) >= 0 && fixed_of(b) >= 0)) continue;
      if (overlap(segments_[a], segments_[b])) continue;
      const std::uint32_t root = fixed_of(b) >= 0 ? b : a;
      const std::uint32_t other = root == a ? b : a;
      parent_[other] = root;
      segments_[root] = merge(segments_[root], segments_[other]);
    }
  }

  std::int64_t fixed_of(std::uint32_t root) const { return code_.regs[root].fixed; }

  void collect_hints() {
    for (const std::uint32_t block : liveness_.order) {
      for (const Instr& instr : code_.blocks[block].code) {
        if (!instr.is_copy) continue;
        for (const Copy& copy : instr.copies) {
          add_hint(copy.dst, copy.src, code_.blocks[block].loop_depth);
          add_hint(copy.src, copy.dst, code_.blocks[block].loop_depth);
        }
      }
    }
  }
  void add_hint(const Operand& reg, const Operand& at, int depth) {
    if (!reg.is_reg()) return;
    if (at.kind != Operand::Kind::Window && at.kind != Operand::Kind::Fixed) return;
    hints_[find(reg.index)].push_back(
        {at.kind == Operand::Kind::Window, at.index, at.value - reg.value, depth * 2 + (at.kind == Operand::Kind::Window)});
  }

  void occupy(std::uint32_t root, std::int64_t offset) {
    slots_.reg_offset[root] = offset;
    for (int word = 0; word < code_.regs[root].words; ++word) {
      const std::size_t index = static_cast<std::size_t>(offset / 8) + static_cast<std::size_t>(word);
      if (index >= used_.size()) used_.resize(index + 1);
      if (overlap(used_[index], segments_[root])) {
        used_[index] = merge(used_[index], segments_[root]);
      } else {
        insert(used_[index], segments_[root]);
      }
    }
  }

  // A call whose window lies in the frame while a class is live.
  struct NearCall {
    std::uint32_t call;
    bool across;  ///< the class lives while the callee runs
  };

  // Those of a class, once for all offsets that are tried.
  const std::vector<NearCall>& calls_near(std::uint32_t root) {
    near_.clear();
    for (std::uint32_t call = 0; call < ranges_.size(); ++call) {
      const CallRange& range = ranges_[call];
      if (slots_.call_delta[call] == 0 || range.first == UINT32_MAX) continue;
      if (meets(segments_[root], {range.first, std::max(range.last, range.first + 1)})) near_.push_back({call, live_across(root, call)});
    }
    return near_;
  }

  // Whether a class may lie at an offset; `exact` names the window it is meant for, if any.
  bool is_free(std::uint32_t root, std::int64_t offset, std::uint32_t exact, const std::vector<NearCall>& calls) const {
    const int words = code_.regs[root].words;
    for (int word = 0; word < words; ++word) {
      const std::size_t index = static_cast<std::size_t>(offset / 8) + static_cast<std::size_t>(word);
      if (index < used_.size() && overlap(used_[index], segments_[root])) return false;
    }
    // Words of windows in use belong to their calls alone; those behind are free but while the callee runs.
    for (const auto [call, across] : calls) {
      const std::int64_t delta = slots_.call_delta[call];
      if (offset + 8 * words <= delta - bytecode::kFrameHeaderSize) continue;
      if (across) return false;
      const CallSite& site = code_.calls[call];
      if (call != exact && offset < delta + std::max(site.argument_bytes, site.result_bytes)) return false;
    }
    return true;
  }

  bool live_across(std::uint32_t root, std::uint32_t call) const {
    // Live while the callee runs, or between the argument copies and the call.
    const CallRange& range = ranges_[call];
    if (range.first > range.call) return contains(segments_[root], range.call + 1) && contains(segments_[root], range.call);
    return meets(segments_[root], {range.first, range.call + 1});
  }

  // Arguments hold their words from the entry on: those that are registers until they die, the
  // others until the last instruction that reads them in place.
  void allocate_fixed() {
    for (std::uint32_t reg = 0; reg < parent_.size(); ++reg) {
      if (find(reg) != reg || fixed_of(reg) < 0 || segments_[reg].empty()) continue;
      segments_[reg] = merge({{0, segments_[reg].front().begin + 1}}, segments_[reg]);
      occupy(reg, fixed_of(reg));
    }
    std::uint32_t last = 0;
    std::uint32_t at = liveness_.block_start[0];
    for (const Instr& instr : code_.blocks[0].code) {
      if (!instr.is_copy && std::any_of(instr.operands, instr.operands + instr.count,
                                        [](const Operand& operand) { return operand.kind == Operand::Kind::Fixed; })) {
        last = at + 1;
      }
      at += 2;
    }
    if (last == 0) return;
    if (used_.size() < argument_bytes_ / 8) used_.resize(argument_bytes_ / 8);
    for (std::size_t word = 0; word < argument_bytes_ / 8; ++word) {
      if (used_[word].empty()) used_[word] = {{0, last}};
    }
  }

  void place_class(std::uint32_t root) {
    const std::vector<NearCall>& calls = calls_near(root);
    std::vector<Hint>& hints = hints_[root];
    std::stable_sort(hints.begin(), hints.end(), [](const Hint& x, const Hint& y) { return x.weight > y.weight; });
    for (const Hint& hint : hints) {
      if (hint.window && slots_.call_delta[hint.call] == 0) continue;
      const std::int64_t offset = hint.window ? slots_.call_delta[hint.call] + hint.byte : hint.byte;
      if (offset < 0) continue;
      if (!hint.window && offset + 8 * code_.regs[root].words > argument_bytes_) continue;
      if (is_free(root, offset, hint.window ? hint.call : UINT32_MAX, calls)) return occupy(root, offset);
    }
    // Dead arguments' words first, then behind the places.
    for (std::int64_t offset = 0; offset + 8 * code_.regs[root].words <= argument_bytes_; offset += 8) {
      if (is_free(root, offset, UINT32_MAX, calls)) return occupy(root, offset);
    }
    for (std::int64_t offset = base_;; offset += 8) {
      if (is_free(root, offset, UINT32_MAX, calls)) return occupy(root, offset);
    }
  }

  // Registers that live across calls, in order of their beginning; each call's window is placed
  // as soon as all that lives across it is.
  void allocate_crossing() {
    struct Event {
      std::uint32_t at;
      bool is_call;
      std::uint32_t index;
    };
    std::vector<Event> events;
    std::vector<std::vector<std::uint32_t>> across(ranges_.size());
    std::vector<std::uint32_t> roots;
    for (std::uint32_t reg = 0; reg < parent_.size(); ++reg) {
      if (find(reg) == reg && !segments_[reg].empty()) roots.push_back(reg);
    }
    for (const std::uint32_t root : roots) {
      bool crosses = false;
      for (std::uint32_t call = 0; call < ranges_.size(); ++call) {
        if (ranges_[call].first == UINT32_MAX || !live_across(root, call)) continue;
        across[call].push_back(root);
        crosses = true;
      }
      if (crosses && fixed_of(root) < 0) events.push_back({segments_[root].front().begin, false, root});
    }
    for (std::uint32_t call = 0; call < ranges_.size(); ++call) {
      if (ranges_[call].first != UINT32_MAX) events.push_back({ranges_[call].call, true, call});
    }
    std::sort(events.begin(), events.end(), [](const Event& x, const Event& y) {
      if (x.at != y.at) return x.at < y.at;
      if (x.is_call != y.is_call) return y.is_call;
      return x.index < y.index;
    });
    for (const Event& event : events) {
      if (!event.is_call) {
        place_class(event.index);
        continue;
      }
      std::int64_t top = base_;
      for (const std::uint32_t root : across[event.index]) {
        if (slots_.reg_offset[root] < 0) place_class(root);
        top = std::max(top, slots_.reg_offset[root] + 8 * code_.regs[root].words);
      }
      slots_.call_delta[event.index] = static_cast<std::uint32_t>(top) + bytecode::kFrameHeaderSize;
    }
  }

  void allocate_rest() {
    std::vector<std::uint32_t> roots;
    for (std::uint32_t reg = 0; reg < parent_.size(); ++reg) {
      if (find(reg) == reg && !segments_[reg].empty() && slots_.reg_offset[reg] < 0) roots.push_back(reg);
    }
    std::stable_sort(roots.begin(), roots.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return segments_[a].front().begin < segments_[b].front().begin; });
    for (const std::uint32_t root : roots) place_class(root);
  }

  const Code& code_;
  const Liveness& liveness_;
  std::vector<Segments> segments_;  // of each class at its root
  std::uint32_t argument_bytes_;
  std::uint32_t base_ = 0;  // first byte behind arguments and places
  std::vector<std::uint32_t> parent_;
  std::vector<std::vector<Hint>> hints_;
  std::vector<Segments> used_;  // by frame word
  std::vector<CallRange> ranges_;
  std::vector<NearCall> near_;
  Slots slots_;
};

}  // namespace

Slots assign_slots(const Code& code, const Liveness& liveness, std::uint32_t argument_bytes, std::uint32_t result_bytes) {
  return Allocator(code, liveness, std::max(argument_bytes, result_bytes)).run();
}

}  // namespace govm::codegen
