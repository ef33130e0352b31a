// Types and lowered trees as Go's compiler prints them in diagnostics (escape-analysis.md 0.1, 2.4).
#pragma once

#include <string>
#include <unordered_map>

#include "compiler/inline/tree.h"
#include "compiler/types/store.h"

namespace govm::inl {

/// Types of package `local` stand without qualifier; null qualifies all.
class TypeText {
 public:
  TypeText(const types::TypeStore& types, const types::Package* local) : types_(types), local_(local) {}

  std::string type(const types::Type* type) const { return print(type, false); }
  /// As symbols of the linker spell it: aliases resolved, every name with the path of its package.
  std::string link(const types::Type* type) const { return print(type, true); }
  /// "func(int) string"; of a method "method(T) func(int) string".
  std::string signature(const Function& function) const;
  /// A declared function as lines name it: "f", "(*T).m", "pkg.f" of other packages. `args` are its instance's.
  std::string function(const types::Func* func, std::span<const types::Type* const> args = {}) const;
  /// As lines tell of a function itself, where a method's package stands in front of its receiver: "pkg.(*T).m", "pkg.f.func1".
  std::string name(const Function& function) const;
  std::string qualifier(const types::Package* package) const;
  /// "[int,string]".
  std::string arguments(std::span<const types::Type* const> args) const;
  const types::Package* local() const { return local_; }

 private:
  std::string print(const types::Type* type, bool link) const;
  std::string parameters(std::span<const types::Var* const> vars, bool variadic, bool link) const;
  std::string function_type(const types::Signature* signature, bool link) const;
  std::string field(const types::Var* field, std::string_view tag, bool link) const;

  const types::TypeStore& types_;
  const types::Package* local_;
};

/// Nodes of a function of package `local`.
class Text {
 public:
  Text(const types::TypeStore& types, const types::Package* local) : types_(types, local), store_(types) {}

  /// An expression or statement.
  std::string node(const Node* node) const;
  std::string nodes(const std::vector<Node*>& nodes) const;  ///< separated by "; "
  const TypeText& types() const { return types_; }

 private:
  std::string expression(const Node* node, int precedence) const;
  std::string statement(const Node* node) const;
  std::string list(const std::vector<Node*>& nodes) const;
  std::string literal(const Node* node) const;
  std::string conversion(const types::Type* type, const std::string& x) const;

  TypeText types_;
  const types::TypeStore& store_;
};

/// The number of a type declared in a function, among those of its package: part of its symbol.
uint32_t local_type_number(const types::TypeName* name);

}  // namespace govm::inl
