# Coming back, the family, one's own code, staff phones, the second step.
back-link = 以前进来过？用房号和 6 位码回来
back-title = 用房号和 6 位码回来
back-says = 换了手机，或者手机不记得您了，就从这儿进来。
back-building = 楼号
back-building-example = 例：3
back-door = 单元和房号
back-door-example = 例：2单元501，或 2-501
back-code = 自己的 6 位码
back-code-hint = 是您在“我的”里自己设的，不是短信验证码
back-area-empty = 请选小区。
back-building-empty = 请填楼号。
back-door-empty = 请填单元和房号。
back-code-empty = 请填 6 位数字。
back-no-door = 没有找到这个门牌，请看看小区、楼号、单元和房号。
back-go = 回来
back-lost = 没设过码，或者忘了：到社区窗口开一张新的入户卡就行。
code-title = 我的 6 位码
code-says = 设一个只有您知道的 6 位数字。以后换了手机，用房号加这个码就能回来，不用再跑社区。
# $place (String)
code-where = 您的门牌是：{ $place }
code-new = 6 位数字
code-new-hint = 别用一样的、连着的数字
code-again = 再输一遍
code-go = 设好
code-change = 换成这个码
code-differs = 两遍输得不一样，请再输一次。
code-set = 设好了。请记在心里或者家里的本子上。
code-assure = 社区的人不会问您要这个码；谁来问都别告诉。
family-title = 给家人开入户卡
# $place (String)
family-says = 给住在{ $place }的家人开一张，他用自己的手机进来。
family-who = 给谁
family-new = 还没登记的家人
family-name = 家人的名字
family-only-new = 上面选了“还没登记的家人”才填
family-kind = 和这家的关系
family-lives = 一起住的家人
family-answers = 不住这儿，帮着接电话
family-go = 开一张
family-one = 一张卡给一个人、用一次、60 天有效。五口人就开五张。
# $name (String)
family-done = 给{ $name }的入户卡开好了。请让他当面扫，或者把 10 位码念给他；离开这一页就看不到了。
family-more = 再开一张
family-no-home = 社区还没登记您住哪儿，所以还不能给家人开卡；请到社区窗口说一声。
# $most (Number)
family-full = 一户最多 { $most } 个人在这里登记，再多请到社区窗口。
phones-nav = 外勤手机
phones-title = 外勤手机
phones-says = 师傅不用账号密码：扫一次码，设一个 6 位密码，这部手机就记住 90 天，只看得见自己单位的活儿。
phones-none = 您单位还没有登记外勤岗位（维修工、网格员、楼栋长、联络员）。
phones-unpaired = 还没有配手机。
# $paired (String)
# $seen (String)
phones-since = { $paired } 配的，最近用在 { $seen }
phones-pair = 配一部手机
phones-end = 停用
phones-qr = 请扫这个码
phones-ready = 二维码出来了，10 分钟内有效，只能用一次。
# $who (String)
phones-scan = 请{ $who }用自己的手机扫上面的码，然后设一个 6 位密码。
phones-once = 离开这一页就看不到了，没扫上就再出一个。
# $origin (String)
phones-near = 现在的地址 { $origin } 不是公网地址：手机连着办公室的无线网、打得开它才配得上；127.0.0.1 只有这台电脑自己打得开。
phones-assure = 手机丢了，或者人离开了，马上点“停用”，那部手机立刻就进不来。
pair-title = 配这部手机
# $org (String)
# $title (String)
pair-seat = { $org } { $title }
pair-says = 设一个 6 位密码。每天第一次打开，或者放下半天再拿起来，会问您一次。
pair-pin = 6 位密码
pair-go = 配好这部手机
pair-assure = 密码只有您知道，办公室也看不到；忘了就再扫一次码。
pin-title = 请输密码
pin-says = 这部手机放下有一阵子了，确认一下是您本人。
pin-field = 6 位密码
pin-empty = 请填 6 位数字。
pin-go = 打开
# $times (Number)
pin-lost = 连着错 { $times } 次，这部手机要到办公室重新扫码。
second-title = 第二步验证
second-says = 密码对了。这个岗位还要手机上验证器显示的 6 位数字。
second-code = 6 位数字，或者一个备用码
second-hint = 半分钟换一次，看到什么输什么
second-empty = 请填 6 位数字，或者一个备用码。
second-go = 进去
second-lost = 手机不在身边：用纸上的备用码，一个用一次。
totp-title = 第二步验证
totp-says = 管这台机器、管钱、管投票、导出资料的岗位，只凭密码不够。用手机上的验证器（身份验证器一类的应用）扫一下，以后登录再输它显示的 6 位数字。
totp-scan = 一、用验证器扫这个码
totp-type = 扫不了就在验证器里手工输入：
totp-code = 二、输入它现在显示的 6 位数字
totp-code-hint = 半分钟换一次
totp-go = 开通
# $since (String)
# $left (Number)
totp-since = { $since } 开通的，还有 { $left } 个备用码。要换一部手机，就用新手机再扫一次。
totp-old = 三、原来那部手机上的数字，或者一个备用码
totp-old-hint = 证明换手机的是您本人
# $days (Number)
totp-grace = 请在 { $days } 天内开通；过了以后，不开通就进不来。
totp-later = 以后再说
totp-must = 期限到了，请先开通，再重新登录一次。
totp-assure = 手机坏了、丢了，用备用码进来，再换一部手机。
totp-done = 开通了。请把下面的备用码抄下来或者印出来，锁好；离开这一页就看不到了。
totp-on = 抄好了，继续
totp-codes = 备用码
totp-codes-says = 一个用一次，手机不在身边的时候用
me-code = 我的 6 位码
me-code-says = 换了手机，用房号和它回来
me-family = 给家人开入户卡
me-family-says = 一人一张，用他自己的手机进来
me-totp = 第二步验证
me-totp-says = 登录时再输手机上的 6 位数字
