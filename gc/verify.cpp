// The checks and the texts of what they find wrong.
#include "gc/verify.h"

#include <cstdio>

#include "base/check.h"
#include "gc/barrier.h"
#include "gc/heap_state.h"
#include "gc/walk.h"

namespace govm::gc {

namespace {

constexpr std::size_t kMostComplaints = 20;

template <typename... Args>
void complain(std::vector<std::string>& out, const char* format, Args... args) {
  if (out.size() >= kMostComplaints) return;
  char text[256];
  std::snprintf(text, sizeof text, format, args...);
  out.emplace_back(text);
}

void stop_on(const std::vector<std::string>& complaints, const char* when) {
  if (complaints.empty()) return;
  std::string text = "heap not well-formed ";
  text += when;
  for (const std::string& line : complaints) {
    text += "\n  ";
    text += line;
  }
  check_failed(__FILE__, __LINE__, "verify", text);
}

class RootCheck final : public RootVisitor {
 public:
  RootCheck(HeapState& state, std::vector<std::string>& out) : state_(state), out_(out) {}
  void visit(const void* pointer) override {
    const auto address = reinterpret_cast<std::uintptr_t>(pointer);
    if (address - state_.pages.base() >= state_.pages.mapped_bytes()) return;
    const Span* span = state_.pages.span_at(address);
    if (span == nullptr || span->slot_at(address) >= span->slots || !is_object(state_, *span, span->slot_at(address))) {
      complain(out_, "a root (word %p, function %u, goroutine %llu) points to %p, where there is no object", place().slot, place().function,
               static_cast<unsigned long long>(place().goroutine), pointer);
    }
  }

 private:
  HeapState& state_;
  std::vector<std::string>& out_;
};

void check_object(HeapState& state, const Span& span, std::uint32_t slot, std::vector<std::string>& out) {
  const auto* start = reinterpret_cast<const std::uint64_t*>(span.slot_address(slot));
  const RecordId record = span.records[span.kind == SpanKind::Tiny ? slot * kTinyRecords : slot];
  if (record == 0 || record >= state.heap.record_count()) {
    complain(out, "object %p has record %u, which does not exist", static_cast<const void*>(start), record);
    return;
  }
  for_each_pointer_of(state, span, slot, [&](const std::uint64_t* word) {
    const std::uint64_t value = read_word(word);
    const auto offset = static_cast<long>((word - start) * 8);
    if (state.heap.options().is_frame_address && state.heap.options().is_frame_address(value)) {
      complain(out, "object %p (record %u) points into a frame at +%ld", static_cast<const void*>(start), record, offset);
    }
    if (value - state.pages.base() >= state.pages.mapped_bytes()) return;
    const Span* target = state.pages.span_at(value);
    const bool object = target != nullptr && target->slot_at(value) < target->slots && is_object(state, *target, target->slot_at(value));
    if (!object) {
      complain(out, "object %p (record %u) points at +%ld to %#llx, where there is no object", static_cast<const void*>(start), record,
               offset, static_cast<unsigned long long>(value));
    }
  });
}

}  // namespace

std::vector<std::string> complaints_of_heap(HeapState& state) {
  std::vector<std::string> out;
  std::uint64_t live = 0;
  state.for_each_span([&](Span* span) {
    for (std::uint32_t i = 0; i < span->pages; ++i) {
      if (state.pages.span_at(reinterpret_cast<std::uintptr_t>(span->base) + i * kPageSize) != span) {
        complain(out, "page %u of the span at %p is not in the span table", i, static_cast<void*>(span->base));
      }
    }
    for_each_object_of(state, *span, [&](std::uint32_t slot) {
      live += span->slot_size;
      // While marking, dead objects are still there and point to what is there; so is everything
      // after a sweep. In between, pointers of unswept dead objects do not matter.
      check_object(state, *span, slot, out);
    });
    for (std::uint32_t w = 0; w < span->words; ++w) {
      if (state.swept && !state.heap.is_marking() && span->bits(w).marks != 0) {
        complain(out, "span %p has marks left over", static_cast<void*>(span->base));
        break;
      }
    }
  });
  if (live != state.heap.live_bytes()) {
    complain(out, "objects take %llu bytes, the heap counts %llu", static_cast<unsigned long long>(live),
             static_cast<unsigned long long>(state.heap.live_bytes()));
  }
  RootCheck roots(state, out);
  state.visit_all_roots(roots);
  return out;
}

std::vector<std::string> complaints_of_marking(HeapState& state) {
  std::vector<std::string> out;
  Walker walker(state);
  walker.walk([&](const Span& span, std::uint32_t slot) {
    if (!span.test(&SlotBits::marks, slot) && span.existed_at_start(state.cycle, slot)) {
      complain(out, "reachable object %p (record %u) is not marked", static_cast<void*>(span.slot_address(slot)),
               span.kind == SpanKind::Tiny ? 0 : span.records[slot]);
    }
  });
  return out;
}

void check_heap(HeapState& state, const char* when) { stop_on(complaints_of_heap(state), when); }
void check_marking(HeapState& state) { stop_on(complaints_of_marking(state), "at the end of marking"); }

std::vector<std::string> Heap::verify() {
  const auto rest = inner_->collector.rest();
  return complaints_of_heap(*inner_);
}

}  // namespace govm::gc
