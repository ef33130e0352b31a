// The lowered tree: functions as Go's compiler sees them when it inlines and analyses escape.
//
// Conversions, addresses and dereferences that the source leaves out are nodes; several values go through temporaries; the calls of
// go and defer statements stand in closures; generic functions are trees of their own for each list of shapes. Diagnostics print
// this tree, escape analysis walks it, and the inliner puts trees of callees into those of callers: it alone copies nodes, never the syntax
// tree they come from. A node remembers that: (source, context) identifies a site for later stages.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/position.h"
#include "compiler/constant/value.h"
#include "compiler/syntax/stmt.h"
#include "compiler/types/info.h"
#include "compiler/types/object.h"
#include "compiler/types/type.h"

namespace govm::escape {
struct Location;
}

namespace govm::inl {

enum class Op : uint8_t {
#define OP(name, text, precedence) name,
#include "compiler/inline/ops.def"
};

std::string_view op_text(Op op);  ///< as diagnostics print it
std::string_view op_name(Op op);  ///< "ConvNop"
int op_precedence(Op op);
inline bool is_binary(Op op) { return op >= Op::Mul && op <= Op::OrOr; }
inline bool is_conversion(Op op) { return op >= Op::Conv && op <= Op::SliceToArrPtr; }
inline bool is_assign2(Op op) { return op >= Op::Assign2 && op <= Op::Assign2Recv; }

struct Function;
struct Node;

/// One inlined call: which copy of its text a node belongs to. The chain of parents leads to the function that holds the node; the
/// nodes of a function literal that was copied with its function have the context of that copy.
struct InlineContext {
  const InlineContext* parent = nullptr;
  const syntax::Node* call = nullptr;  ///< the call that was inlined; null for one that the compiler makes
  Pos pos;                             ///< of the call in its own text
  Function* callee = nullptr;
  const types::Type* receiver = nullptr;  ///< of a call through an interface: the type that it always holds
};

/// The places of a node in a copy of a text: the call in the function that holds it, the calls inside, then its own.
std::vector<Pos> places_of(const InlineContext* context, Pos own);

enum class VariableClass : uint8_t { Param, Result, Auto, Captured };

/// A variable of one function: declared, a temporary, or its view of one that it captures.
struct Variable {
  std::string name;  ///< "x", "~r0", ".autotmp_3", ".dict"; "_" for blank ones
  VariableClass kind = VariableClass::Auto;
  const types::Var* var = nullptr;  ///< null for temporaries and dictionaries
  const types::Type* type = nullptr;
  Pos pos;
  Function* function = nullptr;            ///< that declares it, or captures it
  Variable* outer = nullptr;               ///< Captured: the variable of the function around
  const InlineContext* context = nullptr;  ///< the copy of its text that it belongs to
  Node* definition = nullptr;              ///< the statement that declares it with a value, or the type switch's guard
  bool addressed = false;                  ///< its address is taken
  bool inlined_formal = false;             ///< was a parameter or result of an inlined function
  bool is_temporary() const { return var == nullptr && !name.empty() && name[0] == '.'; }
  bool is_blank() const { return name == "_"; }
  bool is_dictionary() const { return var == nullptr && name.ends_with(".dict"); }

  escape::Location* location = nullptr;  ///< while escape analysis works on its function

  /// The declared variable behind captures.
  Variable* canonical() {
    Variable* at = this;
    while (at->outer != nullptr) at = at->outer;
    return at;
  }
};

/// A node of any operation; which fields are used depends on it.
///   Name          variable, or function (declared), or global
///   Closure       function
///   MethodExpr    function (null: no body here), method, text
///   selectors     x, text
///   …DotType      x, flag (the comma-ok form)
///   Slice…        x, list (low, high, max; null where absent), flag (three indices)
///   literals      list; Key and StructKey have x, y
///   calls         x (callee), list (arguments), flag (last one spread), text (of one that lines show as inlined: its result)
///   InlinedCall   init (parameters get their values), body, list (result variables), function (callee)
///   unary, conv   x; binary x, y; Make… x (length), y (capacity)
///   Assign…       Assign, AssignOp x, y; Assign2… list, list2; define
///   If, For       x (condition), y (post), body, body2 (else)
///   Range         x, list (key, value; null where absent), body
///   Go, Defer     x (call), y (the frame that a defer in a range-over-func body belongs to)
///   Switch        x (tag or TypeGuard), cases in body; Case and Comm: list, variable, x (communication), body
struct Node {
  Op op = Op::Nil;
  bool implicit = false;  ///< not printed
  bool define = false;    ///< := ; of a statement that declares
  bool flag = false;
  bool distinct = false;   ///< loops: each iteration has its own variables
  bool no_inline = false;  ///< a call that go and defer wrap
  bool is_inc_dec = false;
  Op operation = Op::Nil;  ///< of AssignOp
  Pos pos;                 ///< where diagnostics put it; of an inlined node the outermost call's
  Pos own_pos;             ///< where it stands in its own text
  const types::Type* type = nullptr;
  const syntax::Node* source = nullptr;
  const InlineContext* context = nullptr;
  Node* x = nullptr;
  Node* y = nullptr;
  Variable* variable = nullptr;
  Function* function = nullptr;
  const types::Object* object = nullptr;  ///< Name of a function without tree or a global; MethodExpr, DotInter: the method
  const types::Type* receiver = nullptr;  ///< of a call that was devirtualised: the type that the interface holds
  constant::Value value;
  std::string text;
  std::string_view told_sites;  ///< of a call that lines show as inlined: the values that the inlined text makes (VerdictTable::sites_in)
  std::vector<Node*> init;      ///< statements that run before
  std::vector<Node*> list;
  std::vector<Node*> list2;
  std::vector<Node*> body;
  std::vector<Node*> body2;
};

/// What the inliner knows of a function.
struct InlineVerdict {
  bool judged = false;
  bool can = false;
  int cost = 0;
  bool compared = false;  ///< of std: whether `like_go` is known
  bool like_go = false;   ///< of std: the text here does what Go's does
};

/// What a function literal calls that the compiler makes for the value of a function or method (types/made_literal.h): the function, with
/// what has been captured (receiver, dictionary) in front of the literal's own parameters.
struct MadeLiteral {
  const syntax::Expr* value = nullptr;  ///< what it stands for
  Node* callee = nullptr;               ///< null: the first of the captured variables is called
  bool is_variadic = false;
  const types::Selection* expression = nullptr;  ///< a method expression: its receiver is the first parameter, the dictionary comes behind
};

/// A loop whose variables, or some of them, are new ones in each iteration.
struct SeparatedLoop {
  Node* loop;
  std::vector<const Variable*> variables;
};

/// A declared function or an instance of a generic one for shapes, a function literal, one that the compiler makes, the closure of a go or
/// defer statement, or the initialisers of a package.
struct Function {
  const types::Func* func = nullptr;
  std::vector<const types::Type*> shapes;  ///< type arguments, the receiver's first
  const syntax::FuncLit* literal = nullptr;
  const syntax::CallStmt* statement = nullptr;  ///< of a wrapper closure
  const MadeLiteral* made = nullptr;
  const types::Package* initializes = nullptr;
  const types::Package* package = nullptr;
  const types::Package* home = nullptr;    ///< whose names stand unqualified in lines about it
  Function* outer = nullptr;               ///< the function around a literal
  const types::Func* text_of = nullptr;    ///< the declared function whose text it is part of; null in initialisers
  const InlineContext* context = nullptr;  ///< of a literal that was copied with the text around it
  std::string name;                        ///< in the package of its text: "f", "(*T).m", "f.func1", "f[go.shape.int]"
  Pos pos;
  const types::Signature* signature = nullptr;  ///< of the source; parameter types are those of `declared`
  std::vector<Variable*> declared;              ///< receiver, dictionary, parameters, results, locals and temporaries
  std::vector<Variable*> params;                ///< receiver, dictionary, parameters
  std::vector<Variable*> results;
  std::vector<Variable*> captured;
  std::vector<Node*> body;
  std::vector<Function*> literals;
  std::vector<SeparatedLoop> separated;  ///< after `separate_iterations`
  bool is_method = false;                ///< params[0] is the receiver
  bool is_wrapper = false;               ///< made by the compiler: prints nothing of its own
  bool is_only_named = false;            ///< an instance that only inlined texts call: what it leaks is not known
  bool is_instance = false;              ///< of a generic function: no lines about its parameters
  bool lowered = false;
  uint32_t literal_count = 0;
  uint32_t range_body_count = 0;  ///< literals that are bodies of range-over-func loops
  uint32_t wrapper_count = 0;     ///< go and defer closures
  uint32_t inline_label_count = 0;
  InlineVerdict inlining;

  // escape analysis
  bool results_lost = false;
  bool analyzed = false;
  bool in_work = false;

  bool is_closure() const { return !captured.empty(); }
  bool is_literal() const { return literal != nullptr || statement != nullptr || made != nullptr; }
  /// That of the declared function whose text it is part of.
  const types::Package* package_of_text() const { return text_of != nullptr ? text_of->package : package; }
  bool encloses(const Function* other) const {
    for (const Function* at = other->outer; at != nullptr; at = at->outer) {
      if (at == this) return true;
    }
    return false;
  }
};

/// Calls `visit` with each direct part of a node, in the order of Go's compiler; parts that are null are left out.
template <class Visit>
void for_each_part(const Node* node, Visit&& visit) {
  auto all = [&](const std::vector<Node*>& nodes) {
    for (Node* part : nodes) {
      if (part != nullptr) visit(part);
    }
  };
  auto one = [&](Node* part) {
    if (part != nullptr) visit(part);
  };
  all(node->init);
  if (node->op == Op::Range || node->op == Op::Comm) {
    one(node->x);
    all(node->list);
    all(node->body);
    return;
  }
  if (node->op == Op::InlinedCall) {
    all(node->body);
    return all(node->list);
  }
  one(node->x);
  one(node->y);
  all(node->list);
  all(node->list2);
  all(node->body);
  all(node->body2);
}

/// Appends the function's literals and theirs, each directly before its own.
void add_literals(const Function* function, std::vector<Function*>& to);

/// Calls `visit` with a node and everything below, parents first; the bodies of function literals are left out.
template <class Visit>
void walk_tree(Node* node, Visit&& visit) {
  visit(node);
  for_each_part(node, [&](Node* part) { walk_tree(part, visit); });
}
template <class Visit>
void walk_tree(const std::vector<Node*>& nodes, Visit&& visit) {
  for (Node* node : nodes) walk_tree(node, visit);
}

/// The variable whose memory an expression is a part of: x of x.f[2]; null if it lies behind a pointer.
Variable* outer_variable(const Node* expr);

}  // namespace govm::inl
