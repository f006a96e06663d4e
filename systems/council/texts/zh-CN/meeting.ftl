# 议事会: parties and neighbours talk a matter over in one room; the minutes hang out before they are final.
nav-meetings = 议事会
meetings-title = 议事会
meetings-lead = 大家的事坐下来商量。什么时候、在哪儿、说什么，都在这里；纪要先贴出来，没人有意见才定。
meetings-older = 更早的议事会
meetings-empty = 还没有开过议事会。
meeting-all = 议事会
meeting-back = 回到这次议事会
meeting-open = 看这次议事会
meeting-and = 、
# $place (String)
# $date (String)
meeting-title = { $place } { $date }议事会
# $date (String)
# $weekday (String)
# $from (String)
# $to (String)
meeting-span = { $date }（{ $weekday }）{ $from } 到 { $to }
# $when (String)
# $place (String)
meeting-strip = { $when }，在{ $place }，欢迎来听听、说说。
meeting-tag-called = 等着开
meeting-tag-now = 正在开
meeting-tag-held = 等纪要
meeting-tag-posted = 纪要在公示
meeting-tag-final = 定下来了
meeting-tag-off = 不开了
meeting-stage-called = 召集
meeting-stage-held = 开会
meeting-stage-posted = 公示
meeting-stage-final = 定下来
meeting-when = 时间
meeting-where = 地点
meeting-convener = 召集
meeting-invited = 请了谁
# $place (String)
meeting-everybody = { $place }的住户
meeting-present = 到会
# $n (Number)
# $who (String)
meeting-came = { $n ->
   *[other] { $who } { $n } 人
}
# $n (Number)
meeting-came-all = { $n ->
   *[other] 到会 { $n } 人
}
# $month (String)
meeting-month = { $month } 月
# $n (Number)
# $named (String)
meeting-and-more = { $n ->
   *[other] { $named }等 { $n } 件
}
meeting-residents = 居民
meeting-agenda = 商量什么
meeting-minutes = 纪要
meeting-voices = 大家的意见
# $n (Number)
# $answered (Number)
meeting-objections = { $n ->
   *[other] 收到 { $n } 条意见，
}{ $answered ->
   *[other] 答复了 { $answered } 条。
}
meeting-answered = 答复：
meeting-called-says = 住在这儿的都能来，不用报名。到了会场，用手机扫屏幕上的码签到，没手机的在纸上签名。
meeting-held-says = 会开完了，召集的单位正在写纪要，写好先贴在这里。
# $when (String)
meeting-posted-says = 纪要先贴出来给大家看，{ $when } 以前有话请说；没人有意见，到时候就定下来，议定的事交去办。
meeting-waits-says = 公示的日子到了，还有意见没答复，答复完才定下来。
meeting-soon-says = 公示的日子到了，意见都答复了，这就定下来。
meeting-final-says = 纪要定下来了。每件事怎么定的、交给谁办了，看下面。
# $why (String)
meeting-off-says = 这次不开了：{ $why }
meeting-said-called = 通知发给请的单位了，反映过这些事的住户也会收到。
meeting-said-here = 签到了，名单上有您。请坐。
# $until (String)
meeting-said-posted = 纪要贴出来了，{ $until } 以前没人有意见就定下来。
# $who (String)
meeting-said-objected = 您的意见交到{ $who }手里了，答复以后告诉您；没答复完，纪要定不下来。
meeting-said-off = 这次不开了，请过的单位和住户都会收到通知。
meeting-said-copied = 签名单上的人记上了。
meeting-said-struck = 划掉了，原因留着。
# $when (String)
meeting-said-answered = 答复记下了，提意见的人会收到。都答复了，纪要 { $when } 定下来。
meeting-said-answered-last = 答复记下了，提意见的人会收到。都答复了，纪要马上定下来。
# $n (Number)
meeting-said-answered-some = { $n ->
   *[other] 答复记下了，提意见的人会收到。还有 { $n } 条没答复，答复完才定下来。
}
meeting-come = 我到了，签到
meeting-come-go = 我到了
meeting-code = 屏幕上的六位数
meeting-code-hint = 一分钟换一回。扫码进来的已经填好了。
meeting-object = 纪要我有话说
# $until (String)
meeting-object-lead = { $until } 以前都可以说。
meeting-object-words = 哪儿不对，该怎么写
# $who (String)
meeting-object-hint = 只有{ $who }和社区看得到您的原话，公开的只有答复。
meeting-object-go = 交给召集的单位
meeting-run = 会务
meeting-call = 召集议事会
meeting-call-lead = 定好时间、地点、说什么、请谁。住户都能来，不用一个一个请。
meeting-call-go = 发出通知
meeting-matters = 商量哪几件
# $n (Number)
meeting-matters-hint = { $n ->
   *[other] 正在商量的事，户数多的在前；{ $n } 户以上也这样的已经勾上。
}
meeting-no-matters = 这个小区现在没有在商量的事可以上会：要先在“事项办理”里公开、交给大家商量。也可以在下面写说什么。
meeting-day = 哪天
meeting-time = 几点开始
meeting-length = 预计多长
# $n (Number)
meeting-hours = { $n ->
   *[other] { $n } 小时
}
meeting-where-example = 比如：党群服务中心一楼
meeting-term = 纪要公示几天
# $n (Number)
meeting-days = { $n ->
   *[other] { $n } 个工作日
}
meeting-term-hint = 公示完没人有意见，议定的事才交去办。急事不等会，在事项上直接记议定的结果。
meeting-words = 还要说什么
meeting-words-hint = 大家都看得到，别写人名、门牌。
meeting-invite = 请哪些单位
meeting-invite-hint = 四方都勾上了；没有业委会、没有物业的小区，社区召集。需要部门来就勾上。
meeting-screen = 签到屏幕
meeting-screen-says = 请用手机扫一扫签到
meeting-screen-number = 扫不了的，在连心桥“议事会”里打开这一次，点“我到了”，填这六位数。一分钟换一回，拍了发回家的没用。
meeting-paper = 打印议程和签名单
meeting-poster = 打印门口的通知
meeting-write = 写纪要
meeting-write-anew = 重写纪要
# $until (String)
meeting-write-lead = 现在贴出来，{ $until } 以前没人有意见就定下来。重写一次，公示从头算。
meeting-minutes-words = 会上说了什么
meeting-minutes-hint = 大家都看得到：写说了什么、怎么定的，不写住户的名字、门牌。
meeting-post-go = 贴出来公示
meeting-outcome = 怎么定的
meeting-choose = 请选
meeting-do = 议定了
meeting-vote = 要业主表决
meeting-plain = 不用商量，直接办
meeting-later = 这回没定，接着商量
meeting-say = 怎么说的
meeting-executor = 谁去办
meeting-only-do = “议定了”的才要写谁办、哪天前、花多少钱。
decision-limit = 花钱不超过多少元
meeting-moved = 这件事已经往下走了，会上说的只在它的经过里记一笔。
# $who (String)
# $date (String)
meeting-by = { $who }去办，{ $date }前办完
# $what (String)
# $by (String)
# $limit (String)
meeting-does = { $what }。{ $by }{ $limit }。
# $yuan (String)
meeting-limit = ，花钱不超过 { $yuan } 元
landed-done = 纪要定下来，已经交去办
landed-vote = 会上说，这事要业主表决
landed-plain = 会上说，这事不用商量，直接办
landed-later = 会上没定，接着商量
landed-moved = 会上说了，可纪要定下来以前这事已经往下走了
landed-stuck = 会上议定了，没能交出去，请窗口重新交办
meeting-nobody = 还没有人签到。
# $n (Number)
meeting-count = { $n ->
   *[other] { $n } 人
}
meeting-by-code = 扫码
meeting-by-sheet = 签名单
# $why (String)
meeting-struck = 划掉了：{ $why }
meeting-nameless = 名字已经删了
meeting-strike-link = 划掉
# $who (String)
meeting-strike = 划掉：{ $who }
meeting-strike-why = 为什么划掉
meeting-strike-go = 从名单上划掉
meeting-sheet = 照着签名单补上
meeting-names = 名字，一行一个
meeting-names-hint = 已经在名单上的会自动跳过。
meeting-side = 替哪一方来的
meeting-sheet-go = 记到名单上
meeting-answer = 怎么答复
meeting-answer-hint = 答复大家都看得到。说得对就重写纪要。
meeting-answer-go = 答复
meeting-older = 对上一版说的
meeting-cancel = 不开了
meeting-not-held = 没开成
meeting-cancel-why = 为什么不开
meeting-cancel-go = 不开了，告诉大家
# $when (String)
meeting-printed = 打印：{ $when }
meeting-sign = 签名
meeting-sign-hint = 本人签名，不写身份证号。会后由窗口照着补到名单上，这张纸留三年。
meeting-sign-no = 号
meeting-sign-name = 名字
meeting-sign-side = 哪家单位，或几号楼
meeting-sign-here = 签名
# $place (String)
meeting-poster-title = { $place }议事会
meeting-poster-head = 请您来商量
meeting-poster-scan = 扫码看商量什么；来不了的，会后在这儿看纪要、提意见。
# $who (String)
meeting-poster-who = { $who }召集。不收钱，不要验证码，不用下载。
# $when (String)
# $place (String)
meeting-of-called = { $when }，在{ $place }商量这件事，住在这儿的都能来。
# $until (String)
meeting-of-posted = 议事会上商量过了，纪要正在公示，{ $until } 以前有话请说。
# $when (String)
meeting-of-final = { $when } 的议事会上商量过，纪要定下来了。
# $when (String)
meeting-of-held = { $when } 的议事会上商量过，纪要还没定。
# $date (String)
# $yuan (String)
course-decision-limit = 议定了，{ $date }前办完，花钱不超过 { $yuan } 元
meeting-none = 没有这次议事会。
meeting-not-party = 您的单位不是这个小区的一方，召集不了。请跟社区说一声，由社区召集。
meeting-not-runner = 会务归召集的单位和社区管，请跟他们说。
meeting-no-place = 还没写在哪儿开。
meeting-no-time = 时间没看懂，请这样写：19:00。
meeting-past = 这个时间已经过了，请选以后的。
meeting-far = 太远了，请选两个月以内的一天。
meeting-no-term = 预计多长、公示几天，请从名单里选。
meeting-no-agenda = 还没选商量哪件事，也没写要说什么。
meeting-too-much = 一次商量不了这么多，最多 12 件。
meeting-not-talked = 选的事里有一件现在不在商量，请重新选。
meeting-not-shown = 选的事里有一件还没公开，别人看不到，没法一起商量。先看过、公开，再上议事会。
meeting-on-another = 选的事里有一件已经上了另一次议事会。
meeting-not-invitable = 请的单位里有一家不管这个小区，请重新勾。
meeting-is-off = 这次议事会不开了。
meeting-held = 纪要已经出来了，这一步改不了了。
meeting-shut = 现在不是签到的时候：开会前半小时到散会可以签到。没赶上的，请会务照签名单补上。
meeting-old-code = 这个号不对，或者已经换了。请看屏幕上现在的六位数。
meeting-not-here = 这是别的小区的议事会，住在那儿的和请来的单位才能参加。
meeting-already = 名单上已经有了，不用再签。
meeting-was-struck = 您的签到被划掉了。人在会场的话，请找会务在签名单上签字。
meeting-no-name = 还没写名字。
meeting-bad-name = 一行写一个名字，一次最多 60 个，每个不超过 20 个字。
meeting-no-side = 这家单位没请来，请重新选。
meeting-not-on-list = 名单上没有，或者已经划掉了。
meeting-no-reason = 请写一句为什么。
meeting-not-begun = 会还没开，开了再说。
meeting-no-minutes = 还没写会上说了什么。
meeting-no-outcome = 这件还没选怎么定的。
meeting-no-decision = 议定了怎么办，请写一句。
meeting-no-executor = 还没选谁去办，或者这家单位不管这个小区。
meeting-no-deadline = 还没写哪天前办完。
meeting-early-deadline = 这一天纪要还没定下来，请往后写。
meeting-far-deadline = 太远了，最多半年。
meeting-bad-limit = 钱数没看懂，请写成 1200 或 1200.50。
bad-limit = 钱数没看懂，请写成 1200 或 1200.50；不限就空着。
meeting-not-posted = 现在没有在公示的纪要。
meeting-too-late = 公示的日子过了。还有事，请再反映一次。
meeting-objected = 您对这份纪要的意见已经记下了，等答复。
meeting-no-objection = 请写一句哪儿不对。
meeting-is-answered = 这条意见已经答复了。
meeting-no-answer = 请写一句答复。
# $no (String)
notice-called = { $no }开议事会，请您来
# $when (String)
# $place (String)
notice-called-body = { $when }，在{ $place }。商量什么，点开看。
# $no (String)
notice-off = { $no }议事会不开了
# $when (String)
# $why (String)
notice-off-body = 原定 { $when }。原因：{ $why }
# $no (String)
notice-posted = { $no }议事会的纪要贴出来了
# $until (String)
notice-posted-body = { $until } 以前有不同意见请说，没有就定下来。
# $no (String)
notice-settled = { $no }议事会的纪要定下来了
notice-settled-body = 每件事怎么定的、归谁办、哪天前，点开看。
# $no (String)
notice-objected = { $no }议事会的纪要有人提意见
notice-objected-body = 请看一看，答复他；说得对就重写纪要。
# $no (String)
notice-waits = { $no }议事会的纪要卡住了
notice-waits-body = 公示的日子到了，还有意见没答复。答复完就定下来。
# $no (String)
notice-answered = { $no }议事会：您的意见有答复了
notice-answered-body = 点开看怎么答复的。
# $no (String)
notice-upshot = { $no } 议事会上说过了
notice-upshot-body = 没有直接交办，会上怎么说的在经过里，请接着办。
# $no (String)
notice-talk = { $no } 要上议事会商量
# $when (String)
# $place (String)
notice-talk-body = { $when }，在{ $place }。请您来听听、说说，不来也能看纪要。
# $no (String)
notice-talk-off = { $no } 这次先不商量了
# $when (String)
# $why (String)
notice-talk-off-body = 原定 { $when } 的议事会不开了：{ $why }
# $no (String)
notice-talk-posted = { $no } 议事会上商量过了
# $until (String)
notice-talk-posted-body = 怎么定的写在纪要里，{ $until } 以前有话请说。
# $no (String)
# $when (String)
# $place (String)
voice-talk = 您好，我是社区的。您说过的那件事（{ $no }），{ $when } 在{ $place }开会商量，请您来听听、说说。来不了也没关系，会后告诉您怎么定的。
# $no (String)
# $when (String)
voice-talk-off = 您好，我是社区的。商量您那件事（{ $no }）的会，原定 { $when }，这次不开了，改了时间再告诉您。
told-of-called = 请来开议事会
told-of-off = 议事会不开了
told-of-posted = 议事会纪要在公示
told-of-settled = 议事会纪要定下来了
told-of-objected = 有人对纪要提意见
told-of-waits = 纪要的意见没答复
told-of-answered = 对纪要的意见有答复
told-of-upshot = 议事会上说过，请接着办
told-of-talk = 反映的事要商量了
told-of-talk-off = 这次先不商量了
told-of-talk-posted = 反映的事商量过了
meeting-change = 改时间、地点、议题
meeting-change-lead = 会开始以前都能改。改好了，请的单位和反映过这些事的住户都会收到：改了什么、现在是什么时候、在哪儿。
meeting-change-go = 改好，告诉大家
meeting-change-matters = 已经在议题上的都勾着；拿掉哪件，反映的人会收到“这回先不商量”。
meeting-begun = 会已经开始了，改不了时间、地点和议题。没开成就写“没开成”的原因。
meeting-nothing-changed = 时间、地点、议题都没有改动。
meeting-too-many-sheets = 这次会的签到表照片已经够多了，最多 12 张。
meeting-said-changed = 改好了，请的单位都会收到；时间、地点改了的，反映过这些事的住户也会收到。
meeting-changed = 改过
meeting-changed-time = 时间
meeting-changed-place = 地点
meeting-changed-agenda = 议题
# $at (String)
# $what (String)
# $was (String)
meeting-changed-from = { $at } 改了{ $what }，原来是 { $was }
# $at (String)
# $what (String)
meeting-changed-says = { $at } 改了{ $what }
meeting-tag-missing = 纪要还没写
# $by (String)
meeting-missing-says = 会开过了，纪要 { $by } 前就该贴出来，还没写。请今天写好；没开成就写明原因。
meeting-sheets = 签到表
meeting-sheet-photo = 把签好名的表拍下来（可以不拍）
meeting-sheet-private = 照片只有召集的单位和社区看得到，跟名单一起到期删掉。
# $no (String)
notice-changed = { $no }的议事会有改动
# $what (String)
# $at (String)
# $place (String)
notice-changed-body = 改了{ $what }。现在是 { $at }，在{ $place }。以这次的为准。
# $no (String)
notice-missing = { $no }的议事会还没有纪要
# $at (String)
notice-missing-body = { $at }开的会，过了 3 个工作日还没写纪要。请写好贴出来；没开成就写明原因。
# $no (String)
notice-talk-changed = { $no } 商量的时间或地点改了
# $at (String)
# $place (String)
notice-talk-changed-body = 现在是 { $at }，在{ $place }，欢迎来。
# $no (String)
notice-talk-dropped = { $no } 这回先不商量
notice-talk-dropped-body = 这次会的议题改了，您这件事另外安排；办到哪儿了，点开看。
# $no (String)
voice-talk-dropped = 您好，我是社区的。您说过的那件事（{ $no }），这次会上先不商量了，另外安排，您不用专门来。办到哪儿了，我们再告诉您。
told-of-changed = 议事会有改动
told-of-missing = 该写纪要了
told-of-talk-changed = 商量的时间地点改了
told-of-talk-dropped = 这回先不商量
meeting-somebody-came = 已经有人签到了，时间和地点不能再改。真要换一天，就先“不开了”，再重新召集。
