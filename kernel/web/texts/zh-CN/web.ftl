# The shell: what stands round every page.
product = 连心桥
skip = 跳到正文
demo = 演示数据，人物与事项均为虚构
place-change = 换一个小区
menu = 主菜单
menu-home = 首页
menu-board = 议事
menu-mine = 我家的事
menu-me = 我的
desk-menu = 工作台
size-elder = 长辈版
size-larger = 再大些
size-smaller = 小一些
size-normal = 标准版
lang-other = EN
lang-other-name = English
# $count (Number)
news = { $count ->
    [0] 消息，没有新的
   *[other] 消息，{ $count } 条没看
}
news-many = 99+
foot-menu = 关于这里
foot-verify = 核对真假
foot-journal = 办事留底
foot-about = 关于连心桥
print = 打印
forms = 这张纸的几种样子
form-pdf = PDF
form-picture = 发群里的长图
form-word = WPS 能改的文档
form-group = 发到群里的文字
paste-lead = 只有标题、日期和链接，正文不在里面。按住选中，复制，贴到群里。
paste-label = 要复制的文字

# The bridge.
bridge = 办到哪一步了
bridge-done = ，办完了
bridge-now = ，正在办
bridge-late = ，正在办，已经超期
bridge-todo = ，还没到
bridge-skipped = ，这一步不用走

# Parts.
# $who (String)
call = 打电话给{ $who }
log = 经过
log-now = 现在：
optional = 可以不填
choose = 请选一个
# $count (Number)
errors = { $count ->
   *[other] 还差 { $count } 处没填好
}
receipt = 收到了
receipt-number = 编号
receipt-leaf = 留底号
receipt-at = 收到时间
receipt-keep = 留底号或者这个码请拍下来留着，也可以把收据存下来：凭它随时能核对，这件事没被人改过。
receipt-file = 把收据存下来
# $from (Number)
# $to (Number)
# $total (Number)
pager = 第 { $from }–{ $to } 条，共 { $total } 条
pager-none = 一条也没有
pager-menu = 翻页
pager-prev = 上一页
pager-next = 下一页
filter-search = 搜索
filter-go = 筛选
cancel = 不了，回去

# Words on buttons and links that every system says the same way.
send = 交给社区
follow = 看办到哪了
# $title (String)
deputy-of = { $title }（代班）
