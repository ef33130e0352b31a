// What checking found out about expressions and names: side tables that later stages read.
//
// One Info serves the whole session; tables are indexed by Expr::id and grow as std bodies are checked late.
// In a generic body types contain type parameters: see subst.h for "the type of this expression in this
// instance".
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/dense_table.h"
#include "compiler/constant/value.h"
#include "compiler/syntax/node.h"
#include "compiler/types/object.h"
#include "compiler/types/type.h"

namespace govm::syntax {
struct CallExpr;
struct Expr;
struct FuncLit;
struct Name;
struct SelectorExpr;
}  // namespace govm::syntax

namespace govm::types {

/// What an expression denotes.
enum class Mode : uint8_t {
  Invalid,  ///< erroneous, or not checked
  NoValue,  ///< a call without results
  Builtin,
  TypeExpr,
  Constant,  ///< value_of gives the value
  Variable,  ///< addressable
  MapIndex,  ///< m[k]: assignable, not addressable, allows comma-ok
  Value,
  Nil,
  CommaOk,  ///< x.(T) or <-ch: a value that allows comma-ok
};

struct TypeAndValue {
  const Type* type = nullptr;
  Mode mode = Mode::Invalid;
  constant::Value value;
};

enum class SelectionKind : uint8_t { Field, MethodValue, MethodExpr };

/// What x.f denotes when x is no package.
struct Selection {
  SelectionKind kind = SelectionKind::Field;
  const Type* recv = nullptr;      ///< type of x
  const Object* object = nullptr;  ///< Var (field) or Func (method)
  std::vector<uint32_t> path;      ///< field indices through embedded fields; the last is the field, or the method's index
  bool indirect = false;           ///< a pointer was followed on the way
  const Type* type = nullptr;      ///< of the whole expression
};

/// An instantiation of a generic function or type by the name.
struct Instantiation {
  std::vector<const Type*> type_args;
  const Type* type = nullptr;
};

/// One step of package initialisation: lhs = rhs.
struct Initializer {
  std::vector<const Var*> lhs;
  syntax::Expr* rhs = nullptr;
};

/// A package variable that takes what files hold before anything is initialised.
struct Embedding {
  const Var* var = nullptr;
  enum class Kind : uint8_t { String, Bytes, Files } kind = Kind::String;
  std::string text;  ///< of the file; for Files an index and all texts, as std's embed.files reads it
};

struct Info {
  DenseTable<TypeAndValue> expressions;  ///< by Expr::id
  DenseTable<Object*> objects;           ///< by id of a Name: what it uses or defines

  std::unordered_map<const syntax::SelectorExpr*, Selection> selections;
  std::unordered_map<const syntax::Name*, Instantiation> instances;
  /// CaseClause of a type switch -> its variable; ImportDecl -> its PkgName; unnamed parameter Field -> its Var.
  std::unordered_map<const syntax::Node*, Object*> implicits;
  std::unordered_map<const Package*, std::vector<Initializer>> init_order;
  /// Nothing joins init_order any more: what runs before main is being compiled.
  bool is_init_order_settled = false;
  /// Package variables of std that something named after the order of initialisation was settled: they are initialised without code.
  std::unordered_map<const Var*, const syntax::Expr*> late_initializers;
  std::unordered_map<const Package*, std::vector<Embedding>> embeddings;
  /// Calls of functions known to be conversions or built-ins need no table: mode_of(call->fun) tells.

  const Type* type_of(const syntax::Expr* expr) const { return at(expr).type; }
  Mode mode_of(const syntax::Expr* expr) const { return at(expr).mode; }
  /// Unknown unless mode is Constant.
  const constant::Value& value_of(const syntax::Expr* expr) const { return at(expr).value; }
  bool is_type(const syntax::Expr* expr) const { return mode_of(expr) == Mode::TypeExpr; }
  bool is_constant(const syntax::Expr* expr) const { return mode_of(expr) == Mode::Constant; }
  /// The object a name uses or declares; null for blank ones and after errors.
  Object* object_of(const syntax::Name* name) const;
  const Selection* selection_of(const syntax::SelectorExpr* selector) const;
  const Instantiation* instance_of(const syntax::Name* name) const;
  Object* implicit_of(const syntax::Node* node) const;

  TypeAndValue& record(const syntax::Expr* expr);
  /// Notes what a name declares or uses.
  void define(const syntax::Name* name, Object* object);

 private:
  const TypeAndValue& at(const syntax::Expr* expr) const;
};

}  // namespace govm::types
