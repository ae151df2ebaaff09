"""`python -m xuncha` is the same as the `xuncha` command."""

from xuncha.cli import main

main()
