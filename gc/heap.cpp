// Records, allocation and questions. The cycle is in cycle.cpp, numbers in statistics.cpp.
#include "gc/heap.h"

#include <cstdio>
#include <cstdlib>

#include "base/check.h"
#include "gc/heap_state.h"

namespace govm::gc {

namespace {

/// Old values that the barrier keeps before the second thread gets them.
constexpr std::size_t kHandOver = 1024;

}  // namespace

Heap::Heap(Options options) : options_(std::move(options)), inner_(std::make_unique<HeapState>(*this)) {
  HeapState& s = *inner_;
  if (!s.pages.reserve(options_.reserve, options_.fixed_base)) s.out_of_memory(options_.reserve);
  base_ = s.pages.base();
  reserved_ = s.pages.reserved();
  static std::uint64_t zero_size_object;
  zero_object_ = &zero_size_object;
  records_.emplace_back();  // 0: free
  s.fast_counts.resize(1);
  s.counts.resize(1);
  state_.counts = s.fast_counts.data();
  s.pace();
}

Heap::~Heap() = default;

RecordId Heap::intern_record(const Record& record) {
  HeapState& s = *inner_;
  const auto [at, fresh] = s.record_ids.try_emplace(record, static_cast<RecordId>(records_.size()));
  if (fresh) {
    GOVM_CHECK(records_.size() < kMostRecords, "too many allocation records");
    records_.push_back(record);
    s.fast_counts.push_back(0);
    s.counts.emplace_back();
    s.shapes[at->second] = ScanShape::of(record);
    state_.counts = s.fast_counts.data();
  }
  return at->second;
}

RecordId Heap::derived_record(RecordId base, const Layout& layout, std::uint32_t element) {
  auto& last = inner_->derived[(base * 31 + element * 7 + layout.element_size / 8) % inner_->derived.size()];
  if (last.base == base && last.element == element && last.element_size == layout.element_size && last.bits == layout.pointer_bits) {
    return last.id;
  }
  Record record = records_[base];
  record.layout = layout;
  record.element = element;
  record.size = 0;
  const RecordId id = intern_record(record);
  last = {base, element, layout.element_size, layout.pointer_bits, id};
  return id;
}

std::uint32_t Heap::fast_class(const Record& record) {
  const bool has_pointers = record.layout.has_pointers();
  if (record.size == 0 || record.size > kMaxSmallSize - kHeaderSize) return 0;
  if (!has_pointers && record.size < kTinySize) return 0;
  const bool header = has_pointers && record.size > kMaxSizeWithoutHeader;
  return size_class_of(record.size + (header ? kHeaderSize : 0));
}

void* Heap::allocate(RecordId record, std::size_t size) {
  if (size == 0) return zero_object_;
  const bool has_pointers = records_[record].layout.has_pointers();
  if (!has_pointers && size < kTinySize) return inner_->tiny.allocate(record, size);
  if (size > kMaxSmallSize - kHeaderSize) return inner_->allocate_large(record, size);
  const bool header = has_pointers && size > kMaxSizeWithoutHeader;
  const std::uint32_t size_class = size_class_of(size + (header ? kHeaderSize : 0));
  inner_->class_counts[size_class].slow_rounding += kClassSize[size_class] - size;
  return inner_->allocate_small(record, size_class);
}

Heap::ObjectInfo Heap::find_object(const void* address) const {
  const auto word = reinterpret_cast<std::uintptr_t>(address);
  const auto rest = inner_->collector.rest();
  const Span* span = inner_->pages.span_at(word);
  if (span == nullptr) return {};
  const std::uint32_t slot = span->slot_at(word);
  if (slot >= span->slots || !inner_->is_allocated(*span, slot)) return {};
  const RecordId record = span->kind == SpanKind::Tiny ? 0 : span->records[slot];
  return {span->slot_address(slot), span->slot_size, record};
}

void Heap::add_listener(HeapListener* listener) {
  listeners_.add(listener);
  listener_ = &listeners_;
}

void Heap::add_root_provider(RootProvider* provider) { inner_->roots.push_back(provider); }
void Heap::remove_root_provider(RootProvider* provider) { std::erase(inner_->roots, provider); }

void Heap::record_overwritten(std::uint64_t old_word) {
  if (old_word - base_ >= reserved_) return;
  HeapState& s = *inner_;
  s.overwritten.push_back(old_word);
  if (options_.mode != Mode::Concurrent || s.overwritten.size() < kHandOver) return;
  s.collector.hand_over(s.overwritten);
  if (s.collector.is_behind()) s.hurry();
}

Specials& Heap::specials() { return inner_->specials; }

void HeapState::count_slow(RecordId record, std::uint32_t size_class, std::uint64_t bytes) {
  RecordCounts& c = counts[record];
  ++c.allocs;
  c.bytes += bytes;
  ++class_counts[size_class].slow_allocs;
}

void HeapState::out_of_memory(std::uint64_t size) {
  const std::string what = "runtime: out of memory: cannot allocate " + std::to_string(size) + "-byte block (" +
                           std::to_string(heap.live_bytes()) + " in use)\nfatal error: out of memory\n";
  if (heap.options_.out_of_memory) heap.options_.out_of_memory(what);
  std::fputs(what.c_str(), stderr);
  std::exit(2);
}

void HeapState::check_max_heap(std::uint64_t size) {
  const std::int64_t most = heap.options_.max_heap;
  if (most >= 0 && heap.state_.live + size > static_cast<std::uint64_t>(most)) out_of_memory(size);
}

void* HeapState::allocate_small(RecordId record, std::uint32_t size_class) {
  AllocationCursor& cursor = heap.state_.cursors[size_class];
  const std::uint64_t size = kClassSize[size_class];
  check_max_heap(size);
  if (cursor.free_bits == 0 && !refill(size_class)) out_of_memory(size);
  const auto index = static_cast<std::uint32_t>(__builtin_ctzll(cursor.free_bits));
  cursor.free_bits &= cursor.free_bits - 1;
  heap.state_.live += size;
  cursor.records[index] = record;
  count_slow(record, size_class, size);
  std::byte* object = cursor.base + index * size;
  std::memset(object, 0, size);
  return object;
}

std::byte* HeapState::take_tiny_block(RecordId** records) {
  check_max_heap(kTinySize);
  SpanList& list = lists[kTinyList];
  for (;;) {
    for (; list.next < list.spans.size(); ++list.next) {
      Span* span = list.spans[list.next];
      for (; span->next_word < span->words; ++span->next_word) {
        const std::uint32_t w = span->next_word;
        const std::uint64_t free = ~span->bits(w).alloc & span->valid(w);
        if (free == 0) continue;
        if (heap.marking_) span->take_snapshot(cycle);
        const std::uint32_t slot = w * 64 + static_cast<std::uint32_t>(__builtin_ctzll(free));
        span->take_slots(w, free & -free);
        heap.state_.live += kTinySize;
        *records = span->records + std::size_t{slot} * kTinyRecords;
        return span->slot_address(slot);
      }
    }
    if (Span* span = sweeper.obtain(kTinyList, sweep_counts)) {
      list.spans.push(span);
      continue;
    }
    bool clean = false;
    if (new_span(1, size_class_of(kTinySize), SpanKind::Tiny, &clean) == nullptr) out_of_memory(kTinySize);
  }
}

void* HeapState::allocate_large(RecordId record, std::size_t size) {
  const std::uint64_t bytes = rounded_size(size, true);
  if (bytes < size) out_of_memory(size);
  check_max_heap(bytes);
  bool clean = false;
  if (bytes >> kPageShift >= PageHeap::kNoPage) out_of_memory(size);
  if (!swept) sweeper.reclaim_large(static_cast<std::uint32_t>(bytes >> kPageShift), sweep_counts);
  Span* span = new_span(static_cast<std::uint32_t>(bytes >> kPageShift), 0, SpanKind::Large, &clean);
  if (span == nullptr) out_of_memory(size);
  span->records[0] = record;
  span->take_slots(0, 1);
  heap.state_.live += bytes;
  count_slow(record, 0, bytes);
  class_counts[0].slow_rounding += bytes - size;
  if (!clean) std::memset(span->base, 0, bytes);
  return span->base;
}

Span* HeapState::new_span(std::uint32_t page_count, std::uint32_t size_class, SpanKind kind, bool* clean) {
  const std::lock_guard lock(shared);
  const std::uint32_t first = pages.allocate(page_count, clean);
  if (first == PageHeap::kNoPage) return nullptr;
  Span* span = make_span(pages.address(first), first, page_count, size_class, kind, take_spare(list_of(kind, size_class))).release();
  span->swept_cycle = cycle;
  if (heap.marking_) span->take_snapshot(cycle);
  pages.set_span(first, page_count, span);
  lists[list_of(*span)].spans.push(span);
  span_metadata += span->metadata_bytes();
  return span;
}

HeapState::~HeapState() {
  const auto rest = collector.rest();
  collector.stop();
  for_each_span(FreeSpan());
}

SpanOwner HeapState::take_spare(std::uint32_t list) {
  std::vector<SpanOwner>& spares = spare_spans[list];
  if (spares.empty()) return nullptr;
  SpanOwner spare = std::move(spares.back());
  spares.pop_back();
  spare_metadata -= spare->metadata_bytes();
  return spare;
}

// The caller has taken them off their lists.
std::uint32_t HeapState::free_spans(std::span<Span* const> spans) {
  std::uint32_t freed = 0, first = 0, count = 0;  // a run of neighbours
  for (Span* span : spans) {
    pages.set_span(span->first_page, span->pages, nullptr);
    freed += span->pages;
    if (count != 0 && first + count != span->first_page) {
      pages.free(first, count);
      count = 0;
    }
    if (count == 0) first = span->first_page;
    count += span->pages;
    SpanOwner owner(span);
    const std::size_t bytes = span->metadata_bytes();
    span_metadata -= bytes;
    if (spare_metadata + bytes > span_metadata) continue;
    spare_metadata += bytes;
    spare_spans[list_of(*span)].push_back(std::move(owner));
  }
  if (count != 0) pages.free(first, count);
  return freed;
}

// Loads the cursor with the next word of free slots of a class.
bool HeapState::refill(std::uint32_t size_class) {
  SpanList& list = lists[size_class];
  AllocationCursor& cursor = heap.state_.cursors[size_class];
  for (;;) {
    while (list.next < list.spans.size()) {
      Span* span = list.spans[list.next];
      for (; span->next_word < span->words; ++span->next_word) {
        const std::uint32_t w = span->next_word;
        const std::uint64_t free = ~span->bits(w).alloc & span->valid(w);
        if (free == 0) continue;
        if (heap.marking_) span->take_snapshot(cycle);
        span->take_slots(w, free);
        cursor = {free, span->slot_address(w * 64), span->records + w * 64};
        list.current = span;
        list.current_word = w;
        ++span->next_word;
        return true;
      }
      ++list.next;
    }
    if (Span* span = sweeper.obtain(size_class, sweep_counts)) {
      list.spans.push(span);
      continue;
    }
    bool clean = false;
    if (new_span(kClassPages[size_class], size_class, SpanKind::Small, &clean) == nullptr) return false;
  }
}

void HeapState::flush_cursors() {
  for (std::uint32_t c = 1; c < kSizeClasses; ++c) {
    AllocationCursor& cursor = heap.state_.cursors[c];
    SpanList& list = lists[c];
    if (list.current != nullptr && cursor.free_bits != 0) {
      list.current->bits(list.current_word).alloc &= ~cursor.free_bits;
      list.current->next_word = list.current_word;
    }
    cursor = {};
    list.current = nullptr;
  }
}

bool HeapState::is_allocated(const Span& span, std::uint32_t slot) const {
  if (!span.test(&SlotBits::alloc, slot)) return false;
  if (span.kind != SpanKind::Small) return true;
  const SpanList& list = lists[span.size_class];
  if (list.current != &span || list.current_word != slot / 64) return true;
  return (heap.state_.cursors[span.size_class].free_bits >> (slot % 64) & 1) == 0;
}

}  // namespace govm::gc
