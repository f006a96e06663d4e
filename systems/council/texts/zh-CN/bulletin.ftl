# 通报：先请各单位看，三个工作日以后公布。
bulletin-link = 各单位办得怎么样：通报
bulletin-list = 通报：各单位办得怎么样
# $n (Number)
bulletin-list-lead = 公布以前，先请写到的单位看过，各有 { $n } 个工作日回话；他们的话写在各家下面。
bulletin-list-empty = 还没有公布过通报。
# $place (String)
# $from (String)
# $to (String)
bulletin-of = { $place } { $from } 到 { $to }
# $day (String)
# $org (String)
bulletin-hung-on = { $day } { $org }公布
# $all (Number)
# $good (Number)
# $late (Number)
# $open (Number)
# $back (Number)
bulletin-line = 应办 { $all } 件：按期 { $good } 件，超期 { $late } 件，在办 { $open } 件，退回 { $back } 件。
# $percent (Number)
# $n (Number)
bulletin-share = 居民回了话的 { $n } 件里，{ $percent }% 说办好了。
# $n (Number)
bulletin-no-share = 居民回话的不到 { $n } 件，不算比例。
# $org (String)
# $words (String)
bulletin-said = { $org }说：{ $words }
# $n (Number)
bulletin-note = 应办＝按期＋超期＋在办＋退回，这段时间手上有过的都算。应办不到 { $n } 件的单位不列。按单位名字排，不排名次；只看单位，不看个人。
bulletin-desk = 通报：先看再公布
# $n (Number)
bulletin-desk-lead = 写到的单位各有 { $n } 个工作日回话，过了才能公布。
bulletin-desk-empty = 还没有通报。社区在周通报那一页可以请各单位先看。
# $day (String)
# $org (String)
bulletin-laid-on = { $day } { $org }请各单位看
# $day (String)
bulletin-hangs = { $day } 公布了
# $day (String)
bulletin-waits = 等各单位回话，到 { $day }
bulletin-may = 可以公布了
bulletin-lay-title = 要公布这份通报
# $n (Number)
bulletin-lay-note = 先请写到的单位看：每家都会收到通知，有 { $n } 个工作日回话。过了这几天，才能公布给居民看。数字按现在算好，以后不再变。
bulletin-lay = 请各单位先看
# $org (String)
bulletin-words = { $org }想说明的（居民会看到）
# $day (String)
bulletin-words-hint = { $day } 以前可以写，也可以改。别写住户的名字和门牌。
bulletin-answer = 写在我们这一家下面
bulletin-hang = 公布给居民看
# $day (String)
bulletin-from = 各单位还可以回话，{ $day } 起才能公布。
bulletin-public = 看公布的样子
bulletin-none = 没有这份通报。
bulletin-not-ours = 这份通报是别的单位发起的，由他们公布。
bulletin-not-named = 这份通报没有写到你们单位，不用回话。
# $n (Number)
bulletin-nothing = 这段时间没有一家应办满 { $n } 件，没有可以公布的。请选长一点的时间，或者大一点的地方。
bulletin-already = 这个地方这段时间的通报，已经请各单位看过了。请到“通报：先看再公布”里找。
# $day (String)
bulletin-early = 各单位还可以回话，{ $day } 起才能公布。
bulletin-hung-already = 这份通报已经公布了。
bulletin-late = 回话的日子已经过了。要说的话，请跟社区说。
bulletin-no-words = 还没有写。请写一句想让居民知道的。
# $max (Number)
bulletin-too-long = 写得太长了，最多 { $max } 个字。您写的都还在，请删短一些。
# $place (String)
notice-bulletin-laid = { $place }的通报写到了你们单位
# $day (String)
notice-bulletin-laid-body = 公布以前请先看看数字对不对。想说明的，{ $day } 以前写一句，会一起公布。
# $place (String)
notice-bulletin-due = { $place }的通报可以公布了
notice-bulletin-due-body = 各单位回话的日子过了。看看他们说了什么，再公布给居民看。
# $place (String)
notice-bulletin-hung = { $place }的通报公布了
notice-bulletin-hung-body = 点开看公布的样子。
told-of-bulletin-laid = 通报写到了我们单位
told-of-bulletin-due = 通报可以公布了
told-of-bulletin-hung = 写到我们单位的通报公布了
