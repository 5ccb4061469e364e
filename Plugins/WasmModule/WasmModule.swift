import Foundation
import PackagePlugin

/// Compiles the Foundation-free rooms and the browser's exports to one WebAssembly module in every build, and what unpacks
/// it in a page to another, and hands them to Swift as a generated file. The rooms are `Bridge` and all that it uses, as
/// Package.swift says.
@main
struct WasmModule: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    let root = context.package.directoryURL
    let work = context.pluginWorkDirectoryURL
    // Without the trait Program nobody asks for the module.
    guard let bridge = context.package.targets.first(where: { $0.name == "Bridge" }) else { return [] }
    let rooms = [bridge] + bridge.recursiveTargetDependencies
    var inputs = rooms.compactMap { $0 as? SwiftSourceModuleTarget }.flatMap { room in
      room.sourceFiles(withSuffix: "swift").map(\.url)
    }
    for folder in ["Sources/Browser/Embedded", "Sources/Browser/ModulePacking"] {
      inputs += try FileManager.default.contentsOfDirectory(
        at: root.appending(path: folder), includingPropertiesForKeys: nil
      ).filter { ["swift", "c"].contains($0.pathExtension) }
    }
    // The same order in every folder: the compiler's output depends on it.
    inputs.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let output = work.appending(path: "EmbeddedModule.swift")
    return [
      .buildCommand(
        displayName: "Compiling the browser's module", executable: try context.tool(named: "WasmBuild").url,
        arguments: [output.path, work.path, root.path] + inputs.map(\.path),
        environment: ["SWIFT_EXEC": try context.tool(named: "swiftc").url.path], inputFiles: inputs,
        outputFiles: [output])
    ]
  }
}
