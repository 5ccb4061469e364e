internal import Content
internal import Diagnostics
internal import GuideText
internal import Templates

/// The keys that the engine fills templates with; see the contexts in Pages/ and Directives/.
enum TemplateVocabulary {
  /// Templates that the engine fills with these keys alone.
  static let templates = [
    "page", "home", "redirect", "not-found", "directives/note", "directives/tip", "directives/warning",
    "directives/details", "directives/steps", "directives/form", "directives/forms", "form-page", "all", "search",
    "changes", "redline",
  ]

  static let keys: Set<String> = Set(
    """
    site title shortTitle language description address root
    version id status isCurrent isSuperseded isDraft isUpcoming isSource later date errata say coming effective published note home
    versions isThis url hasPage pageCount current
    banner currentTitle currentURL draft upcoming from until
    redirectScript page canonical updated source html isHome name group step number total editPath
    outline level isSub hasOutline
    navigation pages isOpen isListed isRest
    previous next
    stylesheet script
    steps start forms
    locale image reviewed report isFolded nearPages nearScript
    form formVersion notice fieldCount size sections fields label required hint
    hasModule formStyle formScript toolScript tableScript sheet filler parts otherForms scans kinds inColour shownOn formPage preparation hasPreparation questions byHand hasQuestions hasByHand
    isComputed unit placeCount hasMorePlaces
    key kind isText isChoice isSeveral isByHand isSignature rule condition requirement notes hasNotes
    options value inputType inputMode capitals autofill suggestions hasSuggestions
    crumbs hasCrumbs noindex allPage hasPages
    search searchScript searchTable isChosenByTerm
    repeat elementTitle minimum maximum isFixed
    noticeTitle words statusWord hasRoad isFront isGone
    changes record feed moved hasMoved
    """.split { $0.isWhitespace }.map(String.init)
  ).union(GuideWords.entries.map(\.name))

  /// Reports names in the templates that the engine fills, and in the partials they hold, that no page has. Directives of
  /// a guide's own are filled with its facts, whose keys only the guide knows.
  static func check(_ library: TemplateLibrary, diagnostics: inout [Diagnostic]) {
    for (path, place) in library.tags(of: templates) {
      for part in path where !keys.contains(part) {
        diagnostics.append(
          .error(
            "template.unknown-key", at: place, ["part": .text(part)], hint: NearName.hint(part, in: keys.sorted())))
      }
    }
  }
}
