// The table of flags and commands, and the parser that reads it.
#include "cli/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <limits>
#include <span>
#include <utility>

#include "cli/process.h"
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
  kBuilding = kProgram | kCheck | kTestCommand,
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

// A boolean flag, with the values that Go's package flag knows; absent it is set.
bool read_bool(std::string_view text, bool& out) {
  constexpr std::string_view kYes[] = {"", "1", "t", "T", "true", "TRUE", "True"}, kNo[] = {"0", "f", "F", "false", "FALSE", "False"};
  out = std::ranges::find(kYes, text) != std::end(kYes);
  return out || std::ranges::find(kNo, text) != std::end(kNo);
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

// Names between commas, added to those given before. Commas in brackets belong to a name: "main.Pair[int,string].Swap".
bool read_names(std::string_view text, std::vector<std::string>& out) {
  for (;;) {
    size_t end = 0;
    for (int depth = 0; end < text.size() && (depth > 0 || text[end] != ','); ++end) depth += (text[end] == '[') - (text[end] == ']');
    if (end == 0) return false;
    out.emplace_back(text.substr(0, end));
    if (end == text.size()) return true;
    text.remove_prefix(end + 1);
  }
}

// For the flags of package testing, which reads them itself.
bool any_value(Options&, std::string_view) { return true; }
// What the go command reads before it hands a flag on: an integer; a boolean.
bool any_integer(Options&, std::string_view text) {
  int64_t ignored = 0;
  return read_int(text, ignored);
}
bool any_bool(Options&, std::string_view text) {
  bool ignored = false;
  return read_bool(text, ignored);
}
template <const char* Flag>
bool set_profile(Options& options, std::string_view path) {
  std::string& first = options.test_profile;
  if (!path.empty() && (first.empty() || Flag < first)) first = Flag;
  return true;
}
constexpr char kBlockProfile[] = "-blockprofile", kCpuProfile[] = "-cpuprofile", kMemProfile[] = "-memprofile",
               kMutexProfile[] = "-mutexprofile";

// Checks of go vet, which it knows by these names; "all" and "off" stand alone.
constexpr std::string_view kVetChecks[] = {"all",         "appends",       "asmdecl",    "assign",           "atomic",     "bool",
                                           "bools",       "buildtag",      "buildtags",  "cgocall",          "composites", "copylocks",
                                           "defers",      "directive",     "errorsas",   "framepointer",     "hostport",   "httpresponse",
                                           "ifaceassert", "loopclosure",   "lostcancel", "methods",          "nilfunc",    "off",
                                           "printf",      "rangeloops",    "shift",      "sigchanyzer",      "slog",       "stdmethods",
                                           "stdversion",  "stringintconv", "structtag",  "testinggoroutine", "tests",      "timeformat",
                                           "unmarshal",   "unreachable",   "unsafeptr",  "unusedresult",     "waitgroup"};
bool read_vet(Options& options, std::string_view text) {
  std::vector<std::string> checks;
  if (!text.empty() && !read_names(text, checks)) return false;
  for (const std::string& check : checks) {
    if (std::ranges::find(kVetChecks, check) == std::end(kVetChecks)) return false;
  }
  options.test_vet = std::ranges::find(checks, "off") == checks.end() ? text : std::string_view();
  return true;
}

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
template <std::string Options::*Member>
bool set_some_text(Options& options, std::string_view text) {
  options.*Member = text;
  return !text.empty();
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

// Flags of the go command that govm has no use for, with the reason.
struct Refused {
  std::string_view name;
  Arity arity;
  unsigned commands;
  std::string_view why;
};
constexpr Refused kRefused[] = {
    {"C", Arity::Required, kBuilding, "change the directory before"},
    {"asan", Arity::None, kBuilding, "programs have no C in them"},
    {"asmflags", Arity::Required, kBuilding, "there is no assembler"},
    {"buildmode", Arity::Required, kBuilding, "no binary is made"},
    {"c", Arity::None, kTestCommand, "no binary is made"},
    {"compiler", Arity::Required, kBuilding, "govm is the compiler"},
    {"exec", Arity::Required, kProgram, "no binary is made"},
    {"gccgoflags", Arity::Required, kBuilding, "govm is the compiler"},
    {"installsuffix", Arity::Required, kBuilding, "nothing is installed"},
    {"ldflags", Arity::Required, kBuilding, "there is no linker"},
    {"linkshared", Arity::None, kBuilding, "there is no linker"},
    {"mod", Arity::Required, kBuilding, "nothing is downloaded; imports are those of the module here"},
    {"modfile", Arity::Required, kBuilding, "go.mod is read"},
    {"msan", Arity::None, kBuilding, "programs have no C in them"},
    {"o", Arity::Required, kCheck | kTestCommand, "no binary is made"},
    {"overlay", Arity::Required, kBuilding, "files are read where they lie"},
    {"pgo", Arity::Required, kBuilding, "no profile is read"},
    {"pkgdir", Arity::Required, kBuilding, "nothing is installed"},
    {"race", Arity::None, kBuilding, "there is no race detector"},
    {"toolexec", Arity::Required, kBuilding, "govm is the toolchain"},
    {"trimpath", Arity::None, kBuilding, "names of files are those on this machine"},
    {"work", Arity::None, kBuilding, "there is no working directory"},
};

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
    {"why-alive", Arity::Required, kRun, "SITE", "what keeps an object of FILE:LINE[:COLUMN] alive at exit",
     set_some_text<&Options::why_alive>},
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

    {"artifacts", Arity::None, kTest, "", "keep the files of ArtifactDir in _artifacts",
     [](Options& o, std::string_view v) { return read_bool(v, o.test_artifacts); }},
    {"a", Arity::None, kTestCommand, "", "accepted: everything is always compiled", any_bool},
    {"bench", Arity::Required, kTest, "REGEXP", "run the benchmarks that match",
     [](Options& o, std::string_view v) {
       o.test_bench = !v.empty();
       return true;
     }},
    {"benchmem", Arity::None, kTest, "", "print allocations of benchmarks: exact, not sampled", any_bool},
    {"benchtime", Arity::Required, kTest, "DURATION|Nx", "run each benchmark so long, or N times", any_value},
    {"blockprofile", Arity::Required, kTest, "FILE", "write where goroutines waited, for go tool pprof", set_profile<kBlockProfile>},
    {"blockprofilerate", Arity::Required, kTest, "N", "accepted: every wait is counted, unless N is negative", any_value},
    {"compare", Arity::None, kTestCommand, "",
     "benchmarks with escape analysis on and off, for benchstat; in code that counts instructions", set_bool<&Options::test_compare>},
    {"count", Arity::Required, kTest, "N", "run tests and benchmarks so often", any_integer},
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
    {"cpuprofile", Arity::Required, kTest, "FILE", "write where processor time went, for go tool pprof", set_profile<kCpuProfile>},
    {"exec", Arity::Required, kTestCommand, "COMMAND", "run the process of each package's tests by this command",
     [](Options& o, std::string_view v) {
       o.test_exec = split_words(v);
       return true;
     }},
    {"failfast", Arity::None, kTest, "", "begin no test after one has failed", any_bool},
    {"fuzz", Arity::Required, kTest, "REGEXP", "fuzz the target that matches: its seeds are changed blindly until it fails",
     [](Options& o, std::string_view v) {
       o.test_fuzz = !v.empty();
       return true;
     }},
    {"fuzzminimizetime", Arity::Required, kTest, "DURATION|Nx", "accepted: a failing input is made smaller in a number of tries", any_value},
    {"fuzztime", Arity::Required, kTest, "DURATION|Nx", "end fuzzing after so long, or after N inputs", any_value},
    {"fullpath", Arity::None, kTest, "", "full names of files in messages", any_bool},
    {"json", Arity::None, kTestCommand, "", "a JSON object for each event, as test2json writes them", set_bool<&Options::test_json>},
    {"list", Arity::Required, kTest, "REGEXP", "print the names that match, run nothing",
     [](Options& o, std::string_view v) {
       o.test_list = !v.empty();
       return true;
     }},
    {"memprofile", Arity::Required, kTestCommand | kTestProcess, "FILE", "write allocations by stack, all of them, for go tool pprof",
     [](Options& o, std::string_view v) {
       o.test_memprofile = v;
       return set_profile<kMemProfile>(o, v);
     }},
    {"memprofilerate", Arity::Required, kTest, "N", "accepted: every allocation is counted", any_value},
    {"mutexprofile", Arity::Required, kTest, "FILE", "write who let others wait for locks, for go tool pprof", set_profile<kMutexProfile>},
    {"mutexprofilefraction", Arity::Required, kTest, "N", "accepted: every wait is counted, unless N is negative", any_value},
    {"n", Arity::None, kTestCommand, "", "print the commands that -x prints, run nothing", set_bool<&Options::test_runs_nothing>},
    {"outputdir", Arity::Required, kTestCommand, "DIR", "where -artifacts keeps files and profiles lie",
     set_text<&Options::test_outputdir>},
    {"p", Arity::Required, kTestCommand, "N", "accepted: packages are tested one after another", any_integer},
    {"parallel", Arity::Required, kTest, "N", "accepted: tests run one after another", any_integer},
    {"run", Arity::Required, kTest, "REGEXP", "run the tests and examples that match", any_value},
    {"short", Arity::None, kTest, "", "testing.Short() is true", any_bool},
    {"shuffle", Arity::Required, kTest, "off|on|N", "change the order of tests",
     [](Options& o, std::string_view v) { return v == "off" || v == "on" || any_integer(o, v); }},
    {"skip", Arity::Required, kTest, "REGEXP", "leave out the tests that match", any_value},
    {"timeout", Arity::Required, kTest, "DURATION", "end a package's tests with a panic after so long; ten minutes if not said",
     [](Options& o, std::string_view v) {
       o.test_timeout = v;
       return v == "0" || parse_duration(v.substr(v.starts_with('-'))).has_value();
     }},
    {"v", Arity::None, kTest, "", "print the names of tests and what they log",
     [](Options& o, std::string_view v) {
       o.test_verbose = true;
       return v == "test2json" || read_bool(v, o.test_verbose);
     }},
    {"vet", Arity::Required, kTestCommand, "off|CHECK[,CHECK]", "accepted: go vet is not run, whatever it says", read_vet},
    {"x", Arity::None, kTestCommand, "", "print the command of each package's tests", set_bool<&Options::test_prints_commands>},
    {"profiles", Arity::None, kTestProcess, "", "", set_bool<&Options::test_profiles>},

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

const Refused* find_refused(std::string_view name, unsigned commands) {
  const auto found = std::ranges::find_if(kRefused, [&](const Refused& one) { return one.name == name && (one.commands & commands) != 0; });
  return found != std::end(kRefused) ? &*found : nullptr;
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

  // govm test [flags] [packages] [flags, and flags and words of the tests' own], as the go command reads it: flags that it does not know
  // go to the tests, and with the first of them, or with a flag behind them, the list of packages ends.
  bool parse_test_form() {
    bool has_packages = false, in_packages = false, after_bare_flag = false;
    const auto rest_is_own = [&](size_t begin) {
      options_.test_flags.insert(options_.test_flags.end(), words_.begin() + static_cast<ptrdiff_t>(begin), words_.end());
      return true;
    };
    while (next_ < words_.size()) {
      const std::string& word = words_[next_];
      const bool may_be_value = std::exchange(after_bare_flag, false);
      if (word.size() < 2 || word[0] != '-') {
        if (!in_packages && has_packages && !may_be_value) return rest_is_own(next_);
        if (in_packages || !has_packages) {
          in_packages = has_packages = true;
          options_.packages.push_back(word);
        } else {
          options_.test_flags.push_back(word);
        }
        next_++;
        continue;
      }
      in_packages = false;
      if (word == "--") return rest_is_own(next_);
      if (word == "-args" || word == "--args") return rest_is_own(next_ + 1);
      if (!is_known(word)) {
        has_packages = true;
        after_bare_flag = word.find('=') == std::string::npos;
        options_.test_flags.push_back(word);
        next_++;
      } else if (!parse_flag("")) {
        return false;
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

  // One word that begins with '-', without it.
  struct FlagWord {
    std::string_view name;
    std::string_view value;
    bool has_value;
  };
  FlagWord flag_word(std::string_view word) const {
    word.remove_prefix(word.starts_with("--") ? 2 : 1);
    const size_t equals = word.find('=');
    std::string_view name = word.substr(0, equals);
    if (options_.command == Command::Test && name.starts_with("test.")) name.remove_prefix(5);
    const bool has_value = equals != std::string_view::npos;
    return {name, has_value ? word.substr(equals + 1) : std::string_view(), has_value};
  }

  bool is_known(std::string_view word) const {
    const auto [name, value, has_value] = flag_word(word);
    return find_flag(name, flags_, has_value) != nullptr || find_refused(name, flags_) != nullptr || name == "h" || name == "help";
  }

  // A flag of the go command that is not for govm; switched off it asks for nothing.
  bool refuse(const Refused& refused, std::string_view value) {
    bool on = true;
    if (refused.arity == Arity::None && read_bool(value, on) && !on) return true;
    error_ = fmt::format("not supported by govm: -{} ({})", refused.name, refused.why);
    return false;
  }

  bool parse_flag(std::string_view hint) {
    auto [name, value, has_value] = flag_word(words_[next_++]);
    const Flag* flag = find_flag(name, flags_, has_value);
    if (!flag && (name == "h" || name == "help")) {
      options_.help_topic = command_name();
      options_.command = Command::Help;
      next_ = words_.size();
      return true;
    }
    if (const Refused* refused = flag == nullptr ? find_refused(name, flags_) : nullptr) return refuse(*refused, value);
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

  // Flags that the process of a test reads again. It runs in the package's directory: files are where the command was given.
  void hand_on(const Flag& flag, std::string_view value) {
    if (flag.commands & kTest) {
      bool on = false;
      const bool is_bool = flag.arity == Arity::None && read_bool(value, on);
      options_.test_flags.push_back(fmt::format("-test.{}={}", flag.name, !is_bool ? value : on ? "true" : "false"));
    } else if (flag.commands & kRun) {
      std::error_code ignored;
      const bool is_file = flag.value == "FILE" && !value.empty();
      const std::string text = is_file ? std::filesystem::absolute(value, ignored).string() : std::string(value);
      options_.run_flags.push_back(text.empty() && flag.arity != Arity::Required ? fmt::format("-{}", flag.name)
                                                                                 : fmt::format("-{}={}", flag.name, text));
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
    if (const std::string flags = flag_rows(row.flags); !flags.empty()) out += "\nflags:\n" + flags;
    return out;
  }
  if (const std::string text = topic_text(topic); !text.empty()) return text;
  if (!topic.empty()) return "";
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
