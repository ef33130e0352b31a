// What the fuzz targets share: the stack that the compiler asks for, and inputs cut at tokens.
//
// A target is one function from bytes to nothing; libFuzzer calls it, and calls it wrong when it crashes, hangs or
// ends the process (a failed GOVM_CHECK does).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace govm::fuzz {

/// Runs `body` on a thread whose stack is deep enough for instrumented code at the compiler's limits of nesting.
void on_large_stack(const std::function<void()>& body);

/// Cuts Go-like text where tokens begin and removes, repeats, exchanges or replaces some of them; `size` bytes of at most
/// `max_size` are in use, the new size is returned. Replacements are words of Go and tokens of the text itself.
size_t mutate_tokens(uint8_t* data, size_t size, size_t max_size, unsigned seed);

/// The path of a file that holds `text`, for targets that go through the compiler's façade; overwritten by each call.
const std::string& file_with(std::string_view text);

/// Whether the text imports only packages of std that touch nothing outside the program, and not unsafe.
bool is_harmless(const std::string& text);

}  // namespace govm::fuzz
