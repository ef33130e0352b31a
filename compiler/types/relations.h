// Relations between types (spec: "Properties of types and values"): identity, comparability, implementation,
// and the small predicates everyone asks.
#pragma once

#include <span>
#include <string>

#include "compiler/types/object.h"
#include "compiler/types/type.h"

namespace govm::types {

bool identical(const Type* x, const Type* y);
/// Struct tags are ignored, as conversions do.
bool identical_ignore_tags(const Type* x, const Type* y);
/// A hash that identical types share.
uint64_t type_hash(const Type* type);
/// A hash that lists of identical types share, also while interfaces among them lack methods.
uint64_t arguments_hash(std::span<const Type* const> args);

/// Spec: "Comparison operators". `strictly`: without a possible run-time panic. `reason` (may be null)
/// takes why not, for a message of `context`.
bool is_comparable(const Type* type, bool strictly = false, std::string* reason = nullptr, const MessageContext& context = {});

// By underlying type; of a type parameter all types of its set must agree.
bool is_boolean(const Type* type);
bool is_string(const Type* type);
bool is_integer(const Type* type);
bool is_unsigned(const Type* type);
bool is_float(const Type* type);
bool is_complex(const Type* type);
bool is_numeric(const Type* type);
bool is_ordered(const Type* type);
bool is_constant_type(const Type* type);
bool is_untyped(const Type* type);
bool is_invalid(const Type* type);
/// An interface, and no type parameter.
bool is_interface(const Type* type);
bool is_type_param(const Type* type);
/// Contains type parameters somewhere.
bool is_parameterized(const Type* type);
/// Contains one of these type parameters somewhere.
bool mentions(const Type* type, std::span<const TypeParam* const> params);
/// A generic type or function that is not instantiated.
bool is_generic(const Type* type);
/// Whether no type fulfils the parameter's constraint, as far as that was computed.
bool has_empty_type_set(const TypeParam* param);
bool has_nil(const Type* type);
bool is_named(const Type* type);          ///< predeclared, defined, or a type parameter
const Basic* basic_of(const Type* type);  ///< underlying basic type, or null
/// Spec: "Core types"; null if there is none.
const Type* core_type(const Type* type);
/// The same, but []byte|string counts as string.
const Type* core_string(const Type* type);
/// The core type of a type parameter; any other type itself.
inline const Type* core_of(const Type* type) { return is_type_param(type) ? core_type(type) : type; }
/// What a pointer points to; any other type itself.
const Type* pointed_to(const Type* type);

}  // namespace govm::types
