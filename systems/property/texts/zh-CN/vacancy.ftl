# 缺额、递补、补选.
election-by = 补选空出来的位子
months-by = 到这一届期满
sitting = 现在的委员
vacant = 委员的位子空出来了
vacant-whose = 谁的位子
vacant-why = 为什么
vacant-day = 做到哪一天
vacant-go = 记下来，位子空出来
vacant-resigned = 本人辞职
vacant-not-owner = 不再是本小区业主
vacant-dismissed = 业主大会罢免
vacant-other = 别的原因，不能再履职
vacant-ones = 空出来的位子
# $day (String)
# $why (String)
vacant-since = 做到 { $day }：{ $why }
# $name (String)
vacant-next = 按计票的先后，轮到候补 { $name } 递补。先问本人。
vacant-up = 本人愿意，递补
vacant-not-up = 本人不愿意，问下一位
vacant-none = 没有可以递补的候补了，要补选。
vacant-elect = 召集补选
vacant-filing = 委员变了，30 天里到备案的地方报一声（274号 31-34）。候补、补选怎么办，以议事规则为准。
vacant-fact = 空出来的位子
# $n (Number)
vacant-count = { $n } 个
said-vacant = 记下来了，登记册上他的任期到那天为止。
said-moved-up = 递补了，从今天起是委员，做到这一届期满。
said-not-up = 记下来了，轮到下一位候补。
no-by-vacant = 补选的人数，不能比空出来的位子多；没有位子空着，就不补选。
no-not-seated = 这一届现在不在任，不能这样记。
no-vacancy-seat = 这个位子现在没有人，或者不是这个业委会的。
no-vacancy-day = 最后一天要在他就任以后、今天以前。
no-no-vacancy = 没有位子空着。
no-not-next = 还没轮到这一位候补，刷新看看轮到谁。
