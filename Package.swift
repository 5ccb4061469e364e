// swift-tools-version: 6.2
import Foundation
import PackageDescription

// The rooms of zhinan, lowest first; a room uses only what its line names. Sources/ARCHITECTURE.md has the picture.
let package = Package(
  name: "zhinan",
  products: [
    .executable(name: "zhinan", targets: ["zhinan"]),
    .library(name: "ZhinanValidation", targets: ["ZhinanValidation"]),
  ],
  // Without the trait Program no other package is fetched: whoever only checks values asks for `traits: []`.
  traits: [
    .trait(name: "Program", description: "The command zhinan and all that it needs."),
    .default(enabledTraits: ["Program"]),
  ],
  // Exact versions, because Package.resolved is not kept. swift-docc-plugin brings swift-docc-symbolkit for `make docs`;
  // named here too, SwiftPM would warn of a dependency that no target uses.
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0"),
  ],
  targets: [
    // libcmark's headers.
    .systemLibrary(name: "CCMark", path: "Sources/CLibraries/CCMark", providers: [.apt(["libcmark-dev"])]),
    // libharu's headers.
    .systemLibrary(name: "CHaru", path: "Sources/CLibraries/CHaru", providers: [.apt(["libhpdf-dev"])]),
    // zlib's header.
    .systemLibrary(name: "CZlib", path: "Sources/CLibraries/CZlib", providers: [.apt(["zlib1g-dev"])]),
    // Calls of Linux that Swift's Foundation does not show.
    .systemLibrary(name: "CLinux", path: "Sources/CLibraries/CLinux"),
    // libxlsxwriter's headers.
    .systemLibrary(
      name: "CXlsxWriter", path: "Sources/CLibraries/CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    // libqpdf's C interface.
    .systemLibrary(name: "CQPDF", path: "Sources/CLibraries/CQPDF", providers: [.apt(["libqpdf-dev"])]),

    // Bytes and characters: hashes, hexadecimal and decimal writing. Foundation-free.
    .room("Bytes", in: "Text"),
    // A problem, its place, how it is printed.
    .room("Diagnostics", in: "Text", uses: ["Bytes"]),
    // Files of the machine: input read, output written whole or not at all, folders changed together, locks.
    .room("Files", in: "Text", uses: ["Bytes", "Diagnostics", "CLinux"]),
    // Files that people write: YAML and JSON, every value with its line and column.
    .room("SourceText", in: "Text", uses: ["Bytes", "Diagnostics", "Files", .program("Yams", of: "Yams")]),

    // Files of many records: CSV and JSON Lines, cut record by record in constant memory.
    // Cells of tables in text: what parts them, where records and cells end. Foundation-free.
    .room("Tables", in: "Text", uses: ["Bytes"]),
    .room("RecordStreams", in: "Text", uses: ["Diagnostics", "Files", "Tables"]),
    // Workbooks (.xlsx): rows read one after another, sheets written.
    .room("Workbooks", in: "Text", uses: ["Bytes", "CXlsxWriter", "CZlib", "Diagnostics", "Files", "Tables"]),

    // Do these characters keep the rule, and what is said where they do not? Foundation-free.
    .room("ZhinanValidation", in: "Rules", uses: ["Bytes"]),
    // Any rule on any value: one line of JSON in, one out. Foundation-free.
    .room("RuleLines", in: "Rules", uses: ["Bytes", "ZhinanValidation"]),
    // Names of divisions and of area codes' places: for the command, too large for a browser.
    .room("RegionNames", in: "Rules", uses: ["Bytes"]),
    // A face as filling sees it, subsets of it, packs of glyphs that stand for font files. Foundation-free.
    .room("Glyphs", in: "PDF", uses: ["Bytes"]),
    // Reads a glyf font, finds glyphs, makes their outlines coarser. Foundation-free.
    .room("TrueType", in: "PDF", uses: ["Bytes", "Glyphs"]),
    // Which font draws a character, how wide a text is, where a line may break. Foundation-free.
    .room("TextLayout", in: "PDF", uses: ["Bytes", "Glyphs"]),
    // The objects of a PDF that strangers saved. Foundation-free.
    .room("PDFParsing", in: "PDF", uses: ["Bytes"]),
    // A text as a QR code's modules. Foundation-free.
    .room("QRCode", in: "PDF"),
    // The compiled form, answers, checking them. Foundation-free.
    .room("FormModel", in: "Forms", uses: ["Bytes", "ZhinanValidation"]),
    // Checked record + blank PDF + fonts → the filled PDF. Foundation-free.
    .room("FormFilling", in: "Forms", uses: ["Bytes", "FormModel", "Glyphs", "QRCode", "TextLayout"]),
    // A record as a neutral tree, read as answers. Foundation-free.
    .room("FormRecords", in: "Forms", uses: ["Bytes", "FormModel"]),
    // What the columns of a table are called and answer; its rows read as answers. Foundation-free.
    .room("FormTables", in: "Forms", uses: ["Bytes", "FormModel", "FormRecords", "Tables"]),
    // What is wrong with a record, in sentences of one language. Foundation-free.
    .room(
      "FormMessages", in: "Forms",
      uses: ["Bytes", "FormModel", "FormRecords", "FormTables", "Tables", "ZhinanValidation"]),

    // A form as a page asks it, conditions in words: plain values for templates.
    .room("FormPage", in: "Forms", uses: ["FormModel", "ZhinanValidation"]),
    // Forms as one sheet to fill in: columns, lists, messages.
    .room(
      "FormSheets", in: "Forms", uses: ["Bytes", "Files", "FormModel", "FormPage", "FormTables", "Tables", "Workbooks"]),
    // What the fields of a filled PDF answer, whoever parsed it, and what is odd about it. Foundation-free.
    .room("FilledFields", in: "Forms", uses: ["Bytes", "FormMessages", "FormModel", "PDFParsing"]),

    // Reads form.yml, the paper layout, records and messages; compiles rules.
    .room(
      "FormDefinition", in: "Forms",
      uses: [
        "Bytes", "FormMessages", "FormModel", "FormPage", "FormRecords", "ZhinanValidation", "SourceText",
        "Diagnostics",
      ]),
    // libharu in Swift: pages, text in an embedded subset, lines, fields; bytes out.
    .room("PDFDrawing", in: "PDF", uses: ["Bytes", "Glyphs", "CHaru", "CZlib"]),
    // Places the definition on paper (pure) and draws it: blank PDF + compiled form.
    .room(
      "FormDrawing", in: "Forms",
      uses: [
        "Bytes", "FormDefinition", "FormModel", "Glyphs", "PDFDrawing", "TextLayout", "Diagnostics",
      ]),
    // Many records → a folder of PDFs and a report, with several threads.
    .room(
      "FormBatch", in: "Forms",
      uses: [
        "Bytes", "Diagnostics", "Files", "FormDefinition", "FormFilling", "FormMessages", "FormModel", "FormRecords",
        "FormTables", "RecordStreams", "SourceText", "Tables", "TextLayout", "ZhinanValidation", "Workbooks",
      ]),
    // A filled PDF → answers.
    .room(
      "FormReading", in: "Forms",
      uses: ["Bytes", "FilledFields", "FormModel", "PDFParsing", "QRCode", "ZhinanValidation", "CQPDF"]),

    // Markdown → a tree: outline, links with their lines, directives.
    .room("Markdown", in: "Guide", uses: ["Bytes", "CCMark", "Diagnostics"]),
    // Reads content/: versions, pages, data files.
    .room(
      "Content", in: "Guide", uses: ["Bytes", "Files", "FormPage", "SourceText", "Diagnostics", "ZhinanValidation"]),
    // What rules read of a guide's data files: checked with places, compiled for them.
    .room("Facts", in: "Guide", uses: ["Bytes", "Content", "Diagnostics", "SourceText", "ZhinanValidation"]),
    // A guide's pages, resolved: identity across versions, links, facts, directives as what they mean.
    .room("GuideText", in: "Guide", uses: ["Bytes", "CLinux", "Content", "Diagnostics", "Markdown", "SourceText"]),
    // Two versions of a page, of data files, of a form → what changed.
    .room("Redline", in: "Guide", uses: ["Bytes", "Content", "FormPage", "GuideText", "SourceText"]),
    // Texts of pages → scripts that a page searches: bigrams, pieces. Foundation-free.
    .room("Search", in: "Guide", uses: ["Bytes"]),
    // Mustache: templates compiled to steps, filled with values.
    .room("Templates", in: "Site", uses: ["Bytes", "Diagnostics", "SourceText"]),
    // Pages of every version → output files, written whole or not at all.
    .room(
      "Site", in: "Site",
      uses: [
        "Bytes", "Content", "Files", "FormPage", "GuideText", "Markdown", "Redline", "Search", "SourceText",
        "Diagnostics",
        "Templates",
      ]),
    // A whole guide built in memory: text, fonts, forms, pages.
    .room(
      "Publishing", in: "Site",
      uses: [
        "Bytes", "Content", "CZlib", "Diagnostics", "Facts", "Files", "FormDefinition", "FormDrawing", "FormMessages",
        "FormModel", "FormPage", "FormSheets", "FormTables", "Glyphs", "GuideText", "RuleLines", "Site", "SourceText",
        "TextLayout", "TrueType", "Workbooks",
      ]),
    // Serves the site while you write, reloads on change.
    .room(
      "Preview", in: "Site",
      uses: [
        "Bytes", "Diagnostics", "Files", "Markdown", .program("NIOCore", of: "swift-nio"),
        .program("NIOPosix", of: "swift-nio"), .program("NIOHTTP1", of: "swift-nio"),
      ]),

    // A form's session as a browser holds it. Foundation-free; the rooms that it uses, and those that they use, are the
    // rooms that go to the browser: the plugin and scripts/fuzz take their list from here.
    .room(
      "Bridge", in: "Browser",
      uses: [
        "Bytes", "FilledFields", "FormFilling", "FormMessages", "FormModel", "FormRecords", "FormTables", "Glyphs",
        "PDFParsing", "RuleLines", "Tables", "TextLayout", "ZhinanValidation",
      ]),
    // A WebAssembly module made small for pages, and large again in them. Foundation-free.
    .room("ModulePacking", in: "Browser"),
    // Compiles the Foundation-free rooms to WebAssembly; run by the plugin in every build.
    .executableTarget(name: "WasmBuild", dependencies: ["ModulePacking"], path: "Sources/Browser/WasmBuild"),
    // Hands the compiled module to Swift.
    .plugin(name: "WasmModule", capability: .buildTool(), dependencies: ["WasmBuild"]),
    // The WebAssembly module as bytes.
    .target(name: "BrowserModule", path: "Sources/Browser/BrowserModule", plugins: ["WasmModule"]),

    // Commands, console, exit codes, files.
    .room(
      "ZhinanCLI", in: "Command",
      uses: [
        "Bytes", "BrowserModule", "Content", "Diagnostics", "Facts", "FilledFields", "Files", "FormBatch",
        "FormDefinition",
        "FormFilling",
        "FormMessages", "FormModel", "FormReading", "FormRecords", "FormSheets", "FormTables", "GuideText", "Preview",
        "Publishing",
        "RecordStreams",
        "RegionNames", "RuleLines", "Site", "SourceText",
        "TextLayout",
        "ZhinanValidation", "Workbooks",
        .program("ArgumentParser", of: "swift-argument-parser"),
      ]),
    // `main`.
    .executableTarget(name: "zhinan", dependencies: ["ZhinanCLI"], path: "Sources/Command/zhinan"),

    // How fast the rules are; how fast records are checked and filled: `make bench`.
    .executableTarget(name: "ValidationBench", dependencies: ["ZhinanValidation"], path: "Benchmarks/ValidationBench"),
    .executableTarget(
      name: "FormBench",
      dependencies: [
        "Diagnostics", "FormDefinition", "FormDrawing", "FormFilling", "FormModel", "SourceText", "TextLayout",
        "TrueType", "ZhinanValidation",
      ], path: "Benchmarks/FormBench"),

    // Reads workbooks that scripts/fuzz makes.
    .executableTarget(
      name: "WorkbookFuzzer", dependencies: ["CZlib", "Diagnostics", "Tables", "Workbooks"],
      path: "Tests/Fuzz/Workbooks"),

    // A page's calls answered natively, for the tests that compare them with the module's.
    .executableTarget(name: "SessionRunner", dependencies: ["Bridge"], path: "Tests/Browser/SessionRunner"),

    .tests(of: "Bytes", uses: ["CZlib"]),
    .tests(of: "Diagnostics"),
    .tests(of: "Files", uses: ["Diagnostics"]),
    .tests(of: "SourceText", uses: ["Diagnostics"]),
    .tests(of: "Tables"),
    .tests(of: "RecordStreams", uses: ["Diagnostics", "Tables"]),
    .tests(of: "Workbooks", uses: ["CZlib", "Diagnostics", "Files", "Tables"]),
    .tests(of: "ZhinanValidation"),
    .tests(of: "RegionNames"),
    .tests(of: "Glyphs", uses: ["Bytes", "TrueType"]),
    .tests(of: "TrueType", uses: ["CZlib", "Glyphs"]),
    .tests(of: "TextLayout", uses: ["TrueType"]),
    .tests(of: "QRCode"),
    .tests(of: "FormModel", uses: ["ZhinanValidation"]),
    .tests(
      of: "FormDefinition",
      uses: [
        "Diagnostics", "FormDrawing", "FormFilling", "FormMessages", "FormModel", "FormPage", "SourceText",
        "TextLayout", "TrueType", "ZhinanValidation",
      ]),
    .tests(of: "PDFDrawing", uses: ["CHaru", "Glyphs", "TrueType"]),
    .tests(
      of: "FormDrawing",
      uses: [
        "Content", "Diagnostics", "Facts", "FormDefinition", "FormModel", "SourceText", "TextLayout", "TrueType",
        "ZhinanValidation",
      ]),
    .tests(
      of: "FormFilling",
      uses: [
        "Content", "Facts",
        "Diagnostics", "FilledFields", "FormDefinition", "FormDrawing", "FormMessages", "FormModel", "FormReading",
        "Glyphs", "Publishing", "SourceText", "TextLayout", "TrueType", "ZhinanValidation",
      ]),
    .tests(of: "FormMessages", uses: ["Bytes", "FormModel", "FormRecords", "ZhinanValidation"]),
    .tests(
      of: "FormBatch",
      uses: [
        "Diagnostics", "Files", "FormDefinition", "FormFilling", "FormMessages", "FormModel", "FormTables",
        "RecordStreams", "SourceText", "ZhinanValidation",
      ]),
    .tests(of: "PDFParsing"),
    .tests(of: "FormReading", uses: ["FilledFields", "FormModel", "PDFParsing", "ZhinanValidation"]),
    .tests(
      of: "Bridge",
      uses: [
        "FormFilling", "FormMessages", "FormModel", "Glyphs", "TextLayout", "TrueType", "ZhinanValidation",
      ]),
    .tests(of: "ModulePacking", uses: ["BrowserModule"]),
    .tests(of: "Markdown", uses: ["Diagnostics"]),
    .tests(of: "Content", uses: ["Diagnostics", "SourceText", "ZhinanValidation"]),
    .tests(of: "Facts", uses: ["Content", "Diagnostics", "SourceText", "ZhinanValidation"]),
    .tests(of: "GuideText", uses: ["Content", "Diagnostics"]),
    .tests(of: "Redline", uses: ["Diagnostics", "FormPage", "GuideText", "SourceText"]),
    .tests(of: "Search", uses: ["Bytes"]),
    .tests(of: "Templates", uses: ["Diagnostics", "SourceText"]),
    .tests(of: "Site", uses: ["Content", "Diagnostics", "FormPage", "GuideText", "Redline", "ZhinanValidation"]),
    .tests(
      of: "Publishing",
      uses: [
        "Bytes", "CZlib", "Content", "Diagnostics", "FormDefinition", "FormMessages", "Site", "SourceText",
        "ZhinanValidation",
      ]),
    .tests(of: "Preview", uses: ["Diagnostics"]),
    // What the sources themselves promise: imports of rooms, docstrings.
    .testTarget(name: "HouseTests", path: "Tests/HouseTests"),
    // The command as its users run it.
    .testTarget(name: "CommandTests", dependencies: ["zhinan"], path: "Tests/CommandTests"),
  ]
)

extension Target.Dependency {
  /// A product of another package, fetched for the program alone.
  static func program(_ name: String, of package: String) -> Target.Dependency {
    .product(name: name, package: package, condition: .when(traits: ["Program"]))
  }
}

extension Target {
  /// A target in `Sources/<wing>/<name>`.
  static func room(_ name: String, in wing: String, uses: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: uses, path: "Sources/\(wing)/\(name)")
  }

  /// Tests of one room in `Tests/<name>Tests`.
  static func tests(of name: String, uses: [Target.Dependency] = []) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + uses, path: "Tests/\(name)Tests")
  }
}

// As a dependency, fetched below some package's checkouts, this is the library alone, in one module: SwiftPM refuses two
// targets of one name among all packages, and rooms have plain names such as Markdown, which others have too.
let folder = URL(filePath: Context.packageDirectory).deletingLastPathComponent()
let name = URL(filePath: Context.packageDirectory).lastPathComponent
let fetched = try? FileManager.default.contentsOfDirectory(
  atPath: folder.deletingLastPathComponent().appending(path: "repositories").path)
if folder.lastPathComponent == "checkouts", fetched?.contains(where: { $0.hasPrefix("\(name)-") }) == true {
  package.products = [.library(name: "ZhinanValidation", targets: ["ZhinanValidation"])]
  package.dependencies = []
  package.targets = [
    .target(
      name: "ZhinanValidation", path: "Sources", exclude: ["Rules/ZhinanValidation/ZhinanValidation.docc"],
      sources: ["Text/Bytes", "Rules/ZhinanValidation"])
  ]
}

for target in package.targets where target.type != .system && target.type != .plugin {
  target.swiftSettings = [
    .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}

// Much arithmetic and text: without optimisation a small guide takes seconds.
let optimised = ["Glyphs", "TrueType", "ModulePacking", "Redline", "Search", "Templates"]
for target in package.targets where optimised.contains(target.name) {
  target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
}
