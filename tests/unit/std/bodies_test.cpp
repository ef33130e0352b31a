// Every declaration and body of std is checked here, though programs have them checked only when needed; and what a body leaks is held
// against the measured tag that its callers count on: a body that leaks more would leave frame pointers in the heap.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/std_tags/whole_library.h"
#include "compiler/inline/text.h"
#include "compiler/types/sizes.h"

namespace govm {
namespace {

/// A program that imports all of std.
class StdBodies : public testing::Test {
 protected:
  cli::WholeLibrary library_;
};

/// Whether a flow with `derefs` is covered by one that the tag has with fewer or as many.
bool covers(int tagged, int derefs) { return derefs < 0 || (tagged >= 0 && tagged <= derefs); }

/// What the body leaks and the tag does not say; empty: nothing. Writes do not count: natives without a tag of their own pass for writers.
std::string excess(const escape::Leaks& body, const escape::Leaks& tag) {
  std::string text;
  if (!covers(tag.heap(), body.heap())) text += " heap=" + std::to_string(body.heap());
  for (size_t i = 0; i < escape::Leaks::kResults; ++i) {
    if (covers(tag.result(i), body.result(i)) || covers(tag.heap(), body.result(i))) continue;
    text += " r" + std::to_string(i) + "=" + std::to_string(body.result(i));
  }
  return text;
}

/// Bodies that seem to leak more than their tags, and why that does no harm, or which harm.
const std::map<std::string, const char*, std::less<>> kKnown = {
    // What they call has a tag that is wider than its body.
    {"encoding/binary.Read", "reflect"},
    {"encoding/binary.Decode", "reflect"},
    {"encoding/binary.Write", "reflect"},
    {"encoding/binary.Encode", "reflect"},
    {"encoding/binary.Append", "reflect"},
    // Natives that return a part of their argument cannot say so.
    {"strconv.Unquote", "unquote"},
    {"strconv.QuotedPrefix", "quotedPrefix"},
    {"strconv.UnquoteChar", "unquoteChar"},
    // The fields of the parser are one location for the analysis; what is kept of the text is cloned.
    {"time.Parse", "parser"},
    {"time.ParseInLocation", "parser"},
    {"time.(*Time).UnmarshalText", "parser"},
    // Descriptors of types are not on the heap.
    {"reflect.(*rtype).String", "descriptors"},
    {"reflect.(*rtype).Name", "descriptors"},
    {"reflect.(*rtype).PkgPath", "descriptors"},
    {"reflect.Zero", "descriptors"},
    {"reflect.Value.Type", "descriptors"},
    {"reflect.Value.Addr", "descriptors"},
    // Natives that keep nothing, called with what a Value holds.
    {"reflect.Value.UnsafePointer", "natives"},
    {"reflect.Value.FieldByName", "natives"},
    {"reflect.Value.FieldByNameFunc", "natives"},
    {"reflect.Copy", "natives"},
    {"reflect.Value.Send", "natives"},
    {"reflect.Value.TrySend", "natives"},
    {"reflect.Value.Recv", "natives"},
    {"reflect.Value.TryRecv", "natives"},
    {"reflect.Value.MapIndex", "natives"},
    {"reflect.Value.SetMapIndex", "natives"},
    {"reflect.Value.MapKeys", "natives"},
    {"reflect.(*MapIter).Key", "natives"},
    {"reflect.(*MapIter).Value", "natives"},
};

TEST_F(StdBodies, TypeCheck) {
  ASSERT_NE(library_.program.main, nullptr) << library_.problem();
  for (const types::Package* package : library_.program.packages) {
    for (const types::Object* object : package->scope->objects()) object->need();
  }
  for (const types::Func* func : library_.functions()) library_.checker.check_body(func);
  EXPECT_EQ(diag::render_all(library_.sink), "");
}

TEST_F(StdBodies, LeakNoMoreThanTheirTags) {
  ASSERT_NE(library_.program.main, nullptr) << library_.problem();
  size_t compared = 0;
  std::set<std::string> exceeding;
  for (const types::Func* func : library_.functions()) {
    const types::Signature* signature = func->signature();
    // Instances of generic functions are analysed for the types that a program gives them.
    if (!func->decl->has_body() || signature->is_generic() || !signature->recv_type_params.empty()) continue;
    std::string name = inl::TypeText(library_.types, func->package).function(func);
    std::span<const escape::Leaks> tags = library_.tags.find(func->package->path, name);
    if (tags.empty()) continue;
    std::span<const escape::Leaks> body = library_.analyzer.body_leaks_of(func);
    // A function without parameters has one row that says nothing.
    if (body.empty()) continue;
    ASSERT_EQ(body.size(), tags.size()) << func->package->path << "." << name;
    std::vector<const types::Var*> params = signature->params;
    if (signature->recv != nullptr) params.insert(params.begin(), signature->recv);
    for (size_t i = 0; i < body.size(); ++i) {
      if (!types::has_pointers(params[i]->type)) continue;
      ++compared;
      std::string more = excess(body[i], tags[i]), whole_name = func->package->path + "." + name;
      if (!more.empty()) exceeding.insert(whole_name);
      if (kKnown.contains(whole_name)) continue;
      EXPECT_EQ(more, "") << whole_name << ": parameter " << i << " " << params[i]->name.view();
    }
  }
  EXPECT_GT(compared, 500u);
  for (const auto& [name, reason] : kKnown) EXPECT_TRUE(exceeding.contains(name)) << name << " is mended: take it off the list";
}

}  // namespace
}  // namespace govm
