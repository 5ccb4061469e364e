// swift-tools-version: 6.2
import PackageDescription

// A stranger's package that checks values with zhinan's library; scripts/dependent builds it, by URL and by path. By URL,
// it has modules of its own that are called as some of zhinan's are.
let path = Context.environment["ZHINAN_PATH"]
let own: [Target] = path == nil ? [.target(name: "Bytes"), .target(name: "Site")] : []

let package = Package(
  name: "dependent",
  dependencies: [
    path.map { .package(name: "zhinan", path: $0, traits: []) }
      ?? .package(url: Context.environment["ZHINAN_URL"] ?? "", branch: "main", traits: [])
  ],
  targets: own + [
    .executableTarget(
      name: "Dependent",
      dependencies: own.map { .target(name: $0.name) } + [.product(name: "ZhinanValidation", package: "zhinan")],
      swiftSettings: own.isEmpty ? [] : [.define("OWN_MODULES")])
  ]
)
