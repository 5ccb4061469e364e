extension Catalogue {
  /// Files of many records, and PDFs that are read back.
  static let records: [Entry] = [
    Entry(
      "pdf.unknown-form",
      en: "This guide cannot read the PDF. {reason}", "--guide VERSION reads it as another version's form.",
      zh: "这份指南读不了这个PDF。{reason}", "用“--guide 版本”可以按另一个版本的表读取。"),
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
      en: "The file is a workbook or an archive, not CSV.", "Save the sheet as CSV UTF-8.",
      zh: "这是工作簿或者压缩包，不是CSV文件。", "请把工作表另存为“CSV UTF-8”。"),
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
  ]
}
