// The table from size to class, and rounding.
#include "gc/size_class.h"

namespace govm::gc {

namespace {

// Class by (size + 7) / 8 for sizes up to 1024, by (size - 1024 + 127) / 128 above.
struct Lookup {
  std::array<std::uint8_t, 1024 / 8 + 1> small{};
  std::array<std::uint8_t, (kMaxSmallSize - 1024) / 128 + 1> large{};

  constexpr Lookup() {
    std::uint32_t c = 1;
    for (std::size_t i = 0; i < small.size(); ++i) {
      while (kClassSize[c] < i * 8) ++c;
      small[i] = static_cast<std::uint8_t>(c);
    }
    for (std::size_t i = 0; i < large.size(); ++i) {
      while (kClassSize[c] < 1024 + i * 128) ++c;
      large[i] = static_cast<std::uint8_t>(c);
    }
  }
};

constexpr Lookup kLookup;

std::size_t round_to_pages(std::size_t size) { return (size + kPageSize - 1) & ~(kPageSize - 1); }

}  // namespace

std::uint32_t size_class_of(std::size_t size) {
  if (size <= 1024) return kLookup.small[(size + 7) / 8];
  return kLookup.large[(size - 1024 + 127) / 128];
}

std::size_t rounded_size(std::size_t size, bool has_pointers) {
  if (size == 0) return 0;
  if (!has_pointers && size < kTinySize) return size;
  if (size > kMaxSmallSize - kHeaderSize) return round_to_pages(size);
  const bool header = has_pointers && size > kMaxSizeWithoutHeader;
  return kClassSize[size_class_of(size + (header ? kHeaderSize : 0))];
}

std::size_t usable_size(std::size_t size, bool has_pointers) {
  if (size > kMaxSmallSize - kHeaderSize) return round_to_pages(size);
  if (size == 0) return 0;
  if (has_pointers && size > kMaxSizeWithoutHeader) {
    return kClassSize[size_class_of(size + kHeaderSize)] - kHeaderSize;
  }
  return kClassSize[size_class_of(size)];
}

}  // namespace govm::gc
