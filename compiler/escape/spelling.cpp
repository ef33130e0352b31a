// Replaces names piece by piece.
#include "compiler/escape/spelling.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace govm::escape {
namespace {

constexpr std::string_view kShape = "go.shape.";

// The place behind the bracket that closes the one at `open`.
size_t behind_bracket(std::string_view text, size_t open) {
  int depth = 0;
  for (size_t at = open; at < text.size(); ++at) {
    if (text[at] == '[' || text[at] == '(' || text[at] == '{') ++depth;
    if ((text[at] == ']' || text[at] == ')' || text[at] == '}') && --depth == 0) return at + 1;
  }
  return text.size();
}

// Lists of type arguments are "[...]", as in stack traces; a shape that stands alone is the type it is one of. All pointers have one.
void spell_shapes(std::string& text) {
  for (size_t at = text.find(kShape); at != std::string::npos; at = text.find(kShape, at)) {
    const std::string_view before = std::string_view(text).substr(0, at);
    const bool in_list = before.ends_with('[') && !before.ends_with("map[");
    if (in_list) {
      text.replace(at - 1, behind_bracket(text, at - 1) - (at - 1), "[...]");
      continue;
    }
    constexpr std::string_view kPointer = "*uint8";
    text.erase(at, kShape.size());
    if (text.compare(at, kPointer.size(), kPointer) == 0) text.replace(at, kPointer.size(), "pointer");
  }
}

// The place where the argument before `end` begins: behind the bracket or the blank around it.
size_t begin_of_argument(std::string_view text, size_t end) {
  int depth = 0;
  for (; end > 0; --end) {
    const char c = text[end - 1];
    if (c == ')' || c == ']') ++depth;
    if ((c == '(' || c == '[') && depth-- == 0) break;
    if (depth == 0 && c == ' ') break;
  }
  return end;
}

// Dictionaries are arguments that nobody writes: "&.dict.gen[int]", ".dict", "(*[2]uintptr)(.dict[0])".
void drop_dictionaries(std::string& text) {
  for (size_t at = text.find(".dict"); at != std::string::npos; at = text.find(".dict")) {
    size_t begin = begin_of_argument(text, at), end = at;
    while (end < text.size() && text[end] != ',' && text[end] != ')')
      end = text[end] == '[' || text[end] == '(' ? behind_bracket(text, end) : end + 1;
    const bool is_converted = begin > 1 && text.compare(begin - 2, 2, ")(") == 0 && text.compare(end, 1, ")") == 0;
    if (is_converted) begin = begin_of_argument(text, begin - 1), ++end;
    if (text.compare(end, 2, ", ") == 0) {
      end += 2;
    } else if (begin > 1 && text.compare(begin - 2, 2, ", ") == 0) {
      begin -= 2;
    }
    text.erase(begin, std::max<size_t>(end - begin, 1));
    // It was what is called.
    if (text.compare(begin, 1, "(") == 0) text.insert(begin, "method");
  }
}

struct Row {
  std::string_view name;  // a number follows
  std::string_view words;
};
constexpr std::array kRows = {
    Row{"~r", "the result"},       Row{"~p", "the argument"},        Row{".autotmp_", "a temporary value"}, Row{"#rv", "the result"},
    Row{"#p", "the loop's value"}, Row{"#yield", "the loop's body"}, Row{"#state", "the loop's state"},
};

void spell_numbered(std::string& text, const Row& row) {
  for (size_t at = text.find(row.name); at != std::string::npos; at = text.find(row.name, at + 1)) {
    size_t end = at + row.name.size();
    while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end]))) ++end;
    if (end > at + row.name.size()) text.replace(at, end - at, row.words);
  }
}

void replace_all(std::string& text, std::string_view name, std::string_view words) {
  for (size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + words.size())) text.replace(at, name.size(), words);
}

}  // namespace

std::string spelled(std::string text) {
  // Most texts have none of this.
  if (text.find_first_of("~#.<") == std::string::npos) return text;
  drop_dictionaries(text);
  spell_shapes(text);
  for (const Row& row : kRows) spell_numbered(text, row);
  replace_all(text, "#next", "the loop's state");
  replace_all(text, "#tmpState", "the loop's state");
  replace_all(text, "<node DYNAMICTYPE>", "the type argument");
  return text;
}

}  // namespace govm::escape
