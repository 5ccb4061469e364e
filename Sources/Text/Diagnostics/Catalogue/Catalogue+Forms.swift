extension Catalogue {
  /// Forms as they are defined and compiled.
  static let forms: [Entry] = [
    Entry(
      "form.condition",
      en: "The condition “{condition}” is wrong: {reason}.",
      "A condition reads: key = option, key in a, b, key has a, key present, newPeople > 3, endDate >= startDate.",
      zh: "条件“{condition}”写得不对：{reason}。",
      "条件的写法：key = option、key in a, b、key has a、key present、newPeople > 3、endDate >= startDate。"),
    Entry(
      "form.damaged",
      en: "The compiled form is damaged.", "Copy it again from where it was published.",
      zh: "表格文件已经损坏。", "请从发布的地方重新复制。"),
    Entry(
      "form.damaged/blank",
      en: "The compiled form names this as its blank PDF, but it is no PDF.",
      "Copy both files again from where they were published.",
      zh: "表格文件指明这是它的空白PDF，但它不是PDF。", "请从发布的地方重新复制这两个文件。"),
    Entry(
      "form.drawing",
      en: "The blank PDF could not be drawn: {reason}.",
      zh: "空白PDF没能画出来：{reason}。",
      cure: "This is a fault of zhinan: please tell us."),
    Entry(
      "form.duplicate-field",
      en: "The key “{key}” is used twice.",
      zh: "栏目代码“{key}”用了两次。",
      cure: "Give one of the two another key."),
    Entry(
      "form.duplicate-label",
      en: "“{label}” is asked twice in this part: nobody knows which answer is which.",
      zh: "这一部分里“{label}”问了两次，填的人分不清。",
      cure: "Give one of the two another label."),
    Entry(
      "form.expression",
      en: "The expression “{text}” is wrong: {reason}.",
      "An expression reads: count(members) * 2.90, sum(members.share), startDate + 3 months, age(birthDate, today).",
      zh: "算式“{text}”写得不对：{reason}。",
      "算式的写法：count(members) * 2.90、sum(members.share)、startDate + 3 months、age(birthDate, today)。"),
    Entry(
      "form.missing-key",
      en: "A choice needs “options”.",
      zh: "选择题要写“options”。",
      cure: "List the options, or name a data file that does."),
    Entry(
      "form.not-compiled",
      en: "This is no compiled form.", "`zhinan build` publishes them.",
      zh: "这不是编译好的表格文件。", "`zhinan build` 会生成这种文件。"),
    Entry(
      "form.order",
      en: "“{key}” must stand before the field that depends on it.",
      "Move the field up, or “{key}” to an earlier section.",
      zh: "“{key}”应当放在依赖它的栏目前面。", "请把这一栏移到“{key}”后面，或者把“{key}”移到前面的部分。"),
    Entry(
      "form.other-blank",
      en: "This is not the blank PDF that the form was compiled with: its size or its SHA-256 is another.",
      "Copy both files from the same run of `zhinan build`.",
      zh: "这份空白PDF与表格文件不配套：大小或者SHA-256不同。", "请从同一次 `zhinan build` 的结果里复制这两个文件。"),
    Entry(
      "form.other-format",
      en: "The compiled form has format version {version}, but this program reads {supported}.",
      "Publish it again with this program's `zhinan build`, or use the program that wrote it.",
      zh: "表格文件的格式是第{version}版，本程序读取第{supported}版。", "请用本程序的 `zhinan build` 重新发布，或者使用当初写它的程序。"),
    Entry(
      "form.same-version",
      en: "“{form}” is not what it was in {version}, and still calls itself version {number}.",
      zh: "“{form}”和 {version} 版里的不一样了，版本号却还是{number}。",
      cure: "Write another `version`: papers that were filled in before say which form they are."),
    Entry(
      "form.text-length",
      en: "An option's label has over {limit} characters.",
      zh: "有一个选项的名称超过{limit}个字符。",
      cure: "Shorten the label."),
    Entry(
      "form.type",
      en: "“{key}” should be a condition, but is {kind}.",
      zh: "“{key}”应当是条件，这里却是{kind}。",
      cure: "Write a condition such as certType = org, or take the key out."),
    Entry(
      "form.unknown",
      en: "This version has no form “{id}”.", "A form is defined in the version's forms/ folder.",
      zh: "这个版本没有“{id}”这份表。", "表格写在这个版本的 forms/ 文件夹里。"),
    Entry(
      "form.unknown-data",
      en: "There is no data file “{name}” with a list “options”.",
      zh: "没有含“options”列表的数据文件“{name}”。",
      cure: "Write the data file, or name one that is there."),
    Entry(
      "form.unknown-data/suggestions",
      en: "There is no data file “{name}” with a list “suggestions”.",
      zh: "没有含“suggestions”列表的数据文件“{name}”。",
      cure: "Write the data file, or name one that is there."),
    Entry(
      "form.unknown-field",
      en: "There is no field “{key}”.",
      zh: "没有“{key}”这一栏。",
      cure: "Write the key of a field of this form."),
    Entry(
      "form.unknown-option",
      en: "“{option}” is no option of “{by}”.",
      zh: "“{option}”不是“{by}”的选项。",
      cure: "Write the value of an option, not its label."),
    Entry(
      "form.unknown-option/default",
      en: "The default “{option}” is no option.",
      zh: "默认值“{option}”不是选项。",
      cure: "Write the value of an option, not its label."),
    Entry(
      "form.unknown-rule",
      en: "There is no rule “{name}”.", "`zhinan rule --list` prints all rules.",
      zh: "没有“{name}”这条规则。", "用 `zhinan rule --list` 可以查看全部规则。"),
    Entry(
      "form.unreadable-blank",
      en: "The form's own blank PDF cannot be read: {reason}.",
      "Without it nobody can say whether something beside the answers was changed.",
      zh: "表格自己的空白PDF读不出来：{reason}。", "没有它，就无法判断答案以外有没有改动。"),
    Entry(
      "form.value/at",
      en: "The condition names no field, so nobody knows where to tell it.",
      zh: "条件里没有栏目，不知道在哪里提示。",
      cure: "Add “at” with the key of a field."),
    Entry(
      "form.value/characters",
      en: "“characters” should be two numbers such as 9-17, not “{text}”.",
      zh: "“characters”应当写成 9-17 这样的两个数，不是“{text}”。",
      cure: "Write first and last place, such as 9-17."),
    Entry(
      "form.value/check",
      en: "A check has one of equal, different, number, holds, distinct and at-least-one-of.",
      "equal: [orgCode, uscc] – number: widthMM, min: 38, max: 45 – holds: newPeople > oldPeople",
      zh: "一项核对应当写 equal、different、number、holds、distinct、at-least-one-of 中的一个。",
      "例如 equal: [orgCode, uscc]；number: widthMM, min: 38, max: 45；holds: newPeople > oldPeople"),
    Entry(
      "form.value/checks",
      en: "A form has at most {limit} checks, those of each element of its lists counted.",
      zh: "一份表最多有{limit}项核对，成组的栏目按每一组计算。",
      cure: "Take checks out, or make lists shorter."),
    Entry(
      "form.value/choice-compared",
      en: "A check compares texts, but one of its fields is a choice.",
      zh: "这项核对比较的是文字，但其中有一栏是选择题。",
      cure: "Compare fields that hold a text."),
    Entry(
      "form.value/computed",
      en: "“{key}” cannot be worked out: its type is none of integer, decimal, date, year-month and time.",
      zh: "“{key}”不能自动算出：它的类型不是 integer、decimal、date、year-month 或 time。",
      cure: "Give the field one of these types, or take “computed” out."),
    Entry(
      "form.value/computed-default",
      en: "“{key}” is worked out, so it cannot have a default.",
      zh: "“{key}”是自动算出的，不能再有默认值。",
      cure: "Take one of the two out."),
    Entry(
      "form.value/computed-today",
      en: "“{key}” is worked out from today, so that what stands on paper would be wrong tomorrow.",
      "Ask for a date, such as the day of the application, and reckon with that: age(birthDate, applyDate).",
      zh: "“{key}”按今天算出，印在纸上第二天就不对了。", "请加一栏日期（例如申请日期），按它来算：age(birthDate, applyDate)。"),
    Entry(
      "form.value/decimal",
      en: "“{key}” should be a number with at most {digits} decimals.",
      zh: "“{key}”应当是最多{digits}位小数的数。",
      cure: "Write it with fewer decimals, or raise “digits”."),
    Entry(
      "form.value/default",
      en: "The field does not take its own default “{text}” ({code}).",
      zh: "本栏自己的默认值“{text}”不合本栏的规则或者限度（{code}）。",
      cure: "Write a default that the rule and the limits allow."),
    Entry(
      "form.value/digits",
      en: "“digits” should be 0 to {limit}.",
      zh: "“digits”应当是0至{limit}。",
      cure: "Write a whole number of this range."),
    Entry(
      "form.value/distinct",
      en: "“{name}” is no field of a list with several elements.", "distinct: members.idNumber",
      zh: "“{name}”不是成组栏目里的一栏。", "例如 distinct: members.idNumber"),
    Entry(
      "form.value/key",
      en: "“{key}” cannot be a field's key.",
      "Use at most 40 ASCII letters and digits, a letter first; “form” is taken.",
      zh: "“{key}”不能作栏目的代码。", "请用不超过40个英文字母和数字，以字母开头；“form”已有他用。"),
    Entry(
      "form.value/limit",
      en: "A limit of the field “{key}” is out of range.",
      zh: "栏目“{key}”的一个限度超出了允许的范围。",
      cure: "Write a smaller number."),
    Entry(
      "form.value/no-section",
      en: "A form needs at least one section.",
      zh: "一份表至少要有一个部分。",
      cure: "Write at least one section."),
    Entry(
      "form.value/not-a-number",
      en: "“number” compares a number, but “{key}” is neither integer nor decimal.",
      zh: "“number”用来核对数字，但“{key}”不是整数或者小数栏。",
      cure: "Give the field type: integer or decimal, or compare another one."),
    Entry(
      "form.value/nothing-between",
      en: "Nothing can answer “{key}”: its “min” is after its “max”.",
      zh: "“{key}”没有能填的值：“min”在“max”之后。",
      cure: "Write an earlier “min”, or a later “max”."),
    Entry(
      "form.value/number",
      en: "“number” needs “min”, “max” or both, and min ≤ max.",
      zh: "“number”要写“min”或者“max”，也可以都写，而且min不大于max。",
      cure: "Write min, max or both."),
    Entry(
      "form.value/one-of",
      en: "“at-least-one-of” needs two keys of fields or more.", "at-least-one-of: [mobile, email]",
      zh: "“at-least-one-of”要写两个以上的栏目代码。", "例如 at-least-one-of: [mobile, email]"),
    Entry(
      "form.value/option",
      en: "An option needs a value of its own and a label.",
      "{{value: mail, label: 邮寄}} – the value in ASCII letters and digits, a letter first, or in digits alone.",
      zh: "一个选项要写自己的值和名称。", "例如 {{value: mail, label: 邮寄}}，值用英文字母和数字，以字母开头，或者全用数字。"),
    Entry(
      "form.value/options",
      en: "A choice needs 1 to 64 options.",
      zh: "选择题要有1到64个选项。",
      cure: "Shorten the list of options, or make it several fields."),
    Entry(
      "form.value/questions",
      en: "A form has at most {limit} questions, those of each element of its lists counted.",
      zh: "一份表最多有{limit}个栏目，成组的栏目按每一组计算。",
      cure: "Take fields out, or make lists shorter."),
    Entry(
      "form.value/repeat",
      en: "“repeat” needs 0 ≤ min ≤ max ≤ {limit}.",
      zh: "“repeat”要求 0 ≤ min ≤ max ≤ {limit}。",
      cure: "Write other numbers."),
    Entry(
      "form.value/roles",
      en: "A form has at most 64 roles.",
      zh: "一份表最多有64个角色。",
      cure: "Use fewer roles."),
    Entry(
      "form.value/unit",
      en: "The unit “{text}” begins with a digit, so it cannot be told from the number before it.",
      zh: "单位“{text}”以数字开头，和前面的数分不开。",
      cure: "Write a unit that begins with another character."),
    Entry(
      "messages.language",
      en: "There are no messages in “{language}”.",
      "--root names the folder that holds templates/; --lang takes another language.",
      zh: "没有“{language}”的用语文件。", "--root 写 templates/ 所在的文件夹；--lang 可以换一种语言。"),
    Entry(
      "messages.value/code",
      en: "“{key}” is no code: they begin with E_ or W_.",
      zh: "“{key}”不是问题代码：代码以 E_ 或者 W_ 开头。",
      cure: "Correct the name, or move the line to where it belongs."),
    Entry(
      "messages.value/phrase",
      en: "There is no phrase “{key}” of batches.",
      zh: "批量填写的用语里没有“{key}”。",
      cure: "Correct the name."),
    Entry(
      "messages.value/reading",
      en: "There is no problem “{key}” of PDFs.",
      zh: "关于PDF的问题里没有“{key}”。",
      cure: "Correct the name."),
    Entry(
      "messages.value/record",
      en: "There is no problem “{key}” of records.",
      zh: "关于记录的问题里没有“{key}”。",
      cure: "Correct the name."),
    Entry(
      "messages.value/rule",
      en: "There is no rule “{key}”.", "`zhinan rule --list` prints all rules.",
      zh: "没有“{key}”这条规则。", "用 `zhinan rule --list` 可以查看全部规则。"),
    Entry(
      "form.value/yes-no",
      en: "A question of yes or no has two different options, each a text.", "options: [有, 没有]",
      zh: "是非题要写两个不同的选项，各是一段文字。", "例如 options: [\"有\", \"没有\"]"),
  ]
}
