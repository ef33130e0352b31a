// The compiler's directives, as far as they need types: where they stand, go:linkname, go:noescape, go:embed; and functions without a
// body, which go:linkname allows.
#include <algorithm>
#include <array>
#include <map>

#include "compiler/syntax/pragma.h"
#include "compiler/types/context.h"

namespace govm::types {
namespace {

bool imports(const syntax::File* file, std::string_view path) {
  return std::ranges::find(file->imports, path, &syntax::ImportDecl::import_path) != file->imports.end();
}

void check_linkname(Context& c, const syntax::File* file, const syntax::Pragma& pragma, std::unordered_set<const Object*>& linked) {
  std::string_view verb = pragma.verb();
  std::vector<std::string_view> words = syntax::words(pragma);
  if (words.size() < 2) return;
  const Object* object = c.package->scope->lookup(c.intern(words[1]));
  if (!imports(file, "unsafe")) {
    c.report(pragma.pos, diag::kLinknameWithoutUnsafe, verb);
  } else if (words.size() > 2 && words[2].find('[') != std::string_view::npos && words[2].find(']') != std::string_view::npos) {
    c.report(pragma.pos, diag::kLinknameOfInstance, verb);
  } else if (as_object<Func>(object) == nullptr && as_object<Var>(object) == nullptr) {
    if (c.allows_version(18)) c.report(pragma.pos, diag::kLinknameOfNothing, verb);
  } else if (!linked.insert(object).second) {
    c.report(pragma.pos, diag::kDuplicateLinkname, verb, words[1]);
  }
}

// What keeps a variable from taking files, without regard to its type.
void check_embed(Context& c, const syntax::File* file, const syntax::Pragma& pragma) {
  const auto* decl = syntax::cast<syntax::VarDecl>(pragma.decl);
  if (syntax::find_pragma(decl->pragmas, "go:embed")->pos != pragma.pos) return;  // the first of several speaks
  if (!imports(file, "embed")) {
    c.report(pragma.pos, diag::kEmbedWithoutImport);
  } else if (decl->names.size() > 1) {
    c.report(pragma.pos, diag::kEmbedOfMultipleVars);
  } else if (!decl->values.empty()) {
    c.report(pragma.pos, diag::kEmbedWithInitializer);
  } else if (pragma.in_function) {
    c.report(pragma.pos, diag::kEmbedInFunction);
  } else {
    c.require_version(pragma.pos, 16, "go:embed");
  }
}

bool is_file_system(const Type* type) {
  const auto* named = is_a<Named>(type);
  return named != nullptr && named->object->name == std::string_view("FS") && named->object->package != nullptr &&
         named->object->package->path == "embed";
}

// Go's order of an embedded file system: by directory, then by the last element.
std::pair<std::string_view, std::string_view> directory_and_element(std::string_view name) {
  if (name.ends_with('/')) name.remove_suffix(1);
  size_t slash = name.rfind('/');
  return slash == std::string_view::npos ? std::pair(std::string_view("."), name)
                                         : std::pair(name.substr(0, slash), name.substr(slash + 1));
}

// "name\0size\n" for each file, an empty line, then the texts.
std::string file_system_text(std::vector<std::string> names, const std::map<std::string, std::string>& contents) {
  size_t files = names.size();
  for (size_t i = 0; i < files; i++) {
    for (size_t slash = names[i].rfind('/'); slash != std::string::npos;
         slash = slash > 0 ? names[i].rfind('/', slash - 1) : std::string::npos) {
      names.push_back(names[i].substr(0, slash + 1));
    }
  }
  std::ranges::sort(names, [](const std::string& a, const std::string& b) { return directory_and_element(a) < directory_and_element(b); });
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::string index, texts;
  for (const std::string& name : names) {
    auto found = contents.find(name);
    size_t size = found != contents.end() ? found->second.size() : 0;
    index += name + '\0' + std::to_string(size) + '\n';
    if (found != contents.end()) texts += found->second;
  }
  return index + '\n' + texts;
}

void note_embedding(Context& c, const syntax::VarDecl* decl) {
  const auto* var = as_object<Var>(c.info.object_of(decl->names[0]));
  if (var == nullptr || c.options.embedded == nullptr) return;
  Embedding embedding{var, Embedding::Kind::String, {}};
  const auto* slice = as<Slice>(var->type);
  const Basic* element = slice != nullptr ? basic_of(slice->elem) : nullptr;
  if (is_file_system(var->type)) {
    embedding.kind = Embedding::Kind::Files;
  } else if (element != nullptr && element->basic() == BasicKind::Uint8) {
    embedding.kind = Embedding::Kind::Bytes;
  } else if (!is_string(var->type)) {
    c.report(var->pos, diag::kEmbedOfType, c.text(var->type));
    return;
  }
  std::vector<std::string> names;
  for (const syntax::Pragma& pragma : decl->pragmas) {
    std::vector<syntax::EmbedPattern> patterns;
    std::string_view wrong;
    if (pragma.verb() != "go:embed" || !syntax::parse_embed(pragma, patterns, wrong)) continue;
    for (const syntax::EmbedPattern& pattern : patterns) {
      auto found = c.options.embedded->by_pattern.find(pattern.text);
      if (found != c.options.embedded->by_pattern.end()) names.insert(names.end(), found->second.begin(), found->second.end());
    }
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  if (embedding.kind == Embedding::Kind::Files) {
    embedding.text = file_system_text(std::move(names), c.options.embedded->contents);
  } else if (names.size() > 1) {
    c.report(var->pos, diag::kEmbedOfMultipleFiles, c.text(var->type));
    return;
  } else if (!names.empty()) {
    embedding.text = c.options.embedded->contents.at(names[0]);
  }
  c.info.embeddings[c.package].push_back(std::move(embedding));
}

// Spec: "A function declaration without type parameters may omit the body": it is then somewhere else. With -complete there is no such
// place but what go:linkname names.
void check_bodies(Context& c, const syntax::File* file, const std::unordered_set<const Object*>& linked) {
  for (const syntax::Decl* decl : file->decls) {
    const auto* func = syntax::as<syntax::FuncDecl>(decl);
    if (func == nullptr || func->has_body() || func->name->symbol.is_blank()) continue;
    if (!linked.contains(c.info.object_of(func->name))) c.report(pos_of(func), diag::kMissingFunctionBody);
  }
}

}  // namespace

void check_directives(Context& c, const std::vector<syntax::File*>& files) {
  size_t errors = c.sink.count();
  std::unordered_set<const Object*> linked;
  for (const syntax::File* file : files) {
    for (const syntax::Pragma& pragma : file->pragmas) {
      std::string_view verb = pragma.verb();
      if (verb == "go:linkname" || verb == "go:linknamestd") check_linkname(c, file, pragma, linked);
      if (pragma.place == syntax::PragmaPlace::Nowhere) continue;
      if (!syntax::may_stand(verb, pragma.place)) {
        c.report(pragma.pos, syntax::misplaced(verb));
      } else if (verb == "go:embed") {
        check_embed(c, file, pragma);
      } else if (verb == "go:noescape") {
        const auto* func = syntax::cast<syntax::FuncDecl>(pragma.decl);
        if (func->has_body()) c.report(pos_of(func), diag::kBodyOfNoescape);
      }
    }
  }
  if (c.options.require_bodies) {
    for (const syntax::File* file : files) check_bodies(c, file, linked);
  }
  // The types of embedding variables come last, as in Go.
  if (errors != c.sink.count()) return;
  for (const syntax::File* file : files) {
    const syntax::Decl* last = nullptr;
    for (const syntax::Pragma& pragma : file->pragmas) {
      if (pragma.verb() != "go:embed" || pragma.decl == last || pragma.decl == nullptr) continue;
      last = pragma.decl;
      note_embedding(c, syntax::cast<syntax::VarDecl>(pragma.decl));
    }
  }
}

}  // namespace govm::types
