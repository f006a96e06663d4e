# How households find a service: the same few questions about every organisation, once a household.
survey-title = 满意不满意
survey-lead = 各户对小区里各单位的服务怎么看。只问服务，不问人。
survey-none = 还没有问过。
survey-new = 问一问满意不满意
survey-new-lead = 请住在这儿的各户说说一家单位这段时间的服务。一段日子只问一次，不重复问。
# $place (String)
# $who (String)
# $from (String)
# $to (String)
survey-of = { $place }：{ $who }的服务，{ $from }到 { $to }
# $who (String)
survey-by = { $who }问的
# $day (String)
survey-open = { $day }收
survey-counting = 正在数
survey-closed = 收完了
survey-quick = 叫了以后来得快不快
survey-work = 活儿干得怎么样
survey-manner = 说话态度怎么样
survey-clear = 收费、安排说没说清楚
survey-good = 满意
survey-fair = 一般
survey-poor = 不满意
survey-promise = 一户答一次，只说服务，不说人。收完才公布各有几户；答的不到 5 户什么都不公布，谁答了什么不告诉任何人。
survey-send = 就这么答
# $day (String)
# $homes (String)
survey-until = { $day }晚上 8 点收。{ $homes }
# $day (String)
survey-answered = 您家答过了，谢谢。{ $day }晚上 8 点收，收完在这儿公布，不会再问您家。
survey-said = 各户怎么说
survey-asked = 问的
# $n (Number)
# $day (String)
survey-counted = { $n ->
   *[other] { $day }收完，{ $n } 户回答
}
# $day (String)
survey-too-few = { $day }收完。答的不到 5 户，说了什么不公布
survey-waits = 想听您家一句话
# $place (String)
# $who (String)
survey-pair = { $place }：{ $who }
survey-about = 哪个小区、哪家单位的服务
survey-about-hint = 只列上门服务的单位：物业、供水供热这些。问到了今天的，过几天再问。
survey-from = 从哪天的服务
survey-to = 到哪天
survey-day = 问到哪天
survey-day-hint = 那天晚上 8 点收，最早三天以后
survey-questions = 问这四样
survey-go = 问各户
survey-no-org = 还没选问哪家单位，或者这家不管这个小区，请从名单里选。
survey-own = 自己的服务请别家来问。
survey-bad-span = 服务的日子要从早到晚、不超过今天，最长一年，请改一改。
survey-twice = 这家单位这段日子已经问过各户了，不重复问，请换一段日子。
# $first (String)
# $last (String)
survey-bad-day = 收的日子最早是 { $first } 天以后，最晚是 { $last } 天以后，请改一改。
survey-over = 已经收了，不能再答。
survey-not-here = 只有住在这个小区的各户回答。
survey-already = 您家已经答过了，答一次就够。
survey-incomplete = 四样都请选一个。
# $place (String)
survey-told-asked = { $place } 正在请各户说说您单位的服务
# $who (String)
survey-told-asked-body = { $who }问的。收完就公布，答的不到 5 户不公布；谁答了什么不告诉任何人。
# $place (String)
# $who (String)
survey-told-done = { $place } { $who }的服务，各户答完了
survey-told-done-body = 点开看各有几户满意、一般、不满意。
told-of-survey-asked = 正在请各户说说您单位的服务
told-of-survey-done = 满意不满意收完了
survey-homes = 替没用手机的人家记下
survey-homes-lead = 打电话、上门问过，或者人家来说的，照人家说的记，一户记一次。人家自己在手机上答过的，不用再记。
survey-homes-back = 回到满意不满意
# $day (String)
survey-homes-until = { $day }晚上 8 点收，收完和手机上答的一起数。
survey-homes-go = 记下这一户
survey-homes-said = 这一户记下了，收完一起数。还有别的人家，接着记。
survey-not-you = 问的是您单位，请别家的人来记。
survey-home-answered = 这一户已经有回答了，一户只算一次。
# $how (String)
survey-written = 工作人员替您家记过一份（{ $how }）。不对的话，您自己再答一遍，以您答的为准。
# $about (String)
survey-told-open = { $about }的服务怎么样，想听您家说说
# $who (String)
# $day (String)
survey-told-open-body = { $who }问的，四样，点一点就行，一户答一次，{ $day }晚上 8 点收。只说服务，不说人。
told-of-survey-open = 想听您家说说服务
# $question (String)
survey-choose = “{ $question }”还没选，请选一个。
