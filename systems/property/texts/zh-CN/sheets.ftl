# What hangs out and what is handed over, on paper.
notice-print = 通知（打印）
# $place (String)
notice-title = { $place } 业主大会会议通知
# $when (String)
# $org (String)
notice-roll = 业主名册同时张贴。面积、业主不对，漏了、写重了，{ $when } 以前告诉{ $org }。
notice-papers = 表决票由两个人一起送到每一户，请签收。核过房本的业主，能在手机上投的也可以在手机上投。
notice-away = 不在家的，可以书面委托别人，每件事怎么投写在委托书上；自己投了，以自己投的为准。
notice-silent = 没交票的不算参加。
notice-scan = 扫一扫，看投什么、什么时候投；结果也贴在那里。
notice-seal = （盖章处）
# $name (String)
# $says (String)
group-line = { $name }：{ $says }
result-print = 结果（打印）
# $place (String)
result-title = { $place } 业主大会表决结果公告
ballots-print = 每户的表决票（打印）
# $n (Number)
ballots-count = 一共 { $n } 张，一户一张。也可以一栋一栋打：
tally-print = 计票表（打印）
# $place (String)
tally-title = { $place } 业主大会计票表
tally-choice = 选了什么
tally-strokes = 画“正”字
tally-persons = 人数
tally-machine = 程序数的
tally-void = 划得看不清、没填
tally-note = 当众开箱、唱票。程序数的和画出来的不一样，找出是哪一张再签字。
tally-box = 票箱封条完好，开箱时间：
tally-reads = 唱票人：
tally-counts = 计票人：
tally-watches = 监票人：
# $place (String)
# $vote (String)
roll-draft-title = { $place } 业主名册（征求意见）：{ $vote }
# $when (String)
roll-draft = 还没定下来。不对的，{ $when } 以前来说；名册号那时候再抽。

specimen-notice = 表决公告
specimen-roll = 业主清册
specimen-paper = 表决票（单张，自己填）
specimen-ballots = 表决票（逐户印好）
specimen-delivery = 送达登记表
specimen-proxy = 委托书
specimen-objection = 清册异议表
specimen-tally = 计票表
specimen-result = 表决结果公告
specimen-filing = 备案材料
