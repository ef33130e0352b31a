// Runs of deferred calls: see panic.h.
//
// One record per run, newest first on the goroutine: `Return` when a function ends,
// `Panic` and `Goexit` when the stack is unwound. Each deferred call returns to a stub
// that lets the newest record go on. A record whose deferred call was unwound past is
// aborted; it stays for the printing until the panic that did it is recovered.
#include "vm/exec/panic.h"

#include <csignal>

#include "vm/exec/control.h"
#include "vm/exec/frame_cursor.h"
#include "vm/exec/latency.h"
#include "vm/exec/machine.h"
#include "vm/exec/print.h"
#include "vm/exec/runtime_error.h"
#include "vm/exec/traceback.h"
#include "vm/value/closure.h"

namespace govm::exec {

namespace {

using rt::DeferRecord;
using rt::PanicRecord;
using rt::UnwindKind;

PanicRecord* push_record(Machine& vm, UnwindKind kind, const Cell* pc, Fp fp) {
  PanicRecord* p = vm.panic_records.obtain();
  *p = PanicRecord{};
  p->link = vm.g->panics;
  p->kind = kind;
  p->origin_pc = p->unwound_pc = pc;
  p->origin_fp = p->unwound_fp = fp;
  vm.g->panics = p;
  return p;
}

void pop_record(Machine& vm) {
  PanicRecord* p = vm.g->panics;
  vm.g->panics = p->link;
  vm.panic_records.give(p);
}

// The newest record of frame `fp`, taken off its list; false if there is none.
bool take_defer(Machine& vm, Fp fp, const void** closure) {
  DeferRecord* record = rt::frame_defers(fp);
  if (record == nullptr) return false;
  rt::set_frame_defers(fp, record->next);
  *closure = record->closure;
  if (record->pooled != 0) vm.defer_records.give(record);
  return true;
}

// Calls a deferred closure for the run `p`.
Resume call_deferred(Machine& vm, PanicRecord* p, const void* closure) {
  if (closure == nullptr) {
    return begin_panic(vm, p->origin_pc, p->origin_fp, RuntimeError::NilDereference);
  }
  const Fp fp = push_frame(vm, p->origin_pc, p->origin_fp, vm.image.stubs().deferred_returned);
  if (fp == nullptr) return stack_overflow(vm, p->origin_pc, p->origin_fp);
  rt::set_frame_closure(fp, closure);
  p->deferred_fp = fp;
  return {value::closure_entry(closure), fp};
}

// Begins to print the panics that end the program: calls their Error and String methods.
Resume die(Machine& vm);

// The next deferred call of an unwinding panic or Goexit.
Resume unwind(Machine& vm, PanicRecord* p) {
  FrameCursor cursor(vm.image, *vm.g, p->unwound_pc, p->unwound_fp);
  for (;;) {
    const FunctionCode* function = cursor.function();
    const void* closure = nullptr;
    if (function != nullptr && function->defers && take_defer(vm, cursor.fp(), &closure)) {
      p->unwound_fp = cursor.fp();
      p->unwound_pc = cursor.pc();
      return call_deferred(vm, p, closure);
    }
    if (PanicRecord* older = cursor.deferred_by()) {
      // The frames between where that run began and where it stands have no records left.
      older->aborted = true;
      cursor.jump(older->unwound_pc, older->unwound_fp);
      continue;
    }
    if (cursor.return_stub() == vm.image.stubs().panic_text_returned) {
      // Raised by Error or String of a value whose panic ends the program.
      const value::Type* type = value::eface_type(p->value);
      const bool is_text = type != nullptr && type->key == "string";
      const std::string what =
          is_text ? std::string(value::to_view(*static_cast<const value::String*>(p->value.data))) : "type " + type_name(p->value);
      const std::string text = "fatal error: panic while printing panic value: " + what + '\n';
      return end_in_death(vm, death_text(vm, p->origin_pc, p->origin_fp, text, {.thrown = true}, true));
    }
    if (!cursor.next()) break;
  }
  if (p->kind == UnwindKind::Goexit) {
    while (vm.g->panics != nullptr) pop_record(vm);
    return end_goroutine(vm);
  }
  return die(vm);
}

// The panic `p`, newest of its goroutine, was recovered by the deferred call that just
// returned: drops the frames above the one that deferred it.
Resume finish_recovery(Machine& vm, PanicRecord* p) {
  rt::Goroutine& g = *vm.g;
  const Fp fp = p->unwound_fp;
  const Cell* pc = p->unwound_pc;
  pop_record(vm);
  leave_segments_above(vm, fp);
  if (vm.latency != nullptr) {
    vm.latency->drop(g.id, [&](const void* frame) {
      const auto* other = static_cast<const std::byte*>(frame);
      if (g.segment->contains(other)) return other > fp;
      for (rt::Segment* below = g.segment->previous; below != nullptr; below = below->previous) {
        if (below->contains(other)) return false;
      }
      return true;
    });
  }
  while (g.panics != nullptr && g.panics->aborted) {
    PanicRecord* older = g.panics;
    if (older->kind == UnwindKind::Goexit) {
      // A recovered panic does not stop a Goexit: it goes on from this frame.
      older->aborted = false;
      older->deferred_fp = nullptr;
      older->origin_pc = older->unwound_pc = pc;
      older->origin_fp = older->unwound_fp = fp;
      return unwind(vm, older);
    }
    pop_record(vm);
  }
  return {vm.image.function_at(pc)->recovery, fp};
}

Resume next_on_return(Machine& vm, PanicRecord* p) {
  const void* closure = nullptr;
  if (take_defer(vm, p->origin_fp, &closure)) return call_deferred(vm, p, closure);
  const Resume to{p->after, p->origin_fp};
  pop_record(vm);
  return to;
}

PanicRecord* older_panic(PanicRecord* p) {
  do p = p->link;
  while (p != nullptr && p->kind == UnwindKind::Return);
  return p;
}

void print_panics(Machine& vm, PanicRecord* p, std::string& out) {
  if (PanicRecord* older = older_panic(p)) {
    print_panics(vm, older, out);
    if (older->repanicked) return;
    if (older->kind != UnwindKind::Goexit) out += '\t';
  }
  if (p->kind == UnwindKind::Goexit) return;
  out += "panic: ";
  if (p->has_text) {
    print_indented(out, value::to_view(p->text));
  } else {
    print_panic_value(out, p->value);
  }
  if (p->recovered) out += p->repanicked ? " [recovered, repanicked]" : " [recovered]";
  out += '\n';
}

// The address that real Go's instruction would have failed to reach: what it reads or writes lies so far from the nil pointer. From the
// first page's end on Go checks the pointer itself.
std::uintptr_t fault_address(const Machine& vm, const Cell* pc) {
  constexpr std::int64_t kFirstPage = 4096;
  const FunctionCode* code = vm.image.function_at(pc);
  if (code == nullptr) return 0;
  const Cell* cell = &vm.image.program().function(code->id).cells[Image::cell_index(*code, pc)];
  for (const bytecode::OperandSpec& operand : bytecode::info(bytecode::opcode_of(*cell)).operands) {
    if (operand.kind != bytecode::OperandKind::Off) continue;
    const std::int64_t offset = bytecode::read_signed_field(cell, operand.field);
    return offset < kFirstPage ? static_cast<std::uintptr_t>(offset) : 0;
  }
  return 0;
}

// Calls the Error or String method of the next panic value that has one, `p` being the
// first candidate; prints and ends the program when there are no more.
Resume print_next(Machine& vm, PanicRecord* p) {
  for (; p != nullptr; p = older_panic(p)) {
    if (p->kind == UnwindKind::Goexit) continue;
    PanicRecord* older = older_panic(p);
    if (older != nullptr && older->kind == UnwindKind::Panic && is_same_panic_value(older->value, p->value)) {
      older->repanicked = true;
      continue;
    }
    const Cell* method = text_method(vm, p->value);
    if (method == nullptr) continue;
    const Fp fp = push_frame(vm, vm.g->panics->origin_pc, vm.g->panics->origin_fp, vm.image.stubs().panic_text_returned);
    if (fp == nullptr) return stack_overflow(vm, vm.g->panics->origin_pc, vm.g->panics->origin_fp);
    rt::store_at(fp, 0, p->value.data);
    vm.printing = p;
    vm.printing_fp = fp;
    return {method, fp};
  }
  PanicRecord* newest = vm.g->panics;
  if (newest->kind == UnwindKind::Return) newest = older_panic(newest);
  std::string out;
  print_panics(vm, newest, out);
  if (is_nil_dereference(newest->value)) {
    out += "[signal SIGSEGV: segmentation violation code=0x1 addr=";
    print_hex(out, fault_address(vm, newest->origin_pc));
    out += " pc=";
    print_hex(out, reinterpret_cast<std::uintptr_t>(newest->origin_pc));
    out += "]\n";
  }
  return end_in_death(vm, death_text(vm, newest->origin_pc, newest->origin_fp, out, {}, true));
}

Resume die(Machine& vm) { return print_next(vm, vm.g->panics); }

}  // namespace

Resume begin_panic(Machine& vm, const Cell* pc, Fp fp, value::Interface value) {
  if (value.word == nullptr) value = panic_nil_error(vm);
  PanicRecord* p = push_record(vm, UnwindKind::Panic, pc, fp);
  p->value = value;
  return unwind(vm, p);
}

Resume begin_panic(Machine& vm, const Cell* pc, Fp fp, RuntimeError error) {
  // The error is an object: should there be no memory for it, it is this cell's.
  vm.pc = pc;
  vm.fp = fp;
  return begin_panic(vm, pc, fp, runtime_error(vm, error));
}

Resume begin_goexit(Machine& vm, const Cell* pc, Fp fp) { return unwind(vm, push_record(vm, UnwindKind::Goexit, pc, fp)); }

Resume run_defers(Machine& vm, const Cell* pc, Fp fp, const Cell* after) {
  if (rt::frame_defers(fp) == nullptr) return {after, fp};
  PanicRecord* p = push_record(vm, UnwindKind::Return, pc, fp);
  p->after = after;
  return next_on_return(vm, p);
}

Resume deferred_call_returned(Machine& vm, const Cell*, Fp) {
  PanicRecord* p = vm.g->panics;
  leave_segments_above(vm, p->origin_fp);
  p->deferred_fp = nullptr;
  if (p->kind == UnwindKind::Return) return next_on_return(vm, p);
  if (p->recovered) return finish_recovery(vm, p);
  return unwind(vm, p);
}

Resume panic_text_returned(Machine& vm, const Cell*, Fp) {
  PanicRecord* p = vm.printing;
  p->text = rt::load_at<value::String>(vm.printing_fp, 0);
  p->has_text = true;
  vm.printing = nullptr;
  return print_next(vm, older_panic(p));
}

namespace {

// Whether a frame stands only between a call and the function meant: wrappers made by the compiler, and what calls the
// function behind a func value that reflect made. Natives in between have no function.
bool is_between(const Machine& vm, const FunctionCode* function) {
  if (function == nullptr || function->wrapper) return true;
  const std::string& name = vm.image.program().function(function->id).name;
  return name == "reflect.makeFuncStub" || name == "reflect.runMadeFunc";
}

}  // namespace

// "The return value of recover is nil if the goroutine is not panicking or recover was not
// called directly by a deferred function." The wrapper of `defer recover()` calls it for the function that returns.
value::Interface recover(Machine& vm, const Cell* pc, Fp fp) {
  PanicRecord* p = vm.g->panics;
  if (p == nullptr) return {};
  FrameCursor cursor(vm.image, *vm.g, pc, fp);
  if (cursor.function()->wrapper) {
    if (p->kind != UnwindKind::Return || p->deferred_fp != fp) return {};
    cursor.next();
    p = p->link;
  }
  if (p == nullptr || p->kind != UnwindKind::Panic || p->recovered || p->deferred_fp == nullptr) {
    return {};
  }
  while (cursor.fp() != p->deferred_fp) {
    if (!cursor.next() || !is_between(vm, cursor.function())) return {};
  }
  p->recovered = true;
  return p->value;
}

std::string death_text(const Machine& vm, const Cell* pc, Fp fp, std::string_view what, native::FatalKind kind, bool by_panic) {
  std::string out(what);
  const native::TraceLevel& level = vm.death_report.shown;
  if (!level.shows_stacks() && !kind.thrown) return out;
  const bool system = kind.thrown || level.shows_system();
  if (kind.thrown && kind.on_system_stack) out += "\nruntime stack:\n";
  if (vm.g != nullptr && fp != nullptr) {
    out += '\n';
    out += format_traceback(vm.image, vm.scheduler, *vm.g, pc, fp, {.system = system, .by_panic = by_panic});
  }
  if (kind.thrown || kind.on_system_stack || level.all_goroutines) {
    out += format_other_tracebacks(vm.image, vm.scheduler, vm.g, {.system = system});
  }
  return out;
}

std::string out_of_memory_text(const Machine& vm, std::string_view what) { return death_text(vm, vm.pc, vm.fp, what, {.thrown = true}); }

int death_status(const Machine& vm) { return vm.death_report.shown.crash ? signal_status(SIGABRT) : 2; }

Resume end_in_death(Machine& vm, std::string_view text) {
  vm.write_death(text);
  return end_program(vm, death_status(vm));
}

Resume fatal_error(Machine& vm, const Cell* pc, Fp fp, std::string_view text, native::FatalKind kind) {
  return end_in_death(vm, death_text(vm, pc, fp, "fatal error: " + std::string(text) + '\n', kind));
}

}  // namespace govm::exec
