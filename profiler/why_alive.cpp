// --why-alive=SITE: one way from a root to an object that the site made.
#include <fmt/format.h>

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

}  // namespace

WhyAlive why_alive(gc::Heap& heap, const bytecode::Program& program, const RunFacts& facts, const std::string& site) {
  WhyAlive why;
  why.site = site;
  const auto is_wanted = [&](gc::RecordId id) {
    const SiteRow row = describe_record(program, heap.record(id), facts);
    const std::string place = place_text(row);
    return place == site || place.ends_with("/" + site) || place_text(row, false) == site || place_text(row, false).ends_with("/" + site);
  };
  const std::vector<gc::Heap::InUse> in_use = heap.in_use().records;
  std::vector<bool> wanted(heap.record_count());
  for (gc::RecordId id = 1; id < wanted.size(); id++) {
    wanted[id] = in_use[id].objects != 0 && is_wanted(id);
    if (wanted[id]) why.objects += in_use[id].objects;
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
