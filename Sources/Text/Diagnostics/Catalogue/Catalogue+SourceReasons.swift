extension Catalogue {
  /// Reasons in what people wrote, which stand inside other sentences.
  static let sourceReasons: [Entry] = [
    Entry(
      "reason.active-animation",
      en: "An animation changes “{value}”",
      zh: "有动画改变“{value}”"),
    Entry(
      "reason.active-doctype",
      en: "A document type or entity is declared",
      zh: "图片里声明了文档类型或者实体"),
    Entry(
      "reason.active-element",
      en: "The element <{name}> stands in it",
      zh: "图片里有 <{name}> 元素"),
    Entry(
      "reason.active-html",
      en: "Elements of HTML are declared by “{name}”",
      zh: "“{name}”声明了HTML元素"),
    Entry(
      "reason.active-instruction",
      en: "A processing instruction stands in it",
      zh: "图片里有处理指令"),
    Entry(
      "reason.active-out-of-file",
      en: "The attribute “{name}” leads out of the file",
      zh: "属性“{name}”指到了文件以外"),
    Entry(
      "reason.active-out-of-site",
      en: "The attribute “{name}” leads out of the site",
      zh: "属性“{name}”指到了网站以外"),
    Entry(
      "reason.active-script",
      en: "The attribute “{name}” runs a script",
      zh: "属性“{name}”会运行脚本"),
    Entry(
      "reason.active-style-comment",
      en: "A style has “//”",
      zh: "样式里有“//”"),
    Entry(
      "reason.active-style-escape",
      en: "A style has an escape \\",
      zh: "样式里有转义符 \\"),
    Entry(
      "reason.active-style-function",
      en: "A style has “{word}(”",
      zh: "样式里有“{word}(”"),
    Entry(
      "reason.active-style-out",
      en: "A style leads out of the site by url()",
      zh: "样式用 url() 指到了网站以外"),
    Entry(
      "reason.active-style-rule",
      en: "A style has “@{word}”",
      zh: "样式里有“@{word}”"),
    Entry(
      "reason.active-style-unreadable",
      en: "A style cannot be read as CSS: {reason}",
      zh: "样式不合CSS的写法：{reason}"),
    Entry(
      "reason.active-style-word",
      en: "A style has “{word}”",
      zh: "样式里有“{word}”"),
    Entry(
      "reason.address-character",
      en: "it has a character that stands in no address",
      zh: "里面有地址不能用的字符"),
    Entry(
      "reason.address-dots",
      en: "its path has a part . or ..",
      zh: "路径里有 . 或 .."),
    Entry(
      "reason.address-empty",
      en: "its path has an empty part //",
      zh: "路径里有空的一段 //"),
    Entry(
      "reason.address-host",
      en: "it has no host that can be read",
      zh: "没有能读出的主机名"),
    Entry(
      "reason.address-invisible",
      en: "it has a space or a character that cannot be seen",
      zh: "里面有空格或者看不见的字符"),
    Entry(
      "reason.address-percent",
      en: "its path has a percent sign that hides what it means",
      zh: "路径里的百分号掩盖了本来的意思"),
    Entry(
      "reason.address-query",
      en: "it has a part behind ? or #",
      zh: "带有 ? 或 # 后面的部分"),
    Entry(
      "reason.address-scheme",
      en: "it does not begin with https:// or http://",
      zh: "不是以 https:// 或 http:// 开头"),
    Entry(
      "reason.address-user",
      en: "it has a user's name or password, which every page would tell",
      zh: "带有用户名或密码，每个页面都会把它公开"),
    Entry(
      "reason.report-mail",
      en: "what stands behind mailto: is no mail address",
      zh: "mailto: 后面不是邮箱地址"),
    Entry(
      "reason.report-query",
      en: "its query has a character that stands in none, or a name in braces other than {{title}} and {{address}}",
      zh: "问号后面有不能用的字符，或者花括号里不是 title、address"),
    Entry(
      "reason.report-scheme",
      en: "it does not begin with mailto: or https://",
      zh: "不是以 mailto: 或 https:// 开头"),
    Entry(
      "reason.condition-choice",
      en: "“{key}” is no number, date, month or time",
      zh: "“{key}”不是数、日期、月份或者时间"),
    Entry(
      "reason.condition-end",
      en: "“{sign}” is missing at its end",
      zh: "末尾缺少“{sign}”"),
    Entry(
      "reason.condition-field",
      en: "there is no field “{key}”",
      zh: "没有“{key}”这一栏"),
    Entry(
      "reason.condition-function",
      en: "“{word}” is no function; there are count, sum, age and days",
      zh: "没有“{word}”这个函数，可以用 count、sum、age、days"),
    Entry(
      "reason.condition-list",
      en: "there is no list “{key}”",
      zh: "没有“{key}”这组栏目"),
    Entry(
      "reason.condition-long",
      en: "it is too long",
      zh: "太长"),
    Entry(
      "reason.condition-mixed",
      en: "“and” and “or” cannot be mixed",
      zh: "“and”和“or”不能混用"),
    Entry(
      "reason.condition-no-key",
      en: "a field's key is missing",
      zh: "缺少栏目代码"),
    Entry(
      "reason.condition-no-option",
      en: "an option is missing",
      zh: "缺少选项"),
    Entry(
      "reason.condition-option",
      en: "“{word}” is no option of the field",
      zh: "“{word}”不是这一栏的选项"),
    Entry(
      "reason.condition-order",
      en: "“{key}” stands after the field that depends on it",
      zh: "“{key}”在依赖它的栏目后面"),
    Entry(
      "reason.condition-quantity",
      en: "it puts values of different kinds together",
      zh: "把不同种类的值放到了一起"),
    Entry(
      "reason.condition-questions",
      en: "it asks more than {limit} questions",
      zh: "问到的栏目超过{limit}个"),
    Entry(
      "reason.condition-sign",
      en: "“{sign}” is not expected here",
      zh: "这里不能写“{sign}”"),
    Entry(
      "reason.condition-verb",
      en: "after “{key}” there should be =, !=, <, <=, >, >=, in, has, present or absent",
      zh: "“{key}”后面应当是 =、!=、<、<=、>、>=、in、has、present 或 absent"),
    Entry(
      "reason.condition-word",
      en: "“{word}” is not expected here",
      zh: "这里不能写“{word}”"),
    Entry(
      "reason.css-bracket",
      en: "a bracket stands behind a name with #",
      zh: "带 # 的名称后面有括号"),
    Entry(
      "reason.css-comment",
      en: "a comment does not end",
      zh: "有一处注释没有结束"),
    Entry(
      "reason.css-control",
      en: "a control character stands in it",
      zh: "有控制字符"),
    Entry(
      "reason.css-function",
      en: "it has no function “{word}”",
      zh: "没有“{word}”这个函数"),
    Entry(
      "reason.css-text",
      en: "a text in quotation marks does not end on its line",
      zh: "引号里的文字没有在本行结束"),
    Entry(
      "reason.css-url",
      en: "an address url() does not end",
      zh: "url() 的地址没有结束"),
    Entry(
      "reason.json-escape",
      en: "{escape} is no escape",
      zh: "没有 {escape} 这种转义"),
    Entry(
      "reason.svg-cdata",
      en: "a CDATA section does not end",
      zh: "有一段CDATA没有结束"),
    Entry(
      "reason.svg-close",
      en: "</{name}> closes nothing that is open",
      zh: "</{name}> 没有对应的开始标签"),
    Entry(
      "reason.svg-comment",
      en: "a comment does not end",
      zh: "有一处注释没有结束"),
    Entry(
      "reason.svg-doctype",
      en: "it has a document type, which pictures do not need",
      zh: "有文档类型声明，图片不需要它"),
    Entry(
      "reason.svg-empty",
      en: "it has no element",
      zh: "里面没有任何元素"),
    Entry(
      "reason.svg-encoding",
      en: "it is not UTF-8",
      zh: "不是UTF-8编码"),
    Entry(
      "reason.svg-in-style",
      en: "<{name}> stands in a style, which is text only",
      zh: "<{name}> 写在样式里，样式里只能有文字"),
    Entry(
      "reason.svg-instruction",
      en: "an instruction <? does not end",
      zh: "<? 指令没有结束"),
    Entry(
      "reason.svg-no-name",
      en: "a name is missing here",
      zh: "这里缺少名称"),
    Entry(
      "reason.svg-no-value",
      en: "the attribute “{name}” has no value",
      zh: "属性“{name}”没有值"),
    Entry(
      "reason.svg-other-encoding",
      en: "it names another encoding than UTF-8",
      zh: "写明的编码不是UTF-8"),
    Entry(
      "reason.svg-reference",
      en: "a reference & is none that XML knows",
      zh: "& 引用不是XML认识的"),
    Entry(
      "reason.svg-root",
      en: "<{name}> is not the one <svg>",
      zh: "<{name}> 不是唯一的 <svg>"),
    Entry(
      "reason.svg-tag",
      en: "<{name}> does not end",
      zh: "<{name}> 标签没有写完"),
    Entry(
      "reason.svg-unclosed",
      en: "<{name}> is not closed",
      zh: "<{name}> 没有结束"),
    Entry(
      "reason.svg-unquoted",
      en: "the value of “{name}” has no quotation marks",
      zh: "“{name}”的值没有加引号"),
    Entry(
      "reason.svg-value",
      en: "the value of “{name}” does not end",
      zh: "“{name}”的值没有结束"),
    Entry(
      "reason.workbook",
      en: "the workbook could not be written: {text}",
      zh: "工作簿写不出来：{text}"),
    Entry(
      "reason.workbook-rows",
      en: "a sheet has 1,048,575 rows below its titles, and {count} were to be written",
      zh: "一张工作表除标题以外最多1,048,575行，而要写{count}行"),
    Entry(
      "reason.template-all-pages",
      en: "on all pages makes more than 1 GB of text",
      zh: "所有页面加起来超过1 GB文字"),
    Entry(
      "reason.template-bytes",
      en: "more than {size} MB of text, that of its partials counted as often as they are named",
      zh: "文字超过{size} MB（其中的片段用几次算几次）"),
    Entry(
      "reason.template-close",
      en: "a section is closed by another name",
      zh: "区块结束的名称与开始的不同"),
    Entry(
      "reason.template-delimiters",
      en: "the delimiters are not set right",
      zh: "定界符设置得不对"),
    Entry(
      "reason.template-name",
      en: "a tag's name is not right or not finished",
      zh: "标签的名称不对，或者没有写完"),
    Entry(
      "reason.template-partials",
      en: "partials nested more than {limit} deep",
      zh: "片段套了超过{limit}层"),
    Entry(
      "reason.template-steps",
      en: "takes more than 5,000,000 steps",
      zh: "超过5,000,000步"),
    Entry(
      "reason.template-tag",
      en: "a tag is not finished",
      zh: "有一个标签没有写完"),
    Entry(
      "reason.template-text",
      en: "makes more than 64 MB of text",
      zh: "产生的文字超过64 MB"),
    Entry(
      "reason.template-unclosed",
      en: "a section is not closed",
      zh: "有一个区块没有结束"),
  ]
}
