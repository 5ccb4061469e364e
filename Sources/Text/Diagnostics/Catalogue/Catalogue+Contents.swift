extension Catalogue {
  /// The guide: versions, pages, pictures, facts.
  static let contents: [Entry] = [
    Entry(
      "content.depth",
      en: "Sections stand in each other at most {count} deep.", "Put these pages into a section above.",
      zh: "栏目最多套{count}层。", "请把这些页面移到上一层。"),
    Entry(
      "content.no-home",
      en: "The version has no home page.", "Write index.md.",
      zh: "这个版本没有首页。", "请写 index.md。"),
    Entry(
      "content.no-section",
      en: "The section has no page of its own.", "Write index.md into its folder.",
      zh: "这个栏目没有自己的页面。", "请在这个文件夹里写 index.md。"),
    Entry(
      "content.unknown-file",
      en: "This is not read.",
      "Pages end in .md; pictures stand in figures/ or beside pages, facts in data/, files to download in files/.",
      zh: "这个文件不会读取。", "页面以 .md 结尾；图片放在 figures/ 或页面旁边，数据放在 data/，供下载的文件放在 files/。"),
    Entry(
      "content.unknown-file/layout",
      en: "No form belongs to this layout.", "Name it as its form: name.layout.yml beside name.yml.",
      zh: "这个版式没有对应的表单。", "请与表单同名：name.yml 旁边放 name.layout.yml。"),
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
      "data.shape/address",
      en: "“{key}” should be an address that begins with https:// or http://, but is {found}.",
      zh: "“{key}”应当是以 https:// 或 http:// 开头的网址，这里是{found}。",
      cure: "Write the whole address, as docs/authoring.md shows."),
    Entry(
      "data.shape/flag",
      en: "“{key}” should be true, but is {found}.", "Write true, or leave the key out.",
      zh: "“{key}”应当是 true，这里是{found}。", "请写 true，或者去掉这一项。"),
    Entry(
      "data.shape/list",
      en: "“{key}” should be a list, but is {found}.", "Write one element a line, each beginning with “- ”.",
      zh: "“{key}”应当是列表，这里是{found}。", "请一行写一项，以“- ”开头。"),
    Entry(
      "data.shape/map",
      en: "The directive “{directive}” asks for keys with values here, but this is {kind}.",
      "docs/authoring.md shows what its file holds.",
      zh: "指令“{directive}”要的是“名称: 值”，这里却是{kind}。", "文件的写法见 docs/authoring.md。"),
    Entry(
      "data.shape/missing",
      en: "The directive “{directive}” needs the key “{key}” here.",
      zh: "指令“{directive}”需要“{key}”，这里没有。",
      cure: "Give the key; docs/authoring.md shows what the directive's file holds."),
    Entry(
      "data.shape/one-of",
      en: "The directive “{directive}” needs one of the keys {keys} here.",
      "“absent: true” says that the source does not tell it.",
      zh: "指令“{directive}”需要 {keys} 中的一项，这里都没有。", "出处没有写明的，请写“absent: true”。"),
    Entry(
      "data.shape/slip",
      en: "The directive “{directive}” knows no key “{key}”.",
      zh: "指令“{directive}”没有“{key}”这一项。",
      cure: "Write the key that the hint names; other keys of your own are free as long as they are not as near to one."
    ),
    Entry(
      "data.shape/telephone",
      en: "“{found}” in “{key}” is no single telephone number.", "Give each number an element of its own.",
      zh: "“{key}”里的“{found}”不是一个电话号码。", "请一个号码写一项。"),
    Entry(
      "data.shape/telephones",
      en: "“{key}” should be a list of telephone numbers, but is {found}.", "Write [400-123-4567].",
      zh: "“{key}”应当是电话号码的列表，这里是{found}。", "请写成 [400-123-4567]。"),
    Entry(
      "data.shape/text",
      en: "“{key}” should be a text, but is {found}.",
      zh: "“{key}”应当是文字，这里是{found}。",
      cure: "Write a text."),
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
      "file.kind",
      en: "A browser would run such a file, or show it as a page of this site.",
      "Offer it as a PDF, an office document, a picture or an archive.",
      zh: "浏览器会运行这种文件，或者把它当成本站的页面。", "请换成PDF、办公文档、图片或压缩包。"),
    Entry(
      "file.unlinked",
      en: "No page leads to this file.", "Link it as [name]({name}), or take it out.",
      zh: "没有页面链接到这个文件。", "请写成 [名称]({name}) 链接它，或者删掉。"),
    Entry(
      "form.unlinked",
      en: "No page leads to this form.", "Show its card with {{form}} {id}, or link form:{id} or fill:{id}.",
      zh: "没有页面指向这份表单。", "请用 {{form}} {id} 显示它，或者链接 form:{id}、fill:{id}。"),
    Entry(
      "data.unread",
      en: "Nothing reads “{key}”.",
      zh: "没有地方用到“{key}”。",
      cure: "Correct the key, or take it out."),
    Entry(
      "data.unread/file",
      en: "Nothing reads this file.", "Show it with a directive, name its values with {{data}}, or take it out.",
      zh: "没有地方用到这个文件。", "请用指令显示它，或者用 {{data}} 引用其中的值，或者删掉。"),
    Entry(
      "figure.kind",
      en: "This is no picture for the web.", "Pictures are .svg, .png, .jpg or .webp files.",
      zh: "这不是网页能用的图片。", "请用 .svg、.png、.jpg 或 .webp 文件。"),
    Entry(
      "front-matter.draft",
      en: "The home page and the front page are no drafts.", "Give the version the status draft.",
      zh: "首页不能是草稿。", "要整版都是草稿，请把版本的 status 写成 draft。"),
    Entry(
      "front-matter.front",
      en: "“{key}” does nothing in front.md, which is no page of its own.", "Take it out.",
      zh: "front.md 不是单独的一页，{key} 在这里没有作用。", "请删掉。"),
    Entry(
      "front-matter.group",
      en: "A page of a section stands in its section's group.", "Take “group” out.",
      zh: "栏目里的页面属于这个栏目所在的组。", "请删掉 group。"),
    Entry(
      "guide.address",
      en: "“{address}” is no address of a site: {reason}.", "Write it in full, such as https://example.org/guide/.",
      zh: "“{address}”不能作网站的地址：{reason}。", "请写全，例如 https://example.org/guide/。"),
    Entry(
      "guide.address-placeholder",
      en: "“{address}” is no site's address: canonical links and the sitemap lead nowhere.",
      "Write the address that the site will have.",
      zh: "“{address}”只是占位的网址：规范链接和站点地图都指不到地方。", "请写网站将来的网址。"),
    Entry(
      "guide.image",
      en: "The site has no picture “{path}” that other sites would show.",
      "Write the path of a PNG, JPEG, WebP or GIF below the site's folder, such as assets/card.png.",
      zh: "网站里没有其他网站能显示的图片“{path}”。",
      "请写网站文件夹里一张PNG、JPEG、WebP或GIF图片的路径，例如 assets/card.png。"),
    Entry(
      "guide.report",
      en: "“{address}” takes no reports of mistakes: {reason}.",
      "Write mailto:somebody@example.org, or the https address of a page; {{title}} and {{address}} may stand in its query.",
      zh: "“{address}”不能用来报告错误：{reason}。",
      "请写 mailto:somebody@example.org，或者一个网页的 https 地址；问号后面可以写 {{title}} 和 {{address}}。"),
    Entry(
      "review.due",
      en: "The page was last reviewed on {date}, and should have been again by {due}.",
      "Hold it against what it is about, and write the day under “reviewed”.",
      zh: "这一页上次核对是{date}，最迟应当在{due}再核对一次。", "请重新核对，再把日期写进“reviewed”。"),
    Entry(
      "review.due/future",
      en: "The page says that it was reviewed on {date}, which is yet to come.", "Write the day on which it was.",
      zh: "这一页写的核对日期{date}还没有到。", "请写实际核对的日期。"),
    Entry(
      "review.due/never",
      en: "The page is to be reviewed from time to time, but does not say when it was.",
      "Hold it against what it is about, and write the day under “reviewed”.",
      zh: "这一页要定期核对，却没有写什么时候核对过。", "请核对，再把日期写进“reviewed”。"),
    Entry(
      "review.interval",
      en: "“{found}” is no time between reviews.", "Write a number and days, months or years, such as 6 months.",
      zh: "“{found}”不是核对的间隔。", "请写数目和单位 days、months 或 years，例如 6 months。"),
    Entry(
      "guide.current",
      en: "More than one version is in force.",
      "Let each edition say its “effective” day, and state no status; the publisher's own text has kind: source.",
      zh: "有不止一个版本现行有效。", "请给每一版写上施行日期 effective，不写 status；原文写 kind: source。"),
    Entry(
      "guide.current/none",
      en: "No version is in force on {date}.", "Give an edition an “effective” day that is not later.",
      zh: "{date} 这一天没有现行有效的版本。", "请让一个版本的施行日期 effective 不晚于这一天。"),
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
      "guide.redirects",
      en: "“redirects” is no map.", "Write a line for each: old/address: version/page.md.",
      zh: "redirects 的写法不对。", "请每行写一个：旧地址: 版本/页面.md。"),
    Entry(
      "guide.redirects/address",
      en: "“{address}” leads nowhere, or is no address below the site's.",
      "Write it as 2019-09/old: 2026-11/new.md.",
      zh: "“{address}”没有写去向，或者不是本站的地址。", "请写成 2019-09/old: 2026-11/new.md。"),
    Entry(
      "guide.redirects/taken",
      en: "“{address}” is a page, or leads to one already.", "Name an address that no page has.",
      zh: "“{address}”已经是一个页面，或者已经指向一个页面。", "请写没有页面使用的地址。"),
    Entry(
      "guide.no-steps",
      en: "The front page lists the pages with a “step”, and this version has none; the list is left out.",
      "Give pages “step: 1” and so on, or the guide a home.mustache of its own in content/templates/.",
      zh: "首页列出带“step”的页面，而这个版本没有这样的页面；首页就不列了。",
      "请给页面写上“step: 1”等，或者在 content/templates/ 里放本指南自己的 home.mustache。"),
    Entry(
      "guide.status",
      en: "The version {version} is said to be {stated}, but by its dates it is {status}.",
      "Take “status” out, so that it follows from the dates.",
      zh: "{version} 版写的 status 是 {stated}，按日期却是 {status}。", "请去掉 status，让它随日期变化。"),
    Entry(
      "guide.timeline/gap",
      en: "No version is in force between the end of {version} and the beginning of {next}.",
      "Take “repealed” out: a version ends when the next one begins.",
      zh: "{version} 版废止之后、{next} 版施行之前，没有现行有效的版本。", "请去掉 repealed：下一版施行，上一版就废止。"),
    Entry(
      "guide.timeline/overlap",
      en: "{version} is repealed only after {next} has begun, so that both would be in force.",
      "Take “repealed” out: a version ends when the next one begins.",
      zh: "{next} 版施行时，{version} 版还没有废止，两版会同时有效。", "请去掉 repealed：下一版施行，上一版就废止。"),
    Entry(
      "guide.timeline/repealed",
      en: "The version {version} is repealed before it is in force.", "Put “effective” or “repealed” right.",
      zh: "{version} 版还没有施行就已经废止。", "请改正 effective 或者 repealed。"),
    Entry(
      "guide.timeline/same-day",
      en: "The versions {version} and {next} begin on the same day.", "Put one of the “effective” days right.",
      zh: "{version} 版和 {next} 版在同一天施行。", "请改正其中一个施行日期 effective。"),
    Entry(
      "guide.undated",
      en: "The version {version} says neither its “effective” day nor a status.",
      "Write effective: YYYY-MM-DD; a draft has status: draft, the publisher's own text kind: source.",
      zh: "{version} 版没有写施行日期，也没有写 status。", "请写 effective: 年-月-日；草案写 status: draft，原文写 kind: source。"),
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
      "page.anchor-gone",
      en: "“{path}” had “#{anchor}”: links to it lead to no place of this page now.",
      "Name it behind the id of the heading that took its place: ## Title {{#its-own #{anchor}}}",
      zh: "“{path}”里有“#{anchor}”，这一页没有了：指向它的链接找不到地方。", "请写在代替它的标题的编号后面：## 标题 {{#自己的编号 #{anchor}}}"),
    Entry(
      "page.blank",
      en: "Nothing of “{key}” can be seen.", "Write some words.",
      zh: "{key} 里没有看得见的字。", "请写上文字。"),
    Entry(
      "page.formerly",
      en: "The version {id} has no page “{name}”.",
      zh: "版本 {id} 没有页面“{name}”。",
      cure: "Correct the name."),
    Entry(
      "page.formerly/newer",
      en: "The version {id} is not older than this one.",
      zh: "版本 {id} 并不比本版早。",
      cure: "Name an older version, or none."),
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
      "Letters, digits and - may stand in it; all, changes, data, examples, figures, files, forms and search are taken.",
      zh: "“{name}”不能作页面的名称。", "只用英文字母、数字和 -；all、changes、data、examples、figures、files、forms 和 search 已有他用。"),
    Entry(
      "page.name-reused",
      en: "Another page of this version is named “{name}” now: old links to it lead there.",
      "Name that page otherwise, if old links should lead here. If it goes on beside this one, write formerly: [{name}] there too.",
      zh: "本版有另一页现在叫“{name}”：以前的链接会指到那一页。",
      "要让以前的链接指到这里，请给那一页换个名称；如果那一页是延续下来的，请在那一页也写上 formerly: [{name}]。"),
    Entry(
      "page.same-address",
      en: "This page and {other} would have one address.", "Rename one of them.",
      zh: "这一页和 {other} 的网址相同。", "请给其中一个改名。"),
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
