# 送达登记.
delivery = 送达登记
delivery-state = 送到哪儿了
# $reached (String)
# $all (String)
delivery-reached = 送到了 { $reached }；一共 { $all }。
# $proven (String)
delivery-proven = 其中签收有凭据的 { $proven }。
delivery-way = 送达方式
way-hand = 当面交给本人
way-door = 贴在门上，再发消息
way-post = 邮寄
way-phone = 打电话
way-page = 在本人手机上看过
delivery-no-hint = 写在票上；重发过的像 12-2。
delivery-day = 哪天送的
delivery-one = 送达人
delivery-two = 另一位送达人
delivery-pick = 选一位
delivery-signed = 签收
delivery-signed-yes = 有签名、邮寄回执，或者本人在手机上回话说看过了，留着凭据
delivery-note = 备注
delivery-note-hint = 没有签收的，写清怎么送的：贴了几号门、几点发的消息、是本人还是家里人接的电话。不写姓名。
delivery-voter = 签收的业主姓名
delivery-voter-hint = 业主本人当面签收、想在手机上投的才填；从现在起由他替这套房投票。
delivery-go = 记上
delivery-missing = 还没送到的
delivery-print = 送达登记表（打印）
# $place (String)
# $house (String)
delivery-sheet = { $place } { $house } 送达登记表
delivery-owner = 产权户（名册号）
delivery-who = 送达人（二人）
delivery-date = 日期
delivery-sign = 签收
delivery-kept = 有凭据
delivery-print-note = 每一户由两个人一起送。业主签收签在“签收”栏；不在家的，贴在门上、发消息，在备注里写清。
reissue = 丢了、退回来的，重发一张
reissue-lead = 新的一张有新号，旧的那张交上来也不算。
reissue-why = 为什么重发
why-lost = 丢了
why-returned = 退回来了
why-spoilt = 坏了、写错了
reissue-go = 重发
said-delivered = 记上了。
# $no (String)
said-reissued = 新的一张是 { $no } 号，打印出来再送；旧的那张不算了。
no-two-deliver = 要两位不同的人一起送，另一位再选一个。
no-bad-day = 日期要在开始投票以后、今天以前。
no-nothing-signed = 贴门上、打电话没有签收，去掉“签收”，在备注里写清。
no-no-note = 没有签收的，备注里写一句怎么送的。
no-no-deliverer = 送达人要是小区或者社区的人，物业公司的人不能送。
no-signs-in-person = 业主本人当面签收的，才能写签收的业主姓名。
no-old-paper = 这个号重发过，或者没有发过这一张；算数的是最后发的那张，号写在票上，像 12-2。
no-of-company = 这次投的事和您任职的物业公司有关，送票、录票、计票、看名单、宣布不开，都要回避，请换一位。
no-own-paper = 这是您自己家的票，请别的同事来录。
# $company (String)
hosted-warn = 要投的事和{ $company }有关，而这台服务器由它管。请换一个地方召集，或者请街道派人全程监督。
