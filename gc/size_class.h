// Go 1.27's size classes and the rounding of requests to them.
//
// An object of at most 32 KiB lies in a span of equal slots; larger ones have a span of their
// own. Objects with and without pointers share spans: their record tells them apart.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace govm::gc {

inline constexpr std::size_t kPageShift = 13;
inline constexpr std::size_t kPageSize = std::size_t{1} << kPageShift;
inline constexpr std::size_t kMaxSmallSize = 32768;
/// Pointer-free objects below this size share blocks of this size (tiny.h).
inline constexpr std::size_t kTinySize = 16;
/// Larger objects with pointers are classed with 8 bytes more, as Go's have a header.
inline constexpr std::size_t kMaxSizeWithoutHeader = 512;
inline constexpr std::size_t kHeaderSize = 8;

/// Bytes of a slot of each class; class 0 stands for large objects.
inline constexpr std::array<std::uint32_t, 68> kClassSize = {
    0,    8,    16,   24,    32,    48,    64,    80,    96,    112,   128,   144,   160,   176,   192,   208,   224,
    240,  256,  288,  320,   352,   384,   416,   448,   480,   512,   576,   640,   704,   768,   896,   1024,  1152,
    1280, 1408, 1536, 1792,  2048,  2304,  2688,  3072,  3200,  3456,  4096,  4864,  5376,  6144,  6528,  6784,  6912,
    8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768};
/// Pages of a span of each class.
inline constexpr std::array<std::uint8_t, 68> kClassPages = {0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,  1, 1, 1,
                                                             1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1, 2, 1, 3, 2,  3, 1, 3,
                                                             2, 3, 4, 5, 6, 1, 7, 6, 5, 4, 3, 5, 7, 2, 9, 7, 5, 8, 3, 10, 7, 4};
inline constexpr std::uint32_t kSizeClasses = kClassSize.size();

/// Class of the smallest slot for `size` bytes; 1 <= size <= kMaxSmallSize.
std::uint32_t size_class_of(std::size_t size);

/// Bytes an allocation of `size` bytes takes: its slot, or whole pages when large. 0 for 0.
/// Pointer-free sizes below kTinySize give the size itself: parts of a tiny block.
std::size_t rounded_size(std::size_t size, bool has_pointers);

/// What Go's growslice and byte buffers round a capacity of `size` bytes up to: as
/// rounded_size, but without tiny blocks (8 is the smallest) and less the header.
std::size_t usable_size(std::size_t size, bool has_pointers);

}  // namespace govm::gc
