// Whole runs of hand-assembled programs: calls, panics, goroutines, stacks.
#include "vm/vm.h"

#include <gtest/gtest.h>

#include <string>

#include "vm/bytecode/builder.h"

namespace govm::vm {
namespace {

using bytecode::FunctionBuilder;
using bytecode::FunctionId;
using bytecode::Opcode;
using bytecode::PrintKind;
using bytecode::Program;
using bytecode::WordMap;

constexpr std::int64_t kInt = static_cast<std::int64_t>(PrintKind::Int);
constexpr std::int64_t kNewline = static_cast<std::int64_t>(PrintKind::Newline);
constexpr std::int64_t kString = static_cast<std::int64_t>(PrintKind::String);

/// A function under construction with an empty map at its entry.
struct Code {
  Code(Program& program_in, const std::string& name, std::uint32_t frame_bytes)
      : program(program_in), id(known(name)), builder(program.function(id)) {
    program.function(id).frame_bytes = frame_bytes;
  }
  FunctionId known(const std::string& name) {
    const FunctionId found = program.find_function(name);
    return found ? found : program.declare_function(name);
  }
  std::uint32_t emit(Opcode opcode, std::initializer_list<std::int64_t> operands) { return builder.emit(opcode, operands); }
  void print_int(std::int64_t slot) { emit(Opcode::Print, {slot, kInt}); }
  void print_line() { emit(Opcode::Print, {0, kNewline}); }
  void print_text(std::int64_t slot, std::string_view text) {
    emit(Opcode::ConstStr, {slot, program.intern_string(text).index()});
    emit(Opcode::Print, {slot, kString});
  }
  /// Ends the function; every cell gets an empty map.
  FunctionId finish() {
    bytecode::Function& function = program.function(id);
    for (std::uint32_t cell = 0; cell < function.cells.size(); ++cell) {
      builder.add_stack_map(cell, WordMap{});
    }
    builder.finish();
    return id;
  }

  Program& program;
  FunctionId id;
  FunctionBuilder builder;
};

struct Outcome {
  int status;
  std::string text;
};

Outcome run(Program& program, Options options = {}) {
  native::Registry registry;
  Vm vm(options, registry, nullptr);
  Outcome outcome{};
  vm.set_error_output([&](std::string_view text) { outcome.text += text; });
  outcome.status = vm.run(program);
  return outcome;
}

FunctionId add_fib(Program& program) {
  Code fib(program, "main.fib", 64);
  program.function(fib.id).argument_bytes = 8;
  program.function(fib.id).result_bytes = 8;
  fib.emit(Opcode::RetIfLtIImm, {0, 2, 0});
  fib.emit(Opcode::CallAddImm, {0, -1, fib.id.index(), 64 + 32});
  fib.emit(Opcode::Mov, {8, 64 + 32});
  fib.emit(Opcode::CallAddImm, {0, -2, fib.id.index(), 64 + 32});
  fib.emit(Opcode::RetAdd, {8, 64 + 32});
  return fib.finish();
}

void add_fib_main(Program& program, std::int64_t n) {
  const FunctionId fib = add_fib(program);
  Code main(program, "main.main", 32);
  program.entry = main.id;
  main.emit(Opcode::Const, {64, n});
  main.emit(Opcode::Call, {fib.index(), 64});
  main.print_int(64);
  main.print_line();
  main.emit(Opcode::Ret, {});
  main.finish();
}

TEST(Vm, Fib) {
  Program program;
  add_fib_main(program, 20);
  const Outcome outcome = run(program);
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.text, "6765\n");
}

TEST(Vm, TracePrintsEachInstruction) {
  Program program;
  add_fib_main(program, 1);
  Options options;
  options.trace_instructions = true;
  const Outcome outcome = run(program, options);
  EXPECT_TRUE(outcome.text.starts_with("g1 main.main @0 Const ")) << outcome.text;
  EXPECT_NE(outcome.text.find("g1 main.fib @0 RetIfLtIImm "), std::string::npos);
}

TEST(Vm, FibCrossesSegmentsUnderStackStress) {
  Program program;
  add_fib_main(program, 15);
  Options options;
  options.stack_stress = true;
  options.preempt_stress = true;
  const Outcome outcome = run(program, options);
  EXPECT_EQ(outcome.text, "610\n");
}

TEST(Vm, EndlessRecursionOverflowsTheStack) {
  Program program;
  Code f(program, "main.f", 64);
  f.emit(Opcode::Call, {f.id.index(), 96});
  f.emit(Opcode::Ret, {});
  program.entry = f.finish();
  Options options;
  options.max_stack = 1 << 20;
  const Outcome outcome = run(program, options);
  EXPECT_EQ(outcome.status, 2);
  EXPECT_TRUE(outcome.text.starts_with("runtime: goroutine stack exceeds 1048576-byte limit\nfatal error: stack overflow\n"))
      << outcome.text.substr(0, 200);
}

TEST(Vm, DivisionByZeroPanics) {
  Program program;
  Code main(program, "main.main", 32);
  program.entry = main.id;
  main.emit(Opcode::Const, {0, 1});
  main.emit(Opcode::Const, {8, 0});
  main.emit(Opcode::DivI64, {0, 0, 8});
  main.emit(Opcode::Ret, {});
  main.finish();
  const Outcome outcome = run(program);
  EXPECT_EQ(outcome.status, 2);
  EXPECT_TRUE(outcome.text.starts_with("panic: runtime error: integer divide by zero\n\ngoroutine 1 [running]:\nmain.main()\n\t"))
      << outcome.text;
}

TEST(Vm, IndexOutOfRangeNamesIndexAndLength) {
  Program program;
  Code main(program, "main.main", 64);
  program.entry = main.id;
  main.emit(Opcode::Zero3, {0});
  main.emit(Opcode::Const, {8, 3});
  main.emit(Opcode::Const, {24, 5});
  main.emit(Opcode::Index64, {32, 0, 24});
  main.emit(Opcode::Ret, {});
  main.finish();
  const Outcome outcome = run(program);
  EXPECT_TRUE(outcome.text.starts_with("panic: runtime error: index out of range [5] with length 3\n")) << outcome.text;
}

// func deferred() { recover() }; func f() { defer deferred(); nil dereference }; main prints
// after f returned.
TEST(Vm, RecoverGoesOnAtTheRecoveryBlock) {
  Program program;
  Code deferred(program, "main.deferred", 32);
  deferred.emit(Opcode::Recover, {0});
  deferred.print_text(16, "recovered ");
  deferred.emit(Opcode::Ret, {});
  const FunctionId deferred_id = deferred.finish();

  Code f(program, "main.f", 64);
  program.function(f.id).flags.defers = true;
  f.emit(Opcode::DeferInit, {});
  f.emit(Opcode::FuncValue, {0, deferred_id.index()});
  f.emit(Opcode::DeferFrame, {8, 0});
  f.emit(Opcode::Const, {32, 0});
  f.emit(Opcode::Load64, {40, 32, 0});
  f.emit(Opcode::Unreachable, {});
  program.function(f.id).recovery_cell = f.emit(Opcode::RunDefers, {});
  f.emit(Opcode::Ret, {});
  const FunctionId f_id = f.finish();

  Code main(program, "main.main", 32);
  program.entry = main.id;
  main.emit(Opcode::Call, {f_id.index(), 64});
  main.print_text(0, "done\n");
  main.emit(Opcode::Ret, {});
  main.finish();
  for (const bool stress : {false, true}) {
    Options options;
    options.stack_stress = stress;
    const Outcome outcome = run(program, options);
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.text, "recovered done\n");
    // The program has grown by the first run; it may run again.
  }
}

// func deferred() { panic(second) }, unrecovered: both panics are printed.
TEST(Vm, APanicInADeferredCallIsPrintedBehindTheFirst) {
  Program program;
  Code deferred(program, "main.deferred", 32);
  deferred.emit(Opcode::Const, {0, 0});
  deferred.emit(Opcode::DivI64, {0, 0, 0});
  deferred.emit(Opcode::Ret, {});
  const FunctionId deferred_id = deferred.finish();
  Code main(program, "main.main", 64);
  program.entry = main.id;
  program.function(main.id).flags.defers = true;
  main.emit(Opcode::DeferInit, {});
  main.emit(Opcode::FuncValue, {0, deferred_id.index()});
  main.emit(Opcode::DeferFrame, {8, 0});
  main.emit(Opcode::Const, {32, -1});
  main.emit(Opcode::CheckShift, {32});
  program.function(main.id).recovery_cell = main.emit(Opcode::RunDefers, {});
  main.emit(Opcode::Ret, {});
  main.finish();
  const Outcome outcome = run(program);
  EXPECT_EQ(outcome.status, 2);
  EXPECT_TRUE(
      outcome.text.starts_with("panic: runtime error: negative shift amount\n"
                               "\tpanic: runtime error: integer divide by zero\n\n"))
      << outcome.text;
}

TEST(Vm, DeadlockIsFatal) {
  Program program;
  Code main(program, "main.main", 32);
  program.entry = main.id;
  main.emit(Opcode::Const, {0, 0});
  main.emit(Opcode::Receive, {bytecode::kNoPlace, 0, 8});
  main.emit(Opcode::Ret, {});
  main.finish();
  const Outcome outcome = run(program);
  EXPECT_EQ(outcome.status, 2);
  EXPECT_TRUE(
      outcome.text.starts_with("fatal error: all goroutines are asleep - deadlock!\n\n"
                               "goroutine 1 [chan receive (nil chan)]:\nmain.main()\n"))
      << outcome.text;
}

TEST(Vm, GoroutinesRunWhenMainWaits) {
  Program program;
  Code worker(program, "main.worker", 32);
  worker.print_text(0, "worker ");
  worker.emit(Opcode::Ret, {});
  const FunctionId worker_id = worker.finish();
  Code main(program, "main.main", 32);
  program.entry = main.id;
  main.emit(Opcode::FuncValue, {0, worker_id.index()});
  main.emit(Opcode::Go, {0});
  main.emit(Opcode::Const, {0, 0});
  main.emit(Opcode::Receive, {bytecode::kNoPlace, 0, 8});
  main.emit(Opcode::Ret, {});
  main.finish();
  const Outcome outcome = run(program);
  EXPECT_TRUE(outcome.text.starts_with("worker fatal error: all goroutines are asleep")) << outcome.text;
}

// A list of `count` nodes {next, value} is built and summed; every allocation is a safepoint
// whose map has the head of the list.
void add_list_main(Program& program, std::int64_t count) {
  bool fresh = false;
  const bytecode::TypeId node = program.declare_type("main.node", &fresh);
  bytecode::TypeDesc& desc = program.type(node);
  desc.kind = bytecode::Kind::Struct;
  desc.size = 16;
  desc.align = 8;
  desc.pointers.set(0);
  desc.pointer_words = 1;
  desc.name = "main.node";
  bytecode::Site site;
  site.type = node;
  site.kind = bytecode::SiteKind::CompositeLiteral;
  const bytecode::SiteId site_id = program.add_site(site);

  constexpr std::int64_t kHead = 0, kIndex = 8, kNode = 16, kSum = 24;
  Code main(program, "main.main", 64);
  program.entry = main.id;
  FunctionBuilder& b = main.builder;
  WordMap head;
  head.set(kHead / 8);
  b.add_stack_map(0, WordMap{});
  main.emit(Opcode::Const, {kHead, 0});
  main.emit(Opcode::Const, {kIndex, 0});
  const bytecode::Label build = b.new_label();
  b.bind(build);
  b.add_stack_map(main.emit(Opcode::New16, {kNode, site_id.index()}), head);
  main.emit(Opcode::StorePtr, {kNode, kHead, 0});
  main.emit(Opcode::Store64, {kNode, kIndex, 8});
  main.emit(Opcode::Mov, {kHead, kNode});
  b.add_stack_map(main.emit(Opcode::LoopAddLtIImm, {kIndex, 1, count, build.index}), head);
  main.emit(Opcode::Const, {kSum, 0});
  const bytecode::Label walk = b.new_label();
  b.bind(walk);
  main.emit(Opcode::Load64, {kNode, kHead, 8});
  main.emit(Opcode::Add, {kSum, kSum, kNode});
  main.emit(Opcode::Load64, {kHead, kHead, 0});
  b.add_stack_map(main.emit(Opcode::LoopNeImm, {kHead, 0, walk.index}), head);
  main.print_int(kSum);
  main.emit(Opcode::Ret, {});
  b.finish();
}

TEST(Vm, AListSurvivesCollections) {
  for (const GcMode mode : {GcMode::StopTheWorld, GcMode::Incremental}) {
    for (const std::uint64_t stress : {0, 1, 7}) {
      Program program;
      const std::int64_t count = stress == 0 ? 200'000 : 300;
      add_list_main(program, count);
      Options options;
      options.gc = mode;
      options.gc_stress = stress;
      options.verify = stress != 0;
      options.gogc = 10;
      const Outcome outcome = run(program, options);
      EXPECT_EQ(outcome.status, 0);
      EXPECT_EQ(outcome.text, std::to_string(count * (count - 1) / 2));
    }
  }
}

}  // namespace
}  // namespace govm::vm
