package import Diagnostics

/// What was released of a version: the digests of its files and the forms as they were handed out, which
/// `release/` below its folder keeps.
package struct Release: Sendable {
  /// A form as it was released.
  package struct Form: Sendable {
    /// The blank PDF.
    package let blank: [UInt8]
    /// The compiled form.
    package let compiled: [UInt8]

    /// A form's two files.
    package init(blank: [UInt8], compiled: [UInt8]) { (self.blank, self.compiled) = (blank, compiled) }
  }

  /// The day of the release, `YYYY-MM-DD`.
  package var released: String
  /// The day of the newest correction; `nil` where there was none.
  package var corrected: String?
  /// Errata that were released with it, as ``Erratum/line`` tells them: they name no later change.
  package var errata: Set<String> = []
  /// By the forms' ids.
  package var forms: [String: Form] = [:]

  /// A release of a day.
  package init(released: String, corrected: String? = nil) { (self.released, self.corrected) = (released, corrected) }

  /// The folder below the version's that keeps it, and the list in it.
  package static let folder = "release"
  /// Path of the list below the version's folder.
  package static let manifest = "release/manifest.json"
}

/// What was put right in a version after its release: guide.yml says it, and the page that it is about shows it.
package struct Erratum: Sendable {
  /// The day, `YYYY-MM-DD`.
  package var date: String
  /// The file below the version's folder, such as `fees.md` or `data/fees.yml`.
  package var file: String
  /// What was wrong, and what is right, for readers.
  package var text: String
  /// Place in guide.yml.
  package var place: SourcePlace

  /// The whole of it in one line.
  package var line: String { "\(date) \(file) \(text)" }
}
