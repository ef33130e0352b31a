// Maps: contents, iteration, and the allocations real Go makes for the same steps.
#include "vm/value/map.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <set>

#include "gc/barrier.h"
#include "tests/unit/vm/value/toy_types.h"
#include "vm/value/interface.h"
#include "vm/value/map_iterator.h"

namespace govm::value {
namespace {

struct MapTest : testing::Test {
  ToyTypes types;
  ToyMemory memory;
  MapContext context{memory.heap};

  Map* make(const Type* type, std::int64_t hint = 0) {
    Map* map = make_map(context, type, hint, memory.record);
    memory.roots.push_back(map);
    return map;
  }
  void put(const Type* type, Map* map, std::uint64_t key, std::uint64_t value) {
    std::memcpy(map_assign64(context, type, map, key, memory.record), &value, sizeof value);
  }
  // Objects and bytes since the last call.
  std::pair<std::uint64_t, std::uint64_t> allocated() {
    const gc::MemStats now = memory.heap.mem_stats();
    const std::pair result(now.mallocs - mallocs_, now.total_alloc - bytes_);
    mallocs_ = now.mallocs;
    bytes_ = now.total_alloc;
    return result;
  }

 private:
  std::uint64_t mallocs_ = 0;
  std::uint64_t bytes_ = 0;
};

// Figures recorded from Go 1.27.
TEST_F(MapTest, AllocatesAsGo) {
  const Type* type = types.map(types.integer(), types.integer());
  const struct {
    std::uint64_t elements, objects, bytes;
  } rows[] = {{0, 1, 48},    {1, 2, 192},   {8, 2, 192},   {9, 5, 520},     {14, 5, 520},
              {15, 7, 1128}, {28, 7, 1128}, {29, 9, 2312}, {100, 11, 4648}, {896, 17, 37512}};
  for (const auto& row : rows) {
    Map* map = make(type);
    for (std::uint64_t i = 0; i < row.elements; ++i) put(type, map, i, i);
    EXPECT_THAT(allocated(), testing::Pair(row.objects, row.bytes)) << row.elements;
  }
  const struct {
    std::int64_t hint;
    std::uint64_t objects, bytes;
  } hints[] = {{9, 4, 376}, {100, 4, 2392}, {1000, 6, 36992}, {5000, 18, 147824}};
  for (const auto& row : hints) {
    make(type, row.hint);
    EXPECT_THAT(allocated(), testing::Pair(row.objects, row.bytes)) << row.hint;
  }
}

TEST_F(MapTest, OtherKeysAndElementsAllocateAsGo) {
  const Type* to_big = types.map(types.integer(), types.bytes_array(160));
  Map* map = make(to_big);
  for (std::uint64_t i = 0; i < 10; ++i) map_assign64(context, to_big, map, i, memory.record);
  EXPECT_THAT(allocated(), testing::Pair(15, 2120));

  const Type* small = types.map(types.byte(), types.boolean());
  map = make(small);
  for (std::uint8_t i = 0; i < 20; ++i) map_assign(context, small, map, &i, memory.record);
  EXPECT_THAT(allocated(), testing::Pair(7, 288));

  const Type* set = types.map(types.integer(), types.empty_struct());
  map = make(set);
  for (std::uint64_t i = 0; i < 20; ++i) map_assign64(context, set, map, i, memory.record);
  EXPECT_THAT(allocated(), testing::Pair(7, 1128));

  const Type* strings = types.map(types.string(), types.integer());
  map = make(strings);
  const std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
  for (std::size_t i = 0; i < 20; ++i) {
    map_assign_string(context, strings, map, borrow(letters.substr(i)), memory.record);
  }
  EXPECT_THAT(allocated(), testing::Pair(7, 1640));
}

TEST_F(MapTest, TombstonesAreReused) {
  const Type* type = types.map(types.integer(), types.integer());
  Map* map = make(type);
  for (std::uint64_t i = 0; i < 100000; ++i) {
    put(type, map, i, i);
    const std::uint64_t old = i - 50;
    map_delete(context, type, map, &old);
  }
  EXPECT_EQ(map_length(map), 50);
  // Go needs 11 objects, 4648 bytes; which tables get crowded depends on the hash.
  EXPECT_LE(allocated().second, 9500u);
}

TEST_F(MapTest, GrowthIsChargedToTheSiteOfTheMap) {
  const Type* type = types.map(types.integer(), types.integer());
  Map* map = make(type);
  for (std::uint64_t i = 0; i < 1000; ++i) put(type, map, i, i);
  std::uint64_t objects = 0;
  for (gc::RecordId id = 1; id < memory.heap.record_count(); ++id) {
    if (memory.heap.record(id).site == 1) objects += memory.heap.record_stats(id).allocs;
  }
  EXPECT_EQ(objects, memory.heap.mem_stats().mallocs);
}

// Against std::map, with collections in between, in both modes.
TEST_F(MapTest, BehavesAsAMapUnderCollections) {
  for (const gc::Mode mode : {gc::Mode::StopTheWorld, gc::Mode::Incremental}) {
    ToyMemory own(mode);
    MapContext at{own.heap, 7};
    const Type* type = types.map(types.string(), types.pointer());
    std::map<std::string, std::uint64_t> expected;
    Map* map = make_map(at, type, 0, own.record);
    own.roots = {map};
    std::mt19937 random(3);
    for (int i = 0; i < 6000; ++i) {
      const std::string name = "key" + std::to_string(random() % 1500);
      if (random() % 3 != 0) {
        auto* bytes = static_cast<std::byte*>(own.heap.allocate(own.bytes, name.size()));
        std::memcpy(bytes, name.data(), name.size());
        auto* boxed = static_cast<std::uint64_t*>(own.heap.allocate(own.words, 16));
        *boxed = random();
        const String key{reinterpret_cast<std::uint8_t*>(bytes), static_cast<std::int64_t>(name.size())};
        gc::store(own.heap, map_assign_string(at, type, map, key, own.record), boxed);
        expected[name] = *boxed;
      } else {
        const String key = borrow(name);
        EXPECT_TRUE(map_delete(at, type, map, &key));
        expected.erase(name);
      }
      if (i % 100 == 0) own.heap.collect();
    }
    ASSERT_EQ(map_length(map), static_cast<std::int64_t>(expected.size()));
    for (const auto& [name, value] : expected) {
      auto** found = static_cast<std::uint64_t**>(map_find_string(type, map, borrow(name)));
      ASSERT_NE(found, nullptr);
      EXPECT_EQ(**found, value);
    }
    EXPECT_EQ(map_find_string(type, map, borrow("absent")), nullptr);
    MapIterator it;
    std::set<std::string> seen;
    map_iterate(at, type, map, it);
    for (map_next(it); it.key != nullptr; map_next(it)) {
      EXPECT_TRUE(seen.emplace(to_view(*static_cast<String*>(it.key))).second);
    }
    EXPECT_EQ(seen.size(), expected.size());
    Map* copy = map_clone(at, type, map, own.record);
    own.roots.push_back(copy);
    map_clear(at, type, map);
    EXPECT_EQ(map_length(map), 0);
    own.heap.collect();
    EXPECT_EQ(map_length(copy), static_cast<std::int64_t>(expected.size()));
    for (const auto& [name, value] : expected) ASSERT_NE(map_find_string(type, copy, borrow(name)), nullptr);
  }
}

TEST_F(MapTest, IterationSeesEachEntryOnceWhileTheMapGrows) {
  const Type* type = types.map(types.integer(), types.integer());
  for (std::uint64_t start = 1; start < 3000; start = start * 3 + 1) {
    Map* map = make(type);
    for (std::uint64_t i = 0; i < start; ++i) put(type, map, i, i);
    std::set<std::uint64_t> seen;
    MapIterator it;
    map_iterate(context, type, map, it);
    std::uint64_t next = 1000000;
    for (map_next(it); it.key != nullptr; map_next(it)) {
      const std::uint64_t key = *static_cast<std::uint64_t*>(it.key);
      EXPECT_TRUE(seen.insert(key).second);
      // The collector and the verifier read all words of an iterator as pointers.
      EXPECT_TRUE(it.entry_offset >> 63 == 1 && it.table_offset >> 63 == 1);
      for (int i = 0; i < 4 && next < 1000000 + 4 * start; ++i) put(type, map, next++, 0);
    }
    for (std::uint64_t i = 0; i < start; ++i) EXPECT_TRUE(seen.contains(i)) << start;
  }
}

TEST_F(MapTest, IterationDoesNotSeeDeletedEntries) {
  const Type* type = types.map(types.integer(), types.integer());
  Map* map = make(type);
  for (std::uint64_t i = 0; i < 2000; ++i) put(type, map, i, i);
  MapIterator it;
  map_iterate(context, type, map, it);
  int count = 0;
  for (map_next(it); it.key != nullptr; map_next(it)) {
    ++count;
    const std::uint64_t partner = *static_cast<std::uint64_t*>(it.key) ^ 1;
    EXPECT_NE(map_find64(type, map, partner), nullptr);
    map_delete(context, type, map, it.key);
    map_delete(context, type, map, &partner);
  }
  EXPECT_EQ(count, 1000);
  EXPECT_EQ(map_length(map), 0);
}

TEST_F(MapTest, IterationStartsAnywhere) {
  const Type* type = types.map(types.integer(), types.integer());
  Map* map = make(type);
  for (std::uint64_t i = 0; i < 8; ++i) put(type, map, i, i);
  std::set<std::uint64_t> first;
  for (int i = 0; i < 100; ++i) {
    MapIterator it;
    map_iterate(context, type, map, it);
    map_next(it);
    first.insert(*static_cast<std::uint64_t*>(it.key));
  }
  EXPECT_EQ(first.size(), 8u);
}

TEST_F(MapTest, NaNsAreEntriesOfTheirOwn) {
  const Type* type = types.map(types.float64(), types.integer());
  Map* map = make(type);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (int i = 0; i < 100; ++i) map_assign(context, type, map, &nan, memory.record);
  EXPECT_EQ(map_length(map), 100);
  EXPECT_EQ(map_find(context, type, map, &nan), nullptr);
  MapIterator it;
  int count = 0;
  map_iterate(context, type, map, it);
  for (map_next(it); it.key != nullptr; map_next(it)) {
    ++count;
    if (count < 50) map_assign(context, type, map, &nan, memory.record);
    map_delete(context, type, map, it.key);
  }
  EXPECT_GE(count, 100);
  map_clear(context, type, map);
  EXPECT_EQ(map_length(map), 0);
  const double plus = 0.0;
  const double minus = -0.0;
  map_assign(context, type, map, &plus, memory.record);
  EXPECT_NE(map_find(context, type, map, &minus), nullptr);
  map_assign(context, type, map, &minus, memory.record);  // the key is updated
  map_iterate(context, type, map, it);
  map_next(it);
  EXPECT_TRUE(std::signbit(*static_cast<double*>(it.key)));
}

TEST_F(MapTest, UnhashableKeysAreReported) {
  const bytecode::TypeId integer = types.integer();
  const bytecode::TypeId slice = types.slice();
  const Type* type = types.map(types.eface(), integer);
  Map* map = make(type);
  std::uint64_t number = 5;
  const Interface good{types.type(integer), &number};
  const Interface bad{types.type(slice), &number};
  EXPECT_EQ(map_find(context, type, map, &bad), nullptr);  // even in an empty map
  EXPECT_EQ(context.unhashable, types.type(slice));
  EXPECT_NE(map_assign(context, type, map, &good, memory.record), nullptr);
  EXPECT_EQ(map_assign(context, type, map, &bad, memory.record), nullptr);
  EXPECT_EQ(context.unhashable, types.type(slice));
  EXPECT_FALSE(map_delete(context, type, map, &bad));
  EXPECT_NE(map_find(context, type, map, &good), nullptr);
  EXPECT_EQ(context.unhashable, nullptr);
  EXPECT_EQ(map_find(context, type, nullptr, &bad), nullptr);
  EXPECT_EQ(context.unhashable, types.type(slice));
}

TEST_F(MapTest, SmallMapInAFrame) {
  const Type* type = types.map(types.int32(), types.integer());
  alignas(8) std::byte buffer[256] = {};
  ASSERT_LE(type->map->buffer.element_size, sizeof buffer);
  Map* map = make_map(context, type, 0, 0, buffer);
  for (std::uint32_t i = 0; i < 8; ++i) map_assign32(context, type, map, i, memory.record);
  EXPECT_EQ(memory.heap.mem_stats().mallocs, 0u);
  for (std::uint32_t i = 8; i < 20; ++i) map_assign32(context, type, map, i, memory.record);
  EXPECT_EQ(map->record, memory.record);
  for (std::uint32_t i = 0; i < 20; ++i) EXPECT_NE(map_find32(type, map, i), nullptr);
}

}  // namespace
}  // namespace govm::value
