import Foundation
import PackagePlugin

/// Compiles the Foundation-free rooms and the browser's exports to one WebAssembly module in every build and hands it
/// to Swift as a generated file.
@main
struct WasmModule: BuildToolPlugin {
  /// The rooms that the browser runs, as folders below the package.
  private static let rooms = [
    "Sources/Text/Bytes", "Sources/Rules/Validation", "Sources/Rules/RuleLines", "Sources/PDF/TrueType",
    "Sources/PDF/TextLayout", "Sources/PDF/QRCode", "Sources/Forms/FormModel", "Sources/Forms/FormFilling",
    "Sources/Browser/Embedded",
  ]

  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    let root = context.package.directoryURL
    let work = context.pluginWorkDirectoryURL
    var inputs: [URL] = []
    for room in Self.rooms {
      let files = FileManager.default.enumerator(at: root.appending(path: room), includingPropertiesForKeys: nil)
      for case let file as URL in files ?? .init() where ["swift", "c"].contains(file.pathExtension) {
        inputs.append(file)
      }
    }
    inputs.sort { $0.path < $1.path }
    let output = work.appending(path: "EmbeddedModule.swift")
    return [
      .buildCommand(
        displayName: "Compiling the browser's module", executable: try context.tool(named: "WasmBuild").url,
        arguments: [output.path, work.path] + inputs.map(\.path),
        environment: ["SWIFT_EXEC": try context.tool(named: "swiftc").url.path], inputFiles: inputs,
        outputFiles: [output])
    ]
  }
}
