extension Catalogue {
  /// What pages claim, in `{check}` blocks.
  static let claims: [Entry] = [
    Entry(
      "claim.empty",
      en: "“{key}” names nothing, so that nothing is claimed.", "Write the words or the address behind it.",
      zh: "“{key}”后面没有内容，等于什么都没有断言。", "请在后面写上文字或者地址。"),
    Entry(
      "claim.failed/asks",
      en: "The form “{form}” does not ask “{question}”.", "Name a question by its key or its label.",
      zh: "表“{form}”没有问“{question}”。", "请写栏目的代码或者名称。"),
    Entry(
      "claim.failed/closed",
      en: "By the guide's hours, {moment} is closed.", "Put the claim or the hours right.",
      zh: "按指南里的办公时间，{moment}不办公。", "请改正这一条或者办公时间。"),
    Entry(
      "claim.failed/elements",
      en: "{data}.yml neither tells nor says to be absent: {names}.", "Write value-md, or absent: true.",
      zh: "{data}.yml 里既没有写、也没有注明未载明：{names}。", "请写 value-md，或者 absent: true。"),
    Entry(
      "claim.failed/fact",
      en: "“{path}” is “{found}”, not “{wanted}”.", "Put the claim or the fact right.",
      zh: "“{path}”是“{found}”，不是“{wanted}”。", "请改正这一条或者数据文件。"),
    Entry(
      "claim.failed/fee",
      en: "It comes to {found}, not {wanted}.", "Put the claim or the price list right.",
      zh: "算出来是{found}，不是{wanted}。", "请改正这一条或者价格表。"),
    Entry(
      "claim.failed/open",
      en: "By the guide's hours, {moment} is open.", "Put the claim or the hours right.",
      zh: "按指南里的办公时间，{moment}办公。", "请改正这一条或者办公时间。"),
    Entry(
      "claim.failed/rule",
      en: "The rule {rule} says {found}, not {wanted}.", "`zhinan rule` says why.",
      zh: "规则 {rule} 的结果是{found}，不是{wanted}。", "用 `zhinan rule` 可以看到原因。"),
    Entry(
      "claim.failed/says",
      en: "The page does not say “{text}”.", "Put the claim or the page right.",
      zh: "本页没有“{text}”这几个字。", "请改正这一条或者页面。"),
    Entry(
      "claim.failed/says-not",
      en: "The page says “{text}”.", "Put the claim or the page right.",
      zh: "本页有“{text}”这几个字。", "请改正这一条或者页面。"),
    Entry(
      "claim.failed/source",
      en: "The source says “{text}”.", "Put the claim right, and say on the page what the source says.",
      zh: "出处里有“{text}”这几个字。", "请改正这一条，并把出处写了的写到页面上。"),
    Entry(
      "claim.kind",
      en:
        "A claim has one of rule, fee, hours, fact, says, says-not, source-says, source-says-not, link, form and elements.",
      "- says: 工作日 – fee: {{new: 3}} with is: 750 – form: pickup with asks: 领取人",
      zh: "一条断言应当写 rule、fee、hours、fact、says、says-not、source-says、source-says-not、link、form、elements 中的一个。",
      "例如 - says: 工作日；fee: {{new: 3}} 加 is: 750；form: pickup 加 asks: 领取人。"),
    Entry(
      "claim.list",
      en: "{{check}} holds a list of claims.", "Write “- ” before each.",
      zh: "{{check}} 里应当是一列断言。", "请在每一条前面写“- ”。"),
    Entry(
      "claim.rule",
      en: "There is no rule “{name}”.", "`zhinan rule --list` prints all rules.",
      zh: "没有“{name}”这条规则。", "用 `zhinan rule --list` 可以查看全部规则。"),
    Entry("what.claim", en: "a claim", zh: "一条断言"),
  ]
}
