"""The command line. Exit 0: done; 1: found what --fail-on asked for; 2: the operator's mistake, in one line."""

import sys
from importlib import import_module
from types import MappingProxyType
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException
from typer.main import get_group

from storage.errors import StoreError
from xuncha import lang
from xuncha.commands.common import load_settings, notes
from xuncha.errors import Mistake

# Command → its module in xuncha.commands, and the function or group there. In the order of the help.
COMMANDS = MappingProxyType(
    {
        "demo": "demo:demo",
        "portals": "portals:app",
        "columns": "columns:app",
        "crawl": "patrol:crawl",
        "links": "links:links",
        "judge": "judging:judge",
        "findings": "judging:findings",
        "status": "judging:status",
        "decode": "documents:decode",
        "extract": "documents:extract",
        "export": "data:export",
        "channels": "channels:app",
        "alerts": "alerts:app",
        "run": "daemon:run",
        "db": "data:db",
    }
)


class Commands(TyperGroup):
    """Imports the command that is asked for and no other: all of them are a second's work."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        found = getattr(import_module(f"xuncha.commands.{module}"), name)
        alone = typer.Typer(rich_markup_mode=None)
        if isinstance(found, typer.Typer):
            alone.add_typer(found, name=cmd_name)
        else:
            alone.command(cmd_name)(found)
        return get_group(alone).commands[cmd_name]


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="巡查：看住政府门户，用证据说出谁是僵尸网站 · watches government portals and says with evidence which are zombies",
)


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
