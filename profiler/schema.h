// JSON held against a schema.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace govm::profiler {

// What `value` breaks of `schema`, with its place: "$.heap.peak_bytes: -1 is below 0"; empty: nothing. Of JSON Schema these
// keywords are known: $ref into the schema, oneOf, type, const, enum, minimum, maximum, required, properties, additionalProperties,
// items, prefixItems, minItems, maxItems.
std::string find_violation(const nlohmann::json& value, const nlohmann::json& schema);

}  // namespace govm::profiler
