"""Where the program meets the world: disk, cache, search engine, preview server."""
