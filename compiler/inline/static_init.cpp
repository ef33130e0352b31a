// Package variables whose values the linker lays out, and parts of others.
#include <unordered_set>

#include "compiler/inline/passes.h"
#include "compiler/types/relations.h"
#include "compiler/types/sizes.h"

namespace govm::inl {
namespace {

class StaticInit {
 public:
  StaticInit(Lowering& session, Function* function) : session_(session), function_(function) {}

  void run() {
    std::vector<Node*> body;
    for (Node* node : function_->body) {
      if (node->op != Op::Assign || (node->x->variable != nullptr && node->x->variable->is_blank())) {
        bool plain = node->op == Op::Assign && is_static(node->y);
        if (!plain) body.push_back(node);
        continue;
      }
      left_over_.clear();
      if (assign(node->x, node->y)) {
        body.insert(body.end(), left_over_.begin(), left_over_.end());
      } else {
        body.push_back(node);
      }
    }
    function_->body = std::move(body);
  }

 private:
  /// Whether a value needs no code at all.
  bool is_static(Node* value) {
    left_over_.clear();
    return assign(nullptr, value) && left_over_.empty();
  }

  void dynamic(Node* target, Node* value) {
    Node* node = session_.make(Op::Assign, target != nullptr ? target->pos : value->pos, nullptr, value->source);
    node->x = target;
    node->y = value;
    left_over_.push_back(node);
  }

  /// Lays `value` out; parts that need code become assignments to `target`, which lies outside of every frame. False: all of it does.
  bool assign(Node* target, Node* value) {
    while (value->op == Op::ConvNop) value = value->x;
    switch (value->op) {
      case Op::Literal:
      case Op::Nil: return true;
      case Op::Name: return value->variable == nullptr && types::as_object<types::Func>(value->object) != nullptr;
      case Op::MethodExpr: return true;
      case Op::Closure: return value->function->captured.empty();
      case Op::Addr: {
        const Node* x = value->x;
        while (x->op == Op::Dot || (x->op == Op::Index && x->y->op == Op::Literal && types::as<types::Array>(x->x->type) != nullptr))
          x = x->x;
        return x->op == Op::Name && x->variable == nullptr;
      }
      case Op::PtrLit:
        if (!assign(target, value->x)) dynamic(target, value->x);
        return true;
      case Op::StrToBytes: return value->x->op == Op::Literal;
      case Op::SliceLit:
      case Op::ArrayLit:
      case Op::StructLit:
        for (Node* element : value->list) {
          Node* part = element->op == Op::StructKey ? element->x : element->op == Op::Key ? element->y : element;
          if (!assign(target, part)) dynamic(target, part);
        }
        return true;
      case Op::ConvIface: {
        Node* x = value;
        while (x->op == Op::ConvIface) x = x->x;
        if (types::is_interface(x->type)) return false;
        if (!assign(target, x)) dynamic(target, x);
        return true;
      }
      default: return false;
    }
  }

  Lowering& session_;
  Function* function_;
  std::vector<Node*> left_over_;
};

}  // namespace

void drop_static_initializers(Lowering& session, Function* initializers) { StaticInit(session, initializers).run(); }

}  // namespace govm::inl
