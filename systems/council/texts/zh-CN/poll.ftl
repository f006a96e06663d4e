# A straw poll: asked in a matter, answered by household, binding nobody.
poll-title = 问问大家
poll-binds-nobody = 只是问问大家，不算表决。一户一个回答，收之前可以改。
poll-go = 就选这个
poll-change = 改成这个
# $choice (String)
# $day (String)
poll-own = 您家选的是“{ $choice }”，{ $day }晚上 8 点前还能改。
# $choice (String)
poll-own-over = 您家选的是“{ $choice }”。
# $who (String)
# $day (String)
poll-until = { $who }问的，{ $day }晚上 8 点收，收完在这儿公布
# $n (Number)
poll-homes = { $n ->
   *[other] 已经有 { $n } 户回答
}
poll-few = 回答的还不到 5 户；不到 5 户什么都不公布
poll-being-counted = 收完了，正在数，过几分钟再看。
poll-sign-in = 住在这儿的，登录后可以回答
# $n (String)
poll-gone = 第 { $n } 个选项（已删去）
poll-question-gone = 问的话已删去
# $n (Number)
# $who (String)
# $day (String)
poll-counted = { $n ->
   *[other] { $who }问的，{ $day }收完，{ $n } 户回答
}
# $who (String)
# $day (String)
poll-too-few = { $who }问的，{ $day }收完。回答的不到 5 户，选了什么不公布
poll-choice = 选项
poll-households = 户数
# $no (String)
poll-desk-title = { $no }：问问大家
poll-desk-lead = 商量的时候拿不准，问一句住在这儿的各户。只是问问，不算表决；要表决的事走业主表决。
poll-is-open = 正在问
poll-were-asked = 问过的
poll-write-title = 替邻居记一户
poll-write-lead = 打电话、上门问过，或者人家来说的，照人家选的记。人家自己在手机上答过的，不能替着改。
poll-write-name = 哪一位说的
poll-write-name-hint = 写名册里的姓名；一户只算一个回答
poll-write-phone = 电话（同名的有几位时才要写）
poll-write-chosen = 他家选的是
poll-write-go = 记下这一户
poll-off-title = 提前停下来
poll-off-note = 为什么停
poll-off-hint = 大家都看得到。已经收到的回答不公布
poll-off-go = 停下来，不再问
poll-ask = 问什么
poll-ask-hint = 大家都看得到，别写人名和门牌
poll-ask-example = 比如：充电桩放哪儿好？
# $n (String)
poll-choice-n = 选项 { $n }
poll-day = 问到哪天
poll-day-hint = 那天晚上 8 点收，最早明天，最晚 30 天以后
poll-promise = 一户一个回答，收之前可以改；收完才公布，回答的不到 5 户什么都不公布，也不告诉谁选了什么。
poll-ask-go = 问大家
# $day (String)
poll-said-ask = 问出去了，邻居在这件事的页面上就能回答，{ $day }晚上 8 点收。
poll-said-answer = 这一户记下了，收完一起数。
poll-said-off = 不问了，理由写在经过里，大家看得到。
poll-not-party = 由这儿的党组织、居委会、业委会、物业或者物管办来问。
poll-not-talked = 这件事不在商量，现在不用问大家。
poll-not-shown = 先让邻居看得到这件事，再问大家。
poll-one-open = 正有一句在问，收完再问下一句。
# $n (String)
poll-enough = 这件事已经问过 { $n } 回，够了，请商量着定。
poll-no-question = 还没写问什么。
# $n (String)
poll-long-question = 问的话太长了，请写在 { $n } 个字以内。
poll-choices-few = 选项要有 2 到 6 个，每个都写上字。
# $n (String)
poll-long-choice = 有的选项太长了，每个请写在 { $n } 个字以内。
poll-same = 有两个选项一样，请改一个。
# $n (String)
poll-bad-day = 收的日子最早是明天，最晚是 { $n } 天以后，请改一改。
poll-over = 这一句已经收了，不能再答也不能再改。
poll-not-here = 只有住在这儿的各户回答。
poll-no-choice = 还没选，请选一个。
poll-already = 您家已经选了这个，不用再点。
poll-themselves = 这一户自己答过了，不能替他家改。
poll-no-name = 名册里没有找到这一位，请写登记的姓名。
poll-which-one = 名册里有好几位叫这个名字，请把电话也写上。
poll-not-theirs = 谁问的谁才能说不问了，社区也可以。
# $no (String)
poll-told-asked = { $no } 有一句话问大家
poll-told-asked-body = 点开看，选一个就行，一户一个回答。只是问问，不算表决。
# $no (String)
poll-told-done = { $no } 问大家的那句收完了
poll-told-done-body = 点开看各选项有几户选。只是问问，怎么办还得商量着定。
# $no (String)
poll-told-counted = { $no } 问大家的那句收完了
poll-told-counted-body = 点开看结果。只是问问，不算表决。
told-of-poll-asked = 有一句话问大家
told-of-poll-done = 您问大家的收完了
told-of-poll-told = 问大家的收完了
course-poll = 问问大家
# $n (Number)
course-poll-closed = { $n ->
   *[other] 问大家的那句收完了，{ $n } 户回答
}
course-poll-few = 问大家的那句收完了，回答的不到 5 户
course-poll-off = 不问大家了
