// The syntactic half of escape analysis: which variables have their address taken, which are captured and how,
// of which each loop iteration has its own, and which values they get (escape-analysis.md 1.5, 1.7, 1.8).
#pragma once

#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compiler/escape/decisions.h"
#include "compiler/types/info.h"

namespace govm::escape {

/// What the text of a function says about a local variable or parameter.
struct VariableFacts {
  bool address_taken = false;  ///< explicitly, or by a capture by reference
  bool addressed = false;      ///< its address is taken explicitly
  bool captured = false;
  bool reassigned = false;  ///< by any assignment but the declaring one
  bool captured_by_value = false;
  bool per_iteration = false;
  bool other_values = false;                    ///< gets values that are no expression of its own: range, f() of several values, op=
  std::vector<const syntax::Expr*> values;      ///< expressions assigned to the whole variable
  std::vector<const types::Type*> other_types;  ///< types of its other values; null: not known
};

/// The facts of all variables noted so far.
class Variables {
 public:
  /// Of a variable that was not noted: all unknown.
  const VariableFacts& of(const types::Var* var) const;
  /// The only expression a variable ever gets, if its address is never taken; null if there is none.
  const syntax::Expr* only_value(const types::Var* var) const;
  /// The constant that an expression always is: itself, or what a variable that only ever holds it was given; null if none.
  const syntax::Expr* constant_behind(const types::Info& info, const syntax::Expr* expr) const;
  /// What a literal captures, in order of first mention.
  std::span<const types::Var* const> captures(const syntax::FuncLit* literal) const;

  VariableFacts& note(const types::Var* var) { return facts_[var]; }
  void set_captures(const syntax::FuncLit* literal, std::vector<const types::Var*> vars) { captures_[literal] = std::move(vars); }

 private:
  std::unordered_map<const types::Var*, VariableFacts> facts_;
  std::unordered_map<const syntax::FuncLit*, std::vector<const types::Var*>> captures_;
};

/// Notes the variables of a declared function, or of the expression that initialises a package variable, and of
/// all literals inside. Returns those whose address is taken, in order of the first taking.
std::vector<const types::Var*> note_variables(const types::Info& info, const syntax::Node* root, Decisions& decisions,
                                              Variables& variables);

/// The labels inside that a goto behind them leads back to.
std::unordered_set<const syntax::Stmt*> looping_labels(const syntax::Node* root);

}  // namespace govm::escape
