# The home page.
home-title = 首页
hero = 有事您说话
hero-says = 说两句就行。谁在办，一路看得见。
report = 反映问题
call-grid = 打电话给网格员
call-community = 打电话给社区
come-in = 住户、工作人员从这里进来
to-desk = 看收件，去办事
mine = 我反映的
# $n (Number)
mine-all = 全部 { $n } 件
mine-none-open = 反映过的都办完了。
services = 常用
tile-find = 看办到哪了
tile-board = 公开栏
tile-journal = 办事留底
tile-verify = 核对真假
tile-me = 我的
talking = 正在商量
public = 公示
more-board = 去公开栏
resident-role = 住户
own-name = 中文
