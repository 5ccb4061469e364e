internal import Files
internal import FormDefinition
internal import Site
internal import SourceText
internal import Synchronization
internal import Workbooks

/// What is kept from one build of a guide to the next while it is written: what takes long to make, each with all that it
/// was made from. Who asks for something gets it only if the same bytes would be made again.
package final class KeptParts: Sendable {
  /// A form that was drawn.
  struct Form {
    let sources: FormSources
    /// The data files that it asked for, as ``SourceNode/content`` by name; `nil` for one that was not there.
    let data: [String: [UInt8]?]
    /// The same of pictures, by the bytes of their files.
    let pictures: [String: [UInt8]?]
    let drawn: DrawnForm
    let drawing: FormDrawingNotes
  }

  /// Glyph packs.
  struct Packs {
    let fonts: [UInt8]
    let tiers: [[UInt32]]
    let packs: [[UInt8]]
  }

  private struct State {
    var forms: [BytePath: Form] = [:]
    var parts: [BytePath: (bytes: [UInt8], part: BrowserPart)] = [:]
    var packs: Packs?
    var sheets: [String: (design: SheetDesign, bytes: [UInt8])] = [:]
    var catalogs: [String: MessageCatalog] = [:]
  }

  private let state = Mutex(State())

  /// Nothing is kept yet.
  package init() {}

  /// The form at a path as it was drawn from the same sources.
  ///
  /// - Parameters:
  ///   - data: gives the data file of that name as it is now.
  ///   - pictures: gives the picture of that name as it is now.
  func form(_ sources: FormSources, data: (String) -> SourceNode?, pictures: (String) -> [UInt8]?) -> Form? {
    guard let form = state.withLock({ $0.forms[sources.path] }), form.sources == sources,
      form.data.allSatisfy({ data($0.key)?.content == $0.value }),
      form.pictures.allSatisfy({ pictures($0.key) == $0.value })
    else { return nil }
    return form
  }

  /// Keeps a form in place of what was kept for its path.
  func keep(_ form: Form) { state.withLock { $0.forms[form.sources.path] = form } }

  /// The script of that name and path as it was packed from the same bytes.
  func part(_ name: String, at path: String, _ bytes: [UInt8]) -> BrowserPart? {
    guard let kept = state.withLock({ $0.parts[BytePath(path)] }), kept.part.part.name == name, kept.bytes == bytes
    else {
      return nil
    }
    return kept.part
  }

  /// Keeps a script in place of what was kept for its path.
  func keep(_ part: BrowserPart, of bytes: [UInt8]) {
    state.withLock { $0.parts[BytePath(part.part.path)] = (bytes, part) }
  }

  /// The catalogue of a language as it was read from the same text.
  func catalog(_ language: String, _ text: String) -> MessageCatalog? {
    guard let catalog = state.withLock({ $0.catalogs[language] }), catalog.source.utf8.elementsEqual(text.utf8) else {
      return nil
    }
    return catalog
  }

  /// Keeps a catalogue in place of what was kept for its language.
  func keep(_ catalog: MessageCatalog, _ language: String) { state.withLock { $0.catalogs[language] = catalog } }

  /// The workbook at a path as it was made of the same design.
  func sheet(_ design: SheetDesign, at path: String) -> [UInt8]? {
    state.withLock { $0.sheets[path] }.flatMap { $0.design == design ? $0.bytes : nil }
  }

  /// Keeps a workbook in place of what was kept for its path.
  func keep(_ sheet: [UInt8], of design: SheetDesign, at path: String) {
    state.withLock { $0.sheets[path] = (design, sheet) }
  }

  /// The packs of the same fonts and characters.
  func packs(of fonts: [UInt8], _ tiers: [[UInt32]]) -> [[UInt8]]? {
    guard let kept = state.withLock({ $0.packs }), kept.fonts == fonts, kept.tiers == tiers else { return nil }
    return kept.packs
  }

  /// Keeps packs in place of those before.
  func keep(_ packs: Packs) { state.withLock { $0.packs = packs } }
}
