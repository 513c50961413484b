"""The encoder and its heads. Names of parameters are the tensors' names in the model file (docs/formats/model.md)."""

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from data import GUIDELINES
from pieces import SHAPES

HIDDEN, LAYERS, ATTENTION_HEADS, FFN = 384, 6, 12, 1536
ARC, RELATION, LINK, FACTUALITY = 192, 96, 128, 64
EPS = 1e-12
# Bounds of the classes of distance, in words, between an anaphor and a candidate before it; one more class for candidates after it.
DISTANCES = (2, 3, 5, 9, 17, 33, 65, 129)
TAGGERS = ("upos", "xpos", "feats", "lemma", "names", "source", "cue", "content")


class FastDropout(nn.Module):
    """Dropout whose masks are slices of one long random mask: drawing fresh ones takes a fifth of a step on a CPU."""

    pool = None

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        if not self.training or self.rate == 0:
            return x
        n = x.numel()
        if FastDropout.pool is None or FastDropout.pool.numel() < 3 * n:
            keep = 1 - self.rate
            FastDropout.pool = torch.empty(max(4 * n, 1 << 23)).bernoulli_(keep).div_(keep)
        start = int(torch.randint(FastDropout.pool.numel() - n, ()))
        return x * FastDropout.pool[start : start + n].view_as(x)


class Linear(nn.Linear):
    """In training's last part, with the rounding that the engine's bytes bring: 7 bits a value of a token, which also serve processors
    without VNNI, and 8 a weight of a row. Gradients pass through."""

    rounded = False

    def forward(self, x):
        if not (Linear.rounded and self.training):
            return super().forward(x)
        return F.linear(_rounded_tokens(x), _rounded_rows(self.weight), self.bias)


def _rounded_tokens(x):
    with torch.no_grad():
        low, high = x.amin(-1, keepdim=True).clamp(max=0), x.amax(-1, keepdim=True).clamp(min=0)
        step = ((high - low) / 127).clamp(min=1e-12)
        zero = torch.round(-low / step)
        change = (torch.clamp(torch.round(x / step) + zero, 0, 127) - zero) * step - x
    return x + change


def _rounded_rows(w):
    with torch.no_grad():
        step = (w.abs().amax(1, keepdim=True) / 127).clamp(min=1e-12)
        change = torch.round(w / step) * step - w
    return w + change


class Attention(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.qkv = Linear(HIDDEN, 3 * HIDDEN)
        self.out = Linear(HIDDEN, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, EPS)
        self.dropout = FastDropout(dropout)

    def forward(self, x, mask):
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return self.norm(x + self.dropout(self.out(y.transpose(1, 2).reshape(b, t, HIDDEN))))


class FeedForward(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.up = Linear(HIDDEN, FFN)
        self.down = Linear(FFN, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, EPS)
        self.dropout = FastDropout(dropout)

    def forward(self, x):
        return self.norm(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.attention = Attention(dropout)
        self.ffn = FeedForward(dropout)

    def forward(self, x, mask):
        return self.ffn(self.attention(x, mask))


class Embeddings(nn.Module):
    def __init__(self, vocabulary, positions, dropout):
        super().__init__()
        self.word = nn.Parameter(torch.randn(vocabulary, HIDDEN) * 0.02)
        self.position = nn.Parameter(torch.randn(positions, HIDDEN) * 0.02)
        self.shape = nn.Parameter(torch.zeros(len(SHAPES), HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, EPS)
        self.dropout = FastDropout(dropout)

    def forward(self, pieces, shapes):
        x = F.embedding(pieces, self.word) + self.position[: pieces.shape[1]] + F.embedding(shapes, self.shape)
        return self.dropout(self.norm(x))


def _matrix(*size):
    return nn.Parameter(nn.init.xavier_uniform_(torch.empty(*size)))


class Arc(nn.Module):
    def __init__(self):
        super().__init__()
        self.dependent = nn.Linear(HIDDEN, ARC)
        self.head = nn.Linear(HIDDEN, ARC)
        self.bilinear = _matrix(ARC, ARC)
        self.prior = nn.Parameter(torch.zeros(ARC))
        self.root = nn.Parameter(torch.randn(ARC) * 0.1)

    def forward(self, x, sentence_words):
        """Scores [sentences, longest, 1 + longest]; column 0 is the root."""
        d = F.gelu(self.dependent(x)) @ self.bilinear
        h = F.gelu(self.head(x))
        index = sentence_words.clamp(min=0)
        root = self.root.expand(len(index), 1, -1)
        heads = torch.cat([root, h[index]], 1)
        scores = d[index] @ heads.transpose(1, 2) + (heads @ self.prior).unsqueeze(1)
        valid = torch.cat([torch.ones(len(index), 1, dtype=torch.bool), sentence_words >= 0], 1)
        return scores.masked_fill(~valid.unsqueeze(1), -1e4)


class Relation(nn.Module):
    def __init__(self, labels):
        super().__init__()
        self.labels = labels
        self.dependent = nn.Linear(HIDDEN, RELATION)
        self.head = nn.Linear(HIDDEN, RELATION)
        self.bilinear = nn.Parameter(torch.randn(labels * RELATION, RELATION) * RELATION**-0.75)
        self.linear = _matrix(labels, 2 * RELATION)
        self.bias = nn.Parameter(torch.zeros(labels))
        self.root = nn.Parameter(torch.randn(RELATION) * 0.1)

    def forward(self, x, words, heads):
        """Scores [words, labels] of `words`, whose heads are words too, or -1 for the root."""
        d = F.gelu(self.dependent(x))[words]
        h = F.gelu(self.head(x))[heads.clamp(min=0)]
        h = torch.where((heads < 0).unsqueeze(1), self.root, h)
        # B_r h for all r at once, then the product with d.
        bh = (h @ self.bilinear.t()).view(-1, self.labels, RELATION)
        return torch.einsum("wra,wa->wr", bh, d) + torch.cat([d, h], 1) @ self.linear.t() + self.bias


class Link(nn.Module):
    """For a cue's first word and the words of its window: inside, begin and end of source and of content, as ranges.py reads them."""

    def __init__(self):
        super().__init__()
        self.cue = nn.Linear(HIDDEN, LINK)
        self.word = nn.Linear(HIDDEN, LINK)
        self.bilinear = nn.Parameter(torch.randn(6 * LINK, LINK) * LINK**-0.75)
        self.prior = nn.Parameter(torch.zeros(6, LINK))
        self.bias = nn.Parameter(torch.tensor([0.0, -3.0, -1.0, 0.0, -3.0, -1.0]))

    def forward(self, x, pivots, words):
        """Scores [pivots, 2, 3, words] for words [pivots, words], -1 where there is none."""
        c = F.gelu(self.cue(x[pivots]))
        w = F.gelu(self.word(x))
        # c^T B_k w: row k * LINK + a of `bilinear` is B_k[a, :].
        cb = torch.einsum("pa,kab->pkb", c, self.bilinear.view(6, LINK, LINK)) + self.prior
        scores = cb @ w[words.clamp(min=0)].transpose(1, 2) + self.bias.view(1, 6, 1)
        return scores.view(len(pivots), 2, 3, -1)


class Antecedent(nn.Module):
    """For a word that refers: with which of the candidates it does, or, at 0, with none."""

    def __init__(self):
        super().__init__()
        self.anaphor = nn.Linear(HIDDEN, LINK)
        self.candidate = nn.Linear(HIDDEN, LINK)
        self.bilinear = _matrix(LINK, LINK)
        self.prior = nn.Parameter(torch.zeros(2, LINK))  # of an anaphor to have an antecedent, of a candidate to be one
        self.distance = nn.Parameter(torch.zeros(len(DISTANCES) + 2))

    def forward(self, x, anaphors, candidates):
        """Scores [anaphors, candidates] for candidates [anaphors, candidates], -1 where there is none."""
        a = F.gelu(self.anaphor(x[anaphors]))
        c = F.gelu(self.candidate(x))[candidates.clamp(min=0)]
        away = anaphors.unsqueeze(1) - candidates
        bucket = torch.bucketize(away, torch.tensor(DISTANCES), right=True)
        bucket[away < 0] = len(DISTANCES) + 1
        pairs = torch.einsum("acb,ab->ac", c, a @ self.bilinear + self.prior[1])
        scores = pairs + (a @ self.prior[0]).unsqueeze(1) + self.distance[bucket]
        return scores.masked_fill(candidates < 0, -1e4)


class Factuality(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(HIDDEN, FACTUALITY)
        self.out = nn.Linear(FACTUALITY, 1)

    def forward(self, x):
        return self.out(F.gelu(self.hidden(x))).squeeze(-1)


class Model(nn.Module):
    def __init__(self, labels, vocabulary, positions=512, dropout=0.1):
        super().__init__()
        self.embeddings = Embeddings(vocabulary, positions, dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        sizes = {name: len(labels.get(name, labels["attribution"])) for name in TAGGERS}
        self.heads = nn.ModuleDict({name: nn.Linear(HIDDEN, size) for name, size in sizes.items()})
        self.heads["arc"] = Arc()
        self.heads["relation"] = Relation(len(labels["relation"]))
        self.heads["link"] = Link()
        self.heads["antecedent"] = Antecedent()
        self.heads["factuality"] = Factuality()
        # What the other guidelines of names add to the engine's: learned beside the head, and not stored.
        self.guidelines = nn.Parameter(torch.zeros(len(GUIDELINES), len(labels["names"]), HIDDEN))
        self.word_dropout = FastDropout(dropout)

    def forward(self, batch):
        """Vectors of the words, all windows of the batch after each other."""
        mask = None if batch.mask.all() else batch.mask[:, None, None, :]
        x = self.embeddings(batch.pieces, batch.shapes)
        for layer in self.layers:
            x = layer(x, mask)
        return self.word_dropout(x.reshape(-1, HIDDEN)[batch.words])


def load_base(model, folder, vocabulary):
    """BERT's weights into the model's own names: rows of kept pieces only, the token type added to the positions."""
    base = load_file(folder / "model.safetensors")
    rows = {p: i for i, p in enumerate((folder / "vocab.txt").read_text(encoding="utf-8").split("\n"))}
    state = {
        "embeddings.word": base["embeddings.word_embeddings.weight"][[rows[p] for p in vocabulary]],
        "embeddings.position": base["embeddings.position_embeddings.weight"]
        + base["embeddings.token_type_embeddings.weight"][0],
    }
    for kind in ("weight", "bias"):
        state[f"embeddings.norm.{kind}"] = base[f"embeddings.LayerNorm.{kind}"]
        for i in range(LAYERS):
            old, new = f"encoder.layer.{i}.", f"layers.{i}."
            qkv = [base[f"{old}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            state[f"{new}attention.qkv.{kind}"] = torch.cat(qkv)
            state[f"{new}attention.out.{kind}"] = base[f"{old}attention.output.dense.{kind}"]
            state[f"{new}attention.norm.{kind}"] = base[f"{old}attention.output.LayerNorm.{kind}"]
            state[f"{new}ffn.up.{kind}"] = base[f"{old}intermediate.dense.{kind}"]
            state[f"{new}ffn.down.{kind}"] = base[f"{old}output.dense.{kind}"]
            state[f"{new}ffn.norm.{kind}"] = base[f"{old}output.LayerNorm.{kind}"]
    missing, unexpected = model.load_state_dict(state, strict=False)
    assert not unexpected and all(m.startswith("heads.") or m in ("embeddings.shape", "guidelines") for m in missing), (missing, unexpected)
