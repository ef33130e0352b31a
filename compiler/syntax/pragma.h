// What the compiler's directives look like and where they may stand, as far as that is known without types.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/diag/sink.h"
#include "compiler/syntax/decl.h"

namespace govm::syntax {

/// Reports what is wrong with a pragma's own text, and one that stands before nothing that could take it.
void check_pragma(const Pragma& pragma, diag::DiagnosticSink& sink);

/// Whether a pragma with this verb may stand at the place.
bool may_stand(std::string_view verb, PragmaPlace place);
/// The complaint about one that may not.
const diag::Message<>& misplaced(std::string_view verb);

/// The patterns of a go:embed pragma: words, or strings as Go writes them. False: `wrong` begins at one that is malformed.
struct EmbedPattern {
  std::string text;
  Pos pos;
};
bool parse_embed(const Pragma& pragma, std::vector<EmbedPattern>& patterns, std::string_view& wrong);

/// The words of a pragma, the verb first.
std::vector<std::string_view> words(const Pragma& pragma);

}  // namespace govm::syntax
