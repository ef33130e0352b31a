// The functions of an outlined package (syntax::FuncOutline): trees and objects of them are made when they are first named, methods when
// one of their name or all of their type are first asked for.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "compiler/syntax/decl.h"
#include "compiler/types/scope.h"

namespace govm::types {

struct Context;

class LateFunctions final : public LateObjects {
 public:
  explicit LateFunctions(Context& c) : c_(c) {}

  /// Adds the outlines of a file. With seal() after the last one.
  void add(const syntax::File& file, Scope* file_scope);
  void seal();
  bool empty() const { return entries_.empty(); }

  void declare(Symbol name) override;
  void declare_all() override;
  void declare_method(const Named* type, Symbol name) override;
  void declare_methods(const Named* type) override;

 private:
  struct Entry {
    syntax::FuncOutline outline;
    Scope* file_scope;
    uint32_t next = 0;  ///< of its chain: the number of an entry, from 1
    bool done = false;
  };
  /// The first of the entries whose keys have this hash. The key is the receiver of a method, the name of a function.
  uint32_t& chain_of(std::string_view key);
  template <class Wanted>
  void declare_if(std::string_view key, Wanted wanted);
  void declare(Entry& entry);
  /// Gives a type the methods that have been declared since.
  void attach(const Named* type);

  Context& c_;
  std::vector<Entry> entries_;  ///< in the order of the text
  std::vector<uint32_t> chains_;
};

}  // namespace govm::types
