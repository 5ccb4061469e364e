extension Catalogue {
  /// The guide: versions, pages, pictures, facts.
  static let contents: [Entry] = [
    Entry(
      "content.no-home",
      en: "The version has no home page.", "Write index.md.",
      zh: "这个版本没有首页。", "请写 index.md。"),
    Entry(
      "content.unknown-file",
      en: "This is not read.", "Pages end in .md; pictures stand in figures/, facts in data/.",
      zh: "这个文件不会读取。", "页面以 .md 结尾；图片放在 figures/，数据放在 data/。"),
    Entry(
      "content.unknown-file/yaml",
      en: "This is not read.", "Name it .yml.",
      zh: "这个文件不会读取。", "请把扩展名改成 .yml。"),
    Entry(
      "data.markdown",
      en: "A key that ends in -md should hold a text, but holds a map.", "Put -md at the end of the keys inside.",
      zh: "以 -md 结尾的名称应当是文字，这里却还有下一层。", "请把 -md 写在里面各项名称的末尾。"),
    Entry(
      "data.missing",
      en: "Nothing is named “{key}” here, but {template} shows it.",
      zh: "这里没有“{key}”，而 {template} 要显示它。",
      cure: "Name it so, or take it out of the template."),
    Entry(
      "data.not-text",
      en: "“{path}” is {kind}, not a text.", "Name a part of it.",
      zh: "“{path}”是{kind}，不是文字。", "请写到其中的某一项。"),
    Entry(
      "data.size",
      en: "The maps of this list have {count} different keys, which is too many for {maps} maps.",
      "Maps of one list have the same keys.",
      zh: "列表各项的名称共有{count}种，对{maps}项来说太多了。", "同一个列表的各项，名称应当相同。"),
    Entry(
      "data.twice",
      en: "“{key}” and “{key}-md” are the same to templates.", "Give one of them.",
      zh: "对模板来说，“{key}”和“{key}-md”是同一项。", "请只留一个。"),
    Entry(
      "data.unknown",
      en: "This version's facts have no “{path}”: “{part}” is not there.",
      zh: "这个版本的数据里没有“{path}”：找不到“{part}”。",
      cure: "Name a part that the data file has; the hint lists them."),
    Entry(
      "figure.kind",
      en: "This is no picture for the web.", "Pictures are .svg, .png, .jpg or .webp files.",
      zh: "这不是网页能用的图片。", "请用 .svg、.png、.jpg 或 .webp 文件。"),
    Entry(
      "guide.address",
      en: "“{address}” is no address of a site: {reason}.", "Write it in full, such as https://example.org/guide/.",
      zh: "“{address}”不能作网站的地址：{reason}。", "请写全，例如 https://example.org/guide/。"),
    Entry(
      "guide.current",
      en: "Exactly one version must have the status current.",
      "Older ones are superseded, those not yet in force are draft.",
      zh: "应当有而且只有一个版本的 status 是 current。", "旧版本写 superseded，还没有施行的写 draft。"),
    Entry(
      "guide.duplicate-version",
      en: "The version “{version}” is listed twice.",
      zh: "版本“{version}”列了两次。",
      cure: "Take one of the two out."),
    Entry(
      "guide.order",
      en: "The version {version} stands behind {before}, which is older.", "List the newest version first.",
      zh: "{version} 版排在更早的 {before} 版后面。", "请把最新的版本写在最前面。"),
    Entry(
      "guide.unlisted",
      en: "This folder is no version of guide.yml.", "Add it to “versions”, as a draft at first, or move it elsewhere.",
      zh: "这个文件夹不是 guide.yml 里的版本。", "请加到“versions”里（先用 draft），或者移到别处。"),
    Entry(
      "guide.version-folder",
      en: "There is no folder {path}.",
      zh: "没有文件夹 {path}。",
      cure: "Make the folder, or correct the id."),
    Entry(
      "guide.version-id",
      en: "“{id}” cannot be a version's id.",
      "Small letters, digits, - and . may stand in it, such as 2026-11; latest and assets are taken.",
      zh: "“{id}”不能作版本的编号。", "只用小写字母、数字、- 和 .，例如 2026-11；latest 和 assets 已有他用。"),
    Entry(
      "page.formerly",
      en: "The version {id} has no page “{name}”.",
      zh: "版本 {id} 没有页面“{name}”。",
      cure: "Correct the name."),
    Entry(
      "page.formerly/nowhere",
      en: "No older version has a page “{name}”.",
      zh: "以前的版本都没有“{name}”这一页。",
      cure: "Correct the name, or take it out."),
    Entry(
      "page.formerly/version",
      en: "There is no version “{id}”.",
      zh: "没有“{id}”这个版本。",
      cure: "Correct the version."),
    Entry(
      "page.name",
      en: "“{name}” cannot be a page's name.",
      "Letters, digits and - may stand in it; figures, forms, data and search are taken.",
      zh: "“{name}”不能作页面的名称。", "只用英文字母、数字和 -；figures、forms、data 和 search 已有他用。"),
    Entry(
      "page.name-reused",
      en: "Another page of this version is named “{name}” now: old links to it lead there.",
      "Name that page otherwise, if old links should lead here.",
      zh: "本版有另一页现在叫“{name}”：以前的链接会指到那一页。", "要让以前的链接指到这里，请给那一页换个名称。"),
    Entry(
      "page.step",
      en: "The page is step {step}, but number {number} on the road.", "Steps count 1, 2, 3 … in the pages' order.",
      zh: "页面写的是第{step}步，按顺序却是第{number}步。", "步骤按页面的顺序写1、2、3……"),
    Entry(
      "svg.active",
      en: "{reason}.", "A picture draws only: without scripts, and with everything it shows inside the file.",
      zh: "{reason}。", "图片只能画图：不能带脚本，要显示的内容都放在文件里。"),
    Entry(
      "svg.syntax",
      en: "This is no SVG picture as it should be: {reason}.",
      "Save it anew from a drawing program, as plain SVG in UTF-8.",
      zh: "这不是合格的SVG图片：{reason}。", "请在绘图软件里重新存为普通SVG，用UTF-8编码。"),
  ]
}
