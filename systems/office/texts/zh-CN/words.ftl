# Days and times.
# $date (String)
# $time (String)
when = { $date } { $time }
# $month (String)
# $day (String)
date = { $month } 月 { $day } 日
# $year (String)
# $month (String)
# $day (String)
date-year = { $year } 年 { $month } 月 { $day } 日
# $month (String)
month = { $month } 月

# What was recorded, in plain words.
kind-sealed = 不公开的一条
kind-report = 居民反映了一件事
kind-dispatch = 看过了，交给人办
kind-decline = 说明这事不在这儿办
kind-entry = 商量时有人说话
kind-decision = 商量定了
kind-completion = 单位说干完了
kind-return = 不归自己管，退回
kind-extension = 要多等几天
kind-transfer = 改交给别的单位
kind-feedback = 居民回话办好没有
kind-lateness = 到期没办，提醒了
kind-nearing = 外面要求的日子快到，提醒了
kind-climb = 超期往上报
kind-climbing = 定下超期几天往上报
kind-responsibility = 责任清单
kind-pause = 先停一停
kind-resumption = 接着办
kind-reminder = 又问了一遍办好没有
kind-lapse = 没回话，先收着
kind-publication = 看过内容，定了公开不公开
kind-meeting = 召集议事会
kind-meeting-cancelled = 议事会不开了
kind-attendance = 到会签到
kind-attendance-struck = 从到会名单上划掉
kind-minutes = 贴出议事会纪要
kind-minutes-objection = 对纪要提意见
kind-minutes-answer = 答复对纪要的意见
kind-minutes-waiting = 公示到期，还有意见没答复
kind-minutes-final = 议事会纪要定下来
kind-upshot = 议事会上怎么说的
kind-area = 登记街道、社区或小区
kind-grid = 登记网格和值班电话
kind-building = 登记楼栋和房号
kind-organisation = 登记单位
kind-contract = 登记物业合同
kind-seat = 安排岗位
kind-seat-end = 岗位交接
kind-export = 有人导出了一份名单
kind-seat-stop = 岗位停了
kind-entrance = 登记单元
kind-area-merge = 区域合并
kind-deputy = 安排代班
kind-charge = 安排包片
kind-handover = 岗位开始交接
kind-handover-item = 交接单添一样
kind-handover-successor = 定了接手人
kind-handover-check = 交接清点一样
kind-handover-acceptance = 接手了
kind-look-up = 窗口查了一位住户
kind-seat-reset = 管理员账号在本机重开
