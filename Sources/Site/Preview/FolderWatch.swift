@preconcurrency internal import Dispatch
internal import Foundation

/// Tells that something may have changed below some folders: at once where the system says so (inotify(7)), and every
/// two seconds all the same, because not every file system does. Whether something did is for ``FolderState`` to say.
struct FolderWatch {
  /// A moment at which a change is possible; those that come while nobody listens are one.
  let moments: AsyncStream<Void>
  private let descriptor: Int32

  /// A file is written and closed, gets this name or loses it, or its permissions change. Bytes that are written to a
  /// file that stays open are none: it would be read half-written.
  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)

  /// - Parameter interval: how long nothing may be heard before something may have changed all the same.
  init(interval: DispatchTimeInterval = .seconds(2)) {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    self.descriptor = descriptor
    let (moments, tell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    self.moments = moments
    let queue = DispatchQueue(label: "zhinan.watch")
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + interval, repeating: interval)
    timer.setEventHandler { tell.yield() }
    timer.resume()
    guard descriptor >= 0 else {
      tell.onTermination = { _ in timer.cancel() }
      return
    }
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    source.setEventHandler {
      var bytes = [UInt8](repeating: 0, count: 1 << 12)
      while read(descriptor, &bytes, bytes.count) > 0 {}
      tell.yield()
    }
    source.setCancelHandler { close(descriptor) }
    source.resume()
    tell.onTermination = { _ in
      timer.cancel()
      source.cancel()
    }
  }

  /// Listens to these folders too; one that is listened to already stays so.
  func listen(to folders: [String]) {
    guard descriptor >= 0 else { return }
    for folder in folders { inotify_add_watch(descriptor, folder, Self.events) }
  }
}
