internal import ArgumentParser
internal import Content
internal import Diagnostics

/// `zhinan new page`: a page with its front matter.
struct NewPageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "page", abstract: "Begins a page.")

  @Argument(help: ArgumentHelp("Its name: the file without .md, the last part of its address.", valueName: "name"))
  var name: String
  @OptionGroup var files: NewFiles

  func run() throws {
    let isFit = name.wholeMatch(of: /[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*/) != nil
    if SourcePage.isReserved(name) { throw ValidationError(saying: "usage.page-reserved", ["name": .text(name)]) }
    try files.write(name, isFit: isFit) { version, inChinese in
      ["\(name).md": text(order: (version.pages.map(\.order).max() ?? 0) + 1, inChinese: inChinese)]
    }
  }

  private func text(order: Int, inChinese: Bool) -> String {
    let title = files.title.quotedAsYAML
    return inChinese
      ? """
      ---
      title: \(title)
      # 一句话说明本页讲什么，给搜索和首页用。
      description: 一句话说明。
      order: \(order)
      draft: true              # 写好了再删去这一行：草稿不列入目录
      # group: 查一查          导航里的分组
      # updated: 2026-12-01    哪一天改的
      # source: 原文第几部分     内容的出处，印在页尾
      ---

      ## 小标题 {#first}

      正文写在这里。数据文件里的值用 `` {data}`文件.名称` `` 引用，改的时候只改一处。

      """
      : """
      ---
      title: \(title)
      # One sentence for search engines and the front page.
      description: One sentence.
      order: \(order)
      draft: true               # take this line out when it is written: drafts are not listed
      # group: Look it up       its group in the navigation
      # updated: 2026-12-01     the day on which it was changed
      # source: Part 2 of …     where its facts come from, at its foot
      ---

      ## A heading {#first}

      The text. A value of a data file is written `` {data}`file.name` ``, so that it stands once.

      """
  }
}
