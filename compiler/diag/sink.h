// The sink that collects diagnostics.
//
// Does as Go's compiler does with each package, its section here: one syntax error a line, equal messages on one line once, none about what
// an earlier mistake left invalid, output sorted by position, files (and what //line directives count) in the order of their first report,
// and (unless told otherwise) an end after ten.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
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

  /// What is reported from now on belongs to a package by this name.
  void enter(std::string_view section);
  /// Only these sections are in the output, in this order. Without it all are, as they were first entered.
  void show(const std::vector<std::string>& sections);

  /// Number of reports so far, dropped ones included, in all sections: whether a stage found anything.
  size_t count() const { return count_; }
  /// Whether there were reports in the section.
  bool has_errors() const { return section_->count != 0; }
  /// Whether a "syntax error: …" was among them: then, as in Go's compiler, nothing is type-checked.
  bool has_syntax_errors() const { return section_->syntax.line != 0; }
  /// Whether the section's limit is reached: stages may stop.
  bool is_full() const { return section_->is_full(limit_); }

  /// Files, and what //line directives count, are printed in the order of their first report. Gives the turn of the one at
  /// `pos`, as a report there would.
  uint32_t take_turn(Pos pos);
  /// What is printed of a section.
  struct Listing {
    std::string_view section;
    std::vector<Diagnostic> diagnostics;  ///< sorted by position, exact repetitions removed
    Pos full_pos;                         ///< of the diagnostic that reached the limit; unknown if none did
  };
  std::vector<Listing> listings() const;
  const SourceMap& sources() const { return sources_; }

 private:
  /// A line about which there was a report.
  struct Line {
    std::string_view file;
    uint32_t line = 0;
    bool operator==(const Line&) const = default;
  };
  struct Section {
    std::string name;
    size_t count = 0;
    std::vector<Diagnostic> kept;
    Pos full_pos;
    std::unordered_map<uint32_t, uint32_t> turns;  ///< by SourceFile::line_base, as offset
    Line syntax;                                   ///< of the latest syntax error
    Line other;                                    ///< of the latest other error, with its text
    std::string other_text;
    bool is_full(size_t limit) const { return limit != 0 && kept.size() >= limit; }
  };

  Diagnostic& add(DiagnosticId id, Pos pos, std::string text);
  std::vector<Diagnostic> sorted(const Section& section) const;

  const SourceMap& sources_;
  size_t limit_;
  size_t count_ = 0;
  std::deque<Section> sections_{1};
  Section* section_ = &sections_.front();
  std::vector<const Section*> shown_;
  bool shows_all_ = true;
  Diagnostic dropped_{};  ///< takes the notes of dropped reports
};

}  // namespace govm::diag
