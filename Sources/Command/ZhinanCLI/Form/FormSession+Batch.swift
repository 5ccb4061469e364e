internal import Diagnostics
internal import FormBatch
internal import FormFilling
internal import Publishing
internal import Synchronization
internal import TextLayout

extension FormSession {
  /// The form as a batch works with it.
  func batchForm(_ options: FillOptions) -> BatchForm {
    BatchForm(
      compiled: form, blank: blank, messages: messages, today: today,
      filler: fonts.filler(of: "zhinan \(zhinanVersion)"), options: options)
  }

  /// The fonts for a batch; all its threads share those that are read later.
  var batchFonts: BatchFonts {
    let shared = SharedFonts(fonts)
    return BatchFonts(first: fonts.first) { shared.all() }
  }
}

/// Fonts that several threads ask for.
private final class SharedFonts: Sendable {
  private let library: Mutex<FontLibrary>

  init(_ library: FontLibrary) { self.library = Mutex(library) }

  func all() -> Result<FontChain, BatchFonts.FontProblems> {
    library.withLock { library in
      var diagnostics: [Diagnostic] = []
      guard let chain = library.all(diagnostics: &diagnostics) else {
        return .failure(BatchFonts.FontProblems(diagnostics))
      }
      return .success(chain)
    }
  }
}
