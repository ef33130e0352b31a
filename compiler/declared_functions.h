// The functions that packages declare, by the names that Go's traces have for them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace govm::types {
class Package;
struct Info;
}  // namespace govm::types

namespace govm::compiler {

struct DeclaredFunction {
  std::string name;               ///< "main.f", "encoding/json.(*Encoder).Encode", "main.f[...]", "main.init.0"
  std::string_view import_path;   ///< of its package, as it begins the name
  std::string_view package_name;  ///< what the package's files call it
  bool standard = false;          ///< of std
  bool has_code = true;           ///< false: it belongs to the machine, which enters no frame for it
};

/// Package by package. Of std all functions are declared for it, which takes a few milliseconds.
std::vector<DeclaredFunction> declared_functions(std::span<types::Package* const> packages, const types::Info& info);

}  // namespace govm::compiler
