// The steps of one function (selection, liveness, slots, emission), and the entry function of the program.
#include "compiler/codegen/codegen.h"

#include <utility>

#include "compiler/codegen/emit.h"
#include "compiler/codegen/liveness.h"
#include "compiler/codegen/module.h"
#include "compiler/codegen/select.h"
#include "compiler/codegen/slots.h"
#include "compiler/codegen/store_writer.h"
#include "vm/bytecode/builder.h"

namespace govm::codegen {

CodeGenerator::CodeGenerator(bytecode::Program& program, types::TypeStore& types, ir::InstanceTable& instances,
                             const escape::Decisions& decisions, Options options)
    : program_(program),
      options_(options),
      types_(types),
      instances_(instances),
      module_(std::make_unique<Module>(program, types, instances, decisions)) {
  program.counted = options.counted;
}

CodeGenerator::~CodeGenerator() = default;

std::string CodeGenerator::generate(const ir::Function& from) {
  const bytecode::FunctionId id = module_->function_of(from.instance);
  bytecode::Function& function = program_.function(id);
  if (function.flags.compiled) return {};
  Selector selector(*module_, from, id, options_.counted);
  const Code code = selector.run();
  function.flags.defers = from.has_defer;
  function.flags.wrapper = from.is_wrapper;
  function.flags.closure = selector.uses_closure();
  const Liveness liveness = analyse_liveness(code);
  const Slots slots = assign_slots(code, liveness, function.argument_bytes, function.result_bytes);
  std::string wrong = emit_function(code, liveness, slots, {options_.counted}, function);
  set_initial_values(from);
  return wrong;
}

void CodeGenerator::set_initial_values(const ir::Function& function) {
  module_->set_initial_values(function.initial_values);
  module_->forget_function();
}

bytecode::FunctionId CodeGenerator::declare(const ir::Instance* instance) { return module_->function_of(instance); }

namespace {

template <class T>
const T* take_first(std::deque<const T*>& queue) {
  if (queue.empty()) return nullptr;
  const T* first = queue.front();
  queue.pop_front();
  return first;
}

}  // namespace

const ir::Instance* CodeGenerator::take_mentioned() { return take_first(module_->mentioned()); }

const types::Var* CodeGenerator::take_mentioned_variable() { return take_first(module_->mentioned_variables()); }

const ir::Instance* CodeGenerator::instance_of(bytecode::FunctionId id) {
  const ir::Instance* instance = module_->instance_of(id);
  if (instance != nullptr || linker_ == nullptr) return instance;
  instance = linker_->make_instance(id);
  return instance != nullptr && module_->function_of(instance) == id ? instance : nullptr;
}

void CodeGenerator::use_store(std::string_view block, PackageFinder packages) {
  store_ = CodeStore(block);
  linker_ = std::make_unique<StoreLinker>(store_, std::move(packages), *module_, types_, instances_);
  module_->set_linker(linker_.get());
}

bool CodeGenerator::link(bytecode::FunctionId id) { return linker_ != nullptr && linker_->link(id); }

std::string CodeGenerator::store() const { return StoreWriter(*module_).write(); }

bool CodeGenerator::describe(bytecode::TypeId type) { return module_->describe(type); }

bool CodeGenerator::describe_pointer_to(bytecode::TypeId type) { return module_->describe_pointer_to(type); }

bool CodeGenerator::describe_methods(bytecode::TypeId type) { return module_->describe_methods(type); }

void CodeGenerator::make_entry(std::span<const ir::Instance* const> calls) {
  const bytecode::FunctionId id = program_.declare_function("runtime.main");
  bytecode::Function& function = program_.function(id);
  function.package = "runtime";
  function.frame_bytes = bytecode::kFrameHeaderSize;
  bytecode::FunctionBuilder builder(function);
  builder.add_stack_map(0, {});
  for (const ir::Instance* instance : calls) {
    const bytecode::FunctionId callee = module_->function_of(instance);
    const std::uint32_t cell =
        builder.emit(bytecode::Opcode::Call, {std::int64_t{callee.index()}, std::int64_t{bytecode::kFrameHeaderSize}});
    if (cell != 0) builder.add_stack_map(cell, {});
  }
  builder.emit(bytecode::Opcode::Ret, {});
  builder.finish();
  program_.entry = id;
}

}  // namespace govm::codegen
