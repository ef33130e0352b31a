// Declarations and files (spec: "Declarations and scope", "Source file organization").
#pragma once

#include <span>
#include <string_view>

#include "base/source_file.h"
#include "compiler/syntax/expr.h"
#include "compiler/syntax/outline.h"
#include "compiler/syntax/stmt.h"
#include "compiler/syntax/type_expr.h"

namespace govm::syntax {

/// What a pragma stands before.
enum class PragmaPlace : uint8_t { Nowhere, PackageClause, Import, Const, Type, Var, Func };

/// A `//go:…` or `//govm:…` comment. Pos: the text behind the slashes.
struct Pragma {
  Pos pos;
  std::string_view text;    ///< without the slashes: "go:noinline", "go:embed a.txt", "govm:inline cost=3"
  bool begins_line = true;  ///< only blanks stand before it
  PragmaPlace place = PragmaPlace::Nowhere;
  const Decl* decl = nullptr;  ///< what it stands before
  bool in_function = false;
  /// The word before the first space: "go:embed".
  std::string_view verb() const { return text.substr(0, text.find(' ')); }
};

/// Whether a list of pragmas has one with this verb ("go:noinline").
const Pragma* find_pragma(std::span<const Pragma> pragmas, std::string_view verb);

/// Declarations between one pair of parentheses share a Group; `iota` counts inside it.
struct Group {
  Pos lparen;
};

/// import path, import name path, import . path. Pos: its first token behind `import`.
struct ImportDecl : Decl {
  static constexpr NodeKind kKind = NodeKind::ImportDecl;
  Group* group = nullptr;
  std::span<Pragma> pragmas;
  Name* local_name = nullptr;  ///< "." and "_" included; null means no rename
  BasicLit* path = nullptr;    ///< null after an error
  /// The path without its quotes; empty after an error.
  std::string_view import_path() const {
    return path == nullptr || path->bad || path->text.size() < 2 ? std::string_view() : path->text.substr(1, path->text.size() - 2);
  }
};

/// const names [type] [= values]. Pos: the first name.
struct ConstDecl : Decl {
  static constexpr NodeKind kKind = NodeKind::ConstDecl;
  Group* group = nullptr;
  std::span<Pragma> pragmas;
  std::span<Name*> names;
  Expr* type = nullptr;
  std::span<Expr*> values;  ///< empty: repeats the ones before
};

/// type name [type parameters] [=] type. Pos: the name.
struct TypeDecl : Decl {
  static constexpr NodeKind kKind = NodeKind::TypeDecl;
  Group* group = nullptr;
  std::span<Pragma> pragmas;
  Name* name = nullptr;
  std::span<Field*> type_params;
  bool is_alias = false;
  Expr* type = nullptr;
};

/// var names [type] [= values]. Pos: the first name.
struct VarDecl : Decl {
  static constexpr NodeKind kKind = NodeKind::VarDecl;
  Group* group = nullptr;
  std::span<Pragma> pragmas;
  std::span<Name*> names;
  Expr* type = nullptr;
  std::span<Expr*> values;
};

/// func [receiver] name [type parameters] signature [body]. Pos: the token behind `func`.
struct FuncDecl : Decl {
  static constexpr NodeKind kKind = NodeKind::FuncDecl;
  std::span<Pragma> pragmas;
  Field* recv = nullptr;  ///< null for a function
  Name* name = nullptr;
  std::span<Field*> type_params;
  FuncType* type = nullptr;
  /// The body. Null if there is none, or if it was skipped and parse_body was not yet called.
  BlockStmt* body = nullptr;
  /// From `{` to behind `}`; empty if the function is declared without a body.
  Span body_text;
  bool has_body() const { return static_cast<bool>(body_text.begin); }
  bool is_method() const { return recv != nullptr; }
};

/// One source file. Pos: its first token.
struct File : Node {
  static constexpr NodeKind kKind = NodeKind::File;
  const SourceFile* source = nullptr;
  Name* package_name = nullptr;
  std::span<Decl*> decls;             ///< imports included
  std::span<ImportDecl*> imports;     ///< the imports among them
  Outline outline;                    ///< of an outlined file (parse_outlined)
  std::span<Pragma> pragmas;          ///< every pragma of the file, in order
  std::string_view build_constraint;  ///< text behind "//go:build ", empty if none
  std::string_view go_version;        ///< "go1.21" where the constraint implies a version
  Pos eof;
};

}  // namespace govm::syntax
