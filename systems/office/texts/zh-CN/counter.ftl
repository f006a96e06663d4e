# The counter: looking people up, slips and posters on paper, doors.
counter-nav = 窗口
counter-title = 窗口查人
counter-says = 来人没带手机、丢了卡、换了号，在这儿找到他。
counter-field = 电话后四位、事项编号，或者姓名、门牌
counter-hint = 例：0001，或 芙蓉里 42，或 王芳，或 3-2-501
counter-go = 找
counter-wrong = 请输电话后四位（或整个号码）、带小区名的事项编号（如“芙蓉里 42”）、姓名（两个字以上），或者门牌（如 3-2-501）。
counter-nobody = 您管的范围里没有找到，请再核对一下。
# $n (Number)
counter-many = 对得上的人很多，只列了 { $n } 个；请输整个电话号码，或者姓名写全。
# $tail (String)
counter-tail = 电话尾号 { $tail }
counter-is-in = 手机已经进来
counter-is-out = 没有手机进来
counter-open = 有一张卡还没用
counter-slip = 开一张新的入户卡
counter-lost = 手机丢了
counter-no-home = 还没登记住在哪一户，先登记住户再开卡。
counter-assure = 先看清是本人，再开卡。入户卡只说明他是谁，不能证明房子是谁的。
# $name (String)
lost-title = { $name }的手机丢了
lost-says = 他登录过的所有手机和电脑都马上退出，没用的入户卡也作废。
lost-check = 请先确认站在面前的是本人，或者打他登记的电话核对。
lost-go = 全部退出
lost-done = 全部退出了，旧卡作废。现在可以给他开一张新的入户卡。
slip-head = 入户卡
slip-how-scan = 用手机相机或微信扫这个码，点“进来”。
# $address (String)
slip-how-type = 扫不了：打开 { $address } ，点“我是住户”，输卡上的 10 位。
slip-how-after = 进来以后这部手机就记得您；再设一个自己的 6 位码，换手机也能回来。
# $day (String)
slip-until = { $day } 前有效，一人一张，用一次。
slip-no-proof = 这张卡只说明您是谁，不能证明房子是谁的。
slips-title = 印入户卡
slips-says = 一人一张，裁开装进信封，交到本人手里，别贴在门上。
slips-building = 楼
slips-choose = 选一栋楼
slips-which = 先选一栋楼，再勾要印的人。
slips-nobody = 这栋楼还没有登记住户，请先登记。
slips-who = 印给谁
slips-who-hint = 已经勾上的是还没有进来、手里也没有卡的人
slips-has-one = 有一张没用；再开，旧的作废
slips-is-in = 手机已经进来
slips-go = 开卡并打印
slips-none = 一个人也没勾，或者不在您管的范围里。
slips-cut = 沿虚线裁开，一张一个人。卡上的码只在这一页上，印好再关。
slips-stale = 这一页上开的卡已经用过或作废了，请重新打开页面再开一张。
posters-title = 印门口海报
posters-says = 一扇门一张，A4，贴在楼门里眼睛高的地方。
posters-which = 给哪些门印
# $most (Number)
posters-hint = 一次最多 { $most } 张
# $place (String)
posters-gate = { $place } 大门
posters-go = 打印海报
posters-none = 您管的范围里还没有登记楼栋。
posters-choose = 请至少勾一扇门。
# $origin (String)
posters-refused = 现在的地址 { $origin } 只有这台电脑或办公室内网打得开，居民的手机扫了也进不来，所以先不印海报；等有了 https 的公网地址再印。
poster-head = 有事扫一扫，找社区
poster-scan = 反映问题、看办到哪了。扫不出来就打开：
poster-number = 或者打电话、打开网站报门牌短号
# $who (String)
poster-call = { $who } 值班电话
poster-free = 不收钱：扫码、反映、查进度都不花一分钱。
poster-codes = 不要验证码：不问银行卡、密码和短信验证码。
poster-apps = 不用下载：不装任何应用，不加陌生人。
# $site (String)
poster-site = 官方网址只有 { $site } ，打开别的就关掉，打值班电话问一声。
poster-looked = 每月看一眼有没有被贴住，看过打勾：
door-title = 门牌短号
door-says = 海报上的码看不清，就输下面的短号。
door-field = 短号，或者小区和楼号
door-hint = 例：1003，或 芙蓉里 3
door-go = 去这扇门
door-missing = 没有这个短号或门牌，请再看一眼海报，或者打值班电话。
door-call = 打电话
door-slip = 我有入户卡
door-slip-says = 进来以后不用每次填名字电话
# $site (String)
door-safe = 不收钱，不要验证码，不用下载。官方网址只有 { $site }
kind-door = 门牌短号
look-who = 是哪一位
look-why = 为什么查
look-why-hint = 选一样才能打开；会记下来，本人在“我的信息”里看得见。
look-comes = 本人来了，没带手机
look-family = 家里人来替他办
look-visit = 要上门
look-check = 核对登记
look-copy = 本人要一份自己的信息
look-told = 只列姓名和门牌。打开以后看到的，不要往外说。
look-go = 打开
coming-pdf = 存成一个 PDF
