"""Trains encoder and heads together on all corpora, for a given number of minutes.

train.py --minutes 75 [--resume] [--pieces-per-second N]
A log line a minute, a checkpoint every five, in train/work/run/. The learning rate follows the clock, so that the run
ends on time whatever else the machine does; the passes over the corpora follow from the expected speed.
"""

import argparse
import json
import math
import pickle
import random
import time

import torch

from data import batches, collate, stream
from losses import WEIGHTS, losses
from model import Linear, Model, load_base
from paths import BASE, WORK
from pieces import Pieces

# Passes over each corpus in a run of 9 million pieces; a longer or shorter run scales them.
PASSES = {"ewt": 13.5, "gum": 12.0, "polnear": 4.0, "wikigold": 5.0, "un": 2.0, "crossner": 2.0, "gap": 2.0}
PIECES = 9_000_000


def parameter_groups(model, encoder_rate, head_rate):
    """Lower layers hold what pretraining learned, so they move less."""
    groups = {}
    for name, parameter in model.named_parameters():
        if name.startswith("heads."):
            rate = head_rate
        elif name == "guidelines":
            rate = head_rate * 0.3
        elif name.startswith("layers."):
            rate = encoder_rate * 0.9 ** (len(model.layers) - 1 - int(name.split(".")[1]))
        elif name == "embeddings.shape":
            rate = encoder_rate * 3
        else:
            rate = encoder_rate * 0.9 ** len(model.layers)
        decay = 0.01 if parameter.ndim >= 2 and not name.startswith("embeddings.") else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    return [{"params": p, "lr": rate, "peak": rate, "weight_decay": decay} for (rate, decay), p in groups.items()]


def rate_factor(progress, warm_up=0.05):
    if progress < warm_up:
        return progress / warm_up
    x = min(1.0, (progress - warm_up) / (1 - warm_up))
    return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * x))


def save(path, model, average, optimiser, prepared, state):
    temporary = path.with_suffix(".tmp")
    torch.save(
        {
            "model": model.state_dict(), "average": average, "optimiser": optimiser.state_dict(),
            "labels": prepared["labels"], "vocabulary": prepared["vocabulary"], **state,
        },
        temporary,
    )
    temporary.rename(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--pieces-per-second", type=float, default=1500)
    parser.add_argument("--batch", type=int, default=1536, help="padded pieces")
    parser.add_argument("--encoder-rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--average", type=float, default=0.998, help="decay of the moving average of weights")
    parser.add_argument("--rounded-from", type=float, default=0.85, help="share of the run after which the encoder's products are rounded")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--name", default="run")
    parser.add_argument("--resume", action="store_true")
    args = parser.parse_args()

    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    folder = WORK / args.name
    folder.mkdir(parents=True, exist_ok=True)
    with open(WORK / "prepared.pkl", "rb") as file:
        prepared = pickle.load(file)
    labels = prepared["labels"]
    pieces = Pieces(prepared["vocabulary"])

    model = Model(labels, len(prepared["vocabulary"]))
    load_base(model, BASE, prepared["vocabulary"])
    optimiser = torch.optim.AdamW(
        parameter_groups(model, args.encoder_rate, args.head_rate), betas=(0.9, 0.98), eps=1e-6, fused=True
    )
    average = {name: value.clone() for name, value in model.state_dict().items()}
    state = {"spent": 0.0, "step": 0, "pieces": 0}
    if args.resume:
        stored = torch.load(folder / "checkpoint.pt", weights_only=False)
        model.load_state_dict(stored["model"])
        optimiser.load_state_dict(stored["optimiser"])
        average = stored["average"]
        state = {key: stored[key] for key in state}

    # A fifth more than expected, so that a quick machine does not run dry: the clock ends the run.
    scale = args.minutes * 60 * args.pieces_per_second / PIECES
    rng = random.Random(args.seed)
    windows = stream(prepared["sources"], {k: v * scale for k, v in PASSES.items()}, args.seed)
    extra = stream(prepared["sources"], {k: v * scale * 0.2 for k, v in PASSES.items()}, args.seed + 1)
    order = [group for part in (windows, extra) for group in batches(part, args.batch, rng)]
    config = {**vars(args), "passes": {k: v * scale for k, v in PASSES.items()}, "loss_weights": WEIGHTS}
    (folder / "config.json").write_text(
        json.dumps({"config": config, "checksums": prepared["checksums"]}, indent=1) + "\n"
    )
    print(f"{len(windows)} windows, {len(order)} batches, scale {scale:.2f}", flush=True)

    model.train()
    began = time.time() - state["spent"]
    last_log, last_save, log, since = time.time(), time.time(), {}, 0
    for group in order[state["step"] :]:
        progress = (time.time() - began) / (args.minutes * 60)
        if progress >= 1:
            break
        Linear.rounded = progress >= args.rounded_from
        batch = collate(group, pieces.cls, pieces.sep)
        parts = losses(model, batch, labels)
        loss = sum(WEIGHTS[name] * value for name, value in parts.items())
        # A window of a region that no system is judged on has no labels at all.
        if not parts or not torch.isfinite(loss):
            state["step"] += 1
            continue
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        for parameters in optimiser.param_groups:
            parameters["lr"] = parameters["peak"] * rate_factor(progress)
        optimiser.step()
        state["step"] += 1
        state["pieces"] += batch.count
        since += batch.count
        decay = min(args.average, state["step"] / (10 + state["step"]))
        names, values = zip(*model.state_dict().items())
        torch._foreach_lerp_([average[n] for n in names], list(values), 1 - decay)
        for name, value in parts.items():
            log.setdefault(name, []).append(float(value.detach()))
        now = time.time()
        state["spent"] = now - began
        if now - last_log >= 60:
            text = " ".join(f"{name} {sum(v) / len(v):.3f}" for name, v in log.items())
            print(
                f"{time.strftime('%H:%M')} {100 * progress:5.1f} % step {state['step']} pieces {state['pieces']} "
                f"{since / (now - last_log):.0f}/s {text}",
                flush=True,
            )
            last_log, log, since = now, {}, 0
        if now - last_save >= 300:
            save(folder / "checkpoint.pt", model, average, optimiser, prepared, state)
            last_save = now
    save(folder / "checkpoint.pt", model, average, optimiser, prepared, state)
    (folder / "done.json").write_text(json.dumps(state) + "\n")
    print("done", state, flush=True)


if __name__ == "__main__":
    main()
