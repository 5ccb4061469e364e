/// Where a text stands between the left and right sides of its field; raw values are those of `/Q`.
package enum PDFAlignment: Int, Sendable {
  case left, centre, right
}

/// A field for text (PDF 32000-1 §12.7.4.3).
package struct PDFTextField: Sendable {
  /// ASCII without a full stop, one of its kind in the document: what programs know the field by.
  package var name: String
  /// What a reader, also one who listens, is told about the field.
  package var tooltip: String
  package var page: PDFPageIndex
  package var rectangle: PDFRectangle
  /// Points.
  package var fontSize: Double
  /// UTF-16 code units that a viewer lets one type.
  package var maximumLength: Int?
  /// Whether the text stands in `maximumLength` cells of equal width; the field draws no dividers.
  package var comb: Bool
  package var multiline: Bool
  package var required: Bool
  package var readOnly: Bool
  package var alignment: PDFAlignment
  package var scripts: PDFFieldScripts?
  /// Its place in the structure of a tagged document.
  package var element: PDFElement?

  package init(
    name: String, tooltip: String, page: PDFPageIndex, rectangle: PDFRectangle, fontSize: Double,
    maximumLength: Int? = nil, comb: Bool = false, multiline: Bool = false, required: Bool = false,
    readOnly: Bool = false, alignment: PDFAlignment = .left, scripts: PDFFieldScripts? = nil,
    element: PDFElement? = nil
  ) {
    self.scripts = scripts
    self.element = element
    self.name = name
    self.tooltip = tooltip
    self.page = page
    self.rectangle = rectangle
    self.fontSize = fontSize
    self.maximumLength = maximumLength
    self.comb = comb
    self.multiline = multiline
    self.required = required
    self.readOnly = readOnly
    self.alignment = alignment
  }
}

/// What stands in a chosen box.
package enum PDFMark: Sendable, Hashable {
  /// A tick in a square frame.
  case tick
  /// A dot in a round frame.
  case dot
}

/// A box to tick (PDF 32000-1 §12.7.4.2.3). It draws its own frame.
package struct PDFCheckBox: Sendable {
  package var name: String
  package var tooltip: String
  package var page: PDFPageIndex
  package var rectangle: PDFRectangle
  /// The value of a ticked box, ASCII; not `Off`.
  package var exportName: String
  package var required: Bool
  package var element: PDFElement?

  package init(
    name: String, tooltip: String, page: PDFPageIndex, rectangle: PDFRectangle, exportName: String = "Yes",
    required: Bool = false, element: PDFElement? = nil
  ) {
    self.element = element
    self.name = name
    self.tooltip = tooltip
    self.page = page
    self.rectangle = rectangle
    self.exportName = exportName
    self.required = required
  }
}

/// Boxes of which one is chosen (PDF 32000-1 §12.7.4.2.4). They draw their own frames.
package struct PDFRadioGroup: Sendable {
  /// One box of the group.
  package struct Button: Sendable {
    package var page: PDFPageIndex
    package var rectangle: PDFRectangle
    /// The group's value when this one is chosen, ASCII, another for each; not `Off`.
    package var exportName: String
    /// What this box is called, besides its group; none when empty.
    package var tooltip: String
    package var element: PDFElement?

    package init(
      page: PDFPageIndex, rectangle: PDFRectangle, exportName: String, tooltip: String = "", element: PDFElement? = nil
    ) {
      self.tooltip = tooltip
      self.element = element
      self.page = page
      self.rectangle = rectangle
      self.exportName = exportName
    }
  }

  package var name: String
  package var tooltip: String
  package var required: Bool
  package var mark: PDFMark
  package var buttons: [Button]

  package init(name: String, tooltip: String, required: Bool = false, mark: PDFMark = .tick, buttons: [Button]) {
    self.name = name
    self.tooltip = tooltip
    self.required = required
    self.mark = mark
    self.buttons = buttons
  }
}

/// A drop-down list (PDF 32000-1 §12.7.4.4).
package struct PDFChoice: Sendable {
  /// A line of the list.
  package struct Option: Sendable {
    /// The field's value when this is chosen.
    package var export: String
    /// What one reads in the list.
    package var display: String

    package init(export: String, display: String) {
      self.export = export
      self.display = display
    }
  }

  package var name: String
  package var tooltip: String
  package var page: PDFPageIndex
  package var rectangle: PDFRectangle
  package var options: [Option]
  /// Points.
  package var fontSize: Double
  package var required: Bool
  package var alignment: PDFAlignment
  package var element: PDFElement?

  package init(
    name: String, tooltip: String, page: PDFPageIndex, rectangle: PDFRectangle, options: [Option], fontSize: Double,
    required: Bool = false, alignment: PDFAlignment = .left, element: PDFElement? = nil
  ) {
    self.element = element
    self.name = name
    self.tooltip = tooltip
    self.page = page
    self.rectangle = rectangle
    self.options = options
    self.fontSize = fontSize
    self.required = required
    self.alignment = alignment
  }
}

/// A place for a digital signature, to be signed by another program (PDF 32000-1 §12.7.4.5).
package struct PDFSignature: Sendable {
  package var name: String
  package var tooltip: String
  package var page: PDFPageIndex
  package var rectangle: PDFRectangle
  package var element: PDFElement?

  package init(
    name: String, tooltip: String, page: PDFPageIndex, rectangle: PDFRectangle, element: PDFElement? = nil
  ) {
    self.element = element
    self.name = name
    self.tooltip = tooltip
    self.page = page
    self.rectangle = rectangle
  }
}
