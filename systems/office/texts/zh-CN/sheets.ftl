# The page for workbooks.
sheets-title = 表格进出
sheets-nav = 表格进出
sheets-lead = 手里的房屋、住户表原样传上来，先试一遍，看好了再导入。
sheets-in = 导入
sheets-kind = 这是什么表
sheets-area = 哪个小区
sheets-area-hint = 表里有“小区”一列，或者标题里写了小区名，就不用填
sheets-file = 表格文件
sheets-file-hint = .xlsx、.xls、.csv 都行；表头在前 10 行里，列的先后不要紧
sheets-assure = 先只试，不改册上的东西。身份证号不读也不存。
sheets-go = 先试一遍
sheets-open = 没办完的
sheets-none = 没有没办完的表。
sheets-trying = 试
sheets-entering = 导入
sheets-templates = 空表模板
# $name (String)
sheets-template = { $name }模板
sheets-out = 导出名单
sheets-out-lead = 谁、什么时候、拿去做什么用，会写在名单最后一行，也会留底。
sheets-list = 哪份名单
sheets-purpose = 用途
sheets-purpose-hint = 名单里有姓名电话的，一定要写
sheets-purpose-example = 例：核对 3 号楼户数
sheets-step = 先加第二步验证
sheets-step-line = 带人名和电话的名单，要加了才能导出；两分钟就好
sheets-out-go = 导出
# One workbook.
# $step (Number)
# $of (Number)
sheet-trying = 正在试：{ $step } / { $of } 组。页面会自己更新，可以先去办别的。
# $step (Number)
# $of (Number)
sheet-entering = 正在导入：{ $step } / { $of } 组。页面会自己更新，可以先去办别的。
# $step (Number)
# $of (Number)
sheet-stopped = 停在 { $step } / { $of } 组。办完的不会丢，接着办也不会重复。
# $step (Number)
# $of (Number)
sheet-failed = 在 { $step } / { $of } 组出了岔子，先停下了。办完的不会丢，可以接着办。
# $count (Number)
sheet-faults = 试完了，有 { $count } 处不对，什么也没有改。下载错误表，照最后一列改好再传。
# $count (Number)
sheet-entered-but = 导入完了。有 { $count } 处不对的没有导入，改好错误表再传一次就行。
sheet-nothing = 表里的都已经在册上，不用导入。
sheet-good = 试完了，都对。按“导入”才真的写进册里。
sheet-entered = 导入完了。
sheet-lines = 行数
sheet-totals = 跳过合计
sheet-filled = 沿用上行
sheet-dropped = 没有读
sheet-unused = 没用到
# $row (Number)
sheet-row = 第 { $row } 行
sheet-wrong = 不对的地方
# $count (Number)
sheet-more = 还有 { $count } 处，都写在错误表里。
sheet-back = 下载错误表
sheet-review = 请看一眼
sheet-enter = 导入
sheet-enter-rest = 没错的楼先导入
sheet-stop = 先停下
sheet-resume = 接着办
sheet-away = 看完了，收起来
sheet-give-up = 不导入了，删掉
sheet-what = 种类
sheet-can = 可以导入
sheet-has = 导入了
