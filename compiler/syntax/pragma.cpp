// The text of directives, and where each may stand.
#include "compiler/syntax/pragma.h"

#include <algorithm>

namespace govm::syntax {
namespace {

/// Directives that mean something to a compiler, and so must stand before a function.
constexpr std::string_view kFunctionPragmas[] = {
    "go:cgo_unsafe_args", "go:nocheckptr",       "go:noescape",           "go:noinline",       "go:norace",
    "go:nosplit",         "go:nowritebarrier",   "go:nowritebarrierrec",  "go:registerparams", "go:systemstack",
    "go:uintptrescapes",  "go:uintptrkeepalive", "go:yeswritebarrierrec",
};

/// Those that Go keeps for its own runtime.
constexpr std::string_view kRuntimePragmas[] = {"go:nowritebarrier", "go:nowritebarrierrec", "go:systemstack", "go:yeswritebarrierrec"};

// The text between quotes; in double ones a backslash may stand before a quote or backslash, other escapes have no
// place in names of files. False if there is another.
bool unquote(std::string_view quoted, std::string& text) {
  std::string_view inside = quoted.substr(1, quoted.size() - 2);
  for (size_t i = 0; i < inside.size(); ++i) {
    if (inside[i] == '\\' && quoted.front() == '"' && inside[++i] != '\\' && inside[i] != '"') return false;
    text += inside[i];
  }
  return true;
}

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

const Pragma* find_pragma(std::span<const Pragma> pragmas, std::string_view verb) {
  auto found = std::ranges::find(pragmas, verb, &Pragma::verb);
  return found != pragmas.end() ? &*found : nullptr;
}

bool may_stand(std::string_view verb, PragmaPlace place) {
  if (verb == "go:embed") return place == PragmaPlace::Var;
  if (verb == "go:build") return place == PragmaPlace::PackageClause;
  return place == PragmaPlace::Func || std::ranges::find(kFunctionPragmas, verb) == std::end(kFunctionPragmas);
}

const diag::Message<>& misplaced(std::string_view verb) { return verb == "go:embed" ? diag::kMisplacedEmbed : diag::kMisplacedDirective; }

void check_pragma(const Pragma& pragma, diag::DiagnosticSink& sink) {
  std::string_view verb = pragma.verb();
  if (!verb.starts_with("go:")) return;
  if (!pragma.begins_line) {
    sink.report(pragma.pos, diag::kMisplacedDirective);
    return;
  }
  if (std::ranges::find(kRuntimePragmas, verb) != std::end(kRuntimePragmas)) sink.report(pragma.pos, diag::kDirectiveOfRuntime, verb);
  if (verb == "go:uintptrkeepalive") sink.report(pragma.pos, diag::kDirectiveOfStd, verb);
  if (verb.starts_with("go:cgo_") && verb != "go:cgo_import_dynamic") sink.report(pragma.pos, diag::kDirectiveOfCgo, pragma.text);
  if ((verb == "go:linkname" || verb == "go:linknamestd") && pragma.text.size() > verb.size()) {
    size_t count = words(pragma).size();
    if (count < 2 || count > 3) sink.report(pragma.pos, diag::kLinknameUsage, verb);
  }
  if (verb == "go:embed") {
    std::vector<EmbedPattern> patterns;
    std::string_view wrong;
    if (!parse_embed(pragma, patterns, wrong)) {
      sink.report(pragma.pos, diag::kBadEmbedString, wrong);
      patterns.clear();
    }
    if (patterns.empty()) {
      sink.report(pragma.pos, diag::kEmbedUsage);
      return;
    }
  }
  if (pragma.place == PragmaPlace::Nowhere && !may_stand(verb, pragma.place)) sink.report(pragma.pos, misplaced(verb));
}

bool parse_embed(const Pragma& pragma, std::vector<EmbedPattern>& patterns, std::string_view& wrong) {
  std::string_view rest = pragma.text.substr(pragma.verb().size());
  auto skip_blanks = [&] {
    while (!rest.empty() && is_blank(rest.front())) rest.remove_prefix(1);
    while (!rest.empty() && is_blank(rest.back())) rest.remove_suffix(1);
  };
  for (skip_blanks(); !rest.empty(); skip_blanks()) {
    wrong = rest;
    Pos pos = pragma.pos + static_cast<uint32_t>(rest.data() - pragma.text.data());
    char quote = rest.front();
    size_t end = 0;
    std::string text;
    if (quote == '`' || quote == '"') {
      for (end = 1; end < rest.size() && rest[end] != quote; ++end) end += quote == '"' && rest[end] == '\\';
      if (end >= rest.size()) return false;
      ++end;
      if (!unquote(rest.substr(0, end), text)) {
        wrong = rest.substr(0, end);
        return false;
      }
    } else {
      while (end < rest.size() && !is_blank(rest[end])) ++end;
      text = rest.substr(0, end);
    }
    rest.remove_prefix(end);
    wrong = rest;
    if (!rest.empty() && !is_blank(rest.front())) return false;
    patterns.push_back({std::move(text), pos});
  }
  return true;
}

std::vector<std::string_view> words(const Pragma& pragma) {
  std::vector<std::string_view> list;
  std::string_view text = pragma.text;
  for (size_t at = 0; at < text.size();) {
    size_t begin = at;
    while (at < text.size() && !is_blank(text[at])) ++at;
    if (at > begin) list.push_back(text.substr(begin, at - begin));
    while (at < text.size() && is_blank(text[at])) ++at;
  }
  return list;
}

}  // namespace govm::syntax
