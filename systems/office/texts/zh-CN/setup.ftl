# Setting an office up.
nav-setup = 开张准备
setup-title = 开张准备
# $n (Number)
setup-lead = 还有 { $n } 样没办。按顺序来，每样几分钟；填过的随时能改。
setup-lead-done = 都办好了。改了什么，回这里改。
setup-done = 办好了
setup-open = 还没办
setup-save = 存下来
setup-imprint = 本站信息
setup-imprint-says = 谁在管，数据问谁、放哪儿
setup-imprint-lead = 写在“关于”页上，谁都看得见。写单位和岗位，不写人名。
setup-operator = 谁在管这个站
setup-operator-hint = 写全名，例：和平里社区居委会
setup-contact = 想查、想改、想删自己的信息，找哪个岗位
setup-contact-hint = 例：社区服务窗口
setup-contact-phone = 这个岗位的值班电话
setup-kept-at = 数据放在哪儿
setup-kept-at-hint = 例：社区办公室那台电脑，每周备份到区里
setup-filing = 网站备案号
setup-filing-hint = 用公网域名的才有
setup-id-number = 这里像是身份证号，本系统哪里都不存身份证号，请删掉它。
setup-phone-wrong = 这个电话打不通：可填手机、带区号的座机、400 电话或 12345 这样的短号。
setup-hours = 上班时间
setup-hours-says = 几点前算当天，到期看下班时间
setup-hours-lead = 期限到最后一天下班为止（民法典第二百零三条）。中午不休息，就把午休两格填成一样的。
setup-opens = 上午几点上班
setup-noon-from = 午休从几点
setup-noon-to = 午休到几点
setup-closes = 下午几点下班
setup-time-wrong = 没看懂这个时间，请照 08:30 这样填。
setup-days = 本地放假和调休
setup-days-says = 全国的放假调休已经有了，这里只填本地的
setup-days-lead = 全国通知过的放假调休不用填。这里填本地放假、临时上班，还有明年刚通知、程序还不知道的。
setup-days-none = 还没有填过。
setup-days-since = 从哪天
setup-days-until = 到哪天
setup-days-kind = 这几天
setup-days-off = 放假
setup-days-working = 上班
setup-days-end = 不算了
# $since (String)
# $until (String)
setup-from-to = { $since } 到 { $until }
setup-phones = 值班和应急电话
setup-phones-says = 居民打给谁；燃气、电梯、停电、跑水打哪儿
setup-phones-lead = 写在首页、反映问题的第一行和海报上，点一下就能打。119、110、120 一直都在，不用填。
# $org (String)
setup-duty = { $org }的值班电话
setup-duty-hint = 公开的，请填单位电话，不填个人手机
setup-on-call = 下班和节假日打哪个
setup-on-call-hint = 不填就一直打上面这个。填了，居民看到的电话到点自己换：上班时间打上面的，中午、夜里和放假打这个
setup-gas = 燃气漏了打
setup-lift = 电梯困人打
setup-power = 停电打
setup-water = 跑水、爆管打
setup-people = 工作人员
setup-people-says = 给书记、社区工作者、物业排岗位、开账号
setup-places = 小区、楼栋和住户
setup-places-says = 书记先登记小区，再把手里的表格导进来
setup-address = 地址试通
setup-address-says = 居民的手机打得开吗，试一下才知道
setup-address-lead = 办公室的电脑，居民用自己的流量多半打不开。让手机试一下，就知道是下面哪一种。
address-how = 怎么试
address-cases = 三种情形
address-step-data = 拿一部手机，关掉无线网，用流量。
address-step-send = 用相机扫下面的码；不会扫的，把地址发过去点开。
address-step-press = 打开了，就按页面上的“打开了”。
# $origin (String)
address-is = 现在的地址是 { $origin }。要换，改 lianxin.toml 里的 origin，或启动时加 --origin。
address-unknown = 还没有手机打开过。没试通以前，印不了楼门海报：居民扫了打不开。
# $name (String)
# $day (String)
address-known = { $day } 试过：{ $name }。
address-so = 就是这种
address-machine = 只有本机打得开
address-machine-means = 只能在这台电脑上办公：窗口登记、打印都行，居民手机进不来。
address-network = 办公室内网打得开
address-network-means = 连着办公室网络的电脑和手机能用，居民在家进不来，海报先不印。
address-outside = 外面的手机打得开
address-outside-means = 居民扫码就能用，可以印海报和入户卡。
reach-title = 地址试通
# $name (String)
reach-opened = 打开了。从您这里看：{ $name }。请按一下，记下来。
reach-go = 打开了
reach-noted = 记下了，谢谢。回电脑上看结果就行。
about-imprint = 谁在管
# $operator (String)
about-operator = 本站由{ $operator }管理。
# $contact (String)
about-contact = 您自己的信息，问{ $contact }：
# $kept_at (String)
about-kept-at = 数据放在：{ $kept_at }。
# $filing (String)
about-filing = 备案号：{ $filing }
urgent-gas = 燃气漏了
urgent-lift = 电梯困人
urgent-power = 停电
urgent-water = 跑水、爆管
papers-title = 打印样张
papers-says = 每一种打印出来的纸，先看看版面
# $n (Number) 多少种
papers-lead = 这里打印的纸一共 { $n } 种，每种一张样张，里面的内容都是编的。先印一张看看：字缺不缺、边齐不齐、二维码扫不扫得出。
papers-pdf = 打开以后右上角可以存成 PDF。
papers-no-pdf = 这台机器没有装 lianxin-press，存不成 PDF，用浏览器打印就行。
papers-note = 样张：内容是编的，不能当真用。
