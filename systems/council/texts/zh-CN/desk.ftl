desk-title = 事项办理
# $n (Number)
desk-open = { $n ->
   *[other] 在办 { $n } 件，
}
# $n (Number)
desk-late = { $n ->
   *[other] { $n } 件超期
}
desk-none-late = 没有超期的
desk-new = 替人登记
desk-caption = 在办的事，先到期的在前
desk-tabs = 按进度看
desk-tab-all = 在办
desk-search = 编号、事项、小区
desk-area = 小区
desk-area-all = 全部小区
desk-holder = 在谁手里
desk-holder-all = 全部单位
desk-only-late = 只看超期的
desk-head-what = 事项
desk-head-step = 进度
desk-head-due = 期限
desk-head-moved = 更新
desk-empty = 手上没有在办的事。有人反映，这里马上看得到。
desk-empty-filtered = 没有符合的事。换个条件看看。
# $category (String)
desk-empty-category = 「{ $category }」里没有符合的事。换一类，或者看全部。
desk-all = 看全部
# $n (Number)
desk-cut = 先到期的 { $n } 件都在这里了。更多的请选一个小区，或者直接填编号。
# $time (String)
desk-today-by = 今天 { $time } 前
desk-pane = 这件事
desk-back = 回到列表
desk-others = 还可以
# $who (String) - name and telephone
desk-contact = 联系：{ $who }
desk-behalf = 社区替人登记
# $n (Number)
desk-reopened = { $n ->
   *[other] 居民 { $n } 次说没办好
}
desk-is-waiting = 内容待看：邻居现在只看得到编号、小区和走到哪一步。
desk-is-shown = 内容已经公开，邻居看得到。
desk-is-kept = 内容只给办事的人看。
desk-changed = 这件事刚刚有变化，下面要填的还是按原先的情况。
desk-renew = 看新的情况
desk-draft = 您刚才写的（可以复制）
desk-dispatch = 看过了，交给谁
desk-dispatch-go = 交出去
desk-name = 给这件事起个短名字
desk-name-example = 比如：2 单元楼道灯不亮
desk-category = 哪一类
category-all = 全部类别
desk-pace = 多急
desk-executor = 交给谁办
desk-talk = 先交给大家商量
desk-note-hint = 反映的人看得到这句话
desk-decline = 不在这儿办
desk-decline-note = 该去哪儿办、怎么去
desk-decline-go = 告诉居民
desk-decision = 记下议定的结果
desk-decision-note = 议定怎么办
desk-decision-go = 议定了，交去办
desk-deadline = 哪天之前办完
desk-entry = 说一句
desk-completion = 干完了
desk-completion-note = 干了什么
desk-completion-go = 干完了，请居民看
desk-return = 不归我们管
desk-return-note = 为什么，该归谁管
desk-return-go = 退回社区
desk-extension = 要多等几天
desk-extension-note = 在等什么（等配件、等天暖、等您在家）
desk-extension-day = 改到哪天前办完
desk-extension-hint = 只能往后推一回，要赶在说好的日子以前。
desk-extension-go = 改到这一天
desk-pause = 先停一停
desk-pause-reason = 在等什么
desk-pause-note = 说具体些
desk-pause-until = 哪天接着办
desk-pause-hint = 停的这几天不算在期限里；到了那天自动接着算。反映的人看得到在等什么。
desk-pause-go = 停下，到那天接着办
desk-resumption = 接着办
desk-resumption-hint = 等到了就点一下，剩下的期限从现在接着算。
desk-resumption-go = 等到了，接着办
desk-by-list = 责任清单上写着这类事归谁管，已经替您选好；不对就改。
desk-transfer = 改交别家
desk-transfer-to = 改交给谁
desk-transfer-note = 为什么改交
desk-transfer-go = 改交过去
desk-feedback = 替居民回话
desk-feedback-hint = 办没办好由居民说了算。先问到人，再填他怎么说的。
desk-feedback-note = 居民怎么说（没办好请写哪儿没好）
desk-how = 怎么问的
desk-publication = 让不让邻居看
desk-publish = 公开
desk-public-words = 让邻居看的内容
desk-public-hint = 名字、电话、门牌和看得出是谁的话都去掉
desk-wish-parties = 反映的人只想给办事的人看，不能公开。
desk-not-agreed = 没有同意公开原话：只公开您写的标题，照片也不公开。标题里别写认得出人的话。
desk-unknown-reporter = 不知道是谁反映的，内容只能给办事的人看。
# $who (String)
# $by (String)
desk-said-talk = 交出去了：{ $who }召集大家商量，{ $by }定下来。
# $who (String)
# $by (String)
desk-said-work = 交给{ $who }了，{ $by }办完。
desk-said-decline = 已经告诉居民这事不在这儿办，该去哪儿也写上了。
# $who (String)
# $by (String)
desk-said-entry = 您说的记下了。{ $who }在{ $by }把大家的意见定下来。
# $who (String)
# $by (String)
desk-said-completion = 记下了，已经请居民看。{ $who }在{ $by }问到回话。
# $who (String)
# $by (String)
desk-said-extension = 记下了：{ $who }要多等几天，{ $by }办完。反映的人看得到新的日子和为什么。
# $who (String)
# $day (String)
desk-said-pause = 记下了：{ $who }先停一停，{ $day }接着办。反映的人看得到在等什么。
# $who (String)
# $by (String)
desk-said-resumption = 接着办了：{ $who }，{ $by }办完。
# $who (String)
# $by (String)
desk-said-return = 退回给{ $who }了，{ $by }重新看。
desk-said-gone = 退回社区了，社区会重新看、另找人办。这件事不在您这儿了。
desk-said-good = 记下了：居民说办好了，这件事办结。
# $who (String)
# $by (String)
desk-said-again = 记下了：没办好，{ $who }接着办，{ $by }办完。
desk-said-shown = 公开了，邻居看得到。
desk-said-kept = 定下了，内容只给办事的人看。
desk-new-lead = 有人来社区说，或者打电话来说，都记在这里。
desk-new-name = 谁说的
desk-new-phone = 电话
desk-new-phone-hint = 没有电话也能登记，回话上门去说
desk-new-words-hint = 照他的原话记
desk-new-promise = 名字、电话和内容都只给办事的人看。记下后把编号和查询码告诉他，可以打印。
desk-new-go = 记下来，给编号
desk-new-again = 再登记一件
desk-pin = 查询码
desk-link = 查询链接
desk-print = 打印给他
desk-new-tell = 有了结果怎么告诉您
desk-new-tell-hint = 问问本人愿意怎么样。打电话、告诉家人要有号码；贴条只写编号，不写什么事。
desk-group = 发到群里
desk-group-text = 给居民群的话
desk-group-hint = 全选、复制，粘到小区的微信群。这里只有人人都看得到的内容。
desk-group-night = 现在太晚或太早，等早上再发。全选、复制，粘到小区的微信群；只有人人都看得到的内容。
desk-group-comma = ，
# $area (String)
# $title (String)
# $category (String)
# $stands (String)
# $link (String)
desk-group-lines =
    【{ $area }】{ $title }
    { $category }。{ $stands }。
    走到哪一步、想说两句，点这里：
    { $link }
