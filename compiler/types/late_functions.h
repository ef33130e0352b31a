// The functions of an outlined package (syntax::FuncOutline): trees and objects of them are made when they are first named, those of a
// type's methods when its methods are first asked for.
#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/syntax/decl.h"
#include "compiler/types/scope.h"

namespace govm::types {

struct Context;
class TypeName;

class LateFunctions final : public LateObjects {
 public:
  explicit LateFunctions(Context& c) : c_(c) {}

  /// Adds the outlines of a file. With seal() after the last one.
  void add(const syntax::File& file, Scope* file_scope);
  void seal();
  bool empty() const { return entries_.empty(); }

  void declare(Symbol name) override;
  void declare_all() override;
  /// Declares the methods whose receivers name this type.
  void declare_methods(const TypeName* type);

 private:
  struct Entry {
    syntax::FuncOutline outline;
    Scope* file_scope;
    bool done = false;
  };
  /// What entries are sorted by: the receiver, and the name of a function.
  static std::pair<std::string_view, std::string_view> key_of(const Entry& entry);
  void declare(Entry& entry);
  /// The entries with this receiver and, if it is empty, this name.
  std::span<Entry> find(std::string_view receiver, std::string_view name);

  Context& c_;
  std::vector<Entry> entries_;  ///< by receiver; functions by name, methods in the order of the text
};

}  // namespace govm::types
