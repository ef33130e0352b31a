// Whole files: read into memory, written from it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace govm {

/// All bytes of the file at `path`. The error is in the words of Go's os package: "open p: no such file or directory".
Result<std::string> read_file(const std::string& path);

/// Makes the file at `path` hold `text` alone. An error, in the same words: it could not be written, or not all of it.
Status write_file(const std::string& path, std::string_view text);

/// Whether write_file could write there, as far as can be told without changing anything.
Status check_writable(const std::string& path);

}  // namespace govm
