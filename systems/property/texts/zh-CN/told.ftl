# What owners and the convener are told of a vote.
# $place (String)
notice-called = { $place }要开业主表决了
# $title (String)
# $when (String)
notice-called-body = 表决：{ $title }。{ $when } 开始投。名册贴出来了，面积、业主不对的，开始以前来说。
# $place (String)
notice-called-off = { $place }的业主表决不开了
# $title (String)
# $why (String)
notice-called-off-body = 原来要投：{ $title }。不开的原因：{ $why }
# $place (String)
notice-opened = { $place }的业主表决开始了
# $title (String)
# $when (String)
notice-opened-body = 表决：{ $title }，{ $when } 截止。核过房本的在手机上投，也可以交纸票。
notice-last-days = 您家还没投票，过三天就截止了
# $title (String)
# $when (String)
notice-last-days-body = 表决：{ $title }，{ $when } 截止。纸票交在路上的，不用管这条。
# $place (String)
notice-result = { $place }的业主表决有结果了
# $title (String)
notice-result-body = 表决：{ $title }。结果怎么算出来的，点开都看得到。
# $title (String)
notice-stuck = 到点没能开始：{ $title }
notice-stuck-body = 名册还没理清，或者小区合并过、候选人名单没公示。会务页上写着差什么，理清了就能开始；截止以前没开始，就算没办成。
# $title (String)
notice-count-waits = 该计票了：{ $title }
notice-count-waits-body = 投票截止了。把交上来的纸票录完两遍，就可以计票。
# $title (String)
notice-filing-late = 该备案了：{ $title }
notice-filing-late-body = 备案的期限过了，还没有记备案。材料点开能打印，交了以后记上日期和回执号；当地不要求备的，不用管这条。
told-of-called = 业主表决召集了
told-of-called-off = 业主表决不开了
told-of-opened = 业主表决开始了
told-of-stuck = 表决没能开始
told-of-last-days = 业主表决快截止了
told-of-result = 业主表决有结果了
told-of-count-waits = 等计票
told-of-filing-late = 备案过期了
