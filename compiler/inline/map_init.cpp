// Package variables with large map literals: Go's compiler gives each a function of its own, which goes with the variable if nothing uses
// it. Only lines tell of them.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/inline/passes.h"
#include "compiler/types/relations.h"

namespace govm::inl {
namespace {

constexpr size_t kLeastNodes = 20;

// Source of the rules: isSideEffect in Go's cmd/compile/internal/staticinit.
bool has_effect(const Node* node) {
  switch (node->op) {
    case Op::Name:
    case Op::TypeExpr:
    case Op::Literal:
    case Op::Nil:
    case Op::MapLit:
    case Op::StructLit:
    case Op::ArrayLit:
    case Op::SliceLit:
    case Op::PtrLit:
    case Op::Key:
    case Op::StructKey:
    case Op::Conv:
    case Op::ConvNop:
    case Op::ConvIface:
    case Op::BytesToStr:
    case Op::RunesToStr:
    case Op::RuneToStr:
    case Op::StrToBytes:
    case Op::StrToRunes:
    case Op::AddString:
    case Op::Addr:
    case Op::Dot:
    case Op::New:
    case Op::Len:
    case Op::Cap:
    case Op::Real:
    case Op::Imag:
    case Op::Complex:
    case Op::Plus:
    case Op::Neg:
    case Op::Not:
    case Op::BitNot: return false;
    case Op::Div:
    case Op::Mod: return node->y->op != Op::Literal || node->y->value.sign() == 0;
    case Op::MakeMap:
    case Op::MakeChan: return node->x != nullptr;
    default: return !is_binary(node->op);
  }
}

bool is_outlined(const Node* node) {
  if (node->op != Op::Assign || node->x->op != Op::Name || node->x->variable != nullptr) return false;
  if (types::as<types::Map>(node->x->type) == nullptr) return false;
  size_t count = 0;
  bool effects = false;
  walk_tree(node->y, [&](const Node* part) {
    ++count;
    effects |= has_effect(part);
  });
  return count >= kLeastNodes && !effects;
}

}  // namespace

void outline_map_initializers(Lowering& session, Function* initializers) {
  size_t number = 0;
  for (Node*& node : initializers->body) {
    if (!is_outlined(node)) continue;
    Function* function = session.make_function(initializers->package);
    function->name = fmt::format("map.init.{}", number++);
    function->pos = node->pos;
    function->lowered = true;
    function->body.push_back(node);
    Node* call = session.make(Op::CallFunc, node->pos, nullptr);
    call->x = session.make(Op::Name, node->pos, nullptr);
    call->x->text = function->name;
    call->x->function = function;
    node = call;
  }
}

}  // namespace govm::inl
