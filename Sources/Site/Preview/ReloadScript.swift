internal import Bytes

/// The script that shows what is wrong and reloads a page. It asks by script elements, which a page's `script-src 'self'`
/// allows where it forbids other requests; it stands in no file of the site. A page that is not seen asks when it is seen
/// again. What a reload must not lose, how far the page is scrolled and which parts are open, waits in the tab's own
/// storage for as long as the reload takes.
enum ReloadScript {
  static let path = "/-preview/reload.js"
  static let waitPath = "/-preview/wait.js"

  static let text = """
    "use strict";
    (() => {
      let since = new URL(document.currentScript.src).searchParams.get("since");
      const key = "zhinan.preview";
      const name = (details) => details.querySelector("summary")?.textContent.trim();

      const keep = () => {
        const open = [...document.querySelectorAll("details")].map((details) => [name(details), details.open]);
        try { sessionStorage.setItem(key, JSON.stringify({ x: scrollX, y: scrollY, open })); } catch (_) { /* none */ }
      };
      const restore = () => {
        let kept = null;
        try {
          kept = JSON.parse(sessionStorage.getItem(key));
          sessionStorage.removeItem(key);
        } catch (_) { /* none */ }
        if (!kept) return;
        const open = new Map(kept.open);
        for (const details of document.querySelectorAll("details")) {
          if (open.has(name(details))) details.open = open.get(name(details));
        }
        const scroll = () => scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
        scroll();
        if (document.readyState !== "complete") addEventListener("load", scroll, { once: true });
      };

      const show = (html) => {
        let place = document.querySelector("zhinan-problems");
        if (!place) {
          place = document.createElement("zhinan-problems");
          place.attachShadow({ mode: "open" });
          document.body.append(place);
        }
        place.shadowRoot.innerHTML = html;
        const style = document.createElement("link");
        style.rel = "stylesheet";
        style.href = "\(ProblemStyle.path)";
        place.shadowRoot.prepend(style);
      };

      const ask = () => {
        if (document.hidden) {
          document.addEventListener("visibilitychange", ask, { once: true });
          return;
        }
        const script = document.createElement("script");
        let leaves = false;
        const again = (time) => { script.remove(); if (!leaves) setTimeout(ask, time); };
        script.src = "\(waitPath)?since=" + since + "&at=" + Date.now();
        script.addEventListener("zhinan-preview", ({ detail }) => {
          if (detail.html === null) {
            leaves = true;
            keep();
            location.reload();
          } else {
            since = detail.count;
            show(detail.html);
          }
        });
        script.onload = () => again(200);
        script.onerror = () => again(1000);
        document.head.append(script);
      };
      restore();
      if (document.readyState === "complete") ask(); else addEventListener("load", () => setTimeout(ask), { once: true });
    })();

    """

  /// A page with the script at the end of its head.
  static func injected(into html: [UInt8], count: Int) -> [UInt8] {
    guard let end = html.firstRange(of: Array("</head>".utf8)) else { return html }
    let tag = "<script src=\"\(path)?since=\(count)\" defer></script>\n"
    return html[..<end.lowerBound] + Array(tag.utf8) + html[end.lowerBound...]
  }

  /// What ends a page's wait: a script that tells the page's own of the state; it does nothing without one.
  static func answer(_ state: PreviewState?, known: Int) -> String {
    guard let state else { return "" }
    var writer = JSONByteWriter(.misleading)
    writer.object { writer in
      writer.member("count", state.count)
      writer.key("html")
      if let panel = state.panel(known: known) { writer.text(panel) } else { writer.raw("null") }
    }
    let detail = String(decoding: writer.bytes, as: UTF8.self)
    return "document.currentScript.dispatchEvent(new CustomEvent(\"zhinan-preview\", { detail: \(detail) }));\n"
  }
}
