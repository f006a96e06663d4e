# Days, choices and states in few words.
# $month (String)
# $day (String)
date = { $month } 月 { $day } 日
# $year (String)
# $month (String)
# $day (String)
date-year = { $year } 年 { $month } 月 { $day } 日
# $date (String)
# $time (String)
when = { $date } { $time }
and = 、
back = 返回
print = 打印
where = 哪个小区
compound = 小区
everywhere = 所有小区
look = 看这个小区
# $persons (Number)
# $area (String)
weight = { $persons } 人，{ $area } 平方米
mark-yes = 同意
mark-no = 反对
mark-abstain = 弃权
mark-invalid = 划得看不清
mark-blank = 没填
online-allowed = 手机、纸票都行
online-official = 主管部门的电子投票系统，或者纸票
online-paper = 只用纸票
kind-rules = 制定和修改业主大会议事规则
kind-covenant = 制定和修改管理规约
kind-manager = 选聘、解聘物业服务企业或者其他管理人
kind-fund-use = 使用维修资金
kind-fund-raise = 筹集维修资金
kind-rebuild = 改建、重建建筑物和附属设施
kind-common-use = 改变共有部分的用途，或者利用共有部分做经营
kind-other = 共有和共同管理的其他重大事项
tag-off = 不开了
tag-missed = 没开成
tag-called = 还没开始
# $day (String)
tag-open = { $day }截止
tag-closed = 等计票
tag-counted = 有结果了
