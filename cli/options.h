// The command line: flags after the conventions of the go command.
//
// `-x` and `--x` are the same; values as `-x=v` or `-x v`; booleans take only `=true` and `=false`;
// `--` ends the flags. One table (options.cpp) lists every flag with the commands that take it, so
// parsing, errors and `govm help` say the same. Off-the-shelf parsers refuse single-dash long flags.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace govm::cli {

enum class Command { Run, Check, Build, Escape, Vet, Compare, Test, TestProgram, Workshop, Report, Dump, Opcodes, Env, Version, Help };

// When a report is asked for, where it goes: a file, or standard error if `path` is empty.
struct ReportRequest {
  bool wanted = false;
  std::string path;
};

// Everything a command line can say. Defaults are what `govm prog.go` means.
struct Options {
  Command command = Command::Run;
  std::vector<std::string> packages;      // files, a directory, or a pattern; of commands without program words several
  std::vector<std::string> program_args;  // os.Args[1:]

  // compiling
  int escape_verbosity = 0;        // -m, -m=2, -m=3
  bool all_lines = false;          ///< -gcflags=all=…
  std::vector<std::string> named;  // import paths of all packages that the words name, if they are several
  std::string log_directory;       ///< DIR of -json=0,DIR
  std::string unknown_gcflag;      // the word of -gcflags that stopped reading it
  bool no_inlining = false;        // -l
  bool all_errors = false;         // -gcflags=-e: no end after ten
  bool complete = false;           // -complete: every function must have a body; `check` alone, as Go's compiler alone, has a choice
  std::string lang;                // -lang=go1.N
  std::vector<std::string> tags;
  bool escape_on = true;  // --escape=on,off

  // running
  std::string gc_mode = "stw";
  std::optional<int64_t> gogc;          // nullopt: $GOGC or 100; -1: off
  std::optional<int64_t> memory_limit;  // bytes; nullopt: $GOMEMLIMIT or none
  int64_t max_heap = 0;                 // bytes; 0: no limit
  int64_t max_stack = 0;                // bytes; 0: Go's 1 GB
  int64_t max_steps = 0;                // instructions; 0: no limit
  int64_t timeout_ns = 0;               // 0: none
  int64_t gc_stress = 0;                // collect at every Nth safepoint; 0: off
  int64_t gc_slice_ns = 500'000;        // bound of an incremental marking slice
  bool verify = false;
  bool stack_stress = false;
  bool preempt_stress = false;
  bool virtual_clock = false;
  uint64_t seed = 1;
  bool trace_instructions = false;

  // reports
  ReportRequest gc_stats;
  ReportRequest alloc_profile;  // the form follows the name: .pb.gz, .folded, .cov, .json
  ReportRequest trace;          // Chrome trace
  ReportRequest report;         // HTML
  ReportRequest record;         // all of it, for govm report
  std::vector<std::string> latency;
  std::string why_alive;  // a site
  std::string why;        // of govm escape: a variable or a line
  std::string compare_a;  // flags of the two sides; empty: --escape=off and --escape=on
  std::string compare_b;
  int64_t runs = 10;
  bool json = false;
  std::optional<bool> counting;  // instructions and values in frames are counted; nullopt: if a report shows them
  std::string gc_stats_format = "text";
  ReportRequest instruction_counts;
  int gctrace = 0;
  int64_t top = 40;  // rows of the site table
  bool quiet = false;
  bool time_phases = false;
  std::vector<std::string> passes_off;

  // test
  std::vector<std::string> test_flags;  // for package testing, "-test.run=X", and flags and words of the tests' own, in their order
  std::vector<std::string> run_flags;   // for govm in each test's process, as they were given
  std::string test_timeout;             // empty: ten minutes
  std::vector<std::string> test_exec;   // -exec: what runs the processes of tests
  bool test_prints_commands = false;    // -x
  bool test_runs_nothing = false;       // -n: the commands are only printed
  std::string test_vet;                 // checks of go vet that are asked for
  std::string test_profile;             // a flag that asks for a profile: "-cpuprofile"; of several the first by name
  bool test_artifacts = false;          // -artifacts
  bool test_profiles = false;           // of a test's process: package testing writes profiles
  bool test_verbose = false;
  bool test_json = false;
  bool test_bench = false;      // -bench
  bool test_fuzz = false;       // -fuzz
  bool test_list = false;       // -list
  bool test_compare = false;    // benchmarks with escape analysis on and off
  std::string test_memprofile;  // a file
  std::string test_outputdir;
  std::string cover_mode;                   // set, count, atomic; empty: blocks are not counted
  std::string cover_profile;                // a file
  std::vector<std::string> cover_packages;  // patterns of -coverpkg; empty: each package by its own tests
  std::vector<std::string> covered;         // of a test's process: import paths of the packages that these stand for

  // dump
  std::string dump_stage;  // tokens, ast, types, escape, ir, bytecode
  std::string dump_func;   // only this function
  bool counts = false;

  std::string help_topic;
};

// Parses the words after the program's name. On wrong usage returns nothing and sets `error` to one
// line without the "govm: " prefix.
std::optional<Options> parse_options(const std::vector<std::string>& words, std::string& error);

// `govm help [topic]`; empty if there is no such topic.
std::string help_text(std::string_view topic);

// Reads "64MiB", "1GiB", "4096", "off" (INT64_MAX) as Go's GOMEMLIMIT does.
std::optional<int64_t> parse_size(std::string_view text);

// Reads a Go duration such as "500us", "2s", "1m30s" as nanoseconds.
std::optional<int64_t> parse_duration(std::string_view text);

}  // namespace govm::cli
