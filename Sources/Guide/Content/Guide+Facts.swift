internal import Diagnostics
internal import Files
internal import Foundation
internal import SourceText

extension Guide {
  /// Fills facts into the texts of guide.yml and of the guide's own labels: those of the version in force, of the newest
  /// where none is. What was written is kept in `writtenTexts`.
  ///
  /// - Parameters:
  ///   - node: what stands in guide.yml.
  ///   - root: the folder that holds content/.
  mutating func fillFacts(_ node: SourceNode, root: URL, diagnostics: inout [Diagnostic]) {
    guard let number = versions.firstIndex(where: { $0.status == .current }) ?? versions.indices.first else { return }
    var filler = FactFiller(versions[number])
    var written: [WrittenText] = []
    func filled(_ key: String) -> String? {
      guard let value = node[key], let text = value.text else { return nil }
      written.append(WrittenText(text: text, place: value.place))
      return filler.filled(text, at: value.place)
    }
    title = filled("title") ?? title
    shortTitle = filled("short-title") ?? title
    description = filled("description") ?? description
    noticeTitle = filled("notice-title") ?? noticeTitle
    notice = filled("notice") ?? notice
    // What is wrong besides was told when they were read first.
    var ignored: [Diagnostic] = []
    if labels.path.hasPrefix(ThemeFile.own) {
      labels = Labels.read(root: root, filling: { filler.filled($0) }, diagnostics: &ignored)
    }
    if let words = node["words"] {
      written += (words.map ?? []).compactMap { entry in
        entry.value.text.map { WrittenText(text: $0, place: entry.value.place) }
      }
      labels.words.read(filler.filled(words), diagnostics: &ignored)
    }
    writtenTexts = written
    versions[number].written.note(filler)
    diagnostics += filler.diagnostics
  }
}

extension GuideVersion {
  /// Fills the version's facts into what guide.yml says of it, and keeps what was written of its title and its note.
  ///
  /// An erratum is not kept: it says what was put right on its day, whatever the facts say since.
  ///
  /// - Parameter node: the version's entry.
  mutating func fillFacts(_ node: SourceNode, diagnostics: inout [Diagnostic]) {
    var filler = FactFiller(self)
    writtenTexts = ["title", "note"].compactMap { key in
      node[key].flatMap { value in value.text.map { WrittenText(text: $0, place: value.place) } }
    }
    title = filler.filled(title, at: node["title"]?.place ?? place)
    note = note.map { filler.filled($0, at: node["note"]?.place ?? place) }
    for number in errata.indices {
      errata[number].text = filler.filled(errata[number].text, at: errata[number].place)
    }
    written.note(filler)
    diagnostics += filler.diagnostics
  }
}
