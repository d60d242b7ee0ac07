"""Compares every measure that igraph, networkx, networkit or scikit-learn know too, on ten graphs: `make peers-check`.

    python3 Tests/Peers/check.py .build/release/maillage-bench

A relative difference over 1e-8 fails. Where a peer defines a measure otherwise, CONVENTIONS says how, and the values
that are compared are brought to one definition here. Two of the graphs are real ones, read from the folder in
MAILLAGE_DATA; without it they are skipped, and the run says so.
"""
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile
import warnings

import igraph
import networkit
import networkx
import numpy
from sklearn import metrics

TOLERANCE = 1e-8
# Of an undirected graph hubs, authorities and eigenvector are the same, here too.
warnings.filterwarnings("ignore", message="Hub and authority scores requested for undirected graph")

CONVENTIONS = [
    ("closeness", "igraph", "within what a node reaches; Wasserman and Faust also multiply by the share reached"),
    ("closeness", "networkx", "measures distances towards the node; compared on the graph turned round"),
    ("harmonic", "networkx", "not divided by n - 1, and towards the node: divided, and turned round"),
    ("betweenness", "networkit", "counts both orders of a pair of an undirected graph: divided by 2"),
    ("betweenness", "networkit", "paths tie when their lengths agree to the last bit: compared without weights"),
    ("eigenvector, hub, authority", "all", "scaled to a largest score of 1; on connected graphs only"),
    ("eigenvector", "networkx", "scaled to a length of 1"),
    ("katz", "networkx", "scaled to a length of 1 too; attenuation 0.1, or 0.85 / eigenvalue where that is less"),
    ("strength", "all", "the weights of the list, also where other measures leave them out"),
    ("clustering", "igraph", "mode zero: 0 below two neighbours"),
    ("constraint, effective_size", "all", "not defined without neighbours; igraph gives NaN, networkx NaN"),
    ("effective_size", "networkx", "by Burt's formula (argument nodes); its matrix form differs on weighted graphs"),
    ("effective_size", "networkx", "of a directed graph: compared on none, its sums run over other neighbours"),
    ("eccentricity", "networkx", "not defined on disconnected graphs; compared with igraph"),
    ("mean_distance, diameter", "igraph", "over the pairs that a path joins (unconn=True)"),
    ("modularity", "networkx", "of a directed graph with in- and out-strengths, as here"),
    ("ami", "scikit-learn", "the mean of the two entropies as denominator (average_method arithmetic), as here"),
    ("pair scores", "networkx", "on graphs without directions and weights; as here"),
    ("paths", "all", "with weights a tie has the length 1 / weight"),
]


def ring_of_grids():
    return networkx.convert_node_labels_to_integers(networkx.grid_2d_graph(12, 9, periodic=True))


def real(name):
    folder = os.environ.get("MAILLAGE_DATA") or str(pathlib.Path(__file__).parents[3] / "shared" / "data")
    path = pathlib.Path(folder) / "links" / name
    if not path.exists():
        return None
    graph = networkx.Graph()
    for line in path.read_text().splitlines():
        if not line.startswith("#"):
            graph.add_edge(*line.split("\t")[:2])
    return graph


def weighted(graph, seed):
    generator = numpy.random.default_rng(seed)
    for _, _, data in graph.edges(data=True):
        data["weight"] = int(generator.integers(1, 9)) / 4
    return graph


def graphs():
    """Name, graph, whether weights count."""
    yield "zachary", networkx.Graph(networkx.karate_club_graph().edges()), False
    yield "florentine", networkx.florentine_families_graph(), False
    yield "southern women", networkx.davis_southern_women_graph(), False
    yield "les miserables", networkx.les_miserables_graph(), True
    yield "random, disconnected", networkx.gnp_random_graph(120, 0.015, seed=3), False
    yield "torus, weighted", weighted(ring_of_grids(), 5), True
    yield "random, directed", networkx.gnp_random_graph(90, 0.05, seed=4, directed=True), False
    yield "scale-free, weighted", weighted(networkx.barabasi_albert_graph(300, 4, seed=6), 7), True
    yield "flights", real("nd_usflights.tsv"), False
    yield "coauthors", real("icon_network_coauthors.tsv"), False


class Peers:
    """What the peers find on one graph, node by node in the order of `nodes`."""

    def __init__(self, graph, nodes, edges, uses_weights):
        self.names, self.edges, self.uses_weights = nodes, edges, uses_weights
        index = {name: place for place, name in enumerate(nodes)}
        self.directed = graph.is_directed()
        # Networkx takes minutes for what others do in a second on larger ones.
        self.is_small = len(nodes) <= 500
        self.nx = networkx.DiGraph() if self.directed else networkx.Graph()
        self.nx.add_nodes_from(range(len(nodes)))
        for a, b, data in graph.edges(data=True):
            w = data.get("weight", 1)
            self.nx.add_edge(index[str(a)], index[str(b)], weight=w, length=1 / w, one=1)
        pairs = list(self.nx.edges(data=True))
        self.g = igraph.Graph(n=len(nodes), edges=[(a, b) for a, b, _ in pairs], directed=self.directed)
        self.all_weights = [data["weight"] for *_, data in pairs]
        self.weights = self.all_weights if uses_weights else None
        self.lengths = [data["length"] for *_, data in pairs] if uses_weights else None
        self.key = "weight" if uses_weights else None
        self.length_key = "length" if uses_weights else None
        self.connected = networkx.is_strongly_connected(self.nx) if self.directed else networkx.is_connected(self.nx)
        self.nk = networkit.Graph(len(nodes), uses_weights, self.directed)
        for a, b, data in pairs:
            self.nk.addEdge(a, b, data["length"])

    def by_node(self, found):
        return [found[node] for node in range(len(self.names))]

    def node_measures(self):
        g, nx, n = self.g, self.nx, len(self.names)
        back = nx.reverse() if self.directed else nx
        yield "degree", "igraph", g.degree()
        yield "strength", "igraph", g.strength(weights=self.all_weights)
        reached = [size - 1 for size in g.neighborhood_size(order=n, mode="out")]
        closeness = g.closeness(mode="out", weights=self.lengths)
        yield "closeness", "igraph", [x * r / (n - 1) if r else 0 for x, r in zip(closeness, reached)]
        yield "harmonic", "igraph", g.harmonic_centrality(mode="out", weights=self.lengths)
        if self.is_small:
            closeness = networkx.closeness_centrality(back, distance=self.length_key)
            yield "closeness", "networkx", self.by_node(closeness)
            harmonic = networkx.harmonic_centrality(back, distance=self.length_key)
            yield "harmonic", "networkx", [x / (n - 1) for x in self.by_node(harmonic)]
        yield "betweenness", "igraph", g.betweenness(weights=self.lengths)
        if not self.uses_weights:
            scale = 1 if self.directed else 0.5
            scores = networkit.centrality.Betweenness(self.nk).run().scores()
            yield "betweenness", "networkit", [x * scale for x in scores]
        yield "pagerank", "igraph", g.pagerank(weights=self.weights)
        yield "personalized_pagerank", "igraph", g.personalized_pagerank(reset_vertices=[0], weights=self.weights)
        yield "coreness", "igraph", g.coreness()
        if not self.directed:
            yield "coreness", "networkit", networkit.centrality.CoreDecomposition(self.nk).run().scores()
        yield "eccentricity", "igraph", [
            max((d for d in row if d < math.inf), default=0) for row in g.distances(weights=self.lengths)]
        plain = networkx.Graph(nx.edges())
        plain.add_nodes_from(nx)
        yield "triangles", "networkx", self.by_node(networkx.triangles(plain))
        yield "clustering", "igraph", g.as_undirected().transitivity_local_undirected(mode="zero")
        yield "constraint", "igraph", g.constraint(weights=self.weights)
        if not self.directed and self.is_small:
            sizes = networkx.effective_size(nx, nodes=list(nx), weight=self.key)
            yield "effective_size", "networkx", self.by_node(sizes)
        yield "reach_2", "igraph", [size - 1 for size in g.neighborhood_size(order=2, mode="out")]
        yield from self.spectral_measures()

    def spectral_measures(self):
        if not self.connected:
            return
        g, nx = self.g, self.nx
        yield "eigenvector", "igraph", g.eigenvector_centrality(weights=self.weights)
        matrix = networkx.to_numpy_array(nx, nodelist=range(len(self.names)), weight=self.key)
        radius = max(abs(numpy.linalg.eigvals(matrix)))
        katz = networkx.katz_centrality_numpy(nx, alpha=min(0.1, 0.85 / radius), weight=self.key)
        yield "katz", "networkx", self.by_node(katz)
        yield "hub", "igraph", g.hub_score(weights=self.weights)
        yield "authority", "igraph", g.authority_score(weights=self.weights)

    def path_measures(self):
        g = self.g
        found = g.edge_betweenness(weights=self.lengths)
        by_edge = {tuple(sorted(e.tuple)) if not self.directed else e.tuple: x for e, x in zip(g.es, found)}
        yield "edge_betweenness", "igraph", [by_edge[tuple(edge)] for edge in self.edges]
        yield "distances", "igraph", [None if d == math.inf else d for d in g.distances(0, weights=self.lengths)[0]]
        yield "diameter", "igraph", [g.diameter(weights=self.lengths)]
        yield "mean_distance", "igraph", [g.average_path_length(weights=self.lengths)]
        plain = g.as_undirected()
        if not self.directed:
            tree = plain.spanning_tree(weights=self.lengths, return_tree=False)
            yield "spanning_forest", "igraph", [sum((self.lengths or [1] * g.ecount())[e] for e in tree)]
        last = len(self.names) - 1
        if not g.are_adjacent(0, last):
            yield "node_cut", "igraph", [g.vertex_connectivity(0, last, checks=True)]

    def graph_measures(self):
        g, nx, n = self.g, self.nx, len(self.names)
        thirds, quarters = [i % 3 for i in range(n)], [i % 4 for i in range(n)]
        yield "density", "igraph", [g.density()]
        yield "reciprocity", "igraph", [g.reciprocity() if self.directed else 1]
        yield "transitivity", "igraph", [g.as_undirected().transitivity_undirected()]
        yield "average_clustering", "igraph", [g.as_undirected().transitivity_avglocal_undirected()]
        yield "degree_assortativity", "igraph", [g.assortativity_degree(directed=True)]
        yield "nominal_assortativity", "igraph", [g.assortativity_nominal(thirds, directed=self.directed)]
        groups = [{i for i in range(n) if i % 3 == k} for k in range(3)]
        yield "modularity", "networkx", [networkx.community.modularity(nx, groups, weight=self.key or "one")]
        if not self.directed:
            yield "modularity", "igraph", [g.modularity(thirds, weights=self.weights)]
            yield "conductance", "networkx", [
                networkx.conductance(nx, group, weight=self.key or "one") for group in groups]
            yield "coverage", "networkx", [sum(
                d[self.key or "one"] for a, b, d in nx.edges(data=True) if a % 3 == b % 3)
                / sum(d[self.key or "one"] for *_, d in nx.edges(data=True))]
            yield from self.pair_measures()
        points = set(g.as_undirected().articulation_points())
        yield "articulation_points", "igraph", [float(node in points) for node in range(n)]
        yield "bridges", "igraph", [len(g.as_undirected().bridges())]
        yield "biconnected_components", "igraph", [len(g.as_undirected().biconnected_components())]
        yield "nmi", "igraph", [igraph.compare_communities(thirds, quarters, method="nmi")]
        yield "vi", "igraph", [igraph.compare_communities(thirds, quarters, method="vi")]
        yield "nmi", "scikit-learn", [metrics.normalized_mutual_info_score(thirds, quarters)]
        yield "ami", "scikit-learn", [metrics.adjusted_mutual_info_score(thirds, quarters)]
        yield "ari", "scikit-learn", [metrics.adjusted_rand_score(thirds, quarters)]
        yield "ari", "igraph", [igraph.compare_communities(thirds, quarters, method="adjusted_rand")]

    def pair_measures(self):
        others = [(0, node) for node in range(1, len(self.names))]
        nx = self.nx
        yield "common_neighbors", "networkx", [len(list(networkx.common_neighbors(nx, *pair))) for pair in others]
        for name, function in [
                ("jaccard", networkx.jaccard_coefficient), ("adamic_adar", networkx.adamic_adar_index),
                ("resource_allocation", networkx.resource_allocation_index),
                ("preferential_attachment", networkx.preferential_attachment)]:
            yield name, "networkx", [score for *_, score in function(nx, others)]

    def partitions(self):
        yield "components", "igraph", self.g.connected_components(mode="weak").membership
        yield "strong_components", "igraph", self.g.connected_components(mode="strong").membership


def difference(ours, theirs):
    """The largest relative difference; an undefined number agrees with an undefined one only."""
    if len(ours) != len(theirs):
        return math.inf
    worst = 0.0
    largest = max((abs(x) for x in theirs if x is not None and x == x), default=0)
    for a, b in zip(ours, theirs):
        lacks = [x is None or x != x for x in (a, b)]
        if any(lacks):
            worst = worst if all(lacks) else math.inf
        # A score far below the largest is rounding in both.
        elif abs(a - b) > 1e-14 * largest:
            worst = max(worst, abs(a - b) / max(abs(a), abs(b)))
    return worst


def same_partition(ours, theirs):
    return len(set(zip(ours, theirs))) == len(set(ours)) == len(set(theirs))


def main(program):
    failures, compared, worst = [], 0, {}
    for name, graph, uses_weights in graphs():
        if graph is None:
            print(f"SKIPPED {name}: no real data; set MAILLAGE_DATA to its folder")
            continue
        with tempfile.NamedTemporaryFile("w", suffix=".tsv", delete=False) as file:
            for a, b, data in graph.edges(data=True):
                file.write(f"{a}\t{b}" + (f"\t{data['weight']}" if uses_weights else "") + "\n")
        flags = ["--directed"] * graph.is_directed() + ["--weighted"] * uses_weights
        ours = json.loads(subprocess.run(
            [program, "values", file.name, *flags], capture_output=True, check=True, text=True).stdout)
        os.unlink(file.name)
        graph.remove_nodes_from([node for node in list(graph) if graph.degree(node) == 0])
        peers = Peers(graph, ours["nodes"], ours["edges"], uses_weights)
        results = []
        for source in (peers.node_measures(), peers.path_measures(), peers.graph_measures()):
            results += [(m, peer, difference(ours["values"][m], list(found))) for m, peer, found in source]
        results += [(m, peer, 0 if same_partition(ours["values"][m], found) else math.inf)
                    for m, peer, found in peers.partitions()]
        if not graph.is_directed():
            # The clusters are ours; their modularity must be what a peer says of them.
            labels = [int(label) for label in ours["values"]["community"]]
            theirs = [peers.g.modularity(labels, weights=peers.weights)]
            results.append(("modularity of community", "igraph", difference(ours["values"]["community_modularity"], theirs)))
        for measure, peer, gap in results:
            compared += 1
            worst[measure, peer] = max(worst.get((measure, peer), 0), gap)
            if not gap <= TOLERANCE:
                failures.append(f"{name}: {measure} against {peer}: relative difference {gap:.3g}")
        print(f"{name}: {len(ours['nodes'])} nodes, {len(ours['edges'])} edges, {len(results)} comparisons")
    print("\nlargest relative difference by measure")
    for (measure, peer), gap in sorted(worst.items()):
        print(f"  {measure:24} {peer:10} {gap:.2g}")
    print("\nwhere definitions differ")
    for measure, peer, text in CONVENTIONS:
        print(f"  {measure:28} {peer:12} {text}")
    print(f"\n{compared} comparisons, {len(failures)} over {TOLERANCE:g}")
    for failure in failures:
        print(f"FAILED {failure}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
