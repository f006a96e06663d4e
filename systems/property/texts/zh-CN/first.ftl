# 首次业主大会.
firsts = 首次业主大会
firsts-lead = 还没有业委会的小区，从业主申请、成立筹备组，到开首次业主大会、选出第一届业委会。到了哪一步、下一步谁办、最晚哪天，都写在这里。
firsts-empty = 现在没有小区在办首次业主大会。
first-new = 登记一份申请
first-lead = 还没有业委会的小区，业主或者建设单位书面向街道申请，交付的面积过半才行（274号 8）。
first-applied = 哪天收到书面申请
first-applicant = 谁申请的
first-by-owners = 业主联名
first-by-developer = 建设单位
first-signers = 多少位业主签了名
first-signers-hint = 建设单位申请的，不填。
first-size = 全部专有部分面积（平方米）
first-size-hint = 按不动产登记、实测或者合同上的面积加起来，最多两位小数。
first-delivered = 已经交付给业主的面积（平方米）
first-delivered-hint = 要超过上面的一半，正好一半不行。
first-go = 登记申请
# $place (String)
first-title = { $place } 首次业主大会
first-tag-off = 不办了
first-tag-done = 办完了
# $n (Number)
first-owners-signed = { $n } 位业主联名
first-handed-over = 交付了多少
# $delivered (String)
# $size (String)
first-sizes = { $delivered } 平方米，全部 { $size } 平方米
first-application = 书面申请
# $name (String)
first-next = 下一步：{ $name }
# $day (String)
# $article (String)
first-until = 最晚 { $day }，依据：{ $article }
# $day (String)
# $article (String)
# $moved (String)
first-until-moved = 最晚 { $day }，依据：{ $article }；那天放假，顺延到 { $moved }
# $day (String)
# $until (String)
first-opens-from = 开始投票最早 { $day }（公示满 15 天）。{ $until }
first-is-late = 这一步过了最后一天。办完了照实记，写一句为什么晚了。
first-answered = 街道答复
first-formed = 成立筹备组，或者物业管理委员会
first-posted = 成员名单公示
first-roll = 名册、议事规则、管理规约公示
first-objections = 业主的意见都答复了
first-called = 通知全体业主，召集会议
first-candidates = 候选人名单公示
first-vote = 表决，选出第一届业委会
first-result = 结果公示
first-filing = 备案
party-committee = 新选的业委会
first-body = 成立的是
first-body-group = 首次业主大会筹备组
first-body-interim = 物业管理委员会
first-head = 组长（街道的人）
first-head-hint = 写姓名和单位，比如：某某，街道办事处。
first-members-owners = 业主成员
first-members-owners-hint = 一行一位，写姓名和楼栋。业主要占一半以上。
first-members-others = 其他成员
first-members-others-hint = 一行一位，写姓名和单位。连组长一起，总人数要是单数。
first-came = 收到多少条意见
first-answers = 答复了多少条
# $body (String)
# $all (Number)
# $owners (Number)
first-formed-of = { $body }，{ $all } 人，其中业主 { $owners } 人
# $came (Number)
# $answered (Number)
first-objected = 收到 { $came } 条，答复了 { $answered } 条
# $why (String)
first-was-late = 晚了，因为：{ $why }
first-see-vote = 看这次表决
first-why-late = 为什么晚了
first-why-late-hint = 在最后一天以前办完的，不用填。谁都看得到。
# $day (String)
first-linked = 连上这里的这次选举，日子是 { $day }。
first-answered-hint = 街道同意的记在这里。不同意的，在“记错了、不办了”里写明原因。
first-posted-hint = 先打印成员名单，请街道盖章，贴到每栋楼，至少挂七天。对成员有意见的，找街道协调。
first-roll-hint = 名册、议事规则和管理规约草案、选举办法一起贴，满 15 天才能开始投票（274号 12）。
first-result-hint = 打印结果，贴到每栋楼；三天以内贴出来最好。
first-group-print = 成员名单（打印）
# $place (String)
# $body (String)
first-group-title = { $place } { $body }成员名单
first-formed-day = 成立的日子
first-group-size = 多少人
# $all (Number)
# $owners (Number)
first-group-of = { $all } 人，其中业主 { $owners } 人
first-group-rule = 依据
first-group-rule-says = 274号 9、10：人数是单数，业主占一半以上，组长由街道的人担任
first-group-does = 他们做这几件事：核对业主名册和面积，起草议事规则和管理规约，收候选人，召集首次业主大会。90 天以内办完。
first-group-street = 街道办事处、乡镇人民政府
first-group-object = 对名单有意见，找街道办事处说，街道协调以后答复您。
first-back = 首次业主大会
first-mend = 记错了、不办了
first-give-up = 不办了
first-off-lead = 比如街道不同意、开始错了。谁都看得到原因。
# $why (String)
first-off-says = 不办了：{ $why }
said-first-begun = 申请登记好了，谁都看得到。下一步在下面，最晚哪天也写着。
no-no-first = 没有这件事。
no-first-on = 这个小区的首次业主大会已经在办了。
no-first-committee = 这个小区有业委会。换届、补选在业主表决里办。
no-first-day = 收到申请的日子不能在今天以后。
no-first-areas = 面积写平方米，最多两位小数；交付的不能比全部的多。
no-first-delivered = 交付的面积还没超过一半，不能成立业主大会（274号 8）。
no-first-signers = 业主申请的，写有多少位签了名；建设单位申请的，这一格空着。
no-first-words = 写一句凭什么说办完了。
no-first-over = 已经办完了，或者停下来了。
no-first-order = 这一步刚才有人记过了，或者还没轮到；看看现在到了哪一步。
no-first-step-day = 日期不能在今天以后。
no-first-off = 这次已经停下来了；要办，重新登记一份申请。
no-first-why = 写一句为什么。
# $day (String)
no-first-early = 太早了，最早 { $day }。
# $day (String)
# $article (String)
no-first-late = 过了最后一天 { $day }（{ $article }）。写一句为什么晚了，再记。
no-group-head = 写组长的姓名：由街道的人担任（274号 9）。
no-group-size = 成员要 3 到 31 人，一行写一位。
no-group-even = 连组长一起，总人数要是单数（274号 9）。
no-group-owners = 业主成员不到一半（274号 9）。
no-objections-count = 写收到几条、答复了几条；答复的不能比收到的多。
no-objections-wait = 还有意见没答复，先答复（274号 12）。
no-no-first-vote = 成立筹备组以后，这个小区还没有召集第一届业委会的选举。先去召集。
no-first-roll-short = 这次选举开始投的日子，离名册公示不满 15 天（274号 12）。把这次取消，重新召集。
no-first-unposted = 候选人名单还没公示。先去候选人那里公示。
no-first-uncounted = 还没截止、计票。计了票再来。
no-first-few-elected = 选上的人不够成立业委会。要另选，收回“通知、召集”这一步，重新召集。
no-first-unfiled = 还没记备案。先在备案那里记上日期和回执号。
no-first-vote-off = 那次会议没开成。收回“通知、召集”这一步，重新召集。
# $place (String)
notice-first = { $place }的首次业主大会过了一个期限
# $step (String)
notice-first-body = 有一步过了最后一天，那时还没有记。现在等着办的：{ $step }。办完记上，写明为什么晚；不办了的，也记一笔。
told-of-first = 首次业主大会过了期限
