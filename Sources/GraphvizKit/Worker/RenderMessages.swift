internal import struct Foundation.Date

/// What a worker is asked.
struct RenderRequest: Equatable {
  var job: RenderJob
  /// Bytes of address space; nil without a limit.
  var memoryLimit: Int?

  init(_ job: RenderJob, memoryLimit: Int?) {
    self.job = job
    self.memoryLimit = memoryLimit
  }

  func frame() -> [UInt8] {
    var writer = WireWriter()
    writer.write(memoryLimit) { $0.write($1) }
    writer.write(job.dot)
    writer.write(job.engine.rawValue)
    writer.write(job.formats) { $0.write($1.rawValue) }
    writer.write(job.includesLayout)
    writer.write(job.resolution)
    writer.write(job.creationDate.timeIntervalSince1970)
    return writer.frame()
  }

  init(payload: [UInt8]) throws(WireError) {
    var reader = WireReader(payload)
    memoryLimit = try reader.optional { reader throws(WireError) in try reader.int() }
    job = RenderJob(
      dot: try reader.string(), engine: try reader.code(),
      formats: try reader.array { reader throws(WireError) in try reader.code() },
      includesLayout: try reader.bool(), resolution: try reader.int(),
      creationDate: Date(timeIntervalSince1970: try reader.double()))
    try reader.end()
  }
}

/// What a worker answers.
struct RenderResponse: Equatable {
  var result: Result<Rendering, GraphvizError>

  init(_ result: Result<Rendering, GraphvizError>) { self.result = result }

  func frame() -> [UInt8] {
    var writer = WireWriter()
    switch result {
    case .success(let rendering):
      writer.write(true)
      writer.write(rendering)
    case .failure(let error):
      writer.write(false)
      writer.write(error)
    }
    return writer.frame()
  }

  init(payload: [UInt8]) throws(WireError) {
    var reader = WireReader(payload)
    result = try reader.bool() ? .success(try reader.rendering()) : .failure(try reader.graphvizError())
    try reader.end()
  }
}

// MARK: - Parts

extension WireWriter {
  fileprivate mutating func write(_ rendering: Rendering) {
    write(rendering.outputs) {
      $0.write($1.format.rawValue)
      $0.write($1.bytes)
    }
    write(rendering.layout) { $0.write($1) }
    write(rendering.warnings) { $0.write($1) }
  }

  /// Only what Graphviz says crosses the pipe; limits and crashes are seen from outside.
  fileprivate mutating func write(_ error: GraphvizError) {
    write(error.reason == .missingPlugin ? "plugin" : error.reason == .missingFonts ? "fonts" : "rejected")
    write(error.stage.rawValue)
    write(error.engine?.rawValue) { $0.write($1) }
    write(error.messages) { $0.write($1) }
  }

  private mutating func write(_ layout: GraphLayout) {
    write(layout.bounds)
    write(layout.nodes) {
      $0.write($1.name)
      $0.write($1.box)
    }
    write(layout.edges) {
      $0.write($1.tail)
      $0.write($1.head)
      $0.write($1.curves) {
        $0.write($1.points) { $0.write($1) }
        $0.write($1.startTip) { $0.write($1) }
        $0.write($1.endTip) { $0.write($1) }
      }
      $0.write($1.label) { $0.write($1) }
    }
    write(layout.clusters) {
      $0.write($1.name)
      $0.write($1.box)
      $0.write($1.label) { $0.write($1) }
    }
  }

  private mutating func write(_ point: GraphLayout.Point) {
    write(point.x)
    write(point.y)
  }

  private mutating func write(_ box: GraphLayout.Box) {
    for side in [box.left, box.bottom, box.right, box.top] { write(side) }
  }
}

extension WireReader {
  fileprivate mutating func code<Code: RawRepresentable<String>>() throws(WireError) -> Code {
    guard let code = Code(rawValue: try string()) else { throw WireError() }
    return code
  }

  fileprivate mutating func rendering() throws(WireError) -> Rendering {
    Rendering(
      outputs: try array { reader throws(WireError) in
        Rendering.Output(format: try reader.code(), bytes: try reader.data())
      },
      layout: try optional { reader throws(WireError) in try reader.layout() },
      warnings: try array { reader throws(WireError) in try reader.string() })
  }

  fileprivate mutating func graphvizError() throws(WireError) -> GraphvizError {
    let reason: GraphvizError.Reason =
      switch try string() {
      case "plugin": .missingPlugin
      case "fonts": .missingFonts
      case "rejected": .rejected
      default: throw WireError()
      }
    return GraphvizError(
      reason, stage: try code(), engine: try optional { reader throws(WireError) in try reader.code() },
      messages: try array { reader throws(WireError) in try reader.string() })
  }

  private mutating func layout() throws(WireError) -> GraphLayout {
    GraphLayout(
      bounds: try box(),
      nodes: try array { reader throws(WireError) in
        GraphLayout.Node(name: try reader.string(), box: try reader.box())
      },
      edges: try array { reader throws(WireError) in
        GraphLayout.Edge(
          tail: try reader.string(), head: try reader.string(),
          curves: try reader.array { reader throws(WireError) in try reader.curve() },
          label: try reader.optional { reader throws(WireError) in try reader.box() })
      },
      clusters: try array { reader throws(WireError) in
        GraphLayout.Cluster(
          name: try reader.string(), box: try reader.box(),
          label: try reader.optional { reader throws(WireError) in try reader.box() })
      })
  }

  private mutating func curve() throws(WireError) -> GraphLayout.Curve {
    GraphLayout.Curve(
      points: try array { reader throws(WireError) in try reader.point() },
      startTip: try optional { reader throws(WireError) in try reader.point() },
      endTip: try optional { reader throws(WireError) in try reader.point() })
  }

  private mutating func point() throws(WireError) -> GraphLayout.Point {
    GraphLayout.Point(x: try double(), y: try double())
  }

  private mutating func box() throws(WireError) -> GraphLayout.Box {
    GraphLayout.Box(left: try double(), bottom: try double(), right: try double(), top: try double())
  }
}
