// The table of flags and commands, and the parser that reads it.
#include "cli/options.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <limits>
#include <span>

#include "cli/topics.h"

namespace govm::cli {
namespace {

// Which commands take a flag.
enum CommandSet : unsigned {
  kRun = 1,
  kCheck = 2,
  kDump = 4,
  kReport = 8,
  kCompare = 16,
  kEscape = 32,
  kVet = 64,
  kTest = 128,         // of package testing; handed on to the test's process
  kTestCommand = 256,  // of `govm test` itself
  kProgram = 512,      // of a run, but not of a test
  kWorkshop = 1024,
  kTestProcess = 2048,  // of a test's process alone
  kCompiling = kRun | kCheck | kDump | kEscape | kVet,
  kReporting = kRun | kReport
};

// How a flag takes its value. A bare flag has none; an Optional one has it only behind '='.
enum class Arity { None, Optional, Required };

// One flag. `set` stores the value (empty when absent) and answers whether it could be read.
struct Flag {
  std::string_view name;
  Arity arity;
  unsigned commands;
  std::string_view value;  // how help names the value
  std::string_view help;
  bool (*set)(Options& options, std::string_view value);
};

bool read_int(std::string_view text, int64_t& out) {
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

// Reads a positive count; `absent` is what the bare flag means.
bool read_count(std::string_view text, int64_t absent, int64_t& out) {
  if (text.empty()) {
    out = absent;
    return true;
  }
  return read_int(text, out) && out >= 0;
}

bool read_choice(std::string_view text, std::span<const std::string_view> choices, std::string& out) {
  for (std::string_view choice : choices) {
    if (choice == text) {
      out = text;
      return true;
    }
  }
  return false;
}

bool read_on_off(std::string_view text, bool& out) {
  if (text != "on" && text != "off") return false;
  out = text == "on";
  return true;
}

// A boolean flag: absent value or "true" sets, "false" clears.
bool read_bool(std::string_view text, bool& out) {
  if (!text.empty() && text != "true" && text != "false") return false;
  out = text != "false";
  return true;
}

bool read_size(std::string_view text, int64_t& out) {
  auto size = parse_size(text);
  if (size) out = *size;
  return size.has_value();
}

// The -m of the compiler flags: -m, -m=2, -m=3 or repeated. Beyond 2 Go's compiler dumps its trees as well: nobody needs them here.
bool read_verbosity(Options& options, std::string_view text) {
  int64_t level = options.escape_verbosity + 1;
  if (!text.empty() && !read_count(text, 1, level)) return false;
  options.escape_verbosity = static_cast<int>(level);
  return true;
}

bool read_gcflags(Options& options, std::string_view text);

// "0,DIR", DIR an absolute path or a file URL as Go's compiler wants it.
bool read_log(Options& options, std::string_view text) {
  if (!text.starts_with("0,")) return false;
  text.remove_prefix(2);
  if (text.starts_with("file://")) text.remove_prefix(7);
  options.log_directory = text;
  return text.starts_with('/');
}

// For the flags of package testing, which reads them itself.
bool any_value(Options&, std::string_view) { return true; }

template <bool Options::*Member>
bool set_bool(Options& options, std::string_view text) {
  return read_bool(text, options.*Member);
}
template <int64_t Options::*Member>
bool set_size(Options& options, std::string_view text) {
  return read_size(text, options.*Member);
}
template <std::string Options::*Member>
bool set_text(Options& options, std::string_view text) {
  options.*Member = text;
  return true;
}
template <int64_t Options::*Member>
bool set_duration(Options& options, std::string_view text) {
  auto duration = parse_duration(text);
  if (duration) options.*Member = *duration;
  return duration.has_value();
}

// Each of the flags of coverage asks for it; what is not said is "set".
bool cover(Options& options) {
  if (options.cover_mode.empty()) options.cover_mode = "set";
  return true;
}

constexpr std::string_view kCoverModes[] = {"set", "count", "atomic"};
constexpr std::string_view kGcModes[] = {"stw", "incremental", "concurrent", "off"};
constexpr std::string_view kFormats[] = {"text", "json", "csv"};

// Names between commas, added to those given before.
bool read_names(std::string_view text, std::vector<std::string>& out) {
  for (;;) {
    const size_t comma = text.find(',');
    const std::string_view name = text.substr(0, comma);
    if (name.empty()) return false;
    out.emplace_back(name);
    if (comma == std::string_view::npos) return true;
    text.remove_prefix(comma + 1);
  }
}

template <ReportRequest Options::*Member>
bool set_report(Options& options, std::string_view path) {
  options.*Member = {true, std::string(path)};
  return true;
}

// For the flags that need one.
template <ReportRequest Options::*Member>
bool set_file(Options& options, std::string_view path) {
  return !path.empty() && set_report<Member>(options, path);
}

template <size_t Index>
bool set_stage(Options& options, std::string_view text) {
  static constexpr std::string_view kStages[] = {"tokens", "ast", "types", "escape", "ir", "bytecode"};
  if (!text.empty()) return false;
  options.dump_stage = kStages[Index];
  return true;
}

// Every flag, once. Families: compiling, running, reports, dump.
constexpr Flag kFlags[] = {
    {"complete", Arity::None, kCheck, "", "a function without a body is an error, as it is for the other commands",
     set_bool<&Options::complete>},
    {"escape", Arity::Required, kCompiling, "on|off", "off: every value that escape analysis decides goes to the heap",
     [](Options& o, std::string_view v) { return read_on_off(v, o.escape_on); }},
    {"gcflags", Arity::Required, kCompiling, "FLAGS", "compiler flags as the go command takes them: -m -l",
     [](Options& o, std::string_view v) { return read_gcflags(o, v); }},
    {"l", Arity::None, kCompiling, "", "no inlining in the packages that are named", set_bool<&Options::no_inlining>},
    {"lang", Arity::Required, kCompiling, "go1.N", "language version", set_text<&Options::lang>},
    {"m", Arity::Optional, kCompiling, "N", "print escape decisions as Go's compiler does", read_verbosity},
    {"tags", Arity::Required, kCompiling, "TAG[,TAG]", "names that hold in build constraints",
     [](Options& o, std::string_view v) { return v.empty() || read_names(v, o.tags); }},

    {"clock", Arity::Required, kRun, "wall|virtual", "virtual: time is counted in instructions, runs repeat exactly",
     [](Options& o, std::string_view v) {
       o.virtual_clock = v == "virtual";
       return v == "wall" || v == "virtual";
     }},
    {"gc", Arity::Required, kRun, "stw|incremental|concurrent|off", "collector mode",
     [](Options& o, std::string_view v) { return read_choice(v, kGcModes, o.gc_mode); }},
    {"gc-slice", Arity::Required, kRun, "DURATION", "bound of one slice of --gc=incremental, of one assist of --gc=concurrent",
     [](Options& o, std::string_view v) { return set_duration<&Options::gc_slice_ns>(o, v) && o.gc_slice_ns > 0; }},
    {"gc-stress", Arity::Optional, kRun, "N", "collect at every Nth safepoint",
     [](Options& o, std::string_view v) { return read_count(v, 1, o.gc_stress); }},
    {"gogc", Arity::Required, kRun, "N|off", "heap growth in percent before a collection, as GOGC",
     [](Options& o, std::string_view v) {
       int64_t percent = -1;
       if (v != "off" && (!read_int(v, percent) || percent < 0 || percent > std::numeric_limits<int32_t>::max())) return false;
       o.gogc = percent;
       return true;
     }},
    {"max-heap", Arity::Required, kRun, "SIZE", "out of memory beyond this", set_size<&Options::max_heap>},
    {"max-stack", Arity::Required, kRun, "SIZE", "stack overflow beyond this, 1 GB if not said", set_size<&Options::max_stack>},
    {"max-steps", Arity::Required, kRun, "N", "stop after so many VM instructions",
     [](Options& o, std::string_view v) { return read_int(v, o.max_steps) && o.max_steps > 0; }},
    {"memlimit", Arity::Required, kRun, "SIZE|off", "soft memory limit, as GOMEMLIMIT",
     [](Options& o, std::string_view v) {
       o.memory_limit = parse_size(v);
       return o.memory_limit.has_value();
     }},
    {"preempt-stress", Arity::None, kRun, "", "switch goroutines at each poll", set_bool<&Options::preempt_stress>},
    {"seed", Arity::Required, kRun, "N", "map order, select choice and schedule",
     [](Options& o, std::string_view v) {
       const auto [end, error] = std::from_chars(v.data(), v.data() + v.size(), o.seed);
       return error == std::errc() && end == v.data() + v.size();
     }},
    {"stack-stress", Arity::None, kRun, "", "smallest stack segments, so that calls cross them", set_bool<&Options::stack_stress>},
    {"timeout", Arity::Required, kProgram, "DURATION", "stop after so much wall time, exit status 124", set_duration<&Options::timeout_ns>},
    {"trace-instructions", Arity::None, kRun, "", "a line for each VM instruction on standard error",
     set_bool<&Options::trace_instructions>},
    {"verify", Arity::None, kRun, "", "check the whole heap at every collection", set_bool<&Options::verify>},

    {"alloc-profile", Arity::Required, kReporting, "FILE", "allocations by stack; .pb.gz for go tool pprof, .folded, .cov, .json",
     set_file<&Options::alloc_profile>},
    {"counting", Arity::Required, kRun, "on|off", "off: reports without instructions and values in frames, which cost time to count",
     [](Options& o, std::string_view v) { return read_on_off(v, o.counting.emplace()); }},
    {"gc-stats", Arity::Optional, kReporting, "FILE", "report time, heap, collections and allocation sites at exit",
     set_report<&Options::gc_stats>},
    {"gc-stats-format", Arity::Required, kReporting, "text|json|csv", "form of the report; csv: the collections",
     [](Options& o, std::string_view v) {
       o.gc_stats.wanted = true;
       return read_choice(v, kFormats, o.gc_stats_format);
     }},
    {"gctrace", Arity::Optional, kReporting, "1|2", "a line for each collection, as GODEBUG=gctrace=1",
     [](Options& o, std::string_view v) {
       int64_t level = 0;
       if (!read_count(v, 1, level) || level > 2) return false;
       o.gctrace = static_cast<int>(level);
       return true;
     }},
    {"instruction-counts", Arity::Optional, kRun, "FILE", "executed instructions by function, line, opcode and pair of opcodes (slow)",
     set_report<&Options::instruction_counts>},
    {"latency", Arity::Required, kRun, "FUNC[,FUNC]", "time each call of the functions (main.push) and say what the slow ones waited for",
     [](Options& o, std::string_view v) { return read_names(v, o.latency); }},
    {"record", Arity::Required, kRun, "FILE", "all of it as JSON, for govm report", set_file<&Options::record>},
    {"report", Arity::Required, kReporting | kCompare, "FILE", "a self-contained page of HTML", set_file<&Options::report>},
    {"trace", Arity::Required, kReporting, "FILE", "the collections as a Chrome trace (also Perfetto)", set_file<&Options::trace>},
    {"why-alive", Arity::Required, kRun, "SITE", "what keeps an object of FILE:LINE[:COLUMN] alive at exit", set_text<&Options::why_alive>},
    {"a", Arity::Required, kCompare, "FLAGS", "flags of the first side; --escape=off if not given", set_text<&Options::compare_a>},
    {"b", Arity::Required, kCompare, "FLAGS", "flags of the second side; --escape=on if not given", set_text<&Options::compare_b>},
    {"json", Arity::Required, kCheck, "0,DIR", "log decisions below DIR as Go's compiler does for editors", read_log},
    {"json", Arity::None, kCompare, "", "the comparison as JSON", set_bool<&Options::json>},
    {"runs", Arity::Required, kCompare, "N", "timed runs of each side",
     [](Options& o, std::string_view v) { return read_int(v, o.runs) && o.runs > 0; }},
    {"quiet", Arity::None, kRun | kCompare, "", "no notes of govm's own", set_bool<&Options::quiet>},
    {"passes-off", Arity::Required, kCompiling, "NAME[,NAME]", "without these optimisations; a name that is none lists them",
     [](Options& o, std::string_view v) { return read_names(v, o.passes_off); }},
    {"time-phases", Arity::None, kCompiling, "", "time of each stage on standard error", set_bool<&Options::time_phases>},
    {"top", Arity::Required, kReporting | kDump, "N", "rows of the site table, 0 for all",
     [](Options& o, std::string_view v) { return read_int(v, o.top) && o.top >= 0; }},

    {"artifacts", Arity::None, kTest, "", "keep the files of ArtifactDir in _artifacts", any_value},
    {"bench", Arity::Required, kTest, "REGEXP", "run the benchmarks that match",
     [](Options& o, std::string_view v) {
       o.test_bench = !v.empty();
       return true;
     }},
    {"benchmem", Arity::None, kTest, "", "print allocations of benchmarks: exact, not sampled", any_value},
    {"benchtime", Arity::Required, kTest, "DURATION|Nx", "run each benchmark so long, or N times", any_value},
    {"compare", Arity::None, kTestCommand, "",
     "benchmarks with escape analysis on and off, for benchstat; in code that counts instructions", set_bool<&Options::test_compare>},
    {"count", Arity::Required, kTest, "N", "run tests and benchmarks so often", any_value},
    {"cover", Arity::None, kTestCommand, "", "say how many of the statements were executed",
     [](Options& o, std::string_view v) {
       bool on = false;
       return read_bool(v, on) && (!on || cover(o));
     }},
    {"covermode", Arity::Required, kTestCommand | kTestProcess, "set|count|atomic",
     "whether a profile has how often each block was executed; atomic: the same as count",
     [](Options& o, std::string_view v) { return read_choice(v, kCoverModes, o.cover_mode); }},
    {"coverpkg", Arity::Required, kTestCommand | kTestProcess, "PATTERN[,PATTERN]", "cover these packages in all tests",
     [](Options& o, std::string_view v) { return read_names(v, o.cover_packages) && cover(o); }},
    {"coverprofile", Arity::Required, kTestCommand, "FILE", "write which statements were executed, for go tool cover",
     [](Options& o, std::string_view v) {
       o.cover_profile = v;
       return cover(o);
     }},
    {"covered", Arity::Required, kTestProcess, "", "", [](Options& o, std::string_view v) { return v.empty() || read_names(v, o.covered); }},
    {"cpu", Arity::Required, kTest, "N[,N]", "shown in the names of benchmarks; one thread runs in each case", any_value},
    {"failfast", Arity::None, kTest, "", "begin no test after one has failed", any_value},
    {"fuzz", Arity::Required, kTest, "REGEXP", "fuzz the target that matches: its seeds are changed blindly until it fails",
     [](Options& o, std::string_view v) {
       o.test_fuzz = !v.empty();
       return true;
     }},
    {"fuzzminimizetime", Arity::Required, kTest, "DURATION|Nx", "accepted: a failing input is made smaller in a number of tries", any_value},
    {"fuzztime", Arity::Required, kTest, "DURATION|Nx", "end fuzzing after so long, or after N inputs", any_value},
    {"fullpath", Arity::None, kTest, "", "full names of files in messages", any_value},
    {"json", Arity::None, kTestCommand, "", "a JSON object for each event, as test2json writes them", set_bool<&Options::test_json>},
    {"list", Arity::Required, kTest, "REGEXP", "print the names that match, run nothing",
     [](Options& o, std::string_view v) {
       o.test_list = !v.empty();
       return true;
     }},
    {"memprofile", Arity::Required, kTestCommand | kTestProcess, "FILE", "allocations by stack, all of them, for go tool pprof",
     set_text<&Options::test_memprofile>},
    {"outputdir", Arity::Required, kTest, "DIR", "where -artifacts keeps files and profiles lie",
     set_text<&Options::test_outputdir>},
    {"parallel", Arity::Required, kTest, "N", "accepted: tests run one after another", any_value},
    {"run", Arity::Required, kTest, "REGEXP", "run the tests and examples that match", any_value},
    {"short", Arity::None, kTest, "", "testing.Short() is true", any_value},
    {"shuffle", Arity::Required, kTest, "off|on|N", "change the order of tests", any_value},
    {"skip", Arity::Required, kTest, "REGEXP", "leave out the tests that match", any_value},
    {"timeout", Arity::Required, kTestCommand, "DURATION", "end a package's tests with a panic after so long; ten minutes if not said",
     [](Options& o, std::string_view v) {
       o.test_timeout = v;
       return v == "0" || parse_duration(v).has_value();
     }},
    {"v", Arity::None, kTestCommand, "", "print the names of tests and what they log", set_bool<&Options::test_verbose>},

    {"tokens", Arity::None, kDump, "", "tokens of the files", set_stage<0>},
    {"ast", Arity::None, kDump, "", "syntax trees", set_stage<1>},
    {"types", Arity::None, kDump, "", "types and constants", set_stage<2>},
    {"escape", Arity::None, kDump, "", "placement of every variable and site", set_stage<3>},
    {"ir", Arity::None, kDump, "", "SSA form", set_stage<4>},
    {"bytecode", Arity::None, kDump, "", "instructions", set_stage<5>},
    {"func", Arity::Required, kDump, "NAME", "only this function", set_text<&Options::dump_func>},
    {"counts", Arity::None, kEscape, "", "run the program once, and show how often each value was made", set_bool<&Options::counts>},
    {"why", Arity::Required, kEscape, "VAR|LINE", "explain only this variable, or what this line makes", set_text<&Options::why>},
    {"counts", Arity::None, kDump, "", "run it and add how often each instruction was executed", set_bool<&Options::counts>},
};

struct CommandRow {
  std::string_view name;
  Command command;
  unsigned flags;  // which rows of kFlags it takes
  std::string_view help;
};

// Every command, once.
constexpr CommandRow kCommands[] = {
    {"run", Command::Run, kRun | kProgram, "compile and run files or a package (also without its name: govm FILE.go)"},
    {"check", Command::Check, kCheck, "compile only; with -m print escape decisions"},
    {"build", Command::Build, kCheck, "the same as check"},
    {"escape", Command::Escape, kEscape, "the source with the place of every value, why, and what to do about it"},
    {"vet", Command::Vet, kVet, "check //govm:noalloc on functions, //govm:frame and //govm:heap on lines"},
    {"compare", Command::Compare, kCompare, "run a program in two modes by turns: counts, times, what differs"},
    {"test", Command::Test, kRun | kTest | kTestCommand, "run the tests, examples and benchmarks of packages"},
    {"test-program", Command::TestProgram, kRun | kTestProcess, ""},  // the process of one package's tests, started by test
    {"workshop", Command::Workshop, kWorkshop, "programs to learn with: list, show N, start N DIR, check DIR, all"},
    {"report", Command::Report, kReport, "turn a recorded run (--record) into a report of another form"},
    {"dump", Command::Dump, kDump, "print what a stage of the compiler made"},
    {"opcodes", Command::Opcodes, 0, "print the reference of the instructions"},
    {"env", Command::Env, 0, "print the environment variables govm reads"},
    {"version", Command::Version, 0, "print the version"},
    {"help", Command::Help, 0, "print this, or help on a command"},
};

// A run takes the flags of compiling and running; "escape" names a dump stage and a run flag, so
// the first row that the command takes and that fits the value wins.
const Flag* find_flag(std::string_view name, unsigned commands, bool has_value) {
  const Flag* found = nullptr;
  for (const Flag& flag : kFlags) {
    if (flag.name != name || (flag.commands & commands) == 0) continue;
    if (!found || (flag.arity == Arity::None) != has_value) found = &flag;
  }
  return found;
}

// "all=FLAGS" is for all packages, FLAGS for those that are named.
bool read_gcflags(Options& options, std::string_view text) {
  options.all_lines = text.starts_with("all=");
  if (options.all_lines) text.remove_prefix(4);
  while (!text.empty()) {
    size_t end = text.find(' ');
    std::string_view word = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (word.empty()) continue;
    options.unknown_gcflag = word;
    if (!word.starts_with('-')) return false;
    word.remove_prefix(word.starts_with("--") ? 2 : 1);
    size_t equals = word.find('=');
    std::string_view name = word.substr(0, equals);
    std::string_view value = equals == std::string_view::npos ? "" : word.substr(equals + 1);
    if (name == "m") {
      if (!read_verbosity(options, value)) return false;
    } else if (name == "l") {
      options.no_inlining = true;
    } else if (name == "e") {
      options.all_errors = true;
    } else if (name == "json") {
      if (!read_log(options, value)) return false;
    } else if (name == "lang") {
      options.lang = value;
    } else {
      return false;
    }
    options.unknown_gcflag.clear();
  }
  return true;
}

// The words of one command line under way.
class Parser {
 public:
  Parser(const std::vector<std::string>& words, std::string& error) : words_(words), error_(error) {}

  std::optional<Options> parse() {
    if (words_.empty()) {
      options_.command = Command::Help;
      return options_;
    }
    bool short_form = true;
    for (const CommandRow& row : kCommands) {
      if (row.name != words_[0]) continue;
      options_.command = row.command;
      flags_ = row.flags;
      short_form = false;
      next_ = 1;
    }
    if (words_[0] == "-h" || words_[0] == "-help" || words_[0] == "--help") {
      options_.command = Command::Help;
      return options_;
    }
    if (words_[0] == "--version" || words_[0] == "-version") {
      options_.command = Command::Version;
      return options_;
    }
    if (short_form && !names_a_package(words_[0]) && !words_[0].starts_with("-")) {
      error_ = fmt::format("{}: unknown command\nRun 'govm help' for usage.", words_[0]);
      return std::nullopt;
    }
    if (options_.command == Command::Test) {
      if (!parse_test_form()) return std::nullopt;
    } else if (!(short_form || flags_may_follow() ? parse_short_form() : parse_go_form())) {
      return std::nullopt;
    }
    return options_;
  }

 private:
  static bool names_a_package(std::string_view word) {
    return word.ends_with(".go") || word == "." || word.starts_with("./") || word.starts_with("../") || word.starts_with("/") ||
           word.ends_with("/") || std::filesystem::is_directory(word);
  }

  // Of the commands with a program, those that the go command does not have: what stands behind the package is theirs. With a recorded
  // run there is no program.
  bool flags_may_follow() const {
    return options_.command == Command::Report || options_.command == Command::Compare || options_.command == Command::Escape ||
           options_.command == Command::Vet || options_.command == Command::Dump;
  }

  // govm [COMMAND] FILE.go|DIR [flags and program words...] [-- program words...]
  bool parse_short_form() {
    const bool has_program = options_.command != Command::Report;
    while (next_ < words_.size()) {
      const std::string& word = words_[next_];
      if (word == "--") {
        std::vector<std::string>& rest = has_program ? options_.program_args : options_.packages;
        rest.insert(rest.end(), words_.begin() + static_cast<ptrdiff_t>(next_) + 1, words_.end());
        return true;
      }
      if (word.size() > 1 && word[0] == '-' && !is_number(word)) {
        if (!parse_flag(has_program ? "; the program's own flags go after --" : "")) return false;
        continue;
      }
      take_word(word);
      next_++;
    }
    return true;
  }

  // govm COMMAND [flags] FILES|DIR [program words...]
  bool parse_go_form() {
    if (options_.command == Command::Help) {
      if (next_ < words_.size()) options_.help_topic = words_[next_];
      return true;
    }
    while (next_ < words_.size() && words_[next_].size() > 1 && words_[next_][0] == '-') {
      if (words_[next_] == "--") {
        next_++;
        break;
      }
      if (!parse_flag("")) return false;
    }
    for (; next_ < words_.size(); next_++) take_word(words_[next_]);
    return true;
  }

  // govm test [flags and packages...] [-args program words...]
  bool parse_test_form() {
    while (next_ < words_.size()) {
      const std::string& word = words_[next_];
      if (word == "-args" || word == "--args") {
        options_.program_args.assign(words_.begin() + static_cast<ptrdiff_t>(next_) + 1, words_.end());
        return true;
      }
      if (word.size() > 1 && word[0] == '-') {
        if (!parse_flag("; the tests' own flags go after -args")) return false;
      } else {
        options_.packages.push_back(word);
        next_++;
      }
    }
    return true;
  }

  // "-5" is a word of the program, not a flag.
  static bool is_number(std::string_view word) {
    return word.size() > 1 && word[0] == '-' && word.find_first_not_of("0123456789.", 1) == std::string_view::npos;
  }

  // The first word, and those ending in .go directly behind a file, name the package; where no program runs, all words name some.
  void take_word(const std::string& word) {
    bool more_files =
        !options_.packages.empty() && options_.packages.back().ends_with(".go") && word.ends_with(".go") && options_.program_args.empty();
    bool more_packages = options_.command == Command::Check || options_.command == Command::Build || options_.command == Command::Vet ||
                         options_.command == Command::Report;
    if (options_.packages.empty() || more_files || more_packages) {
      options_.packages.push_back(word);
    } else {
      options_.program_args.push_back(word);
    }
  }

  bool parse_flag(std::string_view hint) {
    std::string_view word = words_[next_++];
    std::string_view body = word.substr(word.starts_with("--") ? 2 : 1);
    size_t equals = body.find('=');
    std::string_view name = body.substr(0, equals);
    bool has_value = equals != std::string_view::npos;
    std::string_view value = has_value ? body.substr(equals + 1) : "";
    if (options_.command == Command::Test && name.starts_with("test.")) name.remove_prefix(5);
    const Flag* flag = find_flag(name, flags_, has_value);
    if (!flag && (name == "h" || name == "help")) {
      options_.help_topic = command_name();
      options_.command = Command::Help;
      next_ = words_.size();
      return true;
    }
    if (!flag) {
      error_ = fmt::format("flag provided but not defined: -{}{}", name, hint);
      return false;
    }
    if (!has_value && flag->arity == Arity::Required) {
      if (next_ == words_.size()) {
        error_ = fmt::format("flag needs an argument: -{}", name);
        return false;
      }
      value = words_[next_++];
    }
    const bool lacks_value = has_value && value.empty() && flag->arity != Arity::Required;
    if (lacks_value || !flag->set(options_, value)) {
      error_ = fmt::format("invalid value \"{}\" for flag -{}", value, name);
      if (!options_.unknown_gcflag.empty()) {
        error_ = fmt::format("not supported by govm: {} in -gcflags; it takes -m, -l, -e, -json=0,DIR and -lang", options_.unknown_gcflag);
        return false;
      }
      if (!flag->value.empty()) error_ += fmt::format(": want {}", flag->value);
      if (flag->value.starts_with("SIZE")) error_ += " in B, KiB, MiB, GiB or TiB";
      return false;
    }
    if (options_.command == Command::Test) hand_on(*flag, value);
    return true;
  }

  std::string_view command_name() const {
    for (const CommandRow& row : kCommands) {
      if (row.command == options_.command) return row.name;
    }
    return "";
  }

  // Flags that the process of a test reads again.
  void hand_on(const Flag& flag, std::string_view value) {
    if (flag.commands & kTest) {
      options_.test_flags.push_back(fmt::format("-test.{}={}", flag.name, value.empty() && flag.arity == Arity::None ? "true" : value));
    } else if (flag.commands & kRun) {
      options_.run_flags.push_back(value.empty() ? fmt::format("-{}", flag.name) : fmt::format("-{}={}", flag.name, value));
    }
  }

  const std::vector<std::string>& words_;
  std::string& error_;
  Options options_;
  unsigned flags_ = kRun | kProgram;
  size_t next_ = 0;
};

std::string flag_rows(unsigned commands) {
  std::string out;
  for (const Flag& flag : kFlags) {
    if ((flag.commands & commands) == 0) continue;
    std::string head = fmt::format("-{}", flag.name);
    if (flag.arity == Arity::Required) head += fmt::format("={}", flag.value);
    if (flag.arity == Arity::Optional) head += fmt::format("[={}]", flag.value);
    out += fmt::format("  {:<28} {}\n", head, flag.help);
  }
  return out;
}

}  // namespace

std::optional<Options> parse_options(const std::vector<std::string>& words, std::string& error) {
  std::optional<Options> options = Parser(words, error).parse();
  if (options && options->virtual_clock && options->gc_mode == "concurrent") {
    error = "--clock=virtual needs a run that repeats: --gc=concurrent does not";
    return std::nullopt;
  }
  return options;
}

std::string help_text(std::string_view topic) {
  for (const CommandRow& row : kCommands) {
    if (row.name != topic) continue;
    std::string out = fmt::format("govm {}: {}\n", row.name, row.help);
    if (row.flags) out += "\nflags:\n" + flag_rows(row.flags);
    return out;
  }
  if (const std::string text = topic_text(topic); !text.empty()) return text;
  if (!topic.empty()) return fmt::format("govm help {}: unknown help topic. Run 'govm help'.\n", topic);
  std::string out =
      "govm runs Go programs and shows where every byte they allocate goes.\n\n"
      "usage:\n"
      "  govm FILE.go|DIR [flags...] [program words...] [-- program flags...]\n"
      "  govm COMMAND [flags...] FILES|DIR [program words...]\n"
      "  govm compare|escape|vet|dump FILES|DIR [flags...] [program words...] [-- program flags...]\n"
      "  check, build, vet, escape and test also take patterns: ./... and DIR/... are all packages below\n\ncommands:\n";
  for (const CommandRow& row : kCommands) {
    if (!row.help.empty()) out += fmt::format("  {:<9} {}\n", row.name, row.help);
  }
  out += "\nRun 'govm help COMMAND' for its flags. Pages about a subject, 'govm help SUBJECT':\n" + topic_list();
  return out;
}

std::optional<int64_t> parse_size(std::string_view text) {
  if (text == "off") return std::numeric_limits<int64_t>::max();
  struct Unit {
    std::string_view name;
    int shift;
  };
  static constexpr Unit kUnits[] = {{"KiB", 10}, {"MiB", 20}, {"GiB", 30}, {"TiB", 40}, {"B", 0}};
  int shift = 0;
  for (const Unit& unit : kUnits) {
    if (!text.ends_with(unit.name)) continue;
    text.remove_suffix(unit.name.size());
    shift = unit.shift;
    break;
  }
  int64_t number = 0;
  if (!read_int(text, number) || number < 0 || number > (std::numeric_limits<int64_t>::max() >> shift)) {
    return std::nullopt;
  }
  return number << shift;
}

std::optional<int64_t> parse_duration(std::string_view text) {
  struct Unit {
    std::string_view name;
    double nanoseconds;
  };
  static constexpr Unit kUnits[] = {{"ns", 1}, {"us", 1e3}, {"µs", 1e3}, {"ms", 1e6}, {"s", 1e9}, {"m", 6e10}, {"h", 3.6e12}};
  double total = 0;
  if (text.empty()) return std::nullopt;
  if (text == "0") return 0;
  while (!text.empty()) {
    double number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || !(number >= 0)) return std::nullopt;  // from_chars knows "nan"
    text.remove_prefix(end - text.data());
    const Unit* found = nullptr;
    for (const Unit& unit : kUnits) {
      if (text.starts_with(unit.name) && (!found || unit.name.size() > found->name.size())) found = &unit;
    }
    if (!found) return std::nullopt;
    total += number * found->nanoseconds;
    text.remove_prefix(found->name.size());
  }
  if (total > 9e18) return std::nullopt;
  return static_cast<int64_t>(total);
}

}  // namespace govm::cli
