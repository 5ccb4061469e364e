internal import Foundation

/// The WebAssembly module that checks and fills forms in a browser. It imports nothing.
package enum BrowserModule {
  /// The module's bytes; `nil` when the toolchain that built zhinan could not make it.
  package static func bytes() -> [UInt8]? { bytes(of: embeddedModule) }

  /// The module with what pages of forms call alone, packed: templates/assets/form.js/02-parts.js unpacks it. `nil` as above.
  package static func pageBytes() -> [UInt8]? { bytes(of: embeddedPageModule) }

  /// The same with what a page asks of a table of records.
  package static func tableBytes() -> [UInt8]? { bytes(of: embeddedTableModule) }

  /// The same with what the small tools of other pages call, and nothing of forms.
  package static func toolBytes() -> [UInt8]? { bytes(of: embeddedToolModule) }

  private static func bytes(of text: StaticString) -> [UInt8]? {
    let text = text.withUTF8Buffer { Data($0) }
    guard !text.isEmpty, let module = Data(base64Encoded: text) else { return nil }
    return [UInt8](module)
  }
}
