// Entering functions, sites, globals, images and inline contexts in a Program when they are first mentioned.
#include "compiler/codegen/module.h"

#include <algorithm>
#include <optional>

#include "base/check.h"
#include "compiler/codegen/shape.h"
#include "compiler/codegen/store_linker.h"
#include "compiler/types/object.h"
#include "compiler/types/sizes.h"
#include "compiler/types/subst.h"
#include "compiler/types/type.h"
#include "vm/bytecode/call_layout.h"

namespace govm::codegen {

using bytecode::DataId;
using bytecode::FunctionId;
using bytecode::InlineContextId;
using bytecode::Relocation;

namespace {

// Adds a value to a call layout and its pointer words to `map`.
void lay_out(const types::Type* type, bytecode::CallLayout& layout, bytecode::WordMap& map) {
  types::add_pointer_map(type, layout.add(byte_size(type)), map.bits);
}

}  // namespace

FunctionId Module::function_of(const ir::Instance* instance) {
  auto found = functions_.find(instance);
  if (found != functions_.end()) return found->second;
  const bool may_be_stored =
      linker_ != nullptr && instance->kind == ir::InstanceKind::Function && instance->type_args.empty() && ir::belongs_to_std(*instance);
  const std::optional<FunctionId> stored = may_be_stored ? linker_->find(instance->name) : std::nullopt;
  const FunctionId id = stored ? *stored : program_.declare_function(instance->name);
  functions_.emplace(instance, id);
  if (id.index() >= instance_by_function_.size()) instance_by_function_.resize(id.index() + 1);
  instance_by_function_[id.index()] = instance;
  if (stored) return id;
  if (may_be_stored) linker_->declared(instance->name, id);
  bytecode::Function& function = program_.function(id);
  function.pos = instance->pos;
  function.flags.native = !instance->has_body;
  const types::Package* package = instance->package;
  for (const ir::Instance* at = instance; package == nullptr && at != nullptr; at = at->outer) {
    if (at->func != nullptr) package = at->func->package;
  }
  if (package != nullptr) {
    function.package = package->path;
    function.flags.standard = package->is_std;
  }
  set_layout(function, instance);
  mentioned_.push_back(instance);
  return id;
}

const ir::Instance* Module::instance_of(FunctionId id) const {
  return id.index() < instance_by_function_.size() ? instance_by_function_[id.index()] : nullptr;
}

void Module::set_layout(bytecode::Function& function, const ir::Instance* instance) {
  const types::Signature* signature = instance->signature;
  bytecode::CallLayout arguments;
  bytecode::CallLayout results;
  if (signature != nullptr) {
    const types::Substitution substitution = ir::substitution_of(*instance);
    const auto concrete = [&](const types::Type* type) {
      return substitution.empty() ? type : types::substitute(types_, type, substitution);
    };
    if (signature->recv != nullptr) {
      const types::Type* receiver = instance->receiver != nullptr ? instance->receiver : signature->recv->type;
      lay_out(concrete(receiver), arguments, function.argument_pointers);
    }
    for (const types::Var* param : signature->params) lay_out(concrete(param->type), arguments, function.argument_pointers);
    for (const types::Var* result : signature->results) lay_out(concrete(result->type), results, function.result_pointers);
  }
  function.argument_bytes = arguments.bytes();
  function.result_bytes = results.bytes();
}

DataId Module::data_of(const ir::Image* image) {
  auto found = images_.find(image);
  if (found != images_.end()) return found->second;
  const DataId id = program_.add_data(make_data(*image));
  images_.emplace(image, id);
  return id;
}

bytecode::DataImage Module::make_data(const ir::Image& image) {
  bytecode::DataImage data;
  data.bytes.assign(image.bytes.begin(), image.bytes.end());
  for (const ir::Image::Relocation& from : image.relocations) {
    Relocation to{from.offset, Relocation::Kind::String, 0, 0};
    switch (from.target) {
      case ir::Image::Target::Text: to.id = program_.intern_string(from.text).index(); break;
      case ir::Image::Target::Image:
        to.kind = Relocation::Kind::Data;
        to.id = data_of(from.image).index();
        break;
      case ir::Image::Target::FuncValue:
        to.kind = Relocation::Kind::Function;
        to.id = function_of(from.instance).index();
        break;
      case ir::Image::Target::TypeWord:
        to.kind = Relocation::Kind::Itab;
        to.id = eface_of(from.type).index();
        break;
      case ir::Image::Target::ItabWord:
        to.kind = Relocation::Kind::Itab;
        to.id = itab_of(from.interface_type, from.type).index();
        break;
      case ir::Image::Target::Variable:
        to.kind = Relocation::Kind::Global;
        to.addend = global_of(from.variable);
        break;
    }
    data.relocations.push_back(to);
  }
  return data;
}

void Module::set_initial_values(std::span<const ir::InitialValue> values) {
  for (const ir::InitialValue& value : values) {
    const std::uint32_t global = global_of(value.variable);
    if (value.image != nullptr) {
      program_.set_initial_value(global, make_data(*value.image));
      continue;
    }
    const auto other = std::ranges::find(program_.initial_values(), global_of(value.other), &bytecode::InitialValue::global);
    GOVM_CHECK(other != program_.initial_values().end(), "the other variable is laid out first");
    program_.set_initial_value(global, bytecode::DataImage(other->value));
  }
}

std::uint32_t Module::global_of(const types::Var* var) {
  auto found = globals_.find(var);
  if (found != globals_.end()) return found->second;
  std::string name = var->package != nullptr ? var->package->path + "." : std::string();
  name += var->name.view();
  std::vector<std::uint64_t> pointers;
  types::add_pointer_map(var->type, 0, pointers);
  const std::uint32_t offset = program_.add_global(std::move(name), static_cast<std::uint64_t>(types::size_of(var->type)),
                                                   static_cast<std::uint32_t>(types::align_of(var->type)), pointers);
  globals_.emplace(var, offset);
  mentioned_variables_.push_back(var);
  return offset;
}

InlineContextId Module::context_of(const ir::Inlined* inlined) {
  if (inlined == nullptr) return InlineContextId();
  auto found = contexts_.find(inlined);
  if (found != contexts_.end()) return found->second;
  const InlineContextId id =
      program_.add_inline_context({context_of(inlined->around), inlined->pos, inlined->callee->name, ir::belongs_to_std(*inlined->callee)});
  contexts_.emplace(inlined, id);
  return id;
}

}  // namespace govm::codegen
