// Handlers of the signals that end a run, so that its reports are still written.
#include "cli/signals.h"

#include <signal.h>
#include <sys/time.h>

#include <algorithm>
#include <atomic>

#include "vm/vm.h"

namespace govm::cli {
namespace {

constexpr int kEnding[] = {SIGINT, SIGTERM, SIGQUIT};
std::atomic<vm::Vm*> running = nullptr;

void end_run(int number, siginfo_t* info, void*) {
  ::signal(number, SIG_DFL);
  if (vm::Vm* vm = running.load()) vm->interrupt(number, info->si_code);
}

// Waiting ends with EINTR; the machine then looks at its deadline.
void wake_up(int, siginfo_t*, void*) {}

void handle(int number, void (*handler)(int, siginfo_t*, void*), int flags) {
  struct sigaction action = {};
  action.sa_sigaction = handler;
  action.sa_flags = SA_SIGINFO | flags;
  ::sigaction(number, &action, nullptr);
}

}  // namespace

void end_run_on_signals(vm::Vm& vm, int64_t timeout_nanoseconds) {
  running = &vm;
  for (const int number : kEnding) handle(number, end_run, 0);
  if (timeout_nanoseconds <= 0) return;
  handle(SIGALRM, wake_up, SA_RESTART);
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
  for (const int number : kEnding) ::sigaddset(&set, number);
  ::sigaddset(&set, SIGALRM);
  ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

}  // namespace govm::cli
