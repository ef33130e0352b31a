// The blocks of a file that `govm test -cover` counts, and where each is counted.
//
// A block is a run of statements that is left only at its end, as far as control statements tell: conditions are not taken apart,
// calls come back. The bounds are those of Go's cover tool, from which profiles are read: gaps of blank lines and comments divide a
// block, a function literal ends it.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "compiler/syntax/parser.h"

namespace govm::syntax {

/// One block.
struct CoveredBlock {
  Span text;
  uint32_t statements = 0;
};

/// The empty statements that stand where a block begins, with the number of the block that each counts.
using BlockCounters = std::unordered_map<const Stmt*, uint32_t>;

struct CoveredFile {
  std::vector<CoveredBlock> blocks;
  uint32_t functions = 0;  ///< that have any, those outside of all others
};

/// Divides a file that was parsed without a mistake into blocks. Counting statements are put into its tree; their numbers begin with
/// `first`.
CoveredFile cover_blocks(Session& session, SourceFile& source, File& file, uint32_t first, BlockCounters& counters);

}  // namespace govm::syntax
