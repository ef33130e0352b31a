// Visiting all that is reachable, by an explicit stack and a bit for each slot that was seen.
#include "gc/walk.h"

#include "gc/barrier.h"

namespace govm::gc {

bool is_object(const HeapState& state, const Span& span, std::uint32_t slot) {
  if (!state.is_allocated(span, slot)) return false;
  if (state.swept || state.heap.is_marking() || span.swept_cycle == state.cycle) return true;
  return span.test(&SlotBits::marks, slot) || !span.existed_at_start(state.cycle, slot);
}

void Walker::visit(const void* pointer) {
  const auto address = reinterpret_cast<std::uintptr_t>(pointer);
  const Span* span = state_.pages.span_at(address);
  if (span == nullptr) return;
  const std::uint32_t slot = span->slot_at(address);
  if (slot >= span->slots || !is_object(state_, *span, slot)) return;
  std::vector<bool>& seen = seen_[span];
  if (seen.empty()) seen.resize(span->slots);
  if (seen[slot]) return;
  seen[slot] = true;
  pending_.emplace_back(span, slot);
}

void Walker::walk(const std::function<void(const Span&, std::uint32_t)>& found) {
  state_.visit_all_roots(*this);
  while (!pending_.empty()) {
    const auto [span, slot] = pending_.back();
    pending_.pop_back();
    found(*span, slot);
    for_each_pointer_of(state_, *span, slot, [this](const std::uint64_t* word) { visit(reinterpret_cast<const void*>(read_word(word))); });
  }
}

}  // namespace govm::gc
