# 计票 and what came of it.
count = 计票
count-at = 计票时间
count-came = 参加的
file-sha = 计票文件留底
outcome-sha = 结果留底
passed = 通过
not-passed = 没通过
# $article (String)
passed-by = 通过了，对全体业主都有效。依据：{ $article }
# $article (String)
not-passed-by = 没有通过。依据：{ $article }
laws-named = 依据里写的：民法典，是《中华人民共和国民法典》；274号，是《业主大会和业主委员会指导规则》（建房〔2009〕274号）；法释〔2009〕7号，是最高人民法院审理建筑物区分所有权纠纷案件的解释。后面的数字是第几条，括号里是第几项。
arithmetic = 怎么算的
quorum-area = 参加的够不够数（面积）
quorum-persons = 参加的够不够数（人数）
majority-area = 同意的够不够数（面积）
majority-persons = 同意的够不够数（人数）
holds = 够
fails = 不够
follow-never = 没投的不算参加；这一类事永远不能算跟着多数。
follow-off = 没投的不算参加：这次没有约定“没投的跟着多数算”。
# $followers (String)
# $yes (String)
# $participants (String)
# $came (String)
# $returned (String)
follow-on = 没投、送达有凭据的跟着多数算：{ $followers }；这样算，同意的有 { $yes }，参加的有 { $participants }，{ $came }。只算交了票的：{ $returned }。依约定按跟着多数的那本定。
follow-differ = 两本账的结果不一样。
by-house = 各栋怎么投的
# $yes (String)
# $no (String)
# $abstain (String)
house-cast = 同意 { $yes }；反对 { $no }；弃权 { $abstain }
too-few = 投的人少，不单列
by-house-note = 一栋投了不到 5 票的不单列，免得猜出是谁。几套房在不同栋的，算在第一套那一栋。
file = 领计票文件
file-lead = 拿这个文件，谁都能自己再数一遍。里面只有另抽的号，没有名册号、楼号、房号、名字。
file-warn = 每套房的面积是准数，面积特别的房子可能会被认出来。请自己留着用，不要转给别人。
file-purpose = 领去做什么
purpose-check = 自己核对一遍
purpose-dispute = 要提意见、打官司
purpose-filing = 备案、存档
file-taken = 领过
# $n (Number)
times = { $n } 次
file-go = 记下来，领文件
file-how = 自己数：
