// Package variables whose values the linker lays out, and parts of others.
#include <unordered_map>

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
      case Op::Name:
        if (const auto given = given_.find(value->variable); given != given_.end()) return assign(target, given->second);
        return value->variable == nullptr && types::as_object<types::Func>(value->object) != nullptr;
      case Op::InlinedCall: {
        // errors.New("…") and its like: laid out if all of it can be.
        Node* result = result_of(value);
        const size_t left = left_over_.size();
        if (result != nullptr && assign(target, result) && left_over_.size() == left) return true;
        left_over_.resize(left);
        return false;
      }
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

  /// What an inlined function returns that does nothing else, its parameters being values of `given_`; null: it does more.
  Node* result_of(const Node* call) {
    const bool plain = call->init.size() == 2 && call->init[0]->op == Op::Assign2 && call->init[1]->op == Op::InlineMark &&
                       call->body.size() == 2 && call->body[0]->op == Op::Block && call->body[1]->op == Op::Label;
    if (!plain) return nullptr;
    const std::vector<Node*>& block = call->body[0]->body;
    if (block.size() != 3 || block[1]->op != Op::Assign2 || block[2]->op != Op::Goto || block[1]->list.size() != 1) return nullptr;
    const Node* parameters = call->init[0];
    if (parameters->list.size() != parameters->list2.size()) return nullptr;
    for (size_t i = 0; i < parameters->list.size(); ++i) {
      const Node* argument = parameters->list2[i];
      if (argument->op != Op::Literal && argument->op != Op::Nil) return nullptr;
      given_[parameters->list[i]->variable] = parameters->list2[i];
    }
    return block[1]->list2[0];
  }

  Lowering& session_;
  Function* function_;
  std::vector<Node*> left_over_;
  std::unordered_map<const Variable*, Node*> given_;  ///< parameters of inlined calls
};

}  // namespace

void drop_static_initializers(Lowering& session, Function* initializers) { StaticInit(session, initializers).run(); }

}  // namespace govm::inl
