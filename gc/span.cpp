// Making a span: its bitmaps and side table are one piece of memory.
#include "gc/span.h"

namespace govm::gc {

namespace {

std::size_t record_entries(const Span& span) { return std::size_t{span.slots} * (span.kind == SpanKind::Tiny ? kTinyRecords : 1); }

std::size_t metadata_words(const Span& span) { return std::size_t{span.words} * 4 + (record_entries(span) * sizeof(RecordId) + 7) / 8; }

}  // namespace

std::size_t Span::metadata_bytes() const { return sizeof(Span) + metadata_words(*this) * 8; }

std::unique_ptr<Span> make_span(std::byte* base, std::uint32_t first_page, std::uint32_t pages, std::uint32_t size_class, SpanKind kind) {
  auto span = std::make_unique<Span>();
  const std::uint64_t bytes = std::uint64_t{pages} << kPageShift;
  span->base = base;
  span->slot_size = kind == SpanKind::Large ? bytes : kClassSize[size_class];
  span->slots = static_cast<std::uint32_t>(bytes / span->slot_size);
  span->words = (span->slots + 63) / 64;
  span->divide_magic = kind == SpanKind::Large ? 0 : static_cast<std::uint32_t>(UINT32_MAX / span->slot_size + 1);
  span->first_page = first_page;
  span->pages = pages;
  span->size_class = static_cast<std::uint8_t>(size_class);
  span->kind = kind;
  span->metadata = std::make_unique<std::uint64_t[]>(metadata_words(*span));
  span->alloc = span->metadata.get();
  span->marks = span->alloc + span->words;
  span->old = span->marks + span->words;
  span->snapshot = span->old + span->words;
  span->records = reinterpret_cast<RecordId*>(span->snapshot + span->words);
  return span;
}

}  // namespace govm::gc
