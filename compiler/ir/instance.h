// Function instances: the things that get code.
//
// An Instance is interned, so that pointer identity is identity: a declared function or method with
// its type arguments, a function literal inside an instance, a function the compiler adds (wrapper,
// package initialiser, wrapper of go and defer). Instances are made when they are first mentioned;
// the compiler compiles those that are reachable and not of std, std ones when first called.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/position.h"
#include "compiler/types/subst.h"

namespace govm::syntax {
struct CallStmt;
struct FuncLit;
struct Node;
}  // namespace govm::syntax
namespace govm::inl {
struct InlineContext;
}
namespace govm::types {
class Func;
class Package;
class Signature;
class Type;
struct Substitution;
}  // namespace govm::types

namespace govm::ir {

enum class InstanceKind : uint8_t {
  Function,  ///< a declared function or method, `func`, with `type_args`
  Literal,   ///< function literal `literal` inside `outer`
  Wrapper,   ///< method `func` of the method set of `receiver`, reached through embedding or a pointer: what itabs and method expressions
             ///< name
  InterfaceExpr,  ///< method expression I.M: calls `func` of its first argument
  BoundMethod,    ///< method value x.M: closure over the receiver x of type `receiver`
  CallWrapper,    ///< the func() that go or defer statement `statement` inside `outer` was turned into
  PackageInit,    ///< initialises the variables of `package`, then calls its init functions
};

/// One function to compile. Immutable but for `id`, which belongs to the code generator.
struct Instance {
  InstanceKind kind = InstanceKind::Function;
  const types::Func* func = nullptr;
  std::span<const types::TypeParam* const> type_params;  ///< of the receiver's type, then of the function itself
  std::span<const types::Type* const> type_args;         ///< what they stand for; of wrappers the generic method's arguments
  const types::Type* receiver = nullptr;
  const Instance* outer = nullptr;
  const syntax::FuncLit* literal = nullptr;
  const syntax::CallStmt* statement = nullptr;
  const inl::InlineContext* context = nullptr;  ///< of a literal or wrapper: the inlined copy of the text that it is in
  const types::Package* package = nullptr;
  const types::Signature* signature =
      nullptr;       ///< as called: without receiver for BoundMethod, with it as first parameter for InterfaceExpr
  std::string name;  ///< as Go names it in traces: "main.(*T).f", "main.f.func1"
  Pos pos;
  bool has_body = true;  ///< false: a native
  uint32_t id = 0;       ///< dense, in order of first mention
};

/// What type parameters mean in the code of an instance: those of the declared function that it is or lies in.
types::Substitution substitution_of(const Instance& instance);

/// Whether it is part of the text of a package of std.
bool belongs_to_std(const Instance& instance);

/// Interns instances and knows them all.
class InstanceTable {
 public:
  InstanceTable();
  ~InstanceTable();
  InstanceTable(const InstanceTable&) = delete;
  InstanceTable& operator=(const InstanceTable&) = delete;

  /// The instance of a declared function or method; the receiver's type arguments come first. `type_args` is copied.
  const Instance* function(const types::Func* func, std::span<const types::Type* const> type_args = {});
  /// The instance of a function literal; literals of one outer instance are numbered in order of first mention. Copies of a literal
  /// have one number; their names tell whether they stand in a literal.
  const Instance* literal(const syntax::FuncLit* literal, const Instance* outer, const inl::InlineContext* context,
                          const types::Signature* signature, bool inside_literal);
  /// Numbers a value that Go's compiler makes as a literal (types/made_literal.h) among those of `outer`.
  void count_literal(const syntax::Node* value, const Instance* outer);
  /// A method of the method set of `receiver` that needs a wrapper to be called with a `receiver`
  /// (promoted, or declared on the pointer's base type). `signature` has the receiver as parameter.
  const Instance* method(const types::Type* receiver, const types::Func* method, const types::Signature* signature,
                         std::span<const types::Type* const> method_args = {});
  /// Method expression of an interface type.
  const Instance* interface_expr(const types::Type* interface, const types::Func* method, const types::Signature* signature);
  /// Method value wrapper ("T.M-fm").
  const Instance* bound_method(const types::Type* receiver, const types::Func* method, const types::Signature* signature,
                               std::span<const types::Type* const> method_args = {});
  /// The wrapper of a go or defer statement.
  const Instance* call_wrapper(const syntax::CallStmt* statement, const Instance* outer, const inl::InlineContext* context,
                               const types::Signature* signature);
  /// The initialiser of a package.
  const Instance* package_init(const types::Package* package, const types::Signature* signature);

  /// All instances mentioned so far, by id.
  const std::vector<std::unique_ptr<Instance>>& all() const { return all_; }

 private:
  struct Key;
  struct KeyHash;
  Instance* find_or_add(const Key& key, bool& added);
  void keep_type_args(Instance& instance, const Key& key);

  std::vector<std::unique_ptr<Instance>> all_;
  struct Index;
  std::unique_ptr<Index> index_;
};

}  // namespace govm::ir
