// Diagnostics: what can be wrong with a Go program.
//
// Every message is one row of diagnostics.def; the row becomes a Message object whose type lists
// the arguments, so that a wrong number or kind of argument does not compile.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/position.h"

namespace govm::diag {

/// A message argument that is text: a name, a type or expression as printed.
using Text = std::string_view;
/// A message argument that is a number.
using Int = int64_t;

/// The rows of diagnostics.def.
enum class DiagnosticId : uint16_t {
#define DIAG(id, args, format, example) id,
#include "compiler/diag/diagnostics.def"
};

/// A row: its id, message with {} for each argument, and a smallest Go file that has the mistake.
template <typename... Args>
struct Message {
  DiagnosticId id;
  std::string_view format;
  std::string_view example;
};

#define DIAG_ARGS(...) __VA_ARGS__
#define DIAG(id, args, format, example) inline constexpr Message<DIAG_ARGS args> k##id{DiagnosticId::id, format, example};
#include "compiler/diag/diagnostics.def"

/// Name of a row ("MismatchedTypes").
std::string_view diagnostic_name(DiagnosticId id);
/// The example of a row.
std::string_view diagnostic_example(DiagnosticId id);
/// Number of rows.
size_t diagnostic_count();

/// A continuation line. With a position it prints as "\tfile:line:col: text", else as "\ttext".
struct Note {
  Pos pos;
  std::string text;
};

/// One mistake, ready to print. There are only errors, no warnings.
struct Diagnostic {
  DiagnosticId id;
  Pos pos;
  std::string text;  ///< may hold "\n\t" continuation lines of its own
  std::vector<Note> notes;
  uint32_t turn = 0;  ///< of its file in the output (DiagnosticSink)

  /// Adds a continuation line ("other declaration of x").
  Diagnostic& note(Pos at, std::string message) {
    notes.push_back({at, std::move(message)});
    return *this;
  }
};

}  // namespace govm::diag
