internal import ArgumentParser
internal import Diagnostics
internal import Foundation

/// Files that a command reads and writes. One that is written may be none of the others: it would replace what it was
/// made from.
enum DistinctFiles {
  /// Ends the command as wrong usage when an output is an input or another output, by whatever path; `-` is standard
  /// input.
  static func check(outputs: [String], inputs: [String]) throws {
    var taken = inputs.map { ($0, identity($0)) }
    for path in outputs {
      let found = path == "-" ? "standard output" : identity(path)
      if let same = taken.first(where: { $0.1 == found }) {
        throw inputs.contains(same.0)
          ? ValidationError(saying: "usage.replaced-input", ["path": .text(path), "input": .text(same.0)])
          : ValidationError(saying: "usage.written-twice", ["path": .text(path)])
      }
      taken.append((path, found))
    }
  }

  /// What is the same for all paths of a file: its place on the device, or where a new one would be.
  private static func identity(_ path: String) -> String {
    var status = stat()
    if path == "-" ? fstat(0, &status) == 0 : stat(path, &status) == 0 { return "\(status.st_dev):\(status.st_ino)" }
    let url = URL(fileURLWithPath: path)
    return url.deletingLastPathComponent().resolvingSymlinksInPath().appending(path: url.lastPathComponent).path
  }
}
