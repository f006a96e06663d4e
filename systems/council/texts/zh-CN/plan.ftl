# A proposal may say what it would cost and who would do it.
plan-more = 提议的话，花多少、谁来办
plan-cost-ask = 大概花多少元
plan-cost-hint = 估个数就行；不用花钱写 0
plan-doer-ask = 谁来办
plan-doer-hint = 还没想好就空着
plan-doer-open = 还没想好
# $yuan (String)
plan-cost = 大概花 { $yuan } 元
plan-free = 不用花钱
# $who (String)
plan-doer = { $who }来办
# $cost (String)
# $doer (String)
plan-both = { $cost }，{ $doer }
# $what (String)
# $plan (String)
plan-said = { $what }（{ $plan }）
plan-take-title = 这些提议写了花多少、谁来办，可以照着填
plan-take = 照这条填
plan-taken = 承办单位和钱数照那条提议填上了，别的没动；还没发出去，看一遍再交。
plan-no-proposal = 花多少、谁来办，只有“提议”才写；不是提议就把这两样空着。
plan-bad-cost = 钱数没看懂，请写成 1200 或 1200.50，单位是元，不能是负数；还说不准就空着。
# $yuan (String)
plan-over-cost = 这个数太大了，最多写 { $yuan } 元；再大的事先说做什么，钱数另算。
plan-not-here = 这家单位在这儿接不了活，请从列出的里面选，或者空着。
plan-gone = 那条提议已经看不到了，请自己填承办单位和钱数。
