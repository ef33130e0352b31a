// --why-alive=SITE: one way from a root to an object that the site made.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "base/source_file.h"
#include "gc/heap.h"
#include "profiler/collect.h"
#include "vm/bytecode/program.h"

namespace govm::profiler {
namespace {

std::string record_text(const gc::Heap& heap, const bytecode::Program& program, const RunFacts& facts, gc::RecordId id) {
  const SiteRow row = describe_record(program, heap.record(id), facts);
  std::string text = place_text(row);
  if (!row.value.empty()) text += "  " + row.value;
  const std::string& type = row.type;
  if (!type.empty() && !row.value.ends_with(type)) text += " (" + type + ")";
  return text;
}

std::string root_text(const bytecode::Program& program, const gc::RootPlace& root, const void* globals) {
  if (root.function != 0) {
    return fmt::format("a variable of {}, goroutine {}", program.function(bytecode::FunctionId(root.function)).name, root.goroutine);
  }
  if (root.goroutine != 0) return fmt::format("goroutine {}: what it waits for or returns", root.goroutine);
  const auto offset = reinterpret_cast<uintptr_t>(root.slot) - reinterpret_cast<uintptr_t>(globals);
  for (const bytecode::Global& global : program.globals()) {
    if (root.slot != nullptr && offset >= global.offset && offset < global.offset + global.size) return "package variable " + global.name;
  }
  return "the runtime (timers, finalizers, weak pointers)";
}

constexpr size_t kNearShown = 5;

// Takes ":12" off the end; 0 if there is none.
int take_number(std::string_view& text) {
  const size_t colon = text.rfind(':');
  int number = 0;
  if (colon == std::string_view::npos) return 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, number);
  if (error != std::errc() || stop != end) return 0;
  text = text.substr(0, colon);
  return number;
}

// FILE:LINE or FILE:LINE:COLUMN; the file as a path, or the end of one.
class WantedSite {
 public:
  WantedSite(std::string_view text, std::string_view directory) : directory_(directory) {
    line_ = take_number(text);
    if (const int before = take_number(text)) column_ = std::exchange(line_, before);
    file_ = std::filesystem::path(text).lexically_normal().generic_string();
    absolute_ = absolute(file_);
  }

  int line() const { return line_; }
  bool is_in_file(const SiteRow& row) const {
    const std::string file = absolute(row.file);
    return row.line != 0 && (file == absolute_ || file.ends_with("/" + file_));
  }
  bool is(const SiteRow& row) const {
    return row.line == line_ && (column_ == 0 || row.column == column_) && (row.line == 0 ? row.file == file_ : is_in_file(row));
  }

 private:
  std::string absolute(const std::string& file) const { return (directory_ / file).lexically_normal().generic_string(); }

  std::filesystem::path directory_;  // what relative names are relative to
  std::string file_;
  std::string absolute_;
  int line_ = 0;
  int column_ = 0;  // 0: any
};

// What may be meant instead of a place where nothing is made: the nearest sites of the file.
std::vector<std::string> near_sites(const WantedSite& wanted, const std::vector<SiteRow>& sites) {
  std::set<std::tuple<int, int, std::string>> near;  // by distance
  for (const SiteRow& row : sites) {
    if (wanted.is_in_file(row)) near.emplace(std::abs(row.line - wanted.line()), row.line, place_text(row) + "  " + row.value);
  }
  std::vector<std::string> out;
  for (const auto& [distance, line, text] : near) {
    if (out.size() < kNearShown) out.push_back(text);
  }
  return out;
}

}  // namespace

WhyAlive why_alive(gc::Heap& heap, const bytecode::Program& program, const RunFacts& facts, const std::string& site) {
  const WantedSite place(site, program.directory);
  WhyAlive why;
  why.site = site;
  std::vector<SiteRow> sites(1);
  for (gc::RecordId id = 1; id < heap.record_count(); id++) sites.push_back(describe_record(program, heap.record(id), facts));
  why.is_site = std::any_of(sites.begin() + 1, sites.end(), [&](const SiteRow& row) { return place.is(row); });
  if (!why.is_site) {
    why.nearest = near_sites(place, sites);
    return why;
  }
  const std::vector<gc::Heap::InUse> in_use = heap.in_use().records;
  std::vector<bool> wanted(heap.record_count());
  for (gc::RecordId id = 1; id < wanted.size(); id++) {
    if (!place.is(sites[id])) continue;
    why.made += heap.record_stats(id).allocs;
    why.objects += in_use[id].objects;
    wanted[id] = in_use[id].objects != 0;
  }
  if (why.objects == 0) return why;
  const gc::Heap::Path path = heap.path_to([&](gc::RecordId id) { return id < wanted.size() && wanted[id]; });
  if (path.steps.empty()) return why;
  why.root = root_text(program, path.root, facts.globals);
  for (const gc::Heap::PathStep& step : path.steps) {
    why.path.push_back({step.size, record_text(heap, program, facts, step.record), step.offset});
  }
  return why;
}

}  // namespace govm::profiler
