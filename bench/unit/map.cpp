// Maps by their typed ways in: integer and string keys, maps of a few, of some thousand and of a hundred thousand elements. Items are
// operations.
#include "vm/value/map.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "gc/heap.h"
#include "tests/unit/vm/value/toy_types.h"
#include "vm/value/map_iterator.h"

namespace govm::value {
namespace {

/// How a key type is made and looked up.
struct Words {
  using Key = std::uint64_t;
  static const Type* type(ToyTypes& types) { return types.map(types.integer(), types.integer()); }
  static std::vector<Key> keys(std::int64_t first, std::int64_t count) {
    std::vector<Key> all(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<Key>(first) + i;
    return all;
  }
  static void* find(const Type* type, const Map* map, Key key) { return map_find64(type, map, key); }
  static void* assign(MapContext& context, const Type* type, Map* map, Key key) { return map_assign64(context, type, map, key, 0); }
};

struct Strings {
  using Key = String;
  static const Type* type(ToyTypes& types) { return types.map(types.string(), types.integer()); }
  // Their bytes live as long as the process, outside of the heap.
  static std::vector<Key> keys(std::int64_t first, std::int64_t count) {
    auto* texts = new std::vector<std::string>;
    for (std::int64_t i = 0; i < count; ++i) texts->push_back("the key " + std::to_string(first + i));
    std::vector<Key> all;
    for (const std::string& text : *texts) all.push_back(borrow(text));
    return all;
  }
  static void* find(const Type* type, const Map* map, const Key& key) { return map_find_string(type, map, key); }
  static void* assign(MapContext& context, const Type* type, Map* map, const Key& key) {
    return map_assign_string(context, type, map, key, 0);
  }
};

/// Maps of one type on a heap that is emptied between benchmarks.
template <class Kind>
struct Subject {
  ToyTypes types;
  gc::Heap heap{{.gogc = -1, .fixed_base = false, .reserve = std::uint64_t{1} << 36}};
  gc::RecordId record = heap.intern_record({.layout = {8, 8, ToyMemory::kOne}, .site = 1});
  MapContext context{heap};
  const Type* type = Kind::type(types);

  Map* make(std::int64_t hint) { return make_map(context, type, hint, record); }
  Map* filled(const std::vector<typename Kind::Key>& keys) {
    Map* map = make(0);
    for (const auto& key : keys) Kind::assign(context, type, map, key);
    return map;
  }
};

template <class Kind>
void find_all(benchmark::State& state, const std::vector<typename Kind::Key>& present, std::vector<typename Kind::Key> wanted) {
  Subject<Kind> subject;
  Map* map = subject.filled(present);
  std::shuffle(wanted.begin(), wanted.end(), std::mt19937(1));
  for (auto _ : state) {
    for (const auto& key : wanted) benchmark::DoNotOptimize(Kind::find(subject.type, map, key));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(wanted.size()));
}

template <class Kind>
void hit(benchmark::State& state) {
  const auto keys = Kind::keys(0, state.range(0));
  find_all<Kind>(state, keys, keys);
}

template <class Kind>
void miss(benchmark::State& state) {
  find_all<Kind>(state, Kind::keys(0, state.range(0)), Kind::keys(state.range(0), state.range(0)));
}

// From an empty map, with all the growing, or into one that was made for so many. Its garbage goes outside the measured time.
template <class Kind>
void fill(benchmark::State& state, bool hinted) {
  Subject<Kind> subject;
  const auto keys = Kind::keys(0, state.range(0));
  for (auto _ : state) {
    Map* map = subject.make(hinted ? state.range(0) : 0);
    for (const auto& key : keys) benchmark::DoNotOptimize(Kind::assign(subject.context, subject.type, map, key));
    if (subject.heap.live_bytes() < (64u << 20)) continue;
    state.PauseTiming();
    subject.heap.collect();
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

template <class Kind>
void grow(benchmark::State& state) {
  fill<Kind>(state, false);
}

template <class Kind>
void insert(benchmark::State& state) {
  fill<Kind>(state, true);
}

template <class Kind>
void iterate(benchmark::State& state) {
  Subject<Kind> subject;
  Map* map = subject.filled(Kind::keys(0, state.range(0)));
  for (auto _ : state) {
    MapIterator iterator;
    map_iterate(subject.context, subject.type, map, iterator);
    for (map_next(iterator); iterator.key != nullptr; map_next(iterator)) benchmark::DoNotOptimize(iterator.element);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

#define GOVM_SIZES Arg(6)->Arg(5000)->Arg(100'000)->MinTime(0.1)
#define GOVM_FOR_BOTH(operation)                    \
  BENCHMARK_TEMPLATE(operation, Words)->GOVM_SIZES; \
  BENCHMARK_TEMPLATE(operation, Strings)->GOVM_SIZES
GOVM_FOR_BOTH(hit);
GOVM_FOR_BOTH(miss);
GOVM_FOR_BOTH(insert);
GOVM_FOR_BOTH(grow);
GOVM_FOR_BOTH(iterate);

}  // namespace
}  // namespace govm::value
