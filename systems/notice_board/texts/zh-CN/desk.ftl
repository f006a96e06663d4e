# What those who post read.
posting = 贴公示
posting-lead = 贴到网上，也要贴到墙上：打印、盖章、贴出来、拍张照，期满再拍一张。
posting-new = 贴一张
posting-news = 图片新闻
posting-week = 一周一页
posting-empty = 还没贴过。点“贴一张”，选贴的是什么，天数它来算。
group-lacks = 期满了，照片没留齐
group-coming = 将贴
group-hanging = 公示中
group-over = 过去的
tag-lacks = 缺照片
desk-lacks = 公示期满了，墙上的照片没留齐，这张公示就少了凭据。还能补的请补上；补不了的，下回记得最后一天拍。
# $from (String)
# $to (String)
said-posted-period = 登好了，{ $from } 到 { $to } 贴着。请打印出来盖章贴到墙上，当天拍一张照片；到期那天再拍一张，会提醒您。
# $from (String)
# $to (String)
said-posted = 登好了，{ $from } 到 { $to } 贴着。要贴到墙上的，打印出来盖章。
# $from (String)
said-changed = 改好了，{ $from } 贴出来。
said-proof = 照片留好了，大家在这张公示下面看得到。
said-corrected = 更正登好了，两张互相指着。原来那张还贴在墙上的，请把更正贴在它旁边。
said-down = 撤下来了。墙上的那张也请撤下。
said-kept = 记下了，每月一号提醒该公示还没公示的。
said-given = 收到了，这里打印出来的公示都带上它。
desk-see = 大家看到的
desk-edit = 还没贴，改一改
desk-correct = 贴一张更正
proof-hint = 很多人看的是墙上那张。贴出来当天拍一张，期满那天撤下前再拍一张，连公示栏一起拍进去。
# $day (String)
proof-start = { $day } 贴出来的照片
# $day (String)
proof-end = 期满的照片（最后一天 { $day }）
proof-day = 哪天拍的
proof-photo = 墙上公示栏的照片
proof-go = 留下这张照片
down-title = 撤下
down-hint = 公示期没满不能撤下，写错了贴更正。撤下以后正文和照片谁也看不到，只留标题和原因。
down-reason = 为什么撤下
down-go = 撤下这张
# $sheet (String)
new-title = 贴一张：{ $sheet }
new-lead = 到了开始的日子，大家在公示栏看得到，不用再点什么。
edit-lead = 还没贴出来，改了就行。照片不变。
correct-lead = 把对的写完整。原来那张会标上“已更正”，两张互相指着。
area = 哪里的公示栏
ground = 贴的是什么
from = 从哪天贴
to = 贴到哪天
to-hint = 不填就按上面写的天数；没写天数的贴一个月。
title = 标题
words = 内容
words-news = 说的是什么事
words-hint = 不写谁家欠费、谁家困难、谁投了什么，也不写身份证号。
contact = 有话跟谁说
contact-hint = 不填就用您单位的值班电话。
photos-head = 照片（没有就空着）
photos-lead = 拍人先问一声。孩子的、受帮助的人的，都不贴。
photos = 照片
alt = 画面上是什么
alt-hint = 一张照片一行，念给看不见的人听。
caption = 说明
credit = 谁拍的
credit-hint = 比如：吴敏
consent = 什么时候、怎么问的
consent-hint = 有人露脸才要写。不写名字。
faces = 照片里的人
faces-nobody = 认不出谁
faces-agreed = 有人露脸，都问过，都同意
faces-not-asked = 有人露脸，没问过
children = 画面里有没有孩子
needy = 画面里有没有正在受帮助的人
ask-no = 没有
ask-yes = 有
week-note = 这是从这一周办的事里自动写出来的，想改就改，改好再贴。
new-go = 贴出去
edit-go = 改好了
due-title = 公示日历
due-lead = 该公示什么、多久一回、上回是哪天、过了没有。只说单位，不说人。
due-none = 还没定。选一个社区或者小区，定下按哪本日历，下面就列出来。
due-last = 上回
due-by = 该在这天以前
due-never = 还没公示过
# $months (Number)
due-every = 每 { $months } 个月一回
# $days (Number)
due-late = 过了 { $days } 天
due-post = 贴这一项
due-set = 定这里按哪本日历
due-set-hint = 村务至少一季度一回，财务多的每月一回（村民委员会组织法 30）；居委会参照着来，各地另有规定的按当地的。
due-body = 居委会还是村委会
due-busy = 财务往来
due-quarterly = 不多，一季度公示一回
due-monthly = 多，每月公示一回
due-go = 就按这个
second-title = 第二种文字的标题
second-lead = 要用两种文字的地方，把另一种文字的标题做成一张横的图片交上来，这里打印出来的公示、文档都带上它。
second-photo = 标题图片
second-go = 用这张
# $place (String)
second-alt = { $place }的第二种文字标题
# $place (String)
# $from (String)
# $to (String)
week-title = { $place }一周：{ $from }到{ $to }
# $came (Number)
# $done (Number)
# $hand (Number)
week-matters = 这周大家提了 { $came } 件事，办完 { $done } 件，还在办 { $hand } 件。
week-none-late = 没有超期的。
# $late (Number)
week-late = 超期的有 { $late } 件，正在催。
week-ended = 办完的：
week-hung = 贴出来的：
week-more = 每件事办到哪了，扫码就能看；没有手机的，到社区问。
# $title (String)
told-first = 今天贴到墙上：{ $title }
# $place (String)
told-first-body = 打印出来盖章，贴到{ $place }的公示栏，拍一张照片留下。
# $title (String)
told-last = 今天期满，先拍照再撤：{ $title }
# $place (String)
told-last-body = 趁还贴在{ $place }的公示栏上，拍一张照片留下。
# $place (String)
told-overdue = { $place }有该公示还没公示的
told-overdue-body = 点开看是哪几项、该在哪天以前，直接从那里贴。
ledger = 公示台账
told-of-first = 公示该上墙了
told-of-last = 公示期满了
told-of-overdue = 有该公示还没公示的
photos-hint = 最多 6 张。这里的照片贴出来谁都看得到，不会再遮；照片里的拍摄地点会去掉。
# $n (Number)
photo-keep = 留着第 { $n } 张
proof-photo-hint = 站远一点，把整块公示栏拍进去；不要拍到人。
second-hint = 一张横的图片，白底黑字，宽是高的八到十倍最好。
# $article (String)
due-custom = { $article }；多久一回按惯例，当地另有规定的按当地的
proof-nobody = 照片里认得出人吗
proof-nobody-yes = 认不出人
