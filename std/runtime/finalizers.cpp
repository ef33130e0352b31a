// Checks the arguments as Go's runtime does, and hands due calls to the goroutine that makes them.
#include "std/runtime/finalizers.h"

#include <string>

#include "gc/heap.h"
#include "gc/layout.h"
#include "gc/specials.h"
#include "vm/goroutine/scheduler.h"
#include "vm/value/type_table.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::Interface;
using value::Kind;
using value::Type;

// Objects below this size without pointers may share a block.
constexpr std::uint64_t kTinySize = 16;

struct State {
  std::string fatal_text;            ///< outlives the call that dies of it
  rt::Goroutine* waiting = nullptr;  ///< the goroutine of callDue, while nothing is due
};

State& state(NativeCall& call) {
  static const char key = 0;
  return *static_cast<State*>(call.host().package_state(
      &key, [](native::Host&) -> void* { return new State; }, [](void* made) { delete static_cast<State*>(made); }));
}

NativeStatus fail(NativeCall& call, std::string text, bool on_system_stack = false) {
  State& own = state(call);
  own.fatal_text = "runtime.SetFinalizer: " + std::move(text);
  return call.fatal(own.fatal_text, {.thrown = true, .on_system_stack = on_system_stack});
}

bool may_be_tiny(const Type* type) { return !type->has_pointers() && type->size < kTinySize; }

bool within(const gc::Heap::ObjectInfo& object, const void* pointer) {
  return reinterpret_cast<std::uintptr_t>(pointer) - reinterpret_cast<std::uintptr_t>(object.start) < object.size;
}

// Can a value of pointer type `from` be passed as `to`? `word` becomes the first word of the parameter if that is an
// interface.
bool is_assignable(NativeCall& call, const Type* from, const Type* to, const void*& word) {
  if (to == from) return true;
  if (to->kind == Kind::Pointer) {
    return (to->type_name.empty() || from->type_name.empty()) && to->element == from->element;
  }
  if (!to->is_interface()) return false;
  word = to->is_empty_interface() ? static_cast<const void*>(from) : call.types().itab(to, from);
  return word != nullptr;
}

}  // namespace

NativeStatus set_finalizer(NativeCall& call) {
  const auto [object, finalizer] = call.args<Interface, Interface>();
  const Type* type = value::eface_type(object);
  if (type == nullptr) return fail(call, "first argument is nil");
  const std::string type_name(type->name);
  if (type->kind != Kind::Pointer) return fail(call, "first argument is " + type_name + ", not pointer");
  gc::Heap& heap = call.heap();
  const gc::Heap::ObjectInfo info = heap.find_object(object.data);
  if (info.start == nullptr) {
    if (object.data != nullptr && !heap.contains(object.data)) return NativeStatus::Done;
    return fail(call, "pointer not in allocated block");
  }
  if (object.data != info.start && !may_be_tiny(type->element)) {
    return fail(call, "pointer not at beginning of allocated block");
  }
  const Type* function = value::eface_type(finalizer);
  if (function == nullptr) {
    heap.specials().clear_finalizer(object.data);
    return NativeStatus::Done;
  }
  const std::string function_name(function->name);
  if (function->kind != Kind::Func) return fail(call, "second argument is " + function_name + ", not a function");
  const std::string pass = "cannot pass " + type_name + " to finalizer " + function_name;
  if (function->variadic) return fail(call, pass + " because dotdotdot");
  const void* word = nullptr;
  if (function->parameters.size() != 1 || !is_assignable(call, type, function->parameters[0], word)) {
    return fail(call, pass);
  }
  if (!heap.specials().set_finalizer(object.data, finalizer.data, reinterpret_cast<std::uint64_t>(word))) {
    return fail(call, "finalizer already set", true);
  }
  return NativeStatus::Done;
}

NativeStatus check_cleanup(NativeCall& call) {
  const auto [pointer, argument, size, cleanup] = call.args<void*, Interface, std::uint64_t, void*>();
  const auto mistake = [&](std::string_view text) { return call.done(value::borrow(text), false); };
  if (pointer == nullptr) return mistake("runtime.AddCleanup: ptr is nil");
  const Type* type = value::eface_type(argument);
  const bool is_pointer = type != nullptr && (type->kind == Kind::Pointer || type->kind == Kind::UnsafePointer);
  if (is_pointer && argument.data == pointer) {
    return mistake("runtime.AddCleanup: ptr is equal to arg, cleanup will never run");
  }
  const bool small = size < kTinySize && type != nullptr && !type->has_pointers();
  gc::Heap& heap = call.heap();
  const gc::Heap::ObjectInfo info = heap.find_object(pointer);
  if (info.start == nullptr) {
    if (heap.contains(pointer)) return mistake("runtime.AddCleanup: ptr not in allocated block");
    return call.done(value::String{}, small);
  }
  // Parts of one tiny block may well be used for each other; such blocks have no record.
  if (is_pointer && within(info, argument.data) && info.record != 0) {
    return mistake("runtime.AddCleanup: ptr is within arg, cleanup will never run");
  }
  const gc::Heap::ObjectInfo closure = heap.find_object(cleanup);
  bool closes_over = false;
  if (closure.start != nullptr && closure.record != 0) {
    const auto* words = reinterpret_cast<const std::uint64_t*>(closure.start);
    gc::for_each_pointer(heap.record(closure.record).layout, words, words + closure.size / 8,
                         [&](const std::uint64_t* at) { closes_over = closes_over || within(info, reinterpret_cast<const void*>(*at)); });
  }
  if (closes_over) return mistake("runtime.AddCleanup: cleanup function closes over ptr, cleanup will never run");
  return call.done(value::String{}, small);
}

NativeStatus add_cleanup(NativeCall& call) {
  const auto [pointer, closure, argument] = call.args<void*, void*, void*>();
  if (call.heap().find_object(pointer).start == nullptr) return call.done(std::uint64_t{0});
  return call.done(call.heap().specials().add_cleanup(pointer, closure, argument, 0));
}

NativeStatus stop_cleanup(NativeCall& call) {
  const auto [pointer, id] = call.args<void*, std::uint64_t>();
  call.heap().specials().stop_cleanup(pointer, id);
  return NativeStatus::Done;
}

NativeStatus start_system_goroutine(NativeCall& call) {
  const auto [closure] = call.args<const void*>();
  call.host().start_goroutine(closure, rt::GoroutineKind::System);
  State& own = state(call);
  rt::Scheduler& scheduler = call.scheduler();
  call.heap().specials().on_due([&own, &scheduler] {
    if (own.waiting == nullptr) return;
    scheduler.ready(own.waiting);
    own.waiting = nullptr;
  });
  return NativeStatus::Done;
}

NativeStatus call_due(NativeCall& call) {
  gc::SpecialCall due;
  if (!call.heap().specials().take_due(due)) {
    state(call).waiting = &call.goroutine();
    return call.wait_retry(rt::WaitReason::FinalizerWait);
  }
  std::byte* argument = call.callee_frame();
  std::uint32_t bytes = 0;
  const auto push = [&](const void* word) {
    native::write_slot(argument + bytes, word);
    bytes += 8;
  };
  if (due.type != 0) push(reinterpret_cast<const void*>(due.type));
  push(due.kind == gc::SpecialKind::Finalizer ? due.object : due.argument);
  return call.call_then(due.closure, bytes, 0, [](NativeCall&) { return NativeStatus::Done; });
}

}  // namespace govm::stdlib
