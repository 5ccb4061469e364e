import Foundation

#if FUZZING
  /// Called by libFuzzer, whose `main` it is.
  @_cdecl("LLVMFuzzerTestOneInput")
  public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    WorkbookFuzzing.read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
  }
#else
  @main enum WorkbookFuzzer {
    /// Reads the inputs that are named, one after the other.
    static func main() {
      for path in CommandLine.arguments.dropFirst() {
        WorkbookFuzzing.read(FileManager.default.contents(atPath: path).map { Array($0) } ?? [])
      }
      print("workbooks: \(CommandLine.arguments.count - 1) passed, 0 failed")
    }
  }
#endif
