"""`flask train tagger` learns from annotated articles of one's own. It needs no database and opens no connection."""

from datetime import UTC, datetime
from pathlib import Path

import click

from app.cli.speaking import bars, plainly
from app.errors import InvalidInput

FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group()
def train() -> None:
    """Train what the service has learned anew."""


@train.command()
@click.option("--data", "given", type=FOLDER, required=True, help="Folder with train.jsonl and dev.jsonl.")
@click.option(
    "--out", type=FOLDER, required=True, help="Folder for the weights; what is there already is gone on with."
)
@click.option(
    "--epochs",
    type=click.IntRange(1),
    default=5,
    show_default=True,
    help="Epochs of the first cycle; two of two follow.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Same seed, data and machine: same weights.")
@click.option(
    "--device", type=click.Choice(["cpu", "cuda"]), default="cpu", show_default=True, help="Where to compute."
)
@click.option("--threads", type=click.IntRange(1), default=2, show_default=True, help="Processor cores to use.")
@plainly
def tagger(given: Path, out: Path, epochs: int, seed: int, device: str, threads: int) -> None:
    """Train the tagger on annotated articles and write weights, settings and card. Stopped, it goes on from the last
    epoch when called again."""
    import torch

    from app.training.run import data, run
    from app.training.tagger import Recipe

    if device == "cuda" and not torch.cuda.is_available():
        raise InvalidInput("There is no GPU that this torch can use; train with --device cpu.")
    torch.set_num_threads(threads)
    articles, recipe = data(given), Recipe(seed=seed, epochs=epochs)
    with bars() as shown:
        task = shown.add_task("reading", total=None)

        def show(epoch: int, batch: int, batches: int, loss: float) -> None:
            shown.update(
                task,
                description=f"epoch {epoch + 1} of {recipe.total}, loss {loss:.3f}",
                completed=epoch * batches + batch,
                total=recipe.total * batches,
            )

        run(
            articles,
            recipe,
            out,
            progress=show,
            device=device,
            today=datetime.now(UTC).date(),
        )
    click.echo(f"The weights are in {out}; figures and how to use them: {out / 'README.md'}.")
