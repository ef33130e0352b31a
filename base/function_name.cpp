// Leaves lists of type arguments out of names.
#include "base/function_name.h"

namespace govm {

std::string shown_name(std::string_view function) {
  int depth = 0;
  std::string out;
  for (const char c : function) {
    if (c == ']' && --depth == 0) out += "...";
    if (depth == 0) out += c;
    if (c == '[') ++depth;
  }
  return out;
}

}  // namespace govm
