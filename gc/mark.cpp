#include "gc/mark.h"

#include "base/check.h"
#include "gc/barrier.h"
#include "gc/heap_state.h"

namespace govm::gc {

void Marker::begin() {
  GOVM_DCHECK(ring_count_ == 0 && stack_.empty());
  totals_ = {};
  class_objects_.fill(0);
}

void Marker::enqueue(std::uint64_t word) {
  Span* span = state_.pages.span_at(word);
  if (span == nullptr) return;
  const std::uint32_t slot = span->slot_at(word);
  if (slot >= span->slots) return;
  __builtin_prefetch(span->marks + slot / 64);
  __builtin_prefetch(span->records + slot);
  __builtin_prefetch(span->slot_address(slot));
  if (ring_count_ == kRing) mark_oldest();
  ring_[(ring_first_ + ring_count_) % kRing] = {span, slot};
  ++ring_count_;
}

void Marker::mark_oldest() {
  const auto [span, slot] = ring_[ring_first_];
  ring_first_ = (ring_first_ + 1) % kRing;
  --ring_count_;
  const std::uint64_t bit = std::uint64_t{1} << (slot % 64);
  if ((span->marks[slot / 64] & bit) != 0) return;
  // Objects made since the cycle began are known to live; free slots are not objects.
  if ((span->at_cycle_start(state_.cycle)[slot / 64] & bit) == 0) return;
  span->marks[slot / 64] |= bit;
  totals_.bytes += span->slot_size;
  if (span->kind == SpanKind::Tiny) {
    const std::uint32_t parts = state_.tiny.part_count(*span, slot);
    totals_.objects += parts;
    class_objects_[span->size_class] += parts;
    state_.heap.objects_marked_ += parts;
    return;
  }
  ++totals_.objects;
  ++class_objects_[span->size_class];
  ++state_.heap.objects_marked_;
  push_object(*span, slot);
}

void Marker::push_object(const Span& span, std::uint32_t slot) {
  const RecordId record = span.records[slot];
  if (!state_.heap.record(record).layout.has_pointers()) return;
  const auto* begin = reinterpret_cast<const std::uint64_t*>(span.slot_address(slot));
  stack_.push_back({begin, begin + span.slot_size / 8, record});
}

void Marker::scan(Range range) {
  const Layout& layout = state_.heap.record(range.record).layout;
  const std::uint64_t element_words = layout.element_size / 8;
  const auto words = static_cast<std::uint64_t>(range.end - range.begin);
  if (words > 2 * kChunkWords && element_words <= kChunkWords) {  // large: a part at a time
    const std::uint64_t chunk = kChunkWords / element_words * element_words;
    stack_.push_back({range.begin + chunk, range.end, range.record});
    range.end = range.begin + chunk;
  }
  totals_.words += static_cast<std::uint64_t>(range.end - range.begin);
  for_each_pointer(layout, range.begin, range.end, [this](const std::uint64_t* word) { enqueue(read_word(word)); });
}

bool Marker::drain(std::uint64_t budget) {
  const std::uint64_t stop = totals_.words + budget < budget ? UINT64_MAX : totals_.words + budget;
  for (;;) {
    if (!stack_.empty() && ring_count_ < kFew) {
      if (totals_.words >= stop) return false;
      const Range range = stack_.back();
      stack_.pop_back();
      scan(range);
    } else if (ring_count_ != 0) {
      mark_oldest();
    } else {
      return true;
    }
  }
}

void Marker::visit_contents(const void* object) {
  const Span* span = state_.pages.span_at(reinterpret_cast<std::uintptr_t>(object));
  if (span == nullptr || span->kind == SpanKind::Tiny) return;
  push_object(*span, span->slot_at(reinterpret_cast<std::uintptr_t>(object)));
}

bool Marker::is_live(const void* pointer) const {
  const auto address = reinterpret_cast<std::uintptr_t>(pointer);
  const Span* span = state_.pages.span_at(address);
  if (span == nullptr) return true;
  const std::uint32_t slot = span->slot_at(address);
  return Span::test(span->marks, slot) || !Span::test(span->at_cycle_start(state_.cycle), slot);
}

}  // namespace govm::gc
