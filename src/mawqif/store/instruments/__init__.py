"""The area of instruments: what statements refer to. `group` is `record.instruments`."""
