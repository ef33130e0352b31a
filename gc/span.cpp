// Making a span: header, bits and side table in one piece.
#include "gc/span.h"

#include <cstring>
#include <new>

namespace govm::gc {

namespace {

std::size_t record_entries(const Span& span) { return std::size_t{span.slots} * (span.kind == SpanKind::Tiny ? kTinyRecords : 1); }

}  // namespace

std::size_t Span::metadata_bytes() const {
  return sizeof(Span) + words * sizeof(SlotBits) + (record_entries(*this) * sizeof(RecordId) + 7) / 8 * 8;
}

void FreeSpan::operator()(Span* span) const { ::operator delete (span, std::align_val_t{alignof(Span)}); }

SpanOwner make_span(std::byte* base, std::uint32_t first_page, std::uint32_t pages, std::uint32_t size_class, SpanKind kind,
                    SpanOwner spare) {
  const std::uint64_t bytes = std::uint64_t{pages} << kPageShift;
  Span header{};
  header.base = base;
  header.slot_size = kind == SpanKind::Large ? bytes : kClassSize[size_class];
  header.slots = static_cast<std::uint32_t>(bytes / header.slot_size);
  header.words = (header.slots + 63) / 64;
  header.divide_magic = kind == SpanKind::Large ? 0 : static_cast<std::uint32_t>(UINT32_MAX / header.slot_size + 1);
  header.first_page = first_page;
  header.pages = pages;
  header.size_class = static_cast<std::uint8_t>(size_class);
  header.kind = kind;
  const std::size_t size = header.metadata_bytes();
  void* memory = spare != nullptr ? spare.release() : ::operator new (size, std::align_val_t{alignof(Span)});
  std::memset(memory, 0, size);
  SpanOwner span(new (memory) Span(header));
  span->records = reinterpret_cast<RecordId*>(&span->bits(span->words));
  return span;
}

}  // namespace govm::gc
