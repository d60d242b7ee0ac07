// swift-tools-version: 6.2
import PackageDescription

/// Swift 6 mode, strict memory safety, every warning an error: for each target, tests included.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .strictMemorySafety(), .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// A target of this package, with its imports in the order of the design: a module only knows those before it.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// The tests of one module; `TestSupport` holds the seeded generator, the oracles and the snapshots.
func tests(of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies, exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "Maillage",
  platforms: [.macOS(.v15)],
  products: [
    .library(
      name: "Maillage",
      targets: [
        "GraphCore", "GraphvizKit", "AllianceModel", "Exchange", "TerritoryAnalysis", "MissingPartnerships",
        "Cartography", "Reporting", "Workspace",
      ]),
    .library(name: "GraphCore", targets: ["GraphCore"]),
    .executable(name: "maillage", targets: ["maillage"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    // The explorer's server: the framework, and the packages that name the values that it hands over.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    // Names the paths that swift-subprocess takes.
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "GraphvizShim", dependencies: ["CGraphviz"]),
    module(
      "GraphvizKit",
      [
        "GraphvizShim", .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    module("GraphCore"),
    module("AllianceModel", ["GraphCore"], resources: [.embedInCode("Vocabulary")]),
    module("Exchange", ["GraphCore", "AllianceModel", "GraphvizKit"], resources: [.embedInCode("Reference")]),
    module("TerritoryAnalysis", ["AllianceModel", "GraphCore"]),
    module("MissingPartnerships", ["AllianceModel", "GraphCore"]),
    module(
      "Cartography", ["AllianceModel", "GraphCore", "GraphvizKit", "TerritoryAnalysis"],
      resources: [.embedInCode("Themes")]),
    module(
      "Reporting",
      [
        "AllianceModel", "Cartography", "GraphvizKit", "MissingPartnerships", "TerritoryAnalysis",
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ], resources: [.embedInCode("Templates")]),
    module("Workspace", ["AllianceModel", "Exchange"]),
    module(
      "Explorer",
      [
        "AllianceModel", "GraphvizKit", "TerritoryAnalysis", "MissingPartnerships", "Cartography", "Reporting",
        "Workspace", "CZlib",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ], resources: [.embedInCode("Static")]),
    .executableTarget(
      name: "maillage",
      dependencies: [
        "GraphCore", "GraphvizKit", "AllianceModel", "Exchange", "TerritoryAnalysis", "MissingPartnerships",
        "Cartography", "Reporting", "Workspace", "Explorer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "maillage-bench",
      dependencies: [
        "AllianceModel", "GraphCore", "GraphvizKit", "Exchange", "Cartography", "MissingPartnerships", "Reporting",
        "Workspace", "GeneratedGraphs",
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["GraphCore"], path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "GeneratedGraphs", dependencies: ["AllianceModel", "GraphCore"], path: "Tests/GeneratedGraphs",
      swiftSettings: strict),
    .executableTarget(
      name: "render-worker", dependencies: ["GraphvizKit"], path: "Tests/RenderWorker", swiftSettings: strict),
    tests(of: "GraphvizKit", ["render-worker"]),
    tests(of: "GraphCore"),
    tests(of: "AllianceModel", ["GraphCore"]),
    tests(of: "Exchange", ["GraphCore", "AllianceModel", "GraphvizKit"]),
    tests(of: "TerritoryAnalysis", ["AllianceModel", "GraphCore", "Workspace"], exclude: ["Reference"]),
    tests(of: "MissingPartnerships", ["AllianceModel", "GraphCore"]),
    tests(
      of: "Cartography",
      [
        "AllianceModel", "GraphCore", "GraphvizKit", "TerritoryAnalysis", "Workspace", "GeneratedGraphs",
        "render-worker",
      ]),
    tests(
      of: "Reporting",
      ["AllianceModel", "Cartography", "GraphvizKit", "MissingPartnerships", "TerritoryAnalysis", "Workspace"],
      exclude: ["Snapshots"]),
    tests(of: "Workspace", ["AllianceModel", "Exchange"]),
    tests(
      of: "Explorer",
      [
        "AllianceModel", "Cartography", "CZlib", "GraphvizKit", "MissingPartnerships", "Workspace",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
      ]),
    .testTarget(
      name: "maillageTests", dependencies: ["TestSupport", "maillage"], exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(name: "RepositoryTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ]
)
