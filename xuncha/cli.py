"""The command line. Exit 0: done; 1: found what --fail-on asked for; 2: the operator's mistake, in one line."""

import sys
from typing import Annotated, Any, NoReturn

import typer
from typer.exceptions import TyperException

from storage.store import StoreError
from xuncha import lang
from xuncha.commands import alerts, channels, columns, daemon, data, documents, judging, patrol, portals
from xuncha.commands.common import load_settings, notes
from xuncha.commands.demo import demo
from xuncha.errors import Mistake

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="巡查：看住政府门户，用证据说出谁是僵尸网站 · watches government portals and says with evidence which are zombies",
)
app.command()(demo)
app.add_typer(portals.app, name="portals")
app.add_typer(columns.app, name="columns")
app.command()(patrol.crawl)
app.command()(patrol.links)
app.command()(judging.judge)
app.command()(judging.findings)
app.command()(judging.status)
app.command()(documents.decode)
app.command()(documents.extract)
app.command()(data.export)
app.add_typer(channels.app, name="channels")
app.add_typer(alerts.app, name="alerts")
app.command()(daemon.run)
app.add_typer(data.db, name="db")


@app.callback()
def options(
    language: Annotated[
        str | None, typer.Option("--lang", help="zh | en；缺省看 XUNCHA_LANG 与系统 · or by locale")
    ] = None,
) -> None:
    if language not in {None, "zh", "en"}:
        raise Mistake(f"--lang {language!r}: zh, en")
    lang.use(language or load_settings().lang)


def main() -> NoReturn:
    """Runs a command; a mistake is one line on standard error, our own bug keeps its traceback."""
    lang.use(None)
    try:
        code = app(standalone_mode=False)
    except (Mistake, StoreError) as error:
        notes().print(f"xuncha: {error}", markup=False, soft_wrap=True)
        sys.exit(2)
    except TyperException as error:
        _explain(error)
        sys.exit(2)
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(130)
    except BrokenPipeError:  # the reader of our output left, e.g. `xuncha findings | head`
        sys.stderr.close()
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)


def _explain(error: TyperException) -> None:
    """What is wrong with the words of a command, in one line, and where its help is; for no words at all, the help."""
    said = error.format_message().strip()
    context: Any = getattr(error, "ctx", None)
    if said.startswith("Usage:"):
        typer.echo(said, err=True)
    else:
        hint = f" ({context.command_path} --help)" if context is not None else ""
        notes().print(f"xuncha: {said}{hint}", markup=False, soft_wrap=True)
