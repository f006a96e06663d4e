nav-figures = 办得怎么样
figures-title = 办得怎么样
# $from (String)
# $to (String)
figures-of = { $from } 到 { $to } 反映的事，按那天结束时算
figures-org = 单位
figures-response = 按时接
figures-response-why = 该看的件数里，到时限前看过并交办的。
figures-unit = 单位说办完了
figures-unit-why = 交给它的件数里，它说干完了的。
figures-residents = 居民说办好了
figures-residents-why = 交给它的件数里，居民说办好了的。
figures-first-go = 居民说一次办好
figures-first-go-why = 居民回过话的件数里，头一回就说办好了的。
figures-satisfaction = 满意度
figures-satisfaction-why = 这段时间收完的满意度调查里，各户答的每一问中答“满意”的；答的不到 5 户的不算。点百分数，看是哪几次问的。
# $n (Number)
figures-homes = { $n } 户答的
# $of (Number)
# $good (Number)
figures-so-many = { $of } 件里 { $good } 件
# $n (Number)
figures-few = 不到 { $n } 件，不列
figures-empty = 这段时间没有事。
# $n (Number)
figures-cut = 件数太多，只算了前 { $n } 件。请选一个小区或短一点的时间。
figures-note = 只看单位，不看个人；不排名次。点百分数，看是哪些事。
# $n (Number)
figures-days = 近 { $n } 天
figures-span = 多长时间
figures-to = 算到哪天
figures-today = 算到今天
figures-yesterday = 算到昨天
# $who (String)
# $what (String)
figures-whose = { $who }：{ $what }
figures-yes = 算
figures-no = 不算
# $n (Number)
figures-listed = 只列前 { $n } 件，没算上的在前。
