"""One address, fetched behind the guard: `python -m crawler.fetch URL`.

The body goes to standard output, and one line of JSON about it to standard error: {"status", "content_type", "url"}.
Exit code: 0 done, 2 where it cannot be had, with the reason in one line on standard error.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Sequence

from pydantic import ValidationError

from crawler.answer import MOST_HOPS, Answer
from crawler.client import Client, trouble
from crawler.urls import hop
from storage.settings import Settings


class FetchError(Exception):
    """Raised by fetch: why the address cannot be had, in one line."""


async def fetch(url: str, settings: Settings) -> Answer:
    """The answer at the end of the redirects. Raises FetchError where there is none, or it is an error page."""
    async with Client(settings) as client:
        try:
            async with asyncio.timeout(2 * settings.crawl_timeout):  # for all redirects together
                answer = await _follow(client, hop(url), settings.crawl_max_bytes)
        except FetchError:
            raise
        except Exception as error:
            if (why := trouble(error)) is None:
                raise
            raise FetchError(f"cannot fetch {url}: {why[0]}") from error
    if answer.status >= 400:
        raise FetchError(f"cannot fetch {url}: http_{answer.status}")
    if not answer.is_whole:
        cut = len(answer.body) >= settings.crawl_max_bytes
        raise FetchError(f"cannot fetch {url}: {'too_large' if cut else 'incomplete'}")
    return answer


async def _follow(client: Client, url: str, most_bytes: int) -> Answer:
    for _ in range(MOST_HOPS + 1):
        answer = await client.ask(url, most_bytes)
        if answer.leads_to is None:
            return answer
        url = answer.leads_to
    raise FetchError(f"cannot fetch {url}: too_many_redirects")


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m crawler.fetch", description="One address, behind the guard.")
    parser.add_argument("url", help="an http or https address")
    asked = parser.parse_args(words)
    try:
        settings = Settings()
        answer = asyncio.run(fetch(asked.url, settings))
    except (FetchError, ValidationError) as error:
        print(" ".join(str(error).split()), file=sys.stderr)  # noqa: T201
        return 2
    sys.stdout.buffer.write(answer.body)
    sys.stdout.flush()
    about = {"status": answer.status, "content_type": answer.headers.get("content-type"), "url": answer.url}
    print(json.dumps(about, ensure_ascii=False), file=sys.stderr)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
