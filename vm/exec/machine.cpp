// Puts a Machine together, and keeps it up to date with a program that grows.
#include "vm/exec/machine.h"

#include <unistd.h>

namespace govm::exec {

Machine::Machine(Image& image_in, gc::Heap& heap_in, rt::Scheduler& scheduler_in, native::Host& host_in, CodeProvider* provider_in,
                 RunOptions options_in)
    : heap(heap_in),
      max_steps(options_in.max_steps),
      image(image_in),
      scheduler(scheduler_in),
      host(host_in),
      provider(provider_in),
      options(options_in),
      channels(heap_in, scheduler_in),
      maps{.heap = heap_in} {
  death_report.shown = death_report.least = native::trace_level(options.traceback);
  fuel = options.poll_interval;
  quantum_left = options.quantum;
  refresh();
}

bool Machine::ends_from_outside() const {
  if (interrupted) return true;
  return deadline >= 0 && std::chrono::steady_clock::now() - started > std::chrono::nanoseconds(deadline);
}

void Machine::write_death(std::string_view text) const {
  write_error(text);
  while (death_report.copy_to >= 0 && !text.empty()) {
    const ssize_t n = ::write(death_report.copy_to, text.data(), text.size());
    if (n <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(n));
  }
}

void Machine::refresh() {
  globals = image.globals();
  itab_words = image.itab_words();
  strings = image.strings();
  data = image.data();
  closures = image.closures();
  if (frame_value_counts.size() < heap.record_count()) frame_value_counts.resize(heap.record_count());
  frame_values = frame_value_counts.data();
}

}  // namespace govm::exec
