"""Training of the tagger: annotated articles in, weights out; seeded, resumable after any epoch.

Decision: one pass shows every piece once, in windows whose borders are drawn anew in each epoch; in a share of windows
the rules' finds are hidden and the quotation marks are of another style, so that the tagger leans on neither.
Rates and length of training follow what was tried on PolNeAR (one-cycle, 2e-4 for the layers, batches of 16 windows).
Shorter cycles at half the rate follow, and the weights are the mean of the ends of all: flatter, so better on what was
not seen (Izmailov et al. 2018, stochastic weight averaging; the mean of two gave .002 of F1 on PolNeAR dev).
"""

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn.functional import cross_entropy

from app.errors import InvalidInput
from app.extraction.tagger.encoder import FIRST, LAST, encoder
from app.extraction.tagger.geometry import nearest, places
from app.extraction.tagger.network import Linker, Network
from app.extraction.tagger.pieces import Pieces
from app.extraction.tagger.tags import Range
from app.extraction.tagger.windows import LENGTH, padded
from app.training.examples import IGNORED, Example, in_window, windowed

Progress = Callable[[int, int, int, float], None]  # epoch, batch, batches, loss


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides what comes out, beside the data."""

    seed: int = 1
    epochs: int = 5
    cycles: int = 2  # shorter ones after the first
    further: int = 2  # epochs of each of them
    batch: int = 16
    rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.1
    decay: float = 0.01
    links: float = 0.3
    hide_rules: float = 0.15
    restyle: float = 0.15

    @property
    def total(self) -> int:
        """Epochs of all cycles."""
        return self.epochs + self.cycles * self.further

    def ends_cycle(self, epoch: int) -> bool:
        """Whether a cycle is over after ``epoch`` (counted from nothing)."""
        after = epoch + 1 - self.epochs
        return after == 0 or (0 < after and after % self.further == 0)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of an example with the ids that are shown for it."""

    pieces: Pieces
    start: int
    ids: np.ndarray
    features: np.ndarray
    learned: Example


def train(
    examples: Sequence[Example], recipe: Recipe, kept: Path, *, progress: Progress, device: str = "cpu"
) -> Network:
    """A trained network. ``kept`` is the folder of what is needed to resume: the state after each epoch."""
    torch.manual_seed(recipe.seed)
    network = Network(encoder()).to(device)
    optimiser = _optimiser(network, recipe)
    print_of_data = fingerprint(examples)
    state = _resume(network, optimiser, recipe, kept, print_of_data)
    for epoch in range(state.epochs, recipe.total):
        chance = random.Random(recipe.seed * 1000 + epoch)
        torch.manual_seed(recipe.seed * 1000 + epoch)
        batches = list(_batches(examples, recipe, chance))
        network.train()
        for at, batch in enumerate(batches):
            _rate(optimiser, recipe, epoch + at / len(batches))
            loss = _loss(network, batch, recipe, device)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            progress(epoch, at + 1, len(batches), float(loss.detach()))
        if recipe.ends_cycle(epoch):
            state.ends.append({name: value.cpu().clone() for name, value in network.learned().items()})
        state.epochs = epoch + 1
        _keep(network, optimiser, recipe, kept, state, print_of_data)
    network.load_state_dict(mean(state.ends), strict=False)
    return network


def mean(ends: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of weights by name; whole numbers are taken from the last."""
    return {
        name: torch.stack([end[name] for end in ends]).mean(dim=0) if value.is_floating_point() else value
        for name, value in ends[-1].items()
    }


def _optimiser(network: Network, recipe: Recipe) -> torch.optim.AdamW:
    layers: list[Tensor] = []
    heads: list[Tensor] = []
    for name, value in network.named_parameters():
        if value.requires_grad:
            (layers if name.startswith("encoder.") else heads).append(value)
    return torch.optim.AdamW(
        [{"params": layers, "most": recipe.rate}, {"params": heads, "most": recipe.head_rate}],
        lr=0.0,
        weight_decay=recipe.decay,
    )


def _rate(optimiser: torch.optim.AdamW, recipe: Recipe, done: float) -> None:
    """Up to the highest rate, then evenly down to nothing; later cycles go half as high. ``done``: epochs."""
    first = done < recipe.epochs
    part = done / recipe.epochs if first else (done - recipe.epochs) % recipe.further / recipe.further
    share = part / recipe.warm_up if part < recipe.warm_up else (1 - part) / (1 - recipe.warm_up)
    for group in optimiser.param_groups:
        group["lr"] = group["most"] * max(share, 0.0) * (1.0 if first else 0.5)


def _batches(examples: Sequence[Example], recipe: Recipe, chance: random.Random) -> Iterator[list[Window]]:
    windows = [_window(each, cut, recipe, chance) for each in examples for cut in windowed(each, LENGTH, chance)]
    chance.shuffle(windows)
    most = recipe.batch * LENGTH
    batches = []
    for at in range(0, len(windows), 16 * recipe.batch):  # windows of like length together: less padding
        batch: list[Window] = []
        for window in sorted(windows[at : at + 16 * recipe.batch], key=lambda one: len(one.ids)):
            if batch and (len(batch) + 1) * len(window.ids) > most:
                batches.append(batch)
                batch = []
            batch.append(window)
        batches.append(batch)
    chance.shuffle(batches)
    yield from (batch for batch in batches if batch)


def _window(example: Example, cut: Range, recipe: Recipe, chance: random.Random) -> Window:
    first, last = cut
    ids = example.pieces.ids
    if example.restyled and chance.random() < recipe.restyle:
        ids = chance.choice(example.restyled)
    features = example.pieces.features[first:last].copy()
    if chance.random() < recipe.hide_rules:
        features[:, 3] = 0
    return Window(example.pieces, first, ids[first:last], features, in_window(example, cut))


def _loss(network: Network, batch: Sequence[Window], recipe: Recipe, device: str) -> Tensor:
    ids = [np.concatenate(([FIRST], one.ids, [LAST])) for one in batch]
    features = [np.pad(one.features, ((1, 1), (0, 0))) for one in batch]
    tags = [np.pad(one.learned.tags, (1, 1), constant_values=IGNORED) for one in batch]
    mask = [np.ones_like(row) for row in ids]
    with torch.autocast(torch.device(device).type, dtype=torch.bfloat16):
        states, scores = network(_on(padded(ids), device), _on(padded(features), device), _on(padded(mask), device))
    wanted = _on(padded(tags, fill=IGNORED), device)
    loss = cross_entropy(scores.float().flatten(0, 1), wanted.flatten(), ignore_index=IGNORED)
    linked: list[Tensor] = []
    for row, one in enumerate(batch):
        held = one.learned
        of_window = states[row, 1:]
        linked += _link_loss(network.source_of_cue, of_window, one, held.cues, held.sources, held.source_of, device)
        linked += _link_loss(network.cue_of_content, of_window, one, held.contents, held.cues, held.cue_of, device)
    return loss + recipe.links * torch.cat(linked).mean() if linked else loss


def _link_loss(
    linker: Linker,
    states: Tensor,
    window: Window,
    anchors: Sequence[Range],
    candidates: Sequence[Range],
    wanted: Sequence[int],
    device: str,
) -> list[Tensor]:
    if not anchors or not candidates:
        return []
    which = nearest(anchors, candidates)
    target = np.full(len(anchors), IGNORED, dtype=np.int64)
    for at, index in enumerate(wanted):
        if index == -1:
            target[at] = which.shape[1]
        elif index != IGNORED and index in which[at]:
            target[at] = int(np.flatnonzero(which[at] == index)[0])
    scores = linker(
        states[_ends(anchors, device)],
        states[_ends(candidates, device)],
        _on(which, device),
        _on(places(window.pieces, anchors, candidates, which, start=window.start), device),
    )
    losses = cross_entropy(scores, _on(target, device), ignore_index=IGNORED, reduction="none")
    return [losses[_on(target, device) != IGNORED]]


def _ends(spans: Sequence[Range], device: str) -> Tensor:
    """First and last pieces, shape (spans, 2)."""
    return torch.tensor([(first, last - 1) for first, last in spans], device=device)


def _on(array: np.ndarray, device: str) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(array)).to(device)


@dataclass(slots=True)
class State:
    """How far a training is: epochs done, and the weights at the end of each cycle."""

    epochs: int = 0
    ends: list[dict[str, Tensor]] = field(default_factory=list)


def fingerprint(examples: Sequence[Example]) -> str:
    """What was learned from, in 64 letters: the same articles with the same marks, in the same order."""
    summed = sha256()
    for each in examples:
        summed.update(each.pieces.ids.tobytes() + each.pieces.features.tobytes() + each.tags.tobytes())
    return summed.hexdigest()


def _keep(
    network: Network, optimiser: torch.optim.AdamW, recipe: Recipe, kept: Path, state: State, print_of_data: str
) -> None:
    """The state after an epoch, whole before it has its name: a kill leaves the one before."""
    kept.mkdir(parents=True, exist_ok=True)
    tensors = {f"network.{name}": value.contiguous() for name, value in network.learned().items()}
    for number, end in enumerate(state.ends):
        tensors |= {f"end.{number}.{name}": value.contiguous() for name, value in end.items()}
    for number, held in optimiser.state_dict()["state"].items():
        for name, value in held.items():
            tensors[f"optimiser.{number}.{name}"] = torch.as_tensor(value).contiguous()
    said = {"epochs": str(state.epochs), "recipe": json.dumps(asdict(recipe)), "data": print_of_data}
    save_file(tensors, kept / "resume.part", metadata=said)
    (kept / "resume.part").replace(kept / "resume.safetensors")


def _resume(network: Network, optimiser: torch.optim.AdamW, recipe: Recipe, kept: Path, print_of_data: str) -> State:
    """Where this training stopped; what it had learned is loaded. Raises InvalidInput where another one stands."""
    path = kept / "resume.safetensors"
    if not path.is_file():
        return State()
    with safe_open(path, framework="pt") as opened:
        said = opened.metadata()
    if said.get("recipe") != json.dumps(asdict(recipe)) or said.get("data") != print_of_data:
        raise InvalidInput(f"{kept} holds a training on other articles or by another recipe: choose another folder.")
    tensors = load_file(path)
    network.load_state_dict(_under("network.", tensors), strict=False)
    held: dict[int, dict[str, Tensor]] = {}
    for name, value in _under("optimiser.", tensors).items():
        number, key = name.split(".")
        held.setdefault(int(number), {})[key] = value
    optimiser.load_state_dict({"state": held, "param_groups": optimiser.state_dict()["param_groups"]})
    ends = [_under(f"end.{number}.", tensors) for number in range(1 + recipe.cycles)]
    return State(int(said["epochs"]), [end for end in ends if end])


def _under(prefix: str, tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name.removeprefix(prefix): value for name, value in tensors.items() if name.startswith(prefix)}
