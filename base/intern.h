// Interned text: equal texts are one Symbol, so that names compare by pointer.
//
// A Symbol is valid as long as the Interner that made it; the compile session owns one Interner.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"

namespace govm {

/// The stored form of an interned text; only the Interner makes it.
struct InternedText {
  uint32_t hash;
  uint32_t length;
  const char* text;  ///< followed by a NUL byte
};

/// A name. Equality is identity; the empty default Symbol is different from every name.
class Symbol {
 public:
  constexpr Symbol() = default;
  constexpr explicit Symbol(const InternedText* text) : text_(text) {}

  /// The text; empty for the default Symbol.
  std::string_view view() const { return text_ ? std::string_view(text_->text, text_->length) : std::string_view(); }
  std::string str() const { return std::string(view()); }
  /// A hash of the text, the same in every run.
  uint32_t hash() const { return text_ ? text_->hash : 0; }
  explicit operator bool() const { return text_ != nullptr; }
  bool operator==(const Symbol&) const = default;
  /// Compares with plain text, by content.
  bool operator==(std::string_view text) const { return view() == text; }
  /// Whether this is the blank identifier.
  bool is_blank() const { return view() == "_"; }

 private:
  const InternedText* text_ = nullptr;
};

/// The table of all names of a session.
class Interner {
 public:
  Interner();
  Interner(const Interner&) = delete;
  Interner& operator=(const Interner&) = delete;

  /// The one Symbol of this text.
  Symbol intern(std::string_view text);
  /// Number of different texts so far.
  size_t size() const { return count_; }

 private:
  void grow();

  Arena arena_;
  std::vector<const InternedText*> slots_;  ///< open addressing, a power of two long
  size_t count_ = 0;
};

}  // namespace govm

template <>
struct std::hash<govm::Symbol> {
  size_t operator()(govm::Symbol symbol) const noexcept { return symbol.hash(); }
};
