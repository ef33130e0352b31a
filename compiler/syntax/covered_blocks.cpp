// Positions come from the tokens: trees keep neither parentheses nor the ends of statements.
#include "compiler/syntax/covered_blocks.h"

#include <algorithm>

#include "compiler/syntax/scanner.h"
#include "compiler/syntax/visit.h"

namespace govm::syntax {
namespace {

struct TokenText {
  Token token;
  Span text;
  bool is_string = false;     ///< may reach over several lines
  bool ends_line = false;     ///< a semicolon that no one wrote
  size_t partner = SIZE_MAX;  ///< the bracket that closes it, or that it closes
  bool is_code() const { return token != Token::Lbrace && token != Token::Rbrace && !ends_line; }
};

bool opens(Token token) { return token == Token::Lparen || token == Token::Lbrack || token == Token::Lbrace; }
bool closes(Token token) { return token == Token::Rparen || token == Token::Rbrack || token == Token::Rbrace; }

uint32_t length_of(const Scanner& scanner) {
  constexpr uint32_t kIncrement = 2;
  switch (scanner.token()) {
    case Token::Name:
    case Token::Literal: return static_cast<uint32_t>(scanner.text().size());
    case Token::IncOp: return kIncrement;
    default:
      return is_keyword(scanner.token()) ? static_cast<uint32_t>(token_text(scanner.token()).size()) : 1;  // no other ends a statement
  }
}

/// A statement of a list and its bounds.
struct Placed {
  Stmt* stmt;
  Span text;
};

class BlockFinder {
 public:
  BlockFinder(Session& session, SourceFile& source, uint32_t first, BlockCounters& counters)
      : session_(session), source_(source), first_(first), counters_(counters) {
    read_tokens();
  }

  CoveredFile run(File& file) {
    for (Decl* decl : file.decls) visit(decl);
    return std::move(out_);
  }

 private:
  void read_tokens() {
    diag::DiagnosticSink silent(session_.sources, 0);
    std::vector<size_t> open;
    Scanner scanner(source_, silent);
    for (scanner.next(); scanner.token() != Token::EndOfFile; scanner.next()) {
      TokenText one{scanner.token(), {scanner.pos(), scanner.pos() + length_of(scanner)}};
      one.is_string = one.token == Token::Literal && scanner.lit_kind() == LitKind::String;
      one.ends_line = one.token == Token::Semi && scanner.text() != "semicolon";
      if (opens(one.token)) open.push_back(tokens_.size());
      if (closes(one.token) && !open.empty()) {
        one.partner = open.back();
        tokens_[open.back()].partner = tokens_.size();
        open.pop_back();
      }
      tokens_.push_back(one);
    }
  }

  /// The first token that does not begin before a position.
  size_t token_at(Pos pos) const {
    return static_cast<size_t>(std::ranges::lower_bound(tokens_, pos, {}, [](const TokenText& one) { return one.text.begin; }) -
                               tokens_.begin());
  }

  // --- the tree

  void visit(Node* node) {
    switch (node->kind) {
      case NodeKind::FuncDecl: {
        // What has no name cannot be called.
        auto* decl = cast<FuncDecl>(node);
        if (decl->body == nullptr || decl->name->text() == "_") return;
        visit_function(decl->body);
        return;
      }
      case NodeKind::FuncLit: visit_function(cast<FuncLit>(node)->body); return;
      case NodeKind::IfStmt: return visit_if(cast<IfStmt>(node));
      case NodeKind::BlockStmt: {
        auto* block = cast<BlockStmt>(node);
        visit_children(node);
        block->list = count(block->list, token_at(block->pos) + 1, block->pos, block->pos + 1, block->rbrace + 1, true);
        return;
      }
      case NodeKind::CaseClause: return visit_clause(cast<CaseClause>(node));
      case NodeKind::CommClause: return visit_clause(cast<CommClause>(node));
      default: visit_children(node); return;
    }
  }

  void visit_children(const Node* node) {
    for_each_child(node, [this](const Node* child) { visit(const_cast<Node*>(child)); });
  }

  void visit_function(BlockStmt* body) {
    if (depth_ == 0) ++out_.functions;
    ++depth_;
    visit(body);
    --depth_;
  }

  /// What follows `else` is a block that begins behind that word: an if gets one around it.
  void visit_if(IfStmt* stmt) {
    if (stmt->init != nullptr) visit(stmt->init);
    visit(stmt->cond);
    visit(stmt->then);
    if (stmt->else_ == nullptr) return;
    const size_t word = token_at(stmt->then->rbrace) + 1;
    const Pos begin = tokens_[word].text.end;
    if (auto* block = as<BlockStmt>(stmt->else_)) {
      visit_children(block);
      block->list = count(block->list, word + 2, begin, begin + 1, block->rbrace + 1, true);
      return;
    }
    visit(stmt->else_);
    auto* block = make<BlockStmt>(begin);
    block->rbrace = tokens_[end_token(stmt->else_, word + 1) - 1].text.begin;
    block->list = count(std::span<Stmt*>(&stmt->else_, 1), word + 1, begin, begin + 1, block->rbrace + 1, true);
    stmt->else_ = block;
  }

  template <class Clause>
  void visit_clause(Clause* clause) {
    visit_children(clause);
    const Pos begin = clause->colon + 1;
    clause->body = count(clause->body, token_at(clause->colon) + 1, begin, begin, begin, false);
  }

  // --- statements

  /// The token behind a statement that begins with token `at`.
  size_t end_token(const Stmt* stmt, size_t at) const {
    switch (stmt->kind) {
      case NodeKind::EmptyStmt: return at;
      case NodeKind::BlockStmt: return token_at(cast<BlockStmt>(stmt)->rbrace) + 1;
      case NodeKind::ForStmt: return token_at(cast<ForStmt>(stmt)->body->rbrace) + 1;
      case NodeKind::SwitchStmt: return token_at(cast<SwitchStmt>(stmt)->rbrace) + 1;
      case NodeKind::SelectStmt: return token_at(cast<SelectStmt>(stmt)->rbrace) + 1;
      case NodeKind::LabeledStmt: return end_token(cast<LabeledStmt>(stmt)->stmt, at + 2);
      case NodeKind::IfStmt: {
        const auto* choice = cast<IfStmt>(stmt);
        return choice->else_ != nullptr ? end_token(choice->else_, at) : token_at(choice->then->rbrace) + 1;
      }
      default:
        while (at < tokens_.size() && tokens_[at].token != Token::Semi && !closes(tokens_[at].token)) {
          at = (opens(tokens_[at].token) ? tokens_[at].partner : at) + 1;
        }
        return at;
    }
  }

  std::vector<Placed> place(std::span<Stmt* const> list, size_t at) const {
    std::vector<Placed> placed;
    for (Stmt* stmt : list) {
      const size_t end = end_token(stmt, at);
      const Pos begin = tokens_[at].text.begin;
      const bool is_written = end > at || (tokens_[at].token == Token::Semi && !tokens_[at].ends_line);
      placed.push_back({stmt, {begin, !is_written ? begin : end > at ? tokens_[end - 1].text.end : begin + 1}});
      at = end + (tokens_[end].token == Token::Semi ? 1 : 0);
    }
    return placed;
  }

  static const FuncLit* function_literal_in(const Node* node) {
    const FuncLit* found = nullptr;
    walk(node, [&](const Node* inner) {
      if (found == nullptr) found = as<FuncLit>(inner);
      return found == nullptr;
    });
    return found;
  }

  /// Where the code of a block that ends with a statement ends: at a block inside of it, or that of its first function literal.
  Pos boundary(const Placed& placed) const { return boundary(placed.stmt, placed.text.end); }
  Pos boundary(const Stmt* stmt, Pos end) const {
    const auto first_literal_or = [](std::initializer_list<const Node*> parts, Pos otherwise) {
      for (const Node* part : parts) {
        if (const FuncLit* literal = function_literal_in(part)) return literal->body->pos;
      }
      return otherwise;
    };
    const auto brace_of = [this](Pos rbrace) { return tokens_[tokens_[token_at(rbrace)].partner].text.begin; };
    switch (stmt->kind) {
      case NodeKind::BlockStmt: return stmt->pos;
      case NodeKind::IfStmt: {
        const auto* choice = cast<IfStmt>(stmt);
        return first_literal_or({choice->init, choice->cond}, choice->then->pos);
      }
      case NodeKind::ForStmt: {
        const auto* loop = cast<ForStmt>(stmt);
        const Node* range = loop->range != nullptr ? loop->range->x : nullptr;
        return first_literal_or({loop->init, loop->cond, loop->post, range}, loop->body->pos);
      }
      case NodeKind::SwitchStmt: {
        const auto* choice = cast<SwitchStmt>(stmt);
        const Node* tag = is<TypeSwitchGuard>(choice->tag) ? nullptr : choice->tag;
        return first_literal_or({choice->init, tag}, brace_of(choice->rbrace));
      }
      case NodeKind::SelectStmt: return brace_of(cast<SelectStmt>(stmt)->rbrace);
      case NodeKind::LabeledStmt: return boundary(cast<LabeledStmt>(stmt)->stmt, end);
      default: return first_literal_or({stmt}, end);
    }
  }

  /// A control statement keeps its label.
  static bool is_control(const Stmt* stmt) {
    return stmt->kind == NodeKind::ForStmt || stmt->kind == NodeKind::SwitchStmt || stmt->kind == NodeKind::SelectStmt;
  }

  static bool is_panic(const Stmt* stmt) {
    const auto* x = as<ExprStmt>(stmt);
    const auto* call = x != nullptr ? as<CallExpr>(x->x) : nullptr;
    const auto* name = call != nullptr ? as<Name>(call->fun) : nullptr;
    return name != nullptr && name->text() == "panic" && call->args.size() == 1;
  }

  static bool ends_block(const Stmt* stmt) {
    switch (stmt->kind) {
      case NodeKind::BlockStmt:
      case NodeKind::BranchStmt:
      case NodeKind::IfStmt:
      case NodeKind::LabeledStmt: return true;
      default: return is_control(stmt) || is_panic(stmt) || function_literal_in(stmt) != nullptr;
    }
  }

  // --- lists

  /// The list with a counting statement at the beginning of each block. `at`: the list's first token. The first block reaches from
  /// `begin`, or `inside` if the list is empty; `to_end`: one that nothing divides reaches to `end`.
  std::span<Stmt*> count(std::span<Stmt*> list, size_t at, Pos begin, Pos inside, Pos end, bool to_end) {
    std::vector<Stmt*> counted;
    if (list.empty()) {
      counted.push_back(counter({code_ranges(inside, end).front(), 0}));
      return session_.arena.copy(counted);
    }
    std::vector<Placed> rest = place(list, at);
    for (size_t from = 0; from < rest.size();) {
      size_t to = from;
      Pos stop = end;
      while (to < rest.size()) {
        stop = boundary(rest[to]);
        if (!ends_block(rest[to++].stmt)) continue;
        // A goto may lead to the label: what it names begins a block.
        if (auto* labeled = as<LabeledStmt>(rest[to - 1].stmt); labeled != nullptr && !is_control(labeled->stmt)) {
          const Placed inner = place({&labeled->stmt, 1}, token_at(rest[to - 1].text.begin) + 2).front();
          rest.insert(rest.begin() + static_cast<ptrdiff_t>(to), inner);
          labeled->stmt = make<EmptyStmt>(inner.text.begin);
          stop = rest[to - 1].text.begin;
          rest[to - 1].text.end = inner.text.begin;
        }
        to_end = false;
        break;
      }
      if (to_end) stop = end;
      const std::span<const Placed> block(rest.data() + from, to - from);
      std::vector<Part> parts = begin != stop ? parts_of(block, begin, stop) : std::vector<Part>();
      for (size_t i = 0, next = 0; i < block.size(); ++i) {
        for (; next < parts.size() && parts[next].first <= i; ++next) counted.push_back(counter(parts[next].block));
        counted.push_back(block[i].stmt);
      }
      from = to;
      if (from < rest.size()) begin = rest[from].text.begin;
    }
    return session_.arena.copy(counted);
  }

  Stmt* counter(const CoveredBlock& block) {
    auto* stmt = make<EmptyStmt>(block.text.begin);
    counters_.emplace(stmt, first_ + static_cast<uint32_t>(out_.blocks.size()));
    out_.blocks.push_back(block);
    return stmt;
  }

  /// A part of a run of statements, and the statement that it begins with.
  struct Part {
    CoveredBlock block;
    size_t first;
  };

  /// The parts that gaps divide a run of statements into; a gap inside of a statement divides nothing.
  std::vector<Part> parts_of(std::span<const Placed> stmts, Pos begin, Pos end) const {
    const auto first_from = [&](Pos pos) {
      return static_cast<size_t>(std::ranges::lower_bound(stmts, pos, {}, [](const Placed& one) { return one.text.begin; }) -
                                 stmts.begin());
    };
    std::vector<Part> parts;
    for (const Span& range : code_ranges(begin, end)) {
      const size_t first = first_from(range.begin);
      const auto count = static_cast<uint32_t>(first_from(range.end) - first);
      if (!parts.empty() && first > 0 && range.begin < stmts[first - 1].text.end) {
        parts.back().block.text.end = range.end;
        parts.back().block.statements += count;
      } else {
        parts.push_back({{range, count}, parts.empty() ? 0 : first});
      }
    }
    return parts;
  }

  /// The text between two positions without the lines that hold no code; at least one range, which may be empty.
  std::vector<Span> code_ranges(Pos begin, Pos end) const {
    const auto line_of = [this](Pos pos) { return source_.physical(pos).line; };
    const auto next_line = [this](Pos pos) {
      const size_t newline = source_.text().find('\n', source_.index_of(pos));
      return newline == std::string_view::npos ? source_.end() : source_.at(newline + 1);
    };
    std::vector<Span> ranges;
    Pos code, code_end;  // of the range under way: its beginning, the end of its last token
    uint32_t last_line = 0;
    for (size_t at = token_at(begin); at < tokens_.size() && tokens_[at].text.begin < end; ++at) {
      const TokenText& one = tokens_[at];
      if (!one.is_code()) continue;
      const uint32_t line = line_of(one.text.begin);
      if (!code) {
        code = one.text.begin;
      } else if (line > last_line + 1) {
        ranges.push_back({code, next_line(code_end)});
        code = one.text.begin;
      }
      last_line = one.is_string ? line_of(one.text.end) : line;
      code_end = one.text.end;
    }
    if (code) ranges.push_back({code, std::min(next_line(code_end), end)});
    if (ranges.empty()) ranges.push_back({begin, begin});
    return ranges;
  }

  template <class T>
  T* make(Pos pos) {
    T* node = session_.arena.make<T>();
    node->kind = T::kKind;
    node->pos = pos;
    return node;
  }

  Session& session_;
  SourceFile& source_;
  uint32_t first_;
  BlockCounters& counters_;
  std::vector<TokenText> tokens_;
  CoveredFile out_;
  int depth_ = 0;  // of functions
};

}  // namespace

CoveredFile cover_blocks(Session& session, SourceFile& source, File& file, uint32_t first, BlockCounters& counters) {
  return BlockFinder(session, source, first, counters).run(file);
}

}  // namespace govm::syntax
