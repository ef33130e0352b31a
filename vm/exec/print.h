// How the builtins print and println write values, which is also how panic values are
// written: integers plainly, floats as strconv's shortest 'g'. Not fmt.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace govm::exec {

void print_int(std::string& out, std::int64_t value);
void print_uint(std::string& out, std::uint64_t value);
void print_bool(std::string& out, bool value);
void print_float64(std::string& out, double value);
void print_float32(std::string& out, float value);
/// (1+2i)
void print_complex128(std::string& out, double real, double imaginary);
void print_complex64(std::string& out, float real, float imaginary);
/// 0xc000012345
void print_hex(std::string& out, std::uint64_t value);
/// `text` with a tab behind each newline, so that traces stay readable by machines.
void print_indented(std::string& out, std::string_view text);

}  // namespace govm::exec
