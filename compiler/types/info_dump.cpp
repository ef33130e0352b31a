// Walks a file's expressions and writes mode, type and value of each.
#include "compiler/types/info_dump.h"

#include "base/source_file.h"
#include "compiler/syntax/print.h"
#include "compiler/syntax/visit.h"

namespace govm::types {
namespace {

std::string_view mode_name(Mode mode) {
  switch (mode) {
    case Mode::Invalid: return "invalid";
    case Mode::NoValue: return "no value";
    case Mode::Builtin: return "built-in";
    case Mode::TypeExpr: return "type";
    case Mode::Constant: return "constant";
    case Mode::Variable: return "variable";
    case Mode::MapIndex: return "map index";
    case Mode::Value: return "value";
    case Mode::Nil: return "nil";
    case Mode::CommaOk: return "comma, ok";
  }
  return "";
}

class Dumper {
 public:
  Dumper(TextWriter& out, const Info& info, const Package* package, const SourceMap& sources)
      : out_(out), info_(info), package_(package), sources_(sources) {}

  void visit(const syntax::Node* node, int depth) {
    if (syntax::is_expr_kind(node->kind)) {
      const auto* expr = static_cast<const syntax::Expr*>(node);
      if (info_.mode_of(expr) != Mode::Invalid) line(expr, depth++);
    }
    syntax::for_each_child(node, [&](const syntax::Node* child) { visit(child, depth); });
  }

 private:
  void line(const syntax::Expr* expr, int depth) {
    const Position at = sources_.resolve(expr->pos);
    out_.put(at.line, ":", at.column).pad_to(10);
    for (int i = 0; i < depth; ++i) out_.write("  ");
    out_.put(syntax::to_string(expr), "  ", mode_name(info_.mode_of(expr)));
    if (const Type* type = info_.type_of(expr)) out_.put(" ", type_string(type, package_));
    if (info_.is_constant(expr)) out_.put(" = ", info_.value_of(expr).text());
    out_.write("\n");
  }

  TextWriter& out_;
  const Info& info_;
  const Package* package_;
  const SourceMap& sources_;
};

}  // namespace

void dump_types(TextWriter& out, const syntax::File* file, const Info& info, const Package* package, const SourceMap& sources) {
  Dumper dumper(out, info, package, sources);
  syntax::for_each_child(file, [&](const syntax::Node* child) { dumper.visit(child, 0); });
}

}  // namespace govm::types
