extension Catalogue {
  /// Data files that rules read: prices, hours, limits, region.
  static let facts: [Entry] = [
    Entry(
      "facts.code",
      en: "“{code}” is no code for a doubt.",
      "Write W_ and capital letters, such as W_SEVERAL_YEARS; codes that zhinan has itself mean something else.",
      zh: "“{code}”不能作为提示的代码。", "请写 W_ 加大写字母，例如 W_SEVERAL_YEARS；zhinan 自己的代码另有含义，不能用。"),
    Entry(
      "facts.date",
      en: "There is no day “{text}”.", "Write the year, the month and the day: 2026-10-01.",
      zh: "没有“{text}”这一天。", "请写年-月-日，例如 2026-10-01。"),
    Entry(
      "facts.date-year",
      en: "“{text}” is not in {year}, under which it stands.", "Move it to its year.",
      zh: "“{text}”不在它所在的{year}年里。", "请移到它自己的年份下面。"),
    Entry(
      "facts.date/fixed",
      en: "There is no day “{text}” in any year.", "Write the month and the day: 10-01.",
      zh: "哪一年都没有“{text}”这一天。", "请写月-日，例如 10-01。"),
    Entry(
      "facts.decimal",
      en: "“{key}” should be a number with at most {digits} digits behind its point, not “{text}”.",
      "Write digits alone, such as 2.90; nine at most before the point, no sign, no unit.",
      zh: "“{key}”应当是最多{digits}位小数的数，而不是“{text}”。", "只写数字，例如 2.90；整数部分最多九位，不带正负号和单位。"),
    Entry(
      "facts.empty",
      en: "“{key}” is empty.", "Write at least one, or take the key out.",
      zh: "“{key}”是空的。", "请至少写一项，或者去掉这一项。"),
    Entry(
      "facts.example",
      en: "By the price list this comes to {found}, not {written}.",
      "Put the example right, or the prices. Where both reckonings differ, “estimate” and “upper” have them.",
      zh: "按价格表算出来是{found}，不是{written}。", "请改正例子或者价格；两种算法结果不同时，分别写在“estimate”和“upper”里。"),
    Entry(
      "facts.example/refused",
      en: "The price list refuses this request: {code}.", "Ask for what its inputs allow.",
      zh: "价格表不接受这个例子：{code}。", "请按各项输入允许的范围来写。"),
    Entry(
      "facts.factor",
      en: "A price cannot be multiplied by “{text}”.", "Write the id of an input, or one less a number: years - 1.",
      zh: "价格不能乘以“{text}”。", "请写一个输入的 id，或者写它减去一个数，例如 years - 1。"),
    Entry(
      "facts.factor-digits",
      en: "“{text}” may be no whole number, and is not the first of “times”.",
      "Put it first; one alone may have digits behind its point.",
      zh: "“{text}”可能不是整数，又不在“times”的第一个。", "请把它放在最前面；只有一个可以带小数。"),
    Entry(
      "facts.format",
      en: "“{text}” is no format that files are checked for.", "There are: {known}.",
      zh: "不能检查“{text}”这种格式。", "可以写：{known}。"),
    Entry(
      "facts.holiday",
      en: "“{text}” is a day of the week on which the office is closed anyway.", "Take it out, or put its date right.",
      zh: "“{text}”所在的星期几本来就不办公。", "请去掉这一天，或者改正日期。"),
    Entry(
      "facts.id",
      en: "“{id}” cannot be an id.", "Write letters, digits, - and _, a letter first.",
      zh: "“{id}”不能作为 id。", "请写字母、数字、- 和 _，以字母开头。"),
    Entry(
      "facts.missing",
      en: "This guide has no such file, and the rule {rule} needs it.",
      "Write it, with the keys {keys}; docs/authoring.md shows how.",
      zh: "这份指南没有这个文件，而规则 {rule} 要用它。", "请写这个文件，其中要有 {keys}；写法见 docs/authoring.md。"),
    Entry(
      "facts.missing/shape",
      en: "The rule {rule} finds nothing in this file that it could use.",
      "It needs the keys {keys}; docs/authoring.md shows how.",
      zh: "规则 {rule} 在这个文件里找不到可以用的内容。", "其中要有 {keys}；写法见 docs/authoring.md。"),
    Entry(
      "facts.number",
      en: "“{key}” should be a whole number of at most nine digits, not “{text}”.", "Write digits alone.",
      zh: "“{key}”应当是最多九位的整数，而不是“{text}”。", "只写数字。"),
    Entry(
      "facts.order",
      en: "“{first}” is more than “{last}”.", "Exchange them, or put one of them right.",
      zh: "“{first}”大于“{last}”。", "请对调，或者改正其中一个。"),
    Entry(
      "facts.postal",
      en: "“{text}” cannot begin postal codes.", "Write their first digits.",
      zh: "邮政编码不会以“{text}”开头。", "请写邮政编码开头的几位数字。"),
    Entry(
      "facts.price",
      en: "A price has either “price” or “tiers”.", "Give one of them: price: 2.90.",
      zh: "每一项价格要么写“price”，要么写“tiers”。", "请写其中一个，例如 price: 2.90。"),
    Entry(
      "facts.tier-bound",
      en: "Only the last tier may do without “up-to”.", "Say where this one ends: up-to: 180.",
      zh: "只有最后一档可以不写“up-to”。", "请写这一档到多少为止，例如 up-to: 180。"),
    Entry(
      "facts.tier-open",
      en: "The last tier has an end: nothing says what more costs.",
      "Add a tier without “up-to”, or take this one away.",
      zh: "最后一档写了上限，超出的部分没有价格。", "请再加一档，不写“up-to”；或者去掉这一档的上限。"),
    Entry(
      "facts.tier-order",
      en: "A tier up to {text} stands behind one up to {before}.", "Write tiers in ascending order.",
      zh: "到{text}为止的一档，排在了到{before}为止的一档后面。", "各档请从小到大写。"),
    Entry(
      "facts.too-large",
      en: "With the most of everything the sum is too large to be reckoned.", "Give the inputs a smaller “max”.",
      zh: "各项都取最大值时，总价大得算不出来。", "请把输入的“max”改小。"),
    Entry(
      "facts.twice",
      en: "Another has the id “{id}” already.", "Give each its own.",
      zh: "“{id}”这个 id 已经有了。", "请各用各的 id。"),
    Entry(
      "facts.unknown-input",
      en: "There is no input “{id}”.",
      zh: "没有“{id}”这一项输入。",
      cure: "Name one of the price list's inputs; the hint has them."),
    Entry(
      "facts.unknown-price",
      en: "There is no price “{id}”.",
      zh: "没有“{id}”这一项价格。",
      cure: "Name one of the price list's prices; the hint has them."),
    Entry(
      "facts.weekday",
      en: "“{text}” is no day of the week.", "Write 1 for Monday to 7 for Sunday.",
      zh: "“{text}”不是星期几。", "请写数字：1是星期一，7是星期日。"),
    Entry(
      "facts.window",
      en: "“{text}” is no stretch of a day.",
      "Write two times with a dash between, the earlier first: 8:30—11:30. 24:00 is the end of the day.",
      zh: "“{text}”不是一天里的一段时间。", "请写两个时刻，中间用一个短横，早的在前：8:30—11:30；24:00 是一天的终点。"),
    Entry(
      "facts.window-overlap",
      en: "“{text}” overlaps with “{other}” on a day that both are for.", "Write one stretch for both, or part them.",
      zh: "“{text}”与同一天的“{other}”重叠。", "请合并成一段，或者分开。"),
    Entry(
      "facts.workday",
      en: "“{text}” is a day of the week on which the office works anyway.", "Take it out, or put its date right.",
      zh: "“{text}”所在的星期几本来就办公。", "请去掉这一天，或者改正日期。"),
    Entry(
      "facts.year",
      en: "“{text}” is no year with its days below it.", "Write four digits, and the lists of days below.",
      zh: "“{text}”不是下面写有日期的年份。", "请写四位数字，下面写各个日期。"),
    Entry(
      "facts.zone",
      en: "“{text}” is no time zone that browsers know.", "Write its name, such as Asia/Shanghai.",
      zh: "浏览器不认识“{text}”这个时区。", "请写时区的名称，例如 Asia/Shanghai。"),
    Entry("what.calculator", en: "the calculator", zh: "计算器"),
    Entry("what.charge", en: "a charge", zh: "一项计费"),
    Entry("what.days", en: "a group of days", zh: "一组办公日"),
    Entry("what.doubt", en: "a doubt", zh: "一项疑问"),
    Entry("what.example", en: "an example", zh: "一个例子"),
    Entry("what.holidays", en: "the holidays", zh: "节假日"),
    Entry("what.hours", en: "the hours", zh: "办公时间"),
    Entry("what.input", en: "an input", zh: "一项输入"),
    Entry("what.limits", en: "the limits", zh: "文件的限制"),
    Entry("what.price", en: "a price", zh: "一项价格"),
    Entry("what.price-list", en: "the price list", zh: "价格表"),
    Entry("what.region", en: "the region", zh: "地区"),
    Entry("what.scan", en: "what scans should be", zh: "扫描的要求"),
    Entry("what.sizes", en: "the sizes", zh: "文件大小"),
    Entry("what.tier", en: "a tier", zh: "一档"),
  ]
}
