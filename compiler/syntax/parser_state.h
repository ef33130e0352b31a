// The parser's inside: state, helpers and one method for each production. Included by the
// parse_*.cpp files only; the public face is parser.h.
//
// Recursive descent with one token of look-ahead. Methods named …_or_null return null where the
// production is absent; all others return a node even after an error (BadExpr at worst).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "compiler/syntax/parser.h"
#include "compiler/syntax/scanner.h"

namespace govm::syntax {

/// A list under construction: the first elements need no memory from the system.
template <typename T>
class ListBuilder {
 public:
  void push_back(T item) {
    if (size_ < kInline) {
      few_[size_] = item;
    } else {
      if (size_ == kInline) many_.assign(few_.begin(), few_.end());
      many_.push_back(item);
    }
    ++size_;
  }
  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T& operator[](size_t i) { return size_ <= kInline ? few_[i] : many_[i]; }
  T* begin() { return size_ <= kInline ? few_.data() : many_.data(); }
  T* end() { return begin() + size_; }
  /// The list in the arena, where it stays.
  std::span<T> finish(Arena& arena) { return arena.copy(std::span<T>(begin(), size_)); }

 private:
  static constexpr size_t kInline = 8;
  std::array<T, kInline> few_{};
  std::vector<T> many_;
  size_t size_ = 0;
};

template <typename T>
T* make_node(Session& session, Pos pos) {
  T* node = session.arena.make<T>();
  node->kind = T::kKind;
  node->pos = pos;
  if constexpr (std::is_base_of_v<Expr, T>) node->id = session.next_expr_id++;
  return node;
}

/// A set of tokens.
class TokenSet {
 public:
  constexpr TokenSet(std::initializer_list<Token> tokens) {
    for (Token token : tokens) bits_ |= bit(token);
  }
  constexpr bool has(Token token) const { return (bits_ & bit(token)) != 0; }
  constexpr TokenSet operator|(TokenSet other) const {
    TokenSet both({});
    both.bits_ = bits_ | other.bits_;
    return both;
  }

 private:
  static constexpr uint64_t bit(Token token) { return uint64_t{1} << static_cast<unsigned>(token); }
  uint64_t bits_ = 0;
};

/// Whether parentheses around an operand stay in the tree.
enum class Parens : uint8_t { Drop, Keep };
/// Whether parameters must be named (type parameters) or may all be types.
enum class ParamNames : uint8_t { Optional, Required };
/// Whether the last parameter may be variadic.
enum class FinalDots : uint8_t { Forbidden, Allowed };

/// Parses one file, or one body of it.
class Parser {
 public:
  Parser(Session& session, SourceFile& source, Bodies bodies, Pos from = {});

  // parse_file.cpp
  enum class Extent : uint8_t { All, Imports };
  File* file_or_null(Extent extent);
  std::span<Decl*> lone_declaration(OutlineRow::Kind kind);
  BlockStmt* lone_body();

 private:
  // --- nodes
  template <typename T>
  T* make(Pos pos) {
    return make_node<T>(session_, pos);
  }
  Name* make_name(Pos pos, std::string_view text);
  BadExpr* bad_expr() { return make<BadExpr>(pos()); }
  template <typename T>
  std::span<T> finish(ListBuilder<T>& list) {
    return list.finish(session_.arena);
  }

  // --- tokens
  Token token() const { return scanner_.token(); }
  Pos pos() const { return scanner_.pos(); }
  bool at_operator(Operator op) const { return token() == Token::Operator && scanner_.op() == op; }
  void next() { scanner_.next(); }
  bool got(Token wanted) {
    if (token() != wanted) return false;
    next();
    return true;
  }
  void want(Token wanted);
  bool got_assign();

  // --- errors (parse_file.cpp)
  template <typename... Args>
  void error(Pos at, const diag::Message<Args...>& message, std::type_identity_t<Args>... args) {
    session_.sink.report(at, message, args...);
  }
  /// As error, for syntax errors: silent at the end of the file if there were errors before.
  template <typename... Args>
  void syntax_error(Pos at, const diag::Message<Args...>& message, std::type_identity_t<Args>... args) {
    if (token() == Token::EndOfFile && has_errors()) return;
    session_.sink.report(at, message, args...);
  }
  template <typename... Args>
  void syntax_error(const diag::Message<Args...>& message, std::type_identity_t<Args>... args) {
    syntax_error<Args...>(pos(), message, args...);
  }
  /// "unexpected …, expected `what`"
  void expected(std::string_view what) { syntax_error(diag::kBadToken, found(), what); }
  /// The current token as messages name it.
  std::string found() const;
  /// Errors of this parser so far that make the tree incomplete: those about pragmas and branches
  /// are left out.
  size_t error_count() const { return session_.sink.count() - other_errors_; }
  bool has_errors() const { return error_count() != 0; }
  /// Skips to a token of the set (within a function also to a keyword that begins a statement).
  void advance(TokenSet follow);
  /// Skips one token.
  void advance();

  // --- nesting
  /// Counts one level of recursion for as long as it lives.
  class Nested {
   public:
    explicit Nested(Parser& parser) : parser_(parser) {
      if (++parser.depth_ > kMaxDepth) parser.too_deep(kMaxDepth);
    }
    ~Nested() { --parser_.depth_; }
    Nested(const Nested&) = delete;
    Nested& operator=(const Nested&) = delete;

   private:
    Parser& parser_;
  };
  void too_deep(uint32_t limit);
  void set_height(uint32_t height);

  // --- pragmas (parse_file.cpp)
  /// Those gathered so far, for what comes now; complains of those whose text is wrong.
  std::span<Pragma> take_pragmas(PragmaPlace place, const Decl* decl = nullptr);
  /// Complains of pragmas that no declaration took.
  void clear_pragmas() {
    if (!scanner_.pragmas().empty()) take_pragmas(PragmaPlace::Nowhere);
  }

  // --- lists: [ item { separator item } [ separator ] ] close. `item` returns whether the list
  // must end. Returns the position of the closing token.
  template <typename Item>
  Pos list(std::string_view context, Token separator, Token close, Item item) {
    bool done = false;
    while (token() != Token::EndOfFile && token() != close && !done) {
      done = item();
      if (!got(separator) && token() != close) {
        if (!recover_list(context, separator, close)) return pos();
      }
    }
    Pos end = pos();
    want(close);
    return end;
  }
  bool recover_list(std::string_view context, Token separator, Token close);

  // parse_decl.cpp
  using DeclList = ListBuilder<Decl*>;
  template <typename D>
  void decl_group(DeclList& decls, D* (Parser::*spec)(Group*));
  ImportDecl* import_decl(Group* group);
  ConstDecl* const_decl(Group* group);
  TypeDecl* type_decl(Group* group);
  VarDecl* var_decl(Group* group);
  void type_decl_bracket(TypeDecl* decl);
  FuncDecl* func_decl();
  void func_decl_body(FuncDecl* decl);
  BlockStmt* func_body();
  std::span<Name*> name_list();

  // parse_expr.cpp
  Expr* expr() { return binary_expr(nullptr, 0); }
  std::span<Expr*> expr_list();
  std::span<Expr*> expr_list_from(Expr* first);
  Expr* binary_expr(Expr* x, int precedence);
  Expr* unary_expr();
  Expr* receive_or_channel();
  Expr* operand(Parens parens);
  Expr* primary_expr(Expr* x, Parens parens);
  Expr* selector_or_assertion(Expr* x);
  Expr* index_or_slice(Expr* x);
  Expr* call(Expr* x);
  bool may_open_literal(const Expr* x) const;
  CompositeLit* literal_value(Expr* type);
  Expr* literal_element();
  Name* name();
  BasicLit* literal_or_null();
  Expr* qualified_name(Name* first);
  bool type_list(ListBuilder<Expr*>& items, bool first_is_type);

  // parse_type.cpp
  Expr* type();
  Expr* type_or_null();
  Expr* type_instance(Expr* x);
  FuncType* func_type(std::string_view no_type_params, std::span<Field*>* type_params);
  Expr* array_type(Pos at, Expr* length);
  Expr* slice_type(Pos at);
  Expr* star_expr(Pos at, Expr* x);
  Expr* channel_element();
  StructType* struct_type();
  void field_decl(ListBuilder<Field*>& fields);
  void add_field(ListBuilder<Field*>& fields, Pos at, Name* name, Expr* type, BasicLit* tag);
  Expr* array_or_type_args(Name* name);
  InterfaceType* interface_type();
  Field* method_or_embedded();
  void bracketed_method_or_embedded(Field* field, Name* name);
  Field* embedded_elem(Field* field);
  Expr* embedded_term();
  std::span<Field*> result();
  Field* param_or_null(Name* first, Token close);
  std::span<Field*> param_list(Name* first_name, Expr* first_type, Token close, ParamNames names, FinalDots dots);
  void distribute_types(ListBuilder<Field*>& params, size_t named, size_t typed, Pos end, ParamNames names);

  // parse_stmt.cpp
  Stmt* stmt_or_null();
  std::span<Stmt*> stmt_list();
  BlockStmt* block(std::string_view context);
  template <typename D>
  DeclStmt* decl_stmt(D* (Parser::*spec)(Group*));
  /// What stands where a simple statement may: a statement, or the range clause of a for.
  struct Simple {
    Stmt* stmt = nullptr;
    RangeClause* range = nullptr;
  };
  /// `keyword` is the statement whose header this is in, or None.
  Simple simple_stmt(Token keyword);
  Simple simple_stmt_from(std::span<Expr*> lhs, Token keyword);
  RangeClause* range_clause(std::span<Expr*> lhs, bool define);
  Stmt* labeled_stmt_or_null(Name* label);
  struct Header {
    Stmt* init = nullptr;
    Expr* cond = nullptr;
    Stmt* post = nullptr;
    RangeClause* range = nullptr;
  };
  Header header(Token keyword);
  void for_header_rest(Header& header, Stmt*& cond);
  Expr* condition_of(Stmt* stmt);
  ForStmt* for_stmt();
  IfStmt* if_stmt();
  SwitchStmt* switch_stmt();
  SelectStmt* select_stmt();
  CaseClause* case_clause();
  CommClause* comm_clause();
  CallStmt* call_stmt();
  BranchStmt* branch_stmt();

  /// Levels of recursion, and height of an expression's tree, that later stages can walk on the
  /// compiler's stack. Go's compiler takes 50,000 nested blocks; these must pass.
  static constexpr uint32_t kMaxDepth = 52'000;
  static constexpr uint32_t kMaxHeight = 30'000;

  Session& session_;
  Scanner scanner_;
  Bodies bodies_;
  size_t other_errors_;       ///< in the sink, not counted by error_count
  int function_nesting_ = 0;  ///< 0 outside of function bodies
  /// Negative in the header of a statement, where a `{` opens the body and no composite literal;
  /// counted up by parentheses and brackets.
  int expr_nesting_ = 0;
  uint32_t depth_ = 0;
  uint32_t height_ = 0;      ///< of the expression parsed last
  uint32_t max_height_ = 0;  ///< of all expressions of the current function literal
  std::vector<Pragma> all_pragmas_;
};

/// The words for a token in "expected …".
std::string token_in_words(Token token);

/// Resolves labels and branches of a function body, and complains of misuse (branches.cpp).
void check_branches(BlockStmt* body, diag::DiagnosticSink& sink);

/// Whether an expression can only be a type element of a constraint, not a value.
bool is_type_elem(const Expr* x);

}  // namespace govm::syntax
