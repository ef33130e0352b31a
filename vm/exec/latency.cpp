// Links the watched cells, times calls by goroutine, and keeps a histogram and the slowest.
#include "vm/exec/latency.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/check.h"
#include "vm/bytecode/opcode.h"

namespace govm::exec {

namespace {

using bytecode::Opcode;

constexpr std::size_t kSlowest = 20;

// Returns whatever its operands are; the conditional ones end no block.
bool is_return(Opcode opcode) { return opcode >= Opcode::Ret && opcode <= Opcode::RetImmIfGeIImm; }
bool is_conditional(Opcode opcode) { return is_return(opcode) && !bytecode::info(opcode).has(bytecode::Ends); }

bool is_longer(const SlowCall& a, const SlowCall& b) { return a.length != b.length ? a.length > b.length : a.number < b.number; }

}  // namespace

unsigned DurationHistogram::bucket(std::uint64_t duration) {
  const unsigned width = static_cast<unsigned>(std::bit_width(duration));
  if (width <= kStepBits) return static_cast<unsigned>(duration);
  const unsigned shift = width - kStepBits - 1;
  return ((shift + 1) << kStepBits) + static_cast<unsigned>((duration >> shift) - (1U << kStepBits));
}

std::int64_t DurationHistogram::highest_of(unsigned bucket) {
  const unsigned group = bucket >> kStepBits;
  if (group == 0) return bucket;
  const std::uint64_t step = bucket & ((1U << kStepBits) - 1);
  return static_cast<std::int64_t>((((1U << kStepBits) + step + 1) << (group - 1)) - 1);
}

void DurationHistogram::add(std::int64_t duration) {
  const auto value = static_cast<std::uint64_t>(std::max<std::int64_t>(duration, 0));
  ++counts_[bucket(value)];
  ++count_;
  max_ = std::max(max_, static_cast<std::int64_t>(value));
}

std::int64_t DurationHistogram::quantile(double q) const {
  if (count_ == 0) return 0;
  const auto rank = std::clamp<std::uint64_t>(static_cast<std::uint64_t>(std::ceil(q * static_cast<double>(count_))), 1, count_);
  std::uint64_t seen = 0;
  for (unsigned b = 0; b < counts_.size(); ++b) {
    seen += counts_[b];
    if (seen >= rank) return std::min(highest_of(b), max_);
  }
  return max_;
}

Latency::Latency(std::vector<std::string> names, const gc::Heap& heap, std::function<std::int64_t()> now,
                 std::function<std::int64_t()> idle)
    : heap_(heap), now_(std::move(now)), idle_(std::move(idle)), names_(std::move(names)) {
  for (const std::string& name : names_) {
    functions_.emplace_back();
    functions_.back().function = name;
  }
}

bool Latency::wants(const bytecode::Function& function) const {
  return std::find(names_.begin(), names_.end(), function.name) != names_.end();
}

std::vector<std::size_t> Latency::watch(const bytecode::Function& function, const Cell* linked, std::vector<Opcode> opcodes) {
  Watched watched;
  watched.first = linked;
  watched.function = static_cast<std::size_t>(std::find(names_.begin(), names_.end(), function.name) - names_.begin());
  const std::size_t count = function.cells.size();
  watched.roles.assign(count, Role::None);
  watched.opcodes = std::move(opcodes);
  // A large frame may be moved by the function's first cell.
  if (bytecode::opcode_of(function.cells[0]) == Opcode::Enter) watched.begin = 1;
  for (std::size_t i = 0; i < count;) {
    const Opcode opcode = bytecode::opcode_of(function.cells[i]);
    const std::size_t next = i + bytecode::info(opcode).cells;
    if (is_return(opcode)) watched.roles[i] = Role::Return;
    if (is_conditional(opcode) && next < count && watched.roles[next] == Role::None) watched.roles[next] = Role::GoesOn;
    i = next;
  }
  std::vector<std::size_t> cells;
  for (std::size_t i = 0; i < count; ++i) {
    if (i == watched.begin || watched.roles[i] != Role::None) cells.push_back(i);
  }
  watched_.push_back(std::move(watched));
  return cells;
}

Opcode Latency::at(const Cell* pc, const void* fp, std::uint64_t goroutine) {
  running_ = goroutine;
  const Watched& watched = *std::prev(std::ranges::upper_bound(watched_, pc, {}, &Watched::first));
  const auto index = static_cast<std::size_t>(pc - watched.first);
  GOVM_DCHECK(index < watched.roles.size());
  if (index == watched.begin) begin(watched, fp, goroutine);
  if (watched.roles[index] == Role::None) return watched.opcodes[index];
  if (OpenCall* open = open_call(fp, goroutine)) {
    open->end = watched.roles[index] == Role::Return ? now_() : -1;
    open->pauses_at_end = heap_.pauses().size();
  }
  return watched.opcodes[index];
}

void Latency::begin(const Watched& watched, const void* fp, std::uint64_t goroutine) {
  // Calls of the goroutine that have returned are done; the new one takes the place of the first.
  bool goes_on = false;
  std::size_t kept = 0;
  for (OpenCall& open : open_) {
    if (open.goroutine == goroutine) {
      if (open.end >= 0) {
        close(open);
        continue;
      }
      goes_on = goes_on || open.fp == fp;  // a loop may lead back to the first cell
    }
    if (&open_[kept] != &open) open_[kept] = open;
    ++kept;
  }
  open_.resize(goes_on ? kept : kept + 1);
  if (goes_on) return;
  OpenCall& open = open_[kept];
  open.fp = fp;
  open.goroutine = goroutine;
  open.function = watched.function;
  open.end = -1;
  open.call = {};
  open.call.first_pause = heap_.pauses().size();
  open.call.start = now_();
}

Latency::OpenCall* Latency::open_call(const void* fp, std::uint64_t goroutine) {
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    if (open->fp == fp && open->goroutine == goroutine) return &*open;
  }
  return nullptr;
}

std::int64_t Latency::pause_time(std::size_t first, std::size_t end) const {
  std::int64_t sum = 0;
  for (; first < end; ++first) sum += heap_.pauses()[first].length;
  return sum;
}

void Latency::close(const OpenCall& open) {
  FunctionLatency& function = functions_[open.function];
  const std::int64_t length = open.end - open.call.start;
  const std::int64_t collector = pause_time(open.call.first_pause, open.pauses_at_end);
  function.calls.add(length);
  function.without_collector.add(length - collector);
  std::vector<SlowCall>& slowest = function.slowest;
  if (slowest.size() == kSlowest && length <= slowest.back().length) return;
  SlowCall call = open.call;
  call.number = function.calls.count();
  call.length = length;
  call.collector = collector;
  call.end_pause = open.pauses_at_end;
  slowest.insert(std::upper_bound(slowest.begin(), slowest.end(), call, is_longer), call);
  if (slowest.size() > kSlowest) slowest.pop_back();
}

void Latency::drop(std::uint64_t goroutine, const std::function<bool(const void* fp)>& dropped) {
  std::erase_if(open_, [&](OpenCall& open) {
    if (open.goroutine != goroutine || !dropped(open.fp)) return false;
    if (open.end < 0) {
      open.end = now_();
      open.pauses_at_end = heap_.pauses().size();
    }
    close(open);
    return true;
  });
}

void Latency::left(std::uint64_t goroutine) {
  if (!open_.empty()) left_[goroutine] = {now_(), idle_(), heap_.pauses().size()};
}

void Latency::resumed(std::uint64_t goroutine) {
  running_ = goroutine;
  const auto left = left_.find(goroutine);
  if (left == left_.end()) return;
  const std::int64_t away = now_() - left->second.time - pause_time(left->second.pauses, heap_.pauses().size());
  const std::int64_t idle = std::min(idle_() - left->second.idle, away);
  for (OpenCall& open : open_) {
    if (open.goroutine != goroutine || open.end >= 0) continue;
    open.call.scheduling += away - idle;
    open.call.idle += idle;
  }
  left_.erase(left);
}

void Latency::on_compile_end() {
  if (compile_start_ < 0) return;
  const std::int64_t took = now_() - compile_start_;
  for (OpenCall& open : open_) {
    if (open.goroutine == running_ && open.end < 0) open.call.compiling += took;
  }
}

void Latency::on_growth_begin(gc::GrowthKind kind, std::uint32_t, std::uint64_t old_bytes, std::uint64_t) {
  growth_kind_ = kind;
  growth_bytes_ = old_bytes;
  if (!open_.empty()) growth_start_ = now_();
}

void Latency::on_growth_end() {
  if (open_.empty()) return;
  const std::int64_t took = now_() - growth_start_;
  for (OpenCall& open : open_) {
    if (open.goroutine != running_ || open.end >= 0) continue;
    SlowCall& call = open.call;
    (growth_kind_ == gc::GrowthKind::Map ? call.map_growth : call.slice_growth) += took;
    (growth_kind_ == gc::GrowthKind::Map ? call.map_bytes : call.slice_bytes) += growth_bytes_;
  }
}

const std::vector<FunctionLatency>& Latency::finish() {
  for (const OpenCall& open : open_) {
    if (open.end >= 0) {
      close(open);
    } else {
      functions_[open.function].unfinished++;
    }
  }
  open_.clear();
  return functions_;
}

}  // namespace govm::exec
