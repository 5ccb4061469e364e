extension PDFField {
  /// What is answered: the text, or the names of what is chosen. A button counts as chosen when its value says so, or,
  /// where that says nothing, its picture.
  var states: [PDFText] {
    if kind == .button {
      let valued = valued
      return valued.isEmpty ? pictured : valued
    }
    var states: [PDFText] = []
    for value in values where !value.scalars.isEmpty { states.append(value) }
    return states
  }

  /// The states that a button's value names.
  private var valued: [PDFText] {
    var states: [PDFText] = []
    for value in values {
      // pypdf writes the name of a radio group's choice as a string, slash and all.
      let state = value.scalars.first == 0x2F ? PDFText(scalars: Array(value.scalars.dropFirst())) : value
      if !state.scalars.isEmpty, !state.isOff { states.append(exported(state)) }
    }
    return states
  }

  /// The states that the widgets show, each once.
  private var pictured: [PDFText] {
    var shown: [PDFText] = []
    for widget in widgets {
      guard let state = widget.state.map({ PDFText(utf8: $0) }), !state.isOff else { continue }
      let text = exported(state)
      if !shown.contains(text) { shown.append(text) }
    }
    return shown
  }

  /// A button's state may be an index into `/Opt` (PDF 32000-1 §12.7.4.2.3).
  private func exported(_ state: PDFText) -> PDFText {
    guard let index = state.index, options.indices.contains(index) else { return state }
    return options[index].export
  }

  /// Whether a button's value and its pictures disagree.
  var isContradictory: Bool {
    guard kind == .button, !values.isEmpty, widgets.contains(where: { $0.state != nil }) else { return false }
    let (valued, pictured) = (valued, pictured)
    return !valued.allSatisfy { pictured.contains($0) } || !pictured.allSatisfy { valued.contains($0) }
  }
}

extension PDFText {
  /// Whether it is `Off`, the state of a button that is not chosen.
  fileprivate var isOff: Bool { scalars == [0x4F, 0x66, 0x66] }

  /// A whole number that is not negative.
  fileprivate var index: Int? {
    var number = 0
    let digits = scalars.first == 0x2B ? scalars.dropFirst() : scalars[...]
    for digit in digits {
      guard (0x30...0x39).contains(digit), number < 10_000 else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return digits.isEmpty ? nil : number
  }
}
