// One walk over a function that counts the uses of each slice: all of them, and those that leave it to the function alone.
#include "compiler/escape/late_move.h"

#include <unordered_map>
#include <utility>

#include "compiler/types/relations.h"
#include "compiler/types/sizes.h"

namespace govm::escape {
namespace {

using inl::Node;
using inl::Op;
using inl::Variable;

/// An append that no loop repeats gains nothing.
constexpr int kLeastWeight = 2;
constexpr int64_t kMostElementBytes = 32;

struct Slice {
  int uses = 0;
  int own_uses = 0;  ///< those after which nobody else knows its elements
  int depth = 0;     ///< of loops around the declaration
  int weight = 0;    ///< of appends, those in loops count more
  bool given_up = false;
  bool shared = false;  ///< a closure or a pointer has it
  LateMove move;
};

bool is_slice(const types::Type* type) {
  const auto* slice = types::as<types::Slice>(type);
  return slice != nullptr && (types::is_parameterized(slice->elem) || types::size_of(slice->elem) <= kMostElementBytes);
}

class Walk {
 public:
  explicit Walk(const std::function<bool(const Node*, size_t)>& leaks) : leaks_(leaks) {}

  LateMoves run(const inl::Function& function) {
    for (const Variable* variable : function.declared) {
      if (variable->var == nullptr || !is_slice(variable->type)) continue;
      slices_[variable].move.slice = variable;
      order_.push_back(variable);
    }
    if (slices_.empty()) return {};
    results_.assign(function.results.begin(), function.results.end());
    visit_all(function.body);
    LateMoves found;
    for (const Variable* variable : order_) {
      Slice& slice = slices_[variable];
      if (!slice.shared) found.unshared.push_back(variable);
      if (slice.given_up || slice.uses != slice.own_uses || slice.move.place == nullptr || slice.weight < kLeastWeight) continue;
      found.moves.push_back(std::move(slice.move));
    }
    return found;
  }

 private:
  Slice* slice_of(const Node* node) {
    if (node == nullptr || node->op != Op::Name || node->variable == nullptr) return nullptr;
    const auto found = slices_.find(node->variable->canonical());
    return found != slices_.end() && !found->second.given_up ? &found->second : nullptr;
  }

  /// From here on somebody else may know the slice. Only one such place is kept track of, and none in a loop. A place must be a statement
  /// of the source: what Go moves before the arguments of an inlined call stays on the heap here.
  void hand_on(Slice& slice, const Node* statement) {
    const syntax::Node* place = statement->source;
    const bool is_statement = place != nullptr && (syntax::is_stmt_kind(place->kind) || place->kind == syntax::NodeKind::VarDecl);
    if (slice.move.place != nullptr || depth_ > slice.depth || !is_statement) {
      slice.given_up = true;
      return;
    }
    slice.move.place = place;
    // The assignment to an inlined function's results belongs to its caller, the return statement does not.
    slice.move.context = left_ != nullptr && left_->source == place ? left_->context : statement->context;
  }

  void assign(const Node* to, const Node* value, const Node* statement) {
    if (Slice* slice = slice_of(to)) assign_to(*slice, to, value);
    if (Slice* given = slice_of(value)) {
      ++given->own_uses;
      hand_on(*given, statement);
    }
  }

  /// The values with which a slice stays its function's own.
  void assign_to(Slice& slice, const Node* to, const Node* value) {
    if (value == nullptr || value->op == Op::Nil) {
      ++slice.own_uses;
    } else if (value->op == Op::SliceLit) {
      ++slice.own_uses;
      slice.move.keeps_capacity = true;
    } else if (value->op == Op::Slice && !value->flag && is_same(value->x, to)) {
      slice.own_uses += 2;
      slice.move.keeps_capacity = true;
    } else if (value->op == Op::Append && is_same(value->list[0], to)) {
      slice.own_uses += 2;
      slice.move.appends.push_back(value);
      slice.weight += 1 + (depth_ - slice.depth);
    }
  }

  static bool is_same(const Node* a, const Node* b) {
    return a->op == Op::Name && a->variable != nullptr && a->variable->canonical() == b->variable->canonical();
  }

  void visit_all(const std::vector<Node*>& nodes) {
    for (const Node* node : nodes) visit(node);
  }

  void visit_parts(const Node* node) {
    inl::for_each_part(node, [this](const Node* part) { visit(part); });
  }

  void visit(const Node* node) {
    switch (node->op) {
      case Op::Name:
        if (Slice* slice = slice_of(node)) ++slice->uses;
        return visit_parts(node);
      case Op::Decl: {
        const auto found = slices_.find(node->variable != nullptr ? node->variable->canonical() : nullptr);
        if (found != slices_.end()) found->second.depth = depth_;
        return visit_parts(node);
      }
      case Op::Index:
      case Op::Len:
        if (Slice* slice = slice_of(node->x)) ++slice->own_uses;
        return visit_parts(node);
      case Op::Cap:
        if (Slice* slice = slice_of(node->x)) {
          ++slice->own_uses;
          slice->move.keeps_capacity = true;
        }
        return visit_parts(node);
      case Op::Addr: take_address(node->x); return visit_parts(node);
      case Op::Return: {
        for (const Node* result : node->list) {
          if (Slice* slice = slice_of(result)) {
            ++slice->own_uses;
            hand_on(*slice, node);
          }
        }
        for (const Variable* result : results_) {
          const auto found = slices_.find(result);
          if (node->list.empty() && found != slices_.end() && !found->second.given_up) hand_on(found->second, node);
        }
        return visit_parts(node);
      }
      case Op::CallFunc:
        for (size_t i = 0; i < node->list.size(); ++i) {
          Slice* slice = slice_of(node->list[i]);
          if (slice == nullptr || leaks_(node, i)) continue;
          ++slice->own_uses;
          slice->move.keeps_capacity = true;
        }
        return visit_parts(node);
      case Op::Closure:
        for (const Variable* captured : node->function->captured) {
          const auto found = slices_.find(captured->outer != nullptr ? captured->outer->canonical() : captured);
          if (found == slices_.end()) continue;
          ++found->second.uses;
          found->second.shared = true;
        }
        return visit_parts(node);
      case Op::Assign: assign(node->x, node->y, node); return visit_parts(node);
      case Op::Assign2:
        for (size_t i = 0; i < node->list.size() && i < node->list2.size(); ++i) assign(node->list[i], node->list2[i], node);
        return visit_parts(node);
      case Op::Range:
        // The clause keeps a pointer to the elements.
        if (Slice* slice = slice_of(node->x)) {
          ++slice->own_uses;
          hand_on(*slice, node);
        }
        return visit_deeper(node);
      case Op::For: return visit_deeper(node);
      case Op::Block: {
        const bool leaves = node->source != nullptr && node->source->kind == syntax::NodeKind::ReturnStmt;
        const Node* outer = std::exchange(left_, leaves ? node : left_);
        visit_parts(node);
        left_ = outer;
        return;
      }
      default: return visit_parts(node);
    }
  }

  void visit_deeper(const Node* node) {
    ++depth_;
    visit_parts(node);
    --depth_;
  }

  /// &s[i].f[j] points to the elements of s.
  void take_address(const Node* node) {
    if (Variable* variable = node->op == Op::Name ? node->variable : nullptr) {
      const auto found = slices_.find(variable->canonical());
      if (found != slices_.end()) found->second.shared = true;
    }
    while (node != nullptr) {
      if (node->op == Op::Dot) {
        node = node->x;
      } else if (node->op == Op::Index) {
        if (types::as<types::Array>(node->x->type) == nullptr) {
          if (Slice* slice = slice_of(node->x)) slice->given_up = true;
          return;
        }
        node = node->x;
      } else {
        return;
      }
    }
  }

  const std::function<bool(const Node*, size_t)>& leaks_;
  std::unordered_map<const Variable*, Slice> slices_;
  std::vector<const Variable*> order_;
  std::vector<const Variable*> results_;
  const Node* left_ = nullptr;  ///< the return statement of an inlined function that the walk is in
  int depth_ = 0;
};

}  // namespace

LateMoves find_late_moves(const inl::Function& function, const std::function<bool(const Node*, size_t)>& leaks) {
  return Walk(leaks).run(function);
}

}  // namespace govm::escape
