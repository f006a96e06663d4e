# $place (String)
# $category (String)
placed-title = { $place }：{ $category }的事
# $category (String)
plain-title = { $category }的事
# $date (String)
# $time (String)
when = { $date } { $time }
# $month (String)
# $day (String)
date = { $month } 月 { $day } 日
# $year (String)
# $month (String)
# $day (String)
date-year = { $year } 年 { $month } 月 { $day } 日
# $date (String)
# $weekday (String)
by-day = { $date }（{ $weekday }）前
# $n (Number)
minutes = { $n } 分钟
# $n (Number)
hours = { $n } 小时
# $h (Number)
# $m (Number)
hours-minutes = { $h } 小时 { $m } 分
late-today = 今天过点了
late-now = 过点了
# $n (Number)
late-working-days = 超了 { $n } 个工作日
# $n (Number)
late-minutes = 超了 { $n } 分钟
# $n (Number)
late-hours = 超了 { $n } 小时
# $n (Number)
late-days = 超了 { $n } 天
# $time (String)
due-today = 今天 { $time } 到期
# $n (Number)
due-working-days = 剩 { $n } 个工作日
# $n (Number)
due-minutes = 剩 { $n } 分钟
# $n (Number)
due-hours = 剩 { $n } 小时
# $n (Number)
due-days = 剩 { $n } 天
same-day = 当天
# $n (Number)
days = { $n } 天
# $n (Number)
nth-day = 第 { $n } 天
not-begun = 未开始
not-needed = 不用商量
# $name (String)
holds-look = { $name }在看
# $name (String)
holds-deliberate = { $name }召集大家商量
# $name (String)
holds-work = { $name }正在办
holds-feedback = 等居民说办好没有
by-clock = 到期自动
by-resident = 居民
# $what (String)
# $words (String)
said = { $what }：{ $words }
shortest-taken = 走的就是最短的路。
# $n (Number) - hand-overs
# $span (String)
longer = 比最短的路多交接 { $n } 次，多用工作时间 { $span }。
# $span (String)
slower = 交接没有多，比最短的路多用工作时间 { $span }。
# $number (String)
answers-now = 现在打 { $number }
