# 业委会选举和换届.
election = 选举业委会
election-lead = 先报名、查资格、名单公示 15 天，再投。每位委员都要过半数（民法典 278 (3)）。
election-kind = 选第几届
election-first = 首次业主大会，选第一届
election-renewal = 换届
election-example = 比如：第三届业委会换届选举
election-go = 召集选举
election-fees = 欠不欠物业费，不影响投票；名单上也不写政治面貌。社区、街道的干部，是本小区业主的才能当候选人。
election-online-hint = 首次业主大会只用纸票。
seats = 委员几人
seats-hint = 5 到 11 人，单数（274号 31-34）。
alternates = 候补几人
alternates-hint = 最多和委员一样多；没有候补写 0。
# $seats (Number)
# $alternates (Number)
seats-of = { $seats } 人，候补最多 { $alternates } 人
months = 任期几个月
months-hint = 最多 60 个月（274号 31-34），按议事规则写。
# $n (Number)
months-of = { $n } 个月
tie = 票数够的多了，谁在前
tie-hint = 按议事规则选；公告以后不能改。
tie-shares-lot = 面积占比加人数占比，再比面积，再抽签
tie-persons-lot = 先比人数，再比面积，再抽签
tie-shares = 面积占比加人数占比，再比面积；还一样就另选
stand-until = 报名到哪天
stand-until-hint = 名单要公示 15 天，所以开始投票至少在这天以后 16 天。
post-until = 名单最晚哪天公示
# $day (String)
post-until-says = { $day }，开始投以前 15 天（物业管理条例 14，274号 8-15）
term = 任期
candidates = 候选人
posted = 候选人名单
# $n (Number)
choose-most = 候选人里最多同意 { $n } 人；同意的多了，一个也不算。
# $when (String)
posted-says = 名单 { $when } 公示了，票上就是这些人。
# $n (Number)
standing-says = 现在报名的有 { $n } 人。查完资格、公示以后，名字在这里。
never-posted = 没有公示过候选人名单。
standing = 报名的人
# $how (String)
# $when (String)
# $stands (String)
candidate-says = { $how }，{ $when }；{ $stands }
how = 怎么来的
how-own = 自己报名
how-owners = 业主推荐
how-office = 居委会、街道推荐
stands-named = 还没查
stands-listed = 列入名单
stands-not-owner = 不是本小区业主，没列入
stands-conflict = 和要管的事有利害关系，没列入
stands-capacity = 不具有完全民事行为能力，没列入
stands-withdrawn = 本人不选了
check-what = 查的结果
check-go = 记上
withdraw = 本人不选了
post-go = 都查过了，公示名单
candidate-counter = 有人到柜台来报名
candidate-name-hint = 登记册上本小区的业主。只写姓名，不问政治面貌。
agrees = 本人愿意
agrees-yes = 问过本人，他愿意当候选人，名字可以公示
agrees-me = 我愿意当候选人，名字可以公示
candidate-go = 登记这位候选人
stand = 我来报名
my-standing = 我的报名
stand-lead = 是本小区的业主、愿意出时间，就可以报名。报了名，这次送票、录票、计票都要回避。
stand-go = 报名
# $stands (String)
own-standing = 您的报名：{ $stands }。
said-election = 召集好了，告诉了全体业主。下面收报名。
said-named = 登记上了。报名截止以后查资格。
said-checked = 记上了，本人在“消息”里看得到。
said-posted = 公示了。也请打印通知，贴到小区里。
# $org (String)
# $day (String)
said-stood = { $org }收到了您的报名，最晚 { $day }公示名单。
said-withdrawn = 好的，您不在候选人里了。
said-seated = 就任了。任期满前三个月会提醒换届；30 天里记得备案。
candidates-wait = 候选人名单还没公示，公示了才能开始投。
seating = 就任
seating-lead = 当选的人从这天起是委员，上一届的任期在前一天结束。
seat-since = 哪天就任
# $day (String)
seat-since-hint = 今天就任的话，任期到 { $day }。
seat-go = 记上，就任
elected-ones = 当选的
nobody-elected = 没有人当选。
elected = 当选
# $article (String)
elected-says = 当选。依据：{ $article }
alternate = 候补
alternate-says = 票数够，委员满了，是候补。
not-elected = 没当选
# $article (String)
not-elected-says = 没有当选。依据：{ $article }
undecided = 没定
undecided-says = 和别人一样多，约定的顺序分不出来，要另选。
by-lot = 按抽签定的先后。
kind-candidate = 业委会候选人
kind-committee = 选举或更换业委会
notice-candidate = 您报名业委会候选人，有结果了
# $title (String)
# $stands (String)
notice-candidate-body = { $title }：{ $stands }。
# $title (String)
# $stands (String)
notice-candidate-wrong = { $title }：{ $stands }。觉得不对，在名单公示以前告诉社区，还能改过来。
told-of-candidate = 候选人查过了
# $place (String)
notice-term-ends = { $place }业委会的任期还有三个月
notice-term-ends-body = 该准备换届了：点开就能召集换届选举。
told-of-term-ends = 业委会任期快到了
no-is-candidate = 您是这次的候选人，送票、录票、计票、看名单都要回避，请换一位。
no-no-election = 这次表决不是选举。
no-has-committee = 这里有业委会在任，要选新一届，选“换届”。
no-no-committee = 这里没登记过业委会，选“首次业主大会，选第一届”。
no-first-on-paper = 首次业主大会只用纸票，换成“只用纸票”。
no-bad-seats = 委员要 5 到 11 人，单数（274号 31-34）。
no-many-alternates = 候补最多和委员一样多。
no-few-candidates = 名单上的人比委员的位子少，不能公示；请更多业主报名，来不及就不开了另召集。
no-term-long = 任期写 1 到 60 个月（274号 31-34）。
no-stand-late = 报名截止要在今天以后；名单要公示 15 天，开始投至少在报名截止 16 天以后（物业管理条例 14，274号 8-15）。
no-stand-over = 报名已经截止了。
no-stand-open = 报名还没截止，截止以后才能公示名单。
no-candidate-not-owner = 候选人要是本小区的业主（274号 31）；登记册上没有他的房子。社区干部也一样。真是业主的，先改登记册。
no-candidate-owns = 登记册上他就是本小区的业主，不能按“不是业主”不列入。登记册错了，先改登记册。
no-two-of-name = 小区里有两位业主叫这个名字，请本人在手机上报名。
no-candidate-child = 候选人要有完全民事行为能力，孩子不能当。
no-candidate-of-company = 正在服务的物业公司的人不能当候选人。
no-candidate-twice = 他已经报过名了。
no-many-candidates = 一张票最多放 30 位候选人，已经满了。
no-not-agreed = 要本人愿意，勾上再登记。
no-no-candidate = 没有这位候选人。
no-candidate-checked = 这位已经查过了，或者已经不选了。
no-candidates-wait = 还有报名的人没查，查完再公示。
no-list-posted = 候选人名单已经公示，不能再改。
no-post-late = 来不及了：名单要在开始投票以前公示满 15 天（物业管理条例 14，274号 8-15）。请不开了，另定日子召集。
no-no-candidates = 候选人名单还没公示，不能开始投。
no-too-many-chosen = 同意的人数超过了委员的位子，少选几位。
no-seated = 这一届已经就任了。
no-too-few-elected = 当选的不到 5 人，不能组成业委会（274号 31-34）；请另行补选。
no-seat-day = 就任的日子要在计票以后、60 天以内。
put-right = 查错了，列入名单
stand-again = 不是我的意思，我还要选
# $org (String)
said-stands-again = 记下了，您还在候选人里。{ $org }要在名单公示以前查一下。
# $name (String)
sold-since = { $name }（登记册上已经不是本小区业主，不能就任）
