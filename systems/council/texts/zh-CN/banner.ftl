# 正在发生: something that holds for a whole place until it is over.
nav-happening = 正在发生
banner-now = 正在发生
banner-lead = 停水停电、电梯停了，在这里说一声，住户就不用一家一家来报。有了新消息改一下，好了就收掉，点过的住户都会收到通知。
banner-empty = 现在没有正在发生的事。
banner-new = 说一件正在发生的事
banner-past = 已经过去的
banner-what = 怎么了
banner-water = 停水
banner-power = 停电
banner-heat = 停暖
banner-gas = 停气
banner-lift = 电梯停了
banner-other = 别的事
banner-words = 在怎么办（比如：在抢修主管道）
banner-when = 预计什么时候好
# $n (Number)
banner-in-hours = { $n ->
   *[other] { $n } 小时以内
}
banner-no-time = 时间还说不准
banner-go = 告诉住户
banner-news-words = 新的消息，或者怎么解决的
banner-news = 告诉住户新消息
banner-end = 好了，收掉
# $place (String)
# $what (String)
banner-title = { $place }：{ $what }
# $words (String)
# $until (String)
banner-says = { $words }{ $until }
# $when (String)
banner-until = 预计 { $when } 好
# $when (String)
banner-late = 原来预计 { $when } 好，现在还没好
# $when (String)
banner-ended = { $when } 好了
# $n (Number)
banner-count = { $n ->
   *[other] { $n } 户点了“我家也是”
}
banner-tap = 我家也是
banner-tapped = 您家已经点过了，有了消息会告诉您，不用再报。
banner-sign-in = 登录后可以点“我家也是”
banner-none = 没有这一条，可能已经收掉了。
banner-over = 这一条已经收掉了。还没好的话，请反映一下。
banner-not-here = 这是别的小区的事，住在那儿的邻居才能点。
banner-already = 您家已经点过了，有了消息会告诉您。
banner-no-place = 还没选在哪儿。请从名单里选一个您管的地方。
banner-no-kind = 还没选怎么了。
banner-no-words = 请写一句：在怎么办，或者怎么解决的。
# $max (String)
banner-too-long = 写得太长了，最多 { $max } 个字。您写的都还在，请删短一些。
# $place (String)
notice-banner-news = { $place } 有新消息
notice-banner-news-body = 您点过“我家也是”，点开看看预计什么时候好。
# $place (String)
notice-banner-over = { $place } 好了
# $words (String)
notice-banner-over-body = { $words }您家还没好的话，请反映一下。
told-of-banner-news = 正在发生的事有新消息
told-of-banner-over = 正在发生的事好了
# $place (String)
notice-banner-due = { $place }：预计的时间过了
notice-banner-due-body = 还没好就改个时间，好了就收起来，邻居都看着。
told-of-banner-due = 挂着的消息过了预计的时间
