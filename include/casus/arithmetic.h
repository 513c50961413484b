#pragma once

namespace casus {

// How the model's large products are computed: in bytes, or, several times slower, in float32, to see what bytes cost.
enum class Arithmetic { int8, float32 };

}  // namespace casus
