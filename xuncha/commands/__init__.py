"""One file per group of commands; xuncha/cli.py puts them together."""
