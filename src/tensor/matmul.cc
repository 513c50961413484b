// Weights lie in the file as [outputs, inputs], which is what the plain `ba` layout of [inputs, outputs] means, so that they need no
// turning; where oneDNN would rather have its own blocks (AVX-512), they are reordered once.
#include "tensor/matmul.h"

#include <omp.h>

#include <cstring>
#include <dnnl.hpp>
#include <unordered_map>
#include <vector>

#include "core/check.h"

namespace casus {
namespace {

using dnnl::memory;

// oneDNN demands one engine object for all that works together; it holds no state.
const dnnl::engine& cpu() {
  static const dnnl::engine engine(dnnl::engine::kind::cpu, 0);
  return engine;
}

dnnl::stream& stream() {
  thread_local dnnl::stream own(cpu());
  return own;
}

memory::dim dim(std::size_t size) { return static_cast<memory::dim>(size); }

bool is_plain(const memory::desc& desc) { return desc.data.format_kind == dnnl_blocked && desc.data.format_desc.blocking.inner_nblks == 0; }

struct Types {
  memory::data_type x;
  memory::data_type weights;
  memory::data_type y;
};
constexpr Types kFloats = {memory::data_type::f32, memory::data_type::f32, memory::data_type::f32};
constexpr Types kBytes = {memory::data_type::u8, memory::data_type::s8, memory::data_type::s32};

dnnl::matmul::primitive_desc describe(std::size_t rows, const memory::desc& weights, Types types, bool biased) {
  const auto inputs = weights.dims()[0], outputs = weights.dims()[1];
  const auto plain = [](memory::dim height, memory::dim width, memory::data_type type) {
    return memory::desc({height, width}, type, memory::format_tag::ab);
  };
  const memory::desc x = plain(dim(rows), inputs, types.x), y = plain(dim(rows), outputs, types.y);
  dnnl::primitive_attr attributes;
  attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);  // the library's own is not shared between threads
  const auto desc =
      biased ? dnnl::matmul::desc(x, weights, plain(1, outputs, memory::data_type::f32), y) : dnnl::matmul::desc(x, weights, y);
  return dnnl::matmul::primitive_desc(desc, attributes, cpu());
}

ByteProducts describe_byte_products() {
  switch (dnnl::get_effective_cpu_isa()) {
    case dnnl::cpu_isa::avx512_core_amx:
      return {"avx512_core_amx", true, 255};
    case dnnl::cpu_isa::avx512_core_bf16:
      return {"avx512_core_bf16", true, 255};
    case dnnl::cpu_isa::avx512_core_vnni:
      return {"avx512_core_vnni", true, 255};
    case dnnl::cpu_isa::avx512_core:
      return {"avx512_core", true, 127};
    case dnnl::cpu_isa::avx2_vnni:
      return {"avx2_vnni", true, 127};
    case dnnl::cpu_isa::avx2:
      return {"avx2", true, 127};
    case dnnl::cpu_isa::avx:
      return {"avx", false, 127};
    default:
      return {"sse41", false, 127};
  }
}

}  // namespace

OneThread::OneThread() : before_(omp_get_max_threads()) { omp_set_num_threads(1); }
OneThread::~OneThread() { omp_set_num_threads(before_); }

const ByteProducts& byte_products() {
  static const ByteProducts products = describe_byte_products();
  return products;
}

struct Matmul::Primitive {
  // A product of one number of rows.
  struct Shape {
    dnnl::matmul matmul;
    memory::desc x;
    memory::desc y;
    memory::desc work;
    explicit Shape(const dnnl::matmul::primitive_desc& desc)
        : matmul(desc), x(desc.src_desc()), y(desc.dst_desc()), work(desc.scratchpad_desc()) {}
  };
  memory weights;
  memory bias;                // empty without one
  std::vector<Shape> shapes;  // kRowBlock rows, and for bytes kSmallBlock

  Primitive(const void* values, std::size_t outputs, std::size_t inputs, Types types, std::span<const float> bias_values) {
    const OneThread alone;
    const bool biased = !bias_values.empty();
    CASUS_CHECK(!biased || bias_values.size() == outputs);
    const memory::dims sizes = {dim(inputs), dim(outputs)};
    const memory::desc stored(sizes, types.weights, memory::format_tag::ba);
    const memory::desc wanted = describe(kRowBlock, {sizes, types.weights, memory::format_tag::any}, types, biased).weights_desc();
    if (is_plain(wanted)) {
      weights = memory(stored, cpu());
      std::memcpy(weights.get_data_handle(), values, stored.get_size());
    } else {
      memory given(stored, cpu(), const_cast<void*>(values));
      weights = memory(wanted, cpu());
      dnnl::reorder(given, weights).execute(stream(), given, weights);
      stream().wait();
    }
    const auto add = [&](std::size_t rows) { shapes.emplace_back(describe(rows, weights.get_desc(), types, biased)); };
    add(kRowBlock);
    if (types.x == kBytes.x) add(kSmallBlock);
    if (biased) {
      bias = memory({{1, dim(outputs)}, memory::data_type::f32, memory::format_tag::ab}, cpu());
      std::memcpy(bias.get_data_handle(), bias_values.data(), bias_values.size_bytes());
    }
  }

  void execute(const Shape& shape, const void* from, void* to, Scratch& scratch) const {
    const OneThread alone;
    Scratch::Frame frame(scratch);
    std::unordered_map<int, memory> arguments = {
        {DNNL_ARG_SRC, memory(shape.x, cpu(), const_cast<void*>(from))},
        {DNNL_ARG_WEIGHTS, weights},
        {DNNL_ARG_DST, memory(shape.y, cpu(), to)},
        {DNNL_ARG_SCRATCHPAD, memory(shape.work, cpu(), frame.take<std::byte>(shape.work.get_size() + 1))}};
    if (bias) arguments.emplace(DNNL_ARG_BIAS, bias);
    shape.matmul.execute(stream(), arguments);
    stream().wait();
  }
};

Matmul::Matmul(const float* weights, std::size_t outputs, std::size_t inputs, std::span<const float> bias)
    : inputs_(inputs), outputs_(outputs), primitive_(std::make_unique<const Primitive>(weights, outputs, inputs, kFloats, bias)) {}

Matmul::Matmul(const std::int8_t* weights, std::size_t outputs, std::size_t inputs)
    : inputs_(inputs),
      outputs_(outputs),
      primitive_(std::make_unique<const Primitive>(weights, outputs, inputs, kBytes, std::span<const float>())) {}

Matmul::Matmul(Matmul&&) noexcept = default;
Matmul& Matmul::operator=(Matmul&&) noexcept = default;
Matmul::~Matmul() = default;

void Matmul::block(const float* x, float* y, Scratch& scratch) const { primitive_->execute(primitive_->shapes[0], x, y, scratch); }

void Matmul::block(const std::uint8_t* x, std::size_t rows, std::int32_t* sums, Scratch& scratch) const {
  if (rows > kRowBlock - kSmallBlock) return primitive_->execute(primitive_->shapes[0], x, sums, scratch);
  for (std::size_t row = 0; row < rows; row += kSmallBlock)
    primitive_->execute(primitive_->shapes[1], x + row * inputs_, sums + row * outputs_, scratch);
}

}  // namespace casus
