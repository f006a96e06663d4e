# 票箱封存记录.
box = 票箱封存记录
box-lead = 封箱、开箱都要两个人以上在场，各记一笔，最好拍一张封条。什么时候封、什么时候开，谁都能看到；在场的人和地方只在这里和打印的记录上。
box-none = 还没有记过封箱。
box-what = 做了什么
box-seal = 封上了
box-open = 当众开了
box-number = 几号票箱
box-number-hint = 只有一个的，写 1。
box-day = 哪一天
box-time = 几点几分
box-place = 在哪里
box-people = 谁在场
box-people-hint = 一行一位，至少两位：社区的人、业主、监票人。
box-photo = 封条的照片
box-photo-hint = 一张就行，看得清封条上的签名；可以不拍。
box-go = 记下来
# $n (Number)
# $when (String)
box-sealed = { $n } 号箱 { $when } 封上
# $n (Number)
# $when (String)
box-opened = { $n } 号箱 { $when } 当众打开
# $n (Number)
box-alt = { $n } 号票箱的封条
box-fact = 票箱
box-then = ；
box-print = 票箱封存记录（打印）
# $place (String)
box-title = { $place } 业主大会票箱封存记录
box-done = 什么时候、做了什么
box-there = 在场的人
box-signed = 本人签名
box-note = 封条上写日期、由在场的人骑缝签名；开箱以前当众看一遍封条。开出来的票数和录的票数，对上了再签字。
said-box = 记下来了，这次表决的页面上谁都看得到。
no-box-number = 票箱的号写 1 到 50。
no-box-time = 这个时间不对：不能在现在以后，也不能在召集或者上一次封箱、开箱以前。
no-box-is-sealed = 这个票箱已经封着。
no-box-is-open = 这个票箱没有封着，先记封箱。
no-box-early = 截止以前不开箱。
no-box-people = 至少两个人在场，一行写一位。
no-box-place = 写清楚票箱在哪里。
no-box-waits = 有票箱还封着，先当众开箱，在「票箱封存记录」里记下来，再计票。
specimen-box = 票箱封存记录
