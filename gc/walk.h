// Walking the heap without changing it, for verification, dumps and reports. Slow and simple.
#pragma once

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

#include "gc/heap_state.h"

namespace govm::gc {

/// Is there an object in this slot: allocated, and not found dead by a cycle whose sweeping
/// has not come to it yet?
bool is_object(const HeapState& state, const Span& span, std::uint32_t slot);

/// Calls visit(slot) for each object of a span.
template <typename Visit>
void for_each_object_of(const HeapState& state, const Span& span, Visit&& visit) {
  for (std::uint32_t slot = 0; slot < span.slots; ++slot) {
    if (is_object(state, span, slot)) visit(slot);
  }
}

/// Calls visit(word address) for each word of an object that may hold a pointer.
template <typename Visit>
void for_each_pointer_of(const HeapState& state, const Span& span, std::uint32_t slot, Visit&& visit) {
  if (span.kind == SpanKind::Tiny) return;
  const Layout& layout = state.heap.record(span.records[slot]).layout;
  const auto* begin = reinterpret_cast<const std::uint64_t*>(span.slot_address(slot));
  for_each_pointer(layout, begin, begin + span.slot_size / 8, visit);
}

/// Visits each reachable object once.
class Walker final : public RootVisitor {
 public:
  explicit Walker(HeapState& state) : state_(state) {}
  void walk(const std::function<void(const Span&, std::uint32_t)>& found);
  void visit(const void* pointer) override;

 private:
  HeapState& state_;
  std::unordered_map<const Span*, std::vector<bool>> seen_;
  std::vector<std::pair<const Span*, std::uint32_t>> pending_;
};

}  // namespace govm::gc
