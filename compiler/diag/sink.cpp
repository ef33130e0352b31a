// The table of diagnostics, filling in of a message's arguments, and what is dropped before the list is shown.
#include "compiler/diag/sink.h"

#include <algorithm>

#include "compiler/diag/render.h"

namespace govm::diag {
namespace {

struct Row {
  std::string_view name;
  std::string_view example;
};

constexpr Row kRows[] = {
#define DIAG(id, args, format, example) {#id, example},
#include "compiler/diag/diagnostics.def"
};

/// Whether a message is about what an earlier mistake left invalid: it tells nothing new.
bool is_follow_on(std::string_view text) {
  for (std::string_view sign : {"invalid operand", "invalid type"}) {
    if (size_t at = text.find(sign); at != std::string_view::npos && at > 0) return true;
  }
  return false;
}

bool is_syntax_error(std::string_view text) { return text.starts_with("syntax error"); }

}  // namespace

std::string_view diagnostic_name(DiagnosticId id) { return kRows[static_cast<size_t>(id)].name; }

std::string_view diagnostic_example(DiagnosticId id) { return kRows[static_cast<size_t>(id)].example; }

size_t diagnostic_count() { return std::size(kRows); }

std::string format_message(std::string_view format, const Argument* args, size_t count) {
  std::string text;
  size_t used = 0;
  for (size_t hole; used < count && (hole = format.find("{}")) != std::string_view::npos; ++used) {
    text.append(format.substr(0, hole));
    if (args[used].is_text) {
      text.append(args[used].text);
    } else {
      text.append(std::to_string(args[used].number));
    }
    format.remove_prefix(hole + 2);
  }
  text.append(format);
  return text;
}

Diagnostic& DiagnosticSink::add(DiagnosticId id, Pos pos, std::string text) {
  dropped_ = {id, pos, {}, {}};
  if (count_ > 0 && is_follow_on(text)) return dropped_;
  ++count_;
  Position at = sources_.resolve(pos);
  if (is_syntax_error(text)) {
    if (at.line != 0 && last_.syntax_line == at.line && last_.syntax_file == at.file) return dropped_;
    last_.syntax_line = at.line;
    last_.syntax_file = at.file;
  } else {
    if (last_.other_line == at.line && last_.other_file == at.file && last_.other_text == text) return dropped_;
    last_.other_line = at.line;
    last_.other_file = at.file;
    last_.other_text = text;
  }
  if (is_full()) return dropped_;
  kept_.push_back({id, pos, std::move(text), {}});
  if (is_full()) full_pos_ = pos;
  return kept_.back();
}

std::vector<Diagnostic> DiagnosticSink::sorted() const {
  std::vector<Diagnostic> result = kept_;
  // Columns from the limit on are one to Go's compiler: messages there stay in the order they were reported in.
  auto sort_pos = [this](const Diagnostic& diagnostic) {
    const SourceFile* file = sources_.file_of(diagnostic.pos);
    if (file == nullptr) return diagnostic.pos;
    uint32_t column = file->physical(diagnostic.pos).column;
    return column <= kColumnLimit ? diagnostic.pos : Pos{diagnostic.pos.offset - (column - kColumnLimit)};
  };
  std::ranges::stable_sort(result, {}, sort_pos);
  auto same = [&](const Diagnostic& a, const Diagnostic& b) { return sort_pos(a) == sort_pos(b) && a.text == b.text; };
  result.erase(std::unique(result.begin(), result.end(), same), result.end());
  return result;
}

}  // namespace govm::diag
