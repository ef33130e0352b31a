// The object graph as text: one line an object in address order, with what it points to.
#include <algorithm>

#include "base/text_writer.h"
#include "gc/barrier.h"
#include "gc/walk.h"

namespace govm::gc {

void Heap::dump(TextWriter& out) {
  HeapState& s = *inner_;
  const auto rest = s.collector.rest();
  std::vector<const Span*> spans;
  for (const auto& span : s.all_spans) {
    if (span != nullptr) spans.push_back(span.get());
  }
  std::sort(spans.begin(), spans.end(), [](const Span* a, const Span* b) { return a->base < b->base; });
  for (const Span* span : spans) {
    for (std::uint32_t slot = 0; slot < span->slots; ++slot) {
      if (!is_object(s, *span, slot)) continue;
      out.put("0x").hex(reinterpret_cast<std::uint64_t>(span->slot_address(slot))).put(" ", span->slot_size);
      if (span->kind == SpanKind::Tiny) {
        out.put(" tiny");
        s.tiny.for_each_part(*span, slot, [&out](RecordId record) { out.put(" r", record); });
      } else {
        out.put(" r", span->records[slot]);
      }
      for_each_pointer_of(s, *span, slot, [&](const std::uint64_t* word) {
        const ObjectInfo target = find_object(reinterpret_cast<const void*>(read_word(word)));
        if (target.start != nullptr) out.put(" -> 0x").hex(reinterpret_cast<std::uint64_t>(target.start));
      });
      out.newline();
    }
  }
}

}  // namespace govm::gc
