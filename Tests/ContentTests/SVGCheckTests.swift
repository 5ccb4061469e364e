import Content
import Diagnostics
import Testing

private func ids(_ inside: String) -> [String] {
  let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\(inside)</svg>"
  return SVGCheck.problems(in: Array(picture.utf8), path: "f.svg").map(\.id)
}

@Suite("A picture in SVG")
struct SVGCheckTests {
  @Test(
    "may draw, refer to its own parts, hold pictures and be what drawing programs write",
    arguments: [
      "", "<a href='#b'><g id=\"b\" style=\"fill:url(#g);stroke:#123\"/></a>", "<use xlink:href=\"#b\"/>",
      "<style>.a > .b{fill:red} /* https://example.org */ path{filter:url( '#f' )}</style>",
      "<style><![CDATA[ .a{fill:red} ]]></style>", "<text>javascript: &lt;script&gt; // on &#x4E2D;</text>",
      "<image href=\"data:image/png;base64,AA//BB==\"/>",
      "<image href=\"desk.png\"/>",
      "<!-- <script> --><path d='M0 0'/>",
      "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" rdf:about=\"\"/></metadata>",
      "<rect transform=\"rotate(4)\" fill=\"url(#a)\"/>", "<animate attributeName=\"x\" from=\"0\" to=\"9\"/>",
      "<style>a{fill:red}<!-- @import 'a' -->b{fill:/* url(//a) */blue}</style>",
      "<style>&lt;!-- a{font-family:'/*',\"中文\"} .é:not(.中):hover{fill:rgb(0,0,0)} --&gt;</style>",
      "<rect style=\"font-family:'a\nb';fill:url('#a')\" aria-label=\"Tom's (first) url\"/>",
      "<style/><style>@media (min-width:1px) and (color){a{width:calc((1px + 2px)*3)}}</style>",
    ])
  func harmless(_ inside: String) { #expect(ids(inside) == []) }

  @Test(
    "must not run a script or ask for anything outside",
    arguments: [
      "<script>x()</script>", "<script/>", "<SCRIPT/>", "<s:script xmlns:s=\"http://www.w3.org/2000/svg\"/>",
      "<rect onload=\"x()\"/>", "<rect ONclick='x()'/>", "<rect ev:onend=\"x()\"/>", "<foreignObject/>",
      "<a href=\"javascript:x()\"/>", "<a xlink:href=\"java&#x73;cript:x()\"/>", "<a href=\"java&#10;script:x()\"/>",
      "<a href=\" &#1;javascript:x()\"/>",
      "<image href=\"https://example.org/a.png\"/>",
      "<use href=\"//example.org/a#b\"/>",
      // To Swift, signs with a variation selector behind them are other characters; browsers leave the selector out.
      "<use href=\"//\u{FE0F}example.org/a#b\"/>", "<image href=\"http:\u{FE0F}//example.org/a\"/>",
      "<rect style=\"fill:url(\u{FE0F}//example.org/a) url(//\u{FE0F}example.org)\"/>",
      "<style>@import\u{FE0F} 'a.css'; /*\u{FE0F}*/</style>", "<rect style=\"a:b\\\u{FE0F}75\"/>",
      "<use href=\"/\\example.org/a#b\"/>", "<a href=\"data:text/html,x\"/>", "<image href=\"data:image/svg+xml,x\"/>",
      "<rect style=\"fill:url(https://example.org/a)\"/>", "<rect fill=\"url('//example.org/a')\"/>",
      "<rect style=\"fill:u\\72l(https://example.org/a)\"/>", "<style>@import 'a.css';</style>",
      "<style><![CDATA[@IMPORT url(a.css)]]></style>", "<style>a{b:u/**/rl(#a) url(http:a)}</style>",
      "<style>a{b:image-set('https://example.org/a' 1x)}</style>", "<style>&#64;import 'a'</style>",
      "<set attributeName=\"href\" to=\"#a\"/>", "<animate attributeName='onload' values='x'/>",
      "<animate attributeName='xlink:href' values='#a'/>", "<h:p xmlns:h=\"http://www.w3.org/1999/xhtml\"/>",
      "<a href=\"javascript:&#xFF9E;=x()\"/>", "<a href=\"https:&#xFE0F;example.org\"/>",
      "<g xml:base=\"https:&#x301;//example.org/\"/>", "<set attributeName='fill' to=\"url(//example.org/a\"/>",
      "<set attributeName='fill' to=\"url(/&#x301;/example.org) url(//&#x301;a)\"/>",
      // A style is what a browser reads: whatever its prefix, in however many pieces it stands.
      "<s:style xmlns:s=\"http://www.w3.org/2000/svg\">@import 'a';</s:style>",
      "<style>@imp<!-- -->ort \"http:/<!-- -->/example.org\";</style>",
      "<style>@imp<![CDATA[ort]]> 'a';</style>", "<style><![CDATA[@im]]><![CDATA[port 'a';]]></style>",
      "<style>a{b:u<!-- -->rl(http:a)}</style>",
      // Neither a string nor url() has comments in it, and a comment no strings.
      "<style>a{font-family:\"/*\"} b{mask-image:url(https://example.org/a)} c{font-family:\"*/\"}</style>",
      "<rect style=\"fill:url(/*);mask-image:url(https://example.org/a)\"/>",
      "<style>/* */&#x301;a{} b{mask-image:url(https://example.org/a)}</style>",
      "<style>/* ' */ b{mask-image:url(https:a)} /* ' */</style>",
      "<style>#é{} #×url(https:a){}</style>", "<style>×url(https:a)</style>", "<style>xurl(/*)*/</style>",
      "<style>&lt;!--src('a')</style>", "<style>u+ffimage-set('a')</style>",
      // What is not read in one way only.
      "<style>a{b:'c}</style>", "<style>a{b:\"c\nd:e\"}</style>", "<style>/* a{}</style>", "<style>a{b:url(#a</style>",
      "<style>a{b:url(a'b)}</style>", "<style>a{b:url(a b)}</style>", "<style>a{b:url('a'b)}</style>",
      "<style>a&#1;{}</style>", "<rect style=\"font-family:'a&#10;b'\"/>",
      "<g xml:base=\"https://example.org/\"/>", "<?xml-stylesheet href=\"a.css\"?>", "<iframe src='a'/>",
    ])
  func active(_ inside: String) { #expect(ids(inside) == ["svg.active"]) }

  @Test(
    "must be read alike by everybody",
    arguments: [
      "<g>",
      "</g>",
      "<g a=b/>",
      "<g a/>",
      "<g a='1'b='2'/>",
      "&nbsp;",
      "<g a='&x;'/>",
      "<g a='<'/>",
      "<!-- ",
      "<![CDATA[ ",
      "< g/>", "<g", "<G></g x>", "&#xD800;", "<G></g>", "<\u{E9}></e\u{301}>", "<style>@im<g>x</g>port 'a'</style>",
    ])
  func syntax(_ inside: String) { #expect(ids(inside) == ["svg.syntax"]) }

  @Test("has no document type, no second root and no other encoding, and is told where it is wrong")
  func whole() {
    func problems(_ text: String) -> [String] {
      SVGCheck.problems(in: Array(text.utf8), path: "f.svg").map { "\($0.place.map { "\($0)" } ?? "") \($0.id)" }
    }
    #expect(problems("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg/>\n") == [])
    #expect(problems("\u{FEFF}<svg/>") == [])
    #expect(
      problems("<!DOCTYPE svg [<!ENTITY a \"<script/>\">]><svg>&a;</svg>") == [
        "f.svg:1:1 svg.active", "f.svg:1:1 svg.syntax",
      ])
    #expect(problems("<?xml version='1.0' encoding='UTF-7'?><svg/>") == ["f.svg:1:1 svg.syntax"])
    #expect(problems("<svg/><svg/>") == ["f.svg:1:7 svg.syntax"])
    #expect(problems("<html/>") == ["f.svg:1:1 svg.syntax"])
    #expect(problems("") == ["f.svg:1:1 svg.syntax"])
    #expect(problems("<svg>\n  中<g id='a' onload=''/>\n</svg>") == ["f.svg:2:14 svg.active"])
    #expect(SVGCheck.problems(in: [0xFF, 0xFE, 0x3C, 0], path: "f.svg").map(\.id) == ["svg.syntax"])
    let many = "<svg>" + String(repeating: "<g onload=''/>\n", count: 20_000) + "</svg>"
    #expect(SVGCheck.problems(in: Array(many.utf8), path: "f.svg").count == 100)
  }

  @Test("is read in linear time, however deep its elements stand in each other")
  func deep() {
    let count = 40_000
    let deep = String(repeating: "<g> ", count: count) + String(repeating: "</g>", count: count)
    let pieces = "<style>" + String(repeating: "a{}<!-- -->", count: count) + "</style>"
    let elapsed = ContinuousClock().measure { #expect(ids(deep + pieces) == []) }
    // What grows with the square takes minutes.
    #expect(elapsed < .seconds(20))
  }
}
