# Who does what in a compound, and how far up what is late is heard of.
responsible-list = 哪样事归谁管
nav-responsible = 责任清单
responsible-link = 哪样事归谁管
notices-link = 公示栏
checkpoint-link = 当日留底
# $place (String)
responsible-title = { $place }：哪样事归谁管
responsible-lead = 有事还是交给社区就行；清单上有的，社区看过就直接交给这一家，不用再转。
responsible-where = 哪个小区
responsible-look = 看
responsible-none = 这个小区还没有写清单，每件事由社区看过再交办。
responsible-saved = 改好了，从现在起照这个办。
responsible-change = 改清单
responsible-change-says = 只能选在这个小区有责任或有合同的单位；空着就是每件事看过再定。
responsible-nobody = 看过再定
# $name (String)
responsible-above = 跟着上一级：{ $name }
responsible-go = 照这样挂出去
# $party (String)
# $street (String)
climb-says = 到期没动的事：{ $party }告诉社区书记，{ $street }告诉街道。
climb-at-once = 当时就
# $days (Number)
climb-after = 过 { $days } 个工作日
climb-title = 超期往上报
climb-party = 超期几个工作日告诉社区书记（0 是当时就告诉）
climb-street = 超期几个工作日告诉街道
climb-go = 照这样报
# $most (Number)
climb-days = 请填 0 到 { $most } 的数。
climb-order = 街道不能比社区书记先知道，请填一样或更大的数。
# $name (String)
course-climb = 超期没动，报给了{ $name }
