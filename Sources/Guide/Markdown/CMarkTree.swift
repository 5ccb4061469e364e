internal import CCMark

/// Owns the tree that libcmark makes of a text, and frees it.
struct CMarkTree: ~Copyable {
  private let root: OpaquePointer

  /// `nil` when libcmark gives nothing back.
  init?(_ text: String) {
    var text = text
    let tree = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let tree else { return nil }
    root = tree
  }

  deinit { cmark_node_free(root) }

  /// What `body` makes of the top node, which must not outlive the call.
  borrowing func read<Value>(_ body: (CMarkNode) -> Value) -> Value { body(CMarkNode(root)) }
}

/// A node of a ``CMarkTree``, valid only while that tree lives.
struct CMarkNode {
  enum Kind {
    case paragraph, heading, quote, list, item, code, html, rule
    case text, softBreak, lineBreak, codeSpan, inlineHTML, emphasis, strong, link, image
    case other
  }

  private let pointer: OpaquePointer

  fileprivate init(_ pointer: OpaquePointer) { self.pointer = pointer }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .code
    case CMARK_NODE_HTML_BLOCK: .html
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .codeSpan
    case CMARK_NODE_HTML_INLINE: .inlineHTML
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: .other
    }
  }

  /// The children in their order.
  var children: some Sequence<CMarkNode> {
    sequence(state: cmark_node_first_child(pointer)) { next in
      guard let node = next else { return nil }
      next = cmark_node_next(node)
      return CMarkNode(node)
    }
  }

  var literal: String { Self.string(cmark_node_get_literal(pointer)) }
  var fenceInfo: String { Self.string(cmark_node_get_fence_info(pointer)) }
  var destination: String { Self.string(cmark_node_get_url(pointer)) }
  var title: String { Self.string(cmark_node_get_title(pointer)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
  /// First number of a numbered list; `nil` for a list with bullets.
  var listStart: Int? {
    cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil
  }
  /// Line of the first character, from 1.
  var line: Int { Int(cmark_node_get_start_line(pointer)) }
  /// Line of the last character, from 1.
  var lastLine: Int { Int(cmark_node_get_end_line(pointer)) }
  /// How many block quotes it stands in.
  var quoteDepth: Int {
    var depth = 0
    var above = cmark_node_parent(pointer)
    while let node = above {
      if cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE { depth += 1 }
      above = cmark_node_parent(node)
    }
    return depth
  }
  /// Column of the first character in UTF-8 bytes, from 1.
  var byteColumn: Int { Int(cmark_node_get_start_column(pointer)) }

  private static func string(_ characters: UnsafePointer<CChar>?) -> String {
    guard let characters else { return "" }
    return EmphasisMarker.removed(from: String(cString: characters))
  }
}
