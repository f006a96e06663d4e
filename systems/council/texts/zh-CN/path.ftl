path-each = 每家一共用了多少
path-waited = 另外停着等
path-rework = 没办好，又办一遍
path-bounced = 又转回来
path-not-moved = 才刚收到，还没有往下走，没有什么可比的。
path-this = 这件事走的
path-this-far = 这件事走到现在
path-shortest = 最短的走法
# $n (Number)
path-best = 这里同类 { $n } 件里最短的
# $n (Number)
# $span (String)
path-lane = 交接 { $n } 次，工作时间 { $span }
# $all (Number)
# $n (Number)
path-listed = 一共 { $all } 段，这里只列前 { $n } 段；图和合计算的是全部。
# $n (Number)
path-drawn = 图上只画前 { $n } 段。
# $n (Number)
path-reworked = 其中 { $n } 次是没办好，又办一遍。
# $n (Number)
path-sent-back = 其中 { $n } 次是转出去又转回来。
# $span (String)
path-apart = 另有 { $span } 停着等（等零件、等天气、等住户），不算在工作时间里。
# $n (Number)
# $handovers (Number)
# $span (String)
path-achieved = 这里同类办结的 { $n } 件里，最短的一件交接 { $handovers } 次，工作时间 { $span }。
