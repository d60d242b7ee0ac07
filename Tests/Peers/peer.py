"""One peer of the benchmark: loads a graph once, then times one call for each line that it is sent.

    python3 Tests/Peers/peer.py igraph|leidenalg|networkit|graph-tool|rustworkx|networkx|pyarrow|scipy
    python3 Tests/Peers/peer.py igraph|networkit scale PAIRS NODES THREADS

A line is `load FILE` (rows of two node numbers and a weight, and beside them FILE.npy) or `CASE THREADS`. The answer is
a line of JSON: seconds by the clock and of the processor, and a quality where one is to be compared; `{}` for a case that
the peer does not have. With `scale` a graph is made of pairs of 32-bit numbers and measured step by step.
"""
import json
import os
import sys
import time

import numpy

# The density of the constant Potts model, for weights of 1 to 10.
POTTS_DENSITY = 0.5

answers = os.fdopen(os.dup(1), "w", buffering=1)
os.dup2(2, 1)


def timed(call):
    worked, start = time.process_time(), time.perf_counter()
    found = call()
    return (time.perf_counter() - start, time.process_time() - worked), found


class Peer:
    def load(self, path):
        self.path = path
        rows = numpy.load(f"{path}.npy")
        self.ends = numpy.ascontiguousarray(rows[:, :2])
        self.weights = rows[:, 2].astype(float)
        self.count = int(self.ends.max()) + 1
        self.make()

    def make(self):
        pass

    def modularity(self, labels):
        labels = numpy.asarray(labels, dtype=numpy.int64)
        inside = (labels[self.ends[:, 0]] == labels[self.ends[:, 1]]).mean()
        degrees = numpy.bincount(self.ends.ravel(), minlength=self.count)
        shares = numpy.bincount(labels, weights=degrees) / (2 * len(self.ends))
        return float(inside - (shares**2).sum())

    def potts(self, labels):
        """The quality of the constant Potts model with weights, for the density that the driver's other side takes."""
        labels = numpy.asarray(labels, dtype=numpy.int64)
        inside = self.weights[labels[self.ends[:, 0]] == labels[self.ends[:, 1]]].sum()
        sizes = numpy.bincount(labels)
        return float(inside - POTTS_DENSITY * (sizes * (sizes - 1) / 2).sum())

    def run(self, case, threads):
        # `load` is what a peer does with a file of its own; here it is the graph that it holds.
        call = getattr(self, "load_file" if case == "load" else case.replace("-", "_"), None)
        if call is None:
            return {}
        self.threads = threads
        self.use(threads)
        (seconds, worked), found = call()
        answer = {"seconds": seconds, "cpu": worked}
        if case in ("louvain", "leiden"):
            answer["quality"] = self.modularity(found)
        elif case == "leiden-potts":
            answer["quality"] = self.potts(found)
        return answer

    def use(self, threads):
        pass

    def scale(self, path, count, threads):
        """A large graph from its pairs to its clusters, once."""
        self.count, self.threads = count, threads
        self.ends = numpy.fromfile(path, dtype="<u4").reshape(-1, 2).astype(numpy.int64)
        self.weights = numpy.ones(len(self.ends))
        self.bring()
        self.use(threads)
        seconds = {"build": timed(self.keep)[0][0]}
        for step in ("components", "pagerank", "cores"):
            seconds[step] = getattr(self, step)()[0][0]
        (seconds["leiden"], _), labels = self.leiden()
        status = open("/proc/self/status").read()
        peak = int(status.split("VmHWM:")[1].split()[0]) * 1024 // 1_000_000
        return {"edges": len(self.ends), "seconds": seconds, "megabytes": peak, "quality": self.modularity(labels)}


class Igraph(Peer):

    def bring(self):
        import igraph

        self.lib = igraph

    def keep(self): self.graph = self.lib.Graph(n=self.count, edges=self.ends)

    def make(self):
        self.bring()
        self.keep()
        self.list = self.weights.tolist()

    def load_file(self): return timed(lambda: self.lib.Graph.Read_Ncol(self.path, weights=True, directed=False))

    def build(self): return timed(lambda: self.lib.Graph(n=self.count, edges=self.ends))
    def components(self): return timed(lambda: self.graph.connected_components())

    def closeness(self):
        return timed(lambda: (self.graph.closeness(), self.graph.harmonic_centrality()))

    def betweenness(self): return timed(lambda: self.graph.betweenness())
    def weighted_betweenness(self): return timed(lambda: self.graph.betweenness(weights=self.list))
    def pagerank(self): return timed(lambda: self.graph.pagerank())
    def cores(self): return timed(lambda: self.graph.coreness())
    def triangles(self): return timed(lambda: self.graph.transitivity_local_undirected(mode="zero"))
    def constraint(self): return timed(lambda: self.graph.constraint())

    def louvain(self):
        seconds, found = timed(lambda: self.graph.community_multilevel())
        return seconds, found.membership

    def leiden(self):
        seconds, found = timed(
            lambda: self.graph.community_leiden(objective_function="modularity", n_iterations=2))
        return seconds, found.membership

    def leiden_potts(self):
        seconds, found = timed(lambda: self.graph.community_leiden(
            objective_function="CPM", weights=self.list, resolution=POTTS_DENSITY, n_iterations=2))
        return seconds, found.membership


class Leidenalg(Igraph):
    def run(self, case, threads): return super().run(case, threads) if case.startswith("leiden") else {}

    def leiden(self):
        import leidenalg

        kind = leidenalg.ModularityVertexPartition
        seconds, found = timed(lambda: leidenalg.find_partition(self.graph, kind, n_iterations=2, seed=1))
        return seconds, found.membership

    def leiden_potts(self):
        import leidenalg

        seconds, found = timed(lambda: leidenalg.find_partition(
            self.graph, leidenalg.CPMVertexPartition, weights=self.list, n_iterations=2, seed=1,
            resolution_parameter=POTTS_DENSITY))
        return seconds, found.membership


class Networkit(Peer):
    def bring(self):
        import networkit

        self.lib = networkit

    def keep(self): self.graph = self.built(False)

    def make(self):
        self.bring()
        self.keep()
        self.weighted = self.built(True)

    def load_file(self):
        # Names that are numbers, with weights.
        reader = self.lib.graphio.EdgeListReader("\t", 0, continuous=False, directed=False)
        return timed(lambda: reader.read(self.path))

    def built(self, weighted):
        values = self.weights if weighted else numpy.ones(len(self.ends))
        columns = (self.ends[:, 0].astype(numpy.uint64), self.ends[:, 1].astype(numpy.uint64))
        return self.lib.GraphFromCoo((values, columns), self.count, weighted, False, False)

    def use(self, threads): self.lib.setNumberOfThreads(threads)
    def build(self): return timed(lambda: self.built(False))

    def components(self):
        kind = self.lib.components.ParallelConnectedComponents if self.threads > 1 else (
            self.lib.components.ConnectedComponents)
        return timed(lambda: kind(self.graph).run())

    def closeness(self):
        variant = self.lib.centrality.ClosenessVariant.GENERALIZED
        return timed(lambda: (
            self.lib.centrality.Closeness(self.graph, False, variant).run().scores(),
            self.lib.centrality.HarmonicCloseness(self.graph, False).run().scores()))

    def betweenness(self): return timed(lambda: self.lib.centrality.Betweenness(self.graph).run().scores())
    def weighted_betweenness(self): return timed(lambda: self.lib.centrality.Betweenness(self.weighted).run().scores())
    def cores(self): return timed(lambda: self.lib.centrality.CoreDecomposition(self.graph).run().scores())
    def triangles(self): return timed(lambda: self.lib.centrality.LocalClusteringCoefficient(self.graph, True).run().scores())

    def pagerank(self):
        ranks = self.lib.centrality.PageRank(self.graph, 0.85, 1e-13)
        ranks.norm = self.lib.centrality.Norm.L1_NORM
        return timed(lambda: ranks.run().scores())

    def louvain(self):
        seconds, found = timed(lambda: self.lib.community.PLM(self.graph, False).run())
        return seconds, found.getPartition().getVector()

    def leiden(self):
        seconds, found = timed(lambda: self.lib.community.ParallelLeiden(self.graph, randomize=False).run())
        return seconds, found.getPartition().getVector()

    def top_pairs(self):
        def call():
            pairs = self.lib.linkprediction.MissingLinksFinder(self.graph).findAtDistance(2)
            scores = self.lib.linkprediction.ResourceAllocationIndex(self.graph).runOn(pairs)
            return sorted(scores, key=lambda pair: -pair[1])[:1000]
        return timed(call)


class GraphTool(Peer):
    def make(self):
        import graph_tool.all

        self.lib = graph_tool.all
        self.graph = self.built()
        self.lengths = self.graph.new_ep("double", vals=self.weights)

    def built(self):
        graph = self.lib.Graph(directed=False)
        graph.add_vertex(self.count)
        graph.add_edge_list(self.ends)
        return graph

    def use(self, threads): self.lib.openmp_set_num_threads(threads)
    def build(self): return timed(self.built)
    def components(self): return timed(lambda: self.lib.label_components(self.graph))

    def closeness(self):
        return timed(lambda: (self.lib.closeness(self.graph), self.lib.closeness(self.graph, harmonic=True)))

    def betweenness(self): return timed(lambda: self.lib.betweenness(self.graph, norm=False))
    def weighted_betweenness(self): return timed(lambda: self.lib.betweenness(self.graph, weight=self.lengths))
    def pagerank(self): return timed(lambda: self.lib.pagerank(self.graph, epsilon=1e-13))
    def cores(self): return timed(lambda: self.lib.kcore_decomposition(self.graph))
    def triangles(self): return timed(lambda: self.lib.local_clustering(self.graph))

    def load_file(self):
        return timed(lambda: self.lib.load_graph_from_csv(
            self.path, directed=False, hashed=True, eprop_types=["double"], eprop_names=["weight"],
            csv_options={"delimiter": "\t"}))


class Rustworkx(Peer):
    # Its threads are chosen when it starts: the driver does that.

    def make(self):
        import rustworkx

        self.lib = rustworkx
        self.graph = self.built()

    def built(self):
        graph = self.lib.PyGraph(multigraph=False)
        graph.add_nodes_from(range(self.count))
        graph.add_edges_from_no_data(list(map(tuple, self.ends.tolist())))
        return graph

    def build(self): return timed(self.built)
    def components(self): return timed(lambda: self.lib.connected_components(self.graph))
    def cores(self): return timed(lambda: self.lib.core_number(self.graph))
    def betweenness(self): return timed(lambda: self.lib.betweenness_centrality(self.graph, normalized=False))


class Networkx(Peer):
    def make(self):
        import networkx

        self.lib = networkx
        self.graph = self.built()

    def built(self):
        graph = self.lib.Graph()
        graph.add_nodes_from(range(self.count))
        graph.add_edges_from(self.ends.tolist())
        return graph

    def build(self): return timed(self.built)
    def components(self): return timed(lambda: list(self.lib.connected_components(self.graph)))
    def closeness(self): return timed(lambda: (self.lib.closeness_centrality(self.graph), self.lib.harmonic_centrality(self.graph)))
    def betweenness(self): return timed(lambda: self.lib.betweenness_centrality(self.graph, normalized=False))
    def pagerank(self): return timed(lambda: self.lib.pagerank(self.graph, tol=1e-13 / self.count, max_iter=1000))
    def cores(self): return timed(lambda: self.lib.core_number(self.graph))
    def triangles(self): return timed(lambda: self.lib.clustering(self.graph))
    def constraint(self): return timed(lambda: self.lib.constraint(self.graph))

    def louvain(self):
        seconds, found = timed(lambda: self.lib.community.louvain_communities(self.graph, weight=None, seed=1))
        labels = numpy.zeros(self.count, dtype=int)
        for label, members in enumerate(found):
            labels[list(members)] = label
        return seconds, labels


class Pyarrow(Peer):
    """Reads the file of edges and numbers its names: what a reader does before it has a graph."""

    def load(self, path): self.path = path

    def use(self, threads):
        import pyarrow

        self.lib = pyarrow
        pyarrow.set_cpu_count(threads)

    def read(self):
        from pyarrow import csv

        def call():
            table = csv.read_csv(
                self.path, csv.ReadOptions(use_threads=self.threads > 1, column_names=["a", "b", "w"]),
                csv.ParseOptions(delimiter="\t"), csv.ConvertOptions(column_types={"a": "string", "b": "string"}))
            both = self.lib.chunked_array(table["a"].chunks + table["b"].chunks).combine_chunks()
            return len(both.dictionary_encode().dictionary)
        return timed(call)


class Scipy(Peer):
    """Not of graphs, but what people score pairs with: products of sparse matrices."""

    def make(self):
        from scipy import sparse

        self.lib = sparse
        ones = numpy.ones(len(self.ends))
        half = sparse.coo_matrix((ones, (self.ends[:, 0], self.ends[:, 1])), shape=(self.count, self.count))
        self.matrix = (half + half.T).tocsr()

    def top_pairs(self):
        def call():
            degrees = numpy.asarray(self.matrix.sum(axis=1)).ravel()
            shares = self.lib.diags(1 / numpy.maximum(degrees, 1))
            scores = self.lib.triu(self.matrix @ shares @ self.matrix, 1).tocsr()
            scores = (scores - scores.multiply(self.matrix)).tocoo()
            best = numpy.argpartition(-scores.data, min(1000, len(scores.data) - 1))[:1000]
            return best[numpy.argsort(-scores.data[best])]
        return timed(call)


PEERS = {"igraph": Igraph, "leidenalg": Leidenalg, "networkit": Networkit, "graph-tool": GraphTool, "rustworkx": Rustworkx,
         "networkx": Networkx, "pyarrow": Pyarrow, "scipy": Scipy}

if __name__ == "__main__":
    peer = PEERS[sys.argv[1]]()
    if sys.argv[2:3] == ["scale"]:
        answers.write(json.dumps(peer.scale(sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))) + "\n")
        sys.exit()
    for line in sys.stdin:
        words = line.split()
        try:
            if len(words) == 2 and words[0] == "load" and not words[1].isdigit():
                peer.load(words[1])
                answer = {}
            else:
                answer = peer.run(words[0], int(words[1]))
        except Exception as error:
            answer = {"error": repr(error)}
        answers.write(json.dumps(answer) + "\n")
