// What keeps an object alive: breadth first from the roots, so that the way found is a shortest one.
#include <algorithm>
#include <unordered_map>

#include "gc/barrier.h"
#include "gc/walk.h"

namespace govm::gc {

namespace {

class PathFinder final : public RootVisitor {
 public:
  explicit PathFinder(HeapState& state) : state_(state) {}

  Heap::Path find(const std::function<bool(RecordId)>& wanted) {
    state_.visit_all_roots(*this);
    std::size_t shared = kRoot;  // a tiny block that has others' parts, too: who holds it may want these
    for (std::size_t next = 0; next < found_.size(); ++next) {
      const Found here = found_[next];
      const Parts parts = parts_of(here, wanted);
      if (parts == Parts::All) return path_to(next, wanted);
      if (parts == Parts::Some && shared == kRoot) shared = next;
      for_each_pointer_of(state_, *here.span, here.slot, [&](const std::uint64_t* word) {
        const auto offset = reinterpret_cast<std::uintptr_t>(word) - reinterpret_cast<std::uintptr_t>(here.span->slot_address(here.slot));
        reach(read_word(word), next, offset);
      });
    }
    return shared != kRoot ? path_to(shared, wanted) : Heap::Path();
  }

  void visit(const void* pointer) override {
    if (reach(reinterpret_cast<std::uint64_t>(pointer), kRoot, places_.size())) places_.push_back(place());
  }

 private:
  static constexpr std::size_t kRoot = SIZE_MAX;
  struct Found {
    const Span* span;
    std::uint32_t slot;
    std::size_t from;       // index of the object that points here
    std::uint64_t through;  // offset of that pointer; of a root its index in places_
  };

  bool reach(std::uint64_t word, std::size_t from, std::uint64_t through) {
    const Span* span = state_.pages.span_at(word);
    if (span == nullptr) return false;
    const std::uint32_t slot = span->slot_at(word);
    if (slot >= span->slots || !is_object(state_, *span, slot)) return false;
    std::vector<bool>& seen = seen_[span];
    if (seen.empty()) seen.resize(span->slots);
    if (seen[slot]) return false;
    seen[slot] = true;
    found_.push_back({span, slot, from, through});
    return true;
  }

  /// Which parts of an object are wanted; all but tiny blocks have one.
  enum class Parts : std::uint8_t { None, Some, All };
  Parts parts_of(const Found& here, const std::function<bool(RecordId)>& wanted) const {
    if (here.span->kind != SpanKind::Tiny) return wanted(here.span->records[here.slot]) ? Parts::All : Parts::None;
    bool any = false, all = true;
    state_.tiny.for_each_part(*here.span, here.slot, [&](RecordId record) {
      const bool is_wanted = wanted(record);
      any = any || is_wanted;
      all = all && is_wanted;
    });
    return !any ? Parts::None : all ? Parts::All : Parts::Some;
  }

  Heap::Path path_to(std::size_t index, const std::function<bool(RecordId)>& wanted) const {
    Heap::Path path;
    const Found& last = found_[index];
    std::uint64_t offset = 0;
    for (;;) {
      const Found& here = found_[index];
      const RecordId record = here.span->records[here.span->kind == SpanKind::Tiny ? here.slot * kTinyRecords : here.slot];
      path.steps.push_back({here.span->slot_address(here.slot), here.span->slot_size, record, offset});
      if (here.from == kRoot) {
        path.root = places_[here.through];
        break;
      }
      offset = here.through;
      index = here.from;
    }
    std::reverse(path.steps.begin(), path.steps.end());
    if (last.span->kind == SpanKind::Tiny) {
      state_.tiny.for_each_part(*last.span, last.slot, [&](RecordId record) {
        if (wanted(record)) path.steps.back().record = record;
      });
    }
    return path;
  }

  HeapState& state_;
  std::vector<Found> found_;
  std::vector<RootPlace> places_;
  std::unordered_map<const Span*, std::vector<bool>> seen_;
};

}  // namespace

Heap::Path Heap::path_to(const std::function<bool(RecordId)>& wanted) {
  const auto rest = inner_->collector.rest();
  return PathFinder(*inner_).find(wanted);
}

}  // namespace govm::gc
