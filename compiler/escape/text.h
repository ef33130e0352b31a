// Expressions and types as -m prints them: the tree after lowering, on one line (escape-analysis.md 0.1, 2.4).
#pragma once

#include <string>

#include "compiler/escape/decisions.h"
#include "compiler/escape/variables.h"
#include "compiler/syntax/decl.h"
#include "compiler/types/info.h"
#include "compiler/types/store.h"

namespace govm::escape {

/// Types of `package` stand without qualifier.
class Text {
 public:
  Text(const types::TypeStore& types, const types::Info& info, const Variables& variables, const types::Package* package)
      : types_(types), info_(info), variables_(variables), package_(package) {}

  std::string expression(const syntax::Expr* expr) const { return expression(expr, 0); }
  /// An assignment or range clause; of other statements the name of their kind ("for loop").
  std::string statement(const syntax::Node* stmt) const;
  /// What is made at a site.
  std::string site(const syntax::Node* node, SiteRole role) const;
  std::string type(const types::Type* type) const;
  /// A function as lines name it: "f", "(*T).m", "pkg.f" of other packages.
  std::string function(const types::Func* func) const;

 private:
  std::string expression(const syntax::Expr* expr, int precedence) const;
  std::string operand(const syntax::Expr* expr, int precedence) const;
  std::string constant(const constant::Value& value, const types::Type* type) const;
  std::string selector(const syntax::SelectorExpr* selector) const;
  std::string fields(const syntax::Expr* x, std::span<const uint32_t> path) const;
  std::string call(const syntax::CallExpr* call) const;
  std::string arguments(const syntax::CallExpr* call, std::string list) const;
  std::string conversion(const types::Type* type, const std::string& x) const;
  std::string signature(const types::Signature* signature) const;
  std::string list(std::span<syntax::Expr* const> exprs) const;
  const syntax::Expr* constant_behind(const syntax::Expr* expr) const;

  const types::TypeStore& types_;
  const types::Info& info_;
  const Variables& variables_;
  const types::Package* package_;
};

}  // namespace govm::escape
