/// How problems look on the preview's pages and over those of the site. Lengths are in rem, so that they grow with the
/// page's own letters.
enum ProblemStyle {
  static let path = "/-preview/problems.css"

  static let text = """
    .problems {
      color-scheme: light dark;
      background: #fdf1ec;
      color: #33150c;
      font: 1rem/1.6 system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
      text-align: start;
      overflow-wrap: anywhere;
    }
    div.problems {
      position: fixed;
      inset: auto 0 0;
      z-index: 2147483647;
      max-height: 70vh;
      overflow: auto;
      border-top: .25rem solid #9c2f17;
    }
    .problems summary, .problems p, .problems ul { margin: .5rem auto; max-width: 60rem; }
    .problems details, main.problems { padding: .25rem 1rem; }
    .problems summary { cursor: pointer; font-weight: bold; }
    .problems summary span { font-weight: normal; }
    .problems ul { padding: 0; list-style: none; }
    .problems li { padding: .5rem 0; border-top: 1px solid #9c2f17; }
    .problems li p { margin: .125rem 0; }
    .problems code { font: bold .9375rem/1.6 ui-monospace, monospace; color: #8a2610; }
    .problems small { font-size: .875rem; }
    .problems h1 { margin: 1rem auto; max-width: 60rem; font-size: 1.5rem; line-height: 1.3; }
    .problems :focus-visible { outline: .1875rem solid #8a2610; outline-offset: .125rem; }
    body:has(> main.problems) { margin: 0; background: #fdf1ec; }
    @media (prefers-color-scheme: dark) {
      .problems, body:has(> main.problems) { background: #2f1c16; color: #f6e4dd; }
      div.problems, .problems li { border-color: #ffab92; }
      .problems code { color: #ffab92; }
      .problems :focus-visible { outline-color: #ffab92; }
    }
    @media print { div.problems { display: none; } }

    """
}
