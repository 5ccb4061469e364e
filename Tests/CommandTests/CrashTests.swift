import Foundation
import Testing

/// A crash of the program prints no memory and leaves no core file.
@Suite struct Crashing {
  /// A command that waits for standard input, killed as a crash would.
  private func crash(_ signal: Int32, in folder: Folder) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "ulimit -c unlimited; exec \"$0\" rule mobile", Zhinan.path]
    process.currentDirectoryURL = folder.url
    process.environment = ProcessInfo.processInfo.environment.filter { $0.key != "SWIFT_BACKTRACE" }
    let (input, output, problems) = (Pipe(), Pipe(), Pipe())
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, problems)
    try process.run()
    // It has read the number, so it is past its beginning and holds it in memory.
    input.fileHandleForWriting.write(Data("13800000001\n".utf8))
    #expect(output.fileHandleForReading.availableData.isEmpty == false)
    #expect(kill(process.processIdentifier, signal) == 0)
    // A runtime that reports a signal goes on behind it; then the command ends with its input. Input that ends at once
    // could end the command before a thread has taken the signal.
    for _ in 0..<500 where process.isRunning { usleep(10_000) }
    try input.fileHandleForWriting.close()
    let said = problems.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
    return String(decoding: said, as: UTF8.self)
  }

  @Test(arguments: [SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE])
  func saysNothing(signal: Int32) throws {
    let folder = try Folder()
    #expect(try crash(signal, in: folder) == "")
    #expect(try folder.names == [])
  }
}
