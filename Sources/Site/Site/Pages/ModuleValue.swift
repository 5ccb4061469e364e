internal import Bytes
internal import Content
internal import GuideText
internal import Templates

/// Keys of pages on which the WebAssembly module runs: pages of forms, and those that hold a tool.
enum ModuleValue {
  /// `hasModule`, `formStyle`, `formScript`, `toolScript`, `tableScript` and `parts` of a page at `path`.
  static func members(
    _ parts: [PublishedPart], at path: SitePath, in site: SiteContext
  ) -> TemplateMap {
    [
      .hasModule: true, .formStyle: site.templates.assetURL("assets/form.css", root: path.root),
      .formScript: site.templates.assetURL("assets/form.js", root: path.root),
      .toolScript: .absent,
      .tableScript: site.templates.assetURL("assets/tables.js", root: path.root),
      .parts: .html(json(parts, from: path)),
    ]
  }

  /// The same for a page of the guide; empty where it holds no tool or a browser would have nothing to run.
  static func members(of id: PageID, in site: SiteContext) -> TemplateMap {
    let page = site.index.page(id)
    return members(of: page.directives, version: id.version, at: page.path, in: site)
  }

  /// The same for a text at `path` that holds these directives.
  static func members(
    of directives: Set<String>, version: Int, at path: SitePath, in site: SiteContext
  ) -> TemplateMap {
    let parts = site.toolParts[site.guide.versions[version].id] ?? []
    let tools = site.templates.toolDirectives
    guard !parts.isEmpty, !directives.isDisjoint(with: tools) else { return [:] }
    var members = members(parts, at: path, in: site)
    members.merge([.toolScript: site.templates.assetURL("assets/tools.js", root: path.root)])
    return members
  }

  /// The parts as JSON that may stand in a script element: name, address, identity.
  private static func json(_ parts: [PublishedPart], from path: SitePath) -> [UInt8] {
    var writer = JSONByteWriter(.beyondASCII)
    writer.array(parts) { writer, part in
      let address = SitePath(part.path).relative(from: path) + "?v=\(part.identity)"
      writer.array([part.name, address, part.identity]) { $0.text($1) }
    }
    return script(writer)
  }

  /// The JSON as a script element may hold it: what would end the element stands in strings only, where an escape means
  /// the same.
  static func script(_ writer: JSONByteWriter) -> [UInt8] {
    writer.bytes.flatMap { $0 == UInt8(ascii: "<") ? Array("\\u003C".utf8) : [$0] }
  }
}
