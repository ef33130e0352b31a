// The code of std's functions as it lies in the binary: made once, when govm is built, so that a run links a function where it would
// compile it.
//
// A store is one block of 32-bit words and the bytes of its texts. Code in it is what the generator made, but what it mentions is named
// instead of numbered: patches tell which operands of which cells take the ids that functions, types, variables and so on have in the
// program at hand. Everything is found by index, nothing is read before it is needed:
//
//   header    kHeaderWords numbers (CodeStore::Header)
//   texts     where each begins in the bytes, and its length
//   files     package, name                                   (texts)
//   variables package, name                                   (texts)
//   types     where the record begins                         (words)
//   images    where the record begins
//   functions where the record begins
//   named     hash of the name and index of functions that have a name of their own (StoredForm::Named), by hash
//   records   of types, images and functions, then code: what a run reads of them lies close together
//   bytes
//
// Records are written by store_writer.cpp and read by store_linker.cpp, in one order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace govm::codegen {

/// How a function of a store is known.
enum class StoredForm : uint32_t {
  Named,    ///< a declared function or method without type arguments
  Private,  ///< a literal or wrapper that only code of the store mentions
  Generic   ///< a declared function or method with type arguments: the compiler makes its code
};

/// Bits of a code record's flags.
enum StoredCodeFlag : uint32_t { kDefers = 1, kWrapper = 2, kClosure = 4 };
/// Bits of a function record's flags.
enum StoredFunctionFlag : uint32_t { kNative = 1, kStandard = 2 };
/// Bits of a site's flags, above its kind.
enum StoredSiteFlag : uint32_t { kOnFrame = 1 << 8, kBufferInSteps = 1 << 9, kBufferOnHeap = 1 << 10, kMayStay = 1 << 11 };

// What is packed in one word. Code has less than 2^kCellBits cells.
inline constexpr uint32_t kCellBits = 24;
inline constexpr uint32_t kPatchFieldShift = 4, kPatchCellShift = 8;  ///< cell, field, shape
inline constexpr uint32_t kLineCellShift = 3;                         ///< cell, unsigned bounds
inline constexpr uint32_t kMapUnitBits = 16;                          ///< units of words, units of objects

/// Words to be read one after the other. Whoever reads knows how many there are.
class WordReader {
 public:
  explicit WordReader(const uint32_t* at) : at_(at) {}
  uint32_t next() { return *at_++; }
  uint64_t next64() {
    const uint64_t low = next();
    return low | static_cast<uint64_t>(next()) << 32;
  }
  /// Skips `count` words; where they begin.
  const uint32_t* skip(size_t count) {
    const uint32_t* from = at_;
    at_ += count;
    return from;
  }

 private:
  const uint32_t* at_;
};

/// A view of a store; the block lives as long as the process.
class CodeStore {
 public:
  struct Header {
    uint32_t texts, files, variables, types, images, functions, named, bytes_at;
  };
  static constexpr size_t kHeaderWords = sizeof(Header) / sizeof(uint32_t);

  CodeStore() = default;
  /// `block` is what StoreWriter made, aligned to 4 bytes; or empty: a store without functions.
  explicit CodeStore(std::string_view block);

  const Header& header() const { return header_; }
  std::string_view text(uint32_t index) const;
  /// Of a file or variable: the texts of its package and of its name.
  std::string_view file_package(uint32_t index) const { return text(files_[2 * index]); }
  std::string_view file_name(uint32_t index) const { return text(files_[2 * index + 1]); }
  std::string_view variable_package(uint32_t index) const { return text(variables_[2 * index]); }
  std::string_view variable_name(uint32_t index) const { return text(variables_[2 * index + 1]); }
  WordReader type(uint32_t index) const { return at(types_[index]); }
  WordReader image(uint32_t index) const { return at(images_[index]); }
  WordReader function(uint32_t index) const { return at(functions_[index]); }
  WordReader at(uint32_t word) const { return WordReader(words_ + word); }
  /// What named functions are sorted by.
  static uint32_t hash_of(std::string_view name);
  /// The function with a name of its own, or header().functions.
  uint32_t find_function(std::string_view name) const;

 private:
  Header header_{};
  const uint32_t* words_ = nullptr;
  const uint32_t* texts_ = nullptr;
  const uint32_t* files_ = nullptr;
  const uint32_t* variables_ = nullptr;
  const uint32_t* types_ = nullptr;
  const uint32_t* images_ = nullptr;
  const uint32_t* functions_ = nullptr;
  const uint32_t* named_ = nullptr;
};

}  // namespace govm::codegen
