package import Diagnostics
package import Foundation
package import SourceText

/// A guide as its authors wrote it: what stands in `content/`.
package struct Guide: Sendable {
  package var title: String
  package var shortTitle: String
  /// BCP 47 tag such as `zh-CN`.
  package var language: String
  package var description: String
  /// Where the site will stand: an absolute URL that ends in `/`.
  package var address: String
  /// Newest first.
  package var versions: [GuideVersion]
  package var labels: Labels

  /// The version in force.
  package var current: GuideVersion? { versions.first { $0.status == .current } }
}

/// How a version stands to the one in force.
package enum VersionStatus: String, Sendable, CaseIterable {
  case draft, current, superseded
}

/// One version of a guide, with all its pages.
package struct GuideVersion: Sendable {
  /// Folder below `content/` and first part of every address.
  package var id: String
  package var title: String
  package var status: VersionStatus
  /// Date from which it is in force, `YYYY-MM-DD`.
  package var effective: String?
  /// Date of publication, `YYYY-MM-DD`.
  package var published: String?
  package var note: String?
  /// Place in guide.yml.
  package var place: SourcePlace
  /// In reading order, the home page first.
  package var pages: [SourcePage]
  /// By name.
  package var data: [String: DataFile]
  /// By name.
  package var figures: [Figure]
  package var formFiles: [FormFile]
  /// Files that are there but could not be read, below the version's folder: `fees.md`, `data/fees.yml`. That was
  /// reported; what names them is no second problem.
  package var unread: Set<String>
}

/// One page's text and what its front matter says.
package struct SourcePage: Sendable {
  /// File name without `.md`; `index` is the version's home.
  package var name: String
  package var title: String
  package var shortTitle: String?
  package var description: String
  package var order: Int
  /// Title of the navigation group.
  package var group: String?
  /// Place on the numbered road.
  package var step: Int?
  /// Place of the step in the front matter.
  package var stepPlace: SourcePlace?
  /// `YYYY-MM-DD`.
  package var updated: String?
  package var formerly: [FormerName]
  package var source: String?
  /// The Markdown below the front matter.
  package var body: String
  /// Lines of the file above the body.
  package var bodyLine: Int
  /// Path as messages show it.
  package var path: String

  package var isHome: Bool { name == "index" }
}

/// A name that a page had before, in all older versions or in the one named.
package struct FormerName: Sendable, Hashable {
  package var version: String?
  package var name: String
  package var place: SourcePlace
}

/// Facts: one file of `data/`.
package struct DataFile: Sendable {
  package var name: String
  package var path: String
  package var root: SourceNode
}

/// A picture of `figures/`.
package struct Figure: Sendable {
  /// File name with its extension.
  package var name: String
  package var path: String
  package var bytes: [UInt8]
}

/// A form's definition, for another room to read.
package struct FormFile: Sendable {
  package var id: String
  /// Path as messages show it.
  package var path: String
  package var url: URL
}
