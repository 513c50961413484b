"""The encoder and its heads. Names of parameters are the tensors' names in the model file (docs/formats/model.md)."""

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from pieces import SHAPES

HIDDEN, LAYERS, ATTENTION_HEADS, FFN = 384, 6, 12, 1536
ARC, RELATION, LINK, FACTUALITY = 192, 96, 128, 64
EPS = 1e-12
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


class Attention(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
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
        self.up = nn.Linear(HIDDEN, FFN)
        self.down = nn.Linear(FFN, HIDDEN)
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
    def __init__(self):
        super().__init__()
        self.cue = nn.Linear(HIDDEN, LINK)
        self.word = nn.Linear(HIDDEN, LINK)
        self.bilinear = nn.Parameter(torch.randn(2 * LINK, LINK) * LINK**-0.75)
        self.prior = nn.Parameter(torch.zeros(2, LINK))
        self.bias = nn.Parameter(torch.tensor([-3.0, -1.5]))

    def forward(self, x, pivots):
        """Logits [pivots, 2, words]."""
        c = F.gelu(self.cue(x[pivots]))
        w = F.gelu(self.word(x))
        # c^T B_k w: row k * LINK + a of `bilinear` is B_k[a, :].
        cb = torch.einsum("pa,kab->pkb", c, self.bilinear.view(2, LINK, LINK))
        return cb @ w.t() + (self.prior @ w.t()) + self.bias.view(1, 2, 1)


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
        self.heads["factuality"] = Factuality()
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
    assert not unexpected and all(m.startswith("heads.") or m == "embeddings.shape" for m in missing), (missing, unexpected)
