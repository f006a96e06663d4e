# 对名册有话说.
objection = 对名册有话说
objection-lead = 名册定下来以前，面积、业主不对，漏了、写重了，都可以说。召集的单位会答复您。
objection-what = 哪里不对
objection-area = 面积不对
objection-owner = 业主不对
objection-missing = 名册上没有这套房
objection-twice = 一套房写了两次
objection-place = 哪套房
objection-place-example = 比如：3 号楼 2 单元 501
objection-words = 应该是什么
objection-words-hint = 比如：房本上是 78.36 平方米。不要写身份证号。
objection-go = 交给召集的单位
objection-enter = 替业主记上
objection-over = 名册已经定下来了，不再收新的意见。
# $org (String)
said-objected = { $org }收到了，开始投票以前答复您，答复在这里和“消息”里都能看到。
said-objection-entered = 记上了。查清以后在下面答复，也请当面告诉来说的人。
said-answered = 答复好了，本人在手机上看得到；在柜台说的，请当面或者打电话告诉。
objections = 对名册的意见
objections-empty = 还没有人对名册提意见。
objection-counter = 有人到柜台来说
# $place (String)
# $what (String)
# $when (String)
objection-title = { $place }：{ $what }（{ $when }）
objection-gone = （内容已抹掉）
objection-waits = 还没答复。
# $when (String)
# $outcome (String)
# $words (String)
objection-answered = { $when } 答复，{ $outcome }：{ $words }
objection-corrected = 登记册改好了
objection-corrected-late = 登记册改好了，可是这次的名册已经定了，从下次表决起按改好的算
objection-kept = 不改
objection-outcome = 查的结果
objection-answer = 怎么查的、为什么
objection-answer-go = 答复
objection-paper = 意见表（打印）
# $place (String)
objection-paper-title = { $place } 对业主名册的意见
# $when (String)
# $org (String)
objection-until = { $when } 以前交给{ $org }。
objection-paper-answer = 答复：
objection-paper-by = 答复人：
objections-fact = 对名册的意见
# $n (Number)
# $answered (Number)
objections-count = 提了 { $n } 条，答复了 { $answered } 条
# $n (Number)
objections-open = 对名册还有 { $n } 条意见没答复，请查清了答复，最好在名册定下来以前。
notice-answered = 您对名册的意见有答复了
# $what (String)
# $outcome (String)
# $words (String)
notice-answered-body = { $what }，{ $outcome }：{ $words }
# $what (String)
# $outcome (String)
# $words (String)
voice-answered = 您说名册上“{ $what }”，查过了，{ $outcome }：{ $words }
told-of-answered = 名册意见的答复
no-roll-frozen = 名册已经定下来了，这次不能再改；下次表决以前请到社区核对。
no-not-of-compound = 只有这个小区的业主和住户能对名册提意见。
no-no-place = 写一下是哪套房。
no-no-words = 写一句应该是什么。
no-many-objections = 您有 5 条意见还没答复，等答复了再提。
no-answered = 这一条已经答复过了。
no-no-answer = 答复要写一句怎么查的、为什么。
no-no-objection = 没有这条意见。
