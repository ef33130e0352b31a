// The thread is POSIX's: std::thread cannot be given a size of stack.
#include "base/large_stack.h"

#include <pthread.h>

namespace govm {

void on_large_stack(const std::function<void()>& body, const std::function<void()>& meanwhile) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kLargeStackBytes);
  const auto entry = [](void* argument) -> void* {
    (*static_cast<const std::function<void()>*>(argument))();
    return nullptr;
  };
  pthread_t thread;
  const bool made = pthread_create(&thread, &attributes, entry, const_cast<std::function<void()>*>(&body)) == 0;
  pthread_attr_destroy(&attributes);
  if (!made) return body();
  if (meanwhile) meanwhile();
  pthread_join(thread, nullptr);
}

}  // namespace govm
