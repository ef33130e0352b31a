// Calls, types and records that reflect asks for while the program runs.
#include "vm/exec/reflection.h"

#include <algorithm>

#include "base/check.h"
#include "vm/bytecode/call_layout.h"
#include "vm/exec/code_provider.h"
#include "vm/exec/control.h"
#include "vm/exec/machine.h"

namespace govm::exec {

namespace {

constexpr std::string_view kStubName = "reflect.makeFuncStub";

// Adds the call layout of a list of types and their pointer words.
std::uint32_t lay_out(std::span<const value::Type* const> types, bytecode::WordMap& pointers) {
  bytecode::CallLayout layout;
  for (const value::Type* type : types) {
    const std::uint32_t offset = layout.add(type->size);
    const std::uint64_t element_words = type->layout.element_size / 8;
    for (std::uint64_t word = 0; type->has_pointers() && word < type->size / 8; ++word) {
      if (type->layout.is_pointer(word % element_words)) pointers.set(offset / 8 + word);
    }
  }
  return layout.bytes();
}

// Whether *T can have methods: those of other types have none.
bool may_have_methods(const value::Type& type) {
  if (type.is_interface()) return false;
  return !type.type_name.empty() || std::any_of(type.fields.begin(), type.fields.end(), [](const value::Field& f) { return f.embedded; });
}

}  // namespace

MachineReflection::MachineReflection(Machine& vm) : vm_(vm) {
  vm.image.types().set_describe_methods([this](const value::Type* type) { describe_methods(type); });
}

// Takes in what the program has grown by.
void MachineReflection::grow() {
  const bool fits = vm_.image.grow();
  GOVM_CHECK(fits, "what reflect made does not fit");
  vm_.refresh();
}

rt::Channels& MachineReflection::channels() { return vm_.channels; }

gc::RecordId MachineReflection::record(const value::Type* type) { return vm_.image.native_record(type); }

void MachineReflection::describe(const value::Type* signature) {
  const bytecode::TypeId id = vm_.image.program().find_type(signature->key);
  const bool known = id && vm_.provider != nullptr && vm_.provider->describe(id);
  GOVM_CHECK(known, "no source describes a method's type");
  grow();
}

void MachineReflection::describe_methods(const value::Type* type) {
  const bytecode::TypeId id = vm_.image.program().find_type(type->key);
  const bool known = id && vm_.provider != nullptr && vm_.provider->describe_methods(id);
  GOVM_CHECK(known, "no source describes a type's methods");
  grow();
  vm_.image.types().enter_methods(type, vm_.image.program().type(id));
}

const value::Type* MachineReflection::pointer_to(const value::Type* type) {
  if (type->pointer_to != nullptr) return type->pointer_to;
  if (vm_.provider != nullptr && may_have_methods(*type)) {
    const bytecode::TypeId id = vm_.image.program().find_type(type->key);
    if (id && vm_.provider->describe_pointer_to(id)) grow();
  }
  return vm_.image.types().pointer_to(type);
}

const void* MachineReflection::function_value(bytecode::FunctionId function) { return vm_.image.closures() + function.index(); }

const bytecode::Cell* MachineReflection::entry_for(const value::Type* signature) {
  const auto [at, fresh] = stubs_.try_emplace(signature);
  if (fresh) {
    bytecode::Program& program = vm_.image.program();
    at->second = program.declare_function(std::string(kStubName));
    bytecode::Function& function = program.function(at->second);
    function.package = "reflect";
    function.flags.native = true;
    function.flags.standard = true;
    function.flags.closure = true;
    function.argument_bytes = lay_out(signature->parameters, function.argument_pointers);
    function.result_bytes = lay_out(signature->results, function.result_pointers);
    grow();
  }
  return vm_.image.function(at->second).entry;
}

std::byte* MachineReflection::callee_frame(std::byte* here, std::size_t bytes) {
  // Behind the arguments a native callee keeps its state and calls on.
  constexpr std::size_t kRoomBehind = 256;
  rt::Segment* segment = vm_.g->segment;
  if (here + bytes + kRoomBehind <= segment->end()) return here;
  segment = vm_.scheduler.stacks().segment_after(segment, bytes + kRoomBehind);
  if (segment == nullptr) return nullptr;
  vm_.g->segment = segment;
  vm_.limit = segment->limit();
  return segment->base() + rt::kFrameHeaderBytes;
}

bool MachineReflection::is_stub(const bytecode::Cell* entry) {
  const FunctionCode* function = vm_.image.function_at(entry);
  return function != nullptr && function->native != nullptr && function->native->name == kStubName;
}

}  // namespace govm::exec
