/// A measure of nodes that stands as one column of a ``NodeTable``. The raw value is the name of the column.
public enum NodeMeasure: String, Sendable, Hashable, CaseIterable {
  /// ``CSRGraph/degree(_:)``
  case degree
  /// ``CSRGraph/strength(_:)``: by the weights of the graph, always.
  case strength
  /// ``CSRGraph/closeness(lengths:)``
  case closeness
  /// ``CSRGraph/harmonic(lengths:)``
  case harmonic
  /// ``CSRGraph/betweenness(lengths:isNormalized:)``, not normalized
  case betweenness
  /// ``CSRGraph/eigenvector(tolerance:maximumIterations:)``
  case eigenvector
  /// ``CSRGraph/katz(attenuation:tolerance:maximumIterations:)``
  case katz
  /// ``CSRGraph/pageRank(damping:restart:tolerance:maximumIterations:)`` with damping 0.85
  case pageRank = "pagerank"
  /// ``HubsAndAuthorities/hubs``
  case hub
  /// ``HubsAndAuthorities/authorities``
  case authority
  /// ``CSRGraph/coreness()``
  case coreness
  /// ``CSRGraph/eccentricity(lengths:)``
  case eccentricity
  /// ``Triangles/counts``
  case triangles
  /// ``Triangles/clustering``
  case clustering
  /// ``StructuralHoles/constraint``
  case constraint
  /// ``StructuralHoles/effectiveSize``
  case effectiveSize = "effective_size"
  /// The number of the node's cluster, from 0: ``CSRGraph/leiden(quality:maximumIterations:using:)`` by modularity.
  case community
}
