desk-part = 分一份给别家
desk-part-hint = 一家办不完的，把其中一份交给别的单位，各有各的日子。几份都完了，整件才能说干完。
desk-part-to = 这一份交给谁
desk-part-note = 这一份干什么
desk-part-go = 分过去
# $who (String)
desk-said-part = 分过去了，对方会收到消息。整件事还在{ $who }手里。
part-block = 分头办
part-title = 分来的一份
part-is-given = 还没接
part-is-accepted = 接了
part-is-returned = 退回了
part-is-done = 这一份干完了
part-is-off = 撤了
part-with-whole = 整件事不再办了，这一份跟着撤了。
part-stay = 分头办
# $name (String)
# $when (String)
part-from = { $name }分来的，{ $when }
# $number (String)
part-call = 打电话 { $number }
part-note = 想说一句
part-note-hint = 接了、干完了可以不写；退回、撤了请写为什么。
part-accept = 接了
part-finish = 这一份干完了
part-back = 不归我们管，退回
part-call-off = 这一份不用办了，撤了
part-whole = 看整件事
part-none = 没有这一份活，或者不在您单位。
part-not-giver = 只有正在办这件事的单位和社区能分活。
part-not-working = 这件事现在没在办，分不了活。请看看它走到哪儿了。
part-own = 整件事就在他们手里，不用再分。请选别的单位。
# $n (String)
part-too-many = 一件事最多同时分成 { $n } 份。请等几份办完，或者先撤掉几份。
part-not-theirs = 接活、退回、干完由办这一份的单位说，撤了由分活的单位说。
part-over = 这一份已经接过，或者已经完了、退了、撤了。
# $n (String)
part-still-open = 分出去的活还有 { $n } 份没完，整件还不能说干完。请催一催，或者写明为什么把那一份撤了。
# $to (String)
course-part = 分一份给{ $to }
# $to (String)
course-part-accepted = { $to }接了分来的一份
# $to (String)
course-part-returned = { $to }退回了分来的一份
# $to (String)
course-part-done = { $to }那一份干完了
# $to (String)
course-part-off = { $to }那一份撤了
# $no (String)
part-told = { $no } 有一份活分到您这儿
# $from (String)
# $day (String)
part-told-body = { $from }分来的，{ $day } 前办完。点开看是什么活，接了说一声。
# $no (String)
# $who (String)
part-told-back = { $no } { $who }退回了分去的一份
part-told-back-body = 点开看为什么。可以改分别家，或者自己办。
# $no (String)
# $who (String)
part-told-done = { $no } { $who }那一份干完了
part-told-done-body = 几份都完了，就可以说干完，请居民看。
# $no (String)
part-told-off = { $no } 分来的那一份撤了
part-told-off-body = 不用再办了；点开看为什么。
told-of-part-given = 分来一份活
told-of-part-back = 分出去的活退回来
told-of-part-done = 分出去的活干完了
told-of-part-off = 分来的活撤了
# $no (String)
part-told-due = { $no } 分给您的那份今天到期
# $from (String)
part-told-due-body = 干完了就点“干完了”。来不及，就给{ $from }打个电话说一声。
told-of-part-due = 分给您的那份今天到期
