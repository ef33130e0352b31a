// Calls through reflect: of any func value, and of func values that reflect made. Natives of call.go and method.go.
#pragma once

#include "vm/native/native.h"

namespace govm::stdlib {

/// callFunc(c *callee, args, out []Value)
native::NativeStatus reflect_call_func(native::NativeCall& call);
/// functionValue(entry uint32) unsafe.Pointer
native::NativeStatus reflect_function_value(native::NativeCall& call);
/// stubEntry(t *Type) uintptr
native::NativeStatus reflect_stub_entry(native::NativeCall& call);
/// Where calls of funcObjects arrive; called by func values only.
native::NativeStatus reflect_make_func_stub(native::NativeCall& call);

}  // namespace govm::stdlib
