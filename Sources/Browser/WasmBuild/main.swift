// WasmBuild OUTPUT.swift WORKDIR ROOT SOURCE…
//
// Compiles Swift and C sources as one Embedded Swift module for WebAssembly with the toolchain's own swiftc and clang,
// and writes four modules of it into OUTPUT.swift as base64 text: one for developers, one for pages of forms, one for those
// with tables of records, and one for the small tools of other pages. Those for pages export less and are packed behind a small module that unpacks them, compiled from
// the room ModulePacking. Where the toolchain has no
// Embedded Swift for WebAssembly, it says so and writes empty texts.
//
// The same sources give the same bytes in every folder: sources are named relative to ROOT, objects relative to WORKDIR,
// and the linker is called directly, because clang would run whatever `wasm-opt` stands in PATH.
import Foundation
import ModulePacking

struct BuildFailure: Error { var reason: String }

struct WasmBuild {
  /// What swiftc and clang are told beside -Osize and -Oz.
  struct Aim {
    var swift: [String]
    var clang: [String]

    /// Nothing is inlined or specialised that makes code larger.
    static let size = Aim(
      swift: [
        "-Xfrontend", "-sil-inline-caller-benefit-reduction-factor", "-Xfrontend", "5", "-Xllvm",
        "-inline-threshold=-25", "-Xllvm", "-sil-disable-pass=loop-rotate", "-Xllvm",
        "-sil-disable-pass=closure-specialize", "-Xllvm", "-sil-disable-pass=capture-prop",
      ], clang: ["-mllvm", "-inline-threshold=-25", "-mllvm", "-disable-lsr"])
    /// With the vectors of WebAssembly (Chrome 91, Firefox 89, Safari 16.4).
    static let vectors = Aim(swift: ["-Xcc", "-msimd128"], clang: ["-msimd128"])
  }

  static let triple = "wasm32-unknown-none-wasm"
  /// What every page calls.
  static let commonExports = ["reserve", "reply", "messages"]
  /// What pages of forms call.
  static let pageExports = commonExports + ["form", "blank", "pack", "state", "fill", "open"]
  /// What pages call that reckon, look at the clock, or look at files.
  static let toolExports = commonExports + ["facts", "tell", "tool", "file"]
  /// What pages of forms call beside theirs that have a table of records.
  static let tableExports = ["table"]
  /// What programs of others call beside both.
  static let otherExports = ["facts", "tell", "tool", "file", "rule", "check"]
  static let unpackerExports = ["reserve", "unpack", "finish", "reply"]
  let output: URL
  let work: URL
  let root: URL
  /// Relative to the root.
  let sources: [String]
  let compilers: URL

  init(_ arguments: [String]) throws {
    guard arguments.count > 4 else { throw BuildFailure(reason: "usage: WasmBuild OUTPUT.swift WORKDIR ROOT SOURCE…") }
    output = URL(fileURLWithPath: arguments[1])
    work = URL(fileURLWithPath: arguments[2])
    root = URL(fileURLWithPath: arguments[3])
    let prefix = arguments[3] + "/"
    sources = arguments[4...].map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
    guard let swiftc = ProcessInfo.processInfo.environment["SWIFT_EXEC"] else {
      throw BuildFailure(reason: "SWIFT_EXEC does not name swiftc")
    }
    compilers = URL(fileURLWithPath: swiftc).resolvingSymlinksInPath().deletingLastPathComponent()
  }

  func run() throws {
    let library = compilers.deletingLastPathComponent().appending(path: "lib/swift/embedded/\(Self.triple)")
    guard FileManager.default.fileExists(atPath: library.path) else {
      print("note: this toolchain has no Embedded Swift for WebAssembly; the browser's module is left out")
      try write(module: [], pages: [[], [], []])
      return
    }
    // The compiler writes a checksum of its arguments, the object's path among them, into the object.
    let folder = try FileManager.default.url(
      for: .itemReplacementDirectory, in: .userDomainMask, appropriateFor: work, create: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let sourcesLink = folder.appending(path: "root")
    try FileManager.default.createSymbolicLink(at: sourcesLink, withDestinationURL: root)
    let unpacking = sources.filter { $0.contains("/ModulePacking/") }
    let objects = try compile(sources.filter { !unpacking.contains($0) }, as: "ZhinanEmbedded", for: .size, in: folder)
    let tableExports = Self.pageExports + Self.tableExports
    let module = try link(objects, exports: tableExports + Self.otherExports, in: folder)
    let runtime = sources.filter { $0.hasSuffix(".c") }
    let unpacker = try link(
      compile(unpacking + runtime, as: "ModulePacking", for: .vectors, in: folder),
      exports: Self.unpackerExports, in: folder)
    guard unpacker.count < 1 << 16 else { throw BuildFailure(reason: "the unpacking module is too large") }
    let size = [UInt8(truncatingIfNeeded: unpacker.count), UInt8(unpacker.count >> 8)]
    let packed = try [Self.pageExports, tableExports, Self.toolExports].map { exports in
      guard let packed = ModulePacker.pack(try link(objects, exports: exports, in: folder)) else {
        throw BuildFailure(reason: "the module cannot be packed")
      }
      return size + unpacker + packed
    }
    try write(module: module, pages: packed)
  }

  /// The object files of these sources, relative to `folder`.
  private func compile(_ sources: [String], as name: String, for aim: Aim, in folder: URL) throws -> [String] {
    var objects = ["\(name).o"]
    for source in sources where source.hasSuffix(".c") {
      let object = "\(URL(fileURLWithPath: source).lastPathComponent).o"
      try call(
        "clang",
        ["--target=\(Self.triple)", "-Oz", "-ffreestanding", "-nostdlib", "-c", "root/\(source)", "-o", object],
        in: folder)
      objects.append(object)
    }
    try call(
      "swiftc",
      [
        "-target", Self.triple, "-enable-experimental-feature", "Embedded", "-wmo", "-Osize", "-parse-as-library",
        "-swift-version", "6", "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature",
        "InternalImportsByDefault", "-enable-upcoming-feature", "MemberImportVisibility", "-package-name", "zhinan",
        "-Xfrontend", "-disable-stack-protector", "-Xfrontend", "-mergeable-traps", "-module-cache-path", "cache",
        "-module-name", name, "-emit-ir", "-o", "\(name).ll",
      ] + aim.swift + sources.filter { $0.hasSuffix(".swift") }.map { "root/\($0)" }, in: folder)
    // Once more for size alone, for which swiftc has no switch.
    try call(
      "clang",
      ["--target=\(Self.triple)", "-Oz", "-Wno-override-module", "-x", "ir", "-c", "\(name).ll", "-o", "\(name).o"]
        + aim.clang, in: folder)
    return objects
  }

  private func link(_ objects: [String], exports: [String], in folder: URL) throws -> [UInt8] {
    try call(
      "wasm-ld",
      ["-m", "wasm32"] + objects + [
        "--no-entry", "--strip-all", "--gc-sections", "--stack-first", "-zstack-size=262144",
        "--compress-relocations", "-o", "zhinan.wasm",
      ] + exports.map { "--export=\($0)" }, in: folder)
    return [UInt8](try Data(contentsOf: folder.appending(path: "zhinan.wasm")))
  }

  private func write(module: [UInt8], pages: [[UInt8]]) throws {
    var text = "// Generated by WasmBuild: modules in base64.\n"
    let names = ["embeddedModule", "embeddedPageModule", "embeddedTableModule", "embeddedToolModule"]
    for (name, bytes) in zip(names, [module] + pages) {
      text += "let \(name): StaticString = \"\(Data(bytes).base64EncodedString())\"\n"
    }
    try text.write(to: output, atomically: true, encoding: .utf8)
  }

  private func call(_ name: String, _ arguments: [String], in folder: URL) throws {
    let process = Process()
    process.currentDirectoryURL = folder
    process.executableURL = compilers.appending(path: name)
    process.arguments = arguments
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BuildFailure(reason: "\(name) ended with \(process.terminationStatus)")
    }
  }
}

do {
  try WasmBuild(CommandLine.arguments).run()
} catch {
  FileHandle.standardError.write(Data("WasmBuild: error: \(error)\n".utf8))
  exit(1)
}
