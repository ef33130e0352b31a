// The table behind an Interner: open addressing by a hash that is the same on every run.
#include "base/intern.h"

#include <cstring>

namespace govm {
namespace {

constexpr size_t kInitialSlots = 4096;

uint32_t hash_text(std::string_view text) {
  // FNV-1a over 8-byte words, then bytes, with a final mix; the same on every run.
  uint64_t h = 0xcbf29ce484222325u ^ text.size();
  const char* p = text.data();
  size_t left = text.size();
  for (; left >= 8; left -= 8, p += 8) {
    uint64_t word;
    std::memcpy(&word, p, 8);
    h = (h ^ word) * 0x9fb21c651e98df25u;
    h ^= h >> 32;
  }
  for (; left > 0; --left, ++p) h = (h ^ static_cast<unsigned char>(*p)) * 0x100000001b3u;
  h ^= h >> 29;
  h *= 0x9fb21c651e98df25u;
  return static_cast<uint32_t>(h >> 32);
}

}  // namespace

Interner::Interner() : slots_(kInitialSlots, nullptr) {}

Symbol Interner::intern(std::string_view text) {
  uint32_t hash = hash_text(text);
  size_t mask = slots_.size() - 1;
  size_t slot = hash & mask;
  while (const InternedText* found = slots_[slot]) {
    if (found->hash == hash && found->length == text.size() && std::memcmp(found->text, text.data(), text.size()) == 0) {
      return Symbol(found);
    }
    slot = (slot + 1) & mask;
  }
  char* copy = static_cast<char*>(arena_.allocate(text.size() + 1, 1));
  std::memcpy(copy, text.data(), text.size());
  copy[text.size()] = '\0';
  const InternedText* made = arena_.make<InternedText>(hash, static_cast<uint32_t>(text.size()), copy);
  slots_[slot] = made;
  if (++count_ * 2 > slots_.size()) grow();
  return Symbol(made);
}

void Interner::grow() {
  std::vector<const InternedText*> old(slots_.size() * 2, nullptr);
  old.swap(slots_);
  size_t mask = slots_.size() - 1;
  for (const InternedText* text : old) {
    if (text == nullptr) continue;
    size_t slot = text->hash & mask;
    while (slots_[slot] != nullptr) slot = (slot + 1) & mask;
    slots_[slot] = text;
  }
}

}  // namespace govm
