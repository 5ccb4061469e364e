extension Catalogue {
  /// YAML, JSON and the schemas of what people write.
  static let texts: [Entry] = [
    Entry(
      "front-matter.fold",
      en: "“fold” is {level}, but headings of a text have the levels 2 to 6.", "Write 3 to fold what stands below ###.",
      zh: "“fold”写的是{level}，页面里的标题只有2至6级。", "要把 ### 下面的内容折叠起来，请写 3。"),
    Entry(
      "front-matter.fold/nothing",
      en: "The page has no heading of level {level} that could be folded.",
      "Write the level of its headings, or take “fold” out.",
      zh: "这一页没有{level}级标题，没有可以折叠的内容。", "请写这一页标题的级别，或者删去“fold”。"),
    Entry(
      "front-matter.formerly",
      en: "“{found}” is no former name.", "Write a page's name, or version/name.",
      zh: "“{found}”不是以前的名称。", "请写页面的名称，或者写“版本/名称”。"),
    Entry(
      "front-matter.missing",
      en: "The file has no front matter.", "It starts with a line ---, then keys such as title:, then a line ---.",
      zh: "文件开头没有页面信息。", "开头先写一行 ---，再写 title: 等各项，最后再写一行 ---。"),
    Entry(
      "front-matter.unclosed",
      en: "The front matter has no end.", "Close it with a line that holds --- alone.",
      zh: "开头的页面信息没有结束。", "请在末尾加一行，只写 ---。"),
    Entry(
      "json.syntax",
      en: "This is not JSON: {reason}.",
      zh: "这里不合JSON的写法：{reason}。",
      cure: "Correct the place; many editors show it when the file ends in .json."),
    Entry(
      "map.date",
      en: "“{key}” is “{found}”, which is no date.", "Write it as 2026-11-22.",
      zh: "“{key}”写的是“{found}”，不是日期。", "请写成 2026-11-22。"),
    Entry(
      "map.missing-key",
      en: "{what} lacks the key “{key}”.",
      zh: "{what}缺少“{key}”这一项。",
      cure: "Add the key."),
    Entry(
      "map.text-length",
      en: "The text has {count} characters; at most {limit} are read here.",
      zh: "这段文字有{count}个字符，这里最多读取{limit}个。",
      cure: "Shorten the text."),
    Entry(
      "map.type",
      en: "{what} should be a map of keys, but is {kind}.",
      zh: "{what}应当写成“名称: 内容”的各行，这里却是{kind}。",
      cure: "Write keys with a colon and a space behind each."),
    Entry(
      "map.type/bool",
      en: "“{key}” should be true or false.",
      zh: "“{key}”应当写 true 或者 false。",
      cure: "Write true or false."),
    Entry(
      "map.type/integer",
      en: "“{key}” should be a whole number.",
      zh: "“{key}”应当是整数。",
      cure: "Write digits alone."),
    Entry(
      "map.type/list",
      en: "“{key}” should be a list, but is {kind}.",
      zh: "“{key}”应当是列表，这里却是{kind}。",
      cure: "Write each element on a line of its own behind “- ”."),
    Entry(
      "map.type/map",
      en: "“{key}” should be a map of keys, but is {kind}.",
      zh: "“{key}”应当写成“名称: 内容”的各行，这里却是{kind}。",
      cure: "Write keys with a colon and a space behind each."),
    Entry(
      "map.type/number",
      en: "“{key}” should be a number.",
      zh: "“{key}”应当是数字。",
      cure: "Write digits, with a point where there are decimals."),
    Entry(
      "map.type/text",
      en: "“{key}” should be a text, but is {kind}.",
      zh: "“{key}”应当是文字，这里却是{kind}。",
      cure: "Write a text; put it in quotation marks where it holds “: ”."),
    Entry(
      "map.type/texts",
      en: "“{key}” should hold texts, but holds {kind}.",
      zh: "“{key}”的各项应当是文字，其中有一项是{kind}。",
      cure: "Write a text behind each “- ”."),
    Entry(
      "map.unknown-key",
      en: "{what} has no key “{key}”.", "Known keys: {known}.",
      zh: "{what}没有“{key}”这一项。", "可以写：{known}。"),
    Entry(
      "map.value",
      en: "“{key}” is “{found}”, which is not known here.", "Known: {words}.",
      zh: "“{key}”写的是“{found}”，这里没有这种写法。", "可以写：{words}。"),
    Entry(
      "yaml.alias",
      en: "More than {limit} aliases (*name) are not read.",
      zh: "引用（*名称）超过{limit}处，不能读取。",
      cure: "Write the value out instead."),
    Entry(
      "yaml.alias/no-anchor",
      en: "This alias (*name) has no anchor (&name).",
      zh: "引用（*名称）没有对应的标记（&名称）。",
      cure: "Write the value out, or mark it with &name."),
    Entry(
      "yaml.colon-space",
      en: "A space is missing behind the colon.", "Write “name: content”.",
      zh: "冒号后面缺少空格，读不出是哪一项。", "请写成“名称: 内容”，冒号后面空一格。"),
    Entry(
      "yaml.comment-in-value",
      en: "What follows “ #” on this line is a comment and is not read.",
      "If it belongs to the value, put the whole value in quotation marks.",
      zh: "这一行“ #”以后的内容算注释，没有读取。", "如果它属于答案，请用英文双引号把整个答案括起来。"),
    Entry(
      "yaml.depth",
      en: "Lists and maps are nested too deeply.",
      zh: "列表和各项套得太深。",
      cure: "Use fewer levels."),
    Entry(
      "yaml.duplicate",
      en: "A key is given twice in this map.",
      zh: "同一个名称写了两次。",
      cure: "Take one of the two out."),
    Entry(
      "yaml.fullwidth-colon",
      en: "A full-width colon “：” stands where a key ends.", "Write an ASCII colon and a space behind it.",
      zh: "这里用了全角冒号“：”，读不出是哪一项。", "请改成英文冒号“:”，后面空一格。"),
    Entry(
      "yaml.fullwidth-comma",
      en: "A full-width comma “，” stands where one ends and the next begins.", "Write an ASCII comma and a space.",
      zh: "这里用了全角逗号“，”，分不出各项。", "请改成英文逗号“,”，后面空一格。"),
    Entry(
      "yaml.fullwidth-comma/one",
      en: "The brackets hold one element, with a full-width comma “，” in it.",
      "Write an ASCII comma and a space between elements; if it is one, put it into quotation marks.",
      zh: "方括号里只有一项，其中有全角逗号“，”。", "要分成几项，请改成英文逗号“,”，后面空一格；本来就是一项的，请用英文双引号括起来。"),
    Entry(
      "yaml.key",
      en: "A key must be a plain text.",
      zh: "名称应当是普通文字，不能是列表或者引用。",
      cure: "Write a plain text before the colon."),
    Entry(
      "yaml.size",
      en: "The file holds too many or too deeply nested values.",
      zh: "文件里的内容太多，或者套得太深。",
      cure: "Split the file."),
    Entry(
      "yaml.syntax",
      en: "This is not YAML: {reason}.", "A value that holds “: ” or starts with a sign must stand in quotation marks.",
      zh: "这里不合YAML的写法：{reason}。", "内容里有“: ”或者以符号开头时，请用英文双引号括起来。"),
    Entry(
      "yaml.syntax/context",
      en: "This is not YAML: {context}: {reason}.",
      "A value that holds “: ” or starts with a sign must stand in quotation marks.",
      zh: "这里不合YAML的写法：{context}，{reason}。", "内容里有“: ”或者以符号开头时，请用英文双引号括起来。"),
    Entry(
      "yaml.syntax/other",
      en: "The YAML cannot be read: {reason}.",
      zh: "不能读取这段YAML：{reason}。",
      cure: "Correct the place."),
    Entry(
      "yaml.syntax/unknown",
      en: "This is not YAML.",
      zh: "文件不合YAML的写法。",
      cure: "Correct the file; an editor for YAML shows where."),
  ]
}
