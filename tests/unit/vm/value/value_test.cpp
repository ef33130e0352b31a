// Strings, slices, equality, hashing, type table.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/vm/value/toy_types.h"
#include "vm/value/equal_hash.h"
#include "vm/value/slice.h"
#include "vm/value/string.h"

namespace govm::value {
namespace {

// Capacities recorded from Go 1.27: []int, one element at a time, from a slice of capacity 4.
TEST(Slice, GrowsAsGo) {
  const std::int64_t capacities[] = {4, 8, 16, 32, 64, 128, 256, 512, 848, 1280, 1792, 2560, 3408, 5120, 7168, 9216, 12288, 16384, 21504};
  for (std::size_t i = 1; i < std::size(capacities); ++i) {
    EXPECT_EQ(grown_capacity(capacities[i - 1], capacities[i - 1] + 1, {8, false}), capacities[i]);
  }
  EXPECT_EQ(grown_capacity(0, 5, {1, false}), 8);
  EXPECT_EQ(grown_capacity(0, 1, {24, false}), 1);
  EXPECT_LT(grown_capacity(1, std::numeric_limits<std::int64_t>::max(), {8, false}), 0);
}

// Objects and bytes of appending n elements one by one, recorded from Go 1.27 (less the 24 bytes
// of the interface that the result was boxed in).
TEST(Slice, AppendAllocatesAsGo) {
  const struct {
    std::uint64_t element;
    bool pointers;
    int count;
    std::uint64_t objects, bytes;
  } rows[] = {{1, false, 1, 2, 40},        {8, false, 1, 2, 40},         {8, true, 1, 2, 32},         {24, false, 1, 2, 48},
              {1, false, 17, 4, 88},       {8, false, 17, 7, 536},       {8, true, 17, 7, 528},       {24, false, 17, 7, 1536},
              {1, false, 300, 8, 1048},    {8, false, 300, 11, 8216},    {8, true, 300, 11, 9360},    {24, false, 300, 11, 24576},
              {1, false, 5000, 14, 17944}, {8, false, 5000, 17, 128280}, {8, true, 5000, 17, 154768}, {24, false, 5000, 17, 430080}};
  for (const auto& row : rows) {
    ToyMemory memory;
    const gc::RecordId record = memory.heap.intern_record({.layout = {row.element, row.pointers ? 8u : 0u, ToyMemory::kOne}, .site = 5});
    Slice slice;
    for (int i = 0; i < row.count; ++i) ASSERT_TRUE(grow(memory.heap, record, row.element, slice, 1));
    EXPECT_EQ(slice.length, row.count);
    const gc::MemStats stats = memory.heap.mem_stats();
    EXPECT_EQ(stats.mallocs, row.objects - 1) << row.element << " " << row.count;
    EXPECT_EQ(stats.total_alloc, row.bytes - 24) << row.element << " " << row.count;
  }
}

struct BufferOfWords {
  AppendBuffer head{};
  std::uint64_t words[4] = {7, 7, 7, 7};
  const std::byte* data() const { return reinterpret_cast<const std::byte*>(words); }
};

TEST(Slice, FirstGrowthTakesTheWholeFrameBuffer) {
  ToyMemory memory;
  BufferOfWords buffer;
  Slice slice;
  ASSERT_TRUE(grow(memory.heap, memory.words, 8, slice, 1, &buffer.head));
  EXPECT_EQ(slice.data, buffer.data());
  EXPECT_EQ(slice.capacity, 4);
  EXPECT_EQ(buffer.words[3], 0u);
  // Used once: another slice of the same append gets heap memory.
  Slice other;
  ASSERT_TRUE(grow(memory.heap, memory.words, 8, other, 1, &buffer.head));
  EXPECT_NE(other.data, buffer.data());
  ASSERT_TRUE(grow(memory.heap, memory.words, 8, slice, 4, &buffer.head));
  EXPECT_NE(slice.data, buffer.data());
  EXPECT_EQ(slice.capacity, 8);
}

TEST(Slice, FrameBufferInStepsClimbsTheSizeClasses) {
  ToyMemory memory;
  BufferOfWords buffer;
  Slice slice;
  for (std::int64_t length = 1; length <= 4; ++length) {
    ASSERT_TRUE(grow(memory.heap, memory.words, 8, slice, 1, &buffer.head, {.in_steps = true}));
    EXPECT_EQ(slice.data, buffer.data());
    EXPECT_EQ(slice.capacity, length);
  }
  ASSERT_TRUE(grow(memory.heap, memory.words, 8, slice, 1, &buffer.head, {.in_steps = true}));
  EXPECT_NE(slice.data, buffer.data());
  EXPECT_EQ(slice.capacity, 8);
}

TEST(Slice, AllHeapModeGivesTheBufferAsAnObject) {
  ToyMemory memory;
  AppendBuffer buffer{};
  Slice slice;
  ASSERT_TRUE(grow(memory.heap, memory.words, 8, slice, 1, &buffer, {.on_heap = true}));
  EXPECT_EQ(slice.data, buffer.object);
  EXPECT_EQ(slice.capacity, 4);
}

TEST(Slice, MakePanicsInGosOrder) {
  ToyMemory memory;
  Slice slice;
  EXPECT_EQ(make_slice(memory.heap, memory.words, 8, -1, 5, nullptr, slice), MakeOutcome::LengthOutOfRange);
  EXPECT_EQ(make_slice(memory.heap, memory.words, 8, 5, 4, nullptr, slice), MakeOutcome::CapacityOutOfRange);
  EXPECT_EQ(make_slice(memory.heap, memory.words, 8, std::int64_t{1} << 60, std::int64_t{1} << 60, nullptr, slice),
            MakeOutcome::LengthOutOfRange);
  EXPECT_EQ(make_slice(memory.heap, memory.words, 8, 0, 0, nullptr, slice), MakeOutcome::Done);
  EXPECT_EQ(slice.data, memory.heap.zero_object());
}

TEST(String, Concatenates) {
  ToyMemory memory;
  const String parts[] = {borrow(""), borrow("ab"), borrow(""), borrow("cde")};
  EXPECT_EQ(to_view(concatenate(memory.heap, memory.bytes, parts, 4, nullptr)), "abcde");
  EXPECT_EQ(concatenate(memory.heap, memory.bytes, parts, 3, nullptr).data, parts[1].data);  // shared
  EXPECT_EQ(concatenate(memory.heap, memory.bytes, parts, 1, nullptr).length, 0);
  std::byte buffer[kFrameBufferBytes];
  const String small = concatenate(memory.heap, memory.bytes, parts, 4, buffer);
  EXPECT_EQ(static_cast<const void*>(small.data), buffer);
  EXPECT_EQ(memory.heap.mem_stats().mallocs, 1u);
}

TEST(String, ConvertsRunes) {
  ToyMemory memory;
  const String text = borrow("aé世\xff\U0001F600");
  const Slice runes = runes_of_string(memory.heap, memory.bytes, text, nullptr);
  ASSERT_EQ(runes.length, 5);
  const auto* r = reinterpret_cast<const std::int32_t*>(runes.data);
  EXPECT_THAT(std::vector(r, r + 5), testing::ElementsAre('a', 0xe9, 0x4e16, 0xfffd, 0x1f600));
  EXPECT_EQ(to_view(string_of_runes(memory.heap, memory.bytes, runes, nullptr)), "aé世\uFFFD\U0001F600");
  EXPECT_EQ(to_view(string_of_rune(memory.heap, memory.bytes, -1, nullptr)), "\uFFFD");
  EXPECT_EQ(to_view(string_of_rune(memory.heap, memory.bytes, 'x', nullptr)), "x");
  const Slice bytes = bytes_of_string(memory.heap, memory.bytes, borrow("hello"), nullptr);
  EXPECT_EQ(bytes.capacity, 8);
  EXPECT_EQ(to_view(copy_string(memory.heap, memory.bytes, bytes.data, bytes.length)), "hello");
  const std::uint64_t before = memory.heap.mem_stats().mallocs;
  EXPECT_EQ(to_view(copy_string(memory.heap, memory.bytes, bytes.data, 1)), "h");
  EXPECT_EQ(memory.heap.mem_stats().mallocs, before);  // one byte is static
}

TEST(Equal, FollowsTheSpec) {
  ToyTypes types;
  const Type* integer = types.type(types.integer());
  const Type* number = types.type(types.float64());
  const Type* slice = types.type(types.slice());
  const Type* any = types.type(types.eface());
  double zero = 0.0;
  double minus_zero = -0.0;
  double nan = std::numeric_limits<double>::quiet_NaN();
  const Type* uncomparable = nullptr;
  EXPECT_TRUE(equal(number, &zero, &minus_zero, &uncomparable));
  EXPECT_FALSE(equal(number, &nan, &nan, &uncomparable));
  std::uint64_t five = 5;
  std::uint64_t also_five = 5;
  EXPECT_TRUE(equal_eface({integer, &five}, {integer, &also_five}, &uncomparable));
  EXPECT_FALSE(equal_eface({integer, &five}, {number, &five}, &uncomparable));
  EXPECT_FALSE(equal_eface({number, &nan}, {number, &nan}, &uncomparable));
  EXPECT_FALSE(equal_eface({slice, &five}, {integer, &five}, &uncomparable));
  EXPECT_EQ(uncomparable, nullptr);
  equal_eface({slice, &five}, {slice, &five}, &uncomparable);
  EXPECT_EQ(uncomparable, slice);
  EXPECT_TRUE(any->hash_can_panic);
  EXPECT_FALSE(number->reflexive);
  EXPECT_TRUE(integer->reflexive);
}

TEST(TypeTable, InternsByKeyAndMakesPointers) {
  ToyTypes types;
  const Type* integer = types.type(types.integer());
  const Type* pointer = types.table.pointer_to(integer);
  EXPECT_EQ(pointer->name, "*int");
  EXPECT_EQ(types.table.pointer_to(integer), pointer);
  EXPECT_EQ(types.type(types.pointer()), pointer);  // described later, the same type
  EXPECT_EQ(types.table.slice_of(integer), types.type(types.slice()));
  EXPECT_TRUE(pointer->direct);
}

TEST(TypeTable, BuildsItabsByMergingMethods) {
  ToyTypes types;
  const auto method = [](const char* name, std::uint32_t function) {
    return bytecode::MethodDesc{name, "", {}, bytecode::FunctionId(function)};
  };
  bytecode::TypeDesc concrete;
  concrete.kind = Kind::Struct;
  concrete.methods = {method("Area", 1), method("Name", 2), method("String", 3)};
  bytecode::TypeDesc narrow;
  narrow.kind = Kind::Interface;
  narrow.methods = {{"Area", "", {}, {}}, {"String", "", {}, {}}};
  bytecode::TypeDesc wide = narrow;
  wide.methods.insert(wide.methods.begin() + 1, {"Grow", "", {}, {}});
  const Type* t = types.type(types.describe("main.T", concrete));
  const Type* n = types.type(types.describe("main.Narrow", narrow));
  const Type* w = types.type(types.describe("main.Wide", wide));
  const Itab* itab = types.table.itab(n, t);
  ASSERT_NE(itab, nullptr);
  EXPECT_EQ(itab->type, t);
  EXPECT_EQ(types.table.itab(n, t), itab);
  std::string_view missing;
  EXPECT_EQ(types.table.itab(w, t, &missing), nullptr);
  EXPECT_EQ(missing, "Grow");
}

}  // namespace
}  // namespace govm::value
