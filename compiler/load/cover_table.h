// What `govm test -cover` counts: the blocks of some packages, numbered, and their table as the program of a test holds it.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "compiler/load/package_source.h"
#include "compiler/syntax/covered_blocks.h"

namespace govm::load {

/// Filled before the program is loaded, since that holds the table; the loader then numbers the blocks of the same files again.
class CoverTable {
 public:
  /// Takes a package's blocks in. Profiles call a file "import/path/file.go"; `by_place`: by the file's place on this machine.
  void add_package(const std::string& import_path, const std::vector<FileText>& files, bool by_place);

  /// Puts counting statements into a file's tree if the table has it.
  void count(syntax::Session& session, SourceFile& source, syntax::File& file);

  uint32_t block_count() const { return blocks_; }
  /// A literal of type testdeps.Cover with these blocks. `counts` names the array that counts them; `packages`: " in PATTERNS", or empty.
  std::string text(const std::string& mode, const std::string& packages, const std::string& counts) const;
  const syntax::BlockCounters& counters() const { return counters_; }

 private:
  uint32_t blocks_ = 0, functions_ = 0;
  std::unordered_map<std::string, uint32_t> first_;  ///< by file: the number of its first block
  std::string rows_;
  syntax::BlockCounters counters_;
};

}  // namespace govm::load
