internal import Files
internal import Foundation
internal import NIOCore
internal import NIOHTTP1

/// Decides what a request is answered with.
struct PreviewAnswers: Sendable {
  enum Reply: Sendable {
    case answer(PreviewAnswer)
    /// An answer that waits until the count of builds is another than this.
    case wait(since: Int)
  }

  let words: PreviewWords
  /// The port that is served: a request that names another host or port comes from elsewhere.
  let port: Int

  /// The reply to a request's head.
  func reply(to head: HTTPRequestHead, _ state: PreviewState) -> Reply {
    guard let target = RequestTarget(head) else { return .answer(Self.plain(.badRequest)) }
    guard isServed(target.host) else { return .answer(Self.plain(.misdirectedRequest)) }
    guard head.method == .GET || head.method == .HEAD else {
      var refusal = Self.plain(.methodNotAllowed)
      refusal.headers.add(name: "Allow", value: "GET, HEAD")
      return .answer(refusal)
    }
    switch target.path {
    case ReloadScript.path:
      return .answer(
        PreviewAnswer(.ok, type: SiteFolder.type(of: ".js"), .bytes(Array(ReloadScript.text.utf8))))
    case ReloadScript.waitPath:
      return head.method == .HEAD ? .answer(Self.script(nil, known: 0)) : .wait(since: target.known)
    case ProblemStyle.path:
      return .answer(
        PreviewAnswer(.ok, type: SiteFolder.type(of: ".css"), .bytes(Array(ProblemStyle.text.utf8))))
    default: return .answer(answer(to: target.path, state))
    }
  }

  /// What ends a wait.
  ///
  /// - Parameter state: how the site stands; `nil` when it stands as the page knows it, after `known` builds.
  static func script(_ state: PreviewState?, known: Int) -> PreviewAnswer {
    let text = ReloadScript.answer(state, known: known)
    return PreviewAnswer(.ok, type: SiteFolder.type(of: ".js"), .bytes(Array(text.utf8)))
  }

  /// An answer that is its status alone.
  static func plain(_ status: HTTPResponseStatus) -> PreviewAnswer {
    let text = "\(status.code) \(status.reasonPhrase)\n"
    return PreviewAnswer(status, type: SiteFolder.type(of: ".txt"), .bytes(Array(text.utf8)))
  }

  /// The loopback names, with the port that is served. A page elsewhere can point a name of its own at this machine
  /// (DNS rebinding), and would read drafts if any name were answered.
  private func isServed(_ host: String) -> Bool {
    let names = ["localhost", "127.0.0.1", "[::1]"]
    let host = host.lowercased()
    return names.contains { host == "\($0):\(port)" || (port == 80 && host == $0) }
  }

  private func answer(to path: String, _ state: PreviewState) -> PreviewAnswer {
    guard let (count, files) = state.built else {
      let page = state.problems?.page(count: state.count) ?? words.waiting()
      return PreviewAnswer(.serviceUnavailable, type: SiteFolder.type(of: ".html"), .bytes(page))
    }
    switch files.answer(to: path) {
    case .file(let file, let type):
      return content(of: file, .ok, type: type, count: count) ?? Self.plain(.serviceUnavailable)
    case .moved(let address):
      var answer = Self.plain(.temporaryRedirect)
      answer.headers.add(name: "Location", value: address)
      return answer
    case .missing(let file):
      return content(of: file, .notFound, type: SiteFolder.type(of: file), count: count) ?? Self.plain(.notFound)
    }
  }

  /// The file as it is; a page with the script that reloads it. `nil` when it cannot be read now.
  private func content(of file: String, _ status: HTTPResponseStatus, type: String, count: Int) -> PreviewAnswer? {
    guard type.hasPrefix("text/html") else {
      return Self.opened(file).map { PreviewAnswer(status, type: type, .file($0.handle, size: $0.size)) }
    }
    guard let page = try? InputFile.read(file) else { return nil }
    return PreviewAnswer(status, type: type, .bytes(ReloadScript.injected(into: page, count: count)))
  }

  /// A regular file opened for sending it, and its size; `nil` when it cannot be opened now.
  private static func opened(_ file: String) -> (handle: NIOFileHandle, size: Int)? {
    guard let (descriptor, size) = try? InputFile.opened(file) else { return nil }
    return (NIOFileHandle(_deprecatedTakingOwnershipOfDescriptor: descriptor), size)
  }
}

/// What a request asks for (RFC 9112 §3.2).
struct RequestTarget: Equatable {
  /// As the client calls the server: name and port.
  let host: String
  /// Percent-encoded, without the query.
  let path: String
  /// The count of builds that the page knows; 0 when it says none.
  let known: Int

  /// `nil` when the request names no host or several, or no path.
  init?(_ head: HTTPRequestHead) {
    let hosts = head.headers["Host"]
    guard hosts.count == 1 else { return nil }
    var host = hosts[0]
    var rest = head.uri[...]
    if rest.lowercased().hasPrefix("http://") {
      rest = rest.dropFirst(7)
      host = String(rest.prefix { $0 != "/" && $0 != "?" })
      rest = rest.dropFirst(host.count)
      if rest.first != "/" { rest = "/" + rest }
    }
    if head.uri == "*" { rest = "/" }
    guard rest.first == "/" else { return nil }
    let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.host = host
    path = String(parts[0].prefix { $0 != "#" })
    let query = parts.count > 1 ? parts[1].split(separator: "&") : []
    known = query.first { $0.hasPrefix("since=") }.flatMap { Int($0.dropFirst(6)) } ?? 0
  }
}
