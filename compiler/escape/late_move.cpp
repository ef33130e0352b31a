// One walk over a body that counts the uses of each slice: all of them, and those that leave it to the function alone.
#include "compiler/escape/late_move.h"

#include <unordered_map>
#include <unordered_set>

#include "compiler/syntax/visit.h"
#include "compiler/types/relations.h"

namespace govm::escape {
namespace {

using syntax::NodeKind;
using types::as_object;
using types::Var;

/// An append that no loop repeats gains nothing.
constexpr int kLeastWeight = 2;

struct Slice {
  const Var* var = nullptr;
  int uses = 0;
  int own_uses = 0;  ///< those after which nobody else knows its elements
  int depth = 0;     ///< of loops around the declaration
  int weight = 0;    ///< of appends, those in loops count more
  bool given_up = false;
  LateMove move;
};

class Walk {
 public:
  Walk(const types::Info& info, const std::function<bool(const syntax::CallExpr*, size_t)>& leaks) : info_(info), leaks_(leaks) {}

  std::vector<LateMove> run(std::span<const Var* const> locals, const syntax::BlockStmt* body) {
    for (const Var* var : locals) {
      if (types::as<types::Slice>(var->type) == nullptr) continue;
      Slice& slice = slices_[var];
      slice.var = var;
      order_.push_back(var);
      if (var->var_kind == types::VarKind::Result) results_.push_back(var);
    }
    if (slices_.empty()) return {};
    visit(body);
    std::vector<LateMove> moves;
    for (const Var* var : order_) {
      Slice& slice = slices_[var];
      if (slice.given_up || slice.uses != slice.own_uses || slice.move.place == nullptr || slice.weight < kLeastWeight) continue;
      slice.move.slice = var;
      moves.push_back(std::move(slice.move));
    }
    return moves;
  }

 private:
  Slice* slice_of(const syntax::Expr* expr) {
    const auto* name = expr != nullptr ? syntax::as<syntax::Name>(syntax::unparen(expr)) : nullptr;
    const auto* var = name != nullptr ? as_object<Var>(info_.object_of(name)) : nullptr;
    auto it = var != nullptr ? slices_.find(var) : slices_.end();
    return it != slices_.end() ? &it->second : nullptr;
  }

  bool is_nil(const syntax::Expr* expr) const { return info_.mode_of(syntax::unparen(expr)) == types::Mode::Nil; }

  /// From here on somebody else may know the slice. Only one such place is kept track of, and none in a loop.
  void hand_on(Slice& slice, const syntax::Node* place) {
    if (slice.move.place != nullptr || depth_ > slice.depth) {
      slice.given_up = true;
    } else {
      slice.move.place = place;
    }
  }

  void assign(const syntax::Expr* to, const syntax::Expr* value, const syntax::Node* place) {
    if (Slice* slice = slice_of(to)) assign_to(*slice, value);
    Slice* given = slice_of(value);
    if (given == nullptr) return;
    const types::Type* type = info_.type_of(to);
    bool converted = type != nullptr && !types::identical(type, given->var->type);
    if (converted) return;
    ++given->own_uses;
    hand_on(*given, place);
  }

  /// The values with which a slice stays its function's own.
  void assign_to(Slice& slice, const syntax::Expr* value) {
    value = value != nullptr ? syntax::unparen(value) : nullptr;
    if (value == nullptr || is_nil(value)) {
      ++slice.own_uses;
    } else if (const auto* literal = syntax::as<syntax::CompositeLit>(value)) {
      if (!types::identical(info_.type_of(literal), slice.var->type)) return;
      ++slice.own_uses;
      slice.move.keeps_capacity = true;
    } else if (const auto* part = syntax::as<syntax::SliceExpr>(value)) {
      if (slice_of(part->x) != &slice || part->full) return;
      slice.own_uses += 2;
      slice.move.keeps_capacity = true;
    } else if (const auto* call = syntax::as<syntax::CallExpr>(value)) {
      if (!is_append(call) || call->args.empty() || slice_of(call->args[0]) != &slice) return;
      slice.own_uses += 2;
      slice.move.appends.push_back(call);
      slice.weight += 1 + (depth_ - slice.depth);
    }
  }

  bool is_append(const syntax::CallExpr* call) const {
    const auto* name = syntax::as<syntax::Name>(syntax::unparen(call->fun));
    const auto* builtin = name != nullptr ? as_object<types::Builtin>(info_.object_of(name)) : nullptr;
    return builtin != nullptr && builtin->id == types::BuiltinId::Append;
  }

  void visit_children(const syntax::Node* node) {
    syntax::for_each_child(node, [this](const syntax::Node* child) { visit(child); });
  }

  void visit_deeper(const syntax::Node* node) {
    ++depth_;
    visit_children(node);
    --depth_;
  }

  void visit(const syntax::Node* node) {
    switch (node->kind) {
      case NodeKind::Name: return mention(syntax::cast<syntax::Name>(node));
      case NodeKind::FuncLit: return capture(node);
      case NodeKind::IndexExpr:
        if (Slice* slice = slice_of(syntax::cast<syntax::IndexExpr>(node)->x)) ++slice->own_uses;
        return visit_children(node);
      case NodeKind::UnaryExpr: {
        const auto* unary = syntax::cast<syntax::UnaryExpr>(node);
        if (unary->op == syntax::Operator::And) take_address(unary->x);
        return visit_children(node);
      }
      case NodeKind::SliceExpr: {
        const auto* part = syntax::cast<syntax::SliceExpr>(node);
        const types::Type* type = info_.type_of(part->x);
        if (type != nullptr && types::as<types::Array>(type) != nullptr) take_address(part->x);
        return visit_children(node);
      }
      case NodeKind::SelectorExpr: {
        const auto* selector = syntax::cast<syntax::SelectorExpr>(node);
        const types::Selection* selection = info_.selection_of(selector);
        const auto* method = selection != nullptr ? as_object<types::Func>(selection->object) : nullptr;
        if (method != nullptr && method->pointer_receiver) take_address(selector->x);
        return visit(selector->x);
      }
      case NodeKind::CallExpr: return visit_call(syntax::cast<syntax::CallExpr>(node));
      case NodeKind::ReturnStmt: return visit_return(syntax::cast<syntax::ReturnStmt>(node));
      case NodeKind::AssignStmt: {
        const auto* stmt = syntax::cast<syntax::AssignStmt>(node);
        for (size_t i = 0; i < stmt->lhs.size() && stmt->op == syntax::Operator::None && stmt->lhs.size() == stmt->rhs.size(); ++i) {
          assign(stmt->lhs[i], stmt->rhs[i], stmt);
        }
        return visit_children(node);
      }
      case NodeKind::VarDecl: {
        const auto* decl = syntax::cast<syntax::VarDecl>(node);
        for (size_t i = 0; i < decl->names.size(); ++i) {
          if (decl->values.empty()) assign(decl->names[i], nullptr, decl);
          if (decl->values.size() == decl->names.size()) assign(decl->names[i], decl->values[i], decl);
        }
        return visit_children(node);
      }
      case NodeKind::ForStmt: {
        // The clause keeps a pointer to the elements.
        const auto* loop = syntax::cast<syntax::ForStmt>(node);
        Slice* slice = loop->range != nullptr ? slice_of(loop->range->x) : nullptr;
        if (slice != nullptr) {
          ++slice->own_uses;
          hand_on(*slice, loop);
        }
        return visit_deeper(node);
      }
      default: return visit_children(node);
    }
  }

  void mention(const syntax::Name* name) {
    Slice* slice = slice_of(name);
    if (slice == nullptr) return;
    ++slice->uses;
    if (slice->var->pos == name->pos) slice->depth = depth_;
  }

  /// A capture is a use of another kind.
  void capture(const syntax::Node* literal) {
    syntax::walk(literal, [this](const syntax::Node* node) {
      if (node->kind != NodeKind::Name) return true;
      if (Slice* slice = slice_of(static_cast<const syntax::Expr*>(node))) slice->given_up = true;
      return true;
    });
  }

  /// &s[i].f[j] points to the elements of s.
  void take_address(const syntax::Expr* expr) {
    for (;;) {
      expr = syntax::unparen(expr);
      if (const auto* selector = syntax::as<syntax::SelectorExpr>(expr)) {
        const types::Selection* selection = info_.selection_of(selector);
        if (selection == nullptr || selection->indirect) return;
        expr = selector->x;
      } else if (const auto* index = syntax::as<syntax::IndexExpr>(expr)) {
        const types::Type* type = info_.type_of(index->x);
        if (type == nullptr || types::as<types::Array>(type) == nullptr) {
          if (Slice* slice = slice_of(index->x)) slice->given_up = true;
          return;
        }
        expr = index->x;
      } else {
        return;
      }
    }
  }

  void visit_call(const syntax::CallExpr* call) {
    const auto* name = syntax::as<syntax::Name>(syntax::unparen(call->fun));
    const auto* builtin = name != nullptr ? as_object<types::Builtin>(info_.object_of(name)) : nullptr;
    for (size_t i = 0; i < call->args.size(); ++i) {
      Slice* slice = slice_of(call->args[i]);
      if (slice == nullptr) continue;
      if (builtin != nullptr) {
        bool is_cap = builtin->id == types::BuiltinId::Cap;
        if (is_cap || builtin->id == types::BuiltinId::Len) ++slice->own_uses;
        slice->move.keeps_capacity |= is_cap;
      } else if (!info_.is_type(call->fun) && !leaks_(call, i)) {
        ++slice->own_uses;
        slice->move.keeps_capacity = true;
      }
    }
    visit_children(call);
  }

  void visit_return(const syntax::ReturnStmt* stmt) {
    for (const syntax::Expr* result : stmt->results) {
      if (Slice* slice = slice_of(result)) {
        ++slice->own_uses;
        hand_on(*slice, stmt);
      }
    }
    if (stmt->results.empty()) {
      for (const Var* result : results_) hand_on(slices_[result], stmt);
    }
    visit_children(stmt);
  }

  const types::Info& info_;
  const std::function<bool(const syntax::CallExpr*, size_t)>& leaks_;
  std::unordered_map<const Var*, Slice> slices_;
  std::vector<const Var*> order_;
  std::vector<const Var*> results_;
  int depth_ = 0;
};

}  // namespace

std::vector<LateMove> find_late_moves(const types::Info& info, std::span<const types::Var* const> locals, const syntax::BlockStmt* body,
                                      const std::function<bool(const syntax::CallExpr*, size_t)>& leaks) {
  return body != nullptr ? Walk(info, leaks).run(locals, body) : std::vector<LateMove>();
}

}  // namespace govm::escape
