// Writing the log of decisions.
#include "compiler/escape/log.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

namespace govm::escape {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kCompiler = "go1.27.3";  ///< whose records these are
constexpr int kInformation = 3;                     ///< LSP's DiagnosticSeverity

/// Bytes that do not stand for themselves in one segment of a URL's path are written with percents (net/url: PathEscape).
std::string escaped(std::string_view text, std::string_view kept) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || kept.find(c) != std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}
constexpr std::string_view kKeptInSegment = "-_.~$&+:=@";
constexpr std::string_view kKeptInPath = "-_.~$&+:=@/,;";

std::string line_of(const Json& json) {
  // Go's encoder writes these for text that might stand in HTML.
  std::string out;
  for (const char c : json.dump()) out += c == '<' ? "\\u003c" : c == '>' ? "\\u003e" : c == '&' ? "\\u0026" : std::string(1, c);
  return out + "\n";
}

class Writer {
 public:
  explicit Writer(const SourceMap& sources) : sources_(sources) {}

  std::string file_of(Pos pos) const {
    const std::string_view file = sources_.resolve(pos).file;
    // What the compiler makes is in no directory; nobody knows where Go's own files are.
    if (file.starts_with('<') || file.starts_with('$')) return std::string(file);
    std::error_code none;
    return std::filesystem::absolute(file, none).lexically_normal();
  }
  Json range(Pos pos, Pos end) const { return {{"start", point(pos)}, {"end", point(end)}}; }
  Json range(Pos pos) const { return range(pos, pos); }
  Json diagnostic(const LogRecord& record) const {
    const std::vector<Pos>& ends = record.ends.empty() ? record.places : record.ends;
    Json json{{"range", range(record.places[0], ends[0])},
              {"severity", kInformation},
              {"code", record.code},
              {"source", "go compiler"},
              {"message", record.message}};
    Json related = Json::array();
    add_inlined(record.places, ends, related);
    for (const LogStep& step : record.flow) {
      const bool stands = !step.places.empty();
      if (stands && !step.places[0]) continue;  // in a function that the compiler makes
      related.push_back(
          {{"location", stands ? location(step.places[0], step.places[0]) : nowhere()}, {"message", "escflow: " + step.text}});
      add_inlined(step.places, step.places, related);
    }
    if (!related.empty()) json["relatedInformation"] = std::move(related);
    return json;
  }

 private:
  Json point(Pos pos) const {
    const Position at = sources_.resolve(pos);
    return {{"line", at.line}, {"character", at.column}};
  }
  Json location(Pos pos, Pos end) const { return {{"uri", "file://" + escaped(file_of(pos), kKeptInPath)}, {"range", range(pos, end)}}; }
  static Json nowhere() {
    const Json point{{"line", 0}, {"character", 0}};
    return {{"uri", "file://__unnamed__"}, {"range", {{"start", point}, {"end", point}}}};
  }
  void add_inlined(const std::vector<Pos>& places, const std::vector<Pos>& ends, Json& related) const {
    for (size_t i = 1; i < places.size(); ++i) {
      if (!places[i]) continue;
      related.push_back({{"location", location(places[i], ends[i])}, {"message", "inlineLoc"}});
    }
  }

  const SourceMap& sources_;
};

}  // namespace

std::vector<std::pair<std::string, std::string>> log_files(const SourceMap& sources, std::string_view package,
                                                           std::span<const LogRecord> records) {
  const Writer writer(sources);
  std::vector<std::pair<std::string, const LogRecord*>> sorted;
  for (const LogRecord& record : records) {
    if (!record.places.empty() && record.places[0]) sorted.emplace_back(writer.file_of(record.places[0]), &record);
  }
  std::ranges::stable_sort(sorted, {}, [](const auto& entry) { return std::pair(entry.first, entry.second->places[0]); });
  std::vector<std::pair<std::string, std::string>> files;
  std::string_view current;
  for (const auto& [file, record] : sorted) {
    if (files.empty() || file != current) {
      current = file;
      const std::string stem = std::filesystem::path(file).stem();
      files.emplace_back(
          escaped(package, kKeptInSegment) + "/" + escaped(stem, kKeptInSegment) + ".json",
          line_of(
              {{"version", 0}, {"package", package}, {"goos", "linux"}, {"goarch", "amd64"}, {"gc_version", kCompiler}, {"file", file}}));
    }
    files.back().second += line_of(writer.diagnostic(*record));
  }
  return files;
}

}  // namespace govm::escape
