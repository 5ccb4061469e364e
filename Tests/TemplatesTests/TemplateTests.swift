import Diagnostics
import SourceText
import Testing

@testable import Templates

@Suite("A template")
struct TemplateTests {
  static func filled(_ templates: [String: String], _ value: TemplateValue) -> (text: String, problems: [String]) {
    var diagnostics: [Diagnostic] = []
    let library = TemplateLibrary(
      templates.sorted { $0.key < $1.key }.map { ($0.key, SourceFile(path: $0.key, text: $0.value)) },
      diagnostics: &diagnostics)
    let filled = library.fill("main", value)
    return (
      String(decoding: filled.bytes, as: UTF8.self),
      (diagnostics + filled.diagnostics).map { "\($0.place.map { "\($0)" } ?? "–") \($0.id)" }
    )
  }

  @Test(
    "shows texts as texts and HTML as HTML, a section of an empty text nothing",
    arguments: [
      ("{{a}}{{{a}}}{{&a}}", "&lt;&amp;&quot;&#39;&gt;&lt;&amp;&quot;&#39;&gt;&lt;&amp;&quot;&#39;&gt;"),
      ("{{h}}|{{{h}}}|{{& h }}", "&lt;b&gt;|<b>|<b>"), ("{{n}}{{#n}}.{{/n}}{{^n}}-{{/n}}", "0."),
      ("{{#empty}}x{{/empty}}{{^empty}}y{{/empty}}", "y"), ("{{#list}}{{.}},{{/list}}", "1,2,"),
      ("{{#map}}{{inner}}{{a.b}}{{/map}}", "in"), ("{{map.inner}}{{late.x}}", "inlate"),
      ("{{#map}}{{off}}{{^off}}none{{/off}}{{/map}}", "none"),
    ])
  func shows(_ template: String, _ expected: String) {
    let value: TemplateValue = [
      TemplateKey("a"): "<&\"'>", TemplateKey("h"): .html(Array("<b>".utf8)), TemplateKey("n"): .number(0),
      TemplateKey("empty"): "",
      TemplateKey("list"): .list([.number(1), .number(2)]), TemplateKey("off"): "outer",
      TemplateKey("map"): [TemplateKey("inner"): "in", TemplateKey("off"): .absent],
      TemplateKey("late"): .lazy { [TemplateKey("x"): "late"] },
    ]
    let filled = Self.filled(["main": template], value)
    #expect(filled.text == expected && filled.problems == [])
  }

  @Test(
    "tells what is wrong with its place",
    arguments: [
      ("a\n{{b", "main:2:1 template.syntax"), ("{{#a}}\n{{/b}}", "main:2:1 template.syntax"),
      ("汉字{{#a}}", "main:1:3 template.syntax"), ("{{/a}}", "main:1:1 template.syntax"),
      ("{{}}", "main:1:1 template.syntax"),
      ("{{a b}}", "main:1:1 template.syntax"), ("{{a(b)}}", "main:1:1 template.syntax"),
      ("{{a..b}}", "main:1:1 template.syntax"), ("{{= =}}", "main:1:1 template.syntax"),
      ("{{{a}}", "main:1:1 template.syntax"), ("{{$a}}{{/a}}", "main:1:1 template.block"),
      ("{{<a}}{{/a}}", "main:1:1 template.block"), ("{{% X }}", "main:1:1 template.pragma"),
      ("{{> nowhere}}", "main:1:1 template.partial"), ("x {{> main}}", "main:1:3 template.cycle"),
      (String(repeating: "{{#a}}", count: 40) + String(repeating: "{{/a}}", count: 40), "main:1:193 template.depth"),
      ("\n  {{b}}", "main:2:3 template.unknown-key"), ("{{#b}}{{/b}}", "main:1:1 template.unknown-key"),
    ])
  func problems(_ template: String, _ expected: String) {
    #expect(Self.filled(["main": template], [TemplateKey("a"): "x"]).problems == [expected])
  }

  @Test("a name that other templates have is nothing to a partial, and unknown to a template itself")
  func unfilled() {
    let value: TemplateValue = [TemplateKey("a"): .unfilled, TemplateKey("list"): .list([.number(1)])]
    let partials = ["part": "{{#a}}x{{/a}}{{^a}}-{{/a}}{{a}}{{a.b}}"]
    let through = Self.filled(partials.merging(["main": "{{> part}}{{#list}}{{> part}}{{/list}}"]) { $1 }, value)
    #expect(through.text == "--" && through.problems == [])
    for template in ["{{a}}", "{{#a}}x{{/a}}", "{{^a}}x{{/a}}", "{{a.b}}", "{{#list}}{{a}}{{/list}}"] {
      let own = Self.filled(["main": template], value)
      #expect(own.problems.count == 1 && own.problems[0].hasSuffix("template.unknown-key"), "\(template)")
    }
  }

  @Test("finds names in a data file's maps, or says which is near")
  func data() {
    let map = TemplateMap(
      [(TemplateKey("first-txt"), "赠送")],
      source: TemplateMap.Source(
        place: SourcePlace("fees.yml", line: 3), keys: [("first-txt", SourcePlace("fees.yml", line: 4))]))
    let value: TemplateValue = [TemplateKey("data"): .map(map), TemplateKey("root"): ""]
    #expect(Self.filled(["main": "{{#data}}{{first-text}}{{/data}}"], value).problems == ["fees.yml:4 data.missing"])
    #expect(Self.filled(["main": "{{data.price}}"], value).problems == ["fees.yml:3 data.missing"])
    #expect(
      Self.filled(["main": "{{#data.price}}{{x}}{{/data.price}}{{#data}}{{#y}}{{/y}}{{/data}}"], value).problems == [])
    #expect(Self.filled(["main": "{{#dta}}{{/dta}}"], value).problems == ["main:1:1 template.unknown-key"])
  }

  @Test("ends, whatever its sections and partials multiply")
  func ends() {
    let list: TemplateValue = [TemplateKey("l"): .list(Array(repeating: "x", count: 10))]
    let sections = String(repeating: "{{#l}}", count: 20) + "x" + String(repeating: "{{/l}}", count: 20)
    #expect(Self.filled(["main": sections], list).text.isEmpty)
    var partials = ["main": "{{> p0}}", "p25": "x"]
    for number in 0..<25 { partials["p\(number)"] = "{{> p\(number + 1)}}{{> p\(number + 1)}}" }
    #expect(Self.filled(partials, list).text.isEmpty)
  }
}
