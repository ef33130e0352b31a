// Brings code of a store (code_store.h) into the program.
//
// Functions that only stored code mentions are declared without an instance: the checker never hears of them unless their code cannot be
// linked, or other code names them, too.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/codegen/code_store.h"
#include "compiler/ir/instance.h"
#include "vm/bytecode/program.h"

namespace govm::types {
class Func;
class Package;
class Type;
class TypeStore;
class Var;
}  // namespace govm::types

namespace govm::codegen {

class Module;

/// The loaded package of this path; null if there is none.
using PackageFinder = std::function<const types::Package*(std::string_view path)>;

class StoreLinker {
 public:
  /// All must outlive it.
  StoreLinker(const CodeStore& store, PackageFinder packages, Module& module, types::TypeStore& types, ir::InstanceTable& instances);

  /// Links the code of a function. False: the store has none, or it mentions what is not there; the function is as it was.
  bool link(bytecode::FunctionId id);
  /// The function that the store's code knows by this name; none if no code was linked that mentions it.
  std::optional<bytecode::FunctionId> find(std::string_view name) const;
  /// An instance has been given the function `id`; code of the store that mentions its name means this function.
  void declared(std::string_view name, bytecode::FunctionId id);
  /// The instance of a function that was declared without one; null if the checker does not know it.
  const ir::Instance* make_instance(bytecode::FunctionId id);

 private:
  /// Parts of the program by their indices in the store. What a run uses is a small part of the store.
  template <class Id>
  using Known = std::unordered_map<uint32_t, Id>;
  /// What follows the name in a function's record.
  struct FunctionRecord;
  FunctionRecord read_function(uint32_t index) const;

  // Each is empty or null where the program lacks what the store names.
  std::optional<Pos> pos(WordReader& words);
  std::optional<Pos> file_begin(uint32_t file);
  const types::Package* package(std::string_view path);
  const types::Type* type(uint32_t index);
  const types::Type* make_type(WordReader words);
  const types::Type* named_type(WordReader words);
  const types::Func* func(const FunctionRecord& record);
  std::optional<bytecode::FunctionId> function(uint32_t index);
  const ir::Instance* instance(const FunctionRecord& record);
  std::optional<bytecode::ItabId> itab(uint32_t interface, uint32_t type);
  std::optional<uint32_t> global(uint32_t variable, uint32_t offset);
  std::optional<bytecode::DataId> image(uint32_t index);
  std::optional<bytecode::Site> site(WordReader& words, bytecode::FunctionId function);
  struct Patch;
  std::optional<uint32_t> id_of(const Patch& patch, const std::vector<bytecode::SiteId>& sites);
  bool link(bytecode::FunctionId id, WordReader words);

  const CodeStore& store_;
  PackageFinder find_package_;
  Module& module_;
  types::TypeStore& types_;
  ir::InstanceTable& instances_;
  std::unordered_map<std::string_view, const types::Package*> packages_;
  Known<Pos> files_;  ///< where they begin
  Known<const types::Type*> type_cache_;
  Known<bytecode::FunctionId> functions_;
  Known<bytecode::DataId> images_;
  std::unordered_map<uint32_t, uint32_t> index_of_;  ///< of functions, by id
};

}  // namespace govm::codegen
