// Spec: "Statements", "Blocks".
#include "compiler/syntax/parser_state.h"
#include "compiler/syntax/print.h"

namespace govm::syntax {
namespace {

/// A side of an assignment as a message quotes it: a binary expression in parentheses.
std::string emphasized(std::span<Expr* const> list) {
  std::string text;
  for (const Expr* x : list) {
    if (!text.empty()) text += ", ";
    text += list.size() == 1 && is<BinaryExpr>(x) ? "(" + to_string(x) + ")" : to_string(x);
  }
  return text;
}

}  // namespace

// StatementList = { Statement ";" } .
std::span<Stmt*> Parser::stmt_list() {
  ListBuilder<Stmt*> stmts;
  while (token() != Token::EndOfFile && token() != Token::Rbrace && token() != Token::Case && token() != Token::Default) {
    Stmt* stmt = stmt_or_null();
    clear_pragmas();
    if (stmt == nullptr) break;
    stmts.push_back(stmt);
    // Spec: "a semicolon may be omitted before a closing ")" or "}"".
    if (!got(Token::Semi) && token() != Token::Rbrace) {
      syntax_error(diag::kBadStatementEnd, found());
      advance({Token::Semi, Token::Rbrace, Token::Case, Token::Default});
      got(Token::Semi);
    }
  }
  return finish(stmts);
}

// Block = "{" StatementList "}" . `context` is what the block belongs to, where it may be missing.
BlockStmt* Parser::block(std::string_view context) {
  auto* result = make<BlockStmt>(pos());
  if (!got(Token::Lbrace)) {
    expected("{ after " + std::string(context));
    advance({Token::Name, Token::Rbrace});
    result->rbrace = pos();
    if (got(Token::Rbrace)) return result;
  }
  result->list = stmt_list();
  result->rbrace = pos();
  want(Token::Rbrace);
  return result;
}

// Statement = Declaration | LabeledStmt | SimpleStmt | GoStmt | ReturnStmt | BreakStmt | ContinueStmt |
//             GotoStmt | FallthroughStmt | Block | IfStmt | SwitchStmt | SelectStmt | ForStmt | DeferStmt .
Stmt* Parser::stmt_or_null() {
  Nested nested(*this);
  if (token() == Token::Name) {
    clear_pragmas();
    std::span<Expr*> lhs = expr_list();
    if (lhs.size() == 1 && is<Name>(lhs[0]) && token() == Token::Colon) {
      return labeled_stmt_or_null(cast<Name>(lhs[0]));
    }
    return simple_stmt_from(lhs, Token::None).stmt;
  }
  switch (token()) {
    case Token::Var: return decl_stmt(&Parser::var_decl);
    case Token::Const: return decl_stmt(&Parser::const_decl);
    case Token::Type: return decl_stmt(&Parser::type_decl);
    default: break;
  }
  clear_pragmas();
  switch (token()) {
    case Token::Lbrace: return block({});
    case Token::Operator:
      switch (scanner_.op()) {
        case Operator::Add:
        case Operator::Sub:
        case Operator::And:
        case Operator::Xor:
        case Operator::Not: return simple_stmt(Token::None).stmt;
        default: return nullptr;
      }
    case Token::Star:
    case Token::Arrow:
    case Token::Literal:
    case Token::Func:
    case Token::Lparen:
    case Token::Lbrack:
    case Token::Struct:
    case Token::Map:
    case Token::Chan:
    case Token::Interface: return simple_stmt(Token::None).stmt;
    case Token::For: return for_stmt();
    case Token::Switch: return switch_stmt();
    case Token::Select: return select_stmt();
    case Token::If: return if_stmt();
    case Token::Break:
    case Token::Continue:
    case Token::Fallthrough:
    case Token::Goto: return branch_stmt();
    case Token::Go:
    case Token::Defer: return call_stmt();
    case Token::Return: {
      auto* result = make<ReturnStmt>(pos());
      next();
      if (token() != Token::Semi && token() != Token::Rbrace) result->results = expr_list();
      return result;
    }
    case Token::Semi: return make<EmptyStmt>(pos());
    default: return nullptr;
  }
}

template <typename D>
DeclStmt* Parser::decl_stmt(D* (Parser::*spec)(Group*)) {
  auto* stmt = make<DeclStmt>(pos());
  next();
  DeclList decls;
  decl_group(decls, spec);
  stmt->decls = finish(decls);
  return stmt;
}

// SimpleStmt = EmptyStmt | ExpressionStmt | SendStmt | IncDecStmt | Assignment | ShortVarDecl .
Parser::Simple Parser::simple_stmt(Token keyword) {
  if (keyword == Token::For && token() == Token::Range) return {nullptr, range_clause({}, false)};
  return simple_stmt_from(expr_list(), keyword);
}

Parser::Simple Parser::simple_stmt_from(std::span<Expr*> lhs, Token keyword) {
  Pos at = pos();
  Expr* x = lhs[0];
  auto expr_stmt = [&](Expr* e) {
    auto* stmt = make<ExprStmt>(e->pos);
    stmt->x = e;
    return Simple{stmt, nullptr};
  };
  if (token() == Token::Assign || token() == Token::Define) {
    bool define = token() == Token::Define;
    next();
    // In the header of a for statement: ForClause or RangeClause.
    if (keyword == Token::For && token() == Token::Range) return {nullptr, range_clause(lhs, define)};
    std::span<Expr*> rhs = expr_list();
    // switch x := y.(type)
    if (keyword == Token::Switch && define && rhs.size() == 1 && lhs.size() == 1 && is<Name>(x)) {
      if (auto* guard = as<TypeSwitchGuard>(rhs[0])) {
        guard->lhs = cast<Name>(x);
        return expr_stmt(guard);
      }
    }
    auto* assign = make<AssignStmt>(at);
    assign->define = define;
    assign->lhs = lhs;
    assign->rhs = rhs;
    return {assign, nullptr};
  }
  if (lhs.size() > 1) {
    expected(":= or = or comma");
    advance({Token::Semi, Token::Rbrace});
    return expr_stmt(x);
  }
  switch (token()) {
    case Token::AssignOp: {
      auto* assign = make<AssignStmt>(at);
      assign->op = scanner_.op();
      next();
      assign->lhs = lhs;
      Expr* value = expr();
      assign->rhs = session_.arena.copy(std::span<Expr*>(&value, 1));
      return {assign, nullptr};
    }
    case Token::IncOp: {
      auto* stmt = make<IncDecStmt>(at);
      stmt->op = scanner_.op();
      stmt->x = x;
      next();
      return {stmt, nullptr};
    }
    case Token::Arrow: {
      auto* send = make<SendStmt>(at);
      next();
      send->chan = x;
      send->value = expr();
      return {send, nullptr};
    }
    default: return expr_stmt(x);
  }
}

// RangeClause = [ ExpressionList "=" | IdentifierList ":=" ] "range" Expression . At "range".
RangeClause* Parser::range_clause(std::span<Expr*> lhs, bool define) {
  auto* clause = make<RangeClause>(pos());
  next();
  clause->lhs = lhs;
  clause->define = define;
  clause->x = expr();
  return clause;
}

// LabeledStmt = Label ":" Statement .
Stmt* Parser::labeled_stmt_or_null(Name* label) {
  auto* labeled = make<LabeledStmt>(pos());
  labeled->label = label;
  want(Token::Colon);
  // A "}" implies an empty statement, as its semicolon may be omitted.
  labeled->stmt = token() == Token::Rbrace ? make<EmptyStmt>(pos()) : stmt_or_null();
  if (labeled->stmt != nullptr) return labeled;
  syntax_error(labeled->pos, diag::kMissingLabeledStatement);
  return nullptr;
}

// --- headers -----------------------------------------------------------------------------------

// What stands between the keyword of an if, for or switch and its "{".
Parser::Header Parser::header(Token keyword) {
  Header header;
  want(keyword);
  if (token() == Token::Lbrace) {
    if (keyword == Token::If) {
      syntax_error(diag::kMissingCondition);
      header.cond = bad_expr();
    }
    return header;
  }
  int outer = expr_nesting_;
  expr_nesting_ = -1;

  if (token() != Token::Semi) {
    if (got(Token::Var)) syntax_error(diag::kBadInitializer, token_text(keyword));
    Simple first = simple_stmt(keyword);
    if (first.range != nullptr) {
      header.range = first.range;
      expr_nesting_ = outer;
      return header;
    }
    header.init = first.stmt;
  }

  Stmt* cond = nullptr;
  Pos semi;
  std::string semi_text;
  if (token() == Token::Lbrace) {
    cond = header.init;
    header.init = nullptr;
  } else {
    if (token() == Token::Semi) {
      semi = pos();
      semi_text = scanner_.text();
      next();
    } else {
      // Asking for a "{" rather than a ";" gives the better message.
      want(Token::Lbrace);
      if (token() != Token::Lbrace) advance({Token::Lbrace, Token::Rbrace});
    }
    if (keyword == Token::For) {
      for_header_rest(header, cond);
    } else if (token() != Token::Lbrace) {
      cond = simple_stmt(keyword).stmt;
    }
  }

  if (cond != nullptr) {
    header.cond = condition_of(cond);
  } else if (keyword == Token::If && semi) {
    if (semi_text == "semicolon") {
      syntax_error(semi, diag::kMissingCondition);
    } else {
      syntax_error(semi, diag::kBadIfCondition, semi_text);
    }
    header.cond = make<BadExpr>(semi);
  }
  expr_nesting_ = outer;
  return header;
}

// ForClause = [ InitStmt ] ";" [ Condition ] ";" [ PostStmt ] , behind the first semicolon.
void Parser::for_header_rest(Header& header, Stmt*& cond) {
  if (token() != Token::Semi) {
    if (token() == Token::Lbrace) {
      expected("for loop condition");
      return;
    }
    cond = simple_stmt(Token::None).stmt;
  }
  want(Token::Semi);
  if (token() == Token::Lbrace) return;
  header.post = simple_stmt(Token::None).stmt;
  const auto* assign = as<AssignStmt>(header.post);
  if (assign != nullptr && assign->define) syntax_error(assign->pos, diag::kBadPostStatement);
}

// The expression of a statement that stands where a condition or tag must; null after a complaint.
Expr* Parser::condition_of(Stmt* stmt) {
  if (auto* expr_stmt = as<ExprStmt>(stmt)) return expr_stmt->x;
  const auto* assign = as<AssignStmt>(stmt);
  // `=` for `==` is a common slip: show what is assigned to what.
  std::string text = assign != nullptr && assign->op == Operator::None && !assign->define
                         ? "assignment " + emphasized(assign->lhs) + " = " + emphasized(assign->rhs)
                         : to_string(stmt);
  syntax_error(stmt->pos, diag::kStatementAsValue, text);
  return nullptr;
}

// --- compound statements -----------------------------------------------------------------------

// ForStmt = "for" [ Condition | ForClause | RangeClause ] Block .
ForStmt* Parser::for_stmt() {
  auto* result = make<ForStmt>(pos());
  Header head = header(Token::For);
  result->init = head.init;
  result->cond = head.cond;
  result->post = head.post;
  result->range = head.range;
  result->body = block("for clause");
  return result;
}

// IfStmt = "if" [ SimpleStmt ";" ] Expression Block [ "else" ( IfStmt | Block ) ] .
IfStmt* Parser::if_stmt() {
  Nested nested(*this);
  auto* result = make<IfStmt>(pos());
  Header head = header(Token::If);
  result->init = head.init;
  result->cond = head.cond;
  result->then = block("if clause");
  if (got(Token::Else)) {
    switch (token()) {
      case Token::If: result->else_ = if_stmt(); break;
      case Token::Lbrace: result->else_ = block({}); break;
      default: syntax_error(diag::kBadElse); advance({Token::Name, Token::Rbrace});
    }
  }
  return result;
}

// SwitchStmt = ExprSwitchStmt | TypeSwitchStmt .
SwitchStmt* Parser::switch_stmt() {
  auto* result = make<SwitchStmt>(pos());
  Header head = header(Token::Switch);
  result->init = head.init;
  result->tag = head.cond;
  if (!got(Token::Lbrace)) {
    syntax_error(diag::kMissingBraceAfterClause, "switch");
    advance({Token::Case, Token::Default, Token::Rbrace});
  }
  ListBuilder<CaseClause*> clauses;
  while (token() != Token::EndOfFile && token() != Token::Rbrace) clauses.push_back(case_clause());
  result->body = finish(clauses);
  result->rbrace = pos();
  want(Token::Rbrace);
  return result;
}

// ExprCaseClause = ( "case" ExpressionList | "default" ) ":" StatementList .
CaseClause* Parser::case_clause() {
  auto* clause = make<CaseClause>(pos());
  if (got(Token::Case)) {
    clause->cases = expr_list();
  } else if (!got(Token::Default)) {
    expected("case or default or }");
    advance({Token::Colon, Token::Case, Token::Default, Token::Rbrace});
  }
  clause->colon = pos();
  want(Token::Colon);
  clause->body = stmt_list();
  return clause;
}

// SelectStmt = "select" "{" { CommClause } "}" .
SelectStmt* Parser::select_stmt() {
  auto* result = make<SelectStmt>(pos());
  want(Token::Select);
  if (!got(Token::Lbrace)) {
    syntax_error(diag::kMissingBraceAfterClause, "select");
    advance({Token::Case, Token::Default, Token::Rbrace});
  }
  ListBuilder<CommClause*> clauses;
  while (token() != Token::EndOfFile && token() != Token::Rbrace) clauses.push_back(comm_clause());
  result->body = finish(clauses);
  result->rbrace = pos();
  want(Token::Rbrace);
  return result;
}

// CommClause = ( "case" ( SendStmt | RecvStmt ) | "default" ) ":" StatementList . Any simple statement
// is accepted; the type checker sees to it that it sends or receives.
CommClause* Parser::comm_clause() {
  auto* clause = make<CommClause>(pos());
  if (got(Token::Case)) {
    clause->comm = simple_stmt(Token::None).stmt;
  } else if (!got(Token::Default)) {
    expected("case or default or }");
    advance({Token::Colon, Token::Case, Token::Default, Token::Rbrace});
  }
  clause->colon = pos();
  want(Token::Colon);
  clause->body = stmt_list();
  return clause;
}

// GoStmt = "go" Expression .   DeferStmt = "defer" Expression .
// Spec: "The expression must be a function or method call; it cannot be parenthesized".
CallStmt* Parser::call_stmt() {
  auto* result = make<CallStmt>(pos());
  result->token = token();
  next();
  Expr* x = primary_expr(nullptr, token() == Token::Lparen ? Parens::Keep : Parens::Drop);
  result->call = unparen(x);
  if (result->call != x) error(x->pos, diag::kParenthesizedCall, token_text(result->token));
  return result;
}

// BreakStmt = "break" [ Label ] .   ContinueStmt = "continue" [ Label ] .   GotoStmt = "goto" Label .
// FallthroughStmt = "fallthrough" .
BranchStmt* Parser::branch_stmt() {
  auto* result = make<BranchStmt>(pos());
  result->token = token();
  next();
  switch (result->token) {
    case Token::Goto: result->label = name(); break;
    case Token::Fallthrough: break;
    default:
      if (token() == Token::Name) result->label = name();
  }
  return result;
}

}  // namespace govm::syntax
