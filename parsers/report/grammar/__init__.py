"""One small grammar per subject: each reads a figure of prose, or says nothing."""
