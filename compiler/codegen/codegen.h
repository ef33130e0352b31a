// Functions in SSA form → bytecode, one at a time.
//
// The generator owns the mapping between the compile session and one growing Program. Functions
// of the program are generated when the caller gives their IR; what they mention is declared and
// handed back by take_mentioned, so that the caller decides what is compiled when (decisions 1).
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "compiler/codegen/code_store.h"
#include "compiler/codegen/store_linker.h"
#include "compiler/ir/function.h"
#include "compiler/ir/instance.h"
#include "vm/bytecode/program.h"

namespace govm::escape {
class Decisions;
}
namespace govm::types {
class TypeStore;
class Var;
}  // namespace govm::types

namespace govm::codegen {

class Module;

struct Options {
  bool counted = false;  ///< Count cells (decisions 3)
};

class CodeGenerator {
 public:
  /// All must outlive the generator.
  CodeGenerator(bytecode::Program& program, types::TypeStore& types, ir::InstanceTable& instances, const escape::Decisions& decisions,
                Options options);
  ~CodeGenerator();
  CodeGenerator(const CodeGenerator&) = delete;
  CodeGenerator& operator=(const CodeGenerator&) = delete;

  /// Generates the cells of a function. Empty, or what of it is not supported.
  std::string generate(const ir::Function& function);
  /// The function of an instance, declared if it was not.
  bytecode::FunctionId declare(const ir::Instance* instance);
  /// The next instance that was mentioned and not yet taken; null if there is none. Natives are
  /// handed out too: nothing is to be generated for them.
  const ir::Instance* take_mentioned();
  /// The next package variable that was mentioned and not yet taken; null if there is none.
  const types::Var* take_mentioned_variable();
  /// Gives package variables what they hold before any code runs, as generate does.
  void set_initial_values(const ir::Function& function);
  /// The instance of a declared function, for late compilation; null if there is none.
  const ir::Instance* instance_of(bytecode::FunctionId id);
  /// From now on functions may be linked from a store (code_store.h), which lives as long as the process. Before any is declared.
  void use_store(std::string_view block, PackageFinder packages);
  /// Links the code of a function. False: no store has it.
  bool link(bytecode::FunctionId id);
  /// The store of all functions generated so far.
  std::string store() const;
  /// Describes the type T of the program, or *T, or the methods of T; false if the program does not have it from a source.
  bool describe(bytecode::TypeId type);
  bool describe_pointer_to(bytecode::TypeId type);
  bool describe_methods(bytecode::TypeId type);
  /// Makes the program's entry: calls these functions without arguments in order, then returns.
  void make_entry(std::span<const ir::Instance* const> calls);

 private:
  bytecode::Program& program_;
  Options options_;
  types::TypeStore& types_;
  ir::InstanceTable& instances_;
  std::unique_ptr<Module> module_;
  CodeStore store_;
  std::unique_ptr<StoreLinker> linker_;  ///< null without a store
};

}  // namespace govm::codegen
