internal import Diagnostics
internal import FormBatch
internal import FormFilling
internal import Synchronization
internal import TextLayout

extension FormSession {
  /// The form as a batch works with it.
  func batchForm(_ options: FillOptions) -> BatchForm {
    BatchForm(
      compiled: form, blank: blank, messages: messages, today: today, program: "zhinan \(zhinanVersion)",
      fonts: shelf.identity, options: options)
  }

  /// The fonts for a batch; all its threads share those that are read later.
  var batchFonts: BatchFonts {
    let shelf = SharedShelf(self.shelf)
    return BatchFonts(first: self.shelf.first) { shelf.all() }
  }
}

/// A shelf of fonts that several threads ask.
private final class SharedShelf: Sendable {
  private let shelf: Mutex<FontShelf>

  init(_ shelf: FontShelf) { self.shelf = Mutex(shelf) }

  func all() -> Result<FontChain, BatchFonts.FontProblems> {
    shelf.withLock { shelf in
      var diagnostics: [Diagnostic] = []
      guard let chain = shelf.all(diagnostics: &diagnostics) else {
        return .failure(BatchFonts.FontProblems(diagnostics))
      }
      return .success(chain)
    }
  }
}
