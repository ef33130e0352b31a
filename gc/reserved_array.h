// An array that never moves, so that one thread may read it while another makes it longer: its addresses are
// reserved at once, its memory comes as it is touched and is zero. For plain data.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <type_traits>

#include "base/check.h"

namespace govm::gc {

template <typename T>
class ReservedArray {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

 public:
  explicit ReservedArray(std::size_t most) : bytes_(most * sizeof(T)) {
    void* range = mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    GOVM_CHECK(range != MAP_FAILED);
    data_ = static_cast<T*>(range);
  }
  ~ReservedArray() { munmap(data_, bytes_); }
  ReservedArray(const ReservedArray&) = delete;
  ReservedArray& operator=(const ReservedArray&) = delete;

  T& operator[](std::size_t i) { return data_[i]; }
  const T& operator[](std::size_t i) const { return data_[i]; }

 private:
  std::size_t bytes_;
  T* data_;
};

}  // namespace govm::gc
