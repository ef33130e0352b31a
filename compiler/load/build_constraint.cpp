// Evaluates a constraint for linux/amd64, and knows the systems and architectures in files' names.
#include "compiler/load/build_constraint.h"

#include <algorithm>
#include <charconv>

namespace govm::load {
namespace {

constexpr int kGoMinorVersion = 27;

constexpr std::string_view kKnownSystems[] = {"aix",    "android", "darwin", "dragonfly", "freebsd", "illumos", "ios", "js",   "linux",
                                              "netbsd", "openbsd", "plan9",  "solaris",   "wasip1",  "windows", "zos", "hurd", "nacl"};
constexpr std::string_view kKnownArchitectures[] = {"386",     "amd64",    "arm",   "arm64",   "loong64", "mips",  "mipsle",
                                                    "mips64",  "mips64le", "ppc64", "ppc64le", "riscv64", "s390x", "wasm",
                                                    "sparc64", "riscv",    "ppc",   "s390",    "sparc"};

template <size_t N>
bool contains(const std::string_view (&list)[N], std::string_view item) {
  return std::ranges::find(list, item) != std::end(list);
}

bool tag_holds(std::string_view tag) {
  if (tag == "linux" || tag == "amd64" || tag == "unix" || tag == "gc") return true;
  if (!tag.starts_with("go1.")) return false;
  int minor = 0;
  auto [end, error] = std::from_chars(tag.data() + 4, tag.data() + tag.size(), minor);
  return error == std::errc() && end == tag.data() + tag.size() && minor <= kGoMinorVersion;
}

/// Evaluates  or = and { "||" and } .  and = not { "&&" not } .  not = "!" not | tag | "(" or ")" .
class Evaluator {
 public:
  explicit Evaluator(std::string_view text) : rest_(text) {}

  bool holds() {
    bool value = or_expr();
    skip_spaces();
    return ok_ && rest_.empty() && value;
  }

 private:
  void skip_spaces() {
    while (!rest_.empty() && (rest_[0] == ' ' || rest_[0] == '\t')) rest_.remove_prefix(1);
  }
  bool got(std::string_view token) {
    skip_spaces();
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }
  bool or_expr() {
    bool value = and_expr();
    while (got("||")) value |= and_expr();
    return value;
  }
  bool and_expr() {
    bool value = not_expr();
    while (got("&&")) value &= not_expr();
    return value;
  }
  bool not_expr() {
    if (++depth_ > kMaxDepth) ok_ = false;
    if (!ok_) return false;
    if (got("!")) return !not_expr();
    if (got("(")) {
      bool value = or_expr();
      ok_ = ok_ && got(")");
      return value;
    }
    skip_spaces();
    size_t end = rest_.find_first_of(" \t&|!()");
    std::string_view tag = rest_.substr(0, end);
    rest_.remove_prefix(tag.size());
    if (tag.empty()) ok_ = false;
    return tag_holds(tag);
  }

  static constexpr int kMaxDepth = 1000;
  std::string_view rest_;
  bool ok_ = true;
  int depth_ = 0;
};

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

bool build_constraint_holds(std::string_view expression) { return Evaluator(expression).holds(); }

bool file_name_fits(std::string_view name) {
  if (!name.ends_with(kGo) || name.ends_with(kTest) || is_hidden(name)) return false;
  return platform_fits(name.substr(0, name.size() - kGo.size()));
}

bool test_file_name_fits(std::string_view name) {
  return name.ends_with(kTest) && !is_hidden(name) && platform_fits(name.substr(0, name.size() - kTest.size()));
}

std::string_view find_build_constraint(std::string_view text) {
  // Only blank lines and comments may stand above.
  bool in_comment = false;
  while (!text.empty()) {
    size_t newline = text.find('\n');
    std::string_view line = text.substr(0, newline);
    text = newline == std::string_view::npos ? std::string_view() : text.substr(newline + 1);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    if (in_comment) {
      in_comment = line.find("*/") == std::string_view::npos;
      continue;
    }
    if (line.starts_with("//go:build ")) return line.substr(11);
    if (line.starts_with("/*")) {
      in_comment = line.find("*/") == std::string_view::npos;
    } else if (!line.empty() && !line.starts_with("//")) {
      return {};
    }
  }
  return {};
}

}  // namespace govm::load
