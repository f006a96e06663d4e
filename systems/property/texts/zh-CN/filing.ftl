# 备案.
filing = 备案
filing-due = 最晚哪天备案
# $day (String)
# $article (String)
filing-until = { $day }（{ $article }）
# $counted (String)
# $day (String)
# $article (String)
filing-moved = 数到 { $counted }，赶上休息日，顺到 { $day }（{ $article }）
filing-note = 选出了业主委员会的必须备案；别的决定要不要备，看当地的规定。
filing-may = 这次没有选出业主委员会，法律没有定备案的期限。当地要求备的，材料打印出来，和附件一起交。
filing-waits = 还没备案。材料打印出来，和附件一起交。
filing-is-late = 备案的期限过了，请尽快交材料。
# $day (String)
# $receipt (String)
filing-done = { $day }备案了，回执号 { $receipt }。
filing-day = 哪天交的
filing-receipt = 回执号
filing-receipt-hint = 写在受理单上。
filing-go = 记上，备案了
said-filed = 记上了，谁都看得到备案的日期。
filing-print = 备案材料（打印）
# $place (String)
filing-package = { $place } 业主大会表决备案材料
notice-day = 哪天通知的
attached = 附件
attach-notice = 会议通知，以及张贴的照片
attach-roll = 业主名册（张贴的那一份，留底号同上）
attach-papers = 表决票、委托书原件
attach-deliveries = 送达登记表（签收原件）
attach-count = 计票表（唱票、计票、监票签名）
attach-result = 结果公示，以及张贴的照片
attach-rules = 管理规约、业主大会议事规则（这次改了的）
filing-sign = 报送单位（盖章）：
filing-taken = 受理单位（盖章）：
challenge = 对结果不服
# $day (String)
# $article (String)
challenge-says = 认为决定侵害了自己权益的业主，可以请法院撤销；从知道或者应当知道那天起一年内，从公布算到 { $day }（民法典 280；{ $article }）
filed-fact = 备案
# $day (String)
filed-on = { $day }备案了
no-filed = 已经记过备案了。
no-bad-filing-day = 日期要在计票以后、今天以前。
no-no-receipt = 写一下回执号，写在受理单上。
dismissal = 解聘物业的合同
# $day (String)
# $article (String)
dismissal-says = 解聘要提前 60 天书面通知，合同另有约定的从约定；计票那天通知的，最早 { $day }到期（{ $article }）。新物业接手以前，原物业接着管，可以照收这段时间的费（民法典 950）。
