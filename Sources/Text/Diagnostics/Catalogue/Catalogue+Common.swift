extension Catalogue {
  /// What many rooms say: kinds of values, hints, totals and what a command prints.
  static let common: [Entry] = [
    Entry(
      "hint.blank-beside",
      en: "The blank PDF stands beside the compiled form, as `zhinan build` publishes both.",
      zh: "空白PDF应当与表格文件放在一起，`zhinan build` 发布时就是这样。"),
    Entry(
      "hint.compiled-forms",
      en: "`zhinan build` publishes compiled forms: VERSION/forms/NAME.form.",
      zh: "`zhinan build` 会发布编译好的表格：版本/forms/名称.form。"),
    Entry(
      "hint.condition-order",
      en: "Move the field down, or “{key}” to an earlier place.",
      zh: "请把这一栏移到后面，或者把“{key}”移到前面。"),
    Entry(
      "hint.font-package",
      en: "Install the Debian package {package} (`make install` does), or change the line.",
      zh: "请安装Debian软件包 {package}（`make install` 会安装），或者改这一行。"),
    Entry(
      "hint.former-anchor",
      en: "If this heading took its place, write {{{ids}}} behind it.",
      zh: "如果这个标题代替了它，请在标题后面写 {{{ids}}}。"),
    Entry(
      "hint.forms",
      en: "Its forms: {names}.",
      zh: "它的表格：{names}。"),
    Entry(
      "hint.name-page",
      en: "Name the page too, such as page.md#{anchor}.",
      zh: "请连页面一起写，例如 page.md#{anchor}。"),
    Entry(
      "hint.near",
      en: "Did you mean “{word}”?",
      zh: "是不是“{word}”？"),
    Entry(
      "hint.no-forms",
      en: "It has none.",
      zh: "它没有表格。"),
    Entry(
      "hint.no-roles",
      en: "It names none.",
      zh: "这份表没有写角色。"),
    Entry(
      "hint.page-names",
      en: "Pages are named with .md, such as fees.md; pictures figures/name.svg.",
      zh: "页面写文件名，例如 fees.md；图片写 figures/名称.svg。"),
    Entry(
      "hint.percent",
      en: "A % must be followed by two hexadecimal digits.",
      zh: "% 后面要写两位十六进制数。"),
    Entry(
      "hint.formerly",
      en:
        "Version {version} has it: a page that had that name says so by formerly: [{name}], and the link leads there.",
      zh: "{version} 版有这一页：它改名后的页写上 formerly: [{name}]，链接就通了。"),
    Entry(
      "hint.relative-link",
      en: "Write it relative to this file.",
      zh: "请写相对于本文件的路径。"),
    Entry(
      "hint.fields",
      en: "There are: {names}.",
      zh: "可以用的有：{names}。"),
    Entry(
      "hint.roles",
      en: "Its roles: {names}.",
      zh: "它的角色：{names}。"),
    Entry(
      "hint.rule-list",
      en: "--list prints all.",
      zh: "用 --list 可以查看全部。"),
    Entry(
      "hint.there-are",
      en: "There are: {names}.",
      zh: "现有：{names}。"),
    Entry(
      "text.blank-form",
      en: "{path}  blank form: {title}",
      zh: "{path}  空白表：{title}"),
    Entry(
      "text.error",
      en: "{count} error",
      zh: "{count}处错误"),
    Entry(
      "text.errors",
      en: "{count} errors",
      zh: "{count}处错误"),
    Entry(
      "text.guide-fine",
      en: "{versions} versions, {files} files, {forms} forms: fine",
      zh: "{versions}个版本，{files}个文件，{forms}份表：没有问题"),
    Entry(
      "text.guide-right",
      en: "{versions} versions, {files} files, {forms} forms: no errors",
      zh: "{versions}个版本，{files}个文件，{forms}份表：没有错误"),
    Entry(
      "text.new-version",
      en: """
        {id} is a copy of {source}. To be written: note and published in guide.yml, what its pages say of versions, and \
        updated of the pages that are changed.
        """,
      zh: "{id} 复制自 {source}。接下来请写：guide.yml 里的 note 和 published，页面上讲各个版本的话，改了的页的 updated。"),
    Entry(
      "text.more",
      en: "… and {count} more of this kind",
      zh: "……还有{count}个同类问题"),
    Entry(
      "text.pages",
      en: "{path}  {count} pages",
      zh: "{path}  {count}页"),
    Entry(
      "text.preview-building",
      en: "The site is being built.",
      zh: "正在生成网站。"),
    Entry(
      "text.preview-errors",
      en: "The guide has errors",
      zh: "指南有错误"),
    Entry(
      "text.preview-last",
      en: "What you see is the last state without errors. This notice goes away once they are mended.",
      zh: "现在看到的是上一次没有错误时的内容。改好以后，这条提示会自动消失。"),
    Entry(
      "text.rebuilt",
      en: "built in {time} ms: {count} files changed",
      zh: "已生成，用时{time}毫秒：{count}个文件有变化"),
    Entry(
      "text.record-fine",
      en: "{path}: fine",
      zh: "{path}：没有问题"),
    Entry(
      "text.serving",
      en: "{address}  (Ctrl-C ends it)",
      zh: "{address}  （按 Ctrl-C 结束）"),
    Entry(
      "text.site-written",
      en: "{written} files written, {unchanged} unchanged, {removed} removed",
      zh: "写入{written}个文件，未变{unchanged}个，删去{removed}个"),
    Entry(
      "text.total",
      en: "{errors}, {warnings}",
      zh: "{errors}，{warnings}"),
    Entry(
      "text.usage-error",
      en: "Error: {sentence}",
      zh: "错误：{sentence}"),
    Entry(
      "text.warning",
      en: "{count} warning",
      zh: "{count}处提醒"),
    Entry(
      "text.warnings",
      en: "{count} warnings",
      zh: "{count}处提醒"),
    Entry(
      "what.block",
      en: "The block",
      zh: "这个版面块"),
    Entry(
      "what.branch",
      en: "a branch",
      zh: "流程图的一路"),
    Entry(
      "what.cell",
      en: "The cell",
      zh: "这一格"),
    Entry(
      "what.column",
      en: "The column",
      zh: "这一栏"),
    Entry(
      "what.check",
      en: "The check",
      zh: "这项核对"),
    Entry(
      "what.field",
      en: "The field",
      zh: "这一栏"),
    Entry(
      "what.flow",
      en: "a flow chart",
      zh: "流程图"),
    Entry(
      "what.font",
      en: "The font",
      zh: "这个字体"),
    Entry(
      "what.fonts",
      en: "The list of fonts",
      zh: "字体列表"),
    Entry(
      "what.form",
      en: "The form",
      zh: "表格"),
    Entry(
      "what.front-matter",
      en: "the front matter",
      zh: "页面信息"),
    Entry(
      "what.glyph-tier",
      en: "The tier",
      zh: "这一级"),
    Entry(
      "what.glyphs",
      en: "The list of glyphs",
      zh: "字形表"),
    Entry(
      "what.guide",
      en: "the guide",
      zh: "指南"),
    Entry(
      "what.labels",
      en: "the list of labels",
      zh: "标签列表"),
    Entry(
      "what.layout",
      en: "The layout",
      zh: "版面"),
    Entry(
      "what.message",
      en: "The message of {key}",
      zh: "{key} 的用语"),
    Entry(
      "what.messages",
      en: "The list of messages",
      zh: "用语文件"),
    Entry(
      "what.row",
      en: "The row",
      zh: "这一行"),
    Entry(
      "what.section",
      en: "The section",
      zh: "这个部分"),
    Entry(
      "what.step",
      en: "a step",
      zh: "流程图的一步"),
    Entry(
      "what.table",
      en: "a table",
      zh: "表"),
    Entry(
      "what.table-cell",
      en: "a cell",
      zh: "表的一格"),
    Entry(
      "what.way-back",
      en: "a way back",
      zh: "往回的路"),
    Entry(
      "what.words",
      en: "the list of words",
      zh: "用词列表"),
    Entry(
      "what.version",
      en: "a version",
      zh: "版本"),
    Entry(
      "word.band",
      en: "band",
      zh: "横排块"),
    Entry(
      "word.columns",
      en: "row of columns",
      zh: "各栏"),
    Entry(
      "word.list",
      en: "a list",
      zh: "列表"),
    Entry(
      "word.picture",
      en: "picture",
      zh: "图片"),
    Entry(
      "word.map",
      en: "a map",
      zh: "一组“名称: 内容”"),
    Entry(
      "word.nothing",
      en: "nothing",
      zh: "空的"),
    Entry(
      "word.scale-bar",
      en: "scale bar",
      zh: "比例尺"),
    Entry(
      "word.text",
      en: "a text",
      zh: "文字"),
    Entry(
      "text.zip-written",
      en: "{path}  the site for a USB stick ({size} bytes): unpack it, then open {folder}/index.html in a browser",
      zh: "{path}  可以放进U盘的网站（{size}字节）：解压以后，用浏览器打开 {folder}/index.html"),
  ]
}
