// The error values in Go layout, their texts, and the natives that are their methods.
#include "vm/exec/runtime_error.h"

#include <iterator>

#include "base/check.h"
#include "vm/exec/machine.h"
#include "vm/exec/operands.h"
#include "vm/exec/print.h"

namespace govm::exec {

namespace {

using bytecode::Equality;
using bytecode::FunctionId;
using bytecode::Kind;
using bytecode::Program;
using bytecode::TypeDesc;
using bytecode::TypeId;
using native::NativeCall;
using native::NativeStatus;

constexpr std::string_view kErrorPrefix = "runtime error: ";
constexpr std::string_view kBoundsError = "runtime.boundsError";
constexpr std::string_view kErrorString = "runtime.errorString";
constexpr std::string_view kPlainError = "runtime.plainError";
constexpr std::string_view kAssertionError = "*runtime.TypeAssertionError";
constexpr std::string_view kPanicNilError = "*runtime.PanicNilError";
constexpr std::string_view kUnhashableTypeError = "maps.unhashableTypeError";

/// runtime.boundsError in Go layout.
struct BoundsErrorValue {
  std::int64_t x;
  std::int64_t y;
  bool is_signed;
  std::uint8_t code;
};
static_assert(sizeof(BoundsErrorValue) == 24);

/// runtime.TypeAssertionError in Go layout.
struct AssertionErrorValue {
  const value::Type* interface;
  const value::Type* concrete;
  const value::Type* asserted;
  value::String missing_method;
};
static_assert(sizeof(AssertionErrorValue) == 40);

// Texts by BoundsCode; %x and %y are index and length. The second is for negative indices. The operand is the one
// that failed: 0 an index or low, 1 high, 2 max.
struct BoundsText {
  std::string_view text;
  std::string_view negative;
  int operand;
};
constexpr BoundsText kBoundsTexts[] = {
    {"index out of range [%x] with length %y", "index out of range [%x]", 0},
    {"slice bounds out of range [:%x] with length %y", "slice bounds out of range [:%x]", 1},
    {"slice bounds out of range [:%x] with capacity %y", "slice bounds out of range [:%x]", 1},
    {"slice bounds out of range [%x:%y]", "slice bounds out of range [%x:]", 0},
    {"slice bounds out of range [::%x] with length %y", "slice bounds out of range [::%x]", 2},
    {"slice bounds out of range [::%x] with capacity %y", "slice bounds out of range [::%x]", 2},
    {"slice bounds out of range [:%x:%y]", "slice bounds out of range [:%x:]", 1},
    {"slice bounds out of range [%x:%y:]", "slice bounds out of range [%x::]", 0},
    {"cannot convert slice with length %y to array or pointer to array with length %x", "", 0},
};

std::string bounds_text(const BoundsErrorValue& error) {
  const BoundsText& texts = kBoundsTexts[error.code];
  const bool negative = error.is_signed && error.x < 0 && !texts.negative.empty();
  const std::string_view pattern = negative ? texts.negative : texts.text;
  std::string out(kErrorPrefix);
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%') {
      out += pattern[i];
      continue;
    }
    ++i;
    if (pattern[i] == 'x' && !error.is_signed) {
      print_uint(out, static_cast<std::uint64_t>(error.x));
    } else {
      print_int(out, pattern[i] == 'x' ? error.x : error.y);
    }
  }
  return out;
}

std::string assertion_text(const AssertionErrorValue& error) {
  const std::string interface(error.interface != nullptr ? error.interface->name : "interface");
  const std::string asserted(error.asserted->name);
  if (error.concrete == nullptr) {
    return "interface conversion: " + interface + " is nil, not " + asserted;
  }
  const std::string concrete(error.concrete->name);
  if (error.missing_method.length == 0) {
    std::string out = "interface conversion: " + interface + " is " + concrete + ", not " + asserted;
    if (concrete == asserted) {
      out += error.concrete->package != error.asserted->package ? " (types from different packages)" : " (types from different scopes)";
    }
    return out;
  }
  return "interface conversion: " + concrete + " is not " + asserted + ": missing method " +
         std::string(value::to_view(error.missing_method));
}

// The methods. Each takes the data word of an interface as receiver.
NativeStatus bounds_error_text(NativeCall& call) {
  const auto [error] = call.args<const BoundsErrorValue*>();
  return call.done(call.make_string(bounds_text(*error)));
}
NativeStatus error_string_text(NativeCall& call) {
  const auto [text] = call.args<const value::String*>();
  return call.done(call.make_string(std::string(kErrorPrefix) += value::to_view(*text)));
}
NativeStatus plain_error_text_method(NativeCall& call) {
  const auto [text] = call.args<const value::String*>();
  return call.done(*text);
}
NativeStatus assertion_error_text(NativeCall& call) {
  const auto [error] = call.args<const AssertionErrorValue*>();
  // Of an error that no assertion made.
  if (error == nullptr || error->asserted == nullptr) {
    return call.panic_runtime("invalid memory address or nil pointer dereference");
  }
  return call.done(call.make_string(assertion_text(*error)));
}
NativeStatus panic_nil_text(NativeCall& call) { return call.done(call.make_string("runtime error: panic called with nil argument")); }
// A struct of one pointer, which is the data word itself.
NativeStatus unhashable_type_text(NativeCall& call) {
  const auto [type] = call.args<const value::Type*>();
  return call.done(call.make_string("hash of unhashable type: " + std::string(type->name)));
}
NativeStatus no_op(NativeCall& call) { return call.done(); }

// By type, in the order of declare_runtime_errors.
constexpr std::string_view kErrorMethods[] = {"runtime.boundsError.Error",      "runtime.errorString.Error",
                                              "runtime.plainError.Error",       "runtime.(*TypeAssertionError).Error",
                                              "runtime.(*PanicNilError).Error", "internal/runtime/maps.unhashableTypeError.Error"};
constexpr std::string_view kMarkerMethods[] = {
    "runtime.boundsError.RuntimeError",      "runtime.errorString.RuntimeError",
    "runtime.plainError.RuntimeError",       "runtime.(*TypeAssertionError).RuntimeError",
    "runtime.(*PanicNilError).RuntimeError", "internal/runtime/maps.unhashableTypeError.RuntimeError"};
constexpr native::NativeRow kRows[] = {
    {kErrorMethods[0], bounds_error_text},
    {kErrorMethods[1], error_string_text},
    {kErrorMethods[2], plain_error_text_method},
    {kErrorMethods[3], assertion_error_text},
    {kErrorMethods[4], panic_nil_text},
    {kErrorMethods[5], unhashable_type_text},
    {kMarkerMethods[0], no_op},
    {kMarkerMethods[1], no_op},
    {kMarkerMethods[2], no_op},
    {kMarkerMethods[3], no_op},
    {kMarkerMethods[4], no_op},
    {kMarkerMethods[5], no_op},
};

// A type of this key; `fill` describes it if the program does not have it yet.
template <class Fill>
TypeId declare(Program& program, std::string_view key, Fill&& fill) {
  bool fresh = false;
  const TypeId id = program.declare_type(std::string(key), &fresh);
  if (fresh) {
    TypeDesc& desc = program.type(id);
    desc.name = key;
    fill(desc);
  }
  return id;
}

TypeId declare_basic(Program& program, std::string_view key, Kind kind, std::uint64_t size, Equality equality) {
  return declare(program, key, [&](TypeDesc& desc) {
    desc.kind = kind;
    desc.size = size;
    desc.align = static_cast<std::uint8_t>(size > 8 ? 8 : size);
    desc.equality = equality;
    desc.map_key = kind == Kind::String ? bytecode::MapKey::String
                   : size == 8          ? bytecode::MapKey::Word64
                   : size == 4          ? bytecode::MapKey::Word32
                                        : bytecode::MapKey::Any;
    if (kind == Kind::String || kind == Kind::UnsafePointer) {
      desc.pointers.set(0);
      desc.pointer_words = 1;
    }
    desc.direct = kind == Kind::UnsafePointer;
    desc.type_name = key;
  });
}

FunctionId declare_method(Program& program, std::string_view name, std::uint32_t result_words) {
  const FunctionId known = program.find_function(name);
  if (known) return known;
  const FunctionId id = program.declare_function(std::string(name));
  bytecode::Function& function = program.function(id);
  function.package = "runtime";
  function.flags.native = true;
  function.flags.standard = true;
  function.argument_bytes = 8;
  function.argument_pointers.set(0);
  function.result_bytes = result_words * 8;
  if (result_words != 0) function.result_pointers.set(0);
  return id;
}

void describe_pointer_to(TypeDesc& desc, TypeId element) {
  desc.kind = Kind::Pointer;
  desc.size = 8;
  desc.align = 8;
  desc.direct = true;
  desc.equality = Equality::Memory;
  desc.map_key = bytecode::MapKey::Word64;
  desc.pointers.set(0);
  desc.pointer_words = 1;
  desc.element = element;
}

const value::Type* type_of(Machine& vm, std::string_view key) {
  const value::Type* type = vm.image.types().find(key);
  GOVM_CHECK(type != nullptr);
  return type;
}

// A boxed copy of `value`.
template <class T>
value::Interface box(Machine& vm, std::string_view key, const T& value) {
  const value::Type* type = type_of(vm, key);
  auto* memory = static_cast<std::byte*>(vm.heap.allocate(vm.image.native_record(type), sizeof(T)));
  // Fresh memory: no old pointers to keep.
  store(memory, value);
  return {type, memory};
}

value::String heap_string(Machine& vm, std::string_view text) {
  return value::copy_string(vm.heap, vm.image.native_record(type_of(vm, "uint8")), reinterpret_cast<const std::byte*>(text.data()),
                            static_cast<std::int64_t>(text.size()));
}

}  // namespace

void declare_runtime_errors(Program& program) {
  const TypeId string_type = declare_basic(program, "string", Kind::String, 16, Equality::String);
  const TypeId int64_type = declare_basic(program, "int64", Kind::Int64, 8, Equality::Memory);
  const TypeId int_type = declare_basic(program, "int", Kind::Int, 8, Equality::Memory);
  const TypeId bool_type = declare_basic(program, "bool", Kind::Bool, 1, Equality::Memory);
  const TypeId byte_type = declare_basic(program, "uint8", Kind::Uint8, 1, Equality::Memory);
  const TypeId pointer_type = declare_basic(program, "unsafe.Pointer", Kind::UnsafePointer, 8, Equality::Memory);
  const auto func = [](TypeDesc& desc) {
    desc.kind = Kind::Func;
    desc.size = 8;
    desc.align = 8;
    desc.direct = true;
    desc.pointers.set(0);
    desc.pointer_words = 1;
  };
  const TypeId text_signature = declare(program, "func() string", [&](TypeDesc& desc) {
    func(desc);
    desc.results = {string_type};
  });
  const TypeId marker_signature = declare(program, "func()", func);

  // A type that the program declares itself (package runtime) is used as it is.
  const auto methods = [&](TypeDesc& desc, std::size_t index) {
    desc.package = "runtime";
    desc.methods.push_back({"Error", "", text_signature, declare_method(program, kErrorMethods[index], 2)});
    desc.methods.push_back({"RuntimeError", "", marker_signature, declare_method(program, kMarkerMethods[index], 0)});
  };
  declare(program, kBoundsError, [&](TypeDesc& desc) {
    desc.kind = Kind::Struct;
    desc.size = sizeof(BoundsErrorValue);
    desc.align = 8;
    desc.type_name = "boundsError";
    desc.equality = Equality::Composite;
    desc.map_key = bytecode::MapKey::Any;
    desc.fields = {{"x", "runtime", int64_type, 0, "", false},
                   {"y", "runtime", int_type, 8, "", false},
                   {"signed", "runtime", bool_type, 16, "", false},
                   {"code", "runtime", byte_type, 17, "", false}};
    methods(desc, 0);
  });
  const auto string_error = [&](std::string_view type_name, std::size_t index) {
    return [&, type_name, index](TypeDesc& desc) {
      desc.kind = Kind::String;
      desc.size = 16;
      desc.align = 8;
      desc.type_name = type_name;
      desc.equality = Equality::String;
      desc.map_key = bytecode::MapKey::String;
      desc.pointers.set(0);
      desc.pointer_words = 1;
      methods(desc, index);
    };
  };
  declare(program, kErrorString, string_error("errorString", 1));
  declare(program, kPlainError, string_error("plainError", 2));
  const TypeId assertion = declare(program, kAssertionError.substr(1), [&](TypeDesc& desc) {
    desc.kind = Kind::Struct;
    desc.size = sizeof(AssertionErrorValue);
    desc.align = 8;
    desc.type_name = "TypeAssertionError";
    desc.package = "runtime";
    desc.equality = Equality::Composite;
    desc.map_key = bytecode::MapKey::Any;
    desc.fields = {{"_interface", "runtime", pointer_type, 0, "", false},
                   {"concrete", "runtime", pointer_type, 8, "", false},
                   {"asserted", "runtime", pointer_type, 16, "", false},
                   {"missingMethod", "runtime", string_type, 24, "", false}};
    // The three are type descriptors, which lie outside the heap.
    desc.pointers.set(3);
    desc.pointer_words = 4;
  });
  declare(program, kAssertionError, [&](TypeDesc& desc) {
    describe_pointer_to(desc, assertion);
    methods(desc, 3);
    desc.package.clear();
  });
  const TypeId panic_nil = declare(program, kPanicNilError.substr(1), [&](TypeDesc& desc) {
    desc.kind = Kind::Struct;
    desc.align = 8;
    desc.type_name = "PanicNilError";
    desc.package = "runtime";
    desc.equality = Equality::Memory;
    desc.map_key = bytecode::MapKey::Any;
  });
  declare(program, kPanicNilError, [&](TypeDesc& desc) {
    describe_pointer_to(desc, panic_nil);
    methods(desc, 4);
    desc.package.clear();
  });
  declare(program, kUnhashableTypeError, [&](TypeDesc& desc) {
    desc.kind = Kind::Struct;
    desc.size = 8;
    desc.align = 8;
    desc.direct = true;
    desc.type_name = "unhashableTypeError";
    desc.equality = Equality::Memory;
    desc.map_key = bytecode::MapKey::Any;
    desc.fields = {{"typ", "internal/runtime/maps", pointer_type, 0, "", false}};
    desc.pointers.set(0);
    desc.pointer_words = 1;
    methods(desc, 5);
    desc.package = "internal/runtime/maps";
  });
}

std::span<const native::NativeRow> runtime_error_natives() { return kRows; }

value::Interface runtime_error_text(Machine& vm, std::string_view text) { return box(vm, kErrorString, heap_string(vm, text)); }

value::Interface plain_error_text(Machine& vm, std::string_view text) { return box(vm, kPlainError, heap_string(vm, text)); }

value::Interface runtime_error(Machine& vm, RuntimeError error) {
  enum class GoType { ErrorString, PlainError };
  // As in Go these values are made once, not by each panic.
  struct Row {
    GoType type;
    value::String text;
  };
  static Row errors[] = {
#define GOVM_RUNTIME_ERROR(name, go_type, text) {GoType::go_type, value::borrow(text)},
#include "vm/exec/runtime_errors.def"
#undef GOVM_RUNTIME_ERROR
  };
  Row& row = errors[static_cast<std::size_t>(error)];
  return {type_of(vm, row.type == GoType::ErrorString ? kErrorString : kPlainError), &row.text};
}

value::Interface bounds_error(Machine& vm, BoundsCode code, const Cell* pc) {
  const FunctionCode* code_at = vm.image.function_at(pc);
  GOVM_CHECK(code_at != nullptr, "bounds error outside of functions");
  const bytecode::LineEntry* entry = vm.image.program().function(code_at->id).line_at(static_cast<std::uint32_t>(pc - code_at->code));
  const bool is_unsigned = entry != nullptr && (entry->unsigned_bounds >> kBoundsTexts[static_cast<std::size_t>(code)].operand & 1) != 0;
  return box(vm, kBoundsError,
             BoundsErrorValue{.x = vm.bad_index, .y = vm.bad_length, .is_signed = !is_unsigned, .code = static_cast<std::uint8_t>(code)});
}

value::Interface unhashable_type_error(Machine& vm, const value::Type* type) {
  return {type_of(vm, kUnhashableTypeError), const_cast<value::Type*>(type)};
}

value::Interface panic_nil_error(Machine& vm) { return {type_of(vm, kPanicNilError), vm.heap.zero_object()}; }

value::Interface type_assertion_error(Machine& vm, const value::Type* interface, const value::Type* concrete, const value::Type* asserted,
                                      std::string_view missing_method) {
  const value::Interface boxed =
      box(vm, kAssertionError.substr(1),
          AssertionErrorValue{
              .interface = interface, .concrete = concrete, .asserted = asserted, .missing_method = value::borrow(missing_method)});
  return {type_of(vm, kAssertionError), boxed.data};
}

value::Interface string_value(Machine& vm, std::string_view text) { return box(vm, "string", heap_string(vm, text)); }

bool is_same_panic_value(value::Interface a, value::Interface b) {
  if (a.word != b.word) return false;
  if (a.data == b.data) return true;
  const value::Type* type = value::eface_type(a);
  return type != nullptr && type->key == kErrorString &&
         value::to_view(*static_cast<const value::String*>(a.data)) == value::to_view(*static_cast<const value::String*>(b.data));
}

bool is_nil_dereference(value::Interface value) {
  const value::Type* type = value::eface_type(value);
  return type != nullptr && type->key == kErrorString &&
         value::to_view(*static_cast<const value::String*>(value.data)) == "invalid memory address or nil pointer dereference";
}

const Cell* text_method(Machine& vm, value::Interface value) {
  const value::Type* type = value::eface_type(value);
  if (type == nullptr) return nullptr;
  for (const std::string_view name : {"Error", "String"}) {
    for (const value::Method& method : vm.image.types().methods(type)) {
      if (method.name == name && method.signature->key == "func() string") {
        return vm.image.function(method.entry).entry;
      }
    }
  }
  return nullptr;
}

std::string type_name(value::Interface value) {
  const value::Type* type = value::eface_type(value);
  return type == nullptr ? "nil" : std::string(type->name);
}

namespace {

// The value of a basic kind; false for other kinds.
bool print_basic(std::string& out, const value::Type* type, const void* at) {
  const auto* p = static_cast<const std::byte*>(at);
  switch (type->kind) {
    case Kind::Bool: print_bool(out, load<bool>(p)); return true;
    case Kind::Int:
    case Kind::Int64: print_int(out, load<I64>(p)); return true;
    case Kind::Int8: print_int(out, load<I8>(p)); return true;
    case Kind::Int16: print_int(out, load<I16>(p)); return true;
    case Kind::Int32: print_int(out, load<I32>(p)); return true;
    case Kind::Uint:
    case Kind::Uint64:
    case Kind::Uintptr: print_uint(out, load<U64>(p)); return true;
    case Kind::Uint8: print_uint(out, load<U8>(p)); return true;
    case Kind::Uint16: print_uint(out, load<U16>(p)); return true;
    case Kind::Uint32: print_uint(out, load<U32>(p)); return true;
    case Kind::Float32: print_float32(out, load<F32>(p)); return true;
    case Kind::Float64: print_float64(out, load<F64>(p)); return true;
    case Kind::Complex64: print_complex64(out, load<F32>(p), load<F32>(p + 4)); return true;
    case Kind::Complex128: print_complex128(out, load<F64>(p), load<F64>(p + 8)); return true;
    case Kind::String: print_indented(out, value::to_view(load<value::String>(p))); return true;
    default: return false;
  }
}

}  // namespace

void print_panic_value(std::string& out, value::Interface value) {
  const value::Type* type = value::eface_type(value);
  if (type == nullptr) {
    out += "nil";
    return;
  }
  const void* at = value::value_address(type, value);
  const bool predeclared = type->package.empty();
  std::string text;
  if (!print_basic(text, type, at)) {
    out += '(';
    out += type->name;
    out += ") ";
    print_hex(out, reinterpret_cast<std::uintptr_t>(value.data));
    return;
  }
  if (predeclared) {
    out += text;
    return;
  }
  // A defined type shows its name; complex values bring their parentheses along.
  out += type->name;
  const bool is_complex = type->kind == Kind::Complex64 || type->kind == Kind::Complex128;
  const bool is_string = type->kind == Kind::String;
  if (!is_complex) out += is_string ? "(\"" : "(";
  out += text;
  if (!is_complex) out += is_string ? "\")" : ")";
}

}  // namespace govm::exec
