// The heap alone: allocating an object of each size class, marking, sweeping. Items are objects.
#include "gc/heap.h"

#include <benchmark/benchmark.h>

#include <array>
#include <random>
#include <utility>
#include <vector>

#include "gc/barrier.h"

namespace govm::gc {
namespace {

constexpr std::uint64_t kFirstWord[] = {1};
constexpr std::uint64_t kBothWords[] = {3};
constexpr std::int64_t kLive = 200'000;
constexpr std::int64_t kDead = 50'000;

struct OneHeap final : RootProvider {
  // Without a goal only the benchmark decides when there is a collection.
  explicit OneHeap(std::int64_t gogc) : heap({.gogc = gogc, .fixed_base = false, .reserve = std::uint64_t{1} << 36}) {
    heap.add_root_provider(this);
  }
  void visit_roots(RootVisitor& visitor) override { visitor.visit(root); }
  void* make(RecordId record, std::size_t size) {
    heap.collect_if_due(size);
    return heap.allocate(record, size);
  }
  RecordId record(Layout layout, std::uint64_t size) { return heap.intern_record({.layout = layout, .size = size, .site = 1}); }

  Heap heap;
  void* root = nullptr;
};

// What cells do that allocate objects of a size fixed at load; all of it is garbage, and the collections it makes due are part of it.
template <std::uint32_t kClass>
void allocate_of_class(benchmark::State& state) {
  OneHeap own(100);
  const std::size_t size = kClassSize[kClass] - (kClassSize[kClass] > kMaxSizeWithoutHeader ? kHeaderSize : 0);
  const RecordId record = own.record({size, 8, kFirstWord}, size);
  for (auto _ : state) {
    void* object = own.heap.try_allocate<kClass>(record);
    if (object == nullptr) object = own.make(record, size);
    benchmark::DoNotOptimize(object);
  }
  state.SetItemsProcessed(state.iterations());
}

// Classes without a cell of their own, parts of tiny blocks (8) and large objects.
void allocate_of_size(benchmark::State& state) {
  OneHeap own(100);
  const auto size = static_cast<std::size_t>(state.range(0));
  const RecordId record = own.record({1, 0, nullptr}, 0);
  for (auto _ : state) benchmark::DoNotOptimize(own.make(record, size));
  state.SetItemsProcessed(state.iterations());
}

template <std::uint32_t... kClasses>
void register_classes(std::integer_sequence<std::uint32_t, kClasses...>) {
  (benchmark::RegisterBenchmark(("allocate_of_class/" + std::to_string(kClassSize[kClasses + 1])).c_str(), allocate_of_class<kClasses + 1>)
       ->MinTime(0.05),
   ...);
}

struct Node {
  Node* left;
  Node* right;
};

enum class Graph { List, Tree, Scattered };

// `kLive` live nodes and a whole collection: nothing but marking is left of it, as nothing dies.
void mark(benchmark::State& state, Graph graph) {
  OneHeap own(-1);
  const RecordId node = own.record({16, 16, kBothWords}, sizeof(Node));
  std::vector<Node*> nodes(kLive);
  for (Node*& each : nodes) each = static_cast<Node*>(own.heap.allocate(node, sizeof(Node)));
  own.root = nodes[0];
  if (graph == Graph::Scattered) std::shuffle(nodes.begin() + 1, nodes.end(), std::mt19937(1));
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const std::size_t left = graph == Graph::List ? i + 1 : 2 * i + 1;
    if (left < nodes.size()) store(own.heap, &nodes[i]->left, nodes[left]);
    if (graph != Graph::List && left + 1 < nodes.size()) store(own.heap, &nodes[i]->right, nodes[left + 1]);
  }
  for (auto _ : state) own.heap.collect();
  state.SetItemsProcessed(state.iterations() * kLive);
}

// `kDead` dead ones of a size and a whole collection: nothing to mark.
void sweep(benchmark::State& state) {
  OneHeap own(-1);
  const auto size = static_cast<std::size_t>(state.range(0));
  const RecordId record = own.record({size, 8, kFirstWord}, size);
  for (auto _ : state) {
    state.PauseTiming();
    for (std::int64_t i = 0; i < kDead; ++i) own.heap.allocate(record, size);
    state.ResumeTiming();
    own.heap.collect();
  }
  state.SetItemsProcessed(state.iterations() * kDead);
}

const bool kRegistered = [] {
  register_classes(std::make_integer_sequence<std::uint32_t, kSizeClasses - 1>());
  return true;
}();
BENCHMARK(allocate_of_size)->Arg(1)->Arg(8)->Arg(100)->Arg(kMaxSmallSize)->Arg(kMaxSmallSize + 1)->Arg(1 << 20)->MinTime(0.05);
BENCHMARK_CAPTURE(mark, list, Graph::List)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(mark, tree, Graph::Tree)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(mark, scattered, Graph::Scattered)->Unit(benchmark::kMillisecond);
BENCHMARK(sweep)->Arg(16)->Arg(256)->Arg(2048)->Unit(benchmark::kMillisecond)->Iterations(20);

}  // namespace
}  // namespace govm::gc
