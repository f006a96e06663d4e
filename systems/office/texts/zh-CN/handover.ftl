# Hand-overs of seats.
handover = 交接
handovers = 交接
handovers-lead = 谁离岗、交给谁、交到哪一步了。
handovers-none = 没有要交接的岗位。
handover-open = 离岗交接
# $title (String)
handover-open-title = { $title }：离岗交接
# $holder (String)
# $n (Number)
handover-open-lead = 在岗的是{ $holder }。单位手上还没办完的 { $n } 件事会自动写进清单，别的请在下面写上。
handover-when = 什么时候停
handover-now = 现在就停
handover-now-note = 交了这张表，权限马上停，打开着的页面也不能再用
handover-day = 到某一天下班为止
handover-day-note = 当天还能办事，过了午夜自动停
handover-until = 到哪天（选第二项时填）
handover-to = 接手人
handover-to-hint = 同一单位里有岗位的人；新来的请先给他安排岗位
handover-later = 还没定，以后再选
handover-choose = 请选
handover-promises = 答应过、约好的事
handover-promises-hint = 一行一件，写事和日期，不写对人的评价
handover-meetings = 定了要开的会
handover-keys = 钥匙
handover-keys-hint = 一行一样，写清几把：社区大门钥匙 2 把
handover-books = 台账、资料
handover-others = 别的（公章、值班手机、微信群主……）
handover-lines-hint = 一行一件，最多 80 个字
handover-promise = 权限停了，以前办的事照样留着原来的名字。
# $title (String)
handover-of = { $title }的交接
handover-from = 交出人
handover-rights = 权限停在
# $day (String)
handover-until-day = { $day } 当天结束
handover-opened = 开始交接
handover-accepted = 接手时间
handover-state = 到哪一步
handover-going-on = 正在交接
# $at (String)
handover-accepted-at = { $at } 接手
handover-nobody = 还没定
handover-list = 交接清单
# $n (Number)
# $total (Number)
handover-left = 还有 { $n } 样没清点，共 { $total } 样
handover-all-checked = 都清点过了，可以接手
handover-all-accepted = 已经接手，清单不再改
handover-kind = 类别
handover-words = 内容
handover-check = 清点
handover-found = 齐了
handover-missing = 缺
handover-note = 缺什么
# $words (String)
handover-note-for = { $words }：缺什么
handover-accept = 都清点过了，我接手
handover-who = 谁来接手
handover-add = 添一样
handover-matter-moved = （已经办完或转走了）
# $to (String)
handover-said-opened = 交接开始了，{ $to } 在自己的“交接”页里清点、接手。
handover-said-nobody = 权限已经停了。还没定谁接手，请在下面选。
handover-said-later = 交接单开好了，权限到那天自动停。还没定谁接手，请在下面选。
handover-said-accepted = 接手了。原来包的网格和楼也转到您这边；请打印交接单，三方签字。
handover-sheet = 打印交接单
handover-sheet-title = 岗位交接单
handover-nth = 序号
handover-sign-from = 交出人签字
handover-sign-to = 接手人签字
handover-sign-witness = 监交人签字
handover-date = 日期
handover-seal = （盖章处）
# $at (String)
handover-printed = 打印时间 { $at }
handover-print = 打印
item-matter = 没办完的事
item-promise = 约好的事
item-meeting = 要开的会
item-keys = 钥匙
item-books = 台账资料
item-other = 别的
no-handover = 没有这次交接，或者它不对您开放。
handover-twice = 这个岗位已经在交接了，请到“交接”里接着办。
handover-done = 已经接手了，清单不再改。有新情况请另外登记。
handover-not-yours = 只有接手人能清点和接手，请接手人本人来办。
handover-bad-successor = 接手人要在同一个单位有岗位，又不是离岗的这位，请另选一位。
handover-no-successor = 还没定接手人，请先选好谁来接手。
handover-no-words = 还没写是什么，请写一句。
# $most (Number)
handover-long = 一样最多写 { $most } 个字，请短一些，或者分成两行。
handover-all-matters = 没办完的事都看过了，都在
# $most (Number)
handover-many = 一张交接单最多 { $most } 样，请把同类的并成一行。
handover-no-item = 清单里没有这一样，请刷新后再看。
handover-no-note = 缺的请写一句缺什么，交出人好补上。
# $n (Number)
handover-unchecked = 还有 { $n } 样没清点，请一样样点“齐了”或“缺”。
# $title (String)
notice-handover = { $title }在交接
notice-handover-body = 清单已经开好，接手人请一样样清点、接手。
# $title (String)
notice-handed = { $title }交接完了
notice-handed-body = 接手人已经清点、接手，以后的事找接手人。
