// The encoder in plain loops over the file's weights: slow, and what the fast one is tested against.
#pragma once

#include "casus/result.h"
#include "encoder/vectors.h"
#include "encoder/windows.h"
#include "tensor/weights_file.h"

namespace casus::reference {

// `windows` as Encoder::windows makes them of the tokens.
Result<Vectors> encode(const WeightsFile& file, const Windows& windows);

}  // namespace casus::reference
