home = 首页
report-title = 反映问题
report-lead = 说两句就行。交给社区后，谁在办、办到哪，一路看得见。
report-words = 怎么回事
report-speak = 可以点键盘上的话筒，用嘴说
report-words-unless = 写两句，或者拍张照
report-words-hint = 可以点键盘上的话筒，用嘴说。不写也没有照片的，要选好哪栋楼、是哪一类
report-words-example = 比如：3 楼到 5 楼的灯都不亮，晚上看不清台阶
report-place = 在哪儿
report-place-unknown = 不在名单里，或者说不清
report-category = 哪一类
report-category-hint = 说不清就不选，社区帮您选
report-phone = 您的电话
report-phone-hint = 只给办事的人看；以后凭后四位说“办好了”
matter-erase = 这是我写的，想删掉
report-privacy = 您的信息怎么用、留多久、怎么删
report-promise = 您的名字和电话不公开。社区的人看过、遮好个人信息，邻居才看得到内容。
report-promise-anyone = 没登录也能交：会给您一个编号和查询链接。内容只给办事的人看。
danger-first = 有危险先打电话：
call-fire = 火警 119
call-police = 报警 110
call-doctor = 急救 120
call-gas = 燃气抢修
call-lift = 电梯困人
call-power = 停电报修
call-water = 爆管抢修
see = 谁能看见
see-neighbours = 小区邻居都能看
see-neighbours-note = 社区的人先看过才公开，名字和电话始终不公开
see-parties = 只给办事的人看
see-parties-note = 公开栏上只有编号、小区和走到哪一步
back = 返回
told-notice = 据 2020 年的报道补记；报上没有写日期，这里只记结果，不计时。
told-today = 今天要这样做
told-today-text = 楼道是逃生的路，先请消防确认（消防法 28）；改公用地方的用途，要业主表决：参加表决的人数和面积都过三分之二，其中四分之三以上同意（民法典 278 条第八项）。
words-waiting = 内容待看：社区的人看过、遮好个人信息才公开。
words-waiting-yours = 您写的内容还没公开：社区的人看过、遮好个人信息以后，邻居才看得到。
words-kept = 这件事的内容只给办事的人看。
# $n (Number)
entries-for-residents = { $n ->
   *[other] 还有 { $n } 位居民说了话，登录的住户看得到。
}
# $names (String)
# $n (Number) - hand-overs
# $span (String)
shortest = 最短的路：{ $names }，交接 { $n } 次，工作时间 { $span }。
# $name (String)
# $until (String)
receipt-says = { $name }收到了，{ $until }给您回话。
# $pin (String)
receipt-keep-link = 请把这一页存好（截图或收藏）。查询码 { $pin } 只显示一小时，请记下来，以后说“办好了”要用。
entry-kind = 您想说
entry-words = 说说您的想法
entry-send = 说出来
entry-title = 你说我来说
answer = 办好了没有？
answer-note = 想说一句（没办好请写哪儿没好）
answer-note-hint = 办好了可以不写
answer-good = 办好了
answer-again = 没办好，接着办
proof-tail = 您留的手机号后四位
proof-pin = 回执上的查询码
course-title = 经过
way-title = 走了哪些路
way-step = 哪一步
way-holder = 在谁手里
way-time = 工作时间
journal-link = 这件事的留底
mine-title = 我家的事
mine-empty = 您还没反映过事。有事您说话。
mine-closed = 办结的
board-title = 公开栏
board-lead = 大家反映的事，谁在办、办到哪。
board-empty = 这里还没有事。
# $category (String)
board-empty-category = 这里还没有「{ $category }」的事。有就说一声，或者换一类看看。
board-all = 全部
board-open = 在办
board-done = 办结
board-tabs = 按进度看
board-everywhere = 所有小区
board-where = 小区
board-more = 再看 20 件
nav-desk = 事项办理
# $org (String)
call-holder = 打给{ $org }
