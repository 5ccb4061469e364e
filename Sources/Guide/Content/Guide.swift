internal import Bytes
package import Diagnostics
package import Foundation
package import SourceText

/// A guide as its authors wrote it: what stands in `content/`.
package struct Guide: Sendable {
  /// Name of the guide in full.
  package var title: String
  /// Name that fits a page's head.
  package var shortTitle: String
  /// BCP 47 tag such as `zh-CN`.
  package var language: String
  /// One sentence for search engines and the front page.
  package var description: String
  /// Where the site will stand: an absolute URL that ends in `/`.
  package var address: String
  /// Newest first.
  package var versions: [GuideVersion]
  /// Words that the engine writes itself.
  package var labels: Labels
  /// Addresses that stand for others.
  package var redirects: [RetiredAddress] = []
  /// Where guide.yml names the address.
  package var addressPlace: SourcePlace?
  /// Whether readers are led to drafts, too.
  package var listsDrafts = false
  /// How long pages are good for that do not say it themselves; `nil` for ever.
  package var reviewIn: ReviewInterval?
  /// Where readers tell of mistakes.
  package var report: ReportAddress?
  /// The picture that other sites show for a link to this one.
  package var image: SitePicture?
  /// What stands at the foot of every page; `nil` where the guide says nothing there.
  package var notice: String?
  /// The first sentence of that, which is set apart.
  package var noticeTitle: String?
  /// Its own texts of guide.yml before facts were filled in.
  package var writtenTexts: [WrittenText] = []

  /// The version in force.
  package var current: GuideVersion? { versions.first { $0.status == .current } }
}

/// A picture of the site that guide.yml names.
package struct SitePicture: Sendable {
  /// Its path below the site's root, such as `assets/card.png`.
  package var path: String
  /// Place in guide.yml.
  package var place: SourcePlace
}

/// How a version stands to the one in force.
package enum VersionStatus: String, Sendable, CaseIterable {
  case draft
  /// In force from a day to come.
  case upcoming
  case current, superseded
  /// The publisher's own text, which is never in force by itself.
  case source
}

/// What a version's text is.
package enum VersionKind: String, Sendable, CaseIterable {
  /// Written for the guide's readers.
  case edition
  /// The publisher's own text, letter by letter.
  case source
}

/// One version of a guide, with all its pages.
package struct GuideVersion: Sendable {
  /// Folder below `content/` and first part of every address.
  package var id: String
  /// Name that readers see, such as “Edition of 2025”.
  package var title: String
  /// Whether it is in force on the day of the build.
  package var status: VersionStatus
  /// What its text is.
  package var kind = VersionKind.edition
  /// BCP 47 tag of the guide's language.
  package var language = "en"
  /// Date from which it is in force, `YYYY-MM-DD`.
  package var effective: String?
  /// Date from which it is no longer in force, where guide.yml says so.
  package var repealed: String?
  /// Date from which it is no longer in force: that of the next edition, or its own.
  package var ends: String?
  /// The status that guide.yml states, whatever the dates say.
  package var statedStatus: VersionStatus?
  /// Date of publication, `YYYY-MM-DD`.
  package var published: String?
  /// Whether a date of it was told that cannot be read.
  package var isMisdated = false
  /// What was released of it; `nil` where it was not.
  package var release: Release?
  /// What was put right since, as guide.yml lists it.
  package var errata: [Erratum] = []
  /// A sentence about the version for the list of versions.
  package var note: String?
  /// Its title and note before facts were filled in.
  package var writtenTexts: [WrittenText] = []
  /// Place in guide.yml.
  package var place: SourcePlace
  /// In reading order, the home page first.
  package var pages: [SourcePage]
  /// What stands on the site's front page while the version is in force: `front.md`.
  package var front: SourcePage?
  /// By name.
  package var data: [String: DataFile]
  /// By name.
  package var figures: [Figure]
  /// Files to download, by name.
  package var attachments: [Attachment]
  /// Definitions of its forms, sorted by id.
  package var formFiles: [FormFile]
  /// Files that are there but could not be read, below the version's folder: `fees.md`, `data/fees.yml`. That was
  /// reported; what names them is no second problem.
  package var unread: Set<String>
  /// Texts that it quotes, by their names.
  package var sources: [QuotedSource] = []
  /// What its data files say before the facts in their texts are filled in, and what was filled in.
  package var written = WrittenFacts()

  /// The status that it has next, and from which day on; `nil` where that is not known.
  package var nextStatus: (date: String, status: VersionStatus)? {
    switch status {
    case .upcoming: effective.map { ($0, .current) }
    case .current: ends.map { ($0, .superseded) }
    case .draft, .superseded, .source: nil
    }
  }

  /// Its pages and the text of the front page.
  package var texts: [SourcePage] { pages + (front.map { [$0] } ?? []) }
}

/// One page's text and what its front matter says.
package struct SourcePage: Sendable {
  /// Its address below the version's: the file's path without `.md`, a section's without `/index`; `index` is the
  /// version's home, `front` the text of the site's front page.
  package var name: String
  /// Its file below the version's folder, such as `fees/key.md`.
  package var file: String
  /// The page's one heading of level 1.
  package var title: String
  /// Title for the navigation, where it is another.
  package var shortTitle: String?
  /// One sentence for search engines, cards and the page's head.
  package var description: String
  /// Place in reading order, smallest first.
  package var order: Int
  /// Title of the navigation group.
  package var group: String?
  /// Place on the numbered road.
  package var step: Int?
  /// Place of the step in the front matter.
  package var stepPlace: SourcePlace?
  /// Where the front matter's texts stand, by their keys.
  package var textPlaces: [String: SourcePlace] = [:]
  /// Those texts before facts were filled in.
  package var writtenTexts: [WrittenText] = []
  /// `YYYY-MM-DD`.
  package var updated: String?
  /// The day on which somebody last held the page against what it is about, `YYYY-MM-DD`.
  package var reviewed: String?
  /// How long it is good for after that; `nil` as the guide says for all pages.
  package var reviewIn: ReviewInterval?
  /// Level of the headings whose sections are folded.
  package var fold: Int?
  /// Names it had before.
  package var formerly: [FormerName]
  /// Where its facts come from, for readers.
  package var source: String?
  /// The Markdown below the front matter.
  package var body: String
  /// Lines of the file above the body.
  package var bodyLine: Int
  /// Path as messages show it.
  package var path: String

  /// Whether it is not ready to be found.
  package var isDraft: Bool

  /// Whether it is the version's home page.
  package var isHome: Bool { name == "index" }

  /// The folder of its file below the version's, such as `fees/`; empty for the version's own.
  package var folder: String { file.lastIndex(of: "/").map { String(file[...$0]) } ?? "" }

  /// Name of the section that it belongs to, which is a page too; `nil` for pages of the version itself.
  package var section: String? {
    guard let slash = name.lastIndex(of: "/") else { return nil }
    return String(name[..<slash])
  }

  /// The name of the page whose file this is.
  package static func name(ofFile file: String) -> String {
    let path = file.dropLast(".md".count)
    return String(path.hasSuffix("/index") ? path.dropLast("/index".count) : path)
  }
}

/// A name that a page had before, in all older versions or in the one named.
package struct FormerName: Sendable, Hashable {
  /// The version that had the name; `nil` for all older ones.
  package var version: String?
  /// The page's name then.
  package var name: String
  /// Place in the front matter.
  package var place: SourcePlace
}

/// Facts: one file of `data/`.
package struct DataFile: Sendable {
  /// File name without `.yml`: the first part of a path such as `fees.first.price`.
  package var name: String
  /// Path as messages show it.
  package var path: String
  /// The file's one value.
  package var root: SourceNode

  /// Whether what stands under a key is a quotation, which is held against the version's sources.
  package static func isQuotation(_ key: String) -> Bool { key == "quote" || key.hasSuffix("-quote") }
}

/// A picture: one of `figures/`, or one that stands beside pages.
package struct Figure: Sendable {
  /// Its path below the version's folder.
  package var name: String
  /// Path as messages show it.
  package var path: String
  /// The file as it is published.
  package var bytes: [UInt8]
  /// How large it is, where the file tells it.
  package var size: PictureSize?
  /// A drawing as it was written, where facts were filled in.
  package var written: [UInt8]?
}

/// A file of `files/`, for readers to download.
package struct Attachment: Sendable {
  /// Its path below the version's folder.
  package var name: String
  /// Path as messages show it.
  package var path: String
  /// The file as it is published.
  package var bytes: [UInt8]
  /// Of the bytes, so that another file of the same size is another.
  package let hash: UInt64

  init(name: String, path: String, bytes: [UInt8]) {
    (self.name, self.path, self.bytes, hash) = (name, path, bytes, FNV1a.hash64(bytes))
  }

  /// Its kind as readers know it: the name's extension in capitals.
  package var kind: String { VersionFiles.kind(of: name).uppercased() }
}

/// An address of the site that stands for another.
package struct RetiredAddress: Sendable {
  /// The address below the site's, such as `2019-09/old/`.
  package var from: String
  /// A page as a link from `content/` names it, such as `2026-11/fees.md#prices`, or another site's address.
  package var to: String
  /// Place in guide.yml.
  package var place: SourcePlace
}

/// A form's definition, for another room to read.
package struct FormFile: Sendable {
  /// File name without `.yml`.
  package var id: String
  /// Path as messages show it.
  package var path: String
  /// Where the file is.
  package var url: URL
  /// The layout that this version has for it, and its path as messages show it; `nil` when it is that of all versions.
  package var layout: (url: URL, path: String)?
}
