// The tables of a Program as the code generator fills them: what a type, function, site, global
// or image of the compiler is called in the program.
//
// Everything is entered when it is first mentioned; ids never change. Knows nothing of cells.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "compiler/ir/function.h"
#include "compiler/ir/instance.h"
#include "vm/bytecode/program.h"

namespace govm::escape {
class Decisions;
}
namespace govm::types {
class Struct;
class TypeStore;
}  // namespace govm::types

namespace govm::codegen {

class StoreLinker;

class Module {
 public:
  /// All must outlive the module.
  Module(bytecode::Program& program, types::TypeStore& types, ir::InstanceTable& instances, const escape::Decisions& decisions)
      : program_(program), types_(types), instances_(instances), decisions_(decisions) {}
  Module(const Module&) = delete;
  Module& operator=(const Module&) = delete;

  bytecode::Program& program() { return program_; }
  const bytecode::Program& program() const { return program_; }
  /// Code of std that is linked, not compiled; it must outlive the module's use.
  void set_linker(StoreLinker* linker) { linker_ = linker; }

  /// The function of an instance, declared with its call layout.
  bytecode::FunctionId function_of(const ir::Instance* instance);
  /// The instance of a function; null for those the generator made itself.
  const ir::Instance* instance_of(bytecode::FunctionId id) const;
  /// Instances in the order they were mentioned; see CodeGenerator::take_mentioned.
  std::deque<const ir::Instance*>& mentioned() { return mentioned_; }

  /// The description of a type (type_table.cpp).
  bytecode::TypeId type_of(const types::Type* type);
  /// Describes the type T, or *T, or the methods of T; false for types that the VM made.
  bool describe(bytecode::TypeId type);
  bool describe_pointer_to(bytecode::TypeId type);
  bool describe_methods(bytecode::TypeId type);
  /// The row for `type` in interfaces of type `interface`.
  bytecode::ItabId itab_of(const types::Type* interface, const types::Type* type);
  /// The same for the empty interface without name.
  bytecode::ItabId eface_of(const types::Type* type);

  /// Null for types that the VM made.
  const types::Type* source_of(bytecode::TypeId id) const;

  /// The site of one construct in one function (site_table.cpp).
  bytecode::SiteId site_of(const ir::Site* site, bytecode::FunctionId function);
  bytecode::InlineContextId context_of(const ir::Inlined* inlined);

  bytecode::DataId data_of(const ir::Image* image);
  /// Offset of a package variable in the globals area.
  std::uint32_t global_of(const types::Var* var);
  /// The offsets of all that were mentioned.
  const std::unordered_map<const types::Var*, std::uint32_t>& globals() const { return globals_; }
  /// Package variables in the order they were mentioned; see CodeGenerator::take_mentioned_variable.
  std::deque<const types::Var*>& mentioned_variables() { return mentioned_variables_; }
  /// Gives package variables what they hold before any code runs. Others that they are given the values of have got theirs.
  void set_initial_values(std::span<const ir::InitialValue> values);

  /// Forgets what belongs to the function whose code was generated last.
  void forget_function() {
    sites_.clear();
    contexts_.clear();
    images_.clear();
  }

 private:
  /// The id of a type that may have a key alone: what only methods' descriptions name is described when somebody asks for it, as
  /// the types that it leads to, with their methods, are many.
  bytecode::TypeId mention(const types::Type* type);
  void describe(bytecode::TypeId id, const types::Type* type);
  void describe_struct(bytecode::TypeDesc& desc, const types::Struct* type);
  std::vector<bytecode::MethodDesc> methods_of(const types::Type* type);
  void set_entries(bytecode::ItabRow& row, const types::Interface* interface, const types::Type* type);
  /// What itabs pass as receiver, the data word: for types that are boxed a pointer to the value.
  const types::Type* receiver_in_itabs(const types::Type* type);
  void set_layout(bytecode::Function& function, const ir::Instance* instance);
  bytecode::DataImage make_data(const ir::Image& image);

  bytecode::Program& program_;
  types::TypeStore& types_;
  ir::InstanceTable& instances_;
  const escape::Decisions& decisions_;
  StoreLinker* linker_ = nullptr;
  std::unordered_map<const ir::Instance*, bytecode::FunctionId> functions_;
  std::vector<const ir::Instance*> instance_by_function_;
  std::deque<const ir::Instance*> mentioned_;
  std::unordered_map<const types::Type*, bytecode::TypeId> type_ids_;
  std::vector<const types::Type*> type_by_id_;
  // Of the function being generated: what they point to lives as long as its IR.
  std::unordered_map<const ir::Site*, bytecode::SiteId> sites_;
  std::unordered_map<const ir::Inlined*, bytecode::InlineContextId> contexts_;
  std::unordered_map<const ir::Image*, bytecode::DataId> images_;
  std::unordered_map<const types::Var*, std::uint32_t> globals_;
  std::deque<const types::Var*> mentioned_variables_;
};

}  // namespace govm::codegen
