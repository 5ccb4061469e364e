/// Where a text stands between the left and right sides of its field; raw values are those of `/Q`.
package enum PDFAlignment: Int, Sendable {
  case left, centre, right
}

/// A field for text (PDF 32000-1 §12.7.4.3).
package struct PDFTextField: Sendable {
  /// ASCII without spaces and full stops, one of its kind in the document: what programs know the field by.
  package var name: String
  /// What a reader, also one who listens, is told about the field.
  package var tooltip: String
  /// The page on which the field's widget stands.
  package var page: PDFPageIndex
  /// Its widget's rectangle, points.
  package var rectangle: PDFRectangle
  /// Points.
  package var fontSize: Double
  /// UTF-16 code units that a viewer lets one type.
  package var maximumLength: Int?
  /// Whether the text stands in `maximumLength` cells of equal width; the field draws no dividers.
  package var comb: Bool
  /// Whether the text may break into lines (PDF 32000-1 table 228, bit 13).
  package var multiline: Bool
  /// Whether a form that is submitted must have a value here (table 221, bit 2); viewers mark such fields.
  package var required: Bool
  /// Whether viewers keep the field from being changed (table 221, bit 1).
  package var readOnly: Bool
  /// Where a viewer puts a text that is shorter than the field.
  package var alignment: PDFAlignment
  /// `nil` for a field without JavaScript.
  package var scripts: PDFFieldScripts?
  /// Its place in the structure of a tagged document.
  package var element: PDFElement?

  /// A field for one line of any text, at its left side, unless said otherwise; `element` is `nil` in a document
  /// without tags.
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

/// A field for text that stands in several places, while its widgets are added: viewers show one answer in all.
package struct PDFSharedText {
  /// What its places share: name, tooltip, length, flags and scripts.
  let field: PDFTextField
  let object: HaruObject
  /// Object numbers of its widgets.
  var kids: [Int] = []

  /// The field's object number.
  package var number: Int { object.number }
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
  /// ASCII without spaces and full stops, one of its kind in the document.
  package var name: String
  /// What a reader, also one who listens, is told about the box (`/TU`).
  package var tooltip: String
  /// The page on which the box stands.
  package var page: PDFPageIndex
  /// The box with its frame, points.
  package var rectangle: PDFRectangle
  /// The value of a ticked box, ASCII; not `Off`.
  package var exportName: String
  /// Whether a form that is submitted must have a value here (PDF 32000-1 table 221, bit 2).
  package var required: Bool
  /// Its place in the structure of a tagged document.
  package var element: PDFElement?

  /// A box that is not ticked; its value when ticked is `Yes` unless another is given.
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
    /// The page on which the box stands; the boxes of a group may stand on several.
    package var page: PDFPageIndex
    /// The box with its frame, points.
    package var rectangle: PDFRectangle
    /// The group's value when this one is chosen, ASCII, another for each; not `Off`.
    package var exportName: String
    /// What this box is called, besides its group; none when empty.
    package var tooltip: String
    /// The box's place in the structure of a tagged document.
    package var element: PDFElement?

    /// A box that is not chosen, without a tooltip of its own unless one is given.
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

  /// ASCII without spaces and full stops, one of its kind in the document: the name of the group, for its boxes have none.
  package var name: String
  /// What a reader, also one who listens, is told about the group (`/TU`).
  package var tooltip: String
  /// Whether a form that is submitted must have a value here (PDF 32000-1 table 221, bit 2).
  package var required: Bool
  /// What stands in the chosen box, and with it the shape of all frames.
  package var mark: PDFMark
  /// In the order of `/Kids`; the chosen one's export name is the group's value.
  package var buttons: [Button]

  /// A group of which no box is chosen, square boxes to tick unless said otherwise.
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

    /// A line of the list with the value that it stands for.
    package init(export: String, display: String) {
      self.export = export
      self.display = display
    }
  }

  /// ASCII without spaces and full stops, one of its kind in the document.
  package var name: String
  /// What a reader, also one who listens, is told about the field (`/TU`).
  package var tooltip: String
  /// The page on which the field's widget stands.
  package var page: PDFPageIndex
  /// Its widget's rectangle, points.
  package var rectangle: PDFRectangle
  /// In the order of the list.
  package var options: [Option]
  /// Points.
  package var fontSize: Double
  /// Whether a form that is submitted must have a value here (PDF 32000-1 table 221, bit 2).
  package var required: Bool
  /// Where a viewer puts the chosen line between the sides of the field.
  package var alignment: PDFAlignment
  /// Its place in the structure of a tagged document.
  package var element: PDFElement?

  /// A list of which no line is chosen.
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
  /// ASCII without spaces and full stops, one of its kind in the document.
  package var name: String
  /// What a reader, also one who listens, is told about the field (`/TU`).
  package var tooltip: String
  /// The page on which the signature is to appear.
  package var page: PDFPageIndex
  /// Where the signature is to appear, points.
  package var rectangle: PDFRectangle
  /// Its place in the structure of a tagged document.
  package var element: PDFElement?

  /// An unsigned field.
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
