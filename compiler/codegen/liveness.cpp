// The linear order of blocks, live segments of registers by backward iteration, begun places by forward iteration.
#include "compiler/codegen/liveness.h"

#include <algorithm>

namespace govm::codegen {

using bytecode::OperandRole;

bool RegSet::intersect(const RegSet& other) {
  bool changed = false;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::uint64_t both = words_[i] & other.words_[i];
    changed |= both != words_[i];
    words_[i] = both;
  }
  return changed;
}

bool RegSet::unite(const RegSet& other) {
  bool changed = false;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::uint64_t joined = words_[i] | other.words_[i];
    changed |= joined != words_[i];
    words_[i] = joined;
  }
  return changed;
}

namespace {

// Reverse postorder from the entry, then from the recovery block; loops stay together
// because the successor that leaves a loop is visited first.
std::vector<std::uint32_t> linear_order(const Code& code) {
  std::vector<std::uint32_t> postorder;
  std::vector<std::uint8_t> state(code.blocks.size());
  struct Frame {
    std::uint32_t block;
    std::vector<std::uint32_t> successors;
    std::size_t next;
  };
  const auto sorted_successors = [&](std::uint32_t block) {
    std::vector<std::uint32_t> successors = code.blocks[block].end.successors;
    // Visited first means laid out last.
    std::stable_sort(successors.begin(), successors.end(), [&](std::uint32_t a, std::uint32_t b) {
      const Block& x = code.blocks[a];
      const Block& y = code.blocks[b];
      if (x.unlikely != y.unlikely) return x.unlikely;
      return x.loop_depth < y.loop_depth;
    });
    return successors;
  };
  const auto visit_from = [&](std::uint32_t root) {
    if (state[root] != 0) return;
    std::vector<Frame> stack;
    state[root] = 1;
    stack.push_back({root, sorted_successors(root), 0});
    while (!stack.empty()) {
      Frame& top = stack.back();
      if (top.next == top.successors.size()) {
        postorder.push_back(top.block);
        stack.pop_back();
        continue;
      }
      const std::uint32_t successor = top.successors[top.next++];
      if (state[successor] != 0) continue;
      state[successor] = 1;
      stack.push_back({successor, sorted_successors(successor), 0});
    }
  };
  if (code.recovery != UINT32_MAX) visit_from(code.recovery);
  visit_from(0);
  std::reverse(postorder.begin(), postorder.end());
  return postorder;
}

void add_begun_places(const Block& block, RegSet& places) {
  for (const Instr& instr : block.code) {
    if (const Operand* place = begun_place(instr)) places.insert(place->index);
  }
}

void add_segment(Segments& segments, std::uint32_t begin, std::uint32_t end) { segments.push_back({begin, end}); }

void normalise(Segments& segments) {
  std::sort(segments.begin(), segments.end(), [](Segment a, Segment b) { return a.begin < b.begin; });
  std::size_t out = 0;
  for (const Segment segment : segments) {
    if (out > 0 && segment.begin <= segments[out - 1].end) {
      segments[out - 1].end = std::max(segments[out - 1].end, segment.end);
    } else {
      segments[out++] = segment;
    }
  }
  segments.resize(out);
}

// Places, forwards: which may have begun at a block's head, and which of those only on some paths.
void find_places(const Code& code, Liveness& result) {
  const std::size_t blocks = code.blocks.size();
  const std::size_t count = code.places.size();
  RegSet all(count);
  RegSet begun(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    all.insert(i);
    if (code.places[i].zero_at_entry) begun.insert(i);
  }
  std::vector<RegSet> surely(blocks, all);
  surely[0] = begun;
  if (code.recovery != UINT32_MAX) surely[code.recovery] = begun;
  for (RegSet& places : result.places_in) places.unite(begun);
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::uint32_t block : result.order) {
      RegSet may = result.places_in[block];
      RegSet must = surely[block];
      add_begun_places(code.blocks[block], may);
      add_begun_places(code.blocks[block], must);
      for (const std::uint32_t successor : code.blocks[block].end.successors) {
        changed |= result.places_in[successor].unite(may);
        changed |= surely[successor].intersect(must);
      }
    }
  }
  result.zeroed_places = begun;
  for (const std::uint32_t block : result.order) {
    result.places_in[block].for_each([&](std::uint32_t place) {
      if (!surely[block].contains(place) && !code.places[place].pointer_words.empty()) result.zeroed_places.insert(place);
    });
  }
}

// Places, backwards. What the recovery block needs is needed everywhere: any call may end there.
void find_needed_places(const Code& code, Liveness& result) {
  const RegSet none(code.places.size());
  result.places_needed.assign(code.blocks.size(), none);
  result.places_recovered = none;
  if (code.places.empty()) return;
  std::vector<RegSet> at_head(code.blocks.size(), none);
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = result.order.size(); i-- > 0;) {
      const std::uint32_t block = result.order[i];
      const Block& b = code.blocks[block];
      RegSet& needed = result.places_needed[block];
      for (const std::uint32_t successor : b.end.successors) needed.unite(at_head[successor]);
      if (code.recovery != UINT32_MAX) needed.unite(at_head[code.recovery]);
      RegSet places = needed;
      step_needed_places(b.end.instr, places);
      for (std::size_t k = b.code.size(); k-- > 0;) step_needed_places(b.code[k], places);
      changed |= at_head[block].unite(places);
    }
  }
  if (code.recovery != UINT32_MAX) result.places_recovered = at_head[code.recovery];
}

}  // namespace

void step_needed_places(const Instr& instr, RegSet& places) {
  if (const Operand* begun = begun_place(instr)) places.erase(begun->index);
  for_each_needed_place(instr, [&](std::uint32_t place) { places.insert(place); });
}

Liveness analyse_liveness(const Code& code) {
  Liveness result;
  const std::size_t blocks = code.blocks.size();
  const std::size_t regs = code.regs.size();
  result.order = linear_order(code);
  result.block_start.resize(blocks);
  result.block_end.resize(blocks);
  result.live_in.assign(blocks, RegSet(regs));
  result.live_out.assign(blocks, RegSet(regs));
  result.places_in.assign(blocks, RegSet(code.places.size()));
  result.segments.resize(regs);

  std::uint32_t position = 0;
  for (const std::uint32_t block : result.order) {
    result.block_start[block] = position;
    position += 2 * static_cast<std::uint32_t>(code.blocks[block].code.size() + 1);
    result.block_end[block] = position;
  }

  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = result.order.size(); i-- > 0;) {
      const std::uint32_t block = result.order[i];
      for (const std::uint32_t successor : code.blocks[block].end.successors) {
        result.live_out[block].unite(result.live_in[successor]);
      }
      RegSet live = result.live_out[block];
      const auto step = [&](const Instr& instr) {
        for_each_reg(instr, [&](std::uint32_t reg, std::int64_t byte, int words, OperandRole role) {
          if (role == OperandRole::Write && byte == 0 && words == code.regs[reg].words) live.erase(reg);
        });
        for_each_reg(instr, [&](std::uint32_t reg, std::int64_t, int, OperandRole role) {
          if (role != OperandRole::Write) live.insert(reg);
        });
      };
      step(code.blocks[block].end.instr);
      for (std::size_t k = code.blocks[block].code.size(); k-- > 0;) step(code.blocks[block].code[k]);
      changed |= result.live_in[block].unite(live);
    }
  }

  // Segments, block by block from the back.
  for (const std::uint32_t block : result.order) {
    const std::uint32_t start = result.block_start[block];
    const std::uint32_t end = result.block_end[block];
    // End of the open segment of each register live behind the walk's point; 0: not live.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> open;
    std::vector<std::uint32_t> open_end(regs, 0);
    result.live_out[block].for_each([&](std::uint32_t reg) { open_end[reg] = end; });
    const auto step = [&](const Instr& instr, std::uint32_t at) {
      for_each_reg(instr, [&](std::uint32_t reg, std::int64_t byte, int words, OperandRole role) {
        if (role == OperandRole::Read) return;
        if (open_end[reg] == 0) {
          // Written and never read: takes room at the instruction itself.
          add_segment(result.segments[reg], at + 1, at + 2);
        } else if (role == OperandRole::Write && byte == 0 && words == code.regs[reg].words) {
          add_segment(result.segments[reg], at + 1, open_end[reg]);
          open_end[reg] = 0;
        }
      });
      for_each_reg(instr, [&](std::uint32_t reg, std::int64_t, int, OperandRole role) {
        if (role != OperandRole::Write && open_end[reg] == 0) open_end[reg] = at + 1;
      });
    };
    std::uint32_t at = end - 2;
    step(code.blocks[block].end.instr, at);
    for (std::size_t k = code.blocks[block].code.size(); k-- > 0;) step(code.blocks[block].code[k], at -= 2);
    result.live_in[block].for_each([&](std::uint32_t reg) { add_segment(result.segments[reg], start, open_end[reg]); });
  }
  for (Segments& segments : result.segments) normalise(segments);

  find_places(code, result);
  find_needed_places(code, result);
  return result;
}

}  // namespace govm::codegen
