// Tables of operations; small questions about nodes.
#include "compiler/inline/tree.h"

#include <algorithm>

namespace govm::inl {
namespace {

struct OpRow {
  std::string_view name, text;
  int precedence;
};

constexpr OpRow kOps[] = {
#define OP(name, text, precedence) {#name, text, precedence},
#include "compiler/inline/ops.def"
};

}  // namespace

std::string_view op_name(Op op) { return kOps[static_cast<size_t>(op)].name; }
std::string_view op_text(Op op) { return kOps[static_cast<size_t>(op)].text; }
int op_precedence(Op op) { return kOps[static_cast<size_t>(op)].precedence; }

std::vector<Pos> places_of(const InlineContext* context, Pos own) {
  std::vector<Pos> places{own};
  for (; context != nullptr; context = context->parent) places.push_back(context->pos);
  std::ranges::reverse(places);
  return places;
}

Variable* outer_variable(const Node* expr) {
  for (;;) {
    switch (expr->op) {
      case Op::Name: return expr->variable;
      case Op::Dot: expr = expr->x; break;
      case Op::ConvNop:
      case Op::Conv: return nullptr;
      case Op::Index:
        if (types::as<types::Array>(expr->x->type) == nullptr) return nullptr;
        expr = expr->x;
        break;
      default: return nullptr;
    }
  }
}

void add_literals(const Function* function, std::vector<Function*>& to) {
  for (Function* literal : function->literals) {
    to.push_back(literal);
    add_literals(literal, to);
  }
}

}  // namespace govm::inl
