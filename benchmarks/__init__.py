"""How fast, how soon and how large: `python -m benchmarks` measures and prints the tables of docs/benchmarks.md."""
