# What everybody reads.
boards = 公示栏
boards-lead = 定了什么、花了什么、办了什么，都贴在这儿。不用登录。
boards-empty = 还没有登记社区和小区，所以还没有公示栏。
# $place (String)
board-of = { $place }公示栏
board-lead = 党务、居务、财务、物业、活动、光荣，从哪天贴到哪天都写着。
board-empty = 这一栏还没贴过。要看社区在办什么事，点下面“大家的事”。
board-drawn = 办事里自动贴出来的
board-posted = 贴出来的
board-more = 更早的
board-matters = 大家的事办到哪了
board-checkpoint = 当日留底
board-feed = 订阅
board-screen = 活动室大屏
section = 哪一栏
year-pick = 哪一年
year-all = 所有年份
# $year (String)
year = { $year } 年
# $who (String)
# $from (String)
# $to (String)
feed-summary = { $who }，{ $from } 到 { $to }
fact-days = 公示
# $from (String)
# $to (String)
fact-span = { $from } 到 { $to }
fact-ground = 依据
# $ground (String)
# $until (String)
# $article (String)
fact-period = { $ground }，公示期到 { $until }（{ $article }）
fact-who = 谁贴的
fact-contact = 有话跟谁说
note-corrected = 这张已经更正，以新的为准。
note-corrects = 这张是对上一张的更正。
note-see = 看更正
note-see-old = 看原来那张
# $reason (String)
note-down = 这张撤下了：{ $reason }
note-board = 看公示栏
note-coming = 还没贴出来，到了开始的日子大家才看得到。
forms = 拿去用
form-text = 发到群里的文字
form-docx = WPS 能改的文档
form-print = 打印
form-picture = 发群里的长图
form-pdf = PDF
form-picture-none = 长图和 PDF：这台机器没有装排版程序（lianxin-press），所以没有；上面几种都能用。
# $caption (String)
# $credit (String)
caption-by = { $caption }（{ $credit } 摄）
proof-title = 墙上公示栏的照片
# $day (String)
proof-alt-start = 墙上公示栏，{ $day } 贴出来时拍的
# $day (String)
proof-alt-end = 墙上公示栏，{ $day } 期满时拍的
# $until (String)
proof-lacks = 公示期 { $until } 满了，墙上的照片还没留齐。
notice-desk = 管这张公示
notice-journal = 这张公示的留底
print = 打印
back-to-notice = 回到公示
seal = （盖章处）
scan = 扫码看网上的这张，看有没有更正
# $place (String)
# $title (String)
group-head = 【{ $place }】{ $title }
# $from (String)
# $to (String)
group-days = 公示 { $from } 到 { $to }
# $article (String)
group-ground = 依据：{ $article }
# $who (String)
# $phone (String)
group-ask-phone = 有话跟{ $who }说：{ $phone }
# $who (String)
group-ask = 有话跟{ $who }说
group-link = 全文在这里：
# $who (String)
# $to (String)
screen-line = { $who }　公示到 { $to }
# $at (Number)
# $of (Number)
screen-at = 第 { $at } 张，共 { $of } 张
screen-empty = 现在没有贴着的公示
screen-ways = 换一张
screen-prev = 上一张
screen-next = 下一张
screen-stop = 停在这张
screen-go = 接着放

# 连载 series
goes = 是不是连载
goes-alone = 不是，单独一张
goes-begins = 新开一个连载，这是第 1 篇
# $place (String)
# $name (String)
# $parts (Number)
goes-on = 接着 { $place }“{ $name }”（已有 { $parts } 篇）
series = 新连载叫什么
fact-series = 连载
series-hint = 只在新开连载时写。以后接着登，号数会自己往下排。
# $name (String)
# $part (Number)
series-part = { $name } 第 { $part } 篇
# $part (Number)
series-part-bare = 连载第 { $part } 篇
# $part (Number)
series-other = 第 { $part } 篇
no-series-name = 新开连载，请写它叫什么。
no-series = 这个公示栏上没有这个连载，请重新选一个。
no-only-property = 物业公司只在“物业”这一栏贴；别的事请社区或者业委会贴。
