internal import ArgumentParser
internal import Content
internal import Diagnostics
internal import Files
internal import FormDefinition
internal import FormModel
internal import FormSheets
internal import FormTables
internal import Foundation
internal import Publishing

/// `zhinan form sheet`: an empty sheet for many records.
struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: "Writes a sheet in which many records are filled in, for `zhinan form batch`.",
    discussion: """
      Each question of the forms has one column; a star is behind those that need an answer. All cells are texts, so that \
      a spreadsheet program changes no number. The example row begins with # and is not read.
      """)

  @Argument(help: ArgumentHelp("Names of forms, with spaces or commas between them.", valueName: "form"))
  var forms: [FormList]
  @Option(name: .shortAndLong, help: ArgumentHelp("Where the sheet goes, .xlsx or .csv.", valueName: "file"))
  var output: String
  @Option(help: ArgumentHelp("Columns for so many elements of sections that repeat.", valueName: "n"))
  var items = TableHeader.usualItems
  @OptionGroup var options: FormOptions
  @OptionGroup var shared: SharedOptions

  private var isWorkbook: Bool { output.lowercased().hasSuffix(".xlsx") }

  func validate() throws {
    if !isWorkbook, !output.lowercased().hasSuffix(".csv") {
      throw ValidationError(saying: "usage.sheet-output", ["path": .text(output)])
    }
    guard (1...50).contains(items) else { throw ValidationError(saying: "usage.items") }
    for case .compiled(let path) in forms.flatMap(\.all) {
      throw ValidationError(saying: "usage.sheet-compiled", ["path": .text(path)])
    }
  }

  func run() throws {
    let sessions = try forms.flatMap(\.all).map {
      try FormSession.open($0, root: shared.rootURL, console: shared.console, options: options)
    }
    let ids = sessions.map { String(decoding: $0.form.id, as: UTF8.self) }
    if let twice = ids.first(where: { id in ids.count { $0 == id } > 1 }) {
      throw ValidationError(saying: "usage.form-twice", ["name": .text(twice)])
    }
    let session = sessions[0]
    var diagnostics: [Diagnostic] = []
    let sheet: FormSheet
    do throws(FormSheet.Conflict) {
      sheet = try FormSheet(sessions.map { $0.sheetForm }, items: items, words: SheetWords(session.messages))
    } catch {
      throw ValidationError(saying: "usage.sheet-conflict", ["names": .list(error.labels)])
    }
    do throws(OutputFailure) {
      let bytes = try bytes(of: sheet)
      if isOther(bytes) {
        // Somebody may have filled it in.
        diagnostics.append(.error("output.sheet", at: SourcePlace(output)))
      } else if let problem = PrivateFile.write(bytes, to: output) {
        diagnostics.append(problem)
      }
    } catch {
      diagnostics.append(error.diagnostic)
    }
    try session.console.reportAndStop(onErrorsIn: diagnostics)
    try session.console.write(output)
  }

  /// Whether a file of other bytes has the name already.
  private func isOther(_ bytes: [UInt8]) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: output)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else { return false }
    return FileManager.default.contents(atPath: output)?.elementsEqual(bytes) != true
  }

  private func bytes(of sheet: FormSheet) throws(OutputFailure) -> [UInt8] {
    isWorkbook ? try sheet.workbook() : sheet.csv
  }
}

extension FormSession {
  /// The form as a sheet asks it, with the first of the guide's example records that can be read.
  fileprivate var sheetForm: SheetForm {
    guard let drawn else { preconditionFailure("A sheet is made of a form that the guide defines.") }
    let id = String(decoding: form.id, as: UTF8.self)
    let folder = "content/\(String(decoding: form.guideVersion, as: UTF8.self))/examples/\(id)"
    let path = root.appendingPathComponent(folder).path
    var example: Answers?
    for name in ((try? InputFile.names(in: path, within: root.path)) ?? []).sorted()
    where [".yml", ".yaml", ".json"].contains(where: name.hasSuffix) {
      var ignored: [Diagnostic] = []
      if let (_, checked) = check("\(path)/\(name)", diagnostics: &ignored), !ignored.hasErrors {
        example = checked.answers
        break
      }
    }
    return SheetForm(
      compiled: form, page: drawn.definition.page(of: form, words: drawn.words) { messages.words(of: $0) },
      example: example)
  }
}
