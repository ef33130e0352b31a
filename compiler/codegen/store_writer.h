// Makes a store (code_store.h) of functions that were generated.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compiler/codegen/code_store.h"
#include "compiler/ir/instance.h"
#include "vm/bytecode/program.h"

namespace govm::types {
class Type;
class Var;
}  // namespace govm::types

namespace govm::codegen {

class Module;

class StoreWriter {
 public:
  explicit StoreWriter(const Module& module);

  /// The store of all functions that have code and can be stored. A function cannot if it, or a literal or wrapper in it, mentions what has
  /// no name outside of its body: types declared there; nor can initialisers of packages and instances of generic functions.
  std::string write();

 private:
  /// What a record refers to is entered in the tables as it is written.
  using Words = std::vector<uint32_t>;
  struct Unit;

  /// Functions and their code, by index in the program.
  std::map<uint32_t, Unit> storable();
  static void add64(Words& out, uint64_t value);
  uint32_t text(std::string_view text);
  uint32_t file_of(Pos pos);
  void add_pos(Words& out, Pos pos);
  uint32_t variable(const types::Var* var);
  uint32_t type(const types::Type* type);
  Words type_record(const types::Type* type);
  uint32_t image(bytecode::DataId id);
  void add_relocation(Words& out, const bytecode::Relocation& relocation);
  uint32_t function(bytecode::FunctionId id);
  void add_itab(Words& out, bytecode::ItabId id);
  void add_global(Words& out, uint32_t offset);
  void add_patches(Words& out, const bytecode::Function& code);
  void add_site(Words& out, bytecode::SiteId id);
  Words code_record(const bytecode::Function& code);
  Words function_record(bytecode::FunctionId id);
  /// What is being stored cannot be.
  void refuse() { refused_ = true; }

  const Module& module_;
  const bytecode::Program& program_;
  std::map<uint32_t, const types::Var*> variable_at_;  ///< by offset
  bool refused_ = false;
  std::vector<uint32_t> sites_;  ///< of the code being stored
  std::vector<bytecode::FunctionId> mentioned_;

  std::string bytes_;
  std::vector<std::pair<uint32_t, uint32_t>> texts_;
  std::unordered_map<std::string, uint32_t> text_index_;
  std::vector<std::pair<uint32_t, uint32_t>> files_;
  std::map<std::string, uint32_t, std::less<>> file_index_;
  std::vector<std::pair<uint32_t, uint32_t>> variables_;
  std::unordered_map<const types::Var*, uint32_t> variable_index_;
  std::vector<Words> types_;
  std::unordered_map<const types::Type*, uint32_t> type_index_;
  std::vector<Words> images_;
  std::unordered_map<uint32_t, uint32_t> image_index_;
  std::vector<bytecode::FunctionId> functions_;
  std::unordered_map<uint32_t, uint32_t> function_index_;
};

}  // namespace govm::codegen
