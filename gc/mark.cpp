// The mark stack and its rings, scanning by record, and what weak handles ask of the marks.
//
// Each step of marking an object touches memory that is in no cache: its entry in the bitmaps and the side table, then, if its record
// says that it has pointers, its contents. So objects pass through two short rings, and what the next step needs is asked for when they
// enter; the memory of objects without pointers is not touched at all.
#include "gc/mark.h"

#include <algorithm>

#include "base/check.h"
#include "gc/heap_state.h"

namespace govm::gc {

ScanShape ScanShape::of(const Record& record) {
  const Layout& layout = record.layout;
  ScanShape shape;
  if (!layout.has_pointers()) return shape;
  shape.element_words = layout.element_size / 8;
  shape.prefix_words = layout.pointer_bytes / 8;
  shape.bits = layout.pointer_bits;
  shape.first_bits = layout.pointer_bits[0];
  if (shape.prefix_words < 64) shape.first_bits &= (std::uint64_t{1} << shape.prefix_words) - 1;
  shape.single = record.size == layout.element_size;
  return shape;
}

void Marker::begin() {
  GOVM_DCHECK(ring_count_ == 0 && contents_count_ == 0 && found_.empty() && large_.empty() && later_.empty());
  totals_ = {};
  words_ = {};
  class_objects_.fill(0);
  base_ = state_.pages.base();
  mapped_ = state_.pages.mapped_bytes();  // what lies behind is made in this cycle
}

// Moves the newest found pointer into the ring.
void Marker::look_ahead() {
  const std::uint64_t word = found_.back();
  found_.pop_back();
  totals_.work += kPointerWork;
  Span* span = state_.pages.span_at(word);
  if (span == nullptr) return;
  const std::uint32_t slot = span->slot_at(word);
  if (slot >= span->slots) return;
  __builtin_prefetch(&span->bits(slot / 64));
  __builtin_prefetch(span->records() + slot);
  ring_[(ring_first_ + ring_count_) % kRing] = {span, slot};
  ++ring_count_;
}

void Marker::mark(Target target) {
  const auto [span, slot] = target;
  const std::uint64_t bit = std::uint64_t{1} << (slot % 64);
  std::uint64_t& marks = span->bits(slot / 64).marks;
  if ((marks & bit) != 0) return;
  // Objects made since the cycle began are known to live; free slots are not objects.
  if ((span->at_cycle_start(state_.cycle, slot / 64) & bit) == 0) return;
  marks |= bit;
  totals_.bytes += span->slot_size;
  totals_.work += kObjectWork;
  if (span->kind == SpanKind::Tiny) {
    const std::uint32_t parts = state_.tiny.part_count(*span, slot);
    totals_.objects += parts;
    class_objects_[span->size_class] += parts;
    return;
  }
  ++totals_.objects;
  ++class_objects_[span->size_class];
  const RecordId record = span->records()[slot];
  if (state_.shapes[record].prefix_words == 0) return;
  if (contents_count_ == kContentsRing) scan_oldest();
  const auto* begin = reinterpret_cast<const std::uint64_t*>(span->slot_address(slot));
  __builtin_prefetch(begin);
  contents_[(contents_first_ + contents_count_) % kContentsRing] = {begin, span->slot_size / 8, record};
  ++contents_count_;
}

void Marker::scan_oldest() {
  const Range oldest = contents_[contents_first_];
  contents_first_ = (contents_first_ + 1) % kContentsRing;
  --contents_count_;
  scan(oldest);
}

// Some of the words that were overwritten.
void Marker::look_back() {
  std::vector<std::uint64_t>& words = later_.back();
  const std::size_t stop = words.size() - std::min<std::size_t>(words.size(), kChunkWords);
  totals_.work += words.size() - stop;
  while (words.size() > stop) {
    found(words.back());
    words.pop_back();
  }
  if (words.empty()) later_.pop_back();
}

// The elements of an object, or of a part of it. Behind the last whole element is nothing.
void Marker::scan(const Range& range) {
  const ScanShape& shape = state_.shapes[range.record];
  if (shape.prefix_words == 0) return;
  if (shape.prefix_words > 64) return scan_wide(range, shape);
  const std::uint64_t* begin = range.begin;
  std::uint64_t words = range.words;
  std::uint64_t elements = 1;
  if (!shape.single) {
    if (words > 2 * kChunkWords) {  // a part at a time
      const std::uint64_t chunk = (kChunkWords + shape.element_words - 1) / shape.element_words * shape.element_words;
      large_.push_back({begin + chunk, words - chunk, range.record});
      words = chunk;
    }
    elements = shape.element_words == 1 ? words : words / shape.element_words;
  }
  count_scanned(elements * shape.prefix_words);
  for (; elements != 0; --elements, begin += shape.element_words) {
    for (std::uint64_t bits = shape.first_bits; bits != 0; bits &= bits - 1) {
      found(read_word(begin + __builtin_ctzll(bits)));
    }
  }
}

// Elements of more than 64 words with pointers, a part at a time: a single one may be large.
void Marker::scan_wide(Range range, const ScanShape& shape) {
  std::uint64_t into = range.into;
  const std::uint64_t* end = range.begin + std::min(range.words, kChunkWords);
  count_scanned(static_cast<std::uint64_t>(end - range.begin));
  range.words -= static_cast<std::uint64_t>(end - range.begin);
  for (const std::uint64_t* at = range.begin; at < end;) {
    std::uint64_t step = std::min(shape.element_words - into, static_cast<std::uint64_t>(end - at));
    if (into < shape.prefix_words) {
      step = std::min({step, shape.prefix_words - into, 64 - into % 64});
      std::uint64_t bits = shape.bits[into / 64] >> (into % 64);
      if (step < 64) bits &= (std::uint64_t{1} << step) - 1;
      for (; bits != 0; bits &= bits - 1) found(read_word(at + __builtin_ctzll(bits)));
    }
    at += step;
    into = (into + step) % shape.element_words;
  }
  if (range.words != 0) large_.push_back({end, range.words, range.record, static_cast<std::uint32_t>(into)});
}

bool Marker::drain(std::uint64_t budget) {
  const std::uint64_t before = totals_.objects;
  const std::uint64_t stop = totals_.work > UINT64_MAX - budget ? UINT64_MAX : totals_.work + budget;
  bool done = false;
  while (totals_.work < stop) {
    while (ring_count_ < kRing && !found_.empty()) look_ahead();
    if (ring_count_ != 0) {
      const Target oldest = ring_[ring_first_];
      ring_first_ = (ring_first_ + 1) % kRing;
      --ring_count_;
      mark(oldest);
    } else if (contents_count_ != 0) {
      scan_oldest();
    } else if (!large_.empty()) {
      const Range range = large_.back();
      large_.pop_back();
      scan(range);
    } else if (!later_.empty()) {
      look_back();
    } else {
      done = true;
      break;
    }
  }
  state_.heap.objects_marked_ += totals_.objects - before;
  return done;
}

void Marker::visit_contents(const void* object) {
  const Span* span = state_.pages.span_at(reinterpret_cast<std::uintptr_t>(object));
  if (span == nullptr || span->kind == SpanKind::Tiny) return;
  const std::uint32_t slot = span->slot_at(reinterpret_cast<std::uintptr_t>(object));
  scan({reinterpret_cast<const std::uint64_t*>(span->slot_address(slot)), span->slot_size / 8, span->records()[slot]});
}

bool Marker::is_live(const void* pointer) const {
  const auto address = reinterpret_cast<std::uintptr_t>(pointer);
  const Span* span = state_.pages.span_at(address);
  if (span == nullptr) return true;
  const std::uint32_t slot = span->slot_at(address);
  return span->test(&SlotBits::marks, slot) || !span->existed_at_start(state_.cycle, slot);
}

}  // namespace govm::gc
