// The dumper of trees and of tokens.
#include "compiler/syntax/ast_dump.h"

#include "compiler/syntax/scanner.h"
#include "compiler/syntax/visit.h"

namespace govm::syntax {
namespace {

constexpr const char* kKindNames[] = {
#define NODE(name) #name,
#include "compiler/syntax/nodes.def"
};

constexpr const char* kTokenNames[] = {
#define TOKEN(name, text) #name,
#include "compiler/syntax/tokens.def"
};

class Dumper {
 public:
  Dumper(TextWriter& out, const SourceMap& sources) : out_(out), sources_(sources) {}

  void dump(const Node* node) {
    Position at = sources_.resolve(node->pos);
    out_.put(node_kind_name(node->kind), " ", at.line, ":", at.column);
    put_details(node);
    out_.newline();
    IndentScope indent(out_);
    const Node* shared_type = nullptr;
    for_each_child(node, [&](const Node* child) {
      // `a, b int` has one type in the text: shown with the first field only.
      if (const auto* field = as<Field>(child)) {
        bool shared = field->type == shared_type;
        shared_type = field->type;
        if (shared) return dump_name_only(field);
      }
      dump(child);
    });
  }

 private:
  void dump_name_only(const Field* field) { out_.line("Field ", field->name != nullptr ? field->name->text() : "_", " (same type)"); }

  // What a node has besides its children.
  void put_details(const Node* node) {
    switch (node->kind) {
      case NodeKind::Name: out_.put(" ", cast<Name>(node)->text()); break;
      case NodeKind::BasicLit:
        out_.write(' ');
        for (char c : cast<BasicLit>(node)->text) c == '\n' ? out_.write("\\n") : out_.write(c);
        break;
      case NodeKind::UnaryExpr: out_.put(" ", operator_text(cast<UnaryExpr>(node)->op)); break;
      case NodeKind::BinaryExpr: out_.put(" ", operator_text(cast<BinaryExpr>(node)->op)); break;
      case NodeKind::CallExpr:
        if (cast<CallExpr>(node)->has_dots) out_.write(" ...");
        break;
      case NodeKind::SliceExpr: {
        const auto* slice = cast<SliceExpr>(node);
        out_.put(" [", slice->index[0] != nullptr ? "lo" : "", slice->index[1] != nullptr ? ":hi" : ":", slice->full ? ":max]" : "]");
        break;
      }
      case NodeKind::ChanType:
        if (cast<ChanType>(node)->dir == ChanDir::SendOnly) out_.write(" send");
        if (cast<ChanType>(node)->dir == ChanDir::RecvOnly) out_.write(" receive");
        break;
      case NodeKind::AssignStmt: {
        const auto* assign = cast<AssignStmt>(node);
        out_.put(" ", assign->define ? ":" : operator_text(assign->op), "= ", assign->lhs.size(), " to ", assign->rhs.size());
        break;
      }
      case NodeKind::IncDecStmt: out_.put(" ", operator_text(cast<IncDecStmt>(node)->op), operator_text(cast<IncDecStmt>(node)->op)); break;
      case NodeKind::BranchStmt:
        out_.put(" ", token_text(cast<BranchStmt>(node)->token));
        if (const Stmt* target = cast<BranchStmt>(node)->target) {
          Position to = sources_.resolve(target->pos);
          out_.put(" to ", to.line, ":", to.column);
        }
        break;
      case NodeKind::CallStmt: out_.put(" ", token_text(cast<CallStmt>(node)->token)); break;
      case NodeKind::CaseClause:
        if (cast<CaseClause>(node)->is_default()) out_.write(" default");
        break;
      case NodeKind::CommClause:
        if (cast<CommClause>(node)->is_default()) out_.write(" default");
        break;
      case NodeKind::RangeClause:
        if (cast<RangeClause>(node)->define) out_.write(" :=");
        break;
      case NodeKind::FuncDecl: put_pragmas(cast<FuncDecl>(node)->pragmas); break;
      case NodeKind::VarDecl: put_pragmas(cast<VarDecl>(node)->pragmas); break;
      case NodeKind::TypeDecl:
        if (cast<TypeDecl>(node)->is_alias) out_.write(" =");
        put_pragmas(cast<TypeDecl>(node)->pragmas);
        break;
      default: break;
    }
  }

  void put_pragmas(std::span<const Pragma> pragmas) {
    for (const Pragma& pragma : pragmas) out_.put(" //", pragma.text);
  }

  TextWriter& out_;
  const SourceMap& sources_;
};

}  // namespace

const char* node_kind_name(NodeKind kind) { return kKindNames[static_cast<size_t>(kind)]; }

void dump_ast(TextWriter& out, const Node* node, const SourceMap& sources) { Dumper(out, sources).dump(node); }

void dump_tokens(TextWriter& out, SourceFile& source, diag::DiagnosticSink& sink) {
  Scanner scanner(source, sink);
  do {
    scanner.next();
    Position at = source.resolve(scanner.pos());
    out.put(at.line, ":", at.column).pad_to(10);
    out.write(kTokenNames[static_cast<size_t>(scanner.token())]);
    switch (scanner.token()) {
      case Token::Name:
      case Token::Literal:
      case Token::Semi: out.put(" ", scanner.text()); break;
      case Token::Operator:
      case Token::AssignOp:
      case Token::IncOp: out.put(" ", operator_text(scanner.op())); break;
      default: break;
    }
    out.newline();
  } while (scanner.token() != Token::EndOfFile);
  check_encoding(source, {source.begin(), source.end()}, sink);
}

}  // namespace govm::syntax
