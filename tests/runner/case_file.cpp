// Reading the directives and expectations of a case.
#include "tests/runner/case_file.h"

#include <fstream>
#include <sstream>

namespace govm::tests {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> split_words(const std::string& text) {
  std::vector<std::string> words;
  std::istringstream in(text);
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

// The quoted patterns behind ERROR on a line, in "…" or `…`; `\"` stands for a quote.
std::vector<std::string> error_patterns(const std::string& line) {
  std::vector<std::string> patterns;
  size_t at = line.find("// ERROR ");
  if (at == std::string::npos) return patterns;
  for (at += 9; at < line.size(); at++) {
    char quote = line[at];
    if (quote != '"' && quote != '`') continue;
    std::string pattern;
    for (at++; at < line.size() && line[at] != quote; at++) {
      if (quote == '"' && line[at] == '\\' && at + 1 < line.size() && line[at + 1] == '"') at++;
      pattern += line[at];
    }
    patterns.push_back(pattern);
  }
  return patterns;
}

// The text of comment lines from `at` on, without "// ".
std::vector<std::string> comment_block(const std::vector<std::string>& lines, size_t at) {
  std::vector<std::string> block;
  for (; at < lines.size() && lines[at].starts_with("//"); at++) {
    if (lines[at] == "// Stderr:" || lines[at].starts_with("// Exit: ") || lines[at] == "// Output:") break;
    block.push_back(lines[at].substr(lines[at].size() > 2 && lines[at][2] == ' ' ? 3 : 2));
  }
  return block;
}

}  // namespace

std::optional<CaseFile> read_case(const std::filesystem::path& path) {
  std::vector<std::string> lines = split_lines(read_file(path));
  CaseFile result;
  result.path = path;
  result.package = path;
  if (path.parent_path().extension() == ".dir") result.package = path.parent_path();
  std::vector<std::string> words = lines.empty() ? std::vector<std::string>{} : split_words(lines[0]);

  // A workshop program has no directive: its output stands in expected.out.
  std::filesystem::path expected = path.parent_path() / "expected.out";
  if (path.filename() == "main.go" && std::filesystem::exists(expected)) {
    result.package = path.parent_path();
    result.output = read_file(expected);
    result.exact = true;
    return result;
  }
  if (words.size() < 2 || words[0] != "//") return std::nullopt;
  if (words[1] == "run") {
    result.action = Action::Run;
  } else if (words[1] == "errorcheck") {
    result.action = Action::ErrorCheck;
  } else if (words[1] == "compile") {
    result.action = Action::Compile;
  } else if (words[1] == "dump" || words[1] == "escape" || words[1] == "vet") {
    result.action = Action::Print;
    result.command = words[1];
    if (words[1] == "dump" && words.size() > 2) words[2] = "--" + words[2];
  } else if (words[1] == "skip:") {
    result.action = Action::Skip;
    result.reason = lines[0].substr(lines[0].find("skip:") + 5);
  } else {
    return std::nullopt;
  }
  result.flags.assign(words.begin() + 2, words.end());
  result.plain_only = lines.size() > 1 && lines[1].starts_with("// plain: ");

  for (size_t i = 0; i < lines.size(); i++) {
    std::vector<std::string> patterns = error_patterns(lines[i]);
    if (!patterns.empty()) result.wanted[static_cast<int>(i) + 1] = patterns;
    if (lines[i] == "// Output:") {
      for (const std::string& line : comment_block(lines, i + 1)) result.output += line + "\n";
    } else if (lines[i] == "// Stderr:") {
      result.errors = comment_block(lines, i + 1);
    } else if (lines[i].starts_with("// Exit: ")) {
      result.exit = std::stoi(lines[i].substr(9));
    }
  }
  auto beside = [&](const char* extension) {
    std::filesystem::path other = result.package;
    return other.replace_extension(extension);
  };
  if (std::filesystem::exists(beside(".out"))) {
    result.output = read_file(beside(".out"));
    result.exact = true;
  }
  if (std::filesystem::exists(beside(".in"))) result.input = beside(".in");
  return result;
}

}  // namespace govm::tests
