internal import Foundation
internal import FoundationXML

/// Reads the XML of a part as it comes. Prefixes of names are passed over, as is the difference between the two editions
/// of the format, which is in their addresses only.
class PartParser: NSObject, XMLParserDelegate {
  /// Why reading ended before the part did.
  private(set) var failure: WorkbookFailure?
  private let part: String
  private var isDone = false

  init(_ part: String) { self.part = part }

  /// Reads the whole part; what is wrong with it is thrown.
  final func read(_ stream: PartStream) throws(WorkbookFailure) {
    let source = PartSource(stream)
    let parser = XMLParser(stream: source)
    parser.delegate = self
    let isWhole = parser.parse()
    if let failure = source.failure ?? failure { throw failure }
    guard isWhole || isDone else { throw .damaged(part) }
  }

  /// Ends reading: what follows is of no interest, or there is something wrong.
  final func stop(_ parser: XMLParser, _ failure: WorkbookFailure? = nil) {
    if isDone || self.failure != nil { return }
    self.failure = failure
    isDone = failure == nil
    parser.abortParsing()
  }

  /// An element begins; its name has no prefix.
  func begin(_ name: Substring, _ attributes: [String: String], _ parser: XMLParser) {}
  /// An element ends.
  func end(_ name: Substring, _ parser: XMLParser) {}
  /// Text, which may be a part of what an element holds.
  func characters(_ text: String, _ parser: XMLParser) {}

  final func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if isDone || failure != nil { return }
    begin(Self.local(name), attributes, parser)
  }

  final func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if isDone || failure != nil { return }
    end(Self.local(name), parser)
  }

  final func parser(_ parser: XMLParser, foundCharacters text: String) {
    if isDone || failure != nil { return }
    characters(text, parser)
  }

  final func parser(_ parser: XMLParser, foundCDATA block: Data) {
    if isDone || failure != nil { return }
    characters(String(decoding: block, as: UTF8.self), parser)
  }

  /// What is not well-formed is damaged: libxml2 would go on behind it.
  final func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) { stop(parser, .damaged(part)) }

  // No workbook declares anything; what does may mean to grow.
  final func parser(_ parser: XMLParser, foundInternalEntityDeclarationWithName name: String, value: String?) {
    stop(parser, .damaged(part))
  }

  final func parser(
    _ parser: XMLParser, foundExternalEntityDeclarationWithName name: String, publicID: String?, systemID: String?
  ) {
    stop(parser, .damaged(part))
  }

  final func parser(_ parser: XMLParser, foundElementDeclarationWithName name: String, model: String) {
    stop(parser, .damaged(part))
  }

  private static func local(_ name: String) -> Substring {
    name.utf8.lastIndex(of: UInt8(ascii: ":")).map { name[name.utf8.index(after: $0)...] } ?? name[...]
  }
}

extension [String: String] {
  /// The value of an attribute with any prefix, or with none.
  func value(_ name: String, withPrefix: Bool = false) -> String? {
    withPrefix ? first { $0.key.hasSuffix(":" + name) }?.value : self[name]
  }

  /// Whether an attribute says yes (XML Schema's boolean).
  func isTrue(_ name: String) -> Bool { self[name] == "1" || self[name] == "true" }
}

/// A part as `XMLParser` reads it.
private final class PartSource: InputStream {
  private let stream: PartStream
  /// Why reading ended before the part did.
  private(set) var failure: WorkbookFailure?
  private var hasBegun = false
  private var lastByte: UInt8 = 0
  private var encoding = UTF8Check()

  init(_ stream: PartStream) {
    self.stream = stream
    super.init(data: Data())
  }

  override func open() {}
  override func close() {}
  override var hasBytesAvailable: Bool { failure == nil }
  override var streamStatus: Stream.Status { .open }
  override var streamError: (any Error)? { nil }

  override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength length: Int) -> Int {
    if failure != nil { return -1 }
    do throws(WorkbookFailure) {
      let count = try stream.read(into: buffer, length)
      if !hasBegun, let flaw = PartProlog.flaw(UnsafeBufferPointer(start: buffer, count: count)) {
        throw .damaged(flaw)
      }
      // The first five bytes hold the beginning of a declaration, with a mark of UTF-8 before it, or nothing of the kind.
      let behind = UnsafeBufferPointer(
        rebasing: UnsafeBufferPointer(start: buffer, count: count)[min(hasBegun ? 0 : 5, count)...])
      if PartProlog.hasInstruction(behind, after: lastByte) { throw .damaged("XML") }
      lastByte = behind.last ?? lastByte
      hasBegun = true
      // Parts are written in UTF-8. `XMLParser` traps where a name is not, and libxml2 2.9 where it knows no way from the
      // encoding that the first bytes look like.
      guard encoding.takes(UnsafeBufferPointer(start: buffer, count: count)), count > 0 || encoding.isWhole else {
        throw .damaged("UTF-8")
      }
      return count
    } catch {
      failure = error
      return -1
    }
  }
}
