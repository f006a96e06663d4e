# Why a workbook is not read.
# $most (Number)
file-large = 文件太大：一次最多 { $most } MB，请拆成几个再传。
file-no-sheet = 这不是表格文件。请用 WPS 或 Excel 另存为 .xlsx 再传。
file-web-page = 这个文件名字像表格，里面其实是网页。请用 WPS 或 Excel 打开，另存为 .xlsx 再传。
file-locked = 这个文件加了密码。请在 WPS 或 Excel 里去掉密码再传。
file-bomb = 这个文件展开后大得不正常，没有读。请把要用的那一张表复制到新文件里再传。
file-broken = 这个文件坏了或者不完整，读不出来。请在 WPS 或 Excel 里打开、另存一份再传。
# $most (Number)
file-long = 表太长了：一次最多 { $most } 行，请拆成几个再传。
# $most (Number)
file-wide = 表太宽了：最多 { $most } 列。请把要用的列复制到新表里再传。
file-nothing = 这个文件里什么都没有。
# $missing (String)
file-no-header = 前 10 行里没有找到表头：还缺 { $missing }。列的名字写对就行，先后不要紧；也可以下载模板来填。
file-no-rows = 表头下面一行也没有，没有什么可导入的。
file-busy = 现在正在读的表太多，请过一两分钟再传。

# What is wrong with a cell.
# $column (String)
cell-id = “{ $column }”里有身份证号：这种号码哪儿都不保存，请删掉。
# $column (String)
cell-lost = “{ $column }”的数字太长，文件里已经丢了尾数。请把这一列设成文本，重新填一遍。
# $column (String)
cell-bare = “{ $column }”是个没有结果的公式。请选中这一列复制，再“选择性粘贴”成数值。
# $column (String)
cell-missing = 没有填“{ $column }”。
# $column (String)
# $most (Number)
cell-long = “{ $column }”太长了，最多 { $most } 个字。
# $column (String)
cell-area = “{ $column }”要写平方米数，最多两位小数，比如 89.35。
# $column (String)
cell-day = “{ $column }”不像日期，请写成 2026-08-12 这样。
# $column (String)
cell-phone = “{ $column }”不像电话号码：手机 11 位，座机带区号；没有就空着。
# $column (String)
cell-word = “{ $column }”里的说法不认识，请照模板“填写说明”里列的写。

# The second sheet of a template.
guide-sheet = 填写说明
guide-column = 列名
guide-need = 要不要填
guide-how = 怎么填
guide-example = 举例
guide-required = 要填
guide-optional = 可以空着
# $words (String)
guide-words = 只写其中一个：{ $words }

# Why a paper is not set as PDF or picture.
press-absent = 这台电脑没有装印 PDF 和长图的程序（lianxin-press）。先用打印的那一页，或者下载 Word 文件。
press-busy = 现在要印的太多，请过一两分钟再来。
press-fonts = 没有找到中文字体，印不了。请管电脑的人装上 fonts-noto-cjk，或者用 LIANXIN_FONT_DIR 指一下在哪儿。
# $character (String)
press-glyph = “{ $character }”这个字，装着的字体里没有，怕印成方框，就没有印。请管电脑的人装上 fonts-babelstone-han 再来；先用打印的那一页也行。
press-long = 这份太长，印到一半停下了。请分几份来，或者用打印的那一页。
press-failed = 没有印成。请先用打印的那一页，再告诉管电脑的人。
