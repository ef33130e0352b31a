// The events of govm test -json: what a test's process prints under -test.v=test2json, as the JSON objects that `go test -json` makes of
// it.
//
// Marks in that output say which lines are package testing's own: ^V begins one, ^O and ^N enclose an error, ^[ takes a mark its meaning.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace govm::cli {

// Cuts text into lines with their ends. A line longer than `most` bytes, or one that begins with the name of a benchmark, comes in parts.
class LineCutter {
 public:
  using Sink = std::function<void(std::string_view text, bool whole)>;
  LineCutter(size_t most, Sink sink) : most_(most), sink_(std::move(sink)) {}
  void write(std::string_view text);
  // The rest, which has no end.
  void flush();

 private:
  bool cut();

  size_t most_;
  Sink sink_;
  std::string held_;
  bool inside_ = false;  // the beginning of the line has been handed on
};

// Of one package. Each event goes to `out` as a line.
class TestEvents {
 public:
  TestEvents(std::string package, std::function<void(std::string_view)> out);
  void write(std::string_view text) { input_.write(text); }
  // Ends the package's events. `failed_build`: what could not be built, if that is why it failed.
  void finish(bool passed, const std::string& failed_build = "");

 private:
  struct Event {
    std::string_view action;
    std::string test = {};
    double elapsed = -1;  // seconds; < 0: not known
    std::string key = {}, value = {}, path = {}, failed_build = {};
  };

  void take_line(std::string_view line);
  bool take_report(std::string_view line, bool marked);
  bool take_update(std::string_view line, bool marked);
  void frame(std::string_view line);
  void emit(const Event& event);
  void emit_output(std::string_view text, std::string_view type);
  void take_output(std::string_view text);
  void finish_reports(size_t depth);

  std::string package_;
  std::function<void(std::string_view)> out_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  LineCutter input_, output_;
  std::string test_;            // whose output comes
  std::vector<Event> reports_;  // tests that have ended, each inside of the one before; their output may still come
  bool skipped_ = false;        // the package has no tests
  bool wants_marks_ = false;    // lines of package testing have shown marks
  bool framing_ = false;        // the output is such a line
  bool in_error_ = false;       // between ^O and ^N
  bool escaped_ = false;        // behind ^[
};

// What the go command prints of a package that cannot be built: `import_path` names what was built.
std::string build_events(std::string_view import_path, std::string_view errors);

}  // namespace govm::cli
