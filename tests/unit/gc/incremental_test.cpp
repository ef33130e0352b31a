// Incremental marking: the mutator changes the graph between slices and nothing reachable is lost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "gc/mark.h"
#include "gc/specials.h"
#include "tests/unit/gc/toy.h"

namespace govm::gc {
namespace {

Options incremental(std::uint64_t stress) { return {.mode = Mode::Incremental, .stress = stress, .slice_work = 4 * kObjectWork}; }

// The classic: the only pointer to a white object moves to an already scanned one.
TEST(Incremental, KeepsAnObjectWhoseOnlyPointerMoved) {
  ToyHeap toy(incremental(1));
  Node* black = toy.new_node(nullptr, 1);
  toy.roots.list = {black, nullptr, nullptr};
  void*& chain = toy.roots.list[1];
  for (int i = 0; i < 1000; ++i) chain = toy.new_node(static_cast<Node*>(chain), 7);
  Node* hidden = toy.new_node(nullptr, 42);
  toy.roots.list[2] = hidden;
  Node* holder = toy.new_node(hidden, 2);
  toy.roots.list[2] = holder;
  while (!toy.heap.is_marking()) toy.heap.collect_if_due(0);
  store(toy.heap, &black->next, hidden);
  store(toy.heap, &holder->next, nullptr);
  while (toy.heap.is_marking()) toy.heap.collect_if_due(0);
  EXPECT_EQ(black->next->value, 42u);
  EXPECT_NE(toy.heap.find_object(hidden).start, nullptr);
}

// Random graph surgery; ToyHeap verifies reachability at each mark end and the heap around it.
TEST(Incremental, SurvivesRandomSurgery) {
  for (const Mode mode : {Mode::Incremental, Mode::Concurrent, Mode::StopTheWorld}) {
    Options options = incremental(3);
    options.mode = mode;
    ToyHeap toy(options);
    std::mt19937 random(1);
    constexpr int kTable = 64;
    auto** table = static_cast<Node**>(toy.make(toy.pointers, kTable * 8));
    toy.roots.list = {table};
    for (int i = 0; i < 20000; ++i) {
      Node*& slot = table[random() % kTable];
      switch (random() % 4) {
        case 0: store(toy.heap, &slot, toy.new_node(nullptr, 5)); break;
        case 1: {
          Node* fresh = toy.new_node(table[random() % kTable], 6);
          store(toy.heap, &slot, fresh);
          break;
        }
        case 2:
          if (slot != nullptr) store(toy.heap, &slot, slot->next);
          break;
        default: copy(toy.heap, &slot, &table[random() % kTable], kPointers); break;
      }
      ASSERT_TRUE(slot == nullptr || slot->value == 5 || slot->value == 6);
    }
    EXPECT_GT(toy.heap.cycles().size(), 50u);
    toy.heap.collect();
    EXPECT_EQ(toy.heap.cycles().back().objects_live, toy.heap.reachable().objects);
    EXPECT_THAT(toy.heap.verify(), testing::IsEmpty());
  }
}

// runtime.GC in parts: what lives stays, what was dead is gone, each stop is a slice.
TEST(Incremental, AForcedCollectionComesInParts) {
  for (const Mode mode : {Mode::Incremental, Mode::Concurrent}) {
    ToyHeap toy({.mode = mode, .slice_work = 100 * kObjectWork});
    Node* list = nullptr;
    for (std::uint64_t i = 0; i < 20'000; ++i) {
      list = toy.new_node(list, i);
      toy.roots.list = {list};
      toy.new_node(nullptr, i);
    }
    int parts = 0;
    while (!toy.heap.collect_part()) {
      ++parts;
      store(toy.heap, &list->next, toy.new_node(list->next, 1));
    }
    // The other thread may have marked all of it by the second part.
    EXPECT_GT(parts, mode == Mode::Incremental ? 2 : 0);
    EXPECT_EQ(toy.heap.mem_stats().num_forced_gc, 1u);
    EXPECT_EQ(toy.heap.cycles().back().cause, Cause::Forced);
    for (const PauseRecord& pause : toy.heap.pauses()) EXPECT_NE(pause.kind, PauseKind::Whole);
    EXPECT_GE(toy.heap.cycles().back().objects_live, 20'000u);
    EXPECT_GE(toy.heap.cycles().back().objects_freed, 19'000u);
    std::size_t length = 0;
    for (const Node* node = list; node != nullptr; node = node->next) ++length;
    EXPECT_EQ(length, 20'000u + static_cast<std::size_t>(parts));
    EXPECT_THAT(toy.heap.verify(), testing::IsEmpty());
  }
}

// However large an object is and however many pointers lead to the same place: a slice does its work and no more.
TEST(Incremental, NoSliceTakesALargeObjectWhole) {
  constexpr std::uint64_t kWide = 100, kElements = 300, kWork = 4000;
  const std::vector<std::uint64_t> all = {~std::uint64_t{0}, (std::uint64_t{1} << (kWide - 64)) - 1};
  ToyHeap toy({.mode = Mode::Incremental, .slice_work = kWork});
  const RecordId wide = toy.heap.intern_record({.layout = {kWide * 8, kWide * 8, all.data()}, .site = 4});
  auto** elements = static_cast<Node**>(toy.make(wide, kElements * kWide * 8));
  auto** array = static_cast<Node**>(toy.make(toy.pointers, kElements * kWide * 8));
  toy.roots.list = {elements, array};
  // Each word is the only one that leads to its node, or one of many.
  Node* shared = toy.new_node(nullptr, 1);
  for (std::uint64_t i = 0; i < kElements * kWide; ++i) {
    store(toy.heap, &elements[i], i % kWide == kWide - 1 ? toy.new_node(nullptr, i) : shared);
    store(toy.heap, &array[i], shared);
  }
  const auto parts = [&toy](auto&& before_each) {
    std::uint64_t count = 0;
    for (; !toy.heap.collect_part(); ++count) before_each(count);
    return count;
  };
  const std::uint64_t words = 2 * kElements * kWide;
  EXPECT_GT(parts([](std::uint64_t) {}), words * (kPointerWork + 1) / kWork / 2);
  EXPECT_EQ(toy.heap.cycles().back().objects_live, 2 + 1 + kElements);
  // What was overwritten is looked at by parts, too.
  const auto overwrite = [&](std::uint64_t part) {
    for (std::uint64_t i = 0; part == 1 && i < kElements * kWide; ++i) store(toy.heap, &array[i], nullptr);
  };
  EXPECT_GT(parts(overwrite), words * (kPointerWork + 1) / kWork / 2);
  for (std::uint64_t i = 0; i < kElements; ++i) EXPECT_EQ(elements[i * kWide + kWide - 1]->value, i * kWide + kWide - 1);
  EXPECT_THAT(toy.heap.verify(), testing::IsEmpty());
}

// Objects of all shapes and sizes: tiny parts, two-word elements, pointer arrays up to large ones.
TEST(Incremental, SurvivesSurgeryOnMixedObjects) {
  for (const Mode mode : {Mode::Incremental, Mode::Concurrent, Mode::StopTheWorld}) {
    Options options = incremental(7);
    options.mode = mode;
    options.slice_work = 25 * kObjectWork;
    ToyHeap toy(options);
    std::mt19937 random(2);
    constexpr std::uint64_t kTable = 200;
    auto** table = static_cast<void**>(toy.make(toy.pointers, kTable * 8));
    toy.roots.list = {table};
    for (int i = 0; i < 6000; ++i) {
      void*& slot = table[random() % kTable];
      const std::size_t kind = random() % 8;
      if (kind == 0) {
        store(toy.heap, &slot, nullptr);
        continue;
      }
      const std::size_t words = random() % 50 == 0 ? random() % 20000 : random() % 90;
      const RecordId record = kind < 3 ? toy.bytes : kind < 5 ? toy.node : toy.pointers;
      const std::size_t size = kind == 1 ? 1 + random() % 15 : kind < 3 ? 1 + words * 3 : kind < 5 ? 16 : 8 + words * 8;
      auto* object = static_cast<std::byte*>(toy.make(record, size));
      if (record != toy.bytes) {
        void* fields[2] = {table[random() % kTable], nullptr};
        copy(toy.heap, object, fields, kPointers, 1);
        if (size > 16) store(toy.heap, object + (size - 8) / 8 * 8, table[random() % kTable]);
      } else {
        std::memset(object, 0x5a, size);
      }
      store(toy.heap, &slot, object + random() % size);  // interior pointers are pointers
    }
    EXPECT_GT(toy.heap.cycles().size(), 10u);
    toy.heap.collect();
    EXPECT_EQ(toy.heap.cycles().back().objects_live, toy.heap.reachable().objects);
    EXPECT_EQ(toy.heap.live_bytes(), toy.heap.reachable().bytes);
    std::uint64_t at_exit = 0;
    const Heap::InUseTable in_use = toy.heap.in_use();
    for (const Heap::InUse& record : in_use.records) at_exit += record.objects;
    EXPECT_EQ(at_exit, toy.heap.mem_stats().heap_objects);
    EXPECT_THAT(toy.heap.verify(), testing::IsEmpty());
  }
}

TEST(Incremental, SlicesAreShorterThanTheCycle) {
  ToyHeap toy({.mode = Mode::Incremental});
  Node* list = nullptr;
  for (std::uint64_t i = 0; i < 600000; ++i) {
    list = toy.new_node(list, i);
    toy.roots.list = {list};
  }
  ASSERT_GE(toy.heap.cycles().size(), 1u);
  EXPECT_GT(toy.heap.cycles().back().slices, 3u);
  for (const CycleRecord& cycle : toy.heap.cycles()) EXPECT_LE(cycle.heap_at_mark_end, cycle.goal);
}

TEST(Incremental, LazilySweptSlotsAreUsedAgain) {
  ToyHeap toy({.mode = Mode::Incremental});
  for (int i = 0; i < 2000000; ++i) toy.new_node(nullptr, 1);
  EXPECT_GT(toy.heap.cycles().size(), 5u);
  EXPECT_LE(toy.heap.mem_stats().heap_sys, 8u << 20);
  EXPECT_THAT(toy.heap.verify(), testing::IsEmpty());
}

TEST(Specials, WeakHandleBecomesNilWhenTheObjectDies) {
  ToyHeap toy;
  Node* object = toy.new_node(nullptr, 1);
  auto* handle = static_cast<std::uint64_t*>(toy.make(toy.bytes, 16));
  EXPECT_EQ(toy.heap.specials().find_weak_handle(object), nullptr);
  toy.heap.specials().add_weak_handle(object, handle);
  EXPECT_EQ(toy.heap.specials().find_weak_handle(object), handle);
  toy.roots.list = {object, handle};
  toy.heap.collect();
  EXPECT_EQ(toy.heap.specials().read_weak(handle), object);
  toy.roots.list = {handle};
  toy.heap.collect();
  EXPECT_EQ(toy.heap.specials().read_weak(handle), nullptr);
}

TEST(Specials, FinalizersRunInOrderOfReachability) {
  ToyHeap toy;
  Node* inner = toy.new_node(nullptr, 2);
  Node* outer = toy.new_node(inner, 1);
  EXPECT_TRUE(toy.heap.specials().set_finalizer(inner, nullptr, 0));
  EXPECT_TRUE(toy.heap.specials().set_finalizer(outer, nullptr, 0));
  EXPECT_FALSE(toy.heap.specials().set_finalizer(outer, nullptr, 0));
  toy.heap.collect();
  SpecialCall due;
  ASSERT_TRUE(toy.heap.specials().take_due(due));
  EXPECT_EQ(due.object, outer);
  EXPECT_FALSE(toy.heap.specials().take_due(due));
  EXPECT_EQ(outer->next, inner);  // alive with all it reaches
  toy.heap.collect();
  ASSERT_TRUE(toy.heap.specials().take_due(due));
  EXPECT_EQ(due.object, inner);
  EXPECT_FALSE(toy.heap.specials().take_due(due));
  toy.heap.collect();
  EXPECT_EQ(toy.heap.mem_stats().heap_objects, 0u);
}

TEST(Specials, CleanupDoesNotKeepItsObject) {
  ToyHeap toy;
  Node* object = toy.new_node(nullptr, 1);
  auto* argument = toy.make(toy.bytes, 32);
  toy.heap.specials().add_cleanup(object, nullptr, argument, 0);
  const std::uint64_t stopped = toy.heap.specials().add_cleanup(object, nullptr, nullptr, 0);
  toy.heap.specials().stop_cleanup(object, stopped);
  toy.heap.collect();
  EXPECT_EQ(toy.heap.mem_stats().heap_objects, 1u);  // the argument
  SpecialCall due;
  ASSERT_TRUE(toy.heap.specials().take_due(due));
  EXPECT_EQ(due.argument, argument);
  EXPECT_FALSE(toy.heap.specials().take_due(due));
}

}  // namespace
}  // namespace govm::gc
