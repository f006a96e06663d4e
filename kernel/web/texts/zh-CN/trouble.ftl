# What goes wrong, in one sentence: what it is and what to do.
trouble-not-found = 这里没有这个页面，或者它不对您开放。请看看地址有没有写错，或者从首页进去。
trouble-method = 这个地址不能这样打开。请从首页进去，一步一步点过来。
trouble-sign-in = 这件事要先登录才能办。
trouble-foreign = 这张表是从别的网站发来的，没有收下。请在本网站打开表格重新填。
trouble-stale = 这张表放得太久，或者中间换过账号，所以没有收下。请重新打开表格再交一次。
trouble-unreadable = 没看懂发来的内容，没有收下。请在本网站打开表格重新填。
trouble-format = 这里收不了这种格式的内容。请在本网站打开表格重新填。
trouble-crowded = 现在看的人太多，页面暂时不会自己更新；过一会儿刷新就行。
trouble-slow = 等得太久，没有等到结果。请过半分钟再试一次；已经存上的不会存两遍。
trouble-busy = 现在同时办事的人太多，没有办成。请过几秒再试一次。
trouble-away = 数据库暂时连不上，没有办成。请过一会儿再试；一直这样请打电话告诉社区。
trouble-full = 这台机器的硬盘满了或者写不进去，没有办成。请打电话告诉社区，腾出地方就能再交。
trouble-broken = 程序出了错，没有办成。请过一会儿再试；一直这样请打电话告诉社区。
# $size (String)
trouble-too-large = 发来的内容太大，没有收下：一次最多 { $size }。文字请分几次写，照片请少放几张。

# The page that tells of trouble.
trouble-title = 没有办成
trouble-title-missing = 没有这个页面
trouble-home = 回首页
trouble-login = 去登录
trouble-again-title = 再交一次？
trouble-again-kept = 您写的内容还在，不用重写；按一下就再交一次。
trouble-again-files = 刚才选的照片、文件没有存住，请再选一次。
trouble-again = 再交一次

# What is wrong with an answer.
bad-empty = 这一项要填。
# $most (Number)
# $now (Number)
bad-too-long = 写得太长了：这里最多 { $most } 个字，现在有 { $now } 个字，请短一些。
bad-control = 里面有看不见的控制字符（多半是从别处复制来的），请删掉后重新打一遍。
bad-choice = 请从列出来的里面选一项。
bad-day = 请填一个日期，比如 2026-08-12。
# $most (Number)
bad-file-too-large = 有一个文件太大：这里一个文件最多 { $most } MB，请换小一点的再选。
# $most (Number)
bad-files-too-many = 文件太多了：这里一次最多 { $most } 个，多出来的没有收，请去掉几个。

# A seat that has ended.
# $org (String)
# $phone (String)
# $title (String)
trouble-seat-ended-phone = 您在{ $org }的“{ $title }”岗位已经交接，这一页不再对您开放。手头的事请问{ $org }，值班电话 { $phone }。
# $org (String)
# $title (String)
trouble-seat-ended = 您在{ $org }的“{ $title }”岗位已经交接，这一页不再对您开放。手头的事请问{ $org }。
trouble-typed = 您刚写的没有收下，可以从这里抄走
