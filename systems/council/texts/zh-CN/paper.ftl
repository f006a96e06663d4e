# What the desk prints: the day's list, work slips, blank slips.
paper-print = 打印
day-go = 打印清单
# $date (String)
# $weekday (String)
day-title = { $date }（{ $weekday }）手上的事
# $n (Number)
day-count = 共 { $n } 件，先到期的在前
day-note = 记一笔
slip-go = 打印派工单
slip-title = 派工单
slip-no = 编号
slip-what = 事项
slip-where = 在哪儿
slip-who = 谁去办
slip-due = 期限
slip-contact = 联系
slip-printed = 打印
slip-done = 干了什么：
slip-used = 用了什么料、多少钱：
slip-when = 哪天几点干完：
slip-sign = 干活的人签字：
slip-resident = 居民签字：
slip-after = 交回窗口，由窗口替您录成“干完了，请居民看”；办没办好由居民说。
paper-register-go = 打印登记簿
paper-register = 登记簿
paper-register-lead = 电脑坏了、停电的时候用。趁电脑好，先印几张放在抽屉里。
paper-register-n = 序号
paper-register-who = 什么时候、谁、电话
paper-register-what = 哪里（几号楼几单元）、什么事
paper-register-to = 交给谁、办到哪
paper-register-no = 补录的编号
paper-register-urgent = 着火 119、报警 110、急救 120；漏气、困电梯、停水停电，先打值班电话，再记。
blank-go = 打印空白登记单
blank-title = 登记单
blank-lead = 停电、断网、上门时先写在纸上，回来补录。
blank-when = 什么时候（年月日、几点）：
blank-by = 经手人：
blank-after = 补录时在“补录纸上的”里填这上面的时间，期限从那时候算起。家里难处、病情，本人不同意就不写。
specimen-day = 当天清单
specimen-sheet = 议程和签到表
specimen-poster = 议事会开会通知（贴门上）
