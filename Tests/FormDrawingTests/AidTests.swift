import FormDrawing
import Foundation
import Testing

/// What helps applicants, and maintainers, beside the fields: tooltips, tags, scripts, boxes.
@Suite(.serialized) struct Aids {
  /// Label, what is required, hint and rule; nothing of a rule that depends on another answer.
  private static let tooltips = [
    "uscc": "统一社会信用代码（必填；营业执照上的18位代码，没有字母I、O、S、V、Z；18位，含校验位）",
    "applyDate": "申请日期（例如 2026-11-22）",
    "agentMobile": "经办人手机号码（必填；整理：填注册辽宁网联平台时用的手机号；11位手机号码）",
    "legalRepIdNumber": "法定代表人证件号码（必填）",
    "businessType": "业务类型（必填）",
    "otherSealName": "其他签章名称",
    "platforms-other": "关联交易平台（必填）：其他",
    "agentSignature": "经办人签字",
  ]

  @Test func aTooltipTellsWhatTheFieldWants() throws {
    let pdf = try Tool.withFile(DrawnForm("ca-application").blank) { try PDFObjects($0) }
    for (name, tooltip) in Self.tooltips { #expect(pdf.text(pdf.fields[name]?["/TU"]) == tooltip) }
  }

  private static let form = """
    title: Report
    version: 1
    SCRIPTS
    sections:
      - title: You
        fields:
          - {key: a, label: First name, required: true}
          - {key: b, label: Code, rule: uscc}
          - {key: c, label: Way, type: choice, options: [{value: x, label: By post}, {value: y, label: None}]}
          - {key: stamp, label: Stamp, type: blank}

    """
  private static let layout = """
    footer: Page {page}
    blocks:
      - {heading: "{title}"}
      - {paragraph: Some words.}
      - band: You
        rows:
          - cells: [{label: a, width: 20}, {field: a}, {label: b, width: 20}, {field: b}]
          - cells: [{label: c, width: 30}, {field: c}]
      - {heading: The rest, size: 12}
      - rows:
          - cells: [{text: "Here: stamp and words that need a second line", width: 40, shade: true}, {field: stamp}]
      - {scale-bar: 50}

    """

  private func drawn(scripts: String = "", showsBoxes: Bool = false) throws -> DrawnForm {
    try DrawnForm(
      Self.form.replacing("SCRIPTS\n", with: scripts), id: "report", layout: Self.layout, showsBoxes: showsBoxes)
  }

  /// The structure as poppler sees it, a part a line, contents in quotes.
  @Test func theTagsFollowThePaper() throws {
    let told = try Tool.withFile(drawn().blank) { path in
      String(decoding: try Tool.run("pdfinfo", ["-struct-text", path]).output, as: UTF8.self)
    }
    let lines = told.split(separator: "\n").map { line in
      String(line.prefix { $0 == " " })
        + line.drop { $0 == " " }
        .replacing(#/ \((block|inline)\)|Object \d+ 0| <h\d+>:?|:$/#, with: "")
    }
    #expect(lines.filter { !$0.allSatisfy { $0 == " " } } == Self.tags.split(separator: "\n").map(String.init))
  }

  private static let tags = """
    Document
      Sect
        H1
          "Report"
        P
          "Some words."
        Sect
          H2
            "You"
          Table
            TR
              TH
                 /Scope /Row
                "First name*"
              TD
                 /ColSpan 2
                 /Headers [(h00008)]
                Form
              TH
                 /Scope /Row
                "Code"
              TD
                 /Headers [(h00010)]
                Form
            TR
              TH
                 /Scope /Row
                 /ColSpan 2
                "Way"
              TD
                 /ColSpan 3
                 /Headers [(h00013)]
                Form
                Span
                  "By post"
                Form
                Span
                  "None"
      Sect
        H2
          "The rest"
        Table
          TR
            TH
               /Scope /Row
              "Here: stamp and wordsthat need a second line"
            TD
               /Headers [(h00023)]
        P
          "050 mm"
    """

  @Test func linesWhoseEndTookASpaceSayTheirWordsTogether() throws {
    let parts = try drawn().paper.parts
    #expect(parts.compactMap(\.spoken) == ["You", "Here: stamp and words that need a second line", "0–50 mm"])
  }

  @Test func scriptsAreThereOnlyWhenTheFormWantsThem() throws {
    for (scripts, wants) in [("", false), ("scripts: false\n", false), ("scripts: true\n", true)] {
      let pdf = try Tool.withFile(drawn(scripts: scripts).blank) { try PDFObjects($0) }
      #expect((pdf.catalog["/Names"] != nil) == wants)
      #expect((pdf.fields["b"]?["/AA"] != nil) == wants)
      #expect(pdf.fields["a"]?["/AA"] == nil)
    }
  }

  @Test func boxesAreDrawnWithTheirNamesForMaintainersOnly() throws {
    for showsBoxes in [false, true] {
      let text = try Tool.withFile(
        DrawnForm(
          Self.form.replacing("SCRIPTS", with: "").replacing("key: stamp", with: "key: stampOfTheBody"),
          id: "report", layout: Self.layout.replacing("field: stamp", with: "field: stampOfTheBody"),
          showsBoxes: showsBoxes
        ).blank
      ) { String(decoding: try Tool.run("pdftotext", [$0, "-"]).output, as: UTF8.self) }
      #expect(text.contains("stampOfTheBody") == showsBoxes)
    }
  }
}
