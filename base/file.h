// Whole files: read into memory, written from it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace govm {

/// All bytes of the file at `path`. The error is in the words of Go's os package: "open p: no such file or directory".
Result<std::string> read_file(const std::string& path);

/// Makes the file at `path` hold `text` alone. False: it could not be written, or not all of it.
bool write_file(const std::string& path, std::string_view text);

}  // namespace govm
