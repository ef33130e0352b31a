// The language version that a file is written in (spec: "Appendix: Language versions"; go.mod, -lang, build constraints).
#pragma once

#include <string>
#include <string_view>

#include "compiler/syntax/decl.h"
#include "compiler/types/object.h"

namespace govm::types {

inline constexpr int kGoMinorVersion = 27;  ///< the language that govm knows: Go 1.27

/// "go1.21" of "go1.21.3" or "go1.21rc1".
std::string language_of(std::string_view version);

/// What Go's compiler says of a value of its flag -lang that it does not know; empty: it does.
std::string unknown_language(std::string_view version);

/// 21 of "go1.21" or "go1.21.3"; 0 if there is none.
int minor_version(std::string_view version);

/// Minor version of the language in a file of a package whose version is `package`; 0: any. A build constraint of the file wins.
int language_version(const syntax::File& file, std::string_view package);

/// Whether all iterations of a for statement share the variable, as before go1.22. `var` is declared by its for clause.
bool is_one_per_loop(const Var& var);

}  // namespace govm::types
