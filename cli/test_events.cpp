// Lines, reports and marks of a test's output, and the JSON they become.
#include "cli/test_events.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <utility>

namespace govm::cli {
namespace {

constexpr char kFraming = 'V' - '@', kErrorBegin = 'O' - '@', kErrorEnd = 'N' - '@', kEscape = '[' - '@';

// The longest line that is understood, and the longest text of one event.
constexpr size_t kMostInput = 4096, kMostOutput = 1024;

constexpr std::array<std::string_view, 9> kUpdates = {"=== RUN   ", "=== PAUSE ", "=== CONT  ", "=== NAME  ",    "=== PASS  ",
                                                      "=== FAIL  ", "=== SKIP  ", "=== ATTR  ", "=== ARTIFACTS "};
constexpr std::array<std::string_view, 4> kReports = {"--- PASS: ", "--- FAIL: ", "--- SKIP: ", "--- BENCH: "};

bool begins_with_one_of(std::string_view line, const auto& words) {
  for (const std::string_view word : words) {
    if (line.starts_with(word)) return true;
  }
  return false;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
  return text.substr(0, text.find_last_not_of(kSpace) + 1);
}

std::string_view without_end(std::string_view line) {
  if (!line.ends_with('\n')) return line;
  line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::pair<std::string_view, std::string_view> split_word(std::string_view text) {
  const size_t at = text.find(' ');
  if (at == std::string_view::npos) return {text, ""};
  return {text.substr(0, at), text.substr(at + 1)};
}

// "run" of "=== RUN   Name", "pass" of "--- PASS: Name (0.00s)".
std::string_view action_of(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kActions = {{{"RUN", "run"},
                                                                                      {"PAUSE", "pause"},
                                                                                      {"CONT", "cont"},
                                                                                      {"NAME", "name"},
                                                                                      {"PASS", "pass"},
                                                                                      {"FAIL", "fail"},
                                                                                      {"SKIP", "skip"},
                                                                                      {"ATTR", "attr"},
                                                                                      {"ARTIFACTS", "artifacts"}}};
  if (word.ends_with(':')) word.remove_suffix(1);
  for (const auto& [text, action] : kActions) {
    if (text == word) return action;
  }
  return "bench";
}

// "Benchmark" alone, or with a name behind it that does not begin with a lower-case letter.
bool is_benchmark_name(std::string_view text) {
  constexpr std::string_view kWord = "Benchmark";
  return text.starts_with(kWord) && (text.size() == kWord.size() || text[kWord.size()] < 'a' || text[kWord.size()] > 'z');
}

// How many bytes the character at the front of the text has; 0: it is no UTF-8. `complete`: false if the text ends before it does.
size_t character_length(std::string_view text, bool& complete) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  complete = true;
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  const size_t length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  for (size_t i = 1; i < length; i++) {
    if (i == text.size()) {
      complete = false;
      return 0;
    }
    const unsigned char low = i > 1 ? 0x80 : lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    const unsigned char high = i > 1 ? 0xbf : lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (byte(i) < low || byte(i) > high) return 0;
  }
  return length;
}

// The text without a character at its end that is cut through.
size_t whole_characters(std::string_view text) {
  for (size_t back = 1; back < 4 && back <= text.size(); back++) {
    bool complete = true;
    if ((static_cast<unsigned char>(text[text.size() - back]) & 0xc0) == 0x80) continue;
    character_length(text.substr(text.size() - back), complete);
    return complete ? text.size() : text.size() - back;
  }
  return text.size();
}

// As Go's encoding/json writes strings: safe inside of HTML.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    const char c = text[0];
    bool complete = true;
    const size_t length = character_length(text, complete);
    const std::string_view character = text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
    if (length == 0) {
      out += "\\ufffd";
    } else if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\b') {
      out += "\\b";
    } else if (c == '\f') {
      out += "\\f";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == '<' || c == '>' || c == '&') {
      out += fmt::format("\\u{:04x}", c);
    } else if (character == "\u2028" || character == "\u2029") {
      out += character == "\u2028" ? "\\u2028" : "\\u2029";
    } else {
      out += character;
    }
  }
  return out + '"';
}

// The time now, as time.Time is written in JSON.
std::string timestamp() {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  std::tm local{};
  localtime_r(&now.tv_sec, &local);
  std::string fraction = now.tv_nsec == 0 ? "" : fmt::format(".{:09}", now.tv_nsec);
  while (fraction.ends_with('0')) fraction.pop_back();
  const long minutes = local.tm_gmtoff / 60;
  const std::string zone =
      minutes == 0 ? "Z" : fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60, std::abs(minutes) % 60);
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}{}{}", local, fraction, zone);
}

}  // namespace

void LineCutter::write(std::string_view text) {
  while (!text.empty()) {
    const size_t taken = std::min(text.size(), most_ - held_.size());
    held_ += text.substr(0, taken);
    text.remove_prefix(taken);
    while (cut()) continue;
  }
}

// Hands on what can be cut off the front.
bool LineCutter::cut() {
  bool escaped = false;
  size_t end = 0;
  for (size_t i = 0; i < held_.size() && end == 0; i++) {
    if (held_[i] == '\n') {
      end = i + 1;
    } else if (escaped) {
      escaped = false;
    } else if (held_[i] == kEscape) {
      escaped = true;
    } else if (held_[i] == kFraming && i > 0) {
      end = i;  // a line of package testing behind one without an end
    }
  }
  bool whole = !inside_;
  if (end != 0) {
    inside_ = false;
  } else {
    const size_t tab = held_.find('\t');
    if (!inside_ && tab != std::string::npos && is_benchmark_name(trimmed(std::string_view(held_).substr(0, tab)))) {
      end = tab + 1;
    } else if (held_.size() == most_) {
      end = whole_characters(held_);
    } else {
      return false;
    }
    inside_ = true;
    whole = false;
  }
  const std::string text = held_.substr(0, end);
  held_.erase(0, end);
  sink_(text, whole);
  return !held_.empty();
}

void LineCutter::flush() {
  if (held_.empty()) return;
  const std::string text = std::exchange(held_, {});
  sink_(text, false);
}

TestEvents::TestEvents(std::string package, std::function<void(std::string_view)> out)
    : package_(std::move(package)),
      out_(std::move(out)),
      input_(kMostInput,
             [this](std::string_view text, bool whole) {
               if (whole) {
                 take_line(text);
               } else {
                 output_.write(text);
               }
             }),
      output_(kMostOutput, [this](std::string_view text, bool) { take_output(text); }) {
  emit({.action = "start"});
}

void TestEvents::finish(bool passed, const std::string& failed_build) {
  input_.flush();
  output_.flush();
  const double milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin_).count();
  emit({.action = !passed    ? "fail"
                  : skipped_ ? "skip"
                             : "pass",
        .elapsed = static_cast<double>(static_cast<int64_t>(milliseconds + 0.5)) / 1000,
        .failed_build = failed_build});
}

void TestEvents::take_line(std::string_view line) {
  if (wants_marks_ && line[0] != kFraming) {
    output_.write(line);
    return;
  }
  const bool marked = line[0] == kFraming;
  if (marked) {
    output_.flush();
    line.remove_prefix(1);
  }
  constexpr std::string_view kNoName = "=== NAME  \n";
  if (without_end(line) == "=== NAME") line = kNoName;
  const std::string_view text = without_end(line);
  if (text == "PASS" || text == "FAIL" || text.starts_with("FAIL\t")) {
    finish_reports(0);
    wants_marks_ = marked;
    frame(line);
    return;
  }
  if (text.starts_with("?   \t") && text.ends_with("\t[no test files]") && reports_.empty()) skipped_ = true;
  if (!(begins_with_one_of(line, kUpdates) ? take_update(line, marked) : take_report(line, marked))) output_.write(line);
}

// "    --- PASS: Name (0.00s)". False: it is a line of output.
bool TestEvents::take_report(std::string_view line, bool marked) {
  size_t indent = 0;
  std::string_view report = line;
  for (; report.starts_with("    "); indent++) report.remove_prefix(4);
  if (!begins_with_one_of(report, kReports)) {
    // How far it is indented says whose it is.
    if (indent > 0 && indent <= reports_.size()) test_ = reports_[indent - 1].test;
    return false;
  }
  if (indent > reports_.size()) return false;
  const auto [word, rest] = split_word(report.substr(std::string_view("--- ").size()));
  std::string_view name = trimmed(rest);
  Event event = {.action = action_of(word)};
  if (const size_t at = name.find(" ("); at != std::string_view::npos) {
    std::string_view seconds = name.substr(at + 2);
    double elapsed = 0;
    if (seconds.ends_with("s)")) {
      seconds.remove_suffix(2);
      const auto [end, error] = std::from_chars(seconds.data(), seconds.data() + seconds.size(), elapsed);
      if (error == std::errc() && end == seconds.data() + seconds.size()) event.elapsed = elapsed;
    }
    name = name.substr(0, at);
  }
  wants_marks_ = marked;
  finish_reports(indent);
  event.test = name;
  test_ = name;
  reports_.push_back(std::move(event));
  frame(line);
  return true;
}

// "=== RUN   Name".
bool TestEvents::take_update(std::string_view line, bool marked) {
  const auto [word, rest] = split_word(line.substr(std::string_view("=== ").size()));
  Event event = {.action = action_of(word)};
  std::string_view name = trimmed(rest);
  if (event.action == "artifacts") {
    const auto [test, path] = split_word(name);
    name = test;
    event.path = path;
  } else if (event.action == "attr") {
    const auto [test, attribute] = split_word(name);
    const auto [key, value] = split_word(attribute);
    name = test;
    event.key = key;
    event.value = value;
  }
  wants_marks_ = marked;
  finish_reports(0);
  test_ = name;
  if (event.action == "name") return true;
  // A test that pauses says so before it does.
  if (event.action == "pause") frame(line);
  emit(event);
  if (event.action != "pause") frame(line);
  return true;
}

void TestEvents::frame(std::string_view line) {
  framing_ = true;
  output_.write(line);
  framing_ = false;
}

// The output of tests that have ended is complete, but for those of the outer `depth`.
void TestEvents::finish_reports(size_t depth) {
  test_.clear();
  while (reports_.size() > depth) {
    const Event report = std::move(reports_.back());
    reports_.pop_back();
    emit(report);
  }
}

// A text of one event, but for the marks in it: errors are events of their own.
void TestEvents::take_output(std::string_view text) {
  const auto type = [this] { return framing_ ? "frame" : in_error_ ? "error-continue" : ""; };
  std::string_view kind = type();
  std::string out;
  const auto hand_on = [&] {
    if (!out.empty()) emit_output(std::exchange(out, {}), kind);
  };
  for (size_t i = 0; i < text.size(); i++) {
    const char c = text[i];
    if (escaped_) {
      escaped_ = false;
      out += c;
    } else if (c == kEscape) {
      escaped_ = true;
    } else if (c == kErrorBegin) {
      hand_on();
      in_error_ = true;
      kind = "error";
    } else if (c == kErrorEnd) {
      if (i + 1 < text.size() && text[i + 1] == '\n') out += text[++i];
      hand_on();
      in_error_ = false;
      kind = "";
    } else {
      out += c;
    }
  }
  hand_on();
}

void TestEvents::emit_output(std::string_view text, std::string_view type) {
  std::string line = fmt::format(R"({{"Time":"{}","Action":"output","Package":{})", timestamp(), quoted(package_));
  if (!test_.empty()) line += fmt::format(R"(,"Test":{})", quoted(test_));
  line += fmt::format(R"(,"Output":{})", quoted(text));
  if (!type.empty()) line += fmt::format(R"(,"OutputType":"{}")", type);
  out_(line + "}\n");
}

void TestEvents::emit(const Event& event) {
  std::string line = fmt::format(R"({{"Time":"{}","Action":"{}","Package":{})", timestamp(), event.action, quoted(package_));
  const auto field = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) line += fmt::format(R"(,"{}":{})", name, quoted(value));
  };
  field("Test", event.test.empty() ? test_ : event.test);
  if (event.elapsed >= 0) line += fmt::format(R"(,"Elapsed":{})", event.elapsed);
  field("FailedBuild", event.failed_build);
  field("Key", event.key);
  field("Value", event.value);
  field("Path", event.path);
  out_(line + "}\n");
}

std::string build_events(std::string_view import_path, std::string_view errors) {
  std::string out;
  while (!errors.empty()) {
    const size_t end = std::min(errors.find('\n'), errors.size() - 1) + 1;
    out += fmt::format("{{\"ImportPath\":{},\"Action\":\"build-output\",\"Output\":{}}}\n", quoted(import_path),
                       quoted(errors.substr(0, end)));
    errors.remove_prefix(end);
  }
  return out + fmt::format("{{\"ImportPath\":{},\"Action\":\"build-fail\"}}\n", quoted(import_path));
}

}  // namespace govm::cli
