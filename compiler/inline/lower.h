// From the typed syntax tree to the lowered tree (escape-analysis.md 0.1, 0.2).
//
// One Lowering serves a session. Functions are made when they are first mentioned and get their bodies from `lower`; function
// literals are lowered with the function around them. The rules follow Go's cmd/compile/internal/noder and typecheck, whose
// order of variables and temporaries is kept because diagnostics print their numbers.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compiler/inline/dictionary.h"
#include "compiler/inline/inlined_calls.h"
#include "compiler/inline/reading.h"
#include "compiler/inline/shape.h"
#include "compiler/inline/text.h"
#include "compiler/inline/tree.h"
#include "compiler/types/checker.h"
#include "compiler/types/info.h"
#include "compiler/types/method_set.h"
#include "compiler/types/subst.h"

namespace govm::inl {

/// A diagnostic found on the way; one without text is a record alone.
struct Remark {
  Pos pos;
  std::string text;
  std::string_view code = {};  ///< of its record in the log of decisions (escape::LogRecord); empty: it has none
  std::string message = {};
  std::vector<Pos> places = {};
};

/// A function that the compiler makes around a method: to call it with a pointer to its receiver, through embedded fields or an interface's
/// table; or the value of a method, whose receiver is kept (".this").
struct MethodWrapper {
  const types::Type* receiver = nullptr;
  types::MethodEntry method;
  bool is_value = false;
  bool jumps = false;  ///< its frame is gone when the method runs, and takes nothing back from it
  std::string name = {};
};

class Lowering {
 public:
  Lowering(types::Checker& checker, const types::Info& info);

  /// The function of a declared function or method with a body, for these type arguments (any types: their shapes count); null if it
  /// has no body.
  Function* function_of(const types::Func* func, std::span<const types::Type* const> args = {});
  /// Asks for all that Go's compiler makes of generic code, as its lines tell of it: every method of every instance that is mentioned, and
  /// the functions that pass an instance's dictionary on. What runs does not need them.
  void list_everything() { lists_everything_ = true; }
  /// What is read of a package, and when; under way only where everything is listed.
  Reading& reading() { return reading_; }
  /// As Go's compiler, which compiles an instance with each package that uses it: from here on instances are new ones, of `home`; with
  /// null those that were made first. Lines tell of them: without `list_everything` there is one of each.
  void begin_package(const types::Package* home);
  /// The bodies of the package are lowered. An instance that is mentioned from here on is part of the text of another package, and
  /// compiled there.
  void end_bodies() {
    has_bodies_ = true;
    reading_.end();
  }
  Function* initializers_of(const types::Package* package);
  /// Makes the body, once.
  void lower(Function* function);

  /// Replaces a call in `caller` by the text of `callee`; the literals in it become literals of the caller.
  void inline_call(Function* caller, Node* call, Function* callee);
  InlinedCalls& inlined_calls() { return inlined_; }

  /// Of all texts so far.
  size_t node_count() const { return nodes_.size(); }

  /// Functions that lowering has mentioned since the last call and that have no body yet: instances, methods of instances.
  std::vector<Function*> take_mentioned() { return std::exchange(mentioned_, {}); }
  /// A function whose body is to be made.
  void mention(Function* function) {
    if (function != nullptr) mentioned_.push_back(function);
  }
  /// The function of an instance for its own type arguments, which calls the one for their shapes with its dictionary; null unless lines
  /// are asked for.
  Function* mention_wrapper(const types::Func* func, std::span<const types::Type* const> args);
  /// The function that calls a method, see MethodWrapper.
  Function* wrap_method(const MethodWrapper& wrapper, Pos pos);
  /// The values of methods whose wrappers texts ask for, in their order.
  std::vector<MethodWrapper> take_method_values() { return std::exchange(method_values_, {}); }
  std::vector<Remark>& remarks() { return remarks_; }
  Shapes& shapes() { return shapes_; }
  Dictionaries& dictionaries() { return dictionaries_; }
  types::TypeStore& types() { return types_; }
  const types::Info& info() const { return info_; }

  Node* make(Op op, Pos pos, const types::Type* type, const syntax::Node* source = nullptr);
  Variable* make_variable(Function* function, std::string name, VariableClass kind, const types::Type* type, Pos pos);
  /// ".autotmp_N" of a function.
  Variable* make_temporary(Function* function, const types::Type* type, Pos pos);
  Node* name_of(Variable* variable, Pos pos, const syntax::Node* source = nullptr);
  Function* make_function(const types::Package* package);
  /// One whose text is part of another function.
  Function* make_function_in(const Function* outer);
  /// The view that `function` has of a variable of a function around it, first used at `pos`.
  Variable* capture(Function* function, Variable* outer, Pos pos);

 private:
  friend class FunctionLowering;
  void declare_parameters(Function* function);
  const MadeLiteral* keep(const MadeLiteral& made) {
    made_literals_.push_back(made);
    return &made_literals_.back();
  }

  types::Checker& checker_;
  types::TypeStore& types_;
  const types::Info& info_;
  Shapes shapes_;
  std::deque<Node> nodes_;
  std::deque<Variable> variables_;
  std::deque<Function> functions_;
  std::deque<MadeLiteral> made_literals_;
  InlinedCalls inlined_;
  uint32_t inlined_count_ = 0;
  using FunctionTable = std::map<std::pair<const types::Func*, std::vector<const types::Type*>>, Function*>;

  FunctionTable by_func_;
  const types::Package* home_ = nullptr;
  FunctionTable of_home_;  ///< instances
  bool has_bodies_ = false;
  std::unordered_map<const types::Package*, Function*> initializers_;
  std::vector<Function*> mentioned_;
  bool lists_everything_ = false;
  Dictionaries dictionaries_;
  std::map<Dictionary::Instance, Function*> wrappers_;
  Reading reading_{*this};
  std::vector<MethodWrapper> method_values_;
  std::vector<Remark> remarks_;
};

}  // namespace govm::inl
