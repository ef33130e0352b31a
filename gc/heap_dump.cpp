// The object graph in the format that tools for Go read.
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "gc/barrier.h"
#include "gc/walk.h"

namespace govm::gc {

namespace {

// The records of a dump: numbers are of varying length, texts have theirs in front.
class BinaryDump final : public RootVisitor {
 public:
  enum Tag : std::uint64_t { kEnd = 0, kObject = 1, kOtherRoot = 2, kParameters = 6, kStatistics = 10 };
  static constexpr std::uint64_t kPointerField = 1;

  BinaryDump& number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) text_ += static_cast<char>(value | 0x80);
    text_ += static_cast<char>(value);
    return *this;
  }
  BinaryDump& text(std::string_view bytes) {
    number(bytes.size());
    text_ += bytes;
    return *this;
  }
  void line(std::string_view bytes) { text_ += bytes; }
  void visit(const void* pointer) override {
    if (pointer != nullptr) number(kOtherRoot).text("root").number(reinterpret_cast<std::uintptr_t>(pointer));
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace

std::string Heap::binary_dump() {
  HeapState& s = *inner_;
  const MemStats stats = mem_stats();
  const auto rest = s.collector.rest();
  BinaryDump out;
  out.line("go1.7 heap dump\n");
  out.number(BinaryDump::kParameters).number(0).number(sizeof(void*)).number(base_).number(base_ + reserved_);
  out.text("amd64").text("").number(1);
  s.for_each_span([&](const Span* span) {
    for_each_object_of(s, *span, [&](std::uint32_t slot) {
      const std::byte* object = span->slot_address(slot);
      out.number(BinaryDump::kObject).number(reinterpret_cast<std::uintptr_t>(object));
      out.text({reinterpret_cast<const char*>(object), span->slot_size});
      for_each_pointer_of(s, *span, slot, [&](const std::uint64_t* word) {
        out.number(BinaryDump::kPointerField).number(static_cast<std::uint64_t>(reinterpret_cast<const std::byte*>(word) - object));
      });
      out.number(0);
    });
  });
  s.visit_all_roots(out);
  const std::uint64_t figures[] = {stats.heap_alloc,
                                   stats.total_alloc,
                                   stats.heap_sys + stats.metadata_bytes,
                                   0,
                                   stats.mallocs,
                                   stats.frees,
                                   stats.heap_alloc,
                                   stats.heap_sys,
                                   stats.heap_idle,
                                   stats.heap_inuse,
                                   stats.heap_released,
                                   stats.heap_objects,
                                   0,  // stacks and the small parts of Go's runtime
                                   0,
                                   0,
                                   0,
                                   0,
                                   0,
                                   0,
                                   stats.metadata_bytes,
                                   0,
                                   stats.next_gc,
                                   stats.last_gc,
                                   stats.pause_total_ns};
  out.number(BinaryDump::kStatistics);
  for (const std::uint64_t figure : figures) out.number(figure);
  std::array<std::uint64_t, kKeptCycles> pauses{};
  for (const CycleRecord& cycle : cycles_) pauses[(cycle.number - 1) % kKeptCycles] = static_cast<std::uint64_t>(cycle.pause_ns);
  for (const std::uint64_t pause : pauses) out.number(pause);
  out.number(stats.num_gc);
  out.number(BinaryDump::kEnd);
  return out.take();
}

}  // namespace govm::gc
