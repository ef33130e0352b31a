// Evaluates constraints for linux/amd64, and knows the systems and architectures in files' names.
#include "compiler/load/build_constraint.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/unicode.h"
#include "base/utf8.h"
#include "compiler/types/language_version.h"

namespace govm::load {
namespace {

constexpr std::string_view kKnownSystems[] = {"aix",    "android", "darwin", "dragonfly", "freebsd", "illumos", "ios", "js",   "linux",
                                              "netbsd", "openbsd", "plan9",  "solaris",   "wasip1",  "windows", "zos", "hurd", "nacl"};
constexpr std::string_view kKnownArchitectures[] = {"386",     "amd64",    "arm",   "arm64",   "loong64", "mips",  "mipsle",
                                                    "mips64",  "mips64le", "ppc64", "ppc64le", "riscv64", "s390x", "wasm",
                                                    "sparc64", "riscv",    "ppc",   "s390",    "sparc"};

template <size_t N>
bool contains(const std::string_view (&list)[N], std::string_view item) {
  return std::ranges::find(list, item) != std::end(list);
}

bool tag_holds(std::string_view tag, const BuildTags& tags) {
  if (tag == "linux" || tag == "amd64" || tag == "unix" || tag == "gc" || tag == "amd64.v1") return true;
  if (std::ranges::find(tags, tag) != tags.end()) return true;
  if (!tag.starts_with("go1.")) return false;
  int minor = 0;
  auto [end, error] = std::from_chars(tag.data() + 4, tag.data() + tag.size(), minor);
  return error == std::errc() && end == tag.data() + tag.size() && minor <= types::kGoMinorVersion;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\v\f";
  const size_t first = text.find_first_not_of(kSpaces);
  return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

/// Takes the first line off a text.
std::string_view take_line(std::string_view& text) {
  const size_t newline = text.find('\n');
  const std::string_view line = text.substr(0, newline);
  text = newline == std::string_view::npos ? std::string_view() : text.substr(newline + 1);
  return line;
}

/// The letters, digits, `_` and `.` that a text begins with.
std::string_view leading_tag(std::string_view text) {
  size_t length = 0;
  while (length < text.size()) {
    const DecodedRune next = decode_rune(text.substr(length));
    if (!is_letter(next.rune) && !is_digit(next.rune) && next.rune != '_' && next.rune != '.') break;
    length += next.size;
  }
  return text.substr(0, length);
}

/// Evaluates  or = and { "||" and } .  and = not { "&&" not } .  not = [ "!" ] ( tag | "(" or ")" ) .
/// The first mistake is kept, in the words of go/build/constraint.
class Evaluator {
 public:
  Evaluator(std::string_view text, const BuildTags& tags) : rest_(text), tags_(tags) {}

  Result<bool> holds() {
    const bool value = or_expr();
    if (!token_.empty()) fail("unexpected token " + std::string(token_));
    if (!mistake_.empty()) return Error{"parsing //go:build line: " + mistake_};
    return value;
  }

 private:
  static constexpr std::string_view kEnd = "unexpected end of expression", kOpen = "missing close paren";

  bool fail(std::string mistake) {
    if (mistake_.empty()) mistake_ = std::move(mistake);
    token_ = {};
    is_tag_ = false;
    return false;
  }

  void next() {
    token_ = {};
    is_tag_ = false;
    rest_ = trimmed(rest_);
    if (rest_.empty() || !mistake_.empty()) return;
    const char first = rest_[0];
    size_t length = 1;
    if (first == '&' || first == '|') {
      if (rest_.size() < 2 || rest_[1] != first) {
        fail(std::string("invalid syntax at ") + first);
        return;
      }
      length = 2;
    } else if (first != '(' && first != ')' && first != '!') {
      length = leading_tag(rest_).size();
      is_tag_ = length > 0;
      if (!is_tag_) {
        fail("invalid syntax at " + std::string(rest_.substr(0, decode_rune(rest_).size)));
        return;
      }
    }
    token_ = rest_.substr(0, length);
    rest_.remove_prefix(length);
  }

  bool or_expr() {
    bool value = and_expr();
    while (token_ == "||") value |= and_expr();
    return value;
  }
  bool and_expr() {
    bool value = not_expr();
    while (token_ == "&&") value &= not_expr();
    return value;
  }
  bool not_expr() {
    if (++size_ > kMostNots) return fail("build expression too large");
    next();
    if (token_ != "!") return atom();
    next();
    if (token_ == "!") return fail("double negation not allowed");
    return !atom();
  }
  bool atom() {
    if (!mistake_.empty()) return false;
    if (token_ == "(") {
      const bool value = or_expr();
      if (mistake_ == kEnd) mistake_ = kOpen;
      if (token_ != ")") return fail(std::string(kOpen));
      next();
      return value;
    }
    if (!is_tag_) return fail(token_.empty() ? std::string(kEnd) : "unexpected token " + std::string(token_));
    const bool value = tag_holds(token_, tags_);
    next();
    return value;
  }

  static constexpr int kMostNots = 1000;
  std::string_view rest_;
  const BuildTags& tags_;
  std::string_view token_;
  bool is_tag_ = false;
  std::string mistake_;
  int size_ = 0;
};

/// What stands behind a word that a comment begins with, if it does.
std::optional<std::string_view> behind(std::string_view line, std::string_view word) {
  if (!line.starts_with(word)) return std::nullopt;
  line.remove_prefix(word.size());
  const std::string_view rest = trimmed(line);
  if (!line.empty() && rest.size() == line.size()) return std::nullopt;
  return rest;
}

/// Of a `// +build` line: words are alternatives, parts between commas must all hold.
bool plus_build_holds(std::string_view words, const BuildTags& tags) {
  const auto holds = [&](std::string_view part) {
    const bool negated = part.size() > 1 && part[0] == '!' && part[1] != '!';
    const std::string_view tag = negated ? part.substr(1) : part;
    const bool valid = !tag.empty() && leading_tag(tag).size() == tag.size();
    return tag_holds(valid ? tag : "ignore", tags) != negated;
  };
  for (words = trimmed(words); !words.empty();) {
    std::string_view word = words.substr(0, words.find_first_of(" \t"));
    words = trimmed(words.substr(word.size()));
    bool all = true;
    for (;;) {
      const size_t comma = word.find(',');
      all &= holds(word.substr(0, comma));
      if (comma == std::string_view::npos) break;
      word.remove_prefix(comma + 1);
    }
    if (all) return true;
  }
  return false;
}

/// What stands above a file's package clause.
struct Header {
  std::string_view comments;                  ///< up to the last blank line above the first line that is no comment
  std::optional<std::string_view> condition;  ///< of the `//go:build` line
  bool has_several = false;
};

Header header_of(const std::string_view text) {
  Header header;
  std::string_view rest = text;
  bool ended = false, in_comment = false;
  while (!rest.empty()) {
    std::string_view line = trimmed(take_line(rest));
    if (line.empty() && !ended) {
      header.comments = text.substr(0, text.size() - rest.size());
      continue;
    }
    if (!line.starts_with("//")) ended = true;
    if (!in_comment) {
      if (const auto condition = behind(line, "//go:build")) {
        header.has_several = header.condition.has_value();
        if (header.has_several) return header;
        header.condition = condition;
      }
    }
    while (!line.empty()) {
      if (in_comment) {
        const size_t end = line.find("*/");
        if (end == std::string_view::npos) break;
        in_comment = false;
        line = trimmed(line.substr(end + 2));
      } else if (line.starts_with("//")) {
        break;
      } else if (line.starts_with("/*")) {
        in_comment = true;
        line = trimmed(line.substr(2));
      } else {
        return header;
      }
    }
  }
  return header;
}

/// Whether a Go file is for linux/amd64 by its name without ".go" and "_test".
bool platform_fits(std::string_view name) {
  // name_GOOS_GOARCH, name_GOOS, name_GOARCH; the part before the first "_" never counts.
  size_t first = name.find('_');
  if (first == std::string_view::npos) return true;
  name.remove_prefix(first + 1);
  size_t last = name.rfind('_');
  std::string_view tail = last == std::string_view::npos ? name : name.substr(last + 1);
  std::string_view before = last == std::string_view::npos ? std::string_view() : name.substr(0, last);
  before = before.substr(before.rfind('_') + 1);
  if (contains(kKnownArchitectures, tail)) {
    return tail == "amd64" && (!contains(kKnownSystems, before) || before == "linux");
  }
  return !contains(kKnownSystems, tail) || tail == "linux";
}

bool is_hidden(std::string_view name) { return name.starts_with("_") || name.starts_with("."); }

constexpr std::string_view kGo = ".go", kTest = "_test.go";

}  // namespace

Result<bool> constraints_hold(std::string_view text, const BuildTags& tags) {
  const Header header = header_of(text);
  if (header.has_several) return Error{"multiple //go:build comments"};
  if (header.condition) return Evaluator(*header.condition, tags).holds();
  for (std::string_view rest = header.comments; !rest.empty();) {
    const std::string_view line = trimmed(take_line(rest));
    if (!line.starts_with("//")) continue;
    const auto words = behind(trimmed(line.substr(2)), "+build");
    if (words && !plus_build_holds(*words, tags)) return false;
  }
  return true;
}

bool file_name_fits(std::string_view name) {
  if (!name.ends_with(kGo) || name.ends_with(kTest) || is_hidden(name)) return false;
  return platform_fits(name.substr(0, name.size() - kGo.size()));
}

bool test_file_name_fits(std::string_view name) {
  return name.ends_with(kTest) && !is_hidden(name) && platform_fits(name.substr(0, name.size() - kTest.size()));
}

}  // namespace govm::load
