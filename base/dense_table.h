// A table by dense numbers of which large parts may stay empty: memory comes a page of entries at a time, with the
// first entry written in it. Entries never move.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace govm {

template <typename T>
class DenseTable {
 public:
  /// The entry to write to.
  T& operator[](size_t number) {
    const size_t page = number / kPage;
    if (page >= pages_.size()) pages_.resize(page + 1);
    if (pages_[page] == nullptr) pages_[page] = std::make_unique<T[]>(kPage);
    return pages_[page][number % kPage];
  }

  /// The entry, or null if nothing near it was written.
  const T* find(size_t number) const {
    const size_t page = number / kPage;
    return page < pages_.size() && pages_[page] != nullptr ? &pages_[page][number % kPage] : nullptr;
  }

 private:
  static constexpr size_t kPage = 64;

  std::vector<std::unique_ptr<T[]>> pages_;
};

}  // namespace govm
