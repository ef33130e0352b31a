// Source files and the map from positions to them.
//
// Owns file contents. Knows where lines start and what //line directives say; knows nothing of
// Go syntax.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/position.h"

namespace govm {

/// What a //line directive says: from `at` on, text counts as `file`:`line`:`column`.
struct LineDirective {
  Pos at;                 ///< first byte the directive applies to
  std::string_view file;  ///< lives as long as the SourceMap (an arena or the text itself)
  uint32_t line = 0;
  uint32_t column = 0;  ///< 0: the directive has no column, positions after it print none
};

/// The bytes of a file: its own, or those of a text that outlives it. A NUL byte follows the last one.
class SourceText {
 public:
  SourceText() = default;
  SourceText(std::string own) : own_(std::move(own)) {}
  SourceText(const char* own) : own_(own) {}
  /// A text that lives as long as the process, with the NUL behind it.
  static SourceText lasting(std::string_view text) {
    SourceText out;
    out.lasting_ = text;
    return out;
  }
  std::string_view view() const { return lasting_.empty() ? std::string_view(own_) : lasting_; }

 private:
  std::string own_;
  std::string_view lasting_;
};

/// One file: name, bytes, line starts. Made by SourceMap::add, addresses are stable.
class SourceFile {
 public:
  SourceFile(std::string name, SourceText text, uint32_t base);
  SourceFile(const SourceFile&) = delete;
  SourceFile& operator=(const SourceFile&) = delete;

  /// The name as messages print it.
  std::string_view name() const { return name_; }
  /// The whole text. A NUL byte follows its last byte.
  std::string_view text() const { return text_.view(); }
  /// Position of the first byte.
  Pos begin() const { return Pos{base_}; }
  /// Position just behind the last byte (where "end of file" is reported).
  Pos end() const { return Pos{base_ + static_cast<uint32_t>(text().size())}; }
  bool contains(Pos pos) const { return pos >= begin() && pos <= end(); }
  /// Position of the byte at `index` in text().
  Pos at(size_t index) const { return Pos{base_ + static_cast<uint32_t>(index)}; }
  /// Index in text() of a position in this file.
  size_t index_of(Pos pos) const { return pos.offset - base_; }

  /// Line and column in the file itself, //line directives not honoured.
  Position physical(Pos pos) const;
  /// Line and column as messages print them: //line directives honoured.
  Position resolve(Pos pos) const;
  /// Where the text begins that the same //line directive counts, or none: all its positions have one base.
  Pos line_base(Pos pos) const;
  /// Text of a physical line (counted from 1), without its newline; empty beyond the last.
  std::string_view line_text(uint32_t line) const;

  /// Records a directive; one already recorded at the same place is replaced.
  void add_line_directive(const LineDirective& directive);
  /// A copy of `text` that lives as long as the file, for names in directives.
  std::string_view keep(std::string text);

 private:
  const std::vector<uint32_t>& line_starts() const;
  /// The directive that counts a position; null: none does.
  const LineDirective* directive_of(Pos pos) const;

  std::string name_;
  SourceText text_;
  uint32_t base_;
  mutable std::vector<uint32_t> line_starts_;  ///< made at the first question
  std::vector<LineDirective> directives_;
  std::vector<std::unique_ptr<std::string>> kept_;
};

/// All files of a compile session, laid out in one space of offsets.
class SourceMap {
 public:
  /// Largest sum of all file sizes; add() refuses more by returning null.
  static constexpr uint64_t kMaxBytes = 0xf000'0000;

  /// Takes a file in; null if the session's space of offsets (3.75 GiB) is used up.
  SourceFile* add(std::string name, SourceText text);
  /// The file a position lies in; null for the unknown position.
  const SourceFile* file_of(Pos pos) const;
  SourceFile* file_of(Pos pos);
  /// As SourceFile::resolve; the unknown position gives an empty Position.
  Position resolve(Pos pos) const;
  /// "file:line:col", "file:line" where the column is 0, "<unknown position>".
  std::string describe(Pos pos) const;
  const std::vector<std::unique_ptr<SourceFile>>& files() const { return files_; }

 private:
  std::vector<std::unique_ptr<SourceFile>> files_;
  uint64_t next_base_ = 1;
};

}  // namespace govm
