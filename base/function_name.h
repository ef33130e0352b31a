// How Go shows the names of functions: in traces, profiles and reports.
#pragma once

#include <string>
#include <string_view>

namespace govm {

// Instances stand without their type arguments: "main.f[int]" as "main.f[...]", "main.(*T[int,string]).m" as "main.(*T[...]).m".
std::string shown_name(std::string_view function);

}  // namespace govm
