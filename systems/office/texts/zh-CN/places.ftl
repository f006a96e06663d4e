# Places and people of the register.
reg-leave = 不改了，回去
reg-gone = 这里没有这个，或者它不对您开放。
# $from (String)
# $until (String)
reg-from-to = { $from } — { $until }
# $from (String)
reg-from = { $from } 起
reg-change = 改
reg-save = 存上
reg-saved = 改好了，也记进了办事留底。
reg-back = 回去
reg-term = 起止
reg-since = 从哪天起
reg-until = 到哪天止（含当天）
# $most (Number)
reg-number = 请填 0 到 { $most } 之间的数字。
reg-erased = （已删除）
reg-nobody = 空着
reg-person-name = 姓名
reg-person-phone = 电话
reg-person-phone-hint = 手机 11 位，座机带区号
reg-same-name = 这里已经有同名的人，请选是哪一位，免得一个人登记两遍。
reg-same-which = 是哪一位？
reg-same-another = 是另一个人，重新登记
places-title = 楼栋住户
# $households (Number)
# $units (Number)
places-lead = 共 { $households } 户，{ $units } 个房号
places-none = 还没有登记小区。
places-past = 以前的小区和社区
places-search = 姓名、电话后四位、房号（3-2-501）
area-name = 名称
area-kind = 类别
area-code = 简称（编号的开头）
area-code-hint = 只用汉字、字母、数字；不填就用名称
area-parent = 上级
area-buildings = 楼
area-units = 房号
area-households = 住户
area-people = 人
area-company = 物业
area-former = 以前叫
# $name (String)
# $until (String)
area-former-until = { $name }（到 { $until }）
area-successor = 并到哪里
# $name (String)
area-merged-into = 已并入{ $name }
area-within = 下面的小区
area-new = 添小区
area-change = 改区域
area-change-promise = 改了名字，旧名字、旧编号照样查得到。
area-merge = 合并
# $name (String)
area-merge-title = 把{ $name }并到别处
area-merge-lead = 它里面的小区、网格、楼栋和住户都跟过去；旧编号不变，旧名字照样查得到。
area-merge-promise = 单位、合同和岗位不会自己跟过去，请另外安排。
area-last-day = 最后一天
grid = 网格
grids = 网格
grids-none = 还没有划网格。
grid-new = 添网格
grid-change = 改网格
grid-name = 网格名称
grid-none = 不属于哪个网格
grid-phone = 值班电话
grid-phone-hint = 居民会看到并拨打，不要填私人号码
grid-worker = 网格员
grid-no-worker = 还没定人
building = 楼
buildings = 楼栋
buildings-loose = 小区以外的楼
buildings-none = 还没有登记楼栋。
building-head = 楼栋长、联络员
building-name = 楼名
building-new = 添楼
building-change = 改楼栋
building-entrances = 几个单元
building-entrances-hint = 各单元一样的，填上三个数就把房号一次编好；不一样的先空着，以后一个个添
building-storeys = 每单元几层
building-flats = 每层几户
entrance = 单元
entrance-new = 添单元
entrance-lead = 房号以单元名开头的，会一起归到这个单元。
entrance-name = 单元名，如 3 单元
entrance-without = 没有单元
unit = 房号
units = 房号
units-other = 其他房号
units-none = 还没有登记房号。
unit-new = 添房号
unit-change = 改房号
unit-label = 房号，照门上写
unit-kind = 类别
unit-use = 实际用来
unit-use-same = 和类别一样
# $kind (String)
# $used (String)
unit-used-as = { $kind }（现在{ $used }）
unit-area = 面积
unit-area-m2 = 面积（平方米）
# $area (String)
unit-m2 = { $area } 平方米
unit-source = 面积来源
unit-source-none = 还不知道
unit-people = 住在这里、和这里有关的人
unit-promise = 房号和面积只有社区看得到；公开的留底里没有。
unit-split = 拆开
# $unit (String)
unit-split-lead = { $unit } 拆成几个，一行写一个新房号。
unit-split-into = 拆成哪几个
unit-split-hint = 一行一个，面积写在逗号后面：501 甲，46.2
# $line (String)
unit-split-size = “{ $line }”这一行的面积看不懂，请写成：501 甲，46.2。
unit-change-promise = 住户、关系都跟到第一个新房号，产权户跟到每一个新房号；旧房号照样查得到。
unit-merge = 合并房号
unit-merge-lead = 打通了的几个房号合成一个。
unit-merge-which = 合并哪几个
unit-merge-into = 合成后的房号
unit-merge-two = 至少要选两个房号才能合并。
# $units (String)
# $until (String)
unit-gone = 这个房号到 { $until } 为止，之后是 { $units }。
unit-from = 原来的房号
unit-into = 后来的房号
people-none = 还没有登记住户。
person-new = 登记一个人
person-saved = 登记好了。姓名、电话和住在哪里都不进公开的留底。
person-change = 改姓名、电话
person-change-lead = 以最后登记的为准，旧的名字和号码不再显示。
person-phone-changed = 电话改好了：以后只按新号码找得到，旧号码不再用。
person-promise = 只登记姓名、电话和住在哪里；不记身份证号，也不写对人的评价。
person-area = 登记在
person-homes = 住处和关系
person-no-home = 没有登记住处。
# $n (Number)
household-nth = 第 { $n } 户
# $names (String)
household-of = 和{ $names }是一户
household-here = 住这儿，登记成一户
household-another = 住这儿，另成一户
household-away = 不住这儿（房主在别处住、代为联系等）
household-where = 住在这里吗？
relation = 关系
relation-hint = 登记成业主不等于产权证明
relation-elsewhere = 不住这儿
relation-change = 改
# $name (String)
relation-change-title = { $name }和这里的关系
relation-promise = 搬走、卖房就填上截止日，不删掉，以前的事还对得上。
owners = 产权户
owners-who = 业主
owners-none = 还没有登记产权户。
owners-set = 登记产权户
# $unit (String)
owners-lead = { $unit } 是谁的：可以是几个人一起，也可以是单位。
owners-people = 业主是谁（可以多选）
owners-people-hint = 先在房号页登记这个人，这里就能选到
owners-org = 是单位的，选单位
owners-no-org = 不是单位的
owners-also = 同一产权户的其他房号
owners-also-hint = 车位、储物间、打通的房子可以一起选，算一个产权户
owners-promise = 一个产权户投一票、出一张账单；社区登记不等于产权证明。
search-people = 人
search-doors = 房号
search-nothing = 没有找到。名字少打一个字、房号写成 3-2-501 再试试。
