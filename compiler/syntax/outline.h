// The outline of a file of std: what it imports, and where the declarations of its names stand. A program of the build finds it
// (cli/std_outlines), so that the text of a declaration is read when something names it, and no other text is.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace govm::syntax {

/// One name that a file declares. Places are indices in the file's text.
struct OutlineRow {
  enum class Kind : uint8_t { Const, Type, Var, Func };
  /// When the declaration is looked at, and what its initialiser needs.
  enum class Use : uint8_t {
    Named,             ///< when it is named; a variable's value is laid out
    NamedInitialised,  ///< a variable, when it is named; its initialiser needs code
    Always             ///< in any case: a variable whose initialiser needs code, a function init
  };
  uint32_t begin = 0;     ///< of what parse_outlined reads: rows of one declaration share it
  uint32_t name = 0;      ///< begins there
  uint32_t receiver = 0;  ///< of a method: name of the receiver's base type
  uint16_t name_size = 0;
  uint16_t receiver_size = 0;  ///< 0: no method
  Kind kind = Kind::Func;
  Use use = Use::Named;

  std::string_view name_in(std::string_view text) const { return text.substr(name, name_size); }
  std::string_view receiver_in(std::string_view text) const { return text.substr(receiver, receiver_size); }
};

/// An import of a file; views of tables.
struct OutlineImport {
  std::string_view path;  ///< in its quotes
  std::string_view name;  ///< another one than its own for the package; empty: none
  uint32_t begin = 0;     ///< its first token behind `import`
};

/// A file. The lists are in the order of its text; no rows and no package: there is no outline.
struct Outline {
  std::string_view package;
  uint32_t package_begin = 0;
  std::span<const OutlineImport> imports;
  std::span<const OutlineRow> rows;

  bool empty() const { return package.empty(); }
};

}  // namespace govm::syntax
