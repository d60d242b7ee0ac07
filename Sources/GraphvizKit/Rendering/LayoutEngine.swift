/// An algorithm of Graphviz that gives nodes their places.
public enum LayoutEngine: String, Sendable, CaseIterable {
  /// Layers, for what has a direction. Up to about 150 nodes, sparse: time grows steeply with edges.
  case dot
  /// Stress majorisation. Up to about 500 nodes.
  case neato
  /// Springs, with clusters. Up to about 100 nodes.
  case fdp
  /// Springs on several levels, for thousands of nodes.
  case sfdp
  case circo
  case twopi
  /// Clusters as boxes in boxes; draws no useful edges.
  case osage
  /// A tree map; draws no useful edges.
  case patchwork
  /// Keeps the `pos` of every node, in points, and routes the edges.
  case nop
  /// Keeps the `pos` of every node and of every edge.
  case nop2
}
