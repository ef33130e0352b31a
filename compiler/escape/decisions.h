// What escape analysis decided: the result that later stages read.
//
// Keyed by variable, or by AST node and what is made there (a node can make two things: a concatenation that
// is boxed). One table serves the session; it grows as std bodies are analysed late. Anything the analysis
// has not seen counts as "heap", captures as "by reference": the safe answers.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/position.h"
#include "compiler/types/object.h"

namespace govm::inl {
struct InlineContext;
class InlinedCalls;
}  // namespace govm::inl

namespace govm::escape {

/// What is made at a node.
enum class SiteRole : uint8_t {
  New,               ///< new(T): the CallExpr
  CompositeLiteral,  ///< &T{…} (the UnaryExpr, or the CompositeLit where & is elided), []T{…}, map literal (the CompositeLit)
  Make,              ///< make of a slice or map: the CallExpr
  Closure,           ///< the FuncLit
  MethodValue,       ///< the SelectorExpr
  Box,               ///< conversion to interface: the operand, or the CallExpr of an explicit conversion
  Concat,            ///< the outermost BinaryExpr of a chain of + on strings, or the AssignStmt of +=
  Conversion,        ///< string, []byte, []rune: the CallExpr
  Append,            ///< the CallExpr
  VariadicSlice,     ///< the ... argument: the CallExpr
  GoDefer,           ///< the wrapper closure of a go or defer statement: the CallStmt
};

enum class Placement : uint8_t { Heap, Frame };

/// Decision about one site or variable.
struct Decision {
  Placement placement = Placement::Heap;
  bool zero_copy = false;         ///< Conversion string -> []byte without a copy (escape-analysis.md 1.17)
  bool grows_in_steps = false;    ///< Append: its buffer is filled size class by size class, as the capacity is looked at
  bool boxes_constant = false;    ///< Box: of what is read-only data, also by way of a variable that is assigned once (1.13)
  int64_t constant_length = -1;   ///< Make: the size that a once-assigned variable is replaced by (1.13)
  std::string what;               ///< as -m prints the site; of an implicit conversion to interface with the interface: "x -> any"
  std::string why;                ///< a sentence; empty unless reasons were asked for
  std::vector<std::string> flow;  ///< steps of the path that decided: "13:9 address-of"
};

/// A variable captured by a function literal.
struct Capture {
  const types::Var* var = nullptr;
  bool by_value = false;
};

/// A slice whose first elements move out of the frame before a statement (escape-analysis.md 3, "late move to heap").
struct MovedSlice {
  const types::Var* slice = nullptr;
  bool keeps_capacity = false;
};

/// All decisions of a session.
class Decisions {
 public:
  /// Whether a local variable or parameter was moved to the heap. In inlined text one whose address is taken is, unless it was seen.
  bool is_heap(const types::Var* var, const inl::InlineContext* context = nullptr) const;
  /// Whether a variable's address is taken, explicitly or by a capture by reference.
  bool is_address_taken(const types::Var* var) const;
  /// Whether each iteration of its loop has its own (escape-analysis.md 1.8).
  bool is_per_iteration(const types::Var* var) const;
  /// The decision of a site; null if the analysis has not seen it.
  const Decision* find(const void* node, SiteRole role, const inl::InlineContext* context = nullptr) const;
  /// What a literal captures, in order of first mention (inner literals' captures included).
  std::span<const Capture> captures(const syntax::FuncLit* literal) const;
  /// The slices that move before a statement or variable declaration. Their decisions are (node, Append).
  std::span<const MovedSlice> moved_before(const syntax::Node* node, const inl::InlineContext* context = nullptr) const;

  /// The copy of the callee's text that stands in place of a call (compiler/inline/inlined_calls.h); null if the call remains.
  const inl::InlineContext* inlined_at(const syntax::Node* call, const inl::InlineContext* context, const void* shape) const;
  /// Whether nothing uses a literal's value because its calls have been inlined.
  bool is_dropped(const syntax::Node* literal, const inl::InlineContext* context, const void* shape) const;

  void set_inlined_calls(const inl::InlinedCalls* calls) { inlined_calls_ = calls; }
  void set_heap(const types::Var* var);
  void set_address_taken(const types::Var* var);
  void set_per_iteration(const types::Var* var);
  Decision& site(const void* node, SiteRole role, const inl::InlineContext* context = nullptr);
  void set_captures(const syntax::FuncLit* literal, std::vector<Capture> captures);
  /// A slice that no pointer leads to in this copy of its text, whatever the text says.
  void set_unshared(const types::Var* slice, const inl::InlineContext* context) { unshared_.insert({slice, context, SiteRole::Append}); }
  /// In its own text.
  void unset_unshared(const types::Var* slice) { unshared_.erase({slice, nullptr, SiteRole::Append}); }
  bool is_unshared(const types::Var* slice, const inl::InlineContext* context) const {
    return unshared_.contains({slice, context, SiteRole::Append});
  }
  void add_moved(const syntax::Node* node, const inl::InlineContext* context, MovedSlice slice) {
    late_moves_[{node, context, SiteRole::Append}].push_back(slice);
  }
  void remove_moved(const syntax::Node* node, const inl::InlineContext* context, const types::Var* slice) {
    std::erase_if(late_moves_[{node, context, SiteRole::Append}], [&](const MovedSlice& moved) { return moved.slice == slice; });
  }
  /// Why a variable was moved.
  Decision& variable(const types::Var* var, const inl::InlineContext* context = nullptr) { return moved_[{var, context, SiteRole::New}]; }
  const Decision* find_variable(const types::Var* var, const inl::InlineContext* context = nullptr) const;

 private:
  struct Key {
    const void* node;
    const void* context;
    SiteRole role;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    size_t operator()(const Key& key) const;
  };
  enum Flag : uint8_t { kHeap = 1, kAddressTaken = 2, kPerIteration = 4 };
  void set(const types::Var* var, Flag flag);
  bool has(const types::Var* var, Flag flag) const;

  std::vector<uint8_t> flags_;  ///< by Var::id
  std::unordered_map<Key, Decision, KeyHash> sites_;
  std::unordered_map<const syntax::FuncLit*, std::vector<Capture>> captures_;
  std::unordered_map<Key, Decision, KeyHash> moved_;  ///< by variable; the role says nothing
  const inl::InlinedCalls* inlined_calls_ = nullptr;
  std::unordered_set<Key, KeyHash> unshared_;
  std::unordered_map<Key, std::vector<MovedSlice>, KeyHash> late_moves_;  ///< by statement
};

}  // namespace govm::escape
