// Printing nodes.
#include "compiler/inline/text.h"

#include <fmt/format.h>

#include "base/quote.h"
#include "base/utf8.h"
#include "compiler/types/relations.h"

namespace govm::inl {
namespace {

constexpr int kPrimary = 8;

std::string enclosed(std::string text, int own, int wanted) { return wanted > own ? "(" + text + ")" : text; }

}  // namespace

std::string Text::list(const std::vector<Node*>& nodes) const {
  std::string text;
  for (size_t i = 0; i < nodes.size(); ++i) text += (i > 0 ? ", " : "") + node(nodes[i]);
  return text;
}

std::string Text::nodes(const std::vector<Node*>& nodes) const {
  std::string text;
  for (size_t i = 0; i < nodes.size(); ++i) text += (i > 0 ? "; " : "") + node(nodes[i]);
  return text;
}

std::string Text::node(const Node* node) const {
  if (node == nullptr) return "<nil>";
  return op_precedence(node->op) < 0 ? statement(node) : expression(node, 0);
}

std::string Text::literal(const Node* node) const {
  const constant::Value& value = node->value;
  const types::Type* type = types::unalias(node->type);
  const types::Basic* basic = types::is_a<types::Basic>(type);
  bool exact = false;
  std::string text = value.text();
  bool rune = node->type == store_.rune_type() || (basic != nullptr && basic->basic() == types::BasicKind::UntypedRune);
  if (rune && value.kind() == constant::Kind::Int) {
    int64_t code = value.as_int64(exact);
    if (exact && code >= 0 && code <= static_cast<int64_t>(kMaxRune)) {
      if (code >= 0xd800 && code <= 0xdfff) code = kRuneError;
      return "'" + std::string(quoted_rune(static_cast<int32_t>(code), '\'', Unescaped::Print).view()) + "'";
    }
  }
  bool plain = type == nullptr || types::is_untyped(type);
  if (basic != nullptr) {
    using enum types::BasicKind;
    switch (value.kind()) {
      case constant::Kind::Bool: plain |= basic->basic() == Bool; break;
      case constant::Kind::String: plain |= basic->basic() == String; break;
      case constant::Kind::Int: plain |= basic->basic() == Int; break;
      case constant::Kind::Float: plain |= basic->basic() == Float64; break;
      case constant::Kind::Complex: plain |= basic->basic() == Complex128; break;
      default: break;
    }
  }
  return plain ? text : types_.type(node->type) + "(" + text + ")";
}

std::string Text::conversion(const types::Type* type, const std::string& x) const {
  std::string name = types_.type(type);
  bool named = type == store_.any_type();
  switch (type != store_.any_type() ? types::unalias(type)->kind() : types::TypeKind::Named) {
    case types::TypeKind::Named:
    case types::TypeKind::Basic:
    case types::TypeKind::TypeParam: named = true; break;
    default: break;
  }
  return named ? name + "(" + x + ")" : "(" + name + ")(" + x + ")";
}

std::string Text::expression(const Node* node, int precedence) const {
  while (node != nullptr && node->implicit &&
         (node->op == Op::Addr || node->op == Op::Deref || node->op == Op::Conv || node->op == Op::ConvNop || node->op == Op::ConvIface)) {
    node = node->x;
  }
  if (node == nullptr) return "<nil>";
  int own = op_precedence(node->op);
  if (own < 0) return statement(node);
  if (node->op == Op::TypeExpr && types::is_a<types::Pointer>(node->type) != nullptr) own = op_precedence(Op::Deref);
  std::string op(op_text(node->op));
  switch (node->op) {
    case Op::Name:
      if (node->variable != nullptr) return node->variable->name;
      return node->text;
    case Op::Literal: return literal(node);
    case Op::Nil: return "nil";
    case Op::TypeExpr: return enclosed(types_.type(node->type), own, precedence);
    case Op::Closure: return enclosed("func literal", own, precedence);
    case Op::PtrLit: return enclosed("&" + expression(node->x, 0), own, precedence);
    case Op::StructLit:
    case Op::ArrayLit:
    case Op::SliceLit:
    case Op::MapLit:
      if (node->implicit) return "... argument";
      return types_.type(node->type) + (node->list.empty() ? "{}" : "{...}");
    case Op::Key: return enclosed(expression(node->x, 0) + ":" + expression(node->y, 0), own, precedence);
    case Op::StructKey: return enclosed(node->text + ":" + expression(node->x, 0), own, precedence);
    case Op::MethodExpr:
    case Op::MethodValue:
    case Op::Dot:
    case Op::DotPtr:
    case Op::DotInter: return expression(node->x, kPrimary) + "." + node->text;
    case Op::DotType: return expression(node->x, kPrimary) + ".(" + types_.type(node->type) + ")";
    case Op::Index:
    case Op::IndexMap: return expression(node->x, kPrimary) + "[" + expression(node->y, 0) + "]";
    case Op::Slice:
    case Op::SliceArr:
    case Op::SliceStr: {
      auto bound = [&](size_t i) { return node->list[i] != nullptr ? expression(node->list[i], 0) : std::string(); };
      return expression(node->x, kPrimary) + "[" + bound(0) + ":" + bound(1) + (node->flag ? ":" + bound(2) : "") + "]";
    }
    case Op::Conv:
    case Op::ConvNop:
    case Op::ConvIface:
    case Op::BytesToStr:
    case Op::RunesToStr:
    case Op::RuneToStr:
    case Op::StrToBytes:
    case Op::StrToRunes:
    case Op::SliceToArr:
    case Op::SliceToArrPtr: return conversion(node->type, expression(node->x, 0));
    case Op::New:
    case Op::Len:
    case Op::Cap:
    case Op::Clear:
    case Op::Close:
    case Op::Panic:
    case Op::Real:
    case Op::Imag: return enclosed(op + "(" + expression(node->x, 0) + ")", own, precedence);
    case Op::Complex:
    case Op::Copy:
    case Op::UnsafeAdd:
    case Op::UnsafeSlice: return enclosed(op + "(" + expression(node->x, 0) + ", " + expression(node->y, 0) + ")", own, precedence);
    case Op::Append:
    case Op::Delete:
    case Op::Max:
    case Op::Min:
    case Op::Recover:
    case Op::Print:
    case Op::Println: return enclosed(op + "(" + list(node->list) + (node->flag ? "...)" : ")"), own, precedence);
    case Op::RuntimeCall: return node->text + "(" + list(node->list) + ")";
    case Op::CallFunc:
    case Op::CallInter:
      if (!node->text.empty()) return enclosed(node->text, op_precedence(Op::InlinedCall), precedence);
      return expression(node->x, kPrimary) + "(" + list(node->list) + (node->flag ? "...)" : ")");
    case Op::InlinedCall:
      if (node->list.size() == 1) return enclosed(expression(node->list[0], 0), own, precedence);
      return enclosed("(." + list(node->list) + ")", own, precedence);
    case Op::MakeSlice:
    case Op::MakeMap:
    case Op::MakeChan: {
      std::string text = "make(" + types_.type(node->type);
      if (node->x != nullptr) text += ", " + expression(node->x, 0);
      if (node->y != nullptr) text += ", " + expression(node->y, 0);
      return enclosed(text + ")", own, precedence);
    }
    case Op::Plus:
    case Op::Neg:
    case Op::BitNot:
    case Op::Not:
    case Op::Recv:
    case Op::Addr:
    case Op::Deref: {
      if (node->op != Op::Deref && node->x->op == node->op) op += " ";
      return enclosed(op + expression(node->x, own + 1), own, precedence);
    }
    case Op::Send: return enclosed(expression(node->x, own) + " <- " + expression(node->y, own + 1), own, precedence);
    case Op::AddString: {
      std::string text;
      for (size_t i = 0; i < node->list.size(); ++i) text += (i > 0 ? " + " : "") + expression(node->list[i], own);
      return enclosed(text, own, precedence);
    }
    default:
      if (is_binary(node->op)) return enclosed(expression(node->x, own) + " " + op + " " + expression(node->y, own + 1), own, precedence);
      std::string name = op.empty() ? std::string(op_name(node->op)) : op;
      if (node->op == Op::DynamicDotType && node->flag) name += "2";
      return enclosed("<node " + name + ">", own, precedence);
  }
}

std::string Text::statement(const Node* node) const {
  switch (node->op) {
    case Op::Decl: return "var " + node->variable->name + " " + types_.type(node->variable->type);
    case Op::Assign: return expression(node->x, 0) + (node->define ? " := " : " = ") + expression(node->y, 0);
    case Op::AssignOp:
      if (node->is_inc_dec) return expression(node->x, 0) + (node->operation == Op::Add ? "++" : "--");
      return expression(node->x, 0) + " " + std::string(op_text(node->operation)) + "= " + expression(node->y, 0);
    case Op::Assign2:
    case Op::Assign2DotType:
    case Op::Assign2Func:
    case Op::Assign2Map:
    case Op::Assign2Recv: return list(node->list) + (node->define ? " := " : " = ") + list(node->list2);
    case Op::Block: return nodes(node->body);
    case Op::Return: return "return " + list(node->list);
    case Op::Go:
    case Op::Defer: return std::string(op_text(node->op)) + " " + expression(node->x, 0);
    case Op::If: {
      std::string text = "if ";
      if (node->init.size() == 1 && node->init[0]->init.empty()) text += this->node(node->init[0]) + "; ";
      text += expression(node->x, 0) + " { " + nodes(node->body) + " }";
      return node->body2.empty() ? text : text + " else { " + nodes(node->body2) + " }";
    }
    case Op::For:
    case Op::Range: return "for loop";
    case Op::Select: return "select statement";
    case Op::Switch: return "switch statement";
    case Op::Case: return (node->list.empty() ? "default" : "case " + list(node->list)) + ": " + nodes(node->body);
    case Op::Break:
    case Op::Continue:
    case Op::Goto:
    case Op::Fallthrough: return std::string(op_text(node->op)) + (node->text.empty() ? "" : " " + node->text);
    case Op::Label: return node->text + ": ";
    default: return "<node " + std::string(op_name(node->op)) + ">";
  }
}

}  // namespace govm::inl
