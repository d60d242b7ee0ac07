internal import GraphvizShim

/// Owns the one context of Graphviz. Lives inside a lock and is never copied, so it is freed once and used by one thread
/// at a time; so is the buffer of messages in the shim.
@safe struct GraphvizContext: ~Copyable {
  private let handle: OpaquePointer
  /// Whether there is a font to draw with, once that was asked.
  private var hasFonts: Bool?

  init() {
    guard let handle = unsafe gvs_context_new() else { fatalError("Graphviz could not allocate its context.") }
    unsafe self.handle = handle
  }

  deinit { unsafe gvs_context_free(handle) }

  var version: String { unsafe String(cString: gvs_version(handle)) }

  func plugins(_ kind: String) -> [String] {
    var count = 0
    guard let names = unsafe gvs_plugin_names(handle, kind, &count) else { return [] }
    defer { unsafe gvs_names_free(names, count) }
    return Set((0..<count).compactMap { index in unsafe names[index].map { unsafe String(cString: $0) } }).sorted()
  }

  /// Parses, lays out, writes and frees.
  ///
  /// PDF and PNG carry their letters with them; without a font they would show boxes in their place, and no message.
  mutating func render(_ job: RenderJob) throws(GraphvizError) -> Rendering {
    if job.formats.contains(.pdf) || job.formats.contains(.png) {
      if hasFonts == nil { hasFonts = try tellsLettersApart() }
      guard hasFonts == true else {
        throw GraphvizError(.missingFonts, stage: .render, engine: job.engine, messages: [])
      }
    }
    return try draw(job)
  }

  /// Whether narrow and wide letters have different widths: the boxes drawn for want of a font are all alike.
  private mutating func tellsLettersApart() throws(GraphvizError) -> Bool {
    let dot = #"graph letters { node [shape=plain fontname="Helvetica"] i [label="iiiiiiii"] W [label="WWWWWWWW"] }"#
    let probe = RenderJob(dot: dot, engine: .neato, formats: [], includesLayout: true)
    let widths = try draw(probe).layout?.nodes.map(\.width) ?? []
    return widths.count == 2 && widths[1] > widths[0] + 1
  }

  private mutating func draw(_ job: RenderJob) throws(GraphvizError) -> Rendering {
    gvs_messages_clear()
    let graph = try ParsedGraph(job)
    guard unsafe gvs_layout(handle, graph.handle, job.engine.rawValue) == 0 else { throw failure(.layout, job) }
    // From here on the graph carries the layout: it must go before the graph does.
    defer { unsafe _ = gvs_layout_free(handle, graph.handle) }
    try throwErrors(.layout, job)

    let layout = job.includesLayout ? GraphLayout(reading: graph) : nil
    var outputs: [Rendering.Output] = []
    for format in job.formats {
      outputs.append(Rendering.Output(format: format, bytes: try write(graph, as: format, of: job)))
    }
    return Rendering(outputs: outputs, layout: layout, warnings: GraphvizMessages.taken())
  }

  private func write(
    _ graph: borrowing ParsedGraph, as format: OutputFormat, of job: RenderJob
  ) throws(GraphvizError) -> [UInt8] {
    var bytes: UnsafeMutablePointer<CChar>?
    var length = 0
    let resolution = format == .png ? Double(job.resolution) : 0
    let status = unsafe gvs_render(handle, graph.handle, format.graphvizName, resolution, &bytes, &length)
    guard status == 0, let bytes = unsafe bytes else { throw failure(.render, job) }
    defer { unsafe gvs_render_free(bytes) }
    try throwErrors(.render, job)
    // Copied out before the buffer is freed: no pointer outlives this function.
    let copy = unsafe [UInt8](UnsafeRawBufferPointer(start: bytes, count: length))
    return format == .pdf ? PDFDate.set(job.creationDate, in: copy) : copy
  }

  /// Graphviz reports success when it dropped a label or a position it could not read; a map with a hole is no success.
  private func throwErrors(_ stage: GraphvizError.Stage, _ job: RenderJob) throws(GraphvizError) {
    if GraphvizMessages.pending().contains(where: GraphvizMessages.isError) { throw failure(stage, job) }
  }

  private func failure(_ stage: GraphvizError.Stage, _ job: RenderJob) -> GraphvizError {
    GraphvizError(graphvizSaid: GraphvizMessages.taken(), stage: stage, engine: job.engine)
  }
}

/// Owns one parsed graph, and closes it when it goes out of use.
@safe struct ParsedGraph: ~Copyable {
  let handle: OpaquePointer

  init(_ job: RenderJob) throws(GraphvizError) {
    // The lexer counts lines from the last text it read; this line, as a preprocessor writes it, starts it anew.
    guard let handle = unsafe gvs_parse("# 1\n" + job.dot) else {
      throw GraphvizError(graphvizSaid: GraphvizMessages.taken(), stage: .parse, engine: job.engine)
    }
    unsafe self.handle = handle
  }

  deinit { unsafe gvs_close(handle) }
}
