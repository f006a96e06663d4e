# Who one is here.
me-title = 我的
me-stranger = 您还没进来。字号和文字不用进来也能换。
me-place = 小区
me-door = 房号
me-relation = 身份
me-grid = 网格
me-phone = 电话
# $tail (String)
me-phone-tail = 尾号 { $tail }
me-org = 单位
me-seat = 岗位
me-sign-in = 进来
me-sign-in-says = 住户用入户卡，工作人员用账号
me-data = 我的信息怎么用
me-data-says = 谁看得见，怎么查，怎么删
me-size = 字号
size-normal = 标准版
size-elder = 长辈版
size-larger = 再大些
me-lang = 文字
me-out = 退出
me-out-here = 从这部手机退出
me-out-everywhere = 从所有手机和电脑退出
me-out-says = 退出以后，住户用房号和自己的 6 位码再进来；没设过码，到社区窗口开一张新的入户卡。
# $title (String)
me-deputy = { $title }（代班）
