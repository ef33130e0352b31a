// How a program's death is told: the words of GOTRACEBACK and runtime/debug.SetTraceback.
#pragma once

#include <cstdint>
#include <string_view>

namespace govm::native {

/// How much is shown. Go shows its runtime's frames from level 2 on; here there are only wrappers and panics.
struct TraceLevel {
  std::uint32_t level = 1;      ///< 0: no stacks, unless the runtime itself gives up
  bool all_goroutines = false;  ///< and the stacks of all others
  bool crash = false;           ///< the process ends as by SIGABRT

  bool shows_stacks() const { return level > 0; }
  bool shows_system() const { return level > 1; }
};

/// The level of a word: none, single (also the empty word), all, system, crash, or a number.
TraceLevel trace_level(std::string_view word);

/// Who gives up with a fatal error.
struct FatalKind {
  bool thrown = false;           ///< Go's runtime for a fault of its own or of its use: all stacks, whatever the level is
  bool on_system_stack = false;  ///< not on the goroutine's stack: then the others are shown too
};

struct DeathReport {
  TraceLevel shown;
  TraceLevel least;  ///< the environment's; a program does not get less
  int copy_to = -1;  ///< a file descriptor that gets the text too; -1: none

  /// What the program asks for.
  void show(TraceLevel wanted);
};

}  // namespace govm::native
