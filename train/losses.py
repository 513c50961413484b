"""What each head is trained on. A head without labels in a batch adds nothing."""

import torch
import torch.nn.functional as F

from data import MASKED
from ranges import negative_log_likelihood

WEIGHTS = {
    "arc": 1.5, "relation": 1.0, "upos": 0.6, "xpos": 0.5, "feats": 0.4, "lemma": 0.4,
    "names": 1.0, "source": 0.8, "cue": 0.8, "content": 0.8, "link": 0.12, "antecedent": 0.3,
    "factuality": 0.6,
}


def names_loss(logits, targets, weight, misc_unmarked, misc):
    known = targets != MASKED
    logits, targets = logits[known], targets[known]
    scores = logits.log_softmax(-1)
    loss = -scores.gather(1, targets.unsqueeze(1)).squeeze(1)
    # Where MISC was not marked, O says only that it is no person, organisation or place.
    hidden = misc_unmarked[known] & (targets == 0)
    loss = torch.where(hidden, -scores[:, misc].logsumexp(1), loss)
    return (loss * weight[known]).mean()


def losses(model, batch, labels):
    heads = model.heads
    x = model(batch)
    out = {}
    for name in ("upos", "xpos", "feats", "lemma", "source", "cue", "content"):
        targets = batch.labels[name]
        known = targets != MASKED
        if known.any():
            out[name] = F.cross_entropy(heads[name](x[known]), targets[known])
    if (batch.labels["names"] != MASKED).any():
        misc = [i for i, label in enumerate(labels["names"]) if label == "O" or label.endswith("MISC")]
        logits = heads["names"](x)
        for guideline in batch.guideline.unique().tolist():
            if guideline:
                words = (batch.guideline == guideline).nonzero().squeeze(1)
                logits = logits.index_add(0, words, x[words] @ model.guidelines[guideline].t())
        out["names"] = names_loss(
            logits, batch.labels["names"], batch.names_weight, batch.misc_unmarked, misc
        )
    parsed = batch.heads[batch.sentence_words[:, 0]] != MASKED
    if parsed.any():
        sentence_words = batch.sentence_words[parsed]
        sentence_words = sentence_words[:, : int((sentence_words >= 0).sum(1).max())]
        real = sentence_words >= 0
        words = sentence_words[real]
        scores = heads["arc"](x, sentence_words)
        gold = batch.heads[words]
        out["arc"] = F.cross_entropy(scores[real], gold)
        first = sentence_words[:, :1].expand_as(sentence_words)[real]
        head_words = torch.where(gold == 0, torch.full_like(gold, -1), first + gold - 1)
        relation = batch.labels["relation"][words]
        known = relation != MASKED
        if known.any():
            scores = heads["relation"](x, words[known], head_words[known])
            out["relation"] = F.cross_entropy(scores, relation[known])
    if len(batch.pivots):
        scores = heads["link"](x, batch.pivots, batch.link_words)
        nowhere = (batch.link_words < 0).view(len(batch.pivots), 1, 1, -1)
        scores = scores.masked_fill(nowhere, -1e4).flatten(0, 1)
        out["link"] = 2 * negative_log_likelihood(scores, batch.link_targets.flatten(0, 1)).mean()
    if batch.candidates.numel():
        scores = heads["antecedent"](x, batch.anaphors, batch.candidates)
        scores = torch.cat([torch.zeros(len(scores), 1), scores], 1)
        right = torch.cat([~batch.antecedents.any(1, keepdim=True), batch.antecedents], 1)
        out["antecedent"] = (scores.logsumexp(1) - scores.masked_fill(~right, -1e4).logsumexp(1)).mean()
    if len(batch.factuality):
        index, value, confidence = batch.factuality.unbind(1)
        loss = F.smooth_l1_loss(heads["factuality"](x[index.long()]), value, reduction="none")
        out["factuality"] = (loss * confidence).sum() / confidence.sum().clamp(min=1)
    return out
