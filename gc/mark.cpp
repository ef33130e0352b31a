// The steps of marking, scanning by record, and what weak handles ask of the marks.
//
// Each step of marking an object touches memory that may be in no cache: its span, its entry in the bitmaps and the side table, then, if
// its record says that it has pointers, its contents. The memory of objects without pointers is not touched at all.
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
  shape.kind = shape.prefix_words > 64              ? ScanShape::Kind::Wide
               : record.size == layout.element_size ? ScanShape::Kind::One
                                                    : ScanShape::Kind::Many;
  shape.object_bits = shape.first_bits;
  if (shape.kind != ScanShape::Kind::Many) return shape;
  for (std::uint64_t at = shape.element_words; at < 64; at += shape.element_words) shape.object_bits |= shape.first_bits << at;
  return shape;
}

void Marker::begin() {
  GOVM_DCHECK(found_.empty() && ranges_.empty() && later_.empty());
  totals_ = {};
  words_ = {};
  class_objects_.fill(0);
  bounds_ = {state_.pages.base(), state_.pages.mapped_bytes()};  // what lies behind is made in this cycle
}

// Appends those of the words, a bit for each, that are pointers into the heap.
inline std::uint64_t* Marker::find(const std::uint64_t* words, std::uint64_t bits, Bounds bounds, std::uint64_t* end) {
  for (; bits != 0; bits &= bits - 1) {
    const std::uint64_t word = read_word(words + __builtin_ctzll(bits));
    *end = word;
    end += bounds.contain(word) ? 1 : 0;
  }
  return end;
}

// Takes the newest `count` pointers, at most kBatch, through the steps; each loop asks for what the next one reads.
void Marker::mark_batch(std::size_t count) {
  struct Target {
    Span* span;
    std::uint64_t word;  // the pointer, then its slot
  };
  // In which spans do they lie?
  std::array<Target, kBatch> targets;
  std::size_t spans = 0;
  const std::uint64_t* words = found_.pop(count);
  for (std::size_t i = 0; i < count; ++i) {
    Span* span = state_.pages.span_below_top(words[i]);
    __builtin_prefetch(span);
    targets[spans] = {span, words[i]};
    spans += span != nullptr ? 1 : 0;
  }

  // In which slots?
  std::size_t slots = 0;
  for (std::size_t i = 0; i < spans; ++i) {
    const auto [span, word] = targets[i];
    const std::uint32_t slot = span->slot_at(word);
    __builtin_prefetch(&span->bits(slot / 64));
    __builtin_prefetch(span->records + slot);
    targets[slots] = {span, slot};
    slots += slot < span->slots ? 1 : 0;
  }

  // Which of these hold objects that are not marked, and which of the objects have pointers?
  struct Object {
    const std::uint64_t* begin;
    std::uint64_t bits;  // its pointers
  };
  std::array<Object, kBatch> contents;
  const ScanShape* shapes = &state_.shapes[0];
  const std::uint32_t cycle = state_.cycle;
  std::size_t with_pointers = 0;
  std::uint64_t objects = 0, bytes = 0, scanned = 0;
  for (std::size_t i = 0; i < slots; ++i) {
    Span* span = targets[i].span;
    const auto slot = static_cast<std::uint32_t>(targets[i].word);
    std::uint64_t& marks = span->bits(slot / 64).marks;
    // Objects made since the cycle began are known to live; free slots are not objects.
    const std::uint64_t bit = std::uint64_t{1} << (slot % 64);
    if ((span->at_cycle_start(cycle, slot / 64) & ~marks & bit) == 0) continue;
    marks |= bit;
    bytes += span->slot_size;
    if (span->kind == SpanKind::Tiny) {
      const std::uint32_t parts = state_.tiny.part_count(*span, slot);
      objects += parts;
      class_objects_[span->size_class] += parts;
      continue;
    }
    ++objects;
    ++class_objects_[span->size_class];
    const RecordId record = span->records[slot];
    const ScanShape& shape = shapes[record];
    if (shape.kind == ScanShape::Kind::None) continue;
    const auto* begin = reinterpret_cast<const std::uint64_t*>(span->slot_address(slot));
    std::uint64_t bits = shape.object_bits, pointer_words = shape.prefix_words;
    if (shape.kind != ScanShape::Kind::One) {
      const std::uint64_t words = span->slot_size / 8;
      if (shape.kind == ScanShape::Kind::Wide || words > 64) {
        ranges_.push_back({begin, words, record});
        continue;
      }
      bits &= ~std::uint64_t{0} >> (64 - words);
      pointer_words = words / shape.element_words * shape.prefix_words;
    }
    __builtin_prefetch(begin);
    contents[with_pointers++] = {begin, bits};
    scanned += pointer_words;
  }
  totals_.objects += objects;
  totals_.bytes += bytes;
  totals_.work += count * kPointerWork + objects * kObjectWork;
  count_scanned(scanned);

  // Which pointers?
  found_.reserve(64 * kBatch);
  const Bounds bounds = bounds_;
  std::uint64_t* end = found_.end();
  for (std::size_t i = 0; i < with_pointers; ++i) end = find(contents[i].begin, contents[i].bits, bounds, end);
  found_.set_end(end);
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
  if (shape.kind == ScanShape::Kind::None) return;
  if (shape.kind == ScanShape::Kind::Wide) return scan_wide(range, shape);
  const std::uint64_t* begin = range.begin;
  std::uint64_t words = range.words;
  std::uint64_t elements = 1;
  if (shape.kind == ScanShape::Kind::Many) {
    if (words > 2 * kChunkWords) {  // a part at a time
      const std::uint64_t chunk = (kChunkWords + shape.element_words - 1) / shape.element_words * shape.element_words;
      ranges_.push_back({begin + chunk, words - chunk, range.record});
      words = chunk;
    }
    elements = shape.element_words == 1 ? words : words / shape.element_words;
  }
  count_scanned(elements * shape.prefix_words);
  found_.reserve(elements * shape.prefix_words);
  const Bounds bounds = bounds_;
  std::uint64_t* found = found_.end();
  for (; elements != 0; --elements, begin += shape.element_words) found = find(begin, shape.first_bits, bounds, found);
  found_.set_end(found);
}

// Elements of more than 64 words with pointers, a part at a time: a single one may be large.
void Marker::scan_wide(Range range, const ScanShape& shape) {
  std::uint64_t into = range.into;
  const std::uint64_t* end = range.begin + std::min(range.words, kChunkWords);
  count_scanned(static_cast<std::uint64_t>(end - range.begin));
  range.words -= static_cast<std::uint64_t>(end - range.begin);
  found_.reserve(kChunkWords);
  std::uint64_t* found = found_.end();
  for (const std::uint64_t* at = range.begin; at < end;) {
    std::uint64_t step = std::min(shape.element_words - into, static_cast<std::uint64_t>(end - at));
    if (into < shape.prefix_words) {
      step = std::min({step, shape.prefix_words - into, 64 - into % 64});
      std::uint64_t bits = shape.bits[into / 64] >> (into % 64);
      if (step < 64) bits &= (std::uint64_t{1} << step) - 1;
      found = find(at, bits, bounds_, found);
    }
    at += step;
    into = (into + step) % shape.element_words;
  }
  found_.set_end(found);
  if (range.words != 0) ranges_.push_back({end, range.words, range.record, static_cast<std::uint32_t>(into)});
}

bool Marker::drain(std::uint64_t budget, std::int64_t end) {
  const std::uint64_t before = totals_.objects;
  const std::uint64_t stop = totals_.work > UINT64_MAX - budget ? UINT64_MAX : totals_.work + budget;
  bool done = false;
  while (totals_.work < stop) {
    if (!later_.empty() && found_.size() < kChunkWords) {
      look_back();
    } else if (!found_.empty()) {
      mark_batch(std::min({kBatch, found_.size(), (stop - totals_.work) / (kPointerWork + kObjectWork) + 1}));
    } else if (!ranges_.empty()) {
      const Range range = ranges_.back();
      ranges_.pop_back();
      scan(range);
    } else {
      done = true;
      break;
    }
    if (end != INT64_MAX && state_.now() >= end) break;
  }
  state_.heap.objects_marked_ += totals_.objects - before;
  return done;
}

void Marker::visit_contents(const void* object) {
  const Span* span = state_.pages.span_at(reinterpret_cast<std::uintptr_t>(object));
  if (span == nullptr || span->kind == SpanKind::Tiny) return;
  const std::uint32_t slot = span->slot_at(reinterpret_cast<std::uintptr_t>(object));
  scan({reinterpret_cast<const std::uint64_t*>(span->slot_address(slot)), span->slot_size / 8, span->records[slot]});
}

bool Marker::is_live(const void* pointer) const {
  const auto address = reinterpret_cast<std::uintptr_t>(pointer);
  const Span* span = state_.pages.span_at(address);
  if (span == nullptr) return true;
  const std::uint32_t slot = span->slot_at(address);
  return span->test(&SlotBits::marks, slot) || !span->existed_at_start(state_.cycle, slot);
}

}  // namespace govm::gc
