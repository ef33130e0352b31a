// The sink that collects diagnostics.
//
// Does as Go's compiler does: one syntax error a line, equal messages on one line once, none about what an earlier
// mistake left invalid, output sorted by position, and (unless told otherwise) an end after ten.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/source_file.h"
#include "compiler/diag/diagnostic.h"

namespace govm::diag {

/// A message argument behind its type.
struct Argument {
  Argument(Text text) : text(text), is_text(true) {}
  Argument(Int number) : number(number) {}
  Text text;
  Int number = 0;
  bool is_text = false;
};

/// The message with each {} replaced by the next argument.
std::string format_message(std::string_view format, const Argument* args, size_t count);

/// Collects the diagnostics of a compile session.
class DiagnosticSink {
 public:
  /// `limit` diagnostics are kept, further ones only counted; 0 means no limit.
  explicit DiagnosticSink(const SourceMap& sources, size_t limit = 10) : sources_(sources), limit_(limit) {}
  DiagnosticSink(const DiagnosticSink&) = delete;
  DiagnosticSink& operator=(const DiagnosticSink&) = delete;

  /// Reports a mistake. The result takes notes and is valid until the next report; where the
  /// report was dropped (duplicate, limit) the notes go nowhere.
  template <typename... Args>
  Diagnostic& report(Pos pos, const Message<Args...>& message, std::type_identity_t<Args>... args) {
    if constexpr (sizeof...(Args) == 0) {
      return add(message.id, pos, std::string(message.format));
    } else {
      std::array<Argument, sizeof...(Args)> list{Argument(args)...};
      return add(message.id, pos, format_message(message.format, list.data(), list.size()));
    }
  }

  /// Number of reports so far, dropped ones included: whether a stage found anything.
  size_t count() const { return count_; }
  bool has_errors() const { return count_ != 0; }
  /// Whether a "syntax error: …" was among them: then, as in Go's compiler, nothing is type-checked.
  bool has_syntax_errors() const { return last_.syntax_line != 0; }
  /// Whether the limit is reached: stages may stop.
  bool is_full() const { return limit_ != 0 && kept_.size() >= limit_; }
  /// Where the diagnostic that reached the limit stands; unknown before that.
  Pos full_pos() const { return full_pos_; }

  /// What was kept, sorted by position, exact repetitions removed.
  std::vector<Diagnostic> sorted() const;
  const SourceMap& sources() const { return sources_; }

 private:
  Diagnostic& add(DiagnosticId id, Pos pos, std::string text);

  const SourceMap& sources_;
  size_t limit_;
  size_t count_ = 0;
  std::vector<Diagnostic> kept_;
  Diagnostic dropped_{};  ///< takes the notes of dropped reports
  Pos full_pos_;
  /// The line of the latest syntax error, and of the latest other error with its text.
  struct {
    std::string_view syntax_file, other_file;
    uint32_t syntax_line = 0, other_line = 0;
    std::string other_text;
  } last_;
};

}  // namespace govm::diag
