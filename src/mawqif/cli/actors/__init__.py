"""The commands about actors: `mawqif actors`, `mawqif actor`."""
