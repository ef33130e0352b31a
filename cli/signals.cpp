// The table of signals, and their handlers.
#include "cli/signals.h"

#include <signal.h>
#include <sys/time.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>

#include "vm/vm.h"

namespace govm::cli {
namespace {

// What a signal does to a program that does not handle it. Those of job control do what they do to every process.
enum class Effect {
  End,     // the program ends as the signal ends a process
  Die,     // it ends as by a fault of Go's runtime, with words and all stacks
  Fault,   // the same if a process sent it; when the machine did, govm ends as every process
  Nothing  // it goes on; a wait that was interrupted looks around
};

struct SignalRow {
  int number;
  Effect effect;
  const char* words = nullptr;
};

constexpr SignalRow kSignals[] = {
    {SIGHUP, Effect::End},
    {SIGINT, Effect::End},
    {SIGTERM, Effect::End},
    {SIGQUIT, Effect::Die, "SIGQUIT: quit"},
    {SIGILL, Effect::Fault, "SIGILL: illegal instruction"},
    {SIGTRAP, Effect::Fault, "SIGTRAP: trace trap"},
    {SIGABRT, Effect::Die, "SIGABRT: abort"},
    {SIGBUS, Effect::Fault, "SIGBUS: bus error"},
    {SIGFPE, Effect::Fault, "SIGFPE: floating-point exception"},
    {SIGSEGV, Effect::Fault, "SIGSEGV: segmentation violation"},
    {SIGSTKFLT, Effect::Fault, "SIGSTKFLT: stack fault"},
    {SIGSYS, Effect::Fault, "SIGSYS: bad system call"},
    {SIGUSR1, Effect::Nothing},
    {SIGUSR2, Effect::Nothing},
    {SIGPIPE, Effect::Nothing},
    {SIGALRM, Effect::Nothing},
    {SIGXCPU, Effect::Nothing},
    {SIGXFSZ, Effect::Nothing},
    {SIGVTALRM, Effect::Nothing},
    {SIGPROF, Effect::Nothing},
    {SIGIO, Effect::Nothing},
    {SIGPWR, Effect::Nothing},
};
constexpr int kFirstNumbered = 35, kLastNumbered = 64;  // "signal 35" and on: Effect::Nothing

std::atomic<vm::Vm*> running = nullptr;

void end_run(int number, siginfo_t* info, void*) {
  ::signal(number, SIG_DFL);
  const auto* row = std::find_if(std::begin(kSignals), std::end(kSignals), [number](const SignalRow& r) { return r.number == number; });
  const bool of_the_machine = row->effect == Effect::Fault && info->si_code > 0;  // it comes again, and ends the process
  vm::Vm* vm = running.load();
  if (vm != nullptr && !of_the_machine) vm->interrupt(*info, row->words);
}

// Waiting ends with EINTR; the machine then looks at its deadline.
void go_on(int, siginfo_t*, void*) {}

void handle(int number, Effect effect) {
  struct sigaction before = {}, action = {};
  ::sigaction(number, nullptr, &before);
  // nohup and shells have these two ignored; a handler is a sanitizer's.
  const bool may_stay_ignored = number == SIGHUP || number == SIGINT;
  if (before.sa_handler != SIG_DFL && (may_stay_ignored || before.sa_handler != SIG_IGN)) return;
  action.sa_sigaction = effect == Effect::Nothing ? go_on : end_run;
  action.sa_flags = SA_SIGINFO | (effect == Effect::Nothing ? SA_RESTART : 0);
  ::sigaction(number, &action, nullptr);
}

// Calls `visit` with the number and the effect of each signal of the table.
template <typename Visit>
void for_each_signal(Visit visit) {
  for (const SignalRow& row : kSignals) visit(row.number, row.effect);
  for (int number = kFirstNumbered; number <= kLastNumbered; number++) visit(number, Effect::Nothing);
}

}  // namespace

void handle_signals(vm::Vm& vm, int64_t timeout_nanoseconds) {
  running = &vm;
  for_each_signal(handle);
  if (timeout_nanoseconds <= 0) return;
  constexpr int64_t kMicrosecond = 1000;
  constexpr int64_t kSecond = 1'000'000;
  constexpr int64_t kAgain = 10'000;  // should the first come before the thread waits
  const int64_t first = std::max<int64_t>(1, timeout_nanoseconds / kMicrosecond);
  const itimerval timer = {.it_interval = {.tv_sec = 0, .tv_usec = kAgain},
                           .it_value = {.tv_sec = first / kSecond, .tv_usec = first % kSecond}};
  ::setitimer(ITIMER_REAL, &timer, nullptr);
}

void leave_signals_to_other_threads() {
  sigset_t set;
  ::sigemptyset(&set);
  for_each_signal([&set](int number, Effect) { ::sigaddset(&set, number); });
  ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

void die_of_signal(int number) {
  ::signal(number, SIG_DFL);
  ::raise(number);
  constexpr int kDiedOfSignal = 128;  // as shells say it; the first process of a system does not die
  std::exit(kDiedOfSignal + number);
}

}  // namespace govm::cli
