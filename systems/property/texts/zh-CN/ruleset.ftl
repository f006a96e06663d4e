# 按什么规则表决: the rule sets and their adoption.
rules-title = 按什么规则表决
rules-lead = 业主表决按法律算；当地另有规定的，由街道、区里采用以后，按当地的算。开始投的那天有效的是哪一套，就一直按哪一套，中途改了也不变。
rules-adopted = 当地采用的
rules-none = 这里还没有采用当地的规则，都按全国的算。
rules-country = 全国的
rules-where = 管哪里
rules-who = 谁采用的
# $org (String)
# $when (String)
rules-by = { $org }，{ $when }
rules-article = 第几条
rules-days = 有效期
# $from (String)
# $to (String)
rules-span = { $from }到{ $to }
# $from (String)
rules-since = { $from }起
rules-seen = 条文核对
seen-text = 核对过原文
seen-second = 只核对过转载
seen-memory = 还没核对原文，用之前请查
seen-adopted = 采用的单位自己定的
rules-notice = 开会提前几天通知
# $days (Number)
# $article (String)
rules-notice-days = { $days } 天（{ $article }）
rules-online-open = 没有规定，由召集的单位按议事规则选
rules-proxies = 一个人最多替几户投
# $most (Number)
rules-proxies-most = { $most } 户
rules-committee = 业委会几个人
rules-no-most = 不限
rules-odd = ，要单数
# $least (Number)
# $most (String)
# $odd (String)
# $months (Number)
# $article (String)
rules-committee-says = { $least } 到 { $most } 人{ $odd }，一届最长 { $months } 个月（{ $article }）
rules-id = 名字
rules-sha = 留底
kind-home = 住房改作经营
# $area (String)
# $persons (String)
rules-of-all = 全体的面积 { $area }、人数 { $persons }
# $area (String)
# $persons (String)
rules-of-came = 参加的面积 { $area }、人数 { $persons }
# $quorum (String)
# $majority (String)
rules-needs = 参加：{ $quorum }；同意：{ $majority }
rules-journal = 采用的留底
rules-new = 采用一套当地的规则
rules-new-lead = 把当地条例里和全国不一样的地方写成规则文件，贴在这里。没写的照全国的算，比法律低的不收。
rules-toml = 规则文件
rules-toml-hint = 写清 id、body = "owners"、source（哪部条例）、article（第几条）、from（哪天起）、extends = "cn.owners.civil-code-278"；online 写 allowed、only_official_system 或者 paper_only，proxies 写一个人最多替几户投。
rules-promise = 采用以后，所有人都看得到。已经开始投的不受影响，还没开始的，到开始那天按当天有效的算。
rules-go = 采用
said-adopted = 采用了。以后开始的表决按它算，正在投的不变。
no-rules-not-here = 规则只能由街道、区里的岗位给自己管的街道、区采用。
no-rules-not-owners = 这里只收业主表决的规则，body 写 owners。
no-rules-known = 这里现在用的就是这一套，不用再采用一遍。
no-online-rule = 当地的规则不许这样投，换一种投法，或者只用纸票。
# $line (Number)
# $why (String)
no-bad-rules = 第 { $line } 行不对：{ $why }
