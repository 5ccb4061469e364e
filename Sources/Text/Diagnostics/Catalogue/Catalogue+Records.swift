extension Catalogue {
  /// Files of many records, and PDFs that are read back.
  static let records: [Entry] = [
    Entry(
      "pdf.unknown-form",
      en: "This guide cannot read the PDF. {reason}", "--guide VERSION reads it as another version's form.",
      zh: "这份指南读不了这个PDF。{reason}", "用“--guide 版本”可以按另一个版本的表读取。"),
    Entry(
      "pdf.none",
      en: "There is no PDF in the folder.", "Only files whose names end in .pdf are read.",
      zh: "文件夹里没有PDF。", "只读取文件名以.pdf结尾的文件。"),
    Entry(
      "records.encoding",
      en: "The file is UTF-16, which is not read.", "Save it as CSV UTF-8.",
      zh: "文件是UTF-16编码，这里不能读取。", "请另存为“CSV UTF-8”。"),
    Entry(
      "records.font",
      en: "The record could not be drawn: {reason}.", "A font may be damaged.",
      zh: "这份记录没能画到表上：{reason}。", "可能有字体文件损坏。"),
    Entry(
      "records.form",
      en: "The form cannot be filled: {reason}.",
      zh: "这份表不能填写：{reason}。",
      cure: "This is a fault of zhinan: please tell us."),
    Entry(
      "records.format",
      en: "This is a workbook or an archive, not a text file.",
      "A workbook is read as a file, not through standard input, and without --input-format.",
      zh: "这是工作簿或者压缩包，不是文本文件。", "工作簿请直接写文件名，不要从标准输入读，也不要加 --input-format。"),
    Entry(
      "records.left-over",
      en: "{count} PDFs of rows after the last one are still in the folder.",
      "They were filled when the file had more rows.",
      zh: "文件夹里还有{count}份PDF，是最后一行以后的行留下的。", "以前的文件行数更多，这些是那时填写的。"),
    Entry(
      "records.line-breaks",
      en: "The file's lines end in CR alone, which is not read.",
      "Save it as CSV UTF-8, whose lines end in LF or CRLF.",
      zh: "文件只用回车符（CR）换行，这里不能读取。", "请另存为“CSV UTF-8”，行尾用LF或者CRLF。"),
    Entry(
      "records.one-a-line",
      en: "A record does not stand on one line: this file is JSON, but not JSON Lines.",
      "Write one record a line, without line breaks in it, and no list around them.",
      zh: "一份记录没有写在一行里：这是JSON文件，但不是一行一份的JSON Lines。", "请把每份记录写成一行，中间不换行，外面也不加方括号。"),
    Entry(
      "records.remarks",
      en: "{count} rows that begin with # were left out.",
      "The first column is one of remarks, for its name begins with #.",
      zh: "略过了{count}行以“#”开头的说明。", "第一列的名称以“#”开头，所以这些行是说明，不是记录。"),
    Entry(
      "records.repeated",
      en: "{count} records are the same as earlier ones, the first in row {row}, like row {other}.",
      "Each was filled. Look whether they were entered twice.",
      zh: "有{count}份记录与前面的完全相同，最先是第{row}份，与第{other}份相同。", "每份都已填写。请核对是不是重复录入。"),
    Entry(
      "records.separator",
      en: "The first line names a separator that is none of comma, tab and semicolon.", "Save the sheet as CSV UTF-8.",
      zh: "第一行“sep=”写明的分隔符不是逗号、制表符或者分号。", "请用表格软件另存为“CSV UTF-8”。"),
    Entry(
      "workbook.damaged",
      en: "The workbook is damaged: {part} is missing or cannot be read.",
      "Open it in a spreadsheet program and save it again, or have it sent again.",
      zh: "工作簿已经损坏：缺少“{part}”，或者读不出来。", "请用表格软件打开后另存一次，或者重新发送：文件可能没有传完整。"),
    Entry(
      "workbook.damaged/archive",
      en: "The workbook is damaged or cut off.",
      "Open it in a spreadsheet program and save it again, or have it sent again.",
      zh: "工作簿已经损坏，或者不完整。", "请用表格软件打开后另存一次，或者重新发送：文件可能没有传完整。"),
    Entry(
      "workbook.encrypted",
      en: "The workbook opens with a password only.", "Save it without a password.",
      zh: "打开这个工作簿需要密码。", "请另存为不带密码的工作簿。"),
    Entry(
      "workbook.hidden-rows",
      en: "{count} rows that the sheet hides were read too.", "Delete them in the sheet where they should not be.",
      zh: "工作表里隐藏（或者被筛选掉）的{count}行也读了。", "不该读的，请在工作表里删去。"),
    Entry(
      "workbook.no-sheet",
      en: "The workbook has no sheet “{name}”.", "There are: {names}.",
      zh: "工作簿里没有叫“{name}”的工作表。", "现有：{names}。"),
    Entry(
      "workbook.no-sheets",
      en: "The workbook has no sheet with cells.", "Put the records into a sheet.",
      zh: "工作簿里没有工作表。", "请把记录放在一张工作表里。"),
    Entry(
      "workbook.old-format",
      en: "This is a workbook of the old format (.xls or .et), which is not read.", "Save it as .xlsx.",
      zh: "这是旧格式的工作簿（.xls或者.et），这里不能读取。", "请用表格软件另存为“.xlsx”。"),
    Entry(
      "workbook.other-format",
      en: "This is a {kind} file, no .xlsx workbook.", "Save it as .xlsx.",
      zh: "这是{kind}文件，不是.xlsx工作簿。", "请用表格软件另存为“.xlsx”。"),
    Entry(
      "workbook.other-sheets",
      en: "Only the sheet “{sheet}” was read.", "Others are there: {names}. --sheet names another one.",
      zh: "只读了工作表“{sheet}”。", "另外还有：{names}。用 --sheet 可以指定另一张。"),
    Entry(
      "workbook.text",
      en: "This is a text file, no workbook.", "Where it is CSV, let its name end in .csv.",
      zh: "这是文本文件，不是工作簿。", "如果是CSV，请把文件名改成以.csv结尾。"),
    Entry(
      "workbook.too-large",
      en: "{part} grows to more than any sheet holds, so the workbook is not read.",
      "Copy the rows into a new workbook.",
      zh: "“{part}”展开以后比任何工作表都大，不再读取。", "请把各行复制到新的工作簿里。"),
    Entry(
      "workbook.web-page",
      en: "This is a web page or XML under the name of a workbook.",
      "Open it in a spreadsheet program and save it as .xlsx.",
      zh: "这是网页或者XML，只是名称像工作簿。", "请用表格软件打开，再另存为“.xlsx”。"),
  ]
}
