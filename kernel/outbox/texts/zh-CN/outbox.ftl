how-inbox = 在手机上看
how-call = 打电话
how-visit = 上门
how-slip = 贴条
how-family = 告诉家人
how-ask = 来社区问

no-errand = 没有这件要告诉的事，可能已经有新的进展。请回到列表看看。
told-already = 这件事已经有人告诉过了。
no-phone = 登记里没有电话，打电话和告诉家人都找不到人。先到社区把号码登上，或者改选别的方式。
no-quiet = 安静时间要从几点到几点，一天里最少留 6 个小时能找到人。
no-address = 这不像邮箱地址，要像 wuye@example.cn 这样，一次一个。

posted-waiting = 等着发
posted-sending = 正在发
posted-sent = 对方收下了
posted-failed = 没发成
posted-unknown = 发没发成不清楚，没有再发
posted-none = 不发
