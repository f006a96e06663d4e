hands-title = 手上的活
# $n (Number)
hands-lead = { $n ->
   *[other] { $n } 件，先到期的在前
}
hands-empty = 手上没有活。派过来了，这里马上看得到。
hands-given = 别家分来的
hands-said-done = 记下了，已经请居民看。办没办好，由居民说。
hands-said-later = 记下了，先停几天，到那天接着算期限。反映的人看得到为什么。
hands-said-back = 退回社区了，社区会另找人办。
# $name (String)
# $number (String)
hands-call = 打电话：{ $name } { $number }
hands-arrived = 到了
hands-resume = 等到了，接着办
hands-done-title = 干完了
hands-what = 干了什么（点一下就行）
hands-photo = 拍一张干完的样子
hands-parts = 换了零件
hands-cleared = 疏通了
hands-fixed = 修好了
hands-cleaned = 清理干净了
hands-comma = ，
# $what (String)
hands-did = { $what }。
# $what (String)
# $written (String)
hands-did-and = { $what }。{ $written }
hands-note = 还想说一句
hands-note-hint = 不写也行；可以点键盘上的话筒，用嘴说。
hands-later-title = 今天干不完
hands-wait = 要等配件
hands-home = 家里没人
hands-other = 不归我们管
hands-quote = 要收钱？先报个价
hands-desk = 看经过，或者写别的
hands-nothing = 点一下干了什么就行，比如“修好了”。
hands-there = 刚才已经记下您到了，不用再点。
hands-not-working = 这件事现在没在办，不用记到场。
course-arrival = 到现场了
