# Why something is refused.
no-not-here = 这个小区不归您这个岗位管，换一个小区。
no-unit = 没有这个房号，看看楼栋和房号写对没有。
no-owners = 这套房还没登记业主是谁，先到登记册里补上。
no-not-owner = 登记册上，这个人不是这套房的业主。租户、家属不能替业主投票，有意见欢迎在“反映”里说；真是业主的，先改登记册。
no-wrong-proof = 单位的房子要看单位的授权书，个人的房子要看房本、合同或者判决。
no-voter = 没有这条记录。
no-voter-ended = 这条已经结束了。
no-vote = 没有这次表决。
no-title = 给这次表决起个名字。
no-matter = 至少写一件要投的事。
no-half-matter = 每件事都要选好类别、写清内容。
no-bad-kind = 这一类不能在这里投，换一个类别。
no-too-many = 一张票最多放 5 件事，分两次投。
no-bad-window = 截止要在开始之后。
no-too-far = 最多提前一年召集，最多投半年。
no-time = 写成 9:00 这样的时间。
no-rules = 那一天没有能用的表决规则。
no-reason = 写一句为什么不开了。
no-is-off = 这次表决已经不开了。
no-begun = 已经开始投了。
no-not-begun = 还没开始投，到时候再来。
no-unsettled = 名册还没理清：下面的房子没有业主或者没有面积，补上再开始。
no-empty-roll = 这个小区还没有登记房子，没有人能投。
no-over = 投票已经截止，不能再投了。
no-not-voter = 这次投票要业主本人。租户和家属不能投，有意见欢迎在“反映”里说；您是业主的话，请带房本到社区核一下再投。
no-paper-only = 这次只用纸票，请到社区领一张，填好签名交回来。
no-official-only = 这次网上投要用主管部门的电子投票系统，或者交纸票。
no-paper-given = 您的纸票已经录好了，以签了名的纸票为准，不能再在手机上改。
no-mark = 每件事都要选一个。
no-number = 名册上没有这个号。
no-same-worker = 这张是您录的第一遍，第二遍要换一个人录。
no-paper-done = 这张已经录好两遍了。
no-paper-differs = 这张两遍录得不一样，要对着纸票定下来，不用再录。
no-nothing-to-settle = 这个号没有要定的纸票。
no-not-over = 还没截止，截止以后才能计票。
no-papers-open = 还有纸票没录完两遍，或者两遍不一样，先弄完再计票。
no-counted = 已经计过票了。
no-not-counted = 还没计票，文件要等计完票才有。
no-rules-changed = 这次表决用的规则，和程序现在带的不一样了，不能直接计；请管理员用召集时的那一版程序来计。
no-purpose = 选一下领去做什么。
# $days (Number)
# $article (String)
# $day (String)
no-too-early = 太早了：要提前 { $days } 天告诉全体业主（{ $article }），最早 { $day }开始。
