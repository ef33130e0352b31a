// The second thread marks and sweeps while the program's thread allocates and rearranges. Under the tsan preset
// these tests also look for unordered accesses.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "gc/mark.h"
#include "tests/unit/gc/toy.h"

namespace govm::gc {
namespace {

// A live list is turned round again and again while garbage is made: each pointer is overwritten under marking.
TEST(Concurrent, KeepsAListThatIsTurnedRound) {
  ToyHeap toy({.mode = Mode::Concurrent});
  constexpr std::uint64_t kNodes = 50'000;
  Node* list = nullptr;
  for (std::uint64_t i = 0; i < kNodes; ++i) {
    list = toy.new_node(list, i);
    toy.roots.list = {list};
  }
  for (int round = 0; round < 30; ++round) {
    Node* turned = nullptr;
    for (Node* node = list; node != nullptr;) {
      Node* next = node->next;
      store(toy.heap, &node->next, turned);
      turned = node;
      toy.roots.list = {turned, next};
      toy.new_node(nullptr, 1);
      node = next;
    }
    list = turned;
  }
  std::uint64_t sum = 0, count = 0;
  for (Node* node = list; node != nullptr; node = node->next) sum += node->value, ++count;
  EXPECT_EQ(count, kNodes);
  EXPECT_EQ(sum, kNodes * (kNodes - 1) / 2);
  EXPECT_GT(toy.heap.cycles().size(), 3u);
  EXPECT_THAT(toy.heap.verify(), testing::IsEmpty());
}

TEST(Concurrent, CountsCloseAtAnyMoment) {
  ToyHeap toy({.mode = Mode::Concurrent});
  std::mt19937 random(3);
  constexpr std::uint64_t kTable = 4096;
  auto** table = static_cast<void**>(toy.make(toy.pointers, kTable * 8));
  toy.roots.list = {table};
  for (int i = 0; i < 400'000; ++i) {
    const RecordId record = random() % 3 == 0 ? toy.bytes : toy.pointers;
    const std::size_t size = record == toy.bytes ? 1 + random() % 40 : 8 + random() % 30 * 8;
    store(toy.heap, &table[random() % kTable], toy.make(record, random() % 5000 == 0 ? 100'000 : size));
    if (i % 20'000 != 0) continue;
    std::uint64_t at_exit = 0;
    const Heap::InUseTable in_use = toy.heap.in_use();
    for (const Heap::InUse& record : in_use.records) at_exit += record.objects;
    const MemStats stats = toy.heap.mem_stats();
    EXPECT_EQ(at_exit, stats.heap_objects);
    EXPECT_EQ(stats.mallocs - stats.frees, stats.heap_objects);
  }
  toy.heap.collect();
  EXPECT_EQ(toy.heap.live_bytes(), toy.heap.reachable().bytes);
  EXPECT_EQ(toy.heap.cycles().back().objects_live, toy.heap.reachable().objects);
  EXPECT_GT(toy.heap.cycles().size(), 5u);
}

TEST(Concurrent, PausesAreShorterThanTheWorkBesideThem) {
  ToyHeap toy({.mode = Mode::Concurrent});
  Node* list = nullptr;
  for (std::uint64_t i = 0; i < 600'000; ++i) {
    list = toy.new_node(list, i);
    toy.roots.list = {list};
  }
  std::int64_t beside = 0;
  for (const CycleRecord& cycle : toy.heap.cycles()) beside += cycle.background_ns;
  EXPECT_GT(beside, 0);
  bool opened = false, closed = false;
  for (const PauseRecord& pause : toy.heap.pauses()) {
    opened |= pause.kind == PauseKind::Open;
    closed |= pause.kind == PauseKind::Close;
    EXPECT_NE(pause.kind, PauseKind::Whole);
  }
  EXPECT_TRUE(opened && closed);
}

// However late the second thread is: the program's marks before the heap is a tenth larger than its goal.
TEST(Concurrent, HeapIsBounded) {
  ToyHeap toy({.mode = Mode::Concurrent});
  Node* list = nullptr;
  std::uint64_t most_over = 0;
  for (std::uint64_t i = 0; i < 2'000'000; ++i) {
    Node* made = toy.new_node(i % 4 == 0 ? list : nullptr, i);
    if (i % 4 == 0) list = made;
    toy.roots.list = {list};
    const std::uint64_t bound = toy.heap.goal() + toy.heap.goal() / 10;
    if (toy.heap.live_bytes() > bound) most_over = std::max(most_over, toy.heap.live_bytes() - bound);
  }
  EXPECT_GT(toy.heap.cycles().size(), 3u);
  EXPECT_LT(most_over, 64u << 10);
}

// No pause marks or sweeps more than a slice, whatever the heap's size.
TEST(Incremental, SlicesAreBounded) {
  std::uint64_t before = 0;
  ToyHeap toy({.mode = Mode::Incremental, .slice_work = 20'000});
  std::vector<std::uint64_t> marked;
  Node* list = nullptr;
  for (std::uint64_t i = 0; i < 300'000; ++i) {
    list = toy.new_node(list, i);
    toy.roots.list = {list};
    marked.push_back(toy.heap.objects_marked() - before);
    before = toy.heap.objects_marked();
  }
  EXPECT_GT(toy.heap.cycles().size(), 0u);
  EXPECT_LE(*std::max_element(marked.begin(), marked.end()), 20'000 / kObjectWork + 1);
}

TEST(Concurrent, GivesMemoryBackAndTakesItAgain) {
  ToyHeap toy({.mode = Mode::Concurrent});
  for (int round = 0; round < 3; ++round) {
    Node* list = nullptr;
    for (std::uint64_t i = 0; i < 500'000; ++i) {
      list = toy.new_node(list, i);
      toy.roots.list = {list};
    }
    toy.roots.list = {};
    toy.heap.collect();
    toy.heap.release_memory();
    EXPECT_EQ(toy.heap.mem_stats().heap_inuse, 0u);
    EXPECT_GT(toy.heap.mem_stats().heap_released, 7u << 20);
  }
}

}  // namespace
}  // namespace govm::gc
