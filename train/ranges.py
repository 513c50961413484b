"""Ranges of words as paths: a word's score for being inside, plus one for beginning and one for ending a range there."""

import numpy as np
import torch
import torch.nn.functional as F


def negative_log_likelihood(scores, inside):
    """Of the gold ranges among all: scores [n, 3, words] as inside, begin, end; inside [n, words] of 0 and 1. Words beyond a row's
    end have a very low inside."""
    u, b, e = (part.contiguous() for part in scores.permute(1, 2, 0))
    gold = inside.t()
    before, after = F.pad(gold, (0, 0, 1, 0))[:-1], F.pad(gold, (0, 0, 0, 1))[1:]
    path = (gold * (u + b * (1 - before) + e * (1 - after))).sum(0)
    out = torch.zeros_like(u[0])
    ending = u[0] + b[0]
    for t in range(1, len(u)):
        leaving = ending + e[t - 1]
        ending = u[t] + torch.logaddexp(ending, out + b[t])
        out = torch.logaddexp(out, leaving)
    return torch.logaddexp(out, ending + e[-1]) - path


def best_ranges(scores):
    """The best path of scores [3, words], as a list of 0 and 1."""
    u, b, e = np.asarray(scores, dtype=np.float64)
    out, ending, back = 0.0, u[0] + b[0], []
    for t in range(1, len(u)):
        leaving = ending + e[t - 1]
        back.append((ending >= out + b[t], leaving > out))
        out, ending = max(out, leaving), u[t] + max(ending, out + b[t])
    inside = [bool(ending + e[-1] > out)]
    for stayed, left in reversed(back):
        inside.append(bool(stayed if inside[-1] else left))
    return [int(x) for x in reversed(inside)]
