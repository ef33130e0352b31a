// Toy layouts, roots and a clock for testing the heap without a VM.
#pragma once

#include <cstdint>
#include <vector>

#include "gc/barrier.h"
#include "gc/heap.h"

namespace govm::gc {

/// Two words: a pointer and a number.
struct Node {
  Node* next;
  std::uint64_t value;
};
inline constexpr std::uint64_t kFirstWord[] = {1};
inline constexpr Layout kNodeLayout{16, 8, kFirstWord};
inline constexpr Layout kPointers{8, 8, kFirstWord};
inline constexpr Layout kBytes{1, 0, nullptr};

/// Roots as a list.
struct Roots final : RootProvider {
  std::vector<void*> list;
  void visit_roots(RootVisitor& visitor) override {
    for (void* pointer : list) visitor.visit(pointer);
  }
};

/// A heap of its own address range, verified around each collection.
struct ToyHeap {
  Roots roots;
  Heap heap;
  RecordId node;
  RecordId pointers;
  RecordId bytes;

  static Options with(Options options) {
    options.fixed_base = false;
    options.reserve = std::uint64_t{1} << 32;
    options.verify = true;
    options.poison = true;
    return options;
  }

  explicit ToyHeap(Options options = {}) : heap(with(std::move(options))) {
    heap.add_root_provider(&roots);
    node = heap.intern_record({.layout = kNodeLayout, .size = 16, .site = 1});
    pointers = heap.intern_record({.layout = kPointers, .site = 2});
    bytes = heap.intern_record({.layout = kBytes, .site = 3});
  }

  Node* new_node(Node* next, std::uint64_t value) {
    void* p = heap.try_allocate<2>(node);
    if (p == nullptr) {
      heap.collect_if_due(16);
      p = heap.allocate(node, 16);
    }
    auto* made = static_cast<Node*>(p);
    store(heap, &made->next, next);
    made->value = value;
    return made;
  }
  /// Allocates as a cold path does.
  void* make(RecordId record, std::size_t size) {
    heap.collect_if_due(size);
    return heap.allocate(record, size);
  }
};

}  // namespace govm::gc
