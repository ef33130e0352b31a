// Spec: "Expressions".
#include <algorithm>

#include "compiler/syntax/parser_state.h"
#include "compiler/syntax/print.h"

namespace govm::syntax {
namespace {

/// Whether an expression can only be a value, by its form.
bool is_value(const Expr* x) {
  switch (x->kind) {
    case NodeKind::BasicLit:
    case NodeKind::BinaryExpr:
    case NodeKind::CallExpr:
    case NodeKind::CompositeLit:
    case NodeKind::FuncLit:
    case NodeKind::SliceExpr:
    case NodeKind::TypeAssertExpr:
    case NodeKind::TypeSwitchGuard:
    case NodeKind::UnaryExpr: return true;
    case NodeKind::ParenExpr: return is_value(cast<ParenExpr>(x)->x);
    case NodeKind::IndexExpr: {
      const auto* index = cast<IndexExpr>(x);
      return is_value(index->x) || (index->indices.size() == 1 && is_value(index->index()));
    }
    default: return false;
  }
}

}  // namespace

Expr* unparen(Expr* expr) {
  while (auto* paren = as<ParenExpr>(expr)) expr = paren->x;
  return expr;
}

const Expr* unparen(const Expr* expr) {
  while (const auto* paren = as<ParenExpr>(expr)) expr = paren->x;
  return expr;
}

// ExpressionList = Expression { "," Expression } .
std::span<Expr*> Parser::expr_list() { return expr_list_from(expr()); }

std::span<Expr*> Parser::expr_list_from(Expr* first) {
  ListBuilder<Expr*> items;
  items.push_back(first);
  while (got(Token::Comma)) items.push_back(expr());
  return finish(items);
}

// Expression = UnaryExpr | Expression binary_op Expression .
Expr* Parser::binary_expr(Expr* x, int precedence) {
  if (x == nullptr) x = unary_expr();
  while ((token() == Token::Operator || token() == Token::Star) && scanner_.precedence() > precedence) {
    auto* binary = make<BinaryExpr>(pos());
    binary->op = scanner_.op();
    int inner = scanner_.precedence();
    uint32_t left_height = height_;
    next();
    binary->x = x;
    binary->y = binary_expr(nullptr, inner);
    set_height(std::max(left_height, height_) + 1);
    x = binary;
  }
  return x;
}

// UnaryExpr = PrimaryExpr | unary_op UnaryExpr .
Expr* Parser::unary_expr() {
  Nested nested(*this);
  if (token() == Token::Star) {
    Pos at = pos();
    next();
    Expr* x = unary_expr();
    set_height(height_ + 1);
    return star_expr(at, x);
  }
  if (token() == Token::Operator) {
    switch (scanner_.op()) {
      case Operator::Add:
      case Operator::Sub:
      case Operator::Not:
      case Operator::Xor:
      case Operator::Tilde:
      case Operator::And: {
        auto* unary = make<UnaryExpr>(pos());
        unary->op = scanner_.op();
        next();
        unary->x = unary_expr();
        // Parentheses around a composite literal were kept; here they are not needed.
        if (unary->op == Operator::And) unary->x = unparen(unary->x);
        set_height(height_ + 1);
        return unary;
      }
      default: break;
    }
  }
  if (token() == Token::Arrow) return receive_or_channel();
  // Parentheses are kept for the complaint about `(x) := 1`.
  return primary_expr(nullptr, Parens::Keep);
}

// "<-" x: a receive operation, or a channel type if x is one. Spec: "The <- operator associates
// with the leftmost chan possible".
Expr* Parser::receive_or_channel() {
  Pos arrow = pos();
  next();
  Expr* x = unary_expr();
  if (!is<ChanType>(x)) {
    auto* receive = make<UnaryExpr>(arrow);
    receive->op = Operator::Recv;
    receive->x = x;
    set_height(height_ + 1);
    return receive;
  }
  // <-(chan E) => (<-chan E);  <-(chan<- E) => (<-chan (<-E)), and so on into E.
  ChanDir dir = ChanDir::SendOnly;
  Expr* elem = x;
  while (dir == ChanDir::SendOnly) {
    auto* chan = as<ChanType>(elem);
    if (chan == nullptr) break;
    dir = chan->dir;
    if (dir == ChanDir::RecvOnly) syntax_error(diag::kBadToken, "<-", "chan");
    chan->dir = ChanDir::RecvOnly;
    elem = chan->elem;
  }
  if (dir == ChanDir::SendOnly) syntax_error(diag::kBadToken, to_string(elem), "chan");
  return x;
}

// Operand = Literal | OperandName [ TypeArgs ] | "(" Expression ")" .
Expr* Parser::operand(Parens parens) {
  Pos at = pos();
  height_ = 0;
  switch (token()) {
    case Token::Name: return name();
    case Token::Literal: return literal_or_null();
    case Token::Lparen: {
      next();
      ++expr_nesting_;
      Expr* x = expr();
      --expr_nesting_;
      want(Token::Rparen);
      // A parenthesized literal type is an error, so a "{" behind needs the parentheses as well.
      if (parens == Parens::Drop && token() != Token::Lbrace) return x;
      auto* paren = make<ParenExpr>(at);
      paren->x = x;
      set_height(height_ + 1);
      return paren;
    }
    case Token::Func: {
      next();
      FuncType* type = func_type("function type", nullptr);
      if (token() != Token::Lbrace) return type;
      auto* literal = make<FuncLit>(at);
      literal->type = type;
      uint32_t outer_height = max_height_;
      max_height_ = 0;
      ++expr_nesting_;
      literal->body = func_body();
      --expr_nesting_;
      set_height(max_height_ + 1);
      max_height_ = std::max(max_height_, outer_height);
      return literal;
    }
    case Token::Lbrack:
    case Token::Chan:
    case Token::Map:
    case Token::Struct:
    case Token::Interface: return type();
    default: {
      Expr* bad = bad_expr();
      expected("expression");
      advance({Token::Rparen, Token::Rbrack, Token::Rbrace});
      return bad;
    }
  }
}

// PrimaryExpr = Operand | PrimaryExpr ( Selector | Index | Slice | TypeAssertion | Arguments ) .
// Composite literals are parsed here too, since their type may be a qualified identifier.
Expr* Parser::primary_expr(Expr* x, Parens parens) {
  if (x == nullptr) x = operand(parens);
  for (;;) {
    uint32_t left_height = height_;
    height_ = 0;
    switch (token()) {
      case Token::Dot: x = selector_or_assertion(x); break;
      case Token::Lbrack: x = index_or_slice(x); break;
      case Token::Lparen: x = call(x); break;
      case Token::Lbrace: {
        Expr* literal_type = unparen(x);
        if (!may_open_literal(literal_type)) {
          height_ = left_height;
          return x;
        }
        if (literal_type != x) syntax_error(diag::kParenthesizedLiteralType);
        x = literal_value(x);
        break;
      }
      default: height_ = left_height; return x;
    }
    set_height(std::max(left_height, height_) + 1);
  }
}

// Whether a "{" behind x opens a composite literal, not a block. Spec: "A parsing ambiguity arises
// when a composite literal using the TypeName form of the LiteralType appears as an operand between
// the keyword and the opening brace of the block of an "if", "for", or "switch" statement".
bool Parser::may_open_literal(const Expr* x) const {
  switch (x->kind) {
    case NodeKind::Name:
    case NodeKind::SelectorExpr: return expr_nesting_ >= 0;
    case NodeKind::IndexExpr: return expr_nesting_ >= 0 && !is_value(x);
    case NodeKind::ArrayType:
    case NodeKind::SliceType:
    case NodeKind::StructType:
    case NodeKind::MapType: return true;
    default: return false;
  }
}

// Selector = "." identifier .   TypeAssertion = "." "(" Type ")" .
Expr* Parser::selector_or_assertion(Expr* x) {
  Pos dot = pos();
  next();
  if (token() == Token::Name) {
    auto* selector = make<SelectorExpr>(dot);
    selector->x = x;
    selector->sel = name();
    return selector;
  }
  if (!got(Token::Lparen)) {
    expected("name or (");
    advance({Token::Semi, Token::Rparen});
    return x;
  }
  Expr* result;
  if (got(Token::Type)) {
    auto* guard = make<TypeSwitchGuard>(dot);
    guard->x = x;
    result = guard;
  } else {
    auto* assertion = make<TypeAssertExpr>(dot);
    assertion->x = x;
    assertion->type = type();
    result = assertion;
  }
  want(Token::Rparen);
  return result;
}

// Index = "[" Expression [ "," ] "]" .   TypeArgs = "[" TypeList [ "," ] "]" .
// Slice = "[" [ Expression ] ":" [ Expression ] "]" | "[" [ Expression ] ":" Expression ":" Expression "]" .
Expr* Parser::index_or_slice(Expr* x) {
  Pos bracket = pos();
  next();
  ListBuilder<Expr*> items;
  if (token() != Token::Colon) {
    bool comma = false;
    if (token() == Token::Rbrack) {
      expected("operand");
      items.push_back(bad_expr());
    } else {
      comma = type_list(items, false);
    }
    if (comma || token() == Token::Rbrack) {
      auto* index = make<IndexExpr>(bracket);
      index->x = x;
      index->indices = finish(items);
      index->rbrack = pos();
      want(Token::Rbrack);
      return index;
    }
  }
  if (!got(Token::Colon)) {
    expected("comma, : or ]");
    advance({Token::Comma, Token::Colon, Token::Rbrack});
  }
  ++expr_nesting_;
  auto* slice = make<SliceExpr>(bracket);
  slice->x = x;
  if (!items.empty()) slice->index[0] = items[0];
  uint32_t height = height_;
  if (token() != Token::Colon && token() != Token::Rbrack) {
    slice->index[1] = expr();
    height = std::max(height, height_);
  }
  if (token() == Token::Colon) {
    slice->full = true;
    if (slice->index[1] == nullptr) {
      error(pos(), diag::kMissingMiddleSliceIndex);
      slice->index[1] = bad_expr();
    }
    next();
    if (token() != Token::Rbrack) {
      slice->index[2] = expr();
      height = std::max(height, height_);
    } else {
      error(pos(), diag::kMissingFinalSliceIndex);
      slice->index[2] = bad_expr();
    }
  }
  height_ = height;
  --expr_nesting_;
  slice->rbrack = pos();
  want(Token::Rbrack);
  return slice;
}

// Arguments = "(" [ ( ExpressionList | Type [ "," ExpressionList ] ) [ "..." ] [ "," ] ] ")" .
Expr* Parser::call(Expr* fun) {
  auto* result = make<CallExpr>(pos());
  next();
  result->fun = fun;
  ListBuilder<Expr*> args;
  uint32_t height = 0;
  ++expr_nesting_;
  result->rparen = list("argument list", Token::Comma, Token::Rparen, [&] {
    args.push_back(expr());
    height = std::max(height, height_);
    result->has_dots = got(Token::DotDotDot);
    return result->has_dots;
  });
  --expr_nesting_;
  height_ = height;
  result->args = finish(args);
  return result;
}

// LiteralValue = "{" [ ElementList [ "," ] ] "}" .   KeyedElement = [ Key ":" ] Element .
CompositeLit* Parser::literal_value(Expr* type) {
  Nested nested(*this);
  auto* literal = make<CompositeLit>(pos());
  literal->type = type;
  ListBuilder<Expr*> elems;
  uint32_t height = 0;
  ++expr_nesting_;
  want(Token::Lbrace);
  literal->rbrace = list("composite literal", Token::Comma, Token::Rbrace, [&] {
    Expr* elem = literal_element();
    height = std::max(height, height_);
    if (token() == Token::Colon) {
      auto* pair = make<KeyValueExpr>(pos());
      next();
      pair->key = elem;
      pair->value = literal_element();
      height = std::max(height, height_ + 1);
      elem = pair;
      ++literal->key_count;
    }
    elems.push_back(elem);
    return false;
  });
  --expr_nesting_;
  set_height(height + 1);
  literal->elems = finish(elems);
  return literal;
}

// Element = Expression | LiteralValue .
Expr* Parser::literal_element() { return token() == Token::Lbrace ? literal_value(nullptr) : expr(); }

Name* Parser::name() {
  Pos at = pos();
  if (token() == Token::Name) {
    Name* result = make_name(at, scanner_.text());
    next();
    return result;
  }
  expected("name");
  advance();
  return make_name(at, "_");
}

BasicLit* Parser::literal_or_null() {
  if (token() != Token::Literal) return nullptr;
  auto* literal = make<BasicLit>(pos());
  literal->text = scanner_.text();
  literal->lit = scanner_.lit_kind();
  literal->bad = scanner_.is_bad();
  next();
  return literal;
}

// TypeName [ TypeArgs ], of which the first name may have been read.
Expr* Parser::qualified_name(Name* first) {
  Expr* x = first;
  if (x == nullptr) {
    if (token() == Token::Name) {
      x = name();
    } else {
      x = make_name(pos(), "_");
      expected("name");
      advance({Token::Dot, Token::Semi, Token::Rbrace});
    }
  }
  if (token() == Token::Dot) {
    auto* selector = make<SelectorExpr>(pos());
    next();
    selector->x = x;
    selector->sel = name();
    x = selector;
  }
  return token() == Token::Lbrack ? type_instance(x) : x;
}

// TypeList = Type { "," Type } [ "," ], where the first may be an expression unless it must be a
// type. Returns whether there was a comma.
bool Parser::type_list(ListBuilder<Expr*>& items, bool first_is_type) {
  ++expr_nesting_;
  items.push_back(first_is_type ? type() : expr());
  bool comma = false;
  while (got(Token::Comma)) {
    comma = true;
    Expr* more = type_or_null();
    if (more == nullptr) break;
    items.push_back(more);
  }
  --expr_nesting_;
  return comma;
}

}  // namespace govm::syntax
