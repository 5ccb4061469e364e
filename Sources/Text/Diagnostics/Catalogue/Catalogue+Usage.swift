extension Catalogue {
  /// Wrong usage of a command.
  static let usage: [Entry] = [
    Entry(
      "usage.page-name",
      en: "“{name}” cannot be a name here: write small letters, digits and “-”, a letter or a digit first.",
      zh: "“{name}”不能作名称：请用小写字母、数字和“-”，以字母或数字开头。"),
    Entry(
      "usage.page-reserved",
      en: "“{name}” cannot be a page here: the site has something else under that name.",
      zh: "“{name}”不能作页面的名称：网站自己要用这个名称。"),
    Entry(
      "usage.version-id",
      en: "“{id}” cannot be a version's id: write small letters, digits, “-” and “.”, such as 2026-12.",
      zh: "“{id}”不能作版本的代码：请用小写字母、数字、“-”和“.”，例如 2026-12。"),
    Entry(
      "usage.argument-encoding",
      en: "Argument {place} is not UTF-8 text. Give files names in UTF-8; nothing was done.",
      zh: "第{place}个参数不是UTF-8文字。文件名请用UTF-8；没有做任何事。"),
    Entry(
      "usage.batch-folder",
      en: "A batch is many files: name a folder in place of “-”.",
      zh: "批量填写会产生许多文件：请写文件夹名，不要写“-”。"),
    Entry(
      "usage.boxes",
      en: "--boxes needs the form's layout, so it does not go with “{path}”.",
      zh: "--boxes 要用表格的版面，不能与“{path}”一起用。"),
    Entry(
      "usage.compiled-guide",
      en: "A compiled form has its guide's version, so --guide does not go with “{path}”.",
      zh: "编译好的表格已经定了指南的版本，--guide 不能与“{path}”一起用。"),
    Entry(
      "usage.flatten-lock",
      en: "--flatten leaves no field that --lock could lock.",
      zh: "用了 --flatten 就不再有填写栏，--lock 没有可以锁定的。"),
    Entry(
      "usage.folder-encoding",
      en: "The path of the current folder is not UTF-8 text. Give files names in UTF-8; nothing was done.",
      zh: "当前文件夹的路径不是UTF-8文字。文件名请用UTF-8；没有做任何事。"),
    Entry(
      "usage.form",
      en: "The version {version} has no form “{name}”. {advice}",
      zh: "版本 {version} 没有“{name}”这份表。{advice}"),
    Entry(
      "usage.form/path",
      en: "The version {version} has no form “{name}”. {advice} The path of a compiled form ends in “.form”.",
      zh: "版本 {version} 没有“{name}”这份表。{advice}编译好的表格，路径以“.form”结尾。"),
    Entry(
      "usage.gb18030",
      en: "The C library of this machine cannot convert GB 18030.",
      zh: "这台机器的C语言库不能转换GB 18030编码。"),
    Entry(
      "usage.input-format",
      en: "Say with --input-format csv or --input-format jsonl what “{path}” holds.",
      zh: "请用 --input-format csv 或者 --input-format jsonl 说明“{path}”的格式。"),
    Entry(
      "usage.form-twice",
      en: "The form {name} is named twice.",
      zh: "表格“{name}”写了两次。"),
    Entry(
      "usage.header-row",
      en: "--header-row counts lines from 1.",
      zh: "--header-row 从1数起。"),
    Entry(
      "usage.sheet",
      en: "--sheet names a sheet of a workbook, and {path} is none.",
      zh: "--sheet 指定工作簿里的工作表，“{path}”不是工作簿。"),
    Entry(
      "usage.table-only",
      en: "Several forms, --header-row and --ignore need records with columns: a workbook or CSV.",
      zh: "几份表一起填、--header-row、--ignore 只用于有列的记录：工作簿或者CSV。"),
    Entry(
      "usage.items",
      en: "--items should be 1 to 50.",
      zh: "--items 应当是1到50。"),
    Entry(
      "usage.read-folder",
      en: "--output is for a folder of PDFs; the record of one PDF is printed.",
      zh: "--output 用于一个文件夹的PDF；单个PDF的记录直接显示。"),
    Entry(
      "usage.read-one",
      en: "--against, --rebake, --as and a compiled form are for one PDF, not for a folder.",
      zh: "--against、--rebake、--as 和编译好的表格只用于单个PDF，不用于文件夹。"),
    Entry(
      "usage.read-output",
      en: "{path} is a folder: name the sheet for its answers with --output FILE.xlsx.",
      zh: "“{path}”是文件夹：请用 --output 文件.xlsx 写明答案写到哪张名单。"),
    Entry(
      "usage.read-sheet",
      en: "The sheet for the answers is .xlsx, and {path} is not.",
      zh: "答案的名单是.xlsx文件，“{path}”不是。"),
    Entry(
      "usage.report-column",
      en: "The form has no field {name} that can be shown. {advice}",
      zh: "本表没有可以显示的栏目“{name}”。{advice}"),
    Entry(
      "usage.report-private",
      en: "{name} is private and is not shown in reports and names of files.",
      zh: "“{name}”是个人信息，不能显示在报告和文件名里。"),
    Entry(
      "usage.sheet-compiled",
      en: "A sheet is made of a form that the guide defines; {path} is a compiled one. Name the form.",
      zh: "名单按指南里的表格生成，“{path}”是编译好的表格。请写表格名。"),
    Entry(
      "usage.sheet-conflict",
      en: "One column cannot serve the forms, because they ask for different things: {names}. Make a sheet for each.",
      zh: "这几份表的同一栏要填的内容不同（{names}），不能合用一列。请分别生成名单。"),
    Entry(
      "usage.sheet-output",
      en: "A sheet is .xlsx or .csv, and {path} is neither.",
      zh: "名单是.xlsx或者.csv文件，“{path}”不是。"),
    Entry(
      "usage.jobs",
      en: "--jobs should be 1 to 256.",
      zh: "--jobs 应当是1到256。"),
    Entry(
      "usage.lock-all",
      en: "--lock {word} speaks of every field, so no role goes with it.",
      zh: "--lock {word} 指的是所有填写栏，不能再写角色。"),
    Entry(
      "usage.lock-empty",
      en: "--lock names no role: write all, or roles of the form, separated by commas.",
      zh: "--lock 没有写角色：请写 all，或者写表格的角色，用逗号隔开。"),
    Entry(
      "usage.no-current",
      en: "The guide has no current version.",
      zh: "指南没有现行版本。"),
    Entry(
      "usage.rebake-only",
      en: "--lock and --flatten are for the form that --rebake writes.",
      zh: "--lock 和 --flatten 是给 --rebake 写出的表用的。"),
    Entry(
      "usage.replaced-input",
      en: "“{path}” would replace “{input}”, which is read. Name another file.",
      zh: "“{path}”会替换要读取的“{input}”。请换一个文件名。"),
    Entry(
      "usage.report",
      en: "A report ends in .json or .csv, but “{path}” does not.",
      zh: "报告的文件名以 .json 或者 .csv 结尾，“{path}”不是。"),
    Entry(
      "usage.role",
      en: "The form has no role “{name}”. {advice}",
      zh: "表格没有“{name}”这个角色。{advice}"),
    Entry(
      "usage.explain",
      en: "A value of “{rule}” holds nothing to explain. --explain knows {names}.",
      zh: "“{rule}”的值没有可以说明的内容。--explain 能说明的有：{names}。"),
    Entry(
      "usage.rule",
      en: "There is no rule “{name}”. {advice}",
      zh: "没有“{name}”这条规则。{advice}"),
    Entry(
      "usage.rule-missing",
      en: "Name a rule, or use --list.",
      zh: "请写规则名；用 --list 可以查看全部规则。"),
    Entry(
      "usage.site-folder",
      en: "A site is many files: name a folder in place of “-”.",
      zh: "网站有许多文件：请写文件夹名，不要写“-”。"),
    Entry(
      "usage.today",
      en: "{option} should be a date such as 2026-11-22, not “{text}”.",
      zh: "{option} 应当写成 2026-11-22 这样的日期，不是“{text}”。"),
    Entry(
      "usage.version",
      en: "The guide has no version “{version}”.",
      zh: "指南没有“{version}”这个版本。"),
    Entry(
      "usage.version/known",
      en: "The guide has no version “{version}”. Its versions: {names}.",
      zh: "指南没有“{version}”这个版本。现有版本：{names}。"),
    Entry(
      "usage.written-twice",
      en: "“{path}” would be written twice. Name different files.",
      zh: "“{path}”会写两次。请写不同的文件名。"),
    Entry(
      "usage.zip-file",
      en: "The name of a zip ends in .zip, but “{path}” does not.",
      zh: "zip文件的名称以 .zip 结尾，“{path}”不是。"),
  ]
}
