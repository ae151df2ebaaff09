"""The parts that `parsers.page.read_page` is made of: markup, addresses, links, lists, main text, shown dates."""
