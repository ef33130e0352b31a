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

void DiagnosticSink::enter(std::string_view name) {
  auto found = std::ranges::find(sections_, name, &Section::name);
  if (found == sections_.end()) {
    // What was reported before belongs to the first package.
    if (!sections_.front().name.empty()) sections_.emplace_back();
    found = std::prev(sections_.end());
    found->name = name;
  }
  section_ = &*found;
}

void DiagnosticSink::show(const std::vector<std::string>& sections) {
  shows_all_ = false;
  shown_.clear();
  for (const std::string& name : sections) {
    if (auto found = std::ranges::find(sections_, name, &Section::name); found != sections_.end()) shown_.push_back(&*found);
  }
}

Diagnostic& DiagnosticSink::add(DiagnosticId id, Pos pos, std::string text) {
  Section& section = *section_;
  dropped_ = {id, pos, {}, {}, 0};
  if (section.count > 0 && is_follow_on(text)) return dropped_;
  ++count_;
  ++section.count;
  const uint32_t turn = take_turn(pos);
  const Position at = sources_.resolve(pos);
  const Line line{at.file, at.line};
  if (is_syntax_error(text)) {
    if (at.line != 0 && section.syntax == line) return dropped_;
    section.syntax = line;
  } else {
    if (section.other == line && section.other_text == text) return dropped_;
    section.other = line;
    section.other_text = text;
  }
  if (is_full()) return dropped_;
  section.kept.push_back({id, pos, std::move(text), {}, turn});
  if (is_full()) section.full_pos = pos;
  return section.kept.back();
}

uint32_t DiagnosticSink::take_turn(Pos pos) {
  const SourceFile* file = sources_.file_of(pos);
  if (file == nullptr) return 0;
  auto& turns = section_->turns;
  return turns.try_emplace(file->line_base(pos).offset, static_cast<uint32_t>(turns.size() + 1)).first->second;
}

std::vector<Diagnostic> DiagnosticSink::sorted(const Section& section) const {
  std::vector<Diagnostic> result = section.kept;
  // Columns from the limit on are one to Go's compiler: messages there stay in the order they were reported in.
  auto sort_pos = [this](const Diagnostic& diagnostic) {
    const SourceFile* file = sources_.file_of(diagnostic.pos);
    if (file == nullptr) return std::pair(diagnostic.turn, diagnostic.pos);
    uint32_t column = file->physical(diagnostic.pos).column;
    Pos pos = column <= kColumnLimit ? diagnostic.pos : Pos{diagnostic.pos.offset - (column - kColumnLimit)};
    return std::pair(diagnostic.turn, pos);
  };
  std::ranges::stable_sort(result, {}, sort_pos);
  auto same = [&](const Diagnostic& a, const Diagnostic& b) { return sort_pos(a) == sort_pos(b) && a.text == b.text; };
  result.erase(std::unique(result.begin(), result.end(), same), result.end());
  return result;
}

std::vector<DiagnosticSink::Listing> DiagnosticSink::listings() const {
  std::vector<Listing> result;
  if (shows_all_) {
    for (const Section& section : sections_) result.push_back({section.name, sorted(section), section.full_pos});
  } else {
    for (const Section* section : shown_) result.push_back({section->name, sorted(*section), section->full_pos});
  }
  return result;
}

}  // namespace govm::diag
