"""Compares the quality of clusters, and the time they take, with the peers' on many kinds of graphs.

    python3 Tests/Peers/communities.py .build/release/maillage-bench [--repeats 3] [--only lfr,rmat]

LFR graphs with 10 to 60 % of the ties between clusters, RMAT graphs, and the real ones in the folder MAILLAGE_DATA: ties
lists of `links`, and who works with whom in `cordis-france` and `banatic`. For each case one line: modularity, or the
quality of the constant Potts model for `leiden-potts`, of ours and of every peer, then the median seconds of the
processor on one thread, taken in turn. Leiden runs two iterations in each tool, three in networkit, which has no choice.
"""
import argparse
import csv
import itertools
import os
import pathlib
import statistics
import sys
import tempfile

import networkit
import numpy

import bench

CASES = ["louvain", "leiden", "leiden-potts"]
PEERS = ["igraph", "networkit", "leidenalg"]
LINKS = ["nd_usflights.tsv", "nd_arenas_email.tsv", "nd_ucforum.tsv", "icon_network_coauthors.tsv", "icon_ppi_coli.tsv"]
MEMBERSHIPS = ["cordis-france/memberships_fr.csv", "banatic/memberships.csv"]


def lfr(path, count, mixing):
    """A. Lancichinetti, S. Fortunato, F. Radicchi, Physical Review E 78, 046110, 2008; the nodes in random order."""
    networkit.setSeed(42, False)
    generator = networkit.generators.LFRGenerator(count)
    generator.generatePowerlawDegreeSequence(10, max(50, int(count**0.5) // 2), -2.5)
    generator.generatePowerlawCommunitySizeSequence(20, max(100, min(1000, count // 20)), -1.5)
    generator.setMu(mixing)
    names = numpy.random.default_rng(1).permutation(count)
    with path.open("w") as file:
        for a, b in generator.generate().iterEdges():
            file.write(f"{names[a]}\t{names[b]}\n")


def projection(source, path):
    """Ties between all pairs of the members of each group."""
    groups = {}
    with source.open() as file:
        for group, member, *_ in itertools.islice(csv.reader(file), 1, None):
            groups.setdefault(group, set()).add(member)
    pairs = {pair for members in groups.values() for pair in itertools.combinations(sorted(members), 2)}
    path.write_text("".join(f"{a}\t{b}\n" for a, b in sorted(pairs)))


def graphs(folder):
    """Names with what bench.edge_file takes."""
    for mixing in range(1, 7):
        path = folder / f"lfr-0.{mixing}.tsv"
        lfr(path, 10_000, mixing / 10)
        yield path.stem, str(path)
    for scale in (10, 13, 15):
        yield f"rmat-{scale}", f"rmat:{scale}"
    data = pathlib.Path(os.environ.get("MAILLAGE_DATA", ""))
    for name in LINKS:
        if (data / "links" / name).exists():
            yield name.removesuffix(".tsv"), str(data / "links" / name)
    for name in MEMBERSHIPS:
        if (data / name).exists():
            path = folder / (name.split("/")[0] + ".tsv")
            projection(data / name, path)
            yield path.stem, str(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--only", type=lambda text: text.split(","), default=[""])
    arguments = parser.parse_args()
    here = str(pathlib.Path(__file__).parent / "peer.py")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for label, graph in graphs(folder):
            if not any(label.startswith(start) for start in arguments.only):
                continue
            path, _ = bench.edge_file(arguments.program, graph, folder)
            tools = {"ours": bench.Tool([arguments.program, "graph", str(path), "--serve"], 1)}
            for peer in PEERS:
                tools[peer] = bench.Tool([sys.executable, here, peer], 1)
                tools[peer].ask(f"load {path}")
            for case in CASES:
                seconds, said = bench.measure(tools, case, 1, arguments.repeats, 60)
                cells = [f"{tool} {said[tool].get('quality', said[tool].get('checksum')):.5f} "
                         f"{statistics.median(found):.4f} s" for tool, found in seconds.items()]
                print(f"{label:24} {case:13} {'; '.join(cells)}", flush=True)
            for tool in tools.values():
                tool.close()


if __name__ == "__main__":
    main()
