// The façade: makes heap, image, scheduler and interpreter for one run.
#include "vm/vm.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>

#include "base/check.h"
#include "gc/heap.h"
#include "vm/bytecode/instruction_counts.h"
#include "vm/exec/image.h"
#include "vm/exec/interpreter.h"
#include "vm/exec/latency.h"
#include "vm/exec/panic.h"
#include "vm/goroutine/clock.h"
#include "vm/goroutine/scheduler.h"

namespace govm::vm {

namespace {

using SteadyClock = std::chrono::steady_clock;

std::int64_t nanoseconds(SteadyClock::duration duration) { return std::chrono::duration_cast<std::chrono::nanoseconds>(duration).count(); }

class WallClock final : public rt::Clock {
 public:
  std::int64_t monotonic() override { return nanoseconds(SteadyClock::now() - start_); }
  std::int64_t wall() override {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  }
  bool is_virtual() const override { return false; }
  void advance_to(std::int64_t) override {}

 private:
  SteadyClock::time_point start_ = SteadyClock::now();
};

// Moves by what is executed and collected, and by sleeping (decisions 3).
class VirtualClock final : public rt::Clock {
 public:
  std::int64_t monotonic() override {
    double passed = static_cast<double>(slept_);
    if (machine != nullptr) passed += kPerCell * static_cast<double>(machine->steps);
    if (heap != nullptr) {
      passed += kPerObject * static_cast<double>(heap->allocated_objects()) + kPerByte * static_cast<double>(heap->allocated_bytes()) +
                kPerMarked * static_cast<double>(heap->objects_marked()) + kPerSwept * static_cast<double>(heap->slots_swept());
    }
    return static_cast<std::int64_t>(passed);
  }
  std::int64_t wall() override { return kEpoch + monotonic(); }
  bool is_virtual() const override { return true; }
  void advance_to(std::int64_t when) override {
    const std::int64_t now = monotonic();
    if (when > now) slept_ += when - now;
  }

  const exec::Machine* machine = nullptr;
  const gc::Heap* heap = nullptr;

 private:
  // Nanoseconds.
  static constexpr double kPerCell = 1;
  static constexpr double kPerObject = 25;
  static constexpr double kPerByte = 0.05;
  static constexpr double kPerMarked = 15;
  static constexpr double kPerSwept = 3;
  // Where Go's playground starts: 2009-11-10 23:00:00 UTC.
  static constexpr std::int64_t kEpoch = 1'257'894'000'000'000'000;

  std::int64_t slept_ = 0;
};

void write_to_stderr(std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(STDERR_FILENO, text.data(), text.size());
    if (n <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(n));
  }
}

gc::Mode heap_mode(GcMode mode) {
  switch (mode) {
    case GcMode::StopTheWorld: return gc::Mode::StopTheWorld;
    case GcMode::Concurrent: return gc::Mode::Concurrent;
    case GcMode::Incremental: return gc::Mode::Incremental;
    case GcMode::Off: return gc::Mode::Off;
  }
  GOVM_UNREACHABLE();
}

}  // namespace

struct Vm::State {
  State(const Options& options, const native::Registry& natives, exec::CodeProvider* code) : registry(natives), provider(code) {
    if (options.clock == ClockMode::Virtual) {
      auto virtual_clock = std::make_unique<VirtualClock>();
      virtual_time = virtual_clock.get();
      clock = std::move(virtual_clock);
    } else {
      clock = std::make_unique<WallClock>();
    }
    scheduler = std::make_unique<rt::Scheduler>(
        rt::StackOptions{.max_bytes = static_cast<std::size_t>(options.max_stack), .smallest_segments = options.stack_stress}, *clock,
        options.seed);
    scheduler->set_random_order(options.preempt_stress);
    scheduler->set_perturbed(options.seed != 0);
  }

  const native::Registry& registry;
  exec::CodeProvider* provider;
  VirtualClock* virtual_time = nullptr;
  std::unique_ptr<rt::Clock> clock;
  std::unique_ptr<gc::Heap> heap;
  std::unique_ptr<rt::Scheduler> scheduler;
  std::unique_ptr<exec::Latency> latency;
  std::unique_ptr<bytecode::InstructionCounts> instruction_counts;
  std::unique_ptr<exec::Image> image;
  std::unique_ptr<exec::Interpreter> interpreter;
  std::function<void(std::string_view)> write_error = write_to_stderr;

  bool is_frame_address(std::uintptr_t address) const {
    const auto* p = reinterpret_cast<const std::byte*>(address);
    for (rt::Goroutine* g = scheduler->first(); g != nullptr; g = g->all_next) {
      for (rt::Segment* s = g->first_segment; s != nullptr; s = s->next) {
        if (s->contains(p)) return true;
      }
    }
    return false;
  }
};

Vm::Vm(Options options, const native::Registry& registry, exec::CodeProvider* provider)
    : options_(std::move(options)), state_(std::make_unique<State>(options_, registry, provider)) {
  State* state = state_.get();
  gc::Options heap;
  heap.mode = heap_mode(options_.gc);
  heap.gogc = options_.gogc;
  heap.memory_limit = options_.memory_limit;
  heap.max_heap = options_.max_heap;
  heap.stress = options_.gc_stress;
  heap.slice_work = static_cast<std::uint64_t>(options_.gc_slice_ns);
  heap.keep_records = options_.keep_collections || !options_.latency.empty();
  heap.seed = options_.seed;
  heap.poison = options_.verify;
  heap.verify = options_.verify;
  heap.own_clock = options_.clock == ClockMode::Virtual;
  heap.now = [state] { return state->clock->monotonic(); };
  heap.out_of_memory = [this, state](std::string_view what) {
    if (state->interpreter == nullptr) {
      state->write_error(std::string(what));
      ::_exit(2);
    }
    exec::Machine& machine = state->interpreter->machine();
    machine.write_death(exec::out_of_memory_text(machine, what));
    conclude();
    std::fflush(stdout);
    ::_exit(exec::death_status(machine));
  };
  heap.is_frame_address = [state](std::uintptr_t address) { return state->is_frame_address(address); };
  state->heap = std::make_unique<gc::Heap>(heap);
  if (state->virtual_time != nullptr) state->virtual_time->heap = state->heap.get();
}

Vm::~Vm() = default;

int Vm::run(bytecode::Program& program) {
  State& state = *state_;
  if (!options_.latency.empty()) {
    state.latency = std::make_unique<exec::Latency>(
        options_.latency, *state.heap, [&state] { return state.clock->monotonic(); },
        [&state] { return state.scheduler->waiting_times().idle(); });
    state.heap->add_listener(state.latency.get());
  }
  state.image = std::make_unique<exec::Image>(program, state.registry, *state.heap,
                                              exec::LinkOptions{.traced = options_.trace_instructions || options_.count_instructions,
                                                                .charged = options_.charging,
                                                                .stacks = options_.stacks,
                                                                .latency = state.latency.get()});
  if (!state.image->grow()) {
    state.write_error(state.image->error() + "\n");
    return 1;
  }
  exec::RunOptions run;
  if (options_.preempt_stress) run.quantum = 0;
  run.gc_at_polls = options_.gc_stress != 0;
  if (options_.preempt_stress || run.gc_at_polls) run.poll_interval = 2;
  if (options_.max_steps != 0) run.max_steps = options_.max_steps;
  run.arguments = options_.arguments;
  run.build_info = options_.build_info;
  run.traceback = options_.traceback;
  run.print_instructions = options_.trace_instructions;
  state.interpreter = std::make_unique<exec::Interpreter>(*state.image, *state.heap, *state.scheduler, state.provider, run);
  exec::Machine& machine = state.interpreter->machine();
  machine.latency = state.latency.get();
  if (options_.count_instructions) {
    state.instruction_counts = std::make_unique<bytecode::InstructionCounts>();
    machine.instruction_counts = state.instruction_counts.get();
  }
  machine.maps.seed = options_.seed;
  if (state.virtual_time != nullptr) state.virtual_time->machine = &machine;
  if (options_.timeout_seconds > 0) {
    machine.deadline = static_cast<std::int64_t>(options_.timeout_seconds * 1e9);
  }
  const int status = state.interpreter->run(state.write_error);
  conclude();
  return status;
}

void Vm::conclude() {
  State& state = *state_;
  if (state.interpreter == nullptr) return;
  const exec::Machine& machine = state.interpreter->machine();
  stats_.instructions = machine.steps;
  stats_.wall_nanoseconds = state.clock->monotonic();
  for (const std::uint64_t count : machine.frame_value_counts) stats_.frame_values += count;
  if (before_exit_) before_exit_();
}

const void* Vm::globals() const { return state_->image->globals(); }

const exec::StackTree* Vm::stacks() const {
  const exec::Charges* charges = state_->image->charges();
  return charges != nullptr && charges->with_stacks() ? &charges->stacks() : nullptr;
}

const std::vector<std::uint64_t>& Vm::frame_values_by_record() const { return state_->interpreter->machine().frame_value_counts; }

const bytecode::InstructionCounts* Vm::instruction_counts() const { return state_->instruction_counts.get(); }

exec::Latency* Vm::latency() { return state_->latency.get(); }

gc::Heap& Vm::heap() { return *state_->heap; }

exec::Interpreter& Vm::interpreter() { return *state_->interpreter; }

const std::vector<bytecode::UserCall>& Vm::user_calls() const {
  static const std::vector<bytecode::UserCall> kNone;
  const exec::Charges* charges = state_->image->charges();
  return charges != nullptr ? charges->calls() : kNone;
}

void Vm::set_error_output(std::function<void(std::string_view)> write) { state_->write_error = std::move(write); }

void Vm::interrupt(const siginfo_t& signal, const char* words) {
  if (state_->interpreter == nullptr) return;
  exec::Machine& machine = state_->interpreter->machine();
  machine.interrupt = {signal, words};
  machine.interrupted = true;
}

bool Vm::timed_out() const { return state_->interpreter != nullptr && state_->interpreter->machine().out_of_time; }

int Vm::died_of() const { return state_->interpreter != nullptr ? state_->interpreter->machine().died_of : 0; }

void keep_place_for_code() { exec::keep_place_for_code(); }

}  // namespace govm::vm
