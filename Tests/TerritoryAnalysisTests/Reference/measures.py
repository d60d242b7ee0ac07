#!/usr/bin/env python3
"""Values of the measures on the graphs that ship, from networkx: python3 measures.py GRAPH > measures-NAME.csv

Reads the data package with the standard library only, projects it by the definition (m organisations of an alliance give
each pair 1/(m-1)), and leaves every measure to networkx. Nothing here comes from Maillage.
"""
import csv, itertools, pathlib, sys
import networkx as nx

OBJECTS = {"person", "place", "programme", "event", "publication", "standard"}


def rows(folder, name):
    with open(folder / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main(folder):
    actors = [a["id"] for a in rows(folder, "actors.csv") if a["kind"] not in OBJECTS]
    graph = nx.Graph()
    graph.add_nodes_from(actors)
    parties = {}
    for row in rows(folder, "parties.csv"):
        if row["actor"] in graph:
            parties.setdefault(row["alliance"], set()).add(row["actor"])
    for members in parties.values():
        for a, b in itertools.combinations(sorted(members), 2):
            weight = 1 / (len(members) - 1) + (graph[a][b]["weight"] if graph.has_edge(a, b) else 0)
            graph.add_edge(a, b, weight=weight)
    for _, _, edge in graph.edges(data=True):
        edge["length"] = 1 / edge["weight"]
    n = len(actors)
    strength = dict(graph.degree(weight="weight"))
    harmonic = nx.harmonic_centrality(graph, distance="length")
    betweenness = nx.betweenness_centrality(graph, weight="length", normalized=False)
    articulation = set(nx.articulation_points(graph))
    out = csv.writer(sys.stdout, lineterminator="\n")
    print(f"# networkx {nx.__version__}: python3 measures.py Graphs/{folder.name}")
    out.writerow(["id", "degree", "strength", "harmonic", "betweenness", "articulation", "cut_off"])
    for actor in actors:
        rest = graph.copy()
        part = next(c for c in nx.connected_components(graph) if actor in c)
        rest.remove_node(actor)
        parts = [c for c in nx.connected_components(rest) if c <= part]
        cut = sum(map(len, parts)) - max(map(len, parts), default=0)
        out.writerow([actor, graph.degree(actor), repr(strength[actor]), repr(harmonic[actor] / (n - 1) if n > 1 else 0.0),
                      repr(betweenness[actor]), int(actor in articulation), cut])


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
