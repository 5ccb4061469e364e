extension Catalogue {
  /// Releases of versions, and what guides are begun with.
  static let releases: [Entry] = [
    Entry(
      "new.list",
      en: "guide.yml has no list of versions to which a line could be added.",
      "Write “versions:” on a line of its own, and “- ” before each version.",
      zh: "guide.yml 里没有可以加一行的版本列表。", "请单独写一行 versions:，每个版本前面写“- ”。"),
    Entry(
      "new.taken",
      en: "“{path}” is there already.", "Choose another name.",
      zh: "“{path}”已经存在。", "请换一个名称。"),
    Entry(
      "release.changed",
      en: "This file is not as it was released on {date}.",
      "Put it back; or add an erratum to the version in guide.yml and run zhinan release again.",
      zh: "这个文件和{date}发布时不一样。", "请恢复原样；确实要改的，在 guide.yml 这一版下面写一条 errata，再运行 zhinan release。"),
    Entry(
      "release.changed/gone",
      en: "This file, released on {date}, is gone.",
      "Put it back; or add an erratum to the version in guide.yml and run zhinan release again.",
      zh: "{date}发布的这个文件没有了。", "请恢复原样；确实要删的，在 guide.yml 这一版下面写一条 errata，再运行 zhinan release。"),
    Entry(
      "release.changed/new",
      en: "This file was not part of what was released on {date}.",
      "Take it out; or add an erratum to the version in guide.yml and run zhinan release again.",
      zh: "{date}发布的内容里没有这个文件。", "请拿掉它；确实要加的，在 guide.yml 这一版下面写一条 errata，再运行 zhinan release。"),
    Entry(
      "release.erratum",
      en: "“{file}” was changed, and no erratum of {date} or later names it.",
      "errata: [{{date: …, file: {file}, say: …}}] below the version in guide.yml.",
      zh: "“{file}”改过，却没有{date}或以后的勘误提到它。", "在 guide.yml 这一版下面写 errata: [{{date: …, file: {file}, say: …}}]。"),
    Entry(
      "release.erratum/file",
      en: "There is no file “{file}” in the version.",
      "Write its path below the version's folder, such as data/fees.yml.",
      zh: "这一版里没有“{file}”这个文件。", "请写版本文件夹下面的路径，例如 data/fees.yml。"),
    Entry(
      "release.form",
      en: "This program cannot use the form “{form}” as it was released; a new one is drawn.",
      "PDFs that were filled in before may be told to be of another blank; release the version again.",
      zh: "这个程序用不了发布时的“{form}”表，改用重新画的。", "以前填好的PDF可能被当作别的空白表；请重新运行 zhinan release。"),
    Entry("what.erratum", en: "an erratum", zh: "一条勘误"),
    Entry("what.release", en: "the list of a release", zh: "发布清单"),
  ]
}
