# For how long each kind of data is kept.
retention-title = 信息留多久
retention-says = 到期那天夜里自动删
retention-lead = 每一样填几个月，从办结、搬走或发出那天算，最后一天过完的夜里自动删。居民在“您的信息怎么用”里看得见。
retention-contact = 随一件事留的姓名、电话，留几个月
# $least (Number)
# $most (Number)
retention-contact-why = { NUMBER($least) } 到 { NUMBER($most) } 个月：够回话就行，越短越好（个人信息保护法第十九条）
retention-words = 居民写的原话、地点、照片，留几个月
# $least (Number)
# $most (Number)
retention-words-why = { NUMBER($least) } 到 { NUMBER($most) } 个月：打官司的时效是三年（民法典第一百八十八条）
retention-resident = 搬走的人的姓名、电话，留几个月
# $least (Number)
# $most (Number)
retention-resident-why = { NUMBER($least) } 到 { NUMBER($most) } 个月，从搬走那天算；还有房子在这儿的不删（个人信息保护法第十九条）
retention-message = 收件箱里的消息，留几个月
# $least (Number)
# $most (Number)
retention-message-why = { NUMBER($least) } 到 { NUMBER($most) } 个月，从发出那天算
retention-look-up = 窗口查人的记录，留几个月
# $least (Number)
# $most (Number)
retention-look-up-why = { NUMBER($least) } 到 { NUMBER($most) } 个月：谁查过自己，居民自己看得见；日志至少留半年（网络安全法）
retention-incident = 了结的个人信息事件，留几个月
# $least (Number)
# $most (Number)
retention-incident-why = { NUMBER($least) } 到 { NUMBER($most) } 个月：风险的记录至少留三年（个人信息保护法第五十六条）
# $months (Number)
retention-short = 太短了，最少 { NUMBER($months) } 个月。
# $months (Number)
retention-long = 太长了，最多 { NUMBER($months) } 个月，不能一直留着。
retention-number = 请填几个月，用数字。
kind-retention = 定了信息留多久
