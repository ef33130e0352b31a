// One run of a loaded program: what ties image, heap, scheduler and natives together.
#pragma once

#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "vm/exec/machine.h"
#include "vm/exec/reflection.h"
#include "vm/exec/roots.h"

namespace govm::exec {

/// Runs a program once. Natives see it as their Host.
class Interpreter final : public native::Host {
 public:
  Interpreter(Image& image, gc::Heap& heap, rt::Scheduler& scheduler, CodeProvider* provider, RunOptions options);
  ~Interpreter();
  Interpreter(const Interpreter&) = delete;
  Interpreter& operator=(const Interpreter&) = delete;

  /// Runs the program's entry on the main goroutine until the program ends.
  int run(std::function<void(std::string_view)> write_error);

  Machine& machine() { return machine_; }

  // Host
  gc::Heap& heap() override { return machine_.heap; }
  value::TypeTable& types() override { return machine_.image.types(); }
  rt::Scheduler& scheduler() override { return machine_.scheduler; }
  value::MapContext& maps() override { return machine_.maps; }
  void start_goroutine(const void* closure, rt::GoroutineKind kind) override;
  void request_collection() override {
    machine_.collecting = machine_.g;
    machine_.fuel = 1;
  }
  void set_poll_hook(std::function<void()> hook) override { machine_.poll_hook = std::move(hook); }
  native::DeathReport& death_report() override { return machine_.death_report; }
  bool is_collection_requested() const override { return machine_.collecting != nullptr; }
  std::uint64_t instructions() const override { return machine_.steps; }
  std::size_t callers(std::size_t skip, std::span<std::uintptr_t> out) override;
  std::size_t callers_of(rt::Goroutine& goroutine, std::span<std::uintptr_t> out) override;
  std::size_t callers_of_record(std::uint32_t record, std::span<std::uintptr_t> out) override;
  native::CodePlace place_of(std::uintptr_t pc) override;
  std::string traceback(bool all) override;
  std::span<const std::string> arguments() override { return machine_.options.arguments; }
  std::string_view build_info() override { return machine_.options.build_info; }
  void* allocate(std::uint32_t native_function, const value::Type* type, std::int64_t count) override;
  void* allocate_bytes(std::uint32_t native_function, std::int64_t count) override;
  value::Interface runtime_error(std::string_view text) override;
  value::Interface plain_error(std::string_view text) override;
  value::Interface string_value(std::string_view text) override;
  void* package_state(const void* key, void* (*create)(Host&), void (*destroy)(void*)) override;
  native::Reflection& reflection() override { return reflection_; }

 private:
  struct PackageState {
    const void* key;
    void* state;
    void (*destroy)(void*);
  };

  Machine machine_;
  Roots roots_;
  MachineReflection reflection_;
  std::vector<PackageState> states_;
};

}  // namespace govm::exec
