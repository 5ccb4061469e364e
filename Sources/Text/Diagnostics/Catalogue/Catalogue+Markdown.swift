extension Catalogue {
  /// Text in Markdown: directives, links, tables.
  static let markdown: [Entry] = [
    Entry(
      "directive.argument",
      en: "{{details}} has no summary.", "Write it after the name: ```{{details}} What opens it.",
      zh: "{{details}} 没有标题。", "请写在后面：```{{details}} 点开时显示的标题。"),
    Entry(
      "directive.no-data",
      en: "{{{directive}}} needs data/{name}.yml, which is not there.",
      zh: "{{{directive}}} 要用 data/{name}.yml，但没有这个文件。",
      cure: "Write the file, or name one that is there."),
    Entry(
      "directive.options",
      en: "The body of {{{name}}} should be a map of keys.", "Write key: value lines, or nothing.",
      zh: "{{{name}}} 的内容应当写成“名称: 内容”的各行。", "请写“名称: 内容”的各行，或者什么也不写。"),
    Entry(
      "directive.syntax",
      en: "“{text}” is no directive.", "A directive's name stands in braces: ```{{note}} argument.",
      zh: "“{text}”不是指令。", "指令的名称写在花括号里：```{{note}} 后面的文字。"),
    Entry(
      "directive.unknown",
      en: "There is no directive {{{name}}}.",
      "A directive of your own needs content/templates/directives/{name}.mustache.",
      zh: "没有 {{{name}}} 这个指令。", "自己的指令要有 content/templates/directives/{name}.mustache。"),
    Entry(
      "flow.branches",
      en: "A step branches into two to six ways, but here into {count}.",
      zh: "一步分成两路至六路，这里却是{count}路。",
      cure: "Give the step two to six branches, or join some of them in a step of their own."),
    Entry(
      "flow.back",
      en: "No step with the id “{id}” comes before this one.",
      zh: "前面没有 id 是“{id}”的一步。",
      cure: "Name the id of a step before it, or of one that branches into the way on which it stands."),
    Entry(
      "flow.dead-end",
      en: "Every way leads back from here, so that nobody reaches the steps below.",
      "Let one branch lead on, or take the steps below out.",
      zh: "从这里分出的每一路都往回走，下面的步骤谁也到不了。", "请让其中一路走下去，或者删去下面的步骤。"),
    Entry(
      "flow.id",
      en: "Two steps have the id “{id}”.", "Give one of them another id.",
      zh: "有两步的 id 都是“{id}”。", "请给其中一步换一个 id。"),
    Entry(
      "flow.levels",
      en: "Choices stand in each other at most {count} deep.", "Describe the inner ones on a page of their own.",
      zh: "分支里再分支，最多{count}层。", "请把里层的分支写到另一页上。"),
    Entry(
      "flow.nothing",
      en: "The branch has neither steps nor a way back.",
      zh: "这一路既没有步骤，也没有往回的路。",
      cure: "Give the branch “steps” or “back”."),
    Entry(
      "flow.word",
      en: "“{word}” is wider than its box in the chart, which is to fit a phone.",
      "Write it shorter, or part it by a space or a hyphen.",
      zh: "“{word}”比图里的方框宽，手机上放不下。", "请写短一些，或者用空格、短横线断开。"),
    Entry(
      "image.alt",
      en: "The picture has no alternative text.", "Say between the brackets what it shows: ![what it shows]({source}).",
      zh: "图片没有说明文字。", "请在方括号里写图片的内容：![图片的内容]({source})。"),
    Entry(
      "image.external",
      en: "A picture comes from another host.", "Put it into this version's figures/ folder.",
      zh: "图片来自别的网站。", "请放到这个版本的 figures/ 文件夹里。"),
    Entry(
      "image.missing",
      en: "There is no picture “{source}”.", "Pictures are named figures/name.svg.",
      zh: "没有图片“{source}”。", "图片写成 figures/名称.svg。"),
    Entry(
      "image.missing/figure",
      en: "There is no picture “{name}”.",
      zh: "没有图片“{name}”。",
      cure: "Put the picture into figures/, or correct its name."),
    Entry(
      "link.anchor",
      en: "{path} has no heading with the id “{anchor}”.",
      zh: "{path} 里没有编号为“{anchor}”的标题。",
      cure: "Correct the part behind #; the hint names what is near."),
    Entry(
      "link.broken",
      en: "The link “{path}” leads nowhere.",
      zh: "链接“{path}”没有指到任何页面。",
      cure: "Correct the link; the hint names what is near."),
    Entry(
      "link.draft",
      en: "The link leads to {path}, which is a draft and not listed.", "Publish that page, or take the link out.",
      zh: "链接指向 {path}，它是草稿，没有列入目录。", "请发布那一页，或者去掉链接。"),
    Entry(
      "link.file",
      en: "There is no file “{name}”.",
      zh: "没有文件“{name}”。",
      cure: "Put the file into files/, or correct its name."),
    Entry(
      "link.scheme",
      en: "A link cannot start with “{scheme}:”.", "http, https, mailto, tel, form and fill can.",
      zh: "链接不能以“{scheme}:”开头。", "可以用 http、https、mailto、tel、form 和 fill。"),
    Entry(
      "markdown.control",
      en: "The text holds {code}, which is no character that can be shown.", "Take it out.",
      zh: "文字里有 {code}，它不是能显示的字符。", "请删掉。"),
    Entry(
      "markdown.depth",
      en: "The text is nested too deeply.",
      zh: "文字套得太深。",
      cure: "Use fewer lists and quotations in each other."),
    Entry(
      "markdown.duplicate-id",
      en: "The id “{id}” is used twice on this page.",
      zh: "编号“{id}”在本页用了两次。",
      cure: "Give one of the two another id."),
    Entry(
      "markdown.empty/heading",
      en: "The heading has no text.", "Write it, or take the signs out.",
      zh: "标题没有文字。", "请写上文字，或者去掉这些符号。"),
    Entry(
      "markdown.empty/link",
      en: "The link has no text.", "Write between the brackets where it leads: [text](…).",
      zh: "链接没有文字。", "请在方括号里写文字：[文字](…)。"),
    Entry(
      "markdown.heading-id",
      en: "“{id}” cannot be a heading's id.", "Letters, digits, - _ and . may stand in it.",
      zh: "“{id}”不能作标题的编号。", "可以用字母、数字、-、_ 和 .。"),
    Entry(
      "markdown.heading-level",
      en: "A heading of level {level} follows one of level {before}.", "Write it with {marks}.",
      zh: "{before}级标题后面直接是{level}级标题。", "请用 {marks} 来写。"),
    Entry(
      "markdown.heading-level/one",
      en: "A heading of level 1 stands in the text.", "The title is in the front matter; start with ##.",
      zh: "正文里有一级标题。", "页面的标题写在页面信息里，正文从 ## 开始。"),
    Entry(
      "markdown.leftover/address",
      en: "An address stands here that is no link: {text}",
      "Write <{text}> or [text]({text}); where it is meant as text, put a backslash before its colon.",
      zh: "这里的网址不是链接：{text}", "请写成 <{text}> 或者 [文字]({text})；只想写成文字时，在冒号前加反斜杠。"),
    Entry(
      "markdown.leftover/admonition",
      en: "“{text}” is no box here, but text.", "Write ```{{note}} title, the text and ``` on lines of their own.",
      zh: "“{text}”在这里不是提示框，只是文字。", "请写成 ```{{note}} 标题、内容、``` 三部分，各占一行。"),
    Entry(
      "markdown.leftover/attributes",
      en: "“{text}” is shown as it is.", "A heading's address is written {{#id}} at its end; classes cannot be given.",
      zh: "“{text}”会照原样显示。", "标题的地址写成 {{#id}}，放在末尾；不能指定样式。"),
    Entry(
      "markdown.leftover/contents",
      en: "“{text}” is shown as it is: every page lists its headings by itself.", "Take it out.",
      zh: "“{text}”会照原样显示：每页都会自动列出小标题。", "请删掉。"),
    Entry(
      "markdown.leftover/footnote",
      en: "“{text}” is no footnote here, but text.", "Write the note in brackets, or as a {{note}}.",
      zh: "“{text}”在这里不是脚注，只是文字。", "请把说明写在括号里，或者写成 {{note}}。"),
    Entry(
      "markdown.leftover/heading",
      en: "“{text}” is no heading, but text.", "Put a space behind the #.",
      zh: "“{text}”不是标题，只是文字。", "请在 # 后面加一个空格。"),
    Entry(
      "markdown.leftover/lines",
      en: "Numbered lines run together into one paragraph; the second begins with {text}.",
      "Write them as a list (1. or -), or put an empty line between them.",
      zh: "编号的几行会连成一段，第二行从 {text} 开始。", "请写成列表（1. 或 -），或者在中间空一行。"),
    Entry(
      "markdown.leftover/link",
      en: "“{text}” is no link, but text.",
      "A link has ASCII brackets, nothing between them, and no spaces in its address: [text](page.md).",
      zh: "“{text}”不是链接，只是文字。", "链接用半角括号，两对括号之间没有空格，地址里也没有空格：[文字](page.md)。"),
    Entry(
      "markdown.leftover/mark",
      en: "“{text}” is not highlighted, but shown as it is.", "Write **…** for what is important.",
      zh: "“{text}”不会突出显示，会照原样显示。", "要强调，请写成 **文字**。"),
    Entry(
      "markdown.leftover/math",
      en: "“{text}” is no formula, but shown as it is.", "Write it in words, or as a picture.",
      zh: "“{text}”不会变成公式，会照原样显示。", "请用文字写，或者用图片。"),
    Entry(
      "markdown.leftover/reference",
      en: "“{text}” is no link, but text: its name is defined nowhere.",
      "Write [text](page.md), or define the name: [name]: page.md",
      zh: "“{text}”不是链接，只是文字：这个名称没有定义。", "请写成 [文字](page.md)，或者另起一行定义：[名称]: page.md"),
    Entry(
      "markdown.leftover/directive",
      en: "A fence that says “{text}” is shown as code.", "Write the name in braces: ```{{{text}}}.",
      zh: "写着“{text}”的这一段会当作代码显示。", "名称要写在花括号里：```{{{text}}}。"),
    Entry(
      "markdown.leftover/role",
      en: "“{text}” is shown as it is.", "A backtick follows the brace at once: {{data}}`fees.price`.",
      zh: "“{text}”会照原样显示。", "花括号后面要紧跟英文的反引号：{{data}}`fees.price`。"),
    Entry(
      "markdown.leftover/shortcode",
      en: "“{text}” is shown as it is.", "Write a directive instead: ```{{name}}.",
      zh: "“{text}”会照原样显示。", "请改用指令：```{{name}}。"),
    Entry(
      "markdown.leftover/strike",
      en: "“{text}” is not struck through, but shown as it is.", "Take the signs out.",
      zh: "“{text}”不会有删除线，会照原样显示。", "请去掉这些符号。"),
    Entry(
      "markdown.leftover/table",
      en: "Lines that begin with | are no table, but text.",
      "The second line is of hyphens, | between them, with as many cells as the first: |---|---|; all | are ASCII.",
      zh: "这几行以 | 开头，却不是表格，只是文字。", "第二行写成 |---|---|，格数与第一行相同；| 和 - 都用半角。"),
    Entry(
      "markdown.leftover/task",
      en: "“{text}” is no box to tick, but text.", "Take the brackets out.",
      zh: "“{text}”不是勾选框，只是文字。", "请去掉方括号。"),
    Entry(
      "markdown.leftover/wiki",
      en: "“{text}” is no link, but shown as it is.", "Write [text](page.md).",
      zh: "“{text}”不会变成链接，会照原样显示。", "请写成 [文字](页面.md)。"),
    Entry(
      "markdown.noncharacter",
      en: "The text holds U+FDD0, which is no character.", "Delete it: it is kept for programs.",
      zh: "文字里有U+FDD0，它不是字符。", "请删去，它是留给程序用的。"),
    Entry(
      "markdown.not-inline",
      en: "Only running text can stand here, no lists, headings or several paragraphs.",
      zh: "这里只能写一段文字，不能有列表、标题或者几个段落。",
      cure: "Write one line of running text."),
    Entry(
      "markdown.open-fence",
      en: "Nothing ends the fence that begins here, so that all that follows stands in it.",
      "End it with a line of as many signs; a fence that holds others has more signs than they.",
      zh: "从这里开始的围栏没有结束，后面的内容都会算在里面。", "请用同样多的符号另起一行结束；套在外面的围栏要比里面的多写几个符号。"),
    Entry(
      "markdown.raw-html",
      en: "Raw HTML stands in the text.", "Write Markdown or a directive; a literal < is written \\<.",
      zh: "正文里有HTML代码。", "请改用Markdown或者指令；要显示 < 本身，请写 \\<。"),
    Entry(
      "markdown.table-cells",
      en: "The row has {count} cells, the table {expected} columns: what is left over is not shown.",
      zh: "这一行有{count}格，表格只有{expected}列：多出来的不显示。",
      cure: "Write a `|` that is no border as \\|, or give the head another column."),
    Entry(
      "markdown.table-cells/few",
      en: "The row has {count} cells, the table {expected} columns: the last ones stay empty.",
      zh: "这一行只有{count}格，表格有{expected}列：后面的列是空的。",
      cure: "Write each column's cell, also an empty one, between ASCII `|`."),
    Entry(
      "role.telephone",
      en: "“{path}” is “{text}”, which is no single telephone number.", "Use {{data}} for what nobody can call.",
      zh: "“{path}”的值是“{text}”，不是一个电话号码。", "不能拨打的，请用 {{data}}。"),
    Entry(
      "role.unknown",
      en: "There is no role “{{{name}}}”.", "There are {{data}} and {{tel}}.",
      zh: "没有“{{{name}}}”这种写法。", "可以写 {{data}} 和 {{tel}}。"),
    Entry(
      "table.not-rectangular",
      en: "The row fills {count} of {expected} columns.", "Count each cell's columns, and the cells with rows: above.",
      zh: "这一行占了{count}列，应当是{expected}列。", "请数一数各格占的列数，以及上面用 rows: 跨行的格。"),
    Entry(
      "table.not-rectangular/below",
      en: "A cell reaches below the last row.", "Count each cell's columns, and the cells with rows: above.",
      zh: "有一格伸到了最后一行下面。", "请数一数各格占的列数，以及上面用 rows: 跨行的格。"),
    Entry(
      "table.not-rectangular/overlap",
      en: "A cell stands where one from a row above reaches down.",
      "Count each cell's columns, and the cells with rows: above.",
      zh: "这一格的位置已被上面跨行的格占用。", "请数一数各格占的列数，以及上面用 rows: 跨行的格。"),
    Entry(
      "table.type/row",
      en: "A row should be a list of cells, but is {kind}.", "Write [a, b].",
      zh: "一行应当是各格的列表，这里却是{kind}。", "请写成 [a, b]。"),
    Entry(
      "table.value",
      en: "“{key}” should be a number from 1 to 1000.",
      zh: "“{key}”应当是1到1000的数。",
      cure: "Write a number from 1 to 1000."),
  ]
}
