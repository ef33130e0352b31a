// Run-time panics as Go values (spec: "Run-time panics"): runtime.Error values with the types
// and texts of Go's runtime.
//
// The types are described to the program when it is loaded, as if package runtime had
// declared them; their methods are natives of this file.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "vm/bytecode/program.h"
#include "vm/exec/dispatch.h"
#include "vm/native/registry.h"
#include "vm/value/interface.h"

namespace govm::exec {

struct Machine;

/// The rows of runtime_errors.def, in their order.
enum class RuntimeError : std::uint16_t {
#define GOVM_RUNTIME_ERROR(name, go_type, text) name,
#include "vm/exec/runtime_errors.def"
#undef GOVM_RUNTIME_ERROR
};

/// Which bound an index or slice expression missed; Go's numbers.
enum class BoundsCode : std::uint8_t {
  Index,
  SliceAlen,
  SliceAcap,
  SliceB,
  Slice3Alen,
  Slice3Acap,
  Slice3B,
  Slice3C,
  Convert,
};

/// Adds the error types and their methods to a program about to be loaded.
void declare_runtime_errors(bytecode::Program& program);
/// The natives behind those methods.
std::span<const native::NativeRow> runtime_error_natives();

// Panic values; each is an empty interface, allocated for the cell being executed.
value::Interface runtime_error(Machine& vm, RuntimeError error);
/// runtime.errorString: prints "runtime error: TEXT".
value::Interface runtime_error_text(Machine& vm, std::string_view text);
/// runtime.plainError: prints TEXT.
value::Interface plain_error_text(Machine& vm, std::string_view text);
/// What the failing handler at `pc` left in the machine, as runtime.boundsError.
value::Interface bounds_error(Machine& vm, BoundsCode code, const Cell* pc);
value::Interface panic_nil_error(Machine& vm);
/// internal/runtime/maps.unhashableTypeError.
value::Interface unhashable_type_error(Machine& vm, const value::Type* type);
/// *runtime.TypeAssertionError; `concrete` null: the interface was nil. `interface` may be
/// null, `missing_method` empty.
value::Interface type_assertion_error(Machine& vm, const value::Type* interface, const value::Type* concrete, const value::Type* asserted,
                                      std::string_view missing_method);
/// A boxed Go string.
value::Interface string_value(Machine& vm, std::string_view text);

/// Do the values of two panics print as one `[recovered, repanicked]`? Go compares the words of the interfaces; its runtime errors without
/// figures are single objects.
bool is_same_panic_value(value::Interface a, value::Interface b);
/// Is `value` the runtime error of a nil dereference (then Go names the signal)?
bool is_nil_dereference(value::Interface value);
/// The entry of `Error() string` or `String() string` of a panic value; null if it has neither.
const Cell* text_method(Machine& vm, value::Interface value);
/// The dynamic type's name.
std::string type_name(value::Interface value);
/// As Go prints a panic value without Error or String method.
void print_panic_value(std::string& out, value::Interface value);

}  // namespace govm::exec
