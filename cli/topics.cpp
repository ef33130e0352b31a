// The texts of the pages, and finding one by its name.
#include "cli/topics.h"

#include <fmt/format.h>

namespace govm::cli {
namespace {

struct Topic {
  std::string_view name;
  std::string_view about;
  std::string_view text;
};

constexpr Topic kTopics[] = {
    {"gc-stats", "every field of the report of --gc-stats",
     R"(govm FILE.go --gc-stats: what the run did with memory. All counts are exact; nothing is sampled.

govm gc-stats  the program, and how it ran: escape, gogc, memlimit, clock and, if it is not stw, gc: the flags of these names.
time      total: the run; GC: the sum of the pauses and their share; program: the rest. VM instructions are counted as the code
          is compiled, before anything else changes them: the same in every run.
heap      bytes and objects allocated, with rounding to size classes; freed: by collections; at exit: neither
          freed nor looked at since the last collection; reachable: of these, what a collection would keep; peak: the
          largest live size. allocated - freed = at exit.
frames    values that escape analysis had to place and that are kept out of the heap; their share of all placed values.
cycles    collections, by heap goal (GOGC), by memory limit (GOMEMLIMIT), forced (runtime.GC), by --gc-stress; one not finished
          at exit is in no sum but that of the pauses. next goal: the live size at which the next one is due: twice what the
          last one left at GOGC=100, at least 4 MiB; off: no size makes one due.
warning   thrashing: what lives is as large as the memory limit, so collections come back to back: ten or more of them by memory
          limit, and half of the time is the collector's.
pauses    lengths of the stops of the program: min, p50, p90, p99 (so many percent are not longer), max, their sum; none.
          Under --gc=stw a collection is one pause; the other modes cut it into parts.
          max in processor time: the longest, without what else the machine did meanwhile.
          marking and sweeping beside the program: time of the second thread of --gc=concurrent, in no pause.
MMU       minimum mutator utilisation: in the worst window of 1 ms, 10 ms, 100 ms, the share left to the program.

GC cycles                   - stands for what is not known of the one not finished
  #, start s, cause         from 1; seconds since the program's start; goal, limit, forced or stress, as above
  heap before, live after   bytes when it began, bytes marked
  objects, live, freed      objects when it began, marked, freed
  roots, mark, sweep        microseconds of the phases; under --gc=concurrent mark and sweep run beside the program
  pause us                  microseconds the program stood still in all
  goal B                    that was in force, in bytes, or off

Allocation sites            by bytes; so many of all (--top)
  site, function, value     where the value is made, and what it is
  placed                    heap, or frame
  allocs, bytes             objects (or values in frames) and their bytes with rounding
  at exit                   objects neither freed nor looked at
  survived 1 GC             of the objects that met a collection, those that lived through their first
  why                       the reason of the placement, as -m=2 words it
  What std allocates stands at the user's call. (tiny blocks, unused): pointer-free objects below 16 bytes share blocks;
  this is what no object took.

Heap at exit by type        the same objects by their type
  type, objects, bytes      so many, with so many bytes
  survived a GC, made since of these, those that have survived a collection, and those made since

Size classes                an object takes the smallest of 67 sizes that holds it, a large one whole pages
  class, objects, rounding  the size; objects that took it; bytes of all of them beyond what was asked for

latency FUNC (--latency)    what calls waited for: govm help latency
why alive SITE (--why-alive)  objects made there that are allocated at exit; a shortest way to one of them: the variable or
                            goroutine it begins with, then the objects it leads through, with the offset of the pointer

Other forms: --gc-stats-format=json (schema: profiler/gcstats.schema.json) or csv, --alloc-profile=FILE.pb.gz for go tool
pprof (.folded, .cov, .json), --trace=FILE.json for chrome://tracing and Perfetto, --report=FILE.html, --gctrace. --record=FILE
keeps everything for govm report, which has all these flags; without one it gives this text.
)"},
    {"gc", "the collector's modes", R"(--gc=stw           a collection is one pause (default); counts repeat exactly
--gc=incremental   marks and sweeps in slices of at most --gc-slice=500us of work; repeats exactly
--gc=concurrent    marks and sweeps on a second thread; two short pauses; the program helps when it allocates faster
                   than the thread marks. Output repeats, the number of collections does not
--gc=off           only runtime.GC() collects

--gogc=N or $GOGC, --memlimit=64MiB or $GOMEMLIMIT: when a collection is due. --max-heap=64MiB: beyond it the program
ends with Go's "fatal error: out of memory", and the reports are written. --verify checks the whole heap at every
collection, --gc-stress[=N] collects at every Nth safepoint. --clock=virtual counts time in instructions and fixed costs,
so that reports are the same to the byte in every run.
)"},
    {"escape", "the rows of govm escape, the claims of govm vet",
     R"(govm escape FILE.go: the source lines that make values, each value below its line.

  H, F           on the heap, or in a frame. "heap, for some values": small integers and empty strings need no object when they
                 are boxed; "frame, heap if large": there is a buffer of 32 bytes in the frame, what does not fit is an object
  ^ o Order, 24 B: heap: its address is returned (13:2)         the value, its size, its place, why
  12:2 o → 13:9 &o (address-of) → 13:2 return &o (return)       the way it takes, in the words of -m=2
  try: ...                                                      how it could stay in the frame
  inlined at 27:16 in main.main: frame: ...                     a copy of the text that is placed otherwise
  // o: does not escape                                         what becomes of a parameter; variables without address
--counts runs the program once and adds objects and bytes (values and bytes of frames). --why VAR, --why LINE,
--why FILE:LINE:COLUMN explain one value in sentences. -l: without inlining. ./... and DIR/...: all packages below.

govm vet FILE.go checks what comments claim, exit status 3 if something does not hold:
  //govm:noalloc above a function   it and all it calls allocate nothing. Calls of interface methods and function values count
                                    as allocating, so do functions of std that may
  //govm:frame on a line            what the line makes stays in frames (alone on its line: the next line)
  //govm:heap on a line             something that the line makes is on the heap
)"},
    {"latency", "what slow calls waited for",
     R"(--latency=main.push times each call of a function. Its name is that of stack traces, of std too: main.push, main.(*List[...]).Add,
main.main.func1, strings.(*Builder).WriteString. It may be shorter where one function fits: push, List.Add, json.Marshal. All instances
of a generic function are one row; calls of the functions that are named are not inlined. A name that no function of the program has is
an error before the run. Functions of std that are a part of govm itself (math.Sqrt, utf8.ValidString) cannot be timed.

  latency main.push   1,000,000 calls
    p50 420 ns  ...  max 9.87 ms           calls that are not longer than this: half, 90 %, ... all
    without GC: ...                        the same if the pauses for the collector are taken off
  slowest 5            where the time went
    9.87 ms  call 229,377   map growth 3.80 ms (14.7 MB moved)   GC 4: mark 4.10 ms sweep 1.60 ms   rest 370 us

A call waits for collections (with their phases), for maps and slices that move to larger memory, for other goroutines
("others ran"), for timers and input while no goroutine can run ("idle"), for govm to compile functions of std that are called for
the first time ("compiling"); the rest is its own work, and whatever the machine did. A call that a panic ends has ended when the
panic is recovered; one that has not ended when the program ends is not counted among them, it is named beside.
)"},
    {"traces", "the stacks that a program shows when it dies",
     R"(GOTRACEBACK, as in Go; runtime/debug.SetTraceback raises it from within:
  none      no stacks, unless the runtime itself gives up (out of memory, stack overflow, misuse of finalizers)
  single    the goroutine that dies (default)
  all       all goroutines
  system    and the wrappers that the compiler made; Go also shows its runtime's functions, which are not here
  crash     as system, and the exit status is that of SIGABRT (134); there is no core
  0, 1, 2   none, all, system
A waiting goroutine that a collection met shows since when it waits, from a minute on: [chan receive, 3 minutes].
SIGQUIT (Ctrl-\) shows all goroutines and ends the program with status 2, as SIGABRT and SIGTRAP do, and the signals of faults if
a process sends them. SIGHUP, SIGINT and SIGTERM end it as they end every process; of the others none does anything unless
the program asks for it by os/signal. The reports asked for are written in all these cases, and after --timeout.
)"},
    {"exit-codes", "what the exit status means", R"(the program's own status, and
  1    the program does not compile or load; a recorded run cannot be read; a test failed; a report could not be written
  2    wrong usage, such as a report's file that cannot be written, which is found before the run; a panic or fatal error of the
       program
  3    a checked assertion does not hold: a claim of govm vet, or govm compare found different outputs or ends
  70   a fault of govm itself
  124  --timeout, which says so
A program that SIGHUP, SIGINT, SIGTERM or a closed pipe behind its output ends dies of that signal: 129, 130, 143, 141 in a shell.
)"},
};

}  // namespace

std::string topic_text(std::string_view name) {
  for (const Topic& topic : kTopics) {
    if (topic.name == name) return std::string(topic.text);
  }
  return "";
}

std::string topic_list() {
  std::string out;
  for (const Topic& topic : kTopics) out += fmt::format("  {:<11} {}\n", topic.name, topic.about);
  return out;
}

}  // namespace govm::cli
