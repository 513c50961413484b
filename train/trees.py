"""The best tree of arc scores (Chu-Liu, Edmonds), with one word under the root."""

import numpy as np


def best_tree(scores):
    """Heads (0 the root) of words 1..n from scores [n, 1 + n]: dependent by head."""
    n = len(scores)
    square = np.full((n + 1, n + 1), -np.inf)
    square[1:] = scores
    np.fill_diagonal(square, -np.inf)
    heads = _edmonds(square)
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if len(roots) <= 1:
        return heads[1:]
    best, best_score = None, -np.inf
    for root in roots:
        single = square.copy()
        single[1:, 0] = -np.inf
        single[root, 0] = square[root, 0]
        heads = _edmonds(single)
        score = single[np.arange(1, n + 1), heads[1:]].sum()
        if score > best_score:
            best, best_score = heads, score
    return best[1:]


def _edmonds(scores):
    heads = scores.argmax(1)
    heads[0] = -1
    cycle = _find_cycle(heads)
    if cycle is None:
        return heads
    n = len(scores)
    inside = np.zeros(n, bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    own = scores[cycle, heads[cycle]]
    m = len(outside)
    small = np.full((m + 1, m + 1), -np.inf)
    small[:m, :m] = scores[np.ix_(outside, outside)]
    # Into the cycle: what breaking one of its arcs for another costs. Out of it: its best word as a head.
    into = scores[np.ix_(cycle, outside)] - own[:, None]
    out = scores[np.ix_(outside, cycle)]
    small[m, :m] = into.max(0)
    small[:m, m] = out.max(1)
    entered, leaving = into.argmax(0), out.argmax(1)
    small[0] = -np.inf
    found = _edmonds(small)
    result = heads.copy()
    for i in range(1, m):
        result[outside[i]] = cycle[leaving[i]] if found[i] == m else outside[found[i]]
    result[cycle[entered[found[m]]]] = outside[found[m]]
    return result


def _find_cycle(heads):
    state = np.zeros(len(heads), int)
    for start in range(1, len(heads)):
        path, node = [], start
        while node > 0 and state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if node > 0 and state[node] == 1:
            return np.array(path[path.index(node) :])
        state[path] = 2
    return None
