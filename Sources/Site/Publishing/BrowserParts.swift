internal import Content
internal import Facts
internal import FormDefinition
internal import FormMessages
internal import Site
internal import ZhinanValidation

/// What the pages of a guide's forms load, each part once.
struct BrowserParts {
  /// The scripts, those that several forms share once.
  private(set) var files: [OutputFile] = []
  /// What pages with tools load, by the version's id: the module, the facts, the sentences.
  private(set) var toolParts: [String: [PublishedPart]] = [:]
  /// Whether something could not be packed.
  private(set) var isIncomplete = false
  private var module: [PublishedPart] = []
  private var tableModule: [PublishedPart] = []
  private var toolModule: [PublishedPart] = []
  private var glyphs: [PublishedPart] = []
  private let kept: KeptParts?

  /// - Parameters:
  ///   - module: the packed WebAssembly module; without one pages load nothing.
  ///   - tableModule: the same for whoever fills in many records.
  ///   - toolModule: the same for pages with small tools.
  ///   - glyphPacks: what filling takes from fonts, the pack first that every form needs.
  ///   - kept: what was packed before, and need not be packed again.
  init(
    module: [UInt8]?, tableModule: [UInt8]?, toolModule: [UInt8]?, glyphPacks: [[UInt8]], keeping kept: KeptParts?
  ) {
    self.kept = kept
    self.toolModule = [toolModule.flatMap { add("module-tools", at: "assets/module-tools.js", $0) }].compactMap(\.self)
    guard let module else { return }
    self.module = [add("module", at: "assets/module.js", module)].compactMap(\.self)
    self.tableModule = [
      tableModule.flatMap { add("module-tables", at: "assets/module-tables.js", $0) }
    ].compactMap(\.self)
    glyphs = glyphPacks.enumerated().compactMap {
      add("glyphs-\($0.offset)", at: "assets/glyphs-\($0.offset).js", $0.element)
    }
  }

  /// The forms with their parts, in the order in which a page loads them: what checks answers first, then what fills, then
  /// what tables and the small tools need.
  ///
  /// - Parameters:
  ///   - facts: by the versions' ids.
  ///   - messages: in the guide's language.
  mutating func published(
    _ forms: [PublishedForm], in guide: Guide, facts: [String: GuideFacts], messages: MessageCatalog?
  ) -> [PublishedForm] {
    guard let messages else { return forms }
    let table = messages.table.encoded()
    let language = String(decoding: messages.table.language, as: UTF8.self)
    var forms = forms
    for version in guide.versions {
      let own = module.isEmpty ? [] : forms.indices.filter { forms[$0].version == version.id }
      let facts = facts[version.id].flatMap { toolModule.isEmpty || !$0.hasTools ? nil : $0 }
      if own.isEmpty, facts == nil { continue }
      let folder = "\(version.id)/forms"
      let sentences = [add("messages", at: "\(folder)/\(language).messages.js", table)].compactMap(\.self)
      let tools = facts.map {
        toolModule + [add("facts", at: "\(version.id)/facts.js", $0.rulesJSON)].compactMap(\.self)
      }
      toolParts[version.id] = tools.map { $0 + sentences } ?? []
      let shared = module + sentences
      for index in own {
        let form = forms[index]
        let compiled = add("form", at: "\(folder)/\(form.id).form.js", form.compiled)
        let blank = add("blank", at: "\(folder)/\(form.id).blank.js", form.pdf)
        forms[index].parts =
          shared + [compiled].compactMap(\.self) + glyphs.prefix(2) + [blank].compactMap(\.self) + glyphs.dropFirst(2)
          + tableModule + (facts?.limits == nil ? [] : tools ?? [])
        forms[index].scans = facts?.limits.map {
          ScanDemands(kinds: $0.kinds.map { "\($0.name)" }, inColour: facts?.wantsColour ?? false)
        }
      }
    }
    return forms
  }

  private mutating func add(_ name: String, at path: String, _ bytes: [UInt8]) -> PublishedPart? {
    let known = kept?.part(name, at: path, bytes)
    guard let part = known ?? BrowserPart(name: name, path: path, bytes: bytes) else {
      isIncomplete = true
      return nil
    }
    if known == nil { kept?.keep(part, of: bytes) }
    files.append(part.file)
    return part.part
  }
}
