# 应急维修，动用维修资金.
urgents = 应急维修，动用维修资金
urgents-lead = 眼看要出事、来不及表决的，当地规则允许的可以先修。为什么、谁发现的、最多花多少、实际花了多少，都写在这里。
urgents-empty = 还没有不经表决动用维修资金的事。
urgent-new = 记一次应急维修
urgent-lead = 只记眼看危及人或房子、等不得表决的。记上以后，业主、街道和管物业的部门马上收到。
urgent-no-rule = 这里采用的规则没有写应急维修可以不表决。动用维修资金先开业主表决；街道采用了当地的规则，再在这里记。
# $danger (String)
urgent-title = 应急维修：{ $danger }
# $sum (String)
urgent-most = 最多 { $sum } 元
# $sum (String)
urgent-used = 花了 { $sum } 元
# $sum (String)
yuan = { $sum } 元
urgent-danger = 什么险情
danger-roof = 屋面、外墙漏水
danger-wall = 外墙、栏杆要掉
danger-lift = 电梯停了、有危险
danger-fire = 消防设施坏了
danger-drain = 下水堵了往外冒
danger-water = 供水的泵、管坏了
danger-power = 公用的电坏了
danger-other = 别的危及人和房子的
urgent-place = 在哪儿
urgent-place-hint = 写到楼、单元或者设施，不写是谁家。
urgent-day = 哪天发现的
urgent-found = 谁发现的
urgent-found-hint = 写单位，或者“3 号楼住户打电话”，不写名字。谁都看得到。
urgent-sum = 最多动用多少
urgent-sum-hint = 元，比如 12,600。超过这个数要开业主表决。
urgent-words = 出了什么事，凭什么说等不得
urgent-words-hint = 比如：消防部门 6 月 3 日的整改通知；三家报价，用最低的。谁都看得到，不要写住户的名字和电话。
urgent-go = 记上，告诉业主
urgent-article = 依据
urgent-by = 谁记的
# $org (String)
# $at (String)
urgent-by-says = { $org }，{ $at }
urgent-told = 告诉了
urgent-owners = 全体业主
urgent-noted = 记的是什么
urgent-account = 账
# $days (Number)
urgent-waits = 还在修。修完把账贴出来，贴 { $days } 天。
urgent-settle = 修完了，把账贴出来
# $most (String)
# $days (Number)
urgent-settle-lead = 记的是最多 { $most } 元。账贴上公示栏，贴 { $days } 天；业主、街道都会收到。
urgent-cost = 实际花了多少
urgent-cost-hint = 元。没有动用就写 0。
urgent-done-day = 哪天修完的
urgent-until = 贴到哪天
urgent-done-words = 谁修的、修了什么、凭什么付
urgent-done-words-hint = 比如：某某防水公司换了 40 平方米，有合同、发票和验收单，都在社区。
urgent-settle-go = 贴出来
said-urgent = 记上了。业主、街道和管物业的部门收到了，公示栏上也看得到。
said-urgent-done = 账贴出来了，业主、街道和管物业的部门收到了。
# $place (String)
notice-urgent = { $place } 应急维修，动用维修资金
# $danger (String)
# $sum (String)
notice-urgent-body = { $danger }，等不得表决，最多动用 { $sum } 元。为什么、依据哪一条，点开看。
# $place (String)
notice-urgent-done = { $place } 应急维修修完了
# $danger (String)
# $sum (String)
notice-urgent-done-body = { $danger }修好了，花了维修资金 { $sum } 元。账贴在公示栏上，点开看。
told-of-urgent = 应急维修动用维修资金
told-of-urgent-done = 应急维修的账
no-no-urgent = 没有这次应急维修。
no-no-urgent-rule = 这个小区采用的规则没有写应急维修可以不表决，请先开业主表决。
no-urgent-sum = 写一个大于零的数，最多一千万元，比如 12,600.00。
no-urgent-done-day = 修完的日子在发现以后、今天以前。
no-urgent-more = 花的比记的最多还多，多出来的部分要开业主表决。
no-urgent-over = 这次的账已经贴出来了。
no-urgent-cost = 写一个数，没有动用就写 0，比如 12,600.00。
rules-urgent = 应急维修
# $days (Number)
# $article (String)
rules-urgent-says = 可以不表决动用维修资金，账贴 { $days } 天，依据：{ $article }
urgent-off = 收回了
# $day (String)
# $reason (String)
urgent-off-says = 这一次 { $day }收回了，没有动用维修资金：{ $reason }
urgent-correct = 更正记的内容
# $most (String)
urgent-correct-lead = 改成对的，写清原来错在哪里；原来写的留在下面，谁都看得到。最多动用的数只能改小：记的是 { $most } 元，要多花的，收回重新记，或者开业主表决。
urgent-correct-account = 更正账
# $days (Number)
urgent-account-lead = 改成对的，写清原来错在哪里；原来的账留在下面。更正的账重新贴 { $days } 天，业主、街道都会收到。
urgent-correct-go = 更正，告诉业主
urgent-reason = 原来错在哪里
urgent-withdraw = 记错了，收回
urgent-withdraw-lead = 一分钱没动用的才能收回；动用了的，把账贴出来。收回以后还看得到，业主、街道都会收到。
urgent-withdraw-why = 为什么收回
urgent-withdraw-go = 收回，告诉业主
urgent-mended = 更正过
# $at (String)
# $reason (String)
urgent-mended-entry = { $at } 更正了记的内容：{ $reason }
# $at (String)
# $reason (String)
urgent-mended-account = { $at } 更正了账：{ $reason }
# $day (String)
# $sum (String)
# $words (String)
urgent-stood = 原来写的：{ $day }，{ $sum } 元，{ $words }
urgent-print = 打印公示
# $place (String)
urgent-print-title = { $place } 应急维修动用维修资金公示
# $title (String)
urgent-print-again = { $title }（更正）
# $title (String)
urgent-print-off = { $title }（收回）
# $day (String)
# $reason (String)
urgent-print-mended = { $day }更正了记的内容：{ $reason }
# $day (String)
# $reason (String)
urgent-print-account = { $day }更正了账：{ $reason }
# $org (String)
urgent-print-ask = 有不清楚的、不同意的，找 { $org }，或者在“反映”里说。合同、发票、验收单可以来看。
said-urgent-mended = 更正了，业主、街道和管物业的部门收到了；原来写的还看得到。
said-urgent-off = 收回了，业主、街道和管物业的部门收到了。
# $place (String)
notice-urgent-mended = { $place } 应急维修，有更正
# $danger (String)
notice-urgent-mended-body = { $danger }：写的有更正，错在哪里、原来怎么写的，点开看。
# $danger (String)
notice-urgent-off-body = { $danger }：这一次收回了，没有动用维修资金。为什么，点开看。
# $place (String)
notice-urgent-late = { $place } 应急维修的账还没贴
# $danger (String)
notice-urgent-late-body = { $danger }，记上以后满三十天了。修完的，把账贴出来；没动用的，收回。
told-of-urgent-mended = 应急维修的更正
told-of-urgent-late = 应急维修的账没贴
specimen-urgent = 应急维修公示
no-urgent-is-off = 这次应急维修已经收回了。
no-urgent-reason = 写一下原来错在哪里、为什么收回，谁都看得到。
no-urgent-raise = 更正不能把最多动用的数改大。要多花的，收回重新记，或者开业主表决。
no-urgent-below = 账上已经花的比这个数还多，先更正账。
no-urgent-no-account = 账还没贴出来，不用更正。
