extension Catalogue {
  /// Files that are read and written.
  static let files: [Entry] = [
    Entry(
      "file.encoding",
      en: "The file is not UTF-8.",
      "Save it as UTF-8 (in many editors: Save with encoding); GB 18030 is not read here.",
      zh: "文件不是UTF-8编码。", "请另存为UTF-8（在编辑器里选择编码后保存）；这里不读取GB 18030。"),
    Entry(
      "file.encoding/nul",
      en: "The file holds a NUL character.", "It is not a text file, or it is UTF-16: save it as UTF-8.",
      zh: "文件里有空字符（NUL）。", "它不是文本文件，或者是UTF-16编码；请另存为UTF-8。"),
    Entry(
      "file.name",
      en: "The file's name holds a line break or another character that is not seen.", "Rename it.",
      zh: "文件名里有换行或者其他看不见的字符。", "请改文件名。"),
    Entry(
      "file.outside",
      en: "A link leads out of the guide's folder, to {target}.",
      "Put a copy where the link is: only what stands below the guide's folder is read.",
      zh: "链接指到了指南文件夹以外：{target}。", "请用文件本身替换链接：只读取指南文件夹里的内容。"),
    Entry(
      "file.too-large",
      en: "The file has {size} bytes; at most {limit} are read.",
      zh: "文件有{size}字节，最多读取{limit}字节。",
      cure: "Split the file, or take out what does not belong there."),
    Entry(
      "file.unreadable",
      en: "The file cannot be read: {reason}.", "Check the path and the permissions.",
      zh: "不能读取文件：{reason}。", "请检查路径和权限。"),
    Entry(
      "file.unreadable/folder",
      en: "The folder cannot be read: {reason}.", "Check the path and the permissions.",
      zh: "不能读取文件夹：{reason}。", "请检查路径和权限。"),
    Entry(
      "file.unreadable/links",
      en: "The folder cannot be read: too many links.",
      zh: "不能读取文件夹：链接套得太多。",
      cure: "Take out the link that leads back to a folder above it."),
    Entry(
      "file.unreadable/stdin",
      en: "Standard input cannot be read: {reason}.",
      zh: "不能读取标准输入：{reason}。",
      cure: "Give a file, or a pipe that is open."),
    Entry(
      "output.left-over",
      en: "A temporary folder cannot be removed: {reason}.", "Remove it yourself: nobody uses it any more.",
      zh: "临时文件夹没有删掉：{reason}。", "请自行删除，它已经没有用处。"),
    Entry(
      "output.locked",
      en: "Another build (process {process}) writes into this folder.", "Wait until it has ended.",
      zh: "另一次生成（进程{process}）正在写这个文件夹。", "请等它结束。"),
    Entry(
      "output.locked/unknown",
      en: "Another build (another process) writes into this folder.", "Wait until it has ended.",
      zh: "另一次生成正在写这个文件夹。", "请等它结束。"),
    Entry(
      "output.manifest",
      en: "The list of the site's files is damaged.", "Remove the folder or name another one.",
      zh: "网站的文件清单已经损坏。", "请删除这个文件夹，或者换一个。"),
    Entry(
      "output.manifest/refused",
      en: "The list of the site's files cannot be used: it {reason}.", "Remove the folder or name another one.",
      zh: "网站的文件清单不能用：{reason}。", "请删除这个文件夹，或者换一个。"),
    Entry(
      "output.not-ours",
      en: "The folder is not empty and holds no site of ours.",
      "Name an empty folder, or remove what stands in this one.",
      zh: "文件夹不是空的，里面也不是zhinan生成的网站。", "请写一个空文件夹，或者清空这个文件夹。"),
    Entry(
      "output.not-ours/file",
      en: "A page has this name, and the file is not zhinan's.",
      "Move the file elsewhere, or give the page another name.",
      zh: "有一个页面要用这个名称，但这个文件不是zhinan生成的。", "请把文件移到别处，或者给页面改名。"),
    Entry(
      "output.not-ours/zip",
      en: "The file is no zip that zhinan made.", "Name a new file, or move this one elsewhere.",
      zh: "这不是zhinan生成的zip文件。", "请换一个文件名，或者把这个文件移到别处。"),
    Entry(
      "output.other-batch",
      en: "The folder holds the PDFs of another form or another file of records.",
      "Name a new folder, or go on in this one with --resume: rows of different records replace one another.",
      zh: "文件夹里是另一份表或者另一个记录文件的PDF。", "请换一个新文件夹，或者用 --resume 接着用这一个：记录不同的行会互相替换。"),
    Entry(
      "output.other-batch/unknown",
      en: "The folder was filled before, and nothing shows that it was from the same records.",
      "Name a new folder, or go on in this one with --resume: rows of different records replace one another.",
      zh: "文件夹以前填写过，无法确认用的是同一份记录。", "请换一个新文件夹，或者用 --resume 接着用这一个：记录不同的行会互相替换。"),
    Entry(
      "output.sheet",
      en: "The file is there and is no empty sheet of these forms.",
      "Name a new file: somebody may have filled this one in.",
      zh: "这个文件已经有了，而且不是这几份表的空白名单。", "请换一个文件名：里面可能已经填了内容。"),
    Entry(
      "output.terminal",
      en: "A PDF is not written to a terminal.",
      "Name a file, or lead standard output into one or into another program.",
      zh: "PDF不能直接显示在终端里。", "请写文件名，或者把标准输出接到文件或者其他程序。"),
    Entry(
      "output.unwritable",
      en: "The file cannot be written: {reason}.", "Check the folder, its permissions and the free space.",
      zh: "不能写入文件：{reason}。", "请检查文件夹、权限和剩余空间。"),
    Entry(
      "output.unwritable/kind",
      en: "This is no file that can be replaced: it {reason}.",
      "Name a new file, or one that exists; “-” is standard output.",
      zh: "这里没有可以替换的文件：{reason}。", "请写一个新的文件名，或者已有文件的名字；“-”是标准输出。"),
    Entry(
      "output.unwritable/site",
      en: "The site cannot be written: {reason}.",
      zh: "不能写入网站：{reason}。",
      cure: "Check the folder and its permissions."),
    Entry(
      "output.unwritable/site-space",
      en: "The site cannot be written: {reason}.", "Free some space and run again: the old site is whole.",
      zh: "不能写入网站：{reason}。", "请腾出空间再运行；原来的网站没有改动。"),
    Entry(
      "output.unwritable/stdout",
      en: "Standard output cannot be written: {reason}.",
      zh: "不能写到标准输出：{reason}。",
      cure: "Lead standard output into a file or a program that reads it."),
  ]
}
