// The border to C++ functions: what a native of std sees of the VM.
//
// A Go function declared without a body is a `NativeFunction`. It reads its arguments
// and writes its results through a NativeCall, and returns a status (decisions 14). It
// never re-enters the interpreter and never sees a collection: raw pointers stay good
// until it returns. What it keeps across a return must lie in its declared state words.
//
//   NativeStatus index_byte(NativeCall& call) {
//     auto [s, c] = call.args<value::String, std::uint8_t>();
//     return call.done(find(s, c));
//   }
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

#include "vm/goroutine/goroutine.h"
#include "vm/native/death_report.h"
#include "vm/value/interface.h"
#include "vm/value/slice.h"
#include "vm/value/string.h"

namespace govm::gc {
class Heap;
}
namespace govm::value {
struct MapContext;
struct Type;
class TypeTable;
}  // namespace govm::value
namespace govm::rt {
class Scheduler;
enum class GoroutineKind : std::uint8_t;
}  // namespace govm::rt

namespace govm::native {

class NativeCall;
class Reflection;

/// What happens after a native returned.
enum class NativeStatus : std::uint8_t {
  Done,       ///< results are written; go on after the call
  Panic,      ///< panic with the value given to NativeCall::panic_…
  Fatal,      ///< die with the text given to NativeCall::fatal
  Exit,       ///< end the program with the code given to NativeCall::exit
  Die,        ///< end it as the signal given to NativeCall::die_of does
  WaitDone,   ///< parked; the waker has written the results when the goroutine goes on
  WaitRetry,  ///< parked without any effect so far; the same call is made again when woken
  Call,       ///< call a Go closure, then the continuation (NativeCall::call_then)
  Goexit,     ///< runtime.Goexit: run all deferred calls, then end the goroutine
  Yield,      ///< like Done, but let other goroutines run first
};

using NativeFunction = NativeStatus (*)(NativeCall&);

/// Widens or narrows between a slot and the C++ value of a scalar parameter: integers are
/// kept extended to 64 bits by their type, floats lie in the low bytes.
template <class T>
T read_slot(const std::byte* slot) {
  static_assert(std::is_trivially_copyable_v<T>);
  T value;
  std::memcpy(&value, slot, sizeof value);  // little endian: the low bytes come first
  return value;
}
template <class T>
void write_slot(std::byte* slot, T value) {
  static_assert(std::is_trivially_copyable_v<T>);
  if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
    if constexpr (std::is_signed_v<T>) {
      rt::store_at(slot, 0, static_cast<std::int64_t>(value));
    } else {
      rt::store_at(slot, 0, static_cast<std::uint64_t>(value));
    }
  } else {
    if constexpr (sizeof(T) % 8 != 0) rt::store_at(slot + sizeof(T) / 8 * 8, 0, std::uint64_t{0});
    std::memcpy(slot, &value, sizeof value);
  }
}
/// Bytes a parameter or result of type T takes in the call layout.
template <class T>
inline constexpr std::size_t kSlotBytes = (sizeof(T) + 7) / 8 * 8;

/// Where a program counter that Host::callers gave stands.
struct CodePlace {
  std::string function;  ///< "main.(*T).Method"; empty: the program has no such place
  std::string file;
  std::int64_t line = 0;
  std::uintptr_t entry = 0;  ///< where the code of the frame's function begins
  bool inlined = false;
};

/// What the VM does for natives; implemented by vm/exec. Natives use NativeCall instead.
class Host {
 public:
  virtual gc::Heap& heap() = 0;
  virtual value::TypeTable& types() = 0;
  virtual rt::Scheduler& scheduler() = 0;
  /// What operations on maps need.
  virtual value::MapContext& maps() = 0;
  /// Starts a goroutine that calls the func() `closure`. Those of the system are not seen by
  /// counts, traces and deadlock detection.
  virtual void start_goroutine(const void* closure, rt::GoroutineKind kind) = 0;
  /// Called at each poll of the running goroutine, every few tens of thousands of calls and back edges; empty: nothing is.
  virtual void set_poll_hook(std::function<void()> hook) = 0;
  virtual DeathReport& death_report() = 0;
  /// Asks for a whole collection; the next poll runs it.
  virtual void request_collection() = 0;
  virtual bool is_collection_requested() const = 0;
  /// Instructions executed so far, in counted code.
  virtual std::uint64_t instructions() const = 0;
  /// Fills `out` with one program counter per logical frame of the running goroutine, innermost first, without
  /// the first `skip`; returns how many there are. The frame of the native itself is none.
  virtual std::size_t callers(std::size_t skip, std::span<std::uintptr_t> out) = 0;
  /// The same for any goroutine.
  virtual std::size_t callers_of(rt::Goroutine& goroutine, std::span<std::uintptr_t> out) = 0;
  /// The same for what made the objects of a heap record: with a report of stacks the whole stack, else one place.
  virtual std::size_t callers_of_record(std::uint32_t record, std::span<std::uintptr_t> out) = 0;
  /// What a program counter of `callers`, or a function's entry, stands for.
  virtual CodePlace place_of(std::uintptr_t pc) = 0;
  /// The stack of the running goroutine, or of all, as a panic prints it.
  virtual std::string traceback(bool all) = 0;
  /// The program's name and arguments, as os.Args gives them.
  virtual std::span<const std::string> arguments() = 0;
  /// Lines on packages, modules and settings of the build, as runtime/debug.BuildInfo writes them.
  virtual std::string_view build_info() = 0;
  /// Zeroed memory for `count` adjacent values of `type`, charged to the native being
  /// called (its function index names the record). Never collects; never null.
  virtual void* allocate(std::uint32_t native_function, const value::Type* type, std::int64_t count) = 0;
  /// Pointer-free bytes, not zeroed beyond what the heap does; charged as above.
  virtual void* allocate_bytes(std::uint32_t native_function, std::int64_t count) = 0;
  /// A runtime.Error value with this text (printed after "runtime error: ").
  virtual value::Interface runtime_error(std::string_view text) = 0;
  /// A value of the predeclared error interface as errors.New makes it.
  virtual value::Interface plain_error(std::string_view text) = 0;
  /// The boxed Go string.
  virtual value::Interface string_value(std::string_view text) = 0;
  /// State that one package of natives keeps per VM, made by `create` at first use and
  /// destroyed by `destroy` with the VM; `key` is the address of any static object.
  virtual void* package_state(const void* key, void* (*create)(Host&), void (*destroy)(void*)) = 0;
  /// What only reflect needs; see vm/native/reflection.h.
  virtual Reflection& reflection() = 0;

 protected:
  ~Host() = default;
};

/// One call of a native. Arguments lie at `frame()` by call_layout, results start there
/// too: read every argument before writing the first result.
class NativeCall {
 public:
  NativeCall(Host& host, rt::Goroutine& goroutine, std::byte* frame, std::uint32_t function)
      : host_(host), goroutine_(goroutine), frame_(frame), function_(function) {}

  std::byte* frame() { return frame_; }
  Host& host() { return host_; }
  gc::Heap& heap() { return host_.heap(); }
  value::TypeTable& types() { return host_.types(); }
  rt::Scheduler& scheduler() { return host_.scheduler(); }
  rt::Goroutine& goroutine() { return goroutine_; }

  /// The parameter of type T at byte `offset` of the call layout.
  template <class T>
  T arg(std::size_t offset) const {
    return read_slot<T>(frame_ + offset);
  }
  /// All parameters in order.
  template <class... Ts>
  std::tuple<Ts...> args() const {
    [[maybe_unused]] std::size_t offset = 0;
    return std::tuple<Ts...>{next_arg<Ts>(offset)...};
  }
  /// Writes the result of type T at byte `offset`.
  template <class T>
  void set_result(std::size_t offset, T value) {
    write_slot<T>(frame_ + offset, value);
  }
  /// Writes all results in order; `return call.done(r1, r2);`.
  template <class... Ts>
  NativeStatus done(Ts... results) {
    [[maybe_unused]] std::size_t offset = 0;
    (write_next(offset, results), ...);
    return NativeStatus::Done;
  }

  /// Zeroed heap memory for `count` adjacent values of `type`; see Host::allocate.
  void* allocate(const value::Type* type, std::int64_t count) { return host_.allocate(function_, type, count); }
  /// Pointer-free heap memory of `count` bytes.
  std::byte* allocate_bytes(std::int64_t count) { return static_cast<std::byte*>(host_.allocate_bytes(function_, count)); }
  /// A Go string with a copy of `text`, on the heap (empty: no allocation).
  value::String make_string(std::string_view text);
  /// A []byte with a copy of `text`; its capacity is its length.
  value::Slice make_bytes(std::string_view text);

  /// `return call.panic(v);` panics with any Go value.
  NativeStatus panic(value::Interface value) {
    outcome_ = value;
    return NativeStatus::Panic;
  }
  /// Panics with a runtime.Error: "panic: runtime error: TEXT".
  NativeStatus panic_runtime(std::string_view text) { return panic(host_.runtime_error(text)); }
  /// Panics with a string: "panic: TEXT".
  NativeStatus panic_string(std::string_view text) { return panic(host_.string_value(text)); }
  /// Panics with an error value: "panic: TEXT" through Error().
  NativeStatus panic_error(std::string_view text) { return panic(host_.plain_error(text)); }
  /// `fatal error: TEXT`, cannot be recovered; the text must outlive the call.
  NativeStatus fatal(std::string_view text, FatalKind kind = {}) {
    fatal_text_ = text;
    fatal_kind_ = kind;
    return NativeStatus::Fatal;
  }
  /// os.Exit: no deferred calls run.
  NativeStatus exit(int code) {
    exit_code_ = code;
    return NativeStatus::Exit;
  }
  /// As a signal that ends a process does; no deferred calls run.
  NativeStatus die_of(int signal_number) {
    exit_code_ = signal_number;
    return NativeStatus::Die;
  }

  /// Parks the goroutine. The native has put it on a queue of its own; whoever wakes it
  /// (Scheduler::ready) writes the results at frame() first.
  NativeStatus wait_done(rt::WaitReason reason);
  /// Parks the goroutine; the native is called anew, with its arguments unchanged, when
  /// someone wakes it.
  NativeStatus wait_retry(rt::WaitReason reason);

  /// Where the arguments of the closure go that `call_then` calls, by its call layout;
  /// after the continuation is entered its results lie there. Behind the native's state.
  std::byte* callee_frame() { return callee_frame_; }
  /// The same with room for `bytes`, if they may be many (reflect): the frame may then lie in a new stack segment, and
  /// the native must return call_then. Null: stack overflow.
  std::byte* callee_frame(std::size_t bytes);
  /// Calls `closure` with the `argument_bytes` written at callee_frame(), then continues
  /// with `then`, which sees this call's frame() and state() again.
  NativeStatus call_then(const void* closure, std::uint32_t argument_bytes, std::uint32_t result_bytes, NativeFunction then) {
    callee_closure_ = closure;
    callee_argument_bytes_ = argument_bytes;
    callee_result_bytes_ = result_bytes;
    then_ = then;
    return NativeStatus::Call;
  }
  /// The state words declared by the native's row: uninitialised at the first entry, kept
  /// between continuations, traced by the row's pointer bitmap while Go code runs.
  std::byte* state() { return state_; }

 private:
  friend class NativeCallAccess;

  template <class T>
  T next_arg(std::size_t& offset) const {
    T value = read_slot<T>(frame_ + offset);
    offset += kSlotBytes<T>;
    return value;
  }
  template <class T>
  void write_next(std::size_t& offset, T value) {
    write_slot<T>(frame_ + offset, value);
    offset += kSlotBytes<T>;
  }

  Host& host_;
  rt::Goroutine& goroutine_;
  std::byte* frame_;
  std::uint32_t function_;
  std::byte* state_ = nullptr;
  std::byte* callee_frame_ = nullptr;
  value::Interface outcome_{};
  std::string_view fatal_text_;
  FatalKind fatal_kind_;
  int exit_code_ = 0;
  const void* callee_closure_ = nullptr;
  std::uint32_t callee_argument_bytes_ = 0;
  std::uint32_t callee_result_bytes_ = 0;
  NativeFunction then_ = nullptr;
};

}  // namespace govm::native
