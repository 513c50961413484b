// One oneDNN matmul of [kRowBlock, inputs] x [inputs, outputs] each. Weights lie in the file as [outputs, inputs], which is what the plain
// `ba` layout of [inputs, outputs] means, so that they need no turning; where oneDNN would rather have its own blocks (AVX-512), they are
// reordered once.
#include "tensor/linear.h"

#include <omp.h>

#include <algorithm>
#include <dnnl.hpp>
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

}  // namespace

OneThread::OneThread() : before_(omp_get_max_threads()) { omp_set_num_threads(1); }
OneThread::~OneThread() { omp_set_num_threads(before_); }

struct Linear::Product {
  memory weights;
  memory bias;  // empty without one
  dnnl::matmul matmul;
  memory::desc x;
  memory::desc y;
  memory::desc work;
};

namespace {

dnnl::matmul::primitive_desc describe(std::size_t inputs, std::size_t outputs, memory::format_tag layout, bool biased) {
  const auto plain = [](std::size_t rows, std::size_t columns) {
    return memory::desc({dim(rows), dim(columns)}, memory::data_type::f32, memory::format_tag::ab);
  };
  const memory::desc weights({dim(inputs), dim(outputs)}, memory::data_type::f32, layout);
  const memory::desc x = plain(kRowBlock, inputs), y = plain(kRowBlock, outputs);
  dnnl::primitive_attr attributes;
  attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);  // the library's own is not shared between threads
  const auto desc = biased ? dnnl::matmul::desc(x, weights, plain(1, outputs), y) : dnnl::matmul::desc(x, weights, y);
  return dnnl::matmul::primitive_desc(desc, attributes, cpu());
}

}  // namespace

Linear::Linear(const Matrix& weights, std::span<const float> bias)
    : inputs_(weights.columns), outputs_(weights.rows), product_(std::make_unique<Product>()) {
  product_->weights = memory({{dim(inputs_), dim(outputs_)}, memory::data_type::f32, memory::format_tag::ba}, cpu());
  std::copy(weights.values.begin(), weights.values.end(), static_cast<float*>(product_->weights.get_data_handle()));
  prepare(bias);
}

Linear::Linear(const StoredMatrix& weights, std::span<const float> bias)
    : inputs_(weights.columns()), outputs_(weights.rows()), product_(std::make_unique<Product>()) {
  product_->weights = memory({{dim(inputs_), dim(outputs_)}, memory::data_type::f32, memory::format_tag::ba}, cpu());
  weights.read(static_cast<float*>(product_->weights.get_data_handle()));
  prepare(bias);
}

void Linear::prepare(std::span<const float> bias) {
  const OneThread alone;
  CASUS_CHECK(bias.empty() || bias.size() == outputs_);
  auto chosen = describe(inputs_, outputs_, memory::format_tag::any, !bias.empty());
  if (is_plain(chosen.weights_desc())) {
    chosen = describe(inputs_, outputs_, memory::format_tag::ba, !bias.empty());
  } else {
    memory blocked(chosen.weights_desc(), cpu());
    dnnl::reorder(product_->weights, blocked).execute(stream(), product_->weights, blocked);
    stream().wait();
    product_->weights = blocked;
  }
  if (!bias.empty()) {
    product_->bias = memory(chosen.bias_desc(), cpu());
    std::copy(bias.begin(), bias.end(), static_cast<float*>(product_->bias.get_data_handle()));
  }
  product_->x = chosen.src_desc();
  product_->y = chosen.dst_desc();
  product_->work = chosen.scratchpad_desc();
  product_->matmul = dnnl::matmul(chosen);
}

Result<Linear> Linear::load(const WeightsFile& file, const std::string& name, std::size_t outputs, std::size_t inputs) {
  const auto weights = file.matrix(name + ".weight", outputs, inputs);
  if (!weights) return weights.error();
  const auto bias = file.vector(name + ".bias", outputs);
  if (!bias) return bias.error();
  return Linear(*weights, *bias);
}

Result<Linear> Linear::load_unbiased(const WeightsFile& file, const std::string& name, std::size_t outputs, std::size_t inputs) {
  const auto weights = file.matrix(name, outputs, inputs);
  if (!weights) return weights.error();
  return Linear(*weights, {});
}

Linear::Linear(Linear&&) noexcept = default;
Linear& Linear::operator=(Linear&&) noexcept = default;
Linear::~Linear() = default;

void Linear::apply(const float* x, std::size_t rows, float* y, Scratch& scratch) const {
  const OneThread alone;
  Scratch::Frame frame(scratch);
  const Product& product = *product_;
  memory from(product.x, cpu(), nullptr), to(product.y, cpu(), nullptr);
  const memory work(product.work, cpu(), frame.floats(product.work.get_size() / sizeof(float) + 1));
  std::unordered_map<int, memory> arguments = {
      {DNNL_ARG_SRC, from}, {DNNL_ARG_WEIGHTS, product.weights}, {DNNL_ARG_DST, to}, {DNNL_ARG_SCRATCHPAD, work}};
  if (product.bias) arguments.emplace(DNNL_ARG_BIAS, product.bias);
  const auto multiply = [&](const float* block, float* result) {
    from.set_data_handle(const_cast<float*>(block), stream());
    to.set_data_handle(result, stream());
    product.matmul.execute(stream(), arguments);
    stream().wait();
  };
  std::size_t row = 0;
  for (; row + kRowBlock <= rows; row += kRowBlock) multiply(x + row * inputs_, y + row * outputs_);
  if (row == rows) return;
  float* filled = frame.floats(kRowBlock * inputs_);
  float* result = frame.floats(kRowBlock * outputs_);
  float* end = std::copy(x + row * inputs_, x + rows * inputs_, filled);
  std::fill(end, filled + kRowBlock * inputs_, 0.0f);
  multiply(filled, result);
  std::copy(result, result + (rows - row) * outputs_, y + row * outputs_);
}

Matrix Linear::operator()(const Matrix& x, Scratch& scratch) const {
  CASUS_CHECK(x.columns == inputs_);
  Matrix y(x.rows, outputs_);
  apply(x.values.data(), x.rows, y.values.data(), scratch);
  return y;
}

}  // namespace casus
