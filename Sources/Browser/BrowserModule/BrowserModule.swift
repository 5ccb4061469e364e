internal import Foundation

/// The WebAssembly module that answers rules and checks records in a browser. It imports nothing.
package enum BrowserModule {
  /// The module's bytes; `nil` when the toolchain that built zhinan could not make it.
  package static func bytes() -> [UInt8]? {
    let text = embeddedModule.withUTF8Buffer { Data($0) }
    guard !text.isEmpty, let module = Data(base64Encoded: text) else { return nil }
    return [UInt8](module)
  }
}
