# How a matter came in: what is wanted, from where, since when.
need = 您这是
need-repair = 东西坏了（报修）
need-opinion = 有意见
need-question = 想打听
need-unsure = 说不清，帮我选
report-finer = 再说细一点：是哪一类（不选也行）
source = 从哪儿来的
source-resident = 居民自己报的
source-counter = 窗口
source-phone = 电话
source-corner = 议事角
source-hotline = 12345 转来
source-patrol = 巡查看到的
source-property = 物业前台
source-chat = 居民群里
source-superior = 上级交办
source-api = 别的系统转来
source-told = 补记
source-ledger = 原来的台账
outer = 12345、上级转来的：编号和要求的日子
outer-no = 那边的编号
outer-due = 要求哪天前答复
outer-due-hint = 到前一天早上，提醒经办的单位和社区
# $no (String)
outer-said-no = 编号 { $no }
# $day (String)
outer-said-due = 那边要{ $day }答复
paper = 补录纸上的：当时是哪天说的
happened = 哪天说的
happened-hint = 期限从那时候算起；录入的时间另外记着
happened-time = 几点
# $when (String)
happened-said = 纸上写的是 { $when }
no-time = 时间写成 9:30 这样，说不准就空着。
no-happened = 说的时间要在现在以前、三个月以内；更早的请用台账导入。
no-outer-due = 要求答复的日子要在今天以后、一年以内，请核对一下。
no-outer-source = 填了那边的编号或日子，来源就要选“12345 转来”或“上级交办”。
agreed = 您写到了病情、低保或家里难处
agreed-behalf = 这里写到了病情、低保或家里难处
agreed-yes = 本人同意留着，只用来办这件事
agreed-note = 只有办这件事的人看得见，从不公开；不同意就把那几个字删掉再交，照样给办
course-nearing = 那边要求的日子就是明天，提醒了
# $no (String)
notice-nearing = { $no } 明天要给那边答复
# $holder (String)
notice-nearing-body = 12345 或上级要求的日子快到了，现在在{ $holder }手里。
told-of-nearing = 那边要求的日子快到了
sensitive = 写到了病情、低保或家里难处，要本人同意才能留着：请在下面勾一下，或者删掉那几个字。
sensitive-shown = 里面写着病情、低保或家里难处，从不公开。请把那几个字隐去再公开。
