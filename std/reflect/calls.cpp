// Moves values between reflect's Value and the frames of callees.
#include "std/reflect/calls.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "gc/barrier.h"
#include "vm/bytecode/call_layout.h"
#include "vm/native/reflection.h"
#include "vm/value/type.h"

namespace govm::stdlib {

namespace {

using bytecode::Kind;
using native::NativeCall;
using native::NativeStatus;
using value::Type;

// value.go's Value and its flagIndir.
struct Value {
  const Type* type;
  std::byte* pointer;
  std::uint64_t flag;
};
constexpr std::uint64_t kFlagIndirect = 1 << 7;

// call.go's callee and funcObject.
struct Callee {
  const Type* type;
  const void* function;
  void* receiver;
  bool is_method;
};
struct FuncObject {
  const void* entry;
  const void* handler;
  const Type* type;
  const void* function;
  const void* target;
  void* receiver;
};

std::uint32_t bytes_of(std::span<const Type* const> types) {
  bytecode::CallLayout layout;
  for (const Type* type : types) layout.add(type->size);
  return layout.bytes();
}

// A scalar of `type` at `from` as a slot holds it; false if it is none.
template <class T>
bool extend(std::byte* slot, const std::byte* from) {
  native::write_slot<T>(slot, rt::load_at<T>(from, 0));
  return true;
}
bool extend_scalar(const Type* type, std::byte* slot, const std::byte* from) {
  switch (type->kind) {
    case Kind::Bool:
    case Kind::Uint8: return extend<std::uint8_t>(slot, from);
    case Kind::Int8: return extend<std::int8_t>(slot, from);
    case Kind::Int16: return extend<std::int16_t>(slot, from);
    case Kind::Uint16: return extend<std::uint16_t>(slot, from);
    case Kind::Int32: return extend<std::int32_t>(slot, from);
    case Kind::Uint32: return extend<std::uint32_t>(slot, from);
    case Kind::Float32: return extend<float>(slot, from);
    default: return false;
  }
}

// Writes a value to a frame.
void pass(const Type* type, std::byte* slot, const Value& value) {
  if ((value.flag & kFlagIndirect) == 0) {
    rt::store_at(slot, 0, value.pointer);
  } else if (!extend_scalar(type, slot, value.pointer)) {
    std::memcpy(slot, value.pointer, type->size);
  }
}

void pass_all(std::span<const Type* const> types, std::byte* frame, const Value* values) {
  bytecode::CallLayout layout;
  for (std::size_t i = 0; i < types.size(); ++i) pass(types[i], frame + layout.add(types[i]->size), values[i]);
}

// Makes Values of what callFunc's callee returned.
NativeStatus take_results(NativeCall& call) {
  const auto [callee, args, out] = call.args<const Callee*, value::Slice, value::Slice>();
  auto* values = reinterpret_cast<Value*>(out.data);
  bytecode::CallLayout layout;
  for (const Type* type : callee->type->results) {
    const std::byte* from = call.callee_frame() + layout.add(type->size);
    gc::store(call.heap(), &values->type, type);
    values->flag = static_cast<std::uint64_t>(type->kind);
    if (type->direct) {
      gc::store(call.heap(), &values->pointer, rt::load_at<const void*>(from, 0));
    } else {
      void* copy = call.allocate(type, 1);
      std::memcpy(copy, from, type->size);  // fresh memory
      gc::store(call.heap(), &values->pointer, copy);
      values->flag |= kFlagIndirect;
    }
    ++values;
  }
  return call.done();
}

// Writes the Values that the function behind a stub returned where its caller expects results.
NativeStatus give_results(NativeCall& call) {
  const auto* object = rt::load_at<const FuncObject*>(call.state(), 0);
  const auto out = rt::load_at<value::Slice>(call.callee_frame(), 0);
  pass_all(object->type->results, call.frame(), reinterpret_cast<const Value*>(out.data));
  return NativeStatus::Done;
}

// Hands on what a method returned.
NativeStatus forward_results(NativeCall& call) {
  const auto* object = rt::load_at<const FuncObject*>(call.state(), 0);
  std::memcpy(call.frame(), call.callee_frame(), bytes_of(object->type->results));
  return NativeStatus::Done;
}

}  // namespace

NativeStatus reflect_call_func(NativeCall& call) {
  const auto [callee, args, out] = call.args<const Callee*, value::Slice, value::Slice>();
  const std::uint32_t receiver = callee->is_method ? 8 : 0;
  const std::uint32_t arguments = receiver + bytes_of(callee->type->parameters);
  const std::uint32_t results = bytes_of(callee->type->results);
  std::byte* frame = call.callee_frame(std::max(arguments, results));
  if (frame == nullptr) return call.fatal("stack overflow");
  if (callee->is_method) rt::store_at(frame, 0, callee->receiver);
  pass_all(callee->type->parameters, frame + receiver, reinterpret_cast<const Value*>(args.data));
  return call.call_then(callee->function, arguments, results, take_results);
}

NativeStatus reflect_function_value(NativeCall& call) {
  const auto [entry] = call.args<std::uint32_t>();
  return call.done(call.host().reflection().function_value(bytecode::FunctionId(entry)));
}

NativeStatus reflect_stub_entry(NativeCall& call) {
  const auto [type] = call.args<const Type*>();
  return call.done(call.host().reflection().entry_for(type));
}

NativeStatus reflect_make_func_stub(NativeCall& call) {
  const auto* object = reinterpret_cast<const FuncObject*>(rt::frame_closure(call.frame()));
  rt::store_at(call.state(), 0, object);
  if (object->handler != nullptr) {
    std::byte* frame = call.callee_frame();
    rt::store_at(frame, 0, object);
    rt::store_at(frame, 8, call.frame());
    return call.call_then(object->handler, 16, sizeof(value::Slice), give_results);
  }
  // A method. In a method expression the receiver is the first argument; the method takes its address.
  const std::uint32_t arguments = bytes_of(object->type->parameters);
  const std::uint32_t results = bytes_of(object->type->results);
  const bool bound = object->receiver != nullptr;
  const std::uint32_t skipped = bound ? 0 : static_cast<std::uint32_t>((object->type->parameters[0]->size + 7) / 8 * 8);
  const std::uint32_t passed = 8 + arguments - skipped;
  std::byte* frame = call.callee_frame(std::max(passed, results));
  if (frame == nullptr) return call.fatal("stack overflow");
  rt::store_at(frame, 0, bound ? object->receiver : static_cast<void*>(call.frame()));
  std::memcpy(frame + 8, call.frame() + skipped, arguments - skipped);
  return call.call_then(object->target, passed, results, forward_results);
}

}  // namespace govm::stdlib
