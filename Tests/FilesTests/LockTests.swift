import Diagnostics
import Foundation
import Testing

@testable import Files

@Suite("Locks")
struct LockTests {
  @Test("are one process's at a time, and tell whose")
  func one() throws {
    let place = try TestFolder()
    #expect(try FolderLock.holder(of: place.real) == nil)
    let first = try #require(try FolderLock(place.real, waiting: 0))
    #expect(try FolderLock(place.real, waiting: 0) == nil)
    #expect(try FolderLock.holder(of: place.real) == getpid())
    first.release()
    #expect(try FolderLock.holder(of: place.real) == nil)
    #expect(try FolderLock(place.real, waiting: 0) != nil)
  }

  @Test("end with whoever has them, and leave no file")
  func ended() throws {
    let place = try TestFolder()
    do { _ = try FolderLock(place.real, waiting: 0) }
    #expect(try FolderLock(place.real, waiting: 0) != nil)
    #expect(try place.contents.isEmpty)
  }

  @Test("are waited for")
  func waiting() throws {
    let place = try TestFolder()
    let first = try #require(try FolderLock(place.real, waiting: 0))
    let begin = ContinuousClock.now
    #expect(try FolderLock(place.real, waiting: 0.2) == nil)
    #expect(ContinuousClock.now - begin >= .milliseconds(200))
    let isTaken = DispatchSemaphore(value: 0)
    let path = place.path
    Thread.detachNewThread {
      if let folder = try? RealFolder(path, makes: false), (try? FolderLock(folder, waiting: 300)) != nil {
        isTaken.signal()
      }
    }
    #expect(isTaken.wait(timeout: .now() + 0.3) == .timedOut)
    first.release()
    #expect(isTaken.wait(timeout: .now() + 300) == .success)
  }

  @Test("are of files only: a pipe in a shared file's place is told")
  func strange() throws {
    let place = try TestFolder()
    place.makePipe("shared")
    #expect { _ = try SharedFile("shared", in: place.real) } throws: {
      ($0 as? OutputFailure)?.reason.description == "is a pipe"
    }
    try place.put("theirs", at: "file")
    #expect(link(place("file"), place("second")) == 0)
    #expect { _ = try SharedFile("second", in: place.real) } throws: {
      ($0 as? OutputFailure)?.reason.description == "has a second name elsewhere"
    }
  }

  @Test("let shared files be changed by one at a time")
  func shared() throws {
    let place = try TestFolder()
    let path = place.path
    let isIn = DispatchSemaphore(value: 0)
    try SharedFile("f", in: place.real).alone { () throws(OutputFailure) in
      Thread.detachNewThread {
        do {
          try SharedFile("f", in: RealFolder(path, makes: false)).alone { () throws(OutputFailure) in
            _ = isIn.signal()
          }
        } catch {
          Issue.record(error)
        }
      }
      #expect(isIn.wait(timeout: .now() + 0.3) == .timedOut)
    }
    #expect(isIn.wait(timeout: .now() + 300) == .success)
  }

  @Test("shared files hold what was written where, and zeros between")
  func places() throws {
    let place = try TestFolder()
    let file = try SharedFile("f", in: place.real)
    #expect(file.read(2, at: 0) == nil)
    try file.write([7, 8], at: 4)
    #expect(file.read(6, at: 0) == [0, 0, 0, 0, 7, 8])
    #expect(file.read(2, at: 5) == nil)
    #expect(try file.size() == 6)
    #expect(try place.mode("f") == 0o600)
    try place.link("link", to: "f")
    var failure: OutputFailure?
    do { _ = try SharedFile("link", in: place.real) } catch { failure = error as? OutputFailure }
    #expect(failure?.path == place("link") && failure?.number == ELOOP)
  }
}
