# 业主表决: lists, the page of a vote, calling and running one.
votes-title = 业主表决
votes-lead = 小区的大事，业主按面积和人数一起定。什么时候投、投什么、结果怎么算出来的，都在这里。
votes-empty = 这里还没有过业主表决。
# $from (String)
# $to (String)
vote-span = { $from } 到 { $to }
vote-when = 投票时间
convener = 召集
rules = 按哪套规则
# $day (String)
# $id (String)
rules-of = { $day }有效的那一套：{ $id }
roll = 名册
# $units (Number)
# $totals (String)
roll-totals = { $units } 套房，{ $totals }
roll-kept = 名册留底
roll-sha = 计票用的名册
matters = 投什么
# $article (String)
needs-ordinary = 要三分之二以上的业主（面积、人数都算）参加，参加的过半数同意才行。{ $article }
# $article (String)
needs-special = 要三分之二以上的业主（面积、人数都算）参加，参加的四分之三以上同意才行。{ $article }
# $when (String)
called-says = { $when } 开始投。到时候名册定下来，之后再过户、改面积，都不影响这次。
stuck-says = 时间到了，名册还没理清，暂时不能投。召集的单位正在办。
# $when (String)
open-says = 正在投，{ $when } 截止。核过房本的业主在手机上投，也可以交纸票；截止以前能改，谁也看不到投了什么。
# $when (String)
open-paper-says = 正在投，{ $when } 截止。这次只用纸票，填好签名，交到社区。
# $when (String)
open-official-says = 正在投，{ $when } 截止。网上投要用主管部门的电子投票系统，也可以交纸票。
closed-says = 投票截止了，正在录最后的纸票，录完就计票，结果贴在这里。
missed-says = 到截止那天名册也没理清，这次没有开成。
# $why (String)
off-says = 这次不开了：{ $why }
# $no (Number)
own-no = 名册上的 { $no } 号
# $no (Number)
own-lot = 计票文件里是 { $no } 号，只有您看得到
# $house (String)
# $door (String)
# $size (String)
# $source (String)
own-door = { $house } { $door }，{ $size } 平方米（{ $source }）
# $when (String)
# $hash (String)
own-cast = 您 { $when } 投过了，截止以前都可以改。投了什么不显示，计完票才公布合计。留底号 { $hash }
# $when (String)
# $hash (String)
own-cast-over = 您 { $when } 投过了。留底号 { $hash }
# $hash (String)
own-paper = 您的纸票录好了，以纸票为准。留底号 { $hash }
own-waits = 您还没投。
own-none = 您没有投。
cast = 去投票
cast-anew = 改一改
journal = 这次表决的留底
see = 居民看到的
desk = 会务
# $n (Number)
# $area (String)
house-total = { $n } 套，{ $area } 平方米
houses = 各栋的合计
# $when (String)
strip-open = { $when } 截止。您家的房本核过了就能投。
# $when (String)
strip-called = { $when } 开始投。没核过房本的业主，先到社区核一下。
said-cast = 投好了。截止以前想改，再投一次就行。
said-off = 这次不开了，原因写在上面。
said-counted = 计完票了，结果在下面，谁都看得到。
# $when (String)
said-called = 召集好了，{ $when } 开始投。通知请贴到每个单元，离开始不能少于 15 天。
said-opened = 名册定下来了，可以投了。
call = 召集业主表决
call-lead = 写清投什么、什么时候投。召集以后，开始那天按登记册把名册定下来。
call-name = 表决叫什么
call-name-example = 比如：修 3 号楼屋顶
# $n (Number)
call-matter = 事项 { $n }
call-kind = 属于哪一类（民法典第二百七十八条）
call-words = 票上怎么写
call-words-hint = 一件事一行，写清做什么、花多少钱、钱从哪儿来。选业委会用“选举业委会”。
call-opens = 哪天开始投
# $day (String)
# $article (String)
call-opens-hint = 最早 { $day }：要提前告诉全体业主（{ $article }）。
call-opens-time = 几点开始
call-closes = 哪天截止
call-closes-time = 几点截止
call-closes-hint = 到这一秒就不能投了。
call-online = 怎么投
call-online-hint = 看当地的规定和小区的议事规则。第一次业主大会只用纸票。
call-go = 召集
festival = 赶上春节
festival-sure = 知道，还是这样定
festival-ask = 投票的日子赶上春节前后，好多人不在家，参加的可能不够数。
off = 不开了
off-why = 为什么不开了
off-go = 不开了
open-go = 名册理清了，开始表决
count-go = 纸票都录完了，计票
enough = 参加的够数了。
# $persons (Number)
# $area (String)
missing = 参加的还不够数：还差 { $persons } 人，{ $area } 平方米。
# $came (String)
# $all (String)
came-of = 参加了 { $came }；一共 { $all }。
houses-came = 各栋投了多少
# $came (Number)
# $all (Number)
house-came = { $came } / { $all } 人
few-houses = 人少的几栋合在一起
houses-note = 只看得到投了多少，看不到谁投了、投了什么。
gaps = 要先理清的房子
# $n (Number)
gaps-says = 有 { $n } 套房没理清，理清以前不能开始：
gaps-none = 名册理得清：每套房都有业主、有面积。
# $n (Number)
gaps-more = 还有 { $n } 套。
gaps-go = 到登记册里补上
gap-owner = 没登记业主是谁
gap-area = 没有面积
gap-zero = 面积是零
gap-source = 面积没写从哪儿来的
doubles = 看看是不是同一个业主
# $n (Number)
doubles-says = 有 { $n } 处，业主可能登记了两遍。是同一个人的，只算一个人，开始以前在登记册里改成一个。
doubles-hint = 不是同一个人的，不用管，不影响开始。夫妻各有一套、留一个电话，是两个人。
double-phone = 登记的电话一样
double-name = 名字一样，电话没有两个
