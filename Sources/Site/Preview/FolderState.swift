internal import Foundation

/// The files below some folders with their sizes and times of change: two states differ when a file did.
struct FolderState: Equatable {
  private struct Stamp: Equatable {
    var size: Int
    var changed: Date
  }

  private var stamps: [String: Stamp] = [:]

  init(_ folders: [URL]) {
    let keys: Set<URLResourceKey> = [.fileSizeKey, .contentModificationDateKey, .isRegularFileKey]
    for folder in folders {
      let files = FileManager.default.enumerator(
        at: folder, includingPropertiesForKeys: Array(keys), options: [.skipsHiddenFiles])
      while let url = files?.nextObject() as? URL {
        guard let values = try? url.resourceValues(forKeys: keys), values.isRegularFile == true else { continue }
        stamps[url.path] = Stamp(
          size: values.fileSize ?? 0, changed: values.contentModificationDate ?? .distantPast)
      }
    }
  }
}
