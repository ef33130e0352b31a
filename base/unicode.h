// Classes of Unicode code points that Go's syntax and %q need (Unicode 17, as Go 1.27).
//
// Tables in unicode_tables.cpp, generated from real Go by tools named there.
#pragma once

namespace govm {

bool is_letter(char32_t rune);     ///< category L, as Go's unicode.IsLetter; '_' is none
bool is_digit(char32_t rune);      ///< category Nd
bool is_upper(char32_t rune);      ///< category Lu
bool is_graphic(char32_t rune);    ///< as strconv.IsGraphic: is_printable and the other spaces of category Zs
bool is_printable(char32_t rune);  ///< as strconv.IsPrint: graphic, and of the spaces only U+0020

}  // namespace govm
