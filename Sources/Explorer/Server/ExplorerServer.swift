public import AllianceModel
import Foundation
public import GraphvizKit
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The explorer of one graph as a web server.
///
///     let server = ExplorerServer(graph, folder: "Graphs/redon", options: options, renderer: .ownProgram())
///     try await server.run { address in print(address) }  // http://127.0.0.1:40123/
public struct ExplorerServer: Sendable {
  public struct Options: Sendable {
    public var host: String
    /// 0 for any that is free.
    public var port: Int
    /// What everyone who asks must know; nil for a server that only this machine reaches.
    public var token: String?
    public var language: Language
    public var isInternal: Bool
    /// Who decides, and when; stored with decisions.
    public var author: String?
    public var date: PartialDate?

    public init(
      host: String = "127.0.0.1", port: Int = 0, token: String? = nil, language: Language, isInternal: Bool = false,
      author: String? = nil, date: PartialDate? = nil
    ) {
      (self.host, self.port, self.token, self.language) = (host, port, token, language)
      (self.isInternal, self.author, self.date) = (isInternal, author, date)
    }

    /// Whether only programs of this machine can ask.
    public var isLocal: Bool { RequestGuard.isLoopback(host) }
  }

  private let graph: AllianceGraph
  private let options: Options
  private let log: DecisionLog
  private let table: PlaceTable?
  private let renderer: GraphvizRenderer
  private let times: ClientTimes
  private let signals: [UnixSignal]

  /// - Parameters:
  ///   - folder: The data package that the graph came from, where decisions are kept; nil when it has none.
  ///   - table: Communes for actors without coordinates; nil when none is installed.
  ///   - renderer: Where Graphviz runs.
  public init(
    _ graph: AllianceGraph, folder: String?, options: Options, table: PlaceTable? = nil, renderer: GraphvizRenderer
  ) {
    self.init(
      graph, folder: folder, options: options, table: table, renderer: renderer, times: ClientTimes(),
      signals: [.sigterm, .sigint])
  }

  init(
    _ graph: AllianceGraph, folder: String?, options: Options, table: PlaceTable? = nil, renderer: GraphvizRenderer,
    times: ClientTimes, signals: [UnixSignal]
  ) {
    (self.graph, self.options, self.table, self.renderer) = (graph, options, table, renderer)
    log = DecisionLog(folder: folder, author: options.author, date: options.date)
    (self.times, self.signals) = (times, signals)
  }

  /// Serves until the process is told to stop (SIGINT, SIGTERM) or the task is cancelled; running work then has two
  /// seconds to end.
  ///
  /// - Parameter onReady: Hears the address once, with the token where there is one.
  /// - Throws: ``ExplorerServerError`` when the address cannot be had.
  public func run(onReady: @escaping @Sendable (String) async -> Void) async throws {
    let (started, address) = AsyncStream.makeStream(of: Int.self)
    let box = ServiceBox()
    let application = Application(
      responder: ExplorerResponder(box: box), server: .http1(configuration: connection()),
      configuration: ApplicationConfiguration(
        address: .hostname(options.host, port: options.port), backlog: 1_024,
        availableConnectionsDelegate: .maximum(OpenFiles.limit - OpenFiles.reserve, logger: Self.silent)),
      onServerRunning: { channel in
        address.yield(channel.localAddress?.port ?? options.port)
        address.finish()
      }, logger: Self.silent)
    var configuration = ServiceGroupConfiguration(
      services: [application], gracefulShutdownSignals: signals, logger: Self.silent)
    configuration.maximumGracefulShutdownDuration = .seconds(2)
    let group = ServiceGroup(configuration: configuration)
    let opening = Task {
      for await port in started {
        let service = service(at: port)
        await box.set(service)
        await onReady(link(at: port))
        await service.prepare()
      }
    }
    defer { opening.cancel() }
    do {
      try await group.run()
    } catch let error as IOError {
      throw ExplorerServerError(error, host: options.host, port: options.port)
    } catch let error as SocketAddressError {
      throw ExplorerServerError.unknownHost(options.host, detail: "\(error)")
    }
  }

  /// The address to open.
  private func link(at port: Int) -> String {
    let host = ["0.0.0.0", "::"].contains(options.host) ? ProcessInfo.processInfo.hostName : options.host
    let query = options.token.map { "?token=\($0)" } ?? ""
    return "http://\(RequestGuard.written(host)):\(port)/\(query)"
  }

  private func service(at port: Int) -> ExplorerService {
    let isInternal = options.isInternal
    let shown = isInternal ? graph : Publication(of: graph, language: options.language).graph
    let door = RequestGuard(
      host: options.host, port: port, token: options.token, machine: ProcessInfo.processInfo.hostName)
    let maker = ViewMaker(
      graph: graph, shown: shown, language: options.language, isInternal: isInternal, table: table, renderer: renderer,
      date: options.date)
    return ExplorerService(
      live: LiveGraph(graph, language: options.language, isInternal: isInternal, log: log), maker: maker, door: door,
      width: max(1, ProcessInfo.processInfo.activeProcessorCount - 1))
  }

  private func connection() -> HTTP1Channel.Configuration {
    let connections = ConnectionCount(limit: OpenFiles.limit / 2)
    let times = times
    return HTTP1Channel.Configuration(
      additionalChannelHandlers: [ConnectionLimits(connections: connections, times: times)],
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))
  }

  /// The framework's own messages are not for the person at the terminal.
  private static let silent: Logger = {
    var logger = Logger(label: "maillage")
    logger.logLevel = .critical
    return logger
  }()
}

/// Why there is no server.
public struct ExplorerServerError: Error, Sendable, Equatable {
  public enum Reason: Sendable {
    case portInUse, notPermitted, unknownHost, other
  }

  public let reason: Reason
  public let message: LocalizedText

  init(_ error: IOError, host: String, port: Int) {
    switch error.errnoCode {
    case EADDRINUSE:
      reason = .portInUse
      message = LocalizedText(
        french: "le port \(port) est déjà pris ; sans --port, un port libre est choisi",
        english: "port \(port) is in use; without --port a free one is chosen")
    case EACCES, EPERM:
      reason = .notPermitted
      message = LocalizedText(
        french: "le port \(port) n’est pas permis ; choisissez-en un à partir de 1024",
        english: "port \(port) is not permitted; choose one from 1024 on")
    case EADDRNOTAVAIL:
      self = .unknownHost(host, detail: "EADDRNOTAVAIL")
    default:
      reason = .other
      message = LocalizedText("\(host):\(port): \(error)")
    }
  }

  private init(_ reason: Reason, _ message: LocalizedText) { (self.reason, self.message) = (reason, message) }

  static func unknownHost(_ host: String, detail: String) -> ExplorerServerError {
    ExplorerServerError(
      .unknownHost,
      LocalizedText(
        french: "« \(host) » n’est pas une adresse de cette machine (\(detail)) ; sans --host : 127.0.0.1",
        english: "“\(host)” is not an address of this machine (\(detail)); without --host: 127.0.0.1"))
  }
}

/// How many files and connections the system lets this process open.
enum OpenFiles {
  /// For files, workers and connections that are being refused.
  static let reserve = 64

  static let limit: Int = {
    // Where the system does not say, a number that every system grants.
    let known = (try? String(contentsOfFile: "/proc/self/limits", encoding: .utf8)) ?? ""
    let line = known.split(separator: "\n").first { $0.hasPrefix("Max open files") } ?? ""
    let soft = line.split(separator: " ").compactMap { Int($0) }.first ?? 256
    return min(max(soft, 2 * reserve), 8_192)
  }()
}
