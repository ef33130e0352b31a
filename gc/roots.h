// Where the collector starts: whoever holds pointers outside the heap tells them here.
#pragma once

#include <cstddef>
#include <cstdint>

#include "gc/layout.h"

namespace govm::gc {

/// Where a root word lies: its address, if it has one, and what its provider says of the place; opaque.
struct RootPlace {
  const void* slot = nullptr;
  std::uint32_t function = 0;   ///< 0: no frame
  std::uint64_t goroutine = 0;  ///< 0: none
};

/// Takes root words. Words that do not point into the heap are ignored, so frame, static
/// and C++ addresses need no tag; pointers may point anywhere into an object.
class RootVisitor {
 public:
  virtual void visit(const void* pointer) = 0;
  /// What is visited from here on belongs to this frame, or to none.
  void enter(std::uint32_t function, std::uint64_t goroutine) { place_ = {nullptr, function, goroutine}; }
  /// `count` words, all of which may hold pointers.
  void visit_words(const void* words, std::size_t count) {
    count_words(count);
    const auto* p = static_cast<const std::uint64_t*>(words);
    for (std::size_t i = 0; i < count; ++i) visit_slot(p + i);
  }
  /// The words of [base, base + 8*count) whose bit is set.
  void visit_bits(const void* base, const std::uint64_t* bits, std::size_t count) {
    count_words(count);
    const auto* p = static_cast<const std::uint64_t*>(base);
    for (std::size_t i = 0; i < count; i += 64) {
      std::uint64_t set = bits[i / 64];
      if (count - i < 64) set &= (std::uint64_t{1} << (count - i)) - 1;
      for (; set != 0; set &= set - 1) visit_slot(p + i + __builtin_ctzll(set));
    }
  }
  /// `count` adjacent values of a layout.
  void visit_values(const void* base, const Layout& layout, std::size_t count) {
    count_words(layout.element_size / 8 * count);
    const auto* p = static_cast<const std::uint64_t*>(base);
    for_each_pointer(layout, p, p + layout.element_size / 8 * count, [this](const std::uint64_t* word) { visit_slot(word); });
  }

 protected:
  ~RootVisitor() = default;
  /// Of the word that is visited.
  const RootPlace& place() const { return place_; }
  /// Words of memory that were gone through, of goroutines and of no goroutine.
  struct Words {
    std::uint64_t stacks = 0;
    std::uint64_t globals = 0;
  };
  Words words_;

 private:
  void count_words(std::size_t count) { (place_.goroutine != 0 ? words_.stacks : words_.globals) += count; }
  void visit_slot(const std::uint64_t* word) {
    place_.slot = word;
    visit(reinterpret_cast<const void*>(*word));
    place_.slot = nullptr;
  }

  RootPlace place_;
};

/// Globals, goroutine stacks, queues of natives. Called in a pause, possibly several times.
class RootProvider {
 public:
  virtual ~RootProvider() = default;
  virtual void visit_roots(RootVisitor& visitor) = 0;
};

}  // namespace govm::gc
