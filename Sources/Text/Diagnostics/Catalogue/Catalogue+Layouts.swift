extension Catalogue {
  /// Layouts on paper, and fonts.
  static let layouts: [Entry] = [
    Entry(
      "layout.unused",
      en: "No form is drawn on this layout.",
      "Name it as the form, or take it out; a version's own layout and content/templates/forms/ come first.",
      zh: "没有表格用这个版式。", "请改成与表单同名，或者删掉；版本自己的版式和 content/templates/forms/ 里的优先。"),
    Entry(
      "font.damaged",
      en: "{file} cannot be used as a TrueType font: {reason}.",
      zh: "{file} 不能作TrueType字体使用：{reason}。",
      cure: "Name another font, or install the one of the hint again."),
    Entry(
      "font.unreadable",
      en: "The font {file} cannot be read: {reason}.",
      zh: "不能读取字体 {file}：{reason}。",
      cure: "Install the font that the hint names, or change the line."),
    Entry(
      "fonts.value",
      en: "The list of fonts is empty.",
      zh: "字体列表是空的。",
      cure: "Name at least one font."),
    Entry(
      "glyphs.range",
      en: "“{range}” is no range of characters.",
      zh: "“{range}”不是字符范围。",
      cure: "Write U+2212 or U+0020-007E."),
    Entry(
      "glyphs.tiers",
      en: "The list of glyphs has not two to 255 tiers.",
      zh: "字形表应分2至255级。",
      cure: "Write a list under tiers."),
    Entry(
      "layout.block",
      en: "This block is of no known kind.",
      "Known: heading, paragraph, rows, each, band, columns, picture, gap, page-break, scale-bar.",
      zh: "没有这种版面块。", "可以写：heading、paragraph、rows、each、band、columns、picture、gap、page-break、scale-bar。"),
    Entry(
      "layout.duplicate-field",
      en: "The field “{key}” has a place on paper already.",
      zh: "栏目“{key}”在纸上已经有位置。",
      cure: "Take one of the cells out."),
    Entry(
      "layout.missing-field",
      en: "The field “{key}” has no place on paper.",
      "Add cells {{label: {key}}}, {{field: {key}}} to a row of {file}.",
      zh: "栏目“{key}”在纸上没有位置。", "请在 {file} 的某一行里加两格 {{label: {key}}}, {{field: {key}}}。"),
    Entry(
      "layout.no-glyph",
      en: "No font here has the character “{character}” ({code}).",
      zh: "现有字体没有“{character}”（{code}）这个字。",
      cure: "Use another character, or add a font to templates/fonts.yml."),
    Entry(
      "layout.no-room",
      en: "“{text}…” does not fit its place at {size} points.", "Give it a larger cell or a smaller “minimum”.",
      zh: "“{text}…”用{size}磅的字放不下。", "请把格子改大，或者把“minimum”改小。"),
    Entry(
      "layout.no-room/options",
      en: "The {count} options of “{key}” do not fit their place.", "They need {needed} mm of height at this width.",
      zh: "“{key}”的{count}个选项在这个位置放不下。", "按现在的宽度，需要{needed}毫米高。"),
    Entry(
      "layout.overlap",
      en: "The code lies on something else of page {page}.",
      "“right” and “top” are its distances from the page's edges in mm, “size” its side.",
      zh: "二维码压住了第{page}页的其他内容。", "“right”和“top”是二维码到页面边缘的毫米数，“size”是它的边长。"),
    Entry(
      "layout.overlap/beside",
      en: "The code lies beside page {page}.",
      "“right” and “top” are its distances from the page's edges in mm, “size” its side.",
      zh: "二维码放到了第{page}页外面。", "“right”和“top”是二维码到页面边缘的毫米数，“size”是它的边长。"),
    Entry(
      "layout.picture",
      en: "The version has no picture “{name}”.", "Pictures of forms stand in the version’s figures/ folder.",
      zh: "这个版本没有图片“{name}”。", "表格用的图片放在这个版本的 figures/ 文件夹里。"),
    Entry(
      "layout.picture/unusable",
      en: "The picture “{name}” cannot be printed: {reason}.",
      "Save it as a JPEG, or as a PNG without transparency and interlacing.",
      zh: "图片“{name}”不能印在表上：{reason}。", "请另存为JPEG，或者不透明、不交错的PNG。"),
    Entry(
      "layout.too-high",
      en: "This needs {needed} mm, but a page has {room} mm.", "Split it, or make its rows lower.",
      zh: "这里需要{needed}毫米高，但一页只有{room}毫米。", "请分成几块，或者把行高改小。"),
    Entry(
      "layout.too-small",
      en: "Nothing can be written in a place of {width} × {height} mm.",
      "Make the cell larger or its “minimum” smaller.",
      zh: "{width}×{height}毫米的位置里写不下字。", "请把格子改大，或者把“minimum”改小。"),
    Entry(
      "layout.too-small/comb",
      en: "Nothing can be written in a place of {width} × {height} mm with {count} cells.",
      "Make the cell larger or its “minimum” smaller.",
      zh: "{width}×{height}毫米的位置分成{count}格，写不下字。", "请把格子改大，或者把“minimum”改小。"),
    Entry(
      "layout.too-wide",
      en: "This {part} is {width} mm wide, but there are {room} mm.",
      zh: "{part}宽{width}毫米，但只有{room}毫米的位置。",
      cure: "Make it narrower."),
    Entry(
      "layout.too-wide/row",
      en: "The cells of this row need {needed} mm and more, but there are {width} mm.",
      zh: "这一行的各格至少要{needed}毫米，但只有{width}毫米的位置。",
      cure: "Make cells narrower, or leave one without a width."),
    Entry(
      "layout.unknown-field",
      en: "The form has no field “{key}”.",
      zh: "表格没有“{key}”这一栏。",
      cure: "Write the key of a field of the form."),
    Entry(
      "layout.unknown-field/element",
      en: "The form has no repeated element “{name}”.", "A page for the third element of a list says for: list[2].",
      zh: "表格没有成组的“{name}”。", "给第三组用的页写 for: list[2]。"),
    Entry(
      "layout.value/code",
      en: "A code of less than 10 mm cannot be read from a scan.", "size: 17",
      zh: "二维码小于10毫米，扫描后读不出来。", "例如 size: 17"),
    Entry(
      "layout.value/columns",
      en: "“columns” should be two to four lists of blocks.",
      zh: "“columns”应当是两到四组版面块。",
      cure: "Write columns: [[…], […]]."),
    Entry(
      "layout.value/comb",
      en: "“comb” should be 0 to 100 cells.",
      zh: "“comb”应当是0到100格。",
      cure: "Write another number."),
    Entry(
      "layout.value/corner-marks",
      en: "“corner-marks” should be between {length} mm and the margin.",
      zh: "“corner-marks”应当在{length}毫米和页边距之间。",
      cure: "Write another number."),
    Entry(
      "layout.value/count",
      en: "“count” should be 1 to 12 boxes.",
      zh: "“count”应当是1到12个框。",
      cure: "Write another number."),
    Entry(
      "layout.value/each",
      en: "“each” counts from 1 up to at most 50.",
      zh: "“each”的次数是1到50。",
      cure: "Write other numbers."),
    Entry(
      "layout.value/each-place",
      en: "“each” is a block, or stands among the rows of a block; it cannot stand here.",
      "Move it to the blocks of the layout, or to the rows of a band.",
      zh: "“each”是版面块，也可以写在一个块的各行之间，不能写在这里。", "请把它移到 blocks 里，或者移到一个 band 的 rows 里。"),
    Entry(
      "layout.value/font-size",
      en: "“{key}” should be a font size in points between 3 and 100.",
      zh: "“{key}”应当是3到100磅之间的字号。",
      cure: "Write another size."),
    Entry(
      "layout.value/in-columns",
      en: "This block cannot stand in a column.",
      zh: "这种版面块不能放在一栏里。",
      cure: "Put page breaks and columns between the blocks of the layout."),
    Entry(
      "layout.value/length",
      en: "“{key}” should be a length in mm between 0 and 2000.",
      zh: "“{key}”应当是0到2000之间的毫米数。",
      cure: "Write another length."),
    Entry(
      "layout.value/list-of-several",
      en: "“{key}” takes several options, so it cannot be a “list”.",
      zh: "“{key}”可以多选，不能做成下拉列表（list）。",
      cure: "Leave “list” out: its options are drawn as boxes."),
    Entry(
      "layout.value/margin",
      en: "“margin” should be less than half of the page.",
      zh: "“margin”应当小于页面的一半。",
      cure: "Write a smaller margin."),
    Entry(
      "layout.value/millimetres",
      en: "“{key}” should be a whole number of mm of which at most {length} fit here.",
      "Give the field type: integer, min and max.",
      zh: "“{key}”应当是整数的毫米数，这里最多放得下{length}毫米。", "请给这一栏写 type: integer、min 和 max。"),
    Entry(
      "layout.value/optional-page",
      en: "“{key}” stands on a page that a filled form may leave out, and its answer with it.",
      "Such a page holds only fields of the list that its “for” names, from that element on.",
      zh: "“{key}”所在的页填写时可能整页略去，答案也会一起略去。", "这种页上只放“for”所指那一组及其后各组的栏目。"),
    Entry(
      "layout.value/sample",
      en: "“{word}” is no option of “{field}”.", "Its options: {options}.",
      zh: "“{word}”不是“{field}”的选项。", "它的选项：{options}。"),
    Entry(
      "layout.value/shown-again",
      en: "“repeat” shows a text, number or date that has its own place before, and “{key}” is none.",
      "It has the same “comb” and “wraps” as the field's own cell.",
      zh: "“repeat”用来再次显示前面已有位置的文字、数字或日期，“{key}”不是。", "“comb”和“wraps”要与那一格相同。"),
    Entry(
      "layout.value/text",
      en: "Only a field that is filled in by hand may have a “text”.",
      zh: "只有手写的栏目可以写“text”。",
      cure: "Take the “text” out."),
  ]
}
