#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormModel)
  internal import FormModel
#endif

/// A form's widgets laid out flat, so that filling follows no reference: all syntax in one row of bytes, and entries
/// that name parts of it.
struct FillPlan: Sendable {
  /// A part of `syntax`.
  typealias Part = Range<Int32>

  /// An object of the blank, see ``BlankObject``.
  struct Object: Sendable {
    var number: UInt32
    var fixedEntries: Part
    var flags: UInt32
    var replaceableEntries: Part
  }

  /// Where a text stands.
  struct Box: Sendable {
    var rectangle: PageRectangle
    /// Font size in hundredths of a point, and its floor.
    var size: UInt16
    var minimumSize: UInt16
    var alignment: FieldWidget.Alignment
    var wraps: Bool
    /// One character in each of so many cells; 0 for running text.
    var cells: UInt8
  }

  enum Kind: Sendable {
    case text, list
    case part(parent: Object)
    case check(option: UInt8, appearances: BoxAppearances)
    case radio(option: UInt8, parent: Object, appearances: BoxAppearances)
  }

  struct Widget: Sendable {
    var kind: Kind
    /// Index of the field, and of the widget in the field.
    var field: UInt16
    var index: UInt16
    var object: Object
    var page: UInt16
    var box: Box
    /// The entries of its appearance stream up to the number of the resources.
    var appearance: Part
    /// The word of the option that a check box or a button stands for.
    var option: Part
    var role: UInt8?

    /// The object that holds the value and the flags of a text or a list.
    var valueObject: Object { if case .part(let parent) = kind { parent } else { object } }
  }

  private(set) var syntax: [UInt8] = []
  private(set) var widgets: [Widget] = []

  init(_ form: CompiledForm) {
    for (number, field) in form.fields.enumerated() {
      for (index, widget) in field.widgets.enumerated() {
        var cells: UInt8 = 0
        var option: Part = 0..<0
        let kind: Kind
        switch widget.kind {
        case .text(let count):
          cells = count
          kind = .text
        case .part(let count, let parent):
          cells = count
          kind = .part(parent: object(parent))
        case .list: kind = .list
        case .check(let chosen, let appearances):
          option = part(field.options[Int(chosen)].value)
          kind = .check(option: chosen, appearances: appearances)
        case .radio(let chosen, let parent, let appearances):
          option = part(field.options[Int(chosen)].value)
          kind = .radio(option: chosen, parent: object(parent), appearances: appearances)
        }
        widgets.append(
          Widget(
            kind: kind, field: UInt16(number), index: UInt16(index), object: object(widget.object), page: widget.page,
            box: Box(
              rectangle: widget.rectangle, size: widget.size, minimumSize: widget.minimumSize,
              alignment: widget.alignment, wraps: widget.wraps, cells: cells),
            appearance: part(Self.appearance(widget.rectangle)), option: option, role: field.role))
      }
    }
  }

  private static func appearance(_ rectangle: PageRectangle) -> [UInt8] {
    var entries: [UInt8] = []
    entries.appendASCII("/Subtype/Form/BBox[0 0 ")
    entries.appendHundredths(rectangle.width)
    entries.append(32)
    entries.appendHundredths(rectangle.height)
    entries.appendASCII("]/Resources ")
    return entries
  }

  /// Bytes like those of a filled form's dictionaries.
  var sample: [UInt8] {
    var sample: [UInt8] = []
    for widget in widgets {
      append(widget.object.fixedEntries, to: &sample)
      sample.appendASCII("/Ff 2/AP<</N 648 0 R>>/V<FEFF5370004E670953F851ACFE00316578>>>/V(0123456789)>>\n648 0 12345 ")
    }
    return sample
  }

  /// Appends a part of the syntax.
  func append(_ part: Part, to out: inout [UInt8]) {
    syntax.withUnsafeBufferPointer { syntax in
      out.append(contentsOf: UnsafeBufferPointer(rebasing: syntax[Int(part.lowerBound)..<Int(part.upperBound)]))
    }
  }

  private mutating func part(_ bytes: [UInt8]) -> Part {
    let start = Int32(syntax.count)
    syntax += bytes
    return start..<Int32(syntax.count)
  }

  private mutating func object(_ object: BlankObject) -> Object {
    Object(
      number: object.number, fixedEntries: part(object.fixedEntries), flags: object.flags,
      replaceableEntries: part(object.replaceableEntries))
  }
}
