extension Catalogue {
  /// Reasons of the machine, which stand inside other sentences.
  static let reasons: [Entry] = [
    Entry(
      "reason.busy",
      en: "is in use",
      zh: "正在使用"),
    Entry(
      "reason.closed",
      en: "nobody reads it any more",
      zh: "对方已经不再接收"),
    Entry(
      "reason.device",
      en: "is a device",
      zh: "它是设备"),
    Entry(
      "reason.disk",
      en: "the disk has an error",
      zh: "磁盘出错"),
    Entry(
      "reason.exists",
      en: "something has the name already",
      zh: "已有同名的文件"),
    Entry(
      "reason.exists-now",
      en: "something has the name since a moment ago",
      zh: "刚才出现了同名的文件"),
    Entry(
      "reason.far-too-large",
      en: "has {size} bytes, which is far too many",
      zh: "它有{size}字节，太大了"),
    Entry(
      "reason.file",
      en: "is a file",
      zh: "它是文件"),
    Entry(
      "reason.file-name",
      en: "its name has a character that no file's name can have", zh: "文件名里有文件名不能有的字符"),
    Entry(
      "reason.folder",
      en: "is a folder",
      zh: "它是文件夹"),
    Entry(
      "reason.font-damaged-table",
      en: "the table “{table}” is damaged",
      zh: "“{table}”表已经损坏"),
    Entry(
      "reason.font-face",
      en: "it has no face {face}",
      zh: "里面没有编号为{face}的字体"),
    Entry(
      "reason.font-kind",
      en: "it holds no TrueType outlines",
      zh: "里面没有TrueType字形"),
    Entry(
      "reason.font-table",
      en: "the table “{table}” is missing",
      zh: "缺少“{table}”表"),
    Entry(
      "reason.for-file",
      en: "{reason}, where a file should be",
      zh: "{reason}，而这里应当是文件"),
    Entry(
      "reason.for-folder",
      en: "{reason}, where a folder should be",
      zh: "{reason}，而这里应当是文件夹"),
    Entry(
      "reason.foreign",
      en: "was made by another user",
      zh: "它是别的用户建立的"),
    Entry(
      "reason.link",
      en: "is a link",
      zh: "它是链接"),
    Entry(
      "reason.links",
      en: "too many links",
      zh: "链接套得太多"),
    Entry(
      "reason.locked",
      en: "process {process} holds its lock",
      zh: "进程{process}正锁着它"),
    Entry(
      "reason.locked/unknown",
      en: "another process holds its lock",
      zh: "另一个进程正锁着它"),
    Entry(
      "reason.memory",
      en: "no memory left",
      zh: "内存不够"),
    Entry(
      "reason.name-length",
      en: "the name is too long",
      zh: "名称太长"),
    Entry(
      "reason.names",
      en: "has too many names",
      zh: "它的名称太多"),
    Entry(
      "reason.no-file",
      en: "no such file",
      zh: "没有这个文件"),
    Entry(
      "reason.no-journal",
      en: "is no journal",
      zh: "它不是改动记录"),
    Entry(
      "reason.not-empty",
      en: "the folder is not empty",
      zh: "文件夹不是空的"),
    Entry(
      "reason.not-of-batch",
      en: "something has the name, and this batch did not write it",
      zh: "已有同名文件，但不是这次批量填写的"),
    Entry(
      "reason.not-open",
      en: "is not open",
      zh: "它没有打开"),
    Entry(
      "reason.not-ours",
      en: "is nothing that zhinan made",
      zh: "它不是zhinan生成的"),
    Entry(
      "reason.open-files",
      en: "too many open files",
      zh: "打开的文件太多"),
    Entry(
      "reason.other-disk",
      en: "lies on another disk",
      zh: "它在另一个磁盘上"),
    Entry(
      "reason.outside",
      en: "a link leads out of the guide's folder, to {target}",
      zh: "链接指到了指南文件夹以外：{target}"),
    Entry(
      "reason.path",
      en: "a part of the path is no folder",
      zh: "路径中有一段不是文件夹"),
    Entry(
      "reason.permission",
      en: "permission denied",
      zh: "没有权限"),
    Entry(
      "reason.picture-damaged",
      en: "the file is damaged",
      zh: "文件已损坏"),
    Entry(
      "reason.picture-interlaced",
      en: "it is interlaced, or has 16 bits a channel",
      zh: "它是交错的，或者每个通道有16位"),
    Entry(
      "reason.picture-kind",
      en: "it is neither a PNG nor a JPEG of grey or RGB",
      zh: "它不是PNG，也不是灰度或者RGB的JPEG"),
    Entry(
      "reason.picture-large",
      en: "it has more than 4,000 pixels a side or 4 MB",
      zh: "它的边长超过4000像素，或者文件超过4 MB"),
    Entry(
      "reason.picture-transparent",
      en: "it is transparent",
      zh: "它有透明部分"),
    Entry(
      "reason.pipe",
      en: "is a pipe",
      zh: "它是管道"),
    Entry(
      "reason.quota",
      en: "no space left in the quota",
      zh: "可用的空间已经用完"),
    Entry(
      "reason.read-only",
      en: "the disk can only be read",
      zh: "磁盘是只读的"),
    Entry(
      "reason.running",
      en: "is a program that runs",
      zh: "它是正在运行的程序"),
    Entry(
      "reason.second-name",
      en: "has a second name elsewhere",
      zh: "它在别处还有一个名称"),
    Entry(
      "reason.size",
      en: "the file has {size} bytes",
      zh: "文件有{size}字节"),
    Entry(
      "reason.socket",
      en: "is a socket",
      zh: "它是套接字"),
    Entry(
      "reason.space",
      en: "no space left",
      zh: "磁盘已满"),
    Entry(
      "reason.still-staged",
      en: "{reason}; what was staged is still there: {second}",
      zh: "{reason}；准备好的文件还留着：{second}"),
    Entry(
      "reason.too-large",
      en: "file too large",
      zh: "文件太大"),
    Entry(
      "reason.unconfirmed",
      en: "{reason}; the new files are there, but the disk did not confirm them",
      zh: "{reason}；新文件已经在，但磁盘没有确认写入"),
    Entry(
      "reason.undone-later",
      en: "{reason}; the next build undoes what was changed ({second})",
      zh: "{reason}；下次生成时会撤销已做的改动（{second}）"),
    Entry(
      "reason.unserved",
      en: "is a pipe or a device that nobody serves",
      zh: "它是没有人接着的管道或者设备"),
    Entry(
      "reason.was-file",
      en: "{reason}, where a file of the site was",
      zh: "{reason}，而这里原来是网站的文件"),
    Entry(
      "reason.zip-size",
      en: "a zip holds at most 65,535 files and 4 GB",
      zh: "一个zip文件最多放65535个文件、4 GB内容"),
  ]
}
