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
path-nav = 卡在哪儿
path-title = 卡在哪儿
# $day (String)
path-as-of = 按 { $day } 结束时算
# $day (String)
path-as-of-now = { $day }，按现在算
path-org = 单位
path-late = 卡住几件
path-oldest = 最久几天
path-urge = 谁去催
path-hand = 手上共几件
path-due = 最早该办完
# $n (Number)
path-days = { $n } 天
# $n (Number)
path-n = { $n } 件
path-none = 手上没有事。
path-nothing-late = 没有卡住的：手上的事都还在时限里。
path-stuck-note = 卡住＝过了时限。等零件、等天气、等住户的不算。先到期的在前，不排名次；只看单位，不看个人。
# $day (String)
path-until = 该 { $day } 办完
path-is-late = 过了时限
# $who (String)
path-held = { $who }手上的事
# $who (String)
path-held-late = { $who }卡住的事
# $n (Number)
path-cut = 只列前 { $n } 件。
path-week-title = 周通报
# $from (String)
# $to (String)
path-week-of = { $from } 到 { $to }，按那天结束时算
path-week-empty = 这段时间没有交办的事。
path-week-all = 应办
path-week-paper = 打印周通报
path-week-in-time = 按期
path-week-late = 超期
path-week-open = 在办
path-week-back = 退回
path-week-solved = 居民说办好了
# $n (Number)
path-week-few = 不到 { $n } 件
# $percent (Number)
# $n (Number)
path-week-share = { $percent }%（{ $n } 件里）
path-week-note = 应办＝按期＋超期＋在办＋退回，这段时间手上有过的都算。居民说办好了，是这段时间回了话的里头说办好的。不到 5 件的不列。按单位名字排，不排名次；给各单位自己对数用；要公布的，先请各单位看过。
path-map-title = 路线图
# $from (String)
# $to (String)
# $begun (Number)
# $ended (Number)
path-map-of = { $from } 到 { $to }：来了 { $begun } 件，办结 { $ended } 件
# $n (Number)
path-map-empty = 这段时间不到 { $n } 件事，画不成图。
# $n (Number)
path-undrawn = 还有 { $n } 种走法图上画不下，下面的表里有。
# $n (Number)
# $span (String)
path-station = { $n } 次 中位 { $span }
path-steps = 每一步
path-times = 几次
path-median = 中位工作时间
# $n (Number)
path-measured = 量了 { $n } 次
# $n (Number)
path-not-measured = 量过的不到 { $n } 次
path-moves = 怎么走的
path-by = 走法
path-handed = 换了单位
# $n (Number)
# $left (Number)
path-few = 不到 { $n } 次的走法还有 { $left } 种，没有列。
path-backs = 在哪儿折返
path-no-backs = 没有折返到 5 次的地方。
path-walks = 走得最多的几种路
path-no-walks = 没有哪种路走过 5 次。
path-months = 一月一月看
path-month = 月份
path-months-all = 合计
path-begun = 新来
path-ended = 办结
path-back = 折返
path-map-note = 时间是上班时间。中位数按格子算，误差不超过 6%；以前的台账带来的事只计次数，不计时间。后来补记的事算在它发生的那个月。
# $from (String)
# $by (String)
# $to (String)
path-arc = { $from } → { $by } → { $to }
# $n (Number)
path-so-many = { $n } 件事
# $from (String)
# $to (String)
path-rows-why = { $from } 到 { $to } 走过这一步的事；一件事走过几次只列一回。
# $n (Number)
path-rows-few = 走过这一步的事不到 { $n } 件（同一件事可能来回走了几趟），就不一件一件列了。
# $from (String)
# $to (String)
path-rows-of = { $from } 到 { $to } 算进这个数的事；一件事算过几次只列一回。
# $n (Number)
path-rows-of-few = 算进这个数的事不到 { $n } 件（同一件事可能算了几次），就不一件一件列了。
path-rows-cut = 办结的太多，只翻了最近的一部分；选小一点的地方或者短一点的时间，就能看全。
# $n (Number)
path-last-months = 近 { $n } 个月
path-step-look = 看
path-step-deliberate = 商量
path-step-work = 办
path-step-waiting = 停着等
path-step-quoted = 等住户回价
path-step-feedback = 请居民看
path-step-closed = 办结
path-step-declined = 不在这儿办
path-step-merged = 并进别的事
# $step (String)
path-step-gone = { $step }（改过流程，现在没有这一步了）
path-move-dispatch = 交给大家商量
path-move-direct = 直接交办
path-move-decline = 说不在这儿办
path-move-decision = 议定交办
path-move-transfer = 改交别家
path-move-return = 退回
path-move-extension = 多等几天
path-move-pause = 先停一停
path-move-resumption = 接着办
path-move-quote = 报价
path-move-consent = 住户同意
path-move-dissent = 住户不同意
path-move-completion = 说干完了
path-move-confirmation = 居民说办好了
path-move-objection = 居民说没办好
path-move-lapse = 没人回话，先收着
path-move-merge = 并成一件
path-if-title = 估算：改一条规矩会怎样
path-if-lead = 拿走过的路，照改了的规矩再走一遍。只算不改，什么都不会动。
path-if-assume = 先说清楚
path-if-assume-rest = 这是估算：除了改的这一条，别的都当作和原来一样快。
path-if-assume-kept = 改短时限，当作人人都守得住；改长时限不会算出省了多少。
path-if-assume-past = 只看过去办结的事；以后的事可能不一样。
path-if-assume-ended = 并进别的事的、不在这儿办的不算；停着等的时间不算。
path-if-what = 改哪一条
path-if-skip = 不用商量，直接交办
path-if-skip-note = 少走“商量”这一步
path-if-limit = 换一个时限
path-if-limit-note = 选哪一步、几个工作日
path-if-straight = 一开始就交给这一家
path-if-straight-note = 不先经别家转；选交给谁
path-if-under = 花钱不多的不用商量
path-if-under-note = 写多少元以内
path-if-all = 都算
path-if-none = 不选
path-if-about = 只改哪一类
path-if-kind = 只改哪种时限的
path-if-step = 哪一步的时限（换时限才用）
path-if-days = 几个工作日（换时限才用）
# $n (Number)
path-if-days-hint = 1 到 { $n }
path-if-to = 交给谁（直接交给一家才用）
path-if-yuan = 多少元以内（花钱不多才用）
path-if-yuan-hint = 议定时写明花多少钱的才算得到
path-if-try = 算一算
path-if-answer = 算出来
# $cases (Number)
path-if-nothing = { $cases } 件办结的事照样走一遍，没有一件会变。
# $cases (Number)
# $n (Number)
path-if-few = { $cases } 件办结的事里，会变的不到 { $n } 件，太少，不说数。
# $cases (Number)
# $n (Number)
# $handovers (Number)
# $span (String)
path-if-saves = 估算：{ $cases } 件办结的事里有 { $n } 件会走得不一样，一共少交接 { $handovers } 次，少用工作时间 { $span }。
# $n (Number)
# $span (String)
path-if-before = 原来一共交接 { $n } 次，用了工作时间 { $span }。
path-if-which = 是哪些事，各省多少
# $n (Number)
path-if-cut = 一个小区最多算最近的 { $n } 件。
# $n (Number)
path-wrong-changes = 写 1 到 { $n } 条改法。
# $n (Number)
path-wrong-months = 往回看 1 到 { $n } 个月。
path-wrong-what = 选一种改法：不用商量、换时限、直接交给一家、花钱不多的不用商量。
path-wrong-step = 这一步不能这样改：能省的只有“商量”；能换时限的是有时限的步。办没办好总要居民说。
path-wrong-about = 没有这一类事。
path-wrong-kind = 没有这种时限。
# $n (Number)
path-wrong-time = 写一个时间，1 到 { $n } 个工作日以内。
path-wrong-to = 选一家现在还管这里的单位。
# $n (Number)
path-wrong-yuan = 写 1 到 { $n } 之间的整数，单位是元。
path-if-council = 提出来，交给大家商量
path-if-council-note = 改法和估算会写成一件事，大家都看得到；召集议事会时就能选上它。先在下面选好是哪个小区。
# $step (String)
# $days (String)
path-if-says-limit = “{ $step }”的时限改成 { $days } 个工作日
# $who (String)
path-if-says-straight = 一开始就交给{ $who }
# $yuan (String)
path-if-says-under = 花钱 { $yuan } 元以内的不用商量
# $only (String)
# $what (String)
path-if-says-only = { $only }：{ $what }
# $what (String)
# $cases (Number)
# $n (Number)
# $handovers (Number)
# $span (String)
path-if-proposal = 建议商量改一条规矩：{ $what }。估算（别的都当作和原来一样快，时限人人守得住）：过去办结的 { $cases } 件里有 { $n } 件会走得不一样，一共少交接 { $handovers } 次，少用工作时间 { $span }。
# $n (Number)
# $span (String)
path-if-row = 少交接 { $n } 次，少用工作时间 { $span }
path-if-where = 选一个小区：由那里的议事会来商量。
path-said-title = 估算和实际
# $n (Number)
# $handed (String)
# $span (String)
path-said-before = 原来（办结的 { $n } 件）：平均每件交接 { $handed } 次，工作时间 { $span }。
# $n (Number)
# $handed (String)
# $span (String)
path-said-promised = 估算改了以后（其中 { $n } 件会变）：平均每件交接 { $handed } 次，工作时间 { $span }。
path-said-waits = 还没有议定；议定以后，实际怎样会写在这里。
# $n (Number)
# $handed (String)
# $span (String)
path-said-real = 议定以后来的、已经办结的 { $n } 件：平均每件交接 { $handed } 次，工作时间 { $span }。
# $n (Number)
path-said-few = 议定以后来的、已经办结的不到 { $n } 件，还说不出实际怎样。
