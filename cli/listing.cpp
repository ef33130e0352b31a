// Joining findings with counts, and their texts.
#include "cli/listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include "profiler/text.h"

namespace govm::cli {
namespace {

using escape::Cost;
using escape::Finding;
using escape::FindingKind;
using escape::Placement;
using profiler::grouped;

constexpr size_t kTabWidth = 4;
constexpr size_t kStepsShown = 6;
constexpr size_t kMaxIndent = 24;  // of rows under a finding

bool is_heap(const Finding& finding) { return finding.placement == Placement::Heap; }

std::string place(const Position& at) { return fmt::format("{}:{}", at.line, at.column); }

/// "o Order, 24 B"
std::string value_words(const Finding& finding) {
  std::string out = finding.name;
  if (finding.kind != FindingKind::Site) out += " " + finding.type;
  if (finding.size > 0) out += fmt::format(", {} B", grouped(static_cast<uint64_t>(finding.size)));
  return out;
}

std::string placement_words(const Finding& finding) {
  if (!is_heap(finding)) {
    if (finding.cost == Cost::Sometimes)
      return finding.role == escape::SiteRole::Append ? "frame, growing into the heap" : "frame, heap if large";
    return "frame";
  }
  if (finding.cost == Cost::Nothing) return "escapes";
  return finding.cost == Cost::Sometimes ? "heap, for some values" : "heap";
}

/// A row of a run that may belong to a finding.
struct RunRow {
  const profiler::SiteRow* row;
  bool taken = false;
};

/// Whether a row is about the value of a finding; `exactly`: named alike, else only at its place.
bool fits(const RunRow& candidate, const Noted& note, bool exactly) {
  const profiler::SiteRow& row = *candidate.row;
  if (candidate.taken || !row.callee.empty() || row.line != static_cast<int>(note.at.line) ||
      row.column != static_cast<int>(note.at.column) || row.file != note.at.file)
    return false;
  if (!exactly) return true;
  return row.value == note.finding.name || row.value.starts_with(note.finding.name + " ");
}

void add_counts(RunRow& row, Noted& note) {
  row.taken = true;
  if (!note.counted) note.counted.emplace();
  // A buffer in the frame and what outgrew it are two rows: the objects are what counts.
  if (row.row->placed == profiler::Placement::Frame && is_heap(note.finding)) return;
  if (row.row->placed == profiler::Placement::Heap && !is_heap(note.finding)) *note.counted = {};
  note.counted->allocs += row.row->allocs;
  note.counted->bytes += row.row->bytes;
  note.counted->met_cycle += row.row->met_cycle;
  note.counted->survived += row.row->survived;
}

/// What a run made at a place that is no finding: a map that grows, std in a call.
Noted extra_note(const profiler::SiteRow& row) {
  Noted note;
  note.at = {row.file, static_cast<uint32_t>(row.line), static_cast<uint32_t>(row.column)};
  note.finding.function = row.function;
  note.finding.name = row.callee.empty() ? row.value : row.callee;
  note.finding.type = row.type;
  note.finding.placement = row.placed == profiler::Placement::Heap ? Placement::Heap : Placement::Frame;
  note.finding.cost = Cost::Always;
  note.finding.because = row.callee.empty() ? row.why : "what it allocates itself";
  note.counted = Counted{row.allocs, row.bytes, row.met_cycle, row.survived};
  return note;
}

/// Tabs spread out, with the column of each byte.
struct Spread {
  std::string text;
  std::vector<size_t> column;
  explicit Spread(std::string_view line) {
    for (const char c : line) {
      column.push_back(text.size());
      if (c == '\t') {
        text.append(kTabWidth - text.size() % kTabWidth, ' ');
      } else {
        text += c;
      }
    }
    column.push_back(text.size());
  }
  size_t of(uint32_t byte_column) const { return byte_column == 0 || byte_column > column.size() ? 0 : column[byte_column - 1]; }
};

class Listing {
 public:
  Listing(const SourceMap& sources, const profiler::Profile* run) : sources_(sources), run_(run) {}

  std::string text(const std::vector<Noted>& notes) {
    std::map<std::string_view, std::map<uint32_t, std::vector<const Noted*>>> files;
    for (const Noted& note : notes) {
      auto& lines = files[note.at.file];
      lines[note.at.line].push_back(&note);
      for (const escape::Step& step : note.finding.path) {
        const Position at = sources_.resolve(step.pos);
        if (at.file == note.at.file) lines[at.line];
      }
    }
    for (const auto& [name, lines] : files) {
      out_ += fmt::format("{}govm escape  {}{}\n", out_.empty() ? "" : "\n", name, run_ != nullptr ? "  (counts from one run)" : "");
      out_ += run_ != nullptr ? "        allocs         bytes |    # | source\n" : "  |    # | source\n";
      const SourceFile* source = file_named(name);
      for (const auto& [line, here] : lines) add_line(source, line, here);
    }
    return std::move(out_);
  }

 private:
  const SourceFile* file_named(std::string_view name) const {
    for (const auto& file : sources_.files()) {
      if (file->name() == name) return file.get();
    }
    return nullptr;
  }

  void row(std::string_view mark, const std::optional<Counted>& counted, uint32_t line, std::string_view text) {
    std::string head = fmt::format("{:1} ", mark);
    if (run_ != nullptr)
      head += counted ? fmt::format("{:>12} {:>13} ", grouped(counted->allocs), grouped(counted->bytes)) : std::string(27, ' ');
    std::string whole = fmt::format("{}| {:>4} | {}", head, line > 0 ? std::to_string(line) : "", text);
    whole.resize(whole.find_last_not_of(' ') + 1);
    out_ += whole + "\n";
  }

  void add_line(const SourceFile* source, uint32_t line, const std::vector<const Noted*>& here) {
    const Spread spread(source != nullptr ? source->line_text(line) : "");
    std::string margin;
    std::vector<std::string> plain;
    for (const Noted* note : here) {
      if (note->finding.kind == FindingKind::Parameter && note->finding.path.empty())
        margin += fmt::format("{}{}: {}", margin.empty() ? "" : "; ", note->finding.name, note->finding.because);
      if (!note->finding.decided && std::ranges::find(plain, note->finding.name) == plain.end()) plain.push_back(note->finding.name);
    }
    if (!plain.empty()) margin += fmt::format("{}in the frame: {}", margin.empty() ? "" : "; ", fmt::join(plain, ", "));
    advice_ = {};
    row("", std::nullopt, line, margin.empty() ? spread.text : fmt::format("{:<60}  // {}", spread.text, margin));
    for (const Noted* note : here) {
      const Finding& finding = note->finding;
      if (!finding.decided || (finding.kind == FindingKind::Parameter && finding.path.empty())) continue;
      add_finding(*note, spread.of(note->at.column));
    }
  }

  void add_finding(const Noted& note, size_t column) {
    const std::string indent(std::min(column, kMaxIndent), ' ');
    const std::string caret(column, ' ');
    const Finding& finding = note.finding;
    if (finding.kind == FindingKind::Parameter) {
      row("", std::nullopt, 0, fmt::format("{}^ {}: {}", caret, finding.name, finding.because));
      return;
    }
    const bool heap = is_heap(finding) && finding.cost != Cost::Nothing;
    row(heap ? "H" : "F", note.counted, 0,
        fmt::format("{}^ {}: {}: {}", caret, value_words(finding), placement_words(finding), finding.because));
    if (heap && !(finding.role == escape::SiteRole::Box && is_passed(finding))) add_path(note, indent);
    if (note.counted && heap && note.counted->bytes * 100 >= run_->alloc_bytes) {
      std::string share = fmt::format("{:.1f} % of the heap's bytes",
                                      profiler::percent(static_cast<double>(note.counted->bytes), static_cast<double>(run_->alloc_bytes)));
      if (note.counted->met_cycle > 0) share += "; " + survival_words(*note.counted);
      row("", std::nullopt, 0, fmt::format("{}  {}", indent, share));
    }
    const bool repeats = finding.advice == advice_;
    if (heap && !finding.advice.empty() && !repeats) row("", std::nullopt, 0, fmt::format("{}  try: {}", indent, finding.advice));
    if (heap) advice_ = finding.advice;
    for (const Finding& copy : note.copies) {
      row("", std::nullopt, 0,
          fmt::format("{}  inlined at {} in {}: {}: {}", indent, place(sources_.resolve(copy.inlined_at)), copy.function,
                      placement_words(copy), copy.because));
    }
  }

  /// Whether the way ends in a call whose place the sentence names.
  static bool is_passed(const Finding& finding) { return !finding.path.empty() && finding.path.back().word == "call parameter"; }

  void add_path(const Noted& note, const std::string& indent) {
    std::string path = place(note.at) + " " + note.finding.name;
    size_t shown = 0;
    for (const escape::Step& step : note.finding.path) {
      if (step.word == "spill") continue;
      if (++shown > kStepsShown) {
        path += " → …";
        break;
      }
      path += fmt::format(" → {} {} ({})", place(sources_.resolve(step.pos)), step.text, step.word);
    }
    if (shown > 0) row("", std::nullopt, 0, fmt::format("{}  {}", indent, path));
  }

 public:
  static std::string survival_words(const Counted& counted) {
    return fmt::format("{:.1f} % of those that met a collection survived it",
                       profiler::percent(static_cast<double>(counted.survived), static_cast<double>(counted.met_cycle)));
  }

 private:
  const SourceMap& sources_;
  const profiler::Profile* run_;
  std::string_view advice_;  ///< the last given for the line
  std::string out_;
};

/// A step in words that follow the value.
std::string_view step_words(std::string_view word) {
  struct Row {
    std::string_view word, words;
  };
  static constexpr Row kRows[] = {
      {"spill", "makes it"},
      {"address-of", "takes its address"},
      {"return", "hands it to the caller"},
      {"call parameter", "passes it on"},
      {"assign", "assigns it"},
      {"assign-pair", "assigns it"},
      {"interface-converted", "stores it in an interface value"},
      {"struct literal element", "stores it in a struct"},
      {"slice-literal-element", "stores it in a slice"},
      {"array literal element", "stores it in an array"},
      {"map literal value", "stores it in a map"},
      {"map literal key", "stores it in a map"},
      {"key of map put", "stores it in a map"},
      {"captured by a closure", "is captured by a function literal"},
      {"reference", "is captured by reference: it is assigned again, or its address is taken"},
      {"send", "sends it to a channel"},
      {"dot", "selects a part of it"},
      {"dot of pointer", "follows it to what it points to"},
      {"indirection", "follows it"},
      {"slice", "makes a slice of it"},
      {"range", "ranges over it"},
      {"range-deref", "ranges over its elements"},
      {"too large for stack", "is too large for a frame"},
  };
  for (const Row& row : kRows) {
    if (row.word == word) return row.words;
  }
  return word;
}

std::string explanation(const Noted& note, const SourceMap& sources, bool has_run) {
  const Finding& finding = note.finding;
  std::string out = fmt::format("{} ({}:{}", finding.name, note.at.file, place(note.at));
  if (!finding.type.empty()) out += ", type " + finding.type;
  if (finding.size > 0) out += fmt::format(", {} B", grouped(static_cast<uint64_t>(finding.size)));
  out += ")";
  if (finding.kind == FindingKind::Parameter) {
    out += fmt::format(" of {}: {}", finding.function, finding.because);
  } else if (is_heap(finding) && finding.cost == Cost::Nothing) {
    out += fmt::format(" escapes: {}", finding.because);
  } else if (is_heap(finding)) {
    out += fmt::format(" is on the HEAP{} because {}", finding.cost == Cost::Sometimes ? ", for some values," : "", finding.because);
  } else {
    out += fmt::format(" is in the FRAME of {}{}: {}", finding.function, finding.cost == Cost::Sometimes ? " while it is small" : "",
                       finding.because);
  }
  out += finding.path.empty() ? ".\n" : ":\n";
  if (!finding.path.empty() && finding.kind == FindingKind::Variable)
    out += fmt::format("  {:<6} {} is declared in {}\n", place(note.at), finding.name, finding.function);
  for (const escape::Step& step : finding.path) {
    out += fmt::format("  {:<6} {} {}\n", place(sources.resolve(step.pos)), step.text, step_words(step.word));
  }
  for (const Finding& copy : note.copies) {
    out += fmt::format("Inlined at {} in {} it is placed otherwise: {}: {}.\n", place(sources.resolve(copy.inlined_at)), copy.function,
                       placement_words(copy), copy.because);
  }
  if (is_heap(finding) && !finding.advice.empty()) out += fmt::format("Try: {}.\n", finding.advice);
  if (note.counted && note.counted->allocs == 0) {
    out += "In one run: never allocated.\n";
  } else if (note.counted) {
    const std::string often = note.counted->allocs == 1 ? "once" : grouped(note.counted->allocs) + " times";
    out += fmt::format("In one run: {} {} ({} B)", is_heap(finding) ? "allocated" : "made", often, grouped(note.counted->bytes));
    out += note.counted->met_cycle > 0 ? "; " + Listing::survival_words(*note.counted) + ".\n" : ".\n";
  } else if (has_run && finding.kind != FindingKind::Parameter) {
    out += finding.decided ? "In one run: never made.\n" : "Not counted: there was nothing to decide about it.\n";
  }
  return out;
}

/// Whether a question is about a place: LINE, or FILE:LINE[:COLUMN].
bool names_place(std::string_view question, const Position& at) {
  auto number = [](std::string_view text) {
    uint32_t value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : 0;
  };
  if (const uint32_t line = number(question)) return at.line == line;
  const std::string with_line = fmt::format("{}:{}", at.file, at.line);
  const std::string with_column = fmt::format("{}:{}", with_line, at.column);
  auto ends = [&](std::string_view whole) {
    return whole == question || (whole.ends_with(question) && whole[whole.size() - question.size() - 1] == '/');
  };
  return ends(with_line) || ends(with_column) || question == place(at);
}

}  // namespace

std::vector<Noted> join(const std::vector<Finding>& findings, const SourceMap& sources, const profiler::Profile* run) {
  std::vector<Noted> notes;
  std::map<std::tuple<Pos, FindingKind, escape::SiteRole>, size_t> known;
  // Text that stands for itself first: what its copies say is told only where it differs.
  std::vector<const Finding*> ordered;
  for (const Finding& finding : findings) ordered.push_back(&finding);
  std::ranges::stable_sort(ordered, {}, [](const Finding* finding) { return static_cast<bool>(finding->inlined_at); });
  for (const Finding* finding : ordered) {
    auto [found, fresh] = known.try_emplace({finding->pos, finding->kind, finding->role}, notes.size());
    if (fresh) {
      notes.push_back({sources.resolve(finding->pos), *finding, std::nullopt, {}});
      continue;
    }
    Noted& note = notes[found->second];
    if (finding->inlined_at) {
      if (finding->placement != note.finding.placement) note.copies.push_back(*finding);
    } else if (is_heap(*finding) && !is_heap(note.finding)) {
      note.finding = *finding;  // another instance of a generic function
    }
  }
  if (run != nullptr) {
    std::vector<RunRow> rows;
    for (const profiler::SiteRow& row : run->sites) rows.push_back({&row});
    for (const bool exactly : {true, false}) {
      for (Noted& note : notes) {
        if (!note.finding.decided || note.finding.kind == FindingKind::Parameter) continue;
        for (RunRow& row : rows) {
          if (fits(row, note, exactly)) add_counts(row, note);
        }
      }
    }
    std::set<std::string_view> files;
    for (const Noted& note : notes) files.insert(note.at.file);
    for (const RunRow& row : rows) {
      if (!row.taken && row.row->line > 0 && files.contains(row.row->file)) notes.push_back(extra_note(*row.row));
    }
  }
  std::ranges::stable_sort(notes, {}, [](const Noted& note) { return std::tuple(note.at.file, note.at.line, note.at.column); });
  return notes;
}

std::string listing(const std::vector<Noted>& notes, const SourceMap& sources, const profiler::Profile* run) {
  return Listing(sources, run).text(notes);
}

std::string explanations(const std::vector<Noted>& notes, const SourceMap& sources, std::string_view question,
                         const profiler::Profile* run) {
  std::string out;
  for (const Noted& note : notes) {
    if (note.finding.name == question || names_place(question, note.at))
      out += (out.empty() ? "" : "\n") + explanation(note, sources, run != nullptr);
  }
  return out;
}

}  // namespace govm::cli
