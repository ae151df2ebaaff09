"""Rule sets, one file each; common.toml is what they share."""
