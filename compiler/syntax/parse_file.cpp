// Spec: "Source file organization". Files, error reporting, recovery, pragmas.
#include <algorithm>

#include "compiler/syntax/parser_state.h"
#include "compiler/syntax/pragma.h"

namespace govm::syntax {
namespace {

/// Keywords that begin a statement: good places to go on after an error.
constexpr TokenSet kStatementStart{Token::Break, Token::Const, Token::Continue, Token::Defer,  Token::Fallthrough, Token::For,  Token::Go,
                                   Token::Goto,  Token::If,    Token::Return,   Token::Select, Token::Switch,      Token::Type, Token::Var};

constexpr TokenSet kDeclStart{Token::Import, Token::Const, Token::Type, Token::Var, Token::Func};

/// The Go version that a build constraint asks for: "go1.21" of "linux && go1.21"; the highest of
/// a conjunction, none if the constraint can also hold without it.
std::string_view version_of(std::string_view constraint) {
  if (constraint.find_first_of("|!()") != std::string_view::npos) return {};
  std::string_view best;
  int best_minor = -1;
  size_t at = 0;
  while ((at = constraint.find("go1.", at)) != std::string_view::npos) {
    size_t end = at + 4;
    int minor = 0;
    for (; end < constraint.size() && constraint[end] >= '0' && constraint[end] <= '9' && minor < 100000; ++end) {
      minor = minor * 10 + (constraint[end] - '0');
    }
    if (minor > best_minor) {
      best_minor = minor;
      best = constraint.substr(at, end - at);
    }
    at = end;
  }
  return best;
}

}  // namespace

// --- public face -------------------------------------------------------------------------------

File* parse_file(Session& session, SourceFile& source, Bodies bodies) {
  CheckStage stage("parsing", source.name());
  return Parser(session, source, bodies).file_or_null(Parser::Extent::All);
}

File* parse_imports(Session& session, SourceFile& source) {
  CheckStage stage("parsing imports", source.name());
  return Parser(session, source, Bodies::Skip).file_or_null(Parser::Extent::Imports);
}

File* parse_outlined(Session& session, SourceFile& source, const Outline& outline) {
  const auto make_name = [&](std::string_view text, Pos pos) {
    auto* name = make_node<Name>(session, pos);
    name->symbol = session.interner.intern(text);
    return name;
  };
  auto* file = make_node<File>(session, source.begin());
  file->source = &source;
  file->outline = outline;
  file->package_name = make_name(outline.package, source.at(outline.package_begin));
  file->eof = source.end();
  ListBuilder<ImportDecl*> imports;
  ListBuilder<Decl*> decls;
  for (const OutlineImport& import : outline.imports) {
    const Pos pos = source.at(import.begin);
    auto* decl = make_node<ImportDecl>(session, pos);
    if (!import.name.empty()) decl->local_name = make_name(import.name, pos);
    decl->path = make_node<BasicLit>(session, pos);
    decl->path->lit = LitKind::String;
    decl->path->text = import.path;
    imports.push_back(decl);
    decls.push_back(decl);
  }
  uint32_t last = 0;  // several names may have one declaration
  for (const OutlineRow& row : outline.rows) {
    if (row.use != OutlineRow::Use::Always || row.begin == last) continue;
    last = row.begin;
    for (Decl* decl : parse_outlined(session, *file, row)) decls.push_back(decl);
  }
  file->imports = imports.finish(session.arena);
  file->decls = decls.finish(session.arena);
  return file;
}

std::span<Decl*> parse_outlined(Session& session, const File& file, const OutlineRow& row) {
  const Pos begin = file.source->at(row.begin);
  SourceFile* source = session.sources.file_of(begin);
  CheckStage stage("parsing a declaration", source->name());
  return Parser(session, *source, Bodies::Skip, begin).lone_declaration(row.kind);
}

void parse_body(Session& session, FuncDecl& decl) {
  if (decl.body != nullptr || !decl.has_body()) return;
  SourceFile* source = session.sources.file_of(decl.body_text.begin);
  GOVM_CHECK(source != nullptr);
  CheckStage stage("parsing a function body", source->name());
  decl.body = Parser(session, *source, Bodies::Parse, decl.body_text.begin).lone_body();
}

// --- state -------------------------------------------------------------------------------------

Parser::Parser(Session& session, SourceFile& source, Bodies bodies, Pos from)
    : session_(session), scanner_(source, session.sink, from), bodies_(bodies), other_errors_(session.sink.count()) {
  next();
}

Name* Parser::make_name(Pos pos, std::string_view text) {
  Name* name = make<Name>(pos);
  name->symbol = session_.interner.intern(text);
  return name;
}

void Parser::want(Token wanted) {
  if (got(wanted)) return;
  expected(token_in_words(wanted));
  advance();
}

// "=", or ":=" with a complaint.
bool Parser::got_assign() {
  if (token() == Token::Define) {
    expected("=");
  } else if (token() != Token::Assign) {
    return false;
  }
  next();
  return true;
}

void Parser::too_deep(uint32_t limit) {
  if (token() == Token::EndOfFile) return;
  error(pos(), diag::kUnsupportedNesting, limit);
  scanner_.stop();
}

void Parser::set_height(uint32_t height) {
  height_ = height;
  max_height_ = std::max(max_height_, height);
  if (height > kMaxHeight) too_deep(kMaxHeight);
}

// --- errors ------------------------------------------------------------------------------------

std::string token_in_words(Token token) {
  if (token == Token::Comma) return "comma";
  if (token == Token::Semi) return "semicolon or newline";
  std::string text(token_text(token));
  return is_keyword(token) ? "keyword " + text : text;
}

std::string Parser::found() const {
  std::string_view op = operator_text(scanner_.op());
  switch (token()) {
    case Token::Name: return "name " + std::string(scanner_.text());
    case Token::Semi: return std::string(scanner_.text());
    case Token::Literal: return "literal " + std::string(scanner_.text());
    case Token::Operator: return std::string(op);
    case Token::AssignOp: return std::string(op) + "=";
    case Token::IncOp: return std::string(op).append(op);
    default: return token_in_words(token());
  }
}

void Parser::advance(TokenSet follow) {
  if (function_nesting_ > 0) follow = follow | kStatementStart;
  while (token() != Token::EndOfFile && !follow.has(token())) next();
}

void Parser::advance() {
  if (token() != Token::EndOfFile) next();
}

// After a missing separator: complains and looks for a closing token. False if that is not the
// list's own.
bool Parser::recover_list(std::string_view context, Token separator, Token close) {
  syntax_error(diag::kBadListEnd, found(), context, token_in_words(separator), token_in_words(close));
  advance({Token::Rparen, Token::Rbrack, Token::Rbrace});
  return token() == close;
}

// --- pragmas -----------------------------------------------------------------------------------

std::span<Pragma> Parser::take_pragmas(PragmaPlace place, const Decl* decl) {
  std::vector<Pragma>& gathered = scanner_.pragmas();
  if (gathered.empty()) return {};
  size_t errors = error_count();
  for (Pragma& pragma : gathered) {
    pragma.place = place;
    pragma.decl = decl;
    pragma.in_function = function_nesting_ > 0;
    check_pragma(pragma, session_.sink);
  }
  other_errors_ += error_count() - errors;
  // Go's directives count at the beginning of a line alone, claims about a line (//govm:frame) behind it, too.
  std::erase_if(gathered, [](const Pragma& pragma) { return !pragma.begins_line && pragma.text.starts_with("go:"); });
  all_pragmas_.insert(all_pragmas_.end(), gathered.begin(), gathered.end());
  std::span<Pragma> taken = session_.arena.copy(gathered);
  gathered.clear();
  return taken;
}

// --- files -------------------------------------------------------------------------------------

// SourceFile = PackageClause ";" { ImportDecl ";" } { TopLevelDecl ";" } .
File* Parser::file_or_null(Extent extent) {
  File* file = make<File>(pos());
  file->source = &scanner_.file();
  file->build_constraint = scanner_.build_constraint();
  file->go_version = version_of(file->build_constraint);

  // PackageClause = "package" PackageName .
  if (got(Token::Package)) {
    take_pragmas(PragmaPlace::PackageClause);
    file->package_name = name();
    want(Token::Semi);
  } else {
    syntax_error(diag::kMissingPackageClause);
  }
  Pos header_end = pos();
  check_encoding(scanner_.file(), {scanner_.file().begin(), header_end}, session_.sink);
  if (has_errors()) return nullptr;

  DeclList decls;
  Token previous = Token::Import;
  while (token() != Token::EndOfFile) {
    // Imports are accepted anywhere, with a complaint.
    if (token() == Token::Import && previous != Token::Import) syntax_error(diag::kLateImport);
    if (token() != Token::Import && extent == Extent::Imports) break;
    previous = token();
    switch (token()) {
      case Token::Import:
        next();
        decl_group(decls, &Parser::import_decl);
        break;
      case Token::Const:
        next();
        decl_group(decls, &Parser::const_decl);
        break;
      case Token::Type:
        next();
        decl_group(decls, &Parser::type_decl);
        break;
      case Token::Var:
        next();
        decl_group(decls, &Parser::var_decl);
        break;
      case Token::Func:
        next();
        decls.push_back(func_decl());
        break;
      default: {
        const FuncDecl* last = decls.empty() ? nullptr : as<FuncDecl>(decls[decls.size() - 1]);
        if (token() == Token::Lbrace && last != nullptr && !last->has_body()) {
          syntax_error(diag::kBraceOnNewLine);
        } else {
          syntax_error(diag::kBadTopLevelStatement);
        }
        advance(kDeclStart);
        continue;
      }
    }
    // Before the semicolon is read: comments behind it belong to the next declaration.
    clear_pragmas();
    if (token() != Token::EndOfFile && !got(Token::Semi)) {
      syntax_error(diag::kBadDeclarationEnd, found());
      advance(kDeclStart);
    }
  }
  if (extent == Extent::All) clear_pragmas();
  file->eof = pos();
  check_encoding(scanner_.file(), {header_end, file->eof}, session_.sink);
  file->decls = finish(decls);
  ListBuilder<ImportDecl*> imports;
  for (Decl* decl : file->decls) {
    if (is<ImportDecl>(decl)) imports.push_back(cast<ImportDecl>(decl));
  }
  file->imports = finish(imports);
  file->pragmas = session_.arena.copy(all_pragmas_);
  return file;
}

// The keyword stands there if pragmas do above it.
std::span<Decl*> Parser::lone_declaration(OutlineRow::Kind kind) {
  DeclList decls;
  switch (kind) {
    case OutlineRow::Kind::Const:
      got(Token::Const);
      decl_group(decls, &Parser::const_decl);
      break;
    case OutlineRow::Kind::Type:
      got(Token::Type);
      decls.push_back(type_decl(nullptr));
      break;
    case OutlineRow::Kind::Var:
      got(Token::Var);
      decls.push_back(var_decl(nullptr));
      break;
    case OutlineRow::Kind::Func:
      got(Token::Func);
      decls.push_back(func_decl());
      break;
  }
  return finish(decls);
}

BlockStmt* Parser::lone_body() { return func_body(); }

}  // namespace govm::syntax
