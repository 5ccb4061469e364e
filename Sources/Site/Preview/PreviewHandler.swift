internal import FlyingFox
internal import Foundation

/// Answers a browser's requests.
struct PreviewHandler: HTTPHandler {
  let files: SiteFolder
  let reloads: Reloads

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard request.method == .GET else {
      return HTTPResponse(statusCode: .methodNotAllowed, headers: HTTPHeaders([HTTPHeader("Allow"): "GET"]))
    }
    switch request.path {
    case ReloadScript.path: return response(.ok, ReloadScript.text, type: SiteFolder.type(of: ".js"))
    case ReloadScript.waitPath:
      let known = request.query.first { $0.name == "since" }.flatMap { Int($0.value) } ?? 0
      let changed = await reloads.changed(since: known)
      return response(.ok, changed ? "location.reload();\n" : "", type: SiteFolder.type(of: ".js"))
    default: break
    }
    switch files.answer(to: request.target.path()) {
    case .file(let bytes, let type) where type.hasPrefix("text/html"):
      return response(.ok, await page(bytes), type: type)
    case .file(let bytes, let type): return response(.ok, Data(bytes), type: type)
    case .moved(let path):
      return HTTPResponse(statusCode: .temporaryRedirect, headers: HTTPHeaders([HTTPHeader("Location"): path]))
    case .missing(let bytes): return response(.notFound, await page(bytes), type: SiteFolder.type(of: ".html"))
    }
  }

  private func page(_ bytes: [UInt8]) async -> String {
    ReloadScript.injected(into: String(decoding: bytes, as: UTF8.self), count: await reloads.count)
  }

  private func response(_ status: HTTPStatusCode, _ text: String, type: String) -> HTTPResponse {
    response(status, Data(text.utf8), type: type)
  }

  private func response(_ status: HTTPStatusCode, _ body: Data, type: String) -> HTTPResponse {
    HTTPResponse(
      statusCode: status, headers: [.contentType: type, HTTPHeader("Cache-Control"): "no-store"], body: body)
  }
}
