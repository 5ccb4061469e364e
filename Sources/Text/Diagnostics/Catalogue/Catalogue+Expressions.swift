extension Catalogue {
  /// Facts said once: quotations, what is worked out, what is typed a second time.
  static let expressions: [Entry] = [
    Entry(
      "data.cycle",
      en: "This fact is made of itself.", "Let one of the facts stand as a value.",
      zh: "这个数据引用了自己。", "请让其中一项直接写出值。"),
    Entry(
      "data.cycle/large",
      en: "This fact holds so many others that it grows too large.", "Let it hold fewer, or say them in its text.",
      zh: "这个数据一层层引用了太多别的数据，变得太大。", "请少引用一些，或者直接写出来。"),
    Entry(
      "data.expression",
      en: "“{expression}” cannot be worked out: “{part}” is not understood.",
      "Write paths, numbers, 'texts', + - * / with a blank on either side, and functions such as round(x).",
      zh: "“{expression}”算不出来：看不懂“{part}”。",
      "可以写路径、数、'文字'、两边有空格的 + - * / 和 round(x) 这样的函数。"),
    Entry(
      "data.expression/arguments",
      en: "In “{expression}”, {name} is not called as it should be.", "Write it so: {usage}",
      zh: "“{expression}”里的 {name} 写法不对。", "请这样写：{usage}"),
    Entry(
      "data.expression/digits",
      en: "“{expression}” has more than four digits behind its point.", "Round it: round(…, 2).",
      zh: "“{expression}”的结果超过四位小数。", "请取整：round(…, 2)。"),
    Entry(
      "data.expression/function",
      en: "“{expression}” calls {name}, which is no function.",
      zh: "“{expression}”里的 {name} 不是函数。",
      cure: "Call a function that the hint names."),
    Entry(
      "data.expression/hours",
      en: "“{expression}” cannot be worked out: the rule {name} has no facts here.",
      "The rule review_hours reads data/hours.yml with timezone and week.",
      zh: "“{expression}”算不出来：规则 {name} 没有数据。", "规则 review_hours 读取 data/hours.yml 的 timezone 和 week。"),
    Entry(
      "data.expression/large",
      en: "“{expression}” comes to no number that can be reckoned with: it is too large, or divided by 0.",
      "Look at the facts that it names.",
      zh: "“{expression}”算不出数来：太大，或者除以0。", "请看看它引用的数据。"),
    Entry(
      "data.expression/long",
      en: "“{expression}” is longer than {limit} characters.", "Let a fact in a data file hold a part of it.",
      zh: "“{expression}”超过{limit}个字符。", "请把一部分写成数据文件里的一项。"),
    Entry(
      "data.expression/number",
      en: "“{expression}” reckons with “{text}”, which is no number.",
      "Name a value that is a number, without its unit.",
      zh: "“{expression}”要用“{text}”来算，它不是数。", "请引用一个只写了数、没有单位的值。"),
    Entry(
      "data.expression/refused",
      en: "The rule {name} refuses “{expression}”: {code}.", "Ask for what its inputs allow.",
      zh: "规则 {name} 不接受“{expression}”：{code}。", "请按各项输入允许的范围来写。"),
    Entry(
      "data.expression/request",
      en: "“{expression}” asks for “{name}”, which is no input.",
      zh: "“{expression}”里的“{name}”不是输入项。",
      cure: "Ask for an input that the hint names."),
    Entry(
      "data.expression/rule",
      en: "“{expression}” cannot be worked out: the rule {name} has no facts here.",
      "The rule fee reads data/fees.yml with prices, inputs and estimate.",
      zh: "“{expression}”算不出来：规则 {name} 没有数据。", "规则 fee 读取 data/fees.yml 的 prices、inputs 和 estimate。"),
    Entry(
      "facts.literal",
      en: "“{text}” is a fact of the data files, typed again.",
      "Write {suggestion} in its place; what is to stay as it is, {{quote}}`…` or {{literal}}`…`.",
      zh: "“{text}”是数据文件里的值，这里又写了一遍。",
      "请改写成 {suggestion}；要照原样保留的，写成 {{quote}}`…` 或 {{literal}}`…`。"),
    Entry(
      "facts.literal/template",
      en: "“{text}” is a fact of the data files, typed again.",
      "Let the template show it from the data file, or a page say it with {suggestion}; before what is to stay as it is, "
        + "write {{{{! literal }}}} on its line.",
      zh: "“{text}”是数据文件里的值，这里又写了一遍。",
      "请让模板从数据文件里取，或者改在页面里用 {suggestion} 写；要照原样保留的，在同一行前面写 {{{{! literal }}}}。"),
    Entry(
      "guide.source",
      en: "There is no version and no file “{source}” that could be quoted.",
      "Name a version's id, or a file in a folder of content/, such as sources/notice.txt.",
      zh: "没有可以引用的版本或文件“{source}”。", "请写版本的 id，或者 content/ 里某个文件夹中的文件，例如 sources/notice.txt。"),
    Entry(
      "guide.source/map",
      en: "“sources” should have a name and a source a line, but is {kind}.", "Write {{notice: sources/notice.txt}}.",
      zh: "“sources”应当一行写一个名称和出处，这里是{kind}。", "请写成 {{notice: sources/notice.txt}}。"),
    Entry(
      "hint.passage",
      en: "The nearest passage: “{passage}”.",
      zh: "最接近的原句：“{passage}”。"),
    Entry(
      "quote.different",
      en: "“{text}” does not stand in the source letter by letter.",
      zh: "出处里没有与“{text}”逐字相同的话。",
      cure: "Copy the words from the source; what the site says in its own words is no quotation."),
    Entry(
      "quote.empty",
      en: "The quotation is empty.", "Write the words of the source, or take it out.",
      zh: "引文是空的。", "请写出处的原话，或者删掉。"),
    Entry(
      "quote.no-source",
      en: "Nothing says what is quoted here, so nobody can check it.",
      "Name the source in guide.yml: source: 2019-09, or source: sources/notice.txt.",
      zh: "没有写明引自哪里，无法核对。", "请在 guide.yml 里写明出处：source: 2019-09，或者 source: sources/notice.txt。"),
    Entry(
      "quote.source",
      en: "This version quotes no source “{name}”.",
      zh: "这个版本没有名为“{name}”的出处。",
      cure: "Name a source that guide.yml has for the version; the hint lists them."),
  ]
}
