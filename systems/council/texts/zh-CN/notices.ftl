# $no (String)
notice-new = 新来一件：{ $no }
notice-new-body = 请看一看，交给该办的人。
# $no (String)
notice-held = { $no } 交到您这儿了
notice-held-body = 请按期限办，干完了请居民看。
# $no (String)
notice-late = { $no } 到期了还没动
# $holder (String)
notice-late-body = 现在在{ $holder }手里，请催一催。
# $no (String)
notice-ask-them = { $no } 还没人回话
notice-ask-them-body = 请打电话或上门问一问办好没有。
# $no (String)
notice-moved = { $no } 有进展了
# $holder (String)
notice-moved-body = 现在由{ $holder }办。
# $no (String)
notice-extended = { $no } 要多等几天
# $holder (String)
notice-extended-body = { $holder }写了为什么、哪天前办完，点开这件事就看得到。
# $no (String)
notice-please-look = { $no } 干完了，请您看看
notice-please-look-body = 办好了点“办好了”，没好点“没办好，接着办”。
# $no (String)
notice-closed = { $no } 办结了
notice-closed-body = 谢谢您。以后还有事，随时再提。
notice-brought = 原来台账上的事搬到这里了
notice-brought-body = 日期照台账，没办完的接着办，都在“事项办理”里，不用一件一件重新登记。
# $title (String)
voice-titled = 您反映的‘{ $title }’
voice-it = 您反映的事
# $title (String)
# $who (String)
voice-please-look = 您好，我是社区的。{ $title }，{ $who }说干完了。您看办好了没有？没好就接着办。
# $title (String)
voice-closed = 您好，我是社区的。{ $title }办结了。以后还有事，随时找我们。
# $title (String)
# $words (String)
voice-declined = 您好，我是社区的。{ $title }，社区这边办不了。{ $words }
# $title (String)
voice-lapsed = 您好，我是社区的。{ $title }，问了两回没联系上您，先收着。还没好就说一声，接着办。

told-of-new = 新来一件事
told-of-held = 事情交到您这儿
told-of-late = 到期了还没动
told-of-ask-them = 没人回话，要去问
told-of-moved = 事情有进展
told-of-extended = 要多等几天
told-of-please-look = 干完了，请居民看
told-of-closed = 办结了
told-of-brought = 原来的台账搬来了
# $no (String)
notice-paused = { $no } 先停一停
# $holder (String)
notice-paused-body = { $holder }在等东西、等天气或等人在家；点开看等什么、哪天接着办。
# $no (String)
notice-resumed = { $no } 该接着办了
notice-resumed-body = 等的日子到了，剩下的期限从今天接着算。
told-of-paused = 先停一停
told-of-resumed = 该接着办了
# $body (String)
# $ring (String)
notice-pressing = { $body }{ $ring }
# $number (String)
notice-ring = 急的话打 { $number }。
# $now (String)
# $other (String)
notice-ring-by-hour = 急的话{ $now }，{ $other }。
