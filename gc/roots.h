// Where the collector starts: whoever holds pointers outside the heap tells them here.
#pragma once

#include <cstddef>
#include <cstdint>

#include "gc/layout.h"

namespace govm::gc {

/// Takes root words. Words that do not point into the heap are ignored, so frame, static
/// and C++ addresses need no tag; pointers may point anywhere into an object.
class RootVisitor {
 public:
  virtual void visit(const void* pointer) = 0;
  /// `count` words, all of which may hold pointers.
  void visit_words(const void* words, std::size_t count) {
    const auto* p = static_cast<const std::uint64_t*>(words);
    for (std::size_t i = 0; i < count; ++i) visit(reinterpret_cast<const void*>(p[i]));
  }
  /// The words of [base, base + 8*count) whose bit is set.
  void visit_bits(const void* base, const std::uint64_t* bits, std::size_t count) {
    const auto* p = static_cast<const std::uint64_t*>(base);
    for (std::size_t i = 0; i < count; ++i) {
      if ((bits[i / 64] >> (i % 64) & 1) != 0) visit(reinterpret_cast<const void*>(p[i]));
    }
  }
  /// `count` adjacent values of a layout.
  void visit_values(const void* base, const Layout& layout, std::size_t count) {
    const auto* p = static_cast<const std::uint64_t*>(base);
    for_each_pointer(layout, p, p + layout.element_size / 8 * count,
                     [this](const std::uint64_t* word) { visit(reinterpret_cast<const void*>(*word)); });
  }

 protected:
  ~RootVisitor() = default;
};

/// Globals, goroutine stacks, queues of natives. Called in a pause, possibly several times.
class RootProvider {
 public:
  virtual ~RootProvider() = default;
  virtual void visit_roots(RootVisitor& visitor) = 0;
};

}  // namespace govm::gc
