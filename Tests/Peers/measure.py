"""Writes ReferenceGraphs.swift and ReferenceValues.swift: published graphs, and what igraph and networkx find on them.

    pip install igraph==1.0.0 networkx==3.6.1 numpy scipy
    python3 Tests/Peers/measure.py

The graphs are those that networkx ships, with the papers that it names. Each value says which tool found it.
"""
import math
import pathlib

import igraph
import networkx

here = pathlib.Path(__file__).parent.parent / "TestSupport" / "Reference"

GRAPHS = [
    ("zachary", networkx.karate_club_graph(), False, """The 34 members of a karate club and their 78 friendships.
  ///
  /// The instructor is node 0, the officer node 33.
  ///
  /// - SeeAlso: W. W. Zachary, *An information flow model for conflict and fission in small groups*, Journal of
  ///   Anthropological Research 33(4), 1977, [doi:10.1086/jar.33.4.3629752](https://doi.org/10.1086/jar.33.4.3629752)."""),
    ("florentine", networkx.florentine_families_graph(), False, """The marriages among fifteen families of Florence.
  ///
  /// - SeeAlso: R. L. Breiger, P. E. Pattison, *Cumulated social roles: the duality of persons and their algebras*,
  ///   Social Networks 8(3), 1986, [doi:10.1016/0378-8733(86)90006-7](https://doi.org/10.1016/0378-8733(86)90006-7)."""),
    ("southernWomen", networkx.davis_southern_women_graph(), False, """Eighteen women and the fourteen events that they went to.
  ///
  /// - SeeAlso: A. Davis, B. B. Gardner, M. R. Gardner, *Deep South*, University of Chicago Press, 1941."""),
    ("lesMiserables", networkx.les_miserables_graph(), True, """Characters of Hugo's novel; weights count the scenes that they share.
  ///
  /// - SeeAlso: D. E. Knuth, *The Stanford GraphBase*, Addison-Wesley, 1993, file jean.dat."""),
]


def wrap(items):
    """Lines of a list; the style wants a last comma after several elements, none after a single one."""
    items = list(items)
    lines, line = [], "     "
    for item in items:
        if len(line) + len(item) + 2 > 118:
            lines.append(line)
            line = "     "
        line += f" {item},"
    return "\n".join(lines + [line if len(items) > 1 else line.rstrip(",")])


def swift(value):
    return ".nan" if value is None or math.isnan(value) else repr(float(value))


def measures(plain, weighted):
    nodes = list(plain)
    index = {node: i for i, node in enumerate(nodes)}
    g = igraph.Graph(n=len(nodes), edges=[(index[a], index[b]) for a, b in plain.edges()])
    weights = [data.get("weight", 1) for _, _, data in plain.edges(data=True)] if weighted else None
    inverse = [1 / w for w in weights] if weighted else None
    yield "igraph strength", g.strength(weights=weights)
    yield "networkx closeness", [networkx.closeness_centrality(plain, wf_improved=True)[n] for n in nodes]
    yield "igraph harmonic", g.harmonic_centrality()
    yield "igraph betweenness", g.betweenness()
    yield "igraph eigenvector", g.eigenvector_centrality()
    yield "networkx katz", katz(plain, nodes)
    yield "igraph pagerank", g.pagerank(weights=weights)
    yield "igraph hub", g.hub_score()
    yield "igraph coreness", g.coreness()
    yield "igraph eccentricity", g.eccentricity()
    yield "networkx triangles", [networkx.triangles(plain)[n] for n in nodes]
    yield "igraph clustering", g.transitivity_local_undirected(mode="zero")
    yield "igraph constraint", g.constraint(weights=weights)
    yield "networkx effective size", [networkx.effective_size(plain)[n] for n in nodes]
    yield "igraph edge betweenness", edge_order(g, g.edge_betweenness())
    yield "igraph density", [g.density()]
    yield "igraph transitivity", [g.transitivity_undirected()]
    yield "igraph assortativity", [g.assortativity_degree(directed=False)]
    yield "igraph diameter", [g.diameter()]
    yield "igraph mean distance", [g.average_path_length()]
    if weighted:
        yield "igraph betweenness inverse", g.betweenness(weights=inverse)
        yield "igraph harmonic inverse", g.harmonic_centrality(weights=inverse)
        yield "igraph edge betweenness inverse", edge_order(g, g.edge_betweenness(weights=inverse))
        yield "igraph eccentricity inverse", [
            max((d for d in row if d < math.inf), default=0) for row in g.distances(weights=inverse)]
        # With `nodes` networkx goes by Burt's formula; without, its matrix form divides by the maxima of the wrong side.
        sizes = networkx.effective_size(plain, nodes=nodes, weight="weight")
        yield "networkx effective size weighted", [sizes[n] for n in nodes]


def katz(plain, nodes):
    """The attenuation is 0.1, the default of networkx, or 0.85 / largest eigenvalue where that is less."""
    import numpy

    matrix = networkx.to_numpy_array(plain, nodelist=nodes, weight=None)
    radius = max(abs(numpy.linalg.eigvalsh(matrix)))
    scores = networkx.katz_centrality_numpy(plain, alpha=min(0.1, 0.85 / radius), weight=None)
    return [scores[n] for n in nodes]


def edge_order(g, values):
    """The values in the order of our edges: lower end, then higher end."""
    return [value for _, value in sorted(zip([tuple(sorted(e.tuple)) for e in g.es], values))]


graphs = ["public import GraphCore", "", "/// Published graphs that the field tests its programs on. Written by Tests/Peers/measure.py.",
          "public enum Reference {"]
values = ["/// What other tools find on the published graphs. Written by Tests/Peers/measure.py.", "extension Reference {",
          "  /// The graphs with the values.",
          "  public static let cases: [Case] = ["]
values += [f'    Case(name: "{name}", graph: {name}, values: {name}Values),' for name, *_ in GRAPHS] + ["  ]", ""]
for name, graph, weighted, text in GRAPHS:
    index = {node: i for i, node in enumerate(graph)}
    edges = sorted((*sorted((index[a], index[b])), data.get("weight", 1)) for a, b, data in graph.edges(data=True))
    graphs += [f"  /// {text}", f"  public static let {name} = graph(", f"    nodeCount: {len(index)}, isWeighted: {str(weighted).lower()},", "    edges: ["]
    graphs += [wrap(f"({a}, {b}, {w if weighted else 1})" for a, b, w in edges), "    ])", ""]
    values += [f"  static let {name}Values: [String: [Double]] = ["]
    for measure, found in measures(graph, weighted):
        values += [f'    "{measure}": [', wrap(map(swift, found)), "    ],"]
    values += ["  ]", ""]
graphs += ["""  private static func graph(nodeCount: Int, isWeighted: Bool, edges: [(NodeID, NodeID, Double)]) -> CSRGraph {
    guard isWeighted else { return CSRGraph(nodeCount: nodeCount, edges: edges.map { ($0.0, $0.1) }) }
    do {
      return try CSRGraph(nodeCount: nodeCount, weightedEdges: edges)
    } catch {
      preconditionFailure("\\(error)")
    }
  }
}"""]
(here / "ReferenceGraphs.swift").write_text("\n".join(graphs) + "\n")
(here / "ReferenceValues.swift").write_text("\n".join(values).rstrip() + "\n}\n")
