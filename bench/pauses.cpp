// Pauses of the collector's modes on a heap alone, without an interpreter: a window of live messages of 1 KiB is pushed
// through, as in programs/ring_window, and a binary tree is kept while small ones are made.
//
// Prints a table; times are processor time of the program's thread, in wall time beside it, so that a busy machine
// does not disturb them much. Medians of --runs (7).
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <ctime>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gc/barrier.h"
#include "gc/heap.h"

namespace govm::gc {
namespace {

constexpr std::uint64_t kBothWords[] = {3};
constexpr std::uint64_t kFirstWord[] = {1};

struct TableRoot final : RootProvider {
  std::vector<void*> words;
  void visit_roots(RootVisitor& visitor) override { visitor.visit_words(words.data(), words.size()); }
};

struct Bench {
  explicit Bench(Mode mode) : heap({.mode = mode, .fixed_base = false, .reserve = std::uint64_t{1} << 36}) {
    heap.add_root_provider(&roots);
  }
  void* make(RecordId record, std::size_t size) {
    heap.collect_if_due(size);
    return heap.allocate(record, size);
  }
  TableRoot roots;
  Heap heap;
};

// `live` messages stay, five times as many are pushed.
void ring(Bench& b, std::uint64_t live) {
  const RecordId message = b.heap.intern_record({.layout = {1, 0, nullptr}, .site = 1});
  const RecordId table = b.heap.intern_record({.layout = {8, 8, kFirstWord}, .site = 2});
  auto** slots = static_cast<void**>(b.make(table, live * 8));
  b.roots.words = {slots};
  for (std::uint64_t i = 0; i < 5 * live; ++i) store(b.heap, &slots[i % live], b.make(message, 1024));
}

struct Tree {
  Tree* left;
  Tree* right;
};

// The pushing of nodes keeps roots in words[1...], as frames would.
Tree* grow(Bench& b, RecordId record, int depth) {
  auto* node = static_cast<Tree*>(b.make(record, sizeof(Tree)));
  if (depth == 0) return node;
  b.roots.words.push_back(node);
  Tree* left = grow(b, record, depth - 1);
  store(b.heap, &node->left, left);
  store(b.heap, &node->right, grow(b, record, depth - 1));
  b.roots.words.pop_back();
  return node;
}

void trees(Bench& b) {
  const RecordId record = b.heap.intern_record({.layout = {16, 16, kBothWords}, .size = 16, .site = 1});
  b.roots.words = {nullptr};
  b.roots.words[0] = grow(b, record, 19);
  for (int i = 0; i < 100; ++i) grow(b, record, 14);
}

struct Row {
  double longest = 0, longest_wall = 0, sum = 0, cycles = 0, per_object = 0, beside = 0;
};

Row measure(Mode mode, const std::function<void(Bench&)>& work) {
  Bench b(mode);
  work(b);
  b.heap.mem_stats();
  Row row;
  for (const PauseRecord& pause : b.heap.pauses()) {
    row.longest = std::max(row.longest, static_cast<double>(pause.processor));
    row.longest_wall = std::max(row.longest_wall, static_cast<double>(pause.length));
    row.sum += static_cast<double>(pause.processor);
  }
  double objects = 0;
  for (const CycleRecord& cycle : b.heap.cycles()) {
    objects += static_cast<double>(cycle.objects_live);
    row.beside += static_cast<double>(cycle.background_ns);
  }
  row.cycles = static_cast<double>(b.heap.cycles().size());
  row.per_object = objects > 0 ? row.sum / objects : 0;
  return row;
}

double median(std::vector<Row> rows, double Row::*of) {
  std::sort(rows.begin(), rows.end(), [of](const Row& a, const Row& b) { return a.*of < b.*of; });
  return rows[rows.size() / 2].*of;
}

}  // namespace
}  // namespace govm::gc

int main(int argc, char** argv) {
  using namespace govm::gc;
  const int runs = argc > 1 ? std::atoi(argv[1]) : 7;
  const struct {
    const char* name;
    std::function<void(Bench&)> work;
  } kWork[] = {{"ring, 200,000 live of 1 KiB", [](Bench& b) { ring(b, 200'000); }},
               {"trees, 1,048,575 live nodes", trees},
               {"ring, 1,000,000 live of 1 KiB", [](Bench& b) { ring(b, 1'000'000); }}};
  const struct {
    const char* name;
    Mode mode;
  } kModes[] = {{"stw", Mode::StopTheWorld}, {"incremental", Mode::Incremental}, {"concurrent", Mode::Concurrent}};
  fmt::print(
      "| heap | mode | cycles | longest pause us (wall) | all pauses ms | ns a live object | beside ms |\n|---|---|---|---|---|---|---|\n");
  for (const auto& work : kWork) {
    std::vector<Row> rows[3];
    for (int run = 0; run < runs; ++run) {
      for (int m = 0; m < 3; ++m) rows[m].push_back(measure(kModes[m].mode, work.work));
    }
    for (int m = 0; m < 3; ++m) {
      fmt::print("| {} | {} | {:.0f} | {:.0f} ({:.0f}) | {:.1f} | {:.1f} | {:.1f} |\n", work.name, kModes[m].name,
                 median(rows[m], &Row::cycles), median(rows[m], &Row::longest) / 1e3, median(rows[m], &Row::longest_wall) / 1e3,
                 median(rows[m], &Row::sum) / 1e6, median(rows[m], &Row::per_object), median(rows[m], &Row::beside) / 1e6);
    }
  }
}
