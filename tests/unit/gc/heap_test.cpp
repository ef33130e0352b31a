// Allocation, collection and accounting of the heap.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/gc/toy.h"

namespace govm::gc {
namespace {

TEST(SizeClass, RoundsAsGo) {
  EXPECT_EQ(rounded_size(0, true), 0u);
  EXPECT_EQ(rounded_size(1, true), 8u);
  EXPECT_EQ(rounded_size(7, false), 7u);  // a part of a tiny block
  EXPECT_EQ(rounded_size(17, false), 24u);
  EXPECT_EQ(rounded_size(800, false), 896u);
  EXPECT_EQ(rounded_size(512, true), 512u);
  EXPECT_EQ(rounded_size(513, false), 576u);
  EXPECT_EQ(rounded_size(576, true), 640u);  // 8 bytes more
  EXPECT_EQ(rounded_size(1024, false), 1024u);
  EXPECT_EQ(rounded_size(1025, false), 1152u);
  EXPECT_EQ(rounded_size(32760, false), 32768u);
  EXPECT_EQ(rounded_size(32768, true), 32768u);
  EXPECT_EQ(rounded_size(72000, false), 73728u);
  EXPECT_EQ(usable_size(8, false), 8u);
  EXPECT_EQ(usable_size(513, true), 568u);
}

TEST(SizeClass, EverySizeGetsItsSmallestClass) {
  for (std::size_t size = 1; size <= kMaxSmallSize; ++size) {
    const std::uint32_t c = size_class_of(size);
    ASSERT_GE(kClassSize[c], size);
    ASSERT_LT(kClassSize[c - 1], size);
  }
}

TEST(Heap, ZeroesToTheSlotsEnd) {
  ToyHeap toy;
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 100; ++i) {
      auto* p = static_cast<std::uint8_t*>(toy.make(toy.bytes, 33));
      for (int k = 0; k < 48; ++k) ASSERT_EQ(p[k], 0);
      std::memset(p, 0xff, 48);
    }
    toy.heap.collect();
  }
}

TEST(Heap, ZeroSizeObjectsShareOneAddressAndAreNotCounted) {
  ToyHeap toy;
  EXPECT_EQ(toy.heap.allocate(toy.bytes, 0), toy.heap.allocate(toy.node, 0));
  EXPECT_FALSE(toy.heap.contains(toy.heap.zero_object()));
  EXPECT_EQ(toy.heap.allocated_objects(), 0u);
}

TEST(Heap, KeepsWhatIsReachableThroughInteriorPointers) {
  ToyHeap toy;
  auto** array = static_cast<void**>(toy.make(toy.pointers, 100 * 8));
  for (std::uint64_t i = 0; i < 100; ++i) store(toy.heap, &array[i], toy.new_node(nullptr, i));
  toy.roots.list.push_back(array + 50);
  toy.new_node(nullptr, 0);
  toy.heap.collect();
  const CycleRecord& cycle = toy.heap.cycles().back();
  EXPECT_EQ(cycle.objects_before, 102u);
  EXPECT_EQ(cycle.objects_live, 101u);
  EXPECT_EQ(cycle.objects_freed, 1u);
  EXPECT_EQ(cycle.live_after, 896u + 1600u);
  for (std::uint64_t i = 0; i < 100; ++i) EXPECT_EQ(static_cast<Node*>(array[i])->value, i);
  EXPECT_THAT(toy.heap.verify(), testing::IsEmpty());
}

TEST(Heap, FreesEverythingWithoutRoots) {
  ToyHeap toy;
  for (int i = 0; i < 10000; ++i) toy.new_node(nullptr, 1);
  toy.make(toy.bytes, 1 << 20);
  toy.heap.collect();
  const MemStats m = toy.heap.mem_stats();
  EXPECT_EQ(m.heap_alloc, 0u);
  EXPECT_EQ(m.heap_objects, 0u);
  EXPECT_EQ(m.mallocs, 10001u);
  EXPECT_EQ(m.frees, 10001u);
  EXPECT_EQ(m.total_alloc, 160000u + (1 << 20));
  EXPECT_EQ(m.heap_inuse, 0u);
  EXPECT_EQ(m.by_size[2].mallocs, 10000u);
  EXPECT_EQ(m.by_size[2].frees, 10000u);
}

TEST(Heap, MarksAMillionNodesWithoutRecursion) {
  ToyHeap toy({.gogc = -1});
  Node* list = nullptr;
  for (std::uint64_t i = 0; i < 200000; ++i) list = toy.new_node(list, i);
  toy.roots.list.push_back(list);
  toy.heap.collect();
  EXPECT_EQ(toy.heap.cycles().back().objects_live, 200000u);
  std::uint64_t expected = 200000;
  for (Node* n = list; n != nullptr; n = n->next) ASSERT_EQ(n->value, --expected);
}

// The arithmetic a learner does by hand: 24-byte objects, goal 4 MiB.
TEST(Heap, CollectsExactlyAtTheGoal) {
  ToyHeap toy({.verify = false});
  const RecordId order = toy.heap.intern_record({.layout = {24, 24, kFirstWord}, .size = 24, .site = 9});
  for (int i = 0; i < 174763; ++i) {
    if (toy.heap.try_allocate<3>(order) == nullptr) {
      toy.heap.collect_if_due(24);
      toy.heap.allocate(order, 24);
    }
    if (i == 174761) {
      EXPECT_EQ(toy.heap.cycles().size(), 0u);
    }
  }
  ASSERT_EQ(toy.heap.cycles().size(), 1u);
  EXPECT_EQ(toy.heap.cycles()[0].live_before, 4194288u);
  EXPECT_EQ(toy.heap.cycles()[0].objects_before, 174762u);
  EXPECT_EQ(toy.heap.cycles()[0].goal, 4194304u);
}

TEST(Heap, GoalIsTwiceTheLiveHeap) {
  ToyHeap toy;
  auto* kept = toy.make(toy.bytes, 8 << 20);
  toy.roots.list.push_back(kept);
  toy.heap.collect();
  EXPECT_EQ(toy.heap.goal(), 16u << 20);
  EXPECT_EQ(toy.heap.set_gogc(50), 100);
  EXPECT_EQ(toy.heap.goal(), 12u << 20);
  toy.heap.set_gogc(-1);
  EXPECT_EQ(toy.heap.goal(), UINT64_MAX);
}

TEST(Heap, MemoryLimitLowersTheGoal) {
  ToyHeap toy({.gogc = -1, .memory_limit = 16 << 20});
  for (int i = 0; i < 40; ++i) toy.make(toy.bytes, 1 << 20);
  ASSERT_GE(toy.heap.cycles().size(), 2u);
  EXPECT_EQ(toy.heap.cycles()[0].cause, Cause::MemoryLimit);
  EXPECT_LT(toy.heap.cycles()[0].live_before, 16u << 20);
}

// A long run does not grow by what it remembers of its collections; sums go on.
TEST(Heap, KeepsTheNewestRecordsOfCollections) {
  for (const bool keeps_all : {true, false}) {
    ToyHeap toy({.keep_records = keeps_all});
    constexpr std::uint64_t kCycles = 3 * Heap::kKeptCycles + 10;
    for (std::uint64_t i = 0; i < kCycles; ++i) toy.heap.collect();
    EXPECT_EQ(toy.heap.mem_stats().num_gc, kCycles);
    EXPECT_EQ(toy.heap.cycles().back().number, kCycles);
    std::uint64_t pauses = 0;
    for (const std::uint64_t count : toy.heap.collection_totals().pauses.counts()) pauses += count;
    EXPECT_EQ(pauses, kCycles);
    if (keeps_all) {
      EXPECT_EQ(toy.heap.cycles().size(), kCycles);
      EXPECT_EQ(toy.heap.pauses().size(), kCycles);
    } else {
      EXPECT_GE(toy.heap.cycles().size(), Heap::kKeptCycles);
      EXPECT_LE(toy.heap.cycles().size(), 2 * Heap::kKeptCycles);
      EXPECT_LE(toy.heap.pauses().size(), 2 * Heap::kKeptCycles);
    }
  }
}

// What keeps a block alive for the sake of another part of it is named only if nothing keeps one that is wanted alone.
TEST(Heap, PathsLeadToWhatIsWantedAlone) {
  ToyHeap toy;
  const RecordId other = toy.heap.intern_record({.layout = kBytes, .site = 7});
  const auto wanted = [&toy](RecordId record) { return record == toy.bytes; };
  toy.roots.list.push_back(toy.make(other, 8));
  toy.make(toy.bytes, 8);  // in the same block
  const Heap::Path shared = toy.heap.path_to(wanted);
  ASSERT_EQ(shared.steps.size(), 1u);
  EXPECT_EQ(shared.steps.back().record, toy.bytes);
  toy.roots.list.push_back(toy.new_node(static_cast<Node*>(toy.make(toy.bytes, 9)), 0));
  const Heap::Path alone = toy.heap.path_to(wanted);
  ASSERT_EQ(alone.steps.size(), 2u);
  EXPECT_EQ(alone.steps.front().record, toy.node);
  EXPECT_EQ(alone.steps.back().record, toy.bytes);
}

TEST(Heap, TinyPartsShareBlocks) {
  ToyHeap toy;
  auto* a = static_cast<std::byte*>(toy.make(toy.bytes, 8));
  auto* b = static_cast<std::byte*>(toy.make(toy.bytes, 8));
  auto* c = static_cast<std::byte*>(toy.make(toy.bytes, 1));
  auto* d = static_cast<std::byte*>(toy.make(toy.bytes, 4));
  EXPECT_EQ(b, a + 8);
  EXPECT_EQ(d, c + 4);  // aligned by its size
  MemStats m = toy.heap.mem_stats();
  EXPECT_EQ(m.mallocs, 4u);
  EXPECT_EQ(m.total_alloc, 32u);
  EXPECT_EQ(m.tiny_allocs, 4u);
  toy.roots.list = {d};
  toy.heap.collect();
  m = toy.heap.mem_stats();
  EXPECT_EQ(m.frees, 2u);  // the part beside d lives with it
  EXPECT_EQ(m.heap_alloc, 16u);
  EXPECT_EQ(toy.heap.in_use().records[toy.bytes].objects, 2u);
  const RecordStats r = toy.heap.record_stats(toy.bytes);
  EXPECT_EQ(r.allocs, 4u);
  EXPECT_EQ(r.bytes + toy.heap.tiny_unused_bytes(), 32u);
}

TEST(Heap, ManyPartsOfOneBlock) {
  ToyHeap toy;
  void* last = nullptr;
  for (int i = 0; i < 16; ++i) last = toy.make(toy.bytes, 1);
  EXPECT_EQ(toy.heap.mem_stats().total_alloc, 16u);
  toy.roots.list = {last};
  toy.heap.collect();
  EXPECT_EQ(toy.heap.mem_stats().frees, 0u);
  toy.roots.list.clear();
  toy.heap.collect();
  EXPECT_EQ(toy.heap.mem_stats().frees, 16u);
}

TEST(Heap, CountsSurvivorsOfTheFirstCycle) {
  ToyHeap toy;
  for (int i = 0; i < 10; ++i) {
    Node* n = toy.new_node(nullptr, 0);
    if (i < 3) toy.roots.list.push_back(n);
  }
  toy.heap.collect();
  toy.new_node(nullptr, 0);
  toy.heap.collect();
  toy.new_node(nullptr, 0);  // meets no cycle
  const RecordStats r = toy.heap.record_stats(toy.node);
  EXPECT_EQ(r.allocs, 12u);
  EXPECT_EQ(r.met_cycle, 11u);
  EXPECT_EQ(r.survived, 3u);
  EXPECT_EQ(toy.heap.in_use().records[toy.node].objects, 4u);
  EXPECT_EQ(toy.heap.reachable().objects, 3u);
}

TEST(Heap, FreedPagesServeOtherSizes) {
  ToyHeap toy;
  for (int i = 0; i < 1000; ++i) toy.make(toy.bytes, 4096);
  toy.heap.collect();
  const std::uint64_t mapped = toy.heap.mem_stats().heap_sys;
  for (int i = 0; i < 100; ++i) {
    auto* p = static_cast<std::uint64_t*>(toy.make(toy.bytes, 40000));
    for (int k = 0; k < 5000; ++k) ASSERT_EQ(p[k], 0u);  // zero although used before
    std::memset(p, 1, 40000);
  }
  EXPECT_EQ(toy.heap.mem_stats().heap_sys, mapped);
  toy.heap.collect();
  toy.heap.release_memory();
  EXPECT_EQ(toy.heap.mem_stats().heap_inuse, 0u);
  EXPECT_GT(toy.heap.mem_stats().heap_released, 3u << 20);
}

TEST(Heap, SameAddressesInEachRun) {
  std::vector<std::uintptr_t> runs[2];
  for (auto& addresses : runs) {
    ToyHeap toy;
    for (int i = 0; i < 5000; ++i) {
      const auto p = reinterpret_cast<std::uintptr_t>(toy.make(toy.bytes, 16 + i % 700));
      addresses.push_back(p - toy.heap.base_address());
      if (i % 1000 == 0) toy.heap.collect();
    }
  }
  EXPECT_EQ(runs[0], runs[1]);
}

TEST(Heap, FindsObjectsByInteriorAddress) {
  ToyHeap toy;
  auto* p = static_cast<std::byte*>(toy.make(toy.bytes, 100));
  const Heap::ObjectInfo info = toy.heap.find_object(p + 99);
  EXPECT_EQ(info.start, p);
  EXPECT_EQ(info.size, 112u);
  EXPECT_EQ(info.record, toy.bytes);
  EXPECT_EQ(toy.heap.find_object(p + 112).start, nullptr);  // the next slot is free
  int local = 0;
  EXPECT_EQ(toy.heap.find_object(&local).start, nullptr);
}

TEST(Heap, VerifySeesAPointerToFreedMemory) {
  ToyHeap toy;
  Node* kept = toy.new_node(nullptr, 1);
  toy.roots.list = {kept};
  Node* freed = toy.new_node(nullptr, 2);
  toy.heap.collect();
  kept->next = freed;
  EXPECT_THAT(toy.heap.verify(), testing::Contains(testing::HasSubstr("where there is no object")));
}

TEST(Heap, VerifySeesAPointerIntoAFrame) {
  std::uint64_t frame[4] = {};
  ToyHeap toy({.is_frame_address = [&frame](std::uintptr_t a) { return a - reinterpret_cast<std::uintptr_t>(frame) < sizeof frame; }});
  Node* kept = toy.new_node(nullptr, 1);
  toy.roots.list = {kept};
  kept->next = reinterpret_cast<Node*>(frame + 1);
  EXPECT_THAT(toy.heap.verify(), testing::Contains(testing::HasSubstr("into a frame")));
}

TEST(HeapDeathTest, HardLimitIsFatal) {
  EXPECT_EXIT(
      {
        ToyHeap toy({.max_heap = 1 << 20});
        for (;;) toy.roots.list.push_back(toy.make(toy.bytes, 4096));
      },
      testing::ExitedWithCode(2), "out of memory");
}

}  // namespace
}  // namespace govm::gc
