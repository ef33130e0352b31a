// Spec: "Declarations and scope", "Import declarations".
#include "compiler/syntax/parser_state.h"

namespace govm::syntax {
namespace {

/// A type parameter list that began like an array length: name and constraint, as far as seen.
struct NameAndType {
  Name* name = nullptr;
  Expr* type = nullptr;
};

}  // namespace

bool is_type_elem(const Expr* x) {
  switch (x->kind) {
    case NodeKind::ArrayType:
    case NodeKind::ChanType:
    case NodeKind::FuncType:
    case NodeKind::InterfaceType:
    case NodeKind::MapType:
    case NodeKind::SliceType:
    case NodeKind::StructType: return true;
    case NodeKind::BinaryExpr: return is_type_elem(cast<BinaryExpr>(x)->x) || is_type_elem(cast<BinaryExpr>(x)->y);
    case NodeKind::UnaryExpr: return cast<UnaryExpr>(x)->op == Operator::Tilde || is_type_elem(cast<UnaryExpr>(x)->x);
    case NodeKind::StarExpr: return is_type_elem(cast<StarExpr>(x)->x);
    case NodeKind::ParenExpr: return is_type_elem(cast<ParenExpr>(x)->x);
    default: return false;
  }
}

// spec { spec } in parentheses, or one spec.
template <typename D>
void Parser::decl_group(DeclList& decls, D* (Parser::*spec)(Group*)) {
  if (token() != Token::Lparen) {
    decls.push_back((this->*spec)(nullptr));
    return;
  }
  Group* group = session_.arena.make<Group>(pos());
  clear_pragmas();
  next();
  list("grouped declaration", Token::Semi, Token::Rparen, [&] {
    decls.push_back((this->*spec)(group));
    return false;
  });
}
template void Parser::decl_group(DeclList&, ImportDecl* (Parser::*)(Group*));
template void Parser::decl_group(DeclList&, ConstDecl* (Parser::*)(Group*));
template void Parser::decl_group(DeclList&, TypeDecl* (Parser::*)(Group*));
template void Parser::decl_group(DeclList&, VarDecl* (Parser::*)(Group*));

// ImportSpec = [ "." | PackageName ] ImportPath .
ImportDecl* Parser::import_decl(Group* group) {
  ImportDecl* decl = make<ImportDecl>(pos());
  decl->group = group;
  decl->pragmas = take_pragmas(PragmaPlace::Import, decl);
  if (token() == Token::Name) {
    decl->local_name = name();
  } else if (token() == Token::Dot) {
    decl->local_name = make_name(pos(), ".");
    next();
  }
  decl->path = literal_or_null();
  if (decl->path == nullptr) {
    syntax_error(diag::kBadImportPath);
    advance({Token::Semi, Token::Rparen});
    return decl;
  }
  if (!decl->path->bad && decl->path->lit != LitKind::String) {
    syntax_error(decl->path->pos, diag::kNonStringImport);
    decl->path->bad = true;
  }
  return decl;
}

// ConstSpec = IdentifierList [ [ Type ] "=" ExpressionList ] .
ConstDecl* Parser::const_decl(Group* group) {
  ConstDecl* decl = make<ConstDecl>(pos());
  decl->group = group;
  decl->pragmas = take_pragmas(PragmaPlace::Const, decl);
  decl->names = name_list();
  if (token() != Token::EndOfFile && token() != Token::Semi && token() != Token::Rparen) {
    decl->type = type_or_null();
    if (got_assign()) decl->values = expr_list();
  }
  return decl;
}

// VarSpec = IdentifierList ( Type [ "=" ExpressionList ] | "=" ExpressionList ) .
VarDecl* Parser::var_decl(Group* group) {
  VarDecl* decl = make<VarDecl>(pos());
  decl->group = group;
  decl->pragmas = take_pragmas(PragmaPlace::Var, decl);
  decl->names = name_list();
  if (got_assign()) {
    decl->values = expr_list();
  } else {
    decl->type = type();
    if (got_assign()) decl->values = expr_list();
  }
  return decl;
}

// TypeDef = identifier [ TypeParameters ] Type .   AliasDecl = identifier [ TypeParameters ] "=" Type .
TypeDecl* Parser::type_decl(Group* group) {
  TypeDecl* decl = make<TypeDecl>(pos());
  decl->group = group;
  decl->pragmas = take_pragmas(PragmaPlace::Type, decl);
  decl->name = name();
  if (token() == Token::Lbrack) {
    type_decl_bracket(decl);
  } else {
    decl->is_alias = got_assign();
    decl->type = type_or_null();
  }
  if (decl->type == nullptr) {
    decl->type = bad_expr();
    syntax_error(diag::kBadTypeDeclaration, found());
    advance({Token::Semi, Token::Rparen});
  }
  return decl;
}

// name "[" …: an array or slice type, or type parameters. Spec: "A parsing ambiguity arises when
// the type parameter list for a generic type declares a single type parameter P with a constraint
// C such that the text P C forms a valid expression". Resolved by parsing an expression and asking
// whether it can be split into a name and a constraint.
void Parser::type_decl_bracket(TypeDecl* decl) {
  Pos bracket = pos();
  next();
  if (got(Token::Rbrack)) {
    decl->type = slice_type(bracket);
    return;
  }
  if (token() != Token::Name) {
    decl->type = array_type(bracket, nullptr);
    return;
  }
  Expr* x = name();
  // A name followed by "[" can only be a type parameter with a slice or array as constraint:
  // lengths are constant, and index expressions are not.
  if (token() != Token::Lbrack) {
    ++expr_nesting_;
    x = binary_expr(primary_expr(x, Parens::Drop), 0);
    --expr_nesting_;
  }

  // Splits x into name and constraint where the constraint can only be a type element, or where a
  // comma (`force`) shows that this is a list.
  auto split = [&](auto& self, Expr* e, bool force) -> NameAndType {
    if (Name* n = as<Name>(e)) return {n, nullptr};
    if (auto* op = as<BinaryExpr>(e)) {
      if (op->op == Operator::Mul && is<Name>(op->x) && (force || is_type_elem(op->y))) {
        return {cast<Name>(op->x), star_expr(op->pos, op->y)};
      }
      if (op->op == Operator::Or) {
        NameAndType left = self(self, op->x, force || is_type_elem(op->y));
        if (left.name != nullptr && left.type != nullptr) {
          auto* rest = make<BinaryExpr>(op->pos);
          rest->op = Operator::Or;
          rest->x = left.type;
          rest->y = op->y;
          return {left.name, rest};
        }
      }
    } else if (auto* c = as<CallExpr>(e)) {
      if (is<Name>(c->fun) && c->args.size() == 1 && !c->has_dots && (force || is_type_elem(c->args[0]))) {
        return {cast<Name>(c->fun), unparen(c->args[0])};
      }
    }
    return {};
  };
  NameAndType first = split(split, x, token() == Token::Comma);
  if (first.name != nullptr && (first.type != nullptr || token() != Token::Rbrack)) {
    decl->type_params = param_list(first.name, first.type, Token::Rbrack, ParamNames::Required, FinalDots::Forbidden);
    decl->is_alias = got_assign();
    decl->type = type_or_null();
  } else {
    decl->type = array_type(bracket, x);
  }
}

// FunctionDecl = "func" FunctionName [ TypeParameters ] Signature [ FunctionBody ] .
// MethodDecl   = "func" Receiver MethodName [ TypeParameters ] Signature [ FunctionBody ] .
FuncDecl* Parser::func_decl() {
  FuncDecl* decl = make<FuncDecl>(pos());
  decl->pragmas = take_pragmas(PragmaPlace::Func, decl);
  bool has_receiver = got(Token::Lparen);
  if (has_receiver) {
    std::span<Field*> receivers = param_list(nullptr, nullptr, Token::Rparen, ParamNames::Optional, FinalDots::Forbidden);
    if (receivers.empty()) {
      error(pos(), diag::kMissingReceiver);
    } else {
      if (receivers.size() > 1) error(pos(), diag::kMultipleReceivers);
      decl->recv = receivers[0];
    }
  }
  if (token() == Token::Name) {
    decl->name = name();
    decl->type = func_type({}, &decl->type_params);
  } else {
    decl->name = make_name(pos(), "_");
    decl->type = make<FuncType>(pos());
    expected(has_receiver ? "name" : "name or (");
    advance({Token::Lbrace, Token::Semi});
  }
  if (token() == Token::Lbrace) func_decl_body(decl);
  return decl;
}

void Parser::func_decl_body(FuncDecl* decl) {
  Pos begin = pos();
  if (bodies_ != Bodies::Parse) {
    decl->body_text = {begin, scanner_.skip_block()};
    if (token() != Token::EndOfFile) {
      next();
      return;
    }
    expected(token_in_words(Token::Rbrace));
    return;
  }
  decl->body = func_body();
  decl->body_text = {begin, decl->body->rbrace + 1};
}

BlockStmt* Parser::func_body() {
  ++function_nesting_;
  size_t errors = error_count();
  BlockStmt* body = block({});
  --function_nesting_;
  // In an incomplete tree branches would give complaints that only confuse.
  if (errors == error_count()) {
    check_branches(body, session_.sink);
    other_errors_ += error_count() - errors;
  }
  return body;
}

// IdentifierList = identifier { "," identifier } .
std::span<Name*> Parser::name_list() {
  ListBuilder<Name*> names;
  names.push_back(name());
  while (got(Token::Comma)) names.push_back(name());
  return finish(names);
}

}  // namespace govm::syntax
