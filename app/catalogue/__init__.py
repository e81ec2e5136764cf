"""The catalogue: built from TOML at set-up, read only afterwards."""
