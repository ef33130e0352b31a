// Finding line and column of a position, and what //line directives make of them.
#include "base/source_file.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace govm {

SourceFile::SourceFile(std::string name, SourceText text, uint32_t base) : name_(std::move(name)), text_(std::move(text)), base_(base) {}

const std::vector<uint32_t>& SourceFile::line_starts() const {
  if (line_starts_.empty()) {
    line_starts_.push_back(0);
    const char* begin = text().data();
    const char* end = begin + text().size();
    for (const char* p = begin; (p = static_cast<const char*>(std::memchr(p, '\n', end - p))) != nullptr;) {
      ++p;
      line_starts_.push_back(static_cast<uint32_t>(p - begin));
    }
  }
  return line_starts_;
}

Position SourceFile::physical(Pos pos) const {
  const std::vector<uint32_t>& starts = line_starts();
  uint32_t index = static_cast<uint32_t>(index_of(pos));
  auto next = std::upper_bound(starts.begin(), starts.end(), index);
  uint32_t line = static_cast<uint32_t>(next - starts.begin());
  return {name_, line, index - starts[line - 1] + 1};
}

const LineDirective* SourceFile::directive_of(Pos pos) const {
  auto after = std::upper_bound(directives_.begin(), directives_.end(), pos, [](Pos p, const LineDirective& d) { return p < d.at; });
  return after != directives_.begin() ? &*std::prev(after) : nullptr;
}

Pos SourceFile::line_base(Pos pos) const {
  const LineDirective* directive = directive_of(pos);
  return directive != nullptr ? directive->at : begin();
}

Position SourceFile::resolve(Pos pos) const {
  Position here = physical(pos);
  const LineDirective* directive = directive_of(pos);
  if (directive == nullptr) return here;
  Position origin = physical(directive->at);
  Position result{directive->file, directive->line + (here.line - origin.line), here.column};
  if (directive->column == 0) {
    result.column = 0;
  } else if (here.line == origin.line) {
    result.column = directive->column + (here.column - origin.column);
  }
  return result;
}

std::string_view SourceFile::line_text(uint32_t line) const {
  const std::vector<uint32_t>& starts = line_starts();
  if (line == 0 || line > starts.size()) return {};
  std::string_view rest = text().substr(starts[line - 1]);
  rest = rest.substr(0, rest.find('\n'));
  if (!rest.empty() && rest.back() == '\r') rest.remove_suffix(1);
  return rest;
}

void SourceFile::add_line_directive(const LineDirective& directive) {
  auto place =
      std::lower_bound(directives_.begin(), directives_.end(), directive.at, [](const LineDirective& d, Pos at) { return d.at < at; });
  if (place != directives_.end() && place->at == directive.at) {
    *place = directive;
  } else {
    directives_.insert(place, directive);
  }
}

std::string_view SourceFile::keep(std::string text) {
  kept_.push_back(std::make_unique<std::string>(std::move(text)));
  return *kept_.back();
}

SourceFile* SourceMap::add(std::string name, SourceText text) {
  uint64_t next = next_base_ + text.view().size() + 1;
  if (next > kMaxBytes) return nullptr;
  uint32_t base = static_cast<uint32_t>(next_base_);
  files_.push_back(std::make_unique<SourceFile>(std::move(name), std::move(text), base));
  next_base_ = next;
  return files_.back().get();
}

SourceFile* SourceMap::file_of(Pos pos) { return const_cast<SourceFile*>(std::as_const(*this).file_of(pos)); }

const SourceFile* SourceMap::file_of(Pos pos) const {
  if (!pos) return nullptr;
  auto after =
      std::upper_bound(files_.begin(), files_.end(), pos, [](Pos p, const std::unique_ptr<SourceFile>& file) { return p < file->begin(); });
  if (after == files_.begin()) return nullptr;
  const SourceFile* file = std::prev(after)->get();
  return file->contains(pos) ? file : nullptr;
}

Position SourceMap::resolve(Pos pos) const {
  const SourceFile* file = file_of(pos);
  return file != nullptr ? file->resolve(pos) : Position{};
}

std::string SourceMap::describe(Pos pos) const {
  Position at = resolve(pos);
  if (at.line == 0) return "<unknown position>";
  std::string text(at.file);
  text += ':';
  text += std::to_string(at.line);
  if (at.column != 0) {
    text += ':';
    text += std::to_string(at.column);
  }
  return text;
}

}  // namespace govm
