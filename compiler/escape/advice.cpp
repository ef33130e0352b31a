// The words of explanations, and what could be done.
#include "compiler/escape/advice.h"

#include <fmt/format.h>

#include "compiler/escape/findings.h"
#include "compiler/inline/static_value.h"

namespace govm::escape {

using inl::Op;

namespace {

bool is_call(const Node* node) { return node->op == Op::CallFunc || node->op == Op::CallInter; }

bool is_known_call(const Node* node) { return node->op == Op::CallFunc && inl::static_callee(node->x).known(); }

bool is_standard_call(const Node* node) {
  if (node->op != Op::CallFunc) return false;
  const types::Func* func = inl::static_callee(node->x).func;
  return func != nullptr && func->package != nullptr && func->package->is_std;
}

}  // namespace

std::string callee_words(const Node* call, const inl::Text& text) {
  switch (call->op) {
    case Op::CallInter: return fmt::format("the interface method {}", text.node(call->x));
    case Op::CallFunc: {
      const inl::StaticCallee callee = inl::static_callee(call->x);
      if (callee.function != nullptr && callee.func == nullptr) return "a function literal";
      if (callee.known()) return text.node(call->x);
      // A dictionary has it.
      if (call->x->op == Op::ConvNop) return "a method of a type argument";
      return fmt::format("the function value {}", text.node(call->x));
    }
    case Op::Append: return "append";
    case Op::Copy: return "copy";
    case Op::Panic: return "panic";
    default: return text.node(call);
  }
}

std::string way_out_words(const WayOut& way, const inl::Text& text) {
  struct Row {
    std::string_view word, sentence;
  };
  static constexpr Row kRows[] = {
      {"return", "is returned"},
      {"send", "is sent to a channel"},
      {"reference", "is captured by reference by a function literal that escapes"},
      {"captured by a closure", "is captured by a function literal that escapes"},
      {"interface-converted", "is stored in an interface value that escapes"},
      {"key of map put", "is stored as a map's key"},
      {"map literal key", "is stored as a map's key"},
      {"map literal value", "is stored in a map"},
      {"slice-literal-element", "is stored in a slice that escapes"},
      {"array literal element", "is stored in an array that escapes"},
      {"struct literal element", "is stored in a struct that escapes"},
      {"callee operand", "is called, and what it returns may be kept"},
      {"appended slice...", "is appended element by element"},
      {"appendee slice", "is appended to, and its elements may be kept"},
      {"copied slice", "is copied element by element"},
      {"too large for stack", "too large for a frame: variables may have 128 KiB there, other values 64 KiB"},
      {"zero-sized element", "elements without size never lie in a frame"},
  };
  if (way.outlives_iteration) return fmt::format("is kept in {}, which is declared outside of the loop", way.dst->variable->name);
  if (way.where == nullptr && way.word.empty()) return "outlives the frame";
  if (!way.standard.empty()) return fmt::format("is passed to {}, which keeps it", way.standard);
  if (way.word == "call parameter") {
    if (way.where->op == Op::Append) return "is appended to a slice";
    if (way.where->op == Op::Panic) return "is given to panic";
    if (is_call(way.where) && !is_known_call(way.where))
      return fmt::format("is passed to {}, of which nothing is known", callee_words(way.where, text));
    return fmt::format("is passed to {}, which keeps it", callee_words(way.where, text));
  }
  for (const Row& row : kRows) {
    if (row.word == way.word) return std::string(row.sentence);
  }
  if (way.dst != nullptr && way.dst->variable != nullptr) return fmt::format("is kept in {}, which lives longer", way.dst->variable->name);
  return fmt::format("is stored by {}", text.node(way.where));
}

std::string advice_on(const Finding& finding, const WayOut& way, const Location& location, const inl::Text& text) {
  const bool is_variable = finding.kind == FindingKind::Variable;
  const bool is_object =
      is_variable || finding.role == SiteRole::New || (finding.role == SiteRole::CompositeLiteral && location.node->op == Op::PtrLit);
  if (way.word == "too large for stack") return "make it smaller, or make it once and use it again";
  if (!is_variable) {
    switch (finding.role) {
      case SiteRole::Box:
        return fmt::format("where this runs often, call something that takes {} itself: a generic function, strconv.Append…", finding.type);
      case SiteRole::Append: return "give it the capacity it will need once: make([]T, 0, n)";
      case SiteRole::Concat: return "where this runs often, append to one []byte, or use one strings.Builder";
      case SiteRole::Conversion: return "keep the text in one form, string or []byte, and convert it once";
      case SiteRole::Closure: return "pass what it captures as arguments to a function without captures";
      case SiteRole::GoDefer: return "";
      case SiteRole::MethodValue: return "call the method directly, or use a method expression";
      default: break;
    }
    if (location.node->op == Op::MapLit || location.node->op == Op::MakeMap) return "make it once, and clear() it to use it again";
    if (!is_object) {
      if (way.word == "return") return "let the caller pass the slice to fill: func(dst []T) []T";
      return "make it once outside of the loop, and use s[:0] again";
    }
  }
  const std::string& type = finding.type;
  if (way.outlives_iteration) return fmt::format("keep {} values instead of addresses, or declare it outside of the loop", type);
  if (way.word == "return") return fmt::format("return {} by value, or let the caller pass *{}", type, type);
  if (way.word == "send") return fmt::format("send {} values instead of addresses", type);
  if (way.word == "reference" || way.word == "captured by a closure")
    return is_variable ? "pass it to the literal as an argument, or let the literal see a copy that is never assigned again" : "";
  if (way.word == "interface-converted" || way.word == "slice-literal-element" || way.word.starts_with("map literal") ||
      way.word == "struct literal element")
    return fmt::format("store {} values instead of addresses", type);
  if (way.word == "call parameter" && way.where != nullptr) {
    if (way.where->op == Op::Append) return fmt::format("a slice of {} instead of *{}", type, type);
    if (way.where->op == Op::CallInter) return "call a method of the concrete type: then it is known what becomes of its arguments";
    // Nobody can change a function of std.
    if (!way.standard.empty() || is_standard_call(way.where)) return "";
    if (is_known_call(way.where))
      return fmt::format("if {} need not keep the pointer, let it take {} by value", callee_words(way.where, text), type);
    return "call a declared function: then it is known what becomes of its arguments";
  }
  if (way.word.starts_with("assign")) return fmt::format("store {} values instead of addresses, where nobody needs to see changes", type);
  return "";
}

}  // namespace govm::escape
