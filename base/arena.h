// A bump allocator for trees that live as long as the compile session.
//
// Memory is zero-initialised by the constructors of what is made in it, never given back singly,
// and no destructor runs: only trivially destructible things may be made here. Lists are made
// elsewhere (a std::vector) and copied in as std::span.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace govm {

/// Owner of many small objects with one lifetime.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena();

  /// Uninitialised memory, aligned as asked (a power of two, at most 16).
  void* allocate(size_t size, size_t align) {
    uintptr_t p = (next_ + (align - 1)) & ~static_cast<uintptr_t>(align - 1);
    if (p + size > end_ || next_ == 0) return allocate_slow(size, align);
    next_ = p + size;
    return reinterpret_cast<void*>(p);
  }

  /// Makes a T. Never fails short of the process running out of memory.
  template <typename T, typename... Args>
  T* make(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>, "the arena runs no destructors");
    return ::new (allocate(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
  }

  /// A copy of a list.
  template <typename T>
  std::span<T> copy(std::span<T> list) {
    return copy_n<std::remove_const_t<T>>(list.data(), list.size());
  }
  template <typename T>
  std::span<T> copy(const std::vector<T>& list) {
    return copy_n<T>(list.data(), list.size());
  }

  /// A copy of a text.
  std::string_view copy(std::string_view text) {
    std::span<char> copied = copy_n<char>(text.data(), text.size());
    return {copied.data(), copied.size()};
  }

  /// Bytes taken from the system so far.
  size_t bytes() const { return bytes_; }

 private:
  template <typename T>
  std::span<T> copy_n(const T* from, size_t count) {
    static_assert(std::is_trivially_destructible_v<T>, "the arena runs no destructors");
    if (count == 0) return {};
    T* to = static_cast<T*>(allocate(sizeof(T) * count, alignof(T)));
    std::uninitialized_copy_n(from, count, to);
    return {to, count};
  }
  void* allocate_slow(size_t size, size_t align);

  uintptr_t next_ = 0;
  uintptr_t end_ = 0;
  size_t bytes_ = 0;
  std::vector<void*> blocks_;
};

}  // namespace govm
