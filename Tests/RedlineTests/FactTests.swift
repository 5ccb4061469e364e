import Diagnostics
import FormPage
@testable import GuideText
import SourceText
import Testing

@testable import Redline

@Suite("Changes of facts")
struct FactTests {
  private func changes(_ old: [String: String], _ new: [String: String]) -> [String] {
    func read(_ files: [String: String]) -> [String: SourceNode] {
      files.compactMapValues { text in
        var diagnostics: [Diagnostic] = []
        return YAMLReader.read(text, path: "data/x.yml", lineOffset: 0, diagnostics: &diagnostics)
      }
    }
    return FactComparison.changes(read(old), read(new)) { text, _, _ in text }.map {
      "\($0.writtenPath) = \($0.name): \($0.old ?? "–") → \($0.new ?? "–")"
    }
  }

  @Test("are told by the name of their map, else by their path, wherever they stand in a list")
  func names() {
    let old =
      "title: 收费\nwarranty: {months: 12}\nprices:\n  - {id: first, name: 首次申请, price: 250}\n  - {name: 补办, price: 50}\n"
    let new = """
      title: 收费
      warranty: {months: 24}
      prices:
        - {id: urgent, name: 加急, price: 30, unit: 元}
        - {name: 补办, price: 60}
        - {id: first, name: 首次申请, price: 280}
      """
    #expect(
      changes(["fees": old], ["fees": new]) == [
        "fees.warranty.months = fees.warranty.months: 12 → 24", "fees.prices.urgent = 加急: – → 30 · 元",
        "fees.prices.补办.price = 补办: 50 → 60", "fees.prices.first.price = 首次申请: 250 → 280",
      ])
  }

  @Test("that came or went are told, a name that changed by its path, and files that only one version has")
  func others() {
    #expect(
      changes(
        ["a": "name: 甲\nnote: 旧\n", "b": "x: 1\n"], ["a": "name: 乙\nhint: 新\n", "c": "title: 表\nx: 2\n"]) == [
          "a.name = a.name: 甲 → 乙", "a.hint = 乙: – → 新", "a.note = 乙: 旧 → –", "b = b: 1 → –", "c = 表: – → 2",
        ])
    #expect(changes(["a": "- 1\n- 2\n"], ["a": "- 1\n- 3\n"]) == ["a.3 = a.3: – → 3", "a.2 = a.2: 2 → –"])
    #expect(
      changes(["a": "x: 1\n"], ["a": "x: 1\ny: [1, 2, 3, 4, 5, 6, 7]\nz: [1, 2, 3, 4, 5, 6]\n"]) == [
        "a.y = a.y: – → 1 · 2 · 3 · 4 · 5 · 6 …", "a.z = a.z: – → 1 · 2 · 3 · 4 · 5 · 6",
      ])
    #expect(changes([:], ["a": "x: 1\n"]) == [])
    // A way to a page, and how a source writes a fact, are no facts.
    #expect(changes(["a": "page: a.md\nquote: 甲\n"], ["a": "page: b.md\nquote: 乙\n"]) == [])
    #expect(changes(["a": "x: {y: 1}\n"], ["a": "x: 1\n"]) == ["a.x = a.x: 1 → –", "a.x = a.x: – → 1"])
  }
}

@Suite("Facts of a page")
struct ShownFactTests {
  @Test("are those that its texts name, all of the files that it shows, and those that texts of these files name")
  func shown() throws {
    func read(_ text: String) throws -> SourceNode {
      var diagnostics: [Diagnostic] = []
      return try #require(YAMLReader.read(text, path: "x.yml", lineOffset: 0, diagnostics: &diagnostics))
    }
    let data = [
      "fees": try read("- {id: first, price: 1}\n- {name: 补办, price: 2}\n- {id: key, price: 3}\n"),
      "way": try read("text-md: 见{data}`fees.first.price`元\n"),
    ]
    var shown = ShownFactPaths(files: ["way"])
    let fact = Fact(path: "fees.1.price", text: "2", isTelephone: false)
    shown.add([.paragraph([.strong([.fact(fact)])])], data: data)
    func has(_ file: String, _ path: [String]) -> Bool {
      shown.contains(FactChange(file: file, path: path, name: "", old: nil, new: ""))
    }
    #expect(has("fees", ["first", "price"]) && has("fees", ["补办", "price"]) && has("fees", ["补办"]))
    #expect(has("way", ["other"]) && !has("fees", ["key", "price"]))
  }
}

@Suite("Changes of a form")
struct FormTests {
  @Test("are told by question: options, rules, conditions, sections, and not where the order alone changed")
  func questions() {
    var kind = FormPage.Question(key: "kind", label: "类型", kind: .choice)
    kind.options = [FormPage.Option(value: "new", label: "新办")]
    let name = FormPage.Question(key: "name", label: "名称", kind: .text)
    func form(_ questions: [FormPage.Question]) -> FormPage {
      FormPage(shortTitle: "表", sections: [FormPage.Section(title: "单位", questions: questions)])
    }
    let old = form([kind, name])
    #expect(FormComparison(old, form([name, kind]), required: ("是", "否")).counts.total == 0)
    kind.options.append(FormPage.Option(value: "lost", label: "补办"))
    kind.condition = "仅当填了“名称”"
    let comparison = FormComparison(old, form([name, kind]), required: ("是", "否"))
    #expect(comparison.added.isEmpty && comparison.removed.isEmpty)
    #expect(comparison.changed.map(\.label) == ["类型"])
    #expect(comparison.changed.first?.parts.map(\.part) == [.condition, .options])
    #expect(comparison.changed.first.map { Marked.text($0.parts[1].runs) } == "新办{+ · 补办+}")
  }
}
