/// Counts the rebuilds, and lets pages wait for the next one.
actor Reloads {
  private(set) var count = 0

  func add() { count += 1 }

  /// Whether the count is another than `known`, at once or within 20 seconds.
  func changed(since known: Int) async -> Bool {
    for _ in 0..<200 {
      if count != known { return true }
      do { try await Task.sleep(for: .milliseconds(100)) } catch { return false }
    }
    return false
  }
}

/// The script that reloads a page. It asks by script elements, which a page's `script-src 'self'` allows where it
/// forbids other requests; it stands in no file of the site.
enum ReloadScript {
  static let path = "/-preview/reload.js"
  static let waitPath = "/-preview/wait.js"

  static let text = """
    "use strict";
    (() => {
      const since = new URL(document.currentScript.src).searchParams.get("since");
      const ask = () => {
        const script = document.createElement("script");
        script.src = "\(waitPath)?since=" + since + "&at=" + Date.now();
        script.onload = () => { script.remove(); setTimeout(ask, 200); };
        script.onerror = () => { script.remove(); setTimeout(ask, 1000); };
        document.head.append(script);
      };
      addEventListener("load", ask);
    })();

    """

  /// A page with the script at the end of its head.
  static func injected(into html: String, count: Int) -> String {
    guard let end = html.firstRange(of: "</head>") else { return html }
    let tag = "<script src=\"\(path)?since=\(count)\" defer></script>\n"
    return html.replacingCharacters(in: end, with: tag + "</head>")
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: text)
    return copy
  }
}
