extension Catalogue {
  /// Templates, and the site that they make.
  static let templates: [Entry] = [
    Entry(
      "labels.lacking",
      en: "These words are not there in {language}, so that pages would say them in English: {names}.",
      "Add them to the labels; those of “words” may stand in guide.yml as well.",
      zh: "这些词没有{language}的说法，页面上会是英文：{names}。", "请补在这个文件里；“words”里的也可以写在 guide.yml 里。"),
    Entry(
      "labels.place",
      en: "The words “{name}” lack {place}, so that they would not say what they are for.", "Write {place} into them.",
      zh: "标签“{name}”里缺少{place}，要说的内容就没有了。", "请在文字里写上{place}。"),
    Entry(
      "preview.failed",
      en: "The site cannot be shown on port {port}: {reason}.", "Choose another port; --port 0 takes a free one.",
      zh: "不能在端口{port}上预览：{reason}。", "请换一个端口；--port 0 会选一个空闲的。"),
    Entry(
      "site.parts",
      en: "A file that the pages of forms load could not be packed.", "Free some memory.",
      zh: "表格页面要加载的一个文件无法压缩。", "请腾出一些内存。"),
    Entry(
      "site.path-twice",
      en: "Two files of the site have the path {path}.", "Rename one.",
      zh: "网站有两个文件的路径都是 {path}。", "请给其中一个改名。"),
    Entry(
      "site.path-twice/folder",
      en: "The site's file {path} would stand in a folder named {other}, which is a file.",
      "Give one of them another name.",
      zh: "网站的文件 {path} 要放在文件夹 {other} 里，而它是一个文件。", "请给其中一个改名。"),
    Entry(
      "site.zip-name",
      en: "Windows takes no file named {path}, so that the zip cannot be unpacked there.", "Rename the file.",
      zh: "Windows 不能有 {path} 这样的文件名，zip 在那里解不开。", "请给文件改名。"),
    Entry(
      "template.asset",
      en: "A page cannot be an asset: nothing says what a browser may run and load in it.",
      "Make it a page of the guide, or take it out.",
      zh: "网页不能放在素材里：没有办法限定浏览器在其中运行和加载什么。", "请改成指南的页面，或者拿掉。"),
    Entry(
      "template.asset/script",
      en: "The files of a folder whose name ends in .js become one script, and this is none.",
      "Put it into another folder.",
      zh: "名称以 .js 结尾的文件夹里的文件会合并成一个脚本，这个文件不是脚本。", "请放到别的文件夹里。"),
    Entry(
      "template.block",
      en: "Templates have no blocks {{{{$…}}}} and no parents {{{{<…}}}}.",
      "Put what several templates share into one of its own: {{{{> partials/name}}}}.",
      zh: "模板没有 {{{{$…}}}} 块，也没有 {{{{<…}}}} 父模板。", "请把几个模板共用的部分放到单独的模板里：{{{{> partials/name}}}}。"),
    Entry(
      "template.cycle",
      en: "The template “{name}” holds “{inner}”, and so itself: {chain}.",
      zh: "模板“{name}”用到“{inner}”，结果又用到自己：{chain}。",
      cure: "Take the inner tag out."),
    Entry(
      "template.depth",
      en: "Sections are nested more than {limit} deep.",
      "Put a part of them into a template of its own: {{{{> partials/name}}}}.",
      zh: "区块套了超过{limit}层。", "请把一部分移到单独的模板里：{{{{> partials/name}}}}。"),
    Entry(
      "template.endless",
      en: "Filling the template “{name}” {reason}.", "Sections over a list that stand in each other multiply the work.",
      zh: "填写模板“{name}”时{reason}。", "列表的区块互相套用，工作量会成倍增加。"),
    Entry(
      "template.missing",
      en: "The template is missing.",
      zh: "缺少这个模板。",
      cure: "Write the template; templates/ of this repository has one of each."),
    Entry(
      "template.no-asset",
      en: "There is no {path}, to which pages refer here.", "Put it into templates/, or into content/templates/.",
      zh: "页面在这里用到 {path}，但没有这个文件。", "请放到 templates/ 或 content/templates/ 里。"),
    Entry(
      "template.partial",
      en: "There is no template “{name}”.",
      zh: "没有模板“{name}”。",
      cure: "Write the template, or correct the name."),
    Entry(
      "template.pragma",
      en: "Templates are HTML; a tag {{{{% …}}}} cannot change how texts are escaped.", "Take the tag out.",
      zh: "模板是HTML；{{{{% …}}}} 不能改变文字的转义方式。", "请去掉这个标签。"),
    Entry(
      "template.size",
      en: "The template “{inner}” has {what}.",
      zh: "模板“{inner}”太大：{what}。",
      cure: "Use fewer partials in it."),
    Entry(
      "template.syntax",
      en: "This is no Mustache template: {reason}.",
      zh: "模板不合Mustache的写法：{reason}。",
      cure: "Correct the tag."),
    Entry(
      "template.unknown-key",
      en: "No page has a key “{part}”.",
      zh: "页面没有“{part}”这一项。",
      cure: "Correct the key; the hint names what is near."),
  ]
}
