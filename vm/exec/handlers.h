// All handlers, for interpreter.cpp, which includes this where its back end wants them. Later files use what earlier ones
// define, so their order stays.
// clang-format off
#include "vm/exec/handlers_move.h"
#include "vm/exec/handlers_arith.h"
#include "vm/exec/handlers_compare.h"
#include "vm/exec/handlers_memory.h"
#include "vm/exec/handlers_element.h"
#include "vm/exec/handlers_slice.h"
#include "vm/exec/handlers_runtime.h"
#include "vm/exec/handlers_call.h"
