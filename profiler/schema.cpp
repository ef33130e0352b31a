// Going through value and schema side by side. What is wrong is told from inside to outside: each level puts its place in front.
#include "profiler/schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace govm::profiler {
namespace {

using Json = nlohmann::json;

bool is_of_type(const Json& value, const Json& type) {
  if (type.is_array()) return std::ranges::any_of(type, [&](const Json& one) { return is_of_type(value, one); });
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  return value.is_null();
}

std::string text(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }
std::string shown(const Json& value) { return value.is_structured() ? value.type_name() : text(value); }

class Validator {
 public:
  explicit Validator(const Json& root) : root_(root) {}

  // Empty, or ": what is wrong" behind the place below `value`.
  std::string check(const Json& value, const Json& schema) const {
    for (const auto& [keyword, wanted] : schema.items()) {
      std::string wrong = check_keyword(value, keyword, wanted);
      if (!wrong.empty()) return wrong;
    }
    if (value.is_object()) return check_members(value, schema);
    return value.is_array() ? check_items(value, schema) : "";
  }

 private:
  std::string check_keyword(const Json& value, std::string_view keyword, const Json& wanted) const {
    if (keyword == "$ref") return check(value, root_.at(Json::json_pointer(wanted.get<std::string>().substr(1))));
    if (keyword == "oneOf") return check_one_of(value, wanted);
    if (keyword == "type" && !is_of_type(value, wanted)) return fmt::format(": {} is no {}", shown(value), text(wanted));
    if (keyword == "const" && value != wanted) return fmt::format(": {} is not {}", shown(value), text(wanted));
    if (keyword == "enum" && std::find(wanted.begin(), wanted.end(), value) == wanted.end()) {
      return fmt::format(": {} is none of {}", shown(value), text(wanted));
    }
    if (keyword == "minimum" && value.is_number() && value < wanted) return fmt::format(": {} is below {}", shown(value), text(wanted));
    if (keyword == "maximum" && value.is_number() && value > wanted) return fmt::format(": {} is above {}", shown(value), text(wanted));
    if (keyword == "minItems" && value.is_array() && value.size() < wanted) return fmt::format(": {} items are too few", value.size());
    if (keyword == "maxItems" && value.is_array() && value.size() > wanted) return fmt::format(": {} items are too many", value.size());
    if (keyword == "required" && value.is_object()) {
      for (const Json& key : wanted) {
        if (!value.contains(key.get_ref<const std::string&>())) return fmt::format(": lacks {}", text(key));
      }
    }
    return "";
  }

  std::string check_one_of(const Json& value, const Json& schemas) const {
    std::string first;
    for (const Json& schema : schemas) {
      std::string wrong = check(value, schema);
      if (wrong.empty()) return "";
      if (first.empty()) first = std::move(wrong);
    }
    return first;
  }

  std::string check_members(const Json& value, const Json& schema) const {
    const auto properties = schema.find("properties"), others = schema.find("additionalProperties");
    for (const auto& [key, member] : value.items()) {
      const Json* known = others != schema.end() ? &*others : nullptr;
      if (properties != schema.end()) {
        if (const auto at = properties->find(key); at != properties->end()) known = &*at;
      }
      std::string wrong = known != nullptr ? check(member, *known) : "";
      if (!wrong.empty()) return "." + key + wrong;
    }
    return "";
  }

  std::string check_items(const Json& value, const Json& schema) const {
    const auto first = schema.find("prefixItems"), others = schema.find("items");
    for (size_t i = 0; i < value.size(); i++) {
      const Json* known = others != schema.end() ? &*others : nullptr;
      if (first != schema.end() && i < first->size()) known = &(*first)[i];
      std::string wrong = known != nullptr ? check(value[i], *known) : "";
      if (!wrong.empty()) return fmt::format("[{}]{}", i, wrong);
    }
    return "";
  }

  const Json& root_;
};

}  // namespace

std::string find_violation(const Json& value, const Json& schema) {
  const std::string wrong = Validator(schema).check(value, schema);
  return wrong.empty() ? "" : "$" + wrong;
}

}  // namespace govm::profiler
