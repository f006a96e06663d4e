stage-collect = 收集
stage-deliberate = 协商
stage-solve = 解决
stage-feedback = 反馈
stage-closed = 办结
category-light = 楼道照明
category-lift = 电梯
category-water = 水电暖
category-repair = 房屋维修
category-clean = 环境卫生
category-park = 停车充电
category-safety = 消防安全
category-space = 公共空间
category-other = 其他
pace-urgent = 急事（2 小时内动手）
pace-utility = 水电暖气（24 小时内）
pace-general = 一般（5 个工作日）
pace-complex = 要多方商量（15 个工作日）
entry-support = 赞成
entry-worry = 担心
entry-ask = 想问
entry-propose = 提议
outcome-solved = 居民说办好了
outcome-declined = 不在这儿办
outcome-lapsed = 问过两回没回话，先收着，随时能再提
ended-solved = 居民说办好了
ended-declined = 不在这儿办
ended-lapsed = 先收着
course-report = 居民反映
course-dispatch = 看过了，交给大家商量
# $to (String)
course-direct = 看过了，直接交给{ $to }
course-decline = 这事不在这儿办
# $day (String)
course-decision = 议定了，{ $day }前办完
# $to (String)
course-transfer = 改交{ $to }
# $day (String)
course-extension = 要多等几天，{ $day }前办完
# $day (String)
# $what (String)
course-pause = 先停一停，{ $day }接着办（{ $what }）
course-resumption = 接着办
pause-parts = 等配件
pause-warm = 等天暖
pause-home = 等您在家
pause-home-public = 等居民方便
# $name (String)
# $what (String)
holds-waiting = { $name }：{ $what }
# $day (String)
goes-on = { $day }接着办
course-return = 不归我们管，退回
course-completion = 干完了，请居民看
course-confirmation = 居民说办好了
course-objection = 居民说没办好，接着办
course-lapse = 问过两回没回话，先收着
course-late = 到期还没办，已经提醒
course-reminder = 又问了一遍办好没有
how-phone = 打电话问的
how-visit = 上门问的
how-counter = 来社区说的
