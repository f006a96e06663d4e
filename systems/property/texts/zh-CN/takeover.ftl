# 弃管小区接管.
takeovers = 弃管小区接管
takeovers-lead = 没有物业管的小区，一步一步接起来。每一步哪天办的、谁办的、凭什么，都写在这里。
takeovers-empty = 现在没有正在接管的小区。
takeover-new = 开始接管一个小区
takeover-lead = 没有物业公司、没人管的小区才在这里办。
takeover-since = 哪天起没人管
takeover-words = 现在什么样
takeover-go = 开始
# $place (String)
takeover-title = { $place } 接管
# $day (String)
# $org (String)
takeover-is = { $day }起没有物业管，{ $org }牵头
takeover-done = 接好了
# $done (Number)
# $all (Number)
takeover-at = 办了 { $done } 步，共 { $all } 步
takeover-journal = 这件事的留底
said-begun = 开始了。下一步在下面。
said-step = 记上了，谁都看得到。
# $n (Number)
# $name (String)
step-n = { $n }. { $name }
# $party (String)
# $article (String)
step-by = { $party }负责，依据：{ $article }
# $party (String)
step-local = { $party }负责，按当地的规定
# $day (String)
# $who (String)
step-done = { $day }，{ $who }
step-next = 下一步办这个。
# $name (String)
step-note = 办完了：{ $name }
step-see-vote = 看那次表决的结果
step-day = 哪天办完的
# $day (String)
step-earliest = 最早 { $day }。
step-who = 谁办的
step-who-hint = 写单位或者小组的名字，不写住户。
step-words = 凭什么说办完了
step-words-hint = 比如：走访 64 户，见 6 月 3 日记录；公告贴在三个单元门口。谁都看得到，不要写住户的名字和电话。
step-go = 记上这一步
step-vote-hint = 方案公示满 15 天以后，要有一次在这里计了票、通过了的选聘物业的表决；会自动连上最近的那一次。
step-survey = 摸底：多少户、欠多少、哪些要紧
step-recognised = 街道认定、公告
step-custody = 应急托管：谁管、多久、谁出钱
step-hand-over = 旧企业交接，人不来就请见证人清点
step-intent = 问大家想怎么管（不是表决）
step-group = 成立筹备组，或者物业管理委员会
step-roll = 业主名册公示
step-plan = 选聘方案公示，不少于 15 天
step-vote = 业主表决选聘物业
step-result = 结果公示
step-contract = 签物业服务合同
step-inspection = 承接查验：房子、设备、资料一样样点
step-entry = 进场公告，写明从哪天起算
step-filing = 备案
step-repair = 修缮、美化：花哪笔钱按哪笔钱的规矩
step-look-back = 三个月回头看
party-community = 社区
party-street = 街道
party-group = 筹备组、物管会
party-owners = 业主
party-company = 新物业公司
no-no-takeover = 没有这次接管。
# $places (String)
# $why (String)
begin-left-out = { $places }不在名单里：{ $why }
no-has-company = 这个小区有物业公司，不是没人管。要换物业，用业主表决。
no-takeover-on = 这个小区已经在接管了。
no-since-day = 没人管的那天不能在今天以后。
no-no-evidence = 写一句凭什么说办完了、现在什么样。
no-no-party = 写一下谁办的，写单位或者小组的名字。
no-step-order = 这一步刚才有人记过了，或者还没轮到；看看现在到了哪一步。
no-step-day = 日期不能在今天以后。
no-step-early = 太早了：要在上一步以后；表决要等方案公示满 15 天，回头看要等进场满三个月。
no-no-passed-vote = 方案公示满 15 天以后，这个小区还没有一次计了票、通过了的选聘物业的表决。
no-taken-over = 这个小区已经接好了。
mend = 记错了、不接管了
mend-why = 为什么
# $name (String)
mend-undo = 收回这一步：{ $name }
mend-undo-lead = 只能收回最后记的一步；收回以后可以重新记。原来记的和为什么收回，留底里都在。
mend-undo-go = 收回
mend-off = 不接管了
mend-off-lead = 比如请来了物业公司、开始错了。谁都看得到原因。
takeover-off = 不接管了
# $why (String)
takeover-off-says = 不接管了：{ $why }
said-undone = 收回了，可以重新记这一步。
said-given-up = 停下来了，谁都看得到原因。
no-takeover-off = 这次接管已经停下来了；要接，重新开始一次。
