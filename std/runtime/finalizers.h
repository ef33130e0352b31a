// Natives of runtime for finalizers and cleanups: checks, and the calls once they are due.
#pragma once

#include "vm/native/native.h"

namespace govm::stdlib {

native::NativeStatus set_finalizer(native::NativeCall& call);
native::NativeStatus check_cleanup(native::NativeCall& call);
native::NativeStatus add_cleanup(native::NativeCall& call);
native::NativeStatus stop_cleanup(native::NativeCall& call);
native::NativeStatus start_system_goroutine(native::NativeCall& call);
/// One state word, unused: it calls Go.
native::NativeStatus call_due(native::NativeCall& call);

}  // namespace govm::stdlib
