// Nodes are the root, 0, and the words. Each word takes its best head; where that makes a cycle, the cycle becomes one node, whose entering
// arcs cost what breaking the cycle there costs, and the smaller problem is solved the same way. Where several words hang on the root, the
// root's arcs are lowered by more than all others together can give, and it is solved again: what remains is the best tree with one.
#include "syntax/spanning_tree.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/check.h"
#include "syntax/parse.h"

namespace casus {
namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();
// Scores are held within this, so that sums of any number of words stay exact enough.
constexpr double kLargestScore = 1e6;

// score(dependent, head) of `size` nodes; row 0 is not used.
struct Graph {
  explicit Graph(std::size_t nodes) : size(nodes), scores(nodes * nodes, kNever) {}
  double& at(std::size_t dependent, std::size_t head) { return scores[dependent * size + head]; }
  double at(std::size_t dependent, std::size_t head) const { return scores[dependent * size + head]; }

  std::size_t size;
  std::vector<double> scores;
};

using Heads = std::vector<std::size_t>;  // of each node; the root's is not used

Graph sound_graph(const Matrix& scores) {
  Graph graph(scores.rows + 1);
  for (std::size_t i = 0; i < scores.rows; ++i) {
    for (std::size_t head = 0; head <= scores.rows; ++head) {
      if (head == i + 1) continue;
      const double score = scores.row(i)[head];
      graph.at(i + 1, head) = std::isnan(score) ? -kLargestScore : std::clamp(score, -kLargestScore, kLargestScore);
    }
  }
  return graph;
}

Heads best_heads(const Graph& graph) {
  Heads heads(graph.size, 0);
  for (std::size_t node = 1; node < graph.size; ++node)
    for (std::size_t head = 1; head < graph.size; ++head)
      if (graph.at(node, head) > graph.at(node, heads[node])) heads[node] = head;
  return heads;
}

// The nodes of one cycle, or none.
std::vector<std::size_t> find_cycle(const Heads& heads) {
  std::vector<std::size_t> visit(heads.size(), 0);  // the start from which a node was first seen
  for (std::size_t start = 1; start < heads.size(); ++start) {
    std::size_t node = start;
    while (node != 0 && visit[node] == 0) {
      visit[node] = start;
      node = heads[node];
    }
    if (node == 0 || visit[node] != start) continue;
    std::vector<std::size_t> cycle = {node};
    for (std::size_t next = heads[node]; next != node; next = heads[next]) cycle.push_back(next);
    return cycle;
  }
  return {};
}

Heads solve(const Graph& graph) {
  Heads heads = best_heads(graph);
  const std::vector<std::size_t> cycle = find_cycle(heads);
  if (cycle.empty()) return heads;

  std::vector<bool> in_cycle(graph.size, false);
  for (const std::size_t node : cycle) in_cycle[node] = true;
  std::vector<std::size_t> others;  // the root first
  for (std::size_t node = 0; node < graph.size; ++node)
    if (!in_cycle[node]) others.push_back(node);

  const std::size_t whole = others.size();  // the cycle's node in the smaller graph
  Graph smaller(whole + 1);
  std::vector<std::size_t> entered(whole), left(whole);  // for each other node: where its arc enters the cycle, and whence one comes to it
  for (std::size_t k = 0; k < whole; ++k) {
    for (std::size_t j = 0; j < whole; ++j) smaller.at(k, j) = graph.at(others[k], others[j]);
    entered[k] = left[k] = cycle.front();
    const auto gain = [&](std::size_t node) { return graph.at(node, others[k]) - graph.at(node, heads[node]); };
    for (const std::size_t node : cycle) {
      if (gain(node) > gain(entered[k])) entered[k] = node;
      if (graph.at(others[k], node) > graph.at(others[k], left[k])) left[k] = node;
    }
    smaller.at(whole, k) = gain(entered[k]);
    smaller.at(k, whole) = graph.at(others[k], left[k]);
  }

  const Heads found = solve(smaller);
  for (std::size_t k = 1; k < whole; ++k) heads[others[k]] = found[k] == whole ? left[k] : others[found[k]];
  heads[entered[found[whole]]] = others[found[whole]];
  return heads;
}

}  // namespace

std::vector<std::size_t> best_tree(const Matrix& scores) {
  CASUS_CHECK(scores.rows == 0 || scores.columns == scores.rows + 1);
  Graph graph = sound_graph(scores);
  Heads heads = solve(graph);
  if (std::count(heads.begin() + 1, heads.end(), 0u) > 1) {
    const double more_than_all = 2 * kLargestScore * static_cast<double>(graph.size);
    for (std::size_t node = 1; node < graph.size; ++node) graph.at(node, 0) -= more_than_all;
    heads = solve(graph);
  }
  std::vector<std::size_t> tree(scores.rows);
  for (std::size_t i = 0; i < scores.rows; ++i) tree[i] = heads[i + 1] == 0 ? kRoot : heads[i + 1] - 1;
  return tree;
}

}  // namespace casus
