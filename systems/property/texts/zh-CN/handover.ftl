# 首次会议、换届交接、成员变动备案
meeting = 首次会议
meeting-lead = 选出来以后，新一届尽快开首次会议，推选主任、副主任。到会的要超过全体委员的一半，不能请人代替。
meeting-day = 哪天开的
meeting-came = 谁到了会
meeting-came-hint = 到了的都勾上。
meeting-chair = 推选的主任
meeting-vice = 推选的副主任
meeting-go = 记上首次会议
# $day (String)
meeting-waits = 还没开，最晚 { $day }
# $day (String)
# $all (Number)
# $came (Number)
# $chair (String)
# $vice (String)
met-says = { $day } 开的，{ $all } 位委员到了 { $came } 位，主任 { $chair }，副主任 { $vice }。
said-met = 记上了，谁是主任、副主任，这次选举的页面上谁都看得到。
hand-over = 换届交接
hand-over-lead = 上一届把档案、印章、账册、钱款交给新一届，一样样记：交了什么、没交什么。没交的也写明，谁都看得到。
hand-over-group = 筹备组移交
hand-over-group-lead = 筹备组（或者物管会）把筹备时的档案、表决票、印章、经费交给第一届业委会，一样样记：交了什么、没交什么。多少天里交，看到的全国规定没有写；当地有规定的，照当地的。
hand-over-day = 交接的日子
hand-over-from = 移交人
hand-over-to = 接收人
hand-over-witness = 监交人
hand-over-witness-hint = 社区或者街道有人在场，就写上。
hand-over-sum = 移交的钱，多少元
hand-over-sum-hint = 现金、存折上的加在一起，对过账的数。
# $name (String)
hand-over-what = { $name }：写明是什么，没交的写缺什么、为什么
hand-over-go = 记上这次交接
hand-over-print = 印交接清单
# $day (String)
hand-over-waits = 还没交，最晚 { $day }
hand-over-open = 还没交
# $says (String)
# $day (String)
hand-over-says = { $says }（{ $day }）
# $thing (String)
hand-over-of = 交接：{ $thing }
# $says (String)
# $day (String)
# $from (String)
# $to (String)
hand-over-line = { $says }。{ $day }，{ $from }交给{ $to }
# $says (String)
# $day (String)
# $from (String)
# $to (String)
hand-over-noted = { $says }。{ $day }记的，移交人{ $from }，接收人{ $to }
# $names (String)
hand-over-misses = 还没交齐：{ $names }。交来一样，再记一次。
hand-over-whole = 都交齐了。
said-handed-over = 记上了。交了什么、缺什么，这次选举的页面上谁都看得到；人名只在这里和清单上。
thing-files = 档案资料
thing-files-hint = 比如：会议记录 6 本、业主名册 1 份、合同 3 份。谁都看得到，不写住户的名字。
thing-seal = 印章
thing-seal-hint = 比如：业主大会章、业委会章各 1 枚。
thing-files-group-hint = 比如：业主名册 1 份、表决票 86 张、会议记录 3 本、公告照片 12 张。谁都看得到，不写住户的名字。
thing-seal-group-hint = 比如：筹备组章 1 枚。按当地规定交回街道的，选“没交”，写明哪天交回了街道。
thing-accounts = 账册、凭证
thing-accounts-hint = 比如：2024、2025 年收支账各 1 本，凭证 12 册。
thing-money = 钱款
thing-money-hint = 比如：存折 1 本，和账面对过。
thing-other = 别的财物
thing-other-hint = 比如：打印机 1 台、钥匙 3 把。
thing-handed = 交了
thing-missing = 没交
thing-nothing = 没有这一样
# $place (String)
hand-over-list = { $place } 业委会换届交接清单
hand-over-rule = 上一届任期满了，十天里把保管的档案资料、印章和属于全体业主的财物交给新一届（274号）。
# $place (String)
hand-over-group-list = { $place } 首次业主大会筹备移交清单
hand-over-group-rule = 第一届业委会选出来了，筹备组（或者物管会）把筹备时的档案、表决票、印章、经费交给业委会。
hand-over-thing = 交什么
hand-over-written = 交了几样、什么样，缺什么
hand-over-note = 一式三份：移交人、接收人、社区各留一份。
specimen-hand-over = 换届交接清单
change-ones = 成员变动备案
# $day (String)
# $due (String)
# $article (String)
change-waits = { $day } 的变动还没备案，最晚 { $due }（{ $article }）。
# $day (String)
# $filed (String)
# $receipt (String)
change-done = { $day } 的变动 { $filed } 备案了，回执 { $receipt }。
change-with-vote = 补选的备案和这次选举的备案是一份，去那里记：
change-day = 哪天备案的
change-go = 记上，备案了
said-change-filed = 记上了，不再提醒。
no-meeting-held = 首次会议已经记过了。
no-meeting-day = 首次会议的日子要在选出来以后，不能在今天以后。
no-meeting-few = 到会的要超过全体委员的一半，请看看勾得对不对。
no-meeting-chair = 主任要从现在的委员里选，请再选。
no-meeting-vice = 副主任要从现在的委员里选，不能和主任是一个人，请再选。
no-hand-over-none = 补选的没有上一届来交接，只有换届和第一届才有。
no-handed-over = 已经都交齐了，不用再记。
no-hand-over-day = 交接的日子要在选出来以后，不能在今天以后。
no-hand-over-who = 移交人、接收人都要写，不能是一个人。
no-hand-over-things = 刚才有人记过一次交接了，请看看还缺什么，再记。
no-hand-over-words = 写明交的是什么；没交的，写缺什么、为什么。
no-hand-over-sum = 交了钱就写多少元，最多两位小数，比如 12,345.67。
no-no-change = 没有这次变动。
no-change-filed = 这次变动已经备案了。
no-change-day = 备案的日子要在变动以后，不能在今天以后。
told-of-meeting = 首次会议过了期限
told-of-hand-over = 换届交接过了期限
told-of-change = 成员变动该备案了
# $place (String)
notice-meeting = { $place } 业委会的首次会议还没记
notice-meeting-body = 选出来七天里要开首次会议，推选主任、副主任，最后一天过了。开了就记上；还没开，请抓紧开，记的时候写明为什么晚。
# $place (String)
notice-hand-over = { $place } 业委会的换届交接还没交齐
notice-hand-over-body = 十天的期限过了，上一届的档案、印章、账册、钱款还没交齐。缺什么点开看；交来一样记一样，要不来的可以请社区、街道帮着要。
# $place (String)
notice-change = { $place } 业委会成员变了，该备案了
notice-change-body = 成员变动三十天里要报备案的地方。最晚哪天，点开看；报了就记上回执号，不再提醒。
