# 投票 on the phone and on paper.
back-to-vote = 回到这次表决
# $n (Number)
# $words (String)
cast-matter = { $n }. { $words }
cast-go = 投票
cast-other = 您还有：
# $when (String)
cast-promise = { $when } 截止以前可以改，谁也看不到您投了什么。
papers = 录纸票
papers-lead = 一张纸票由两个人各录一遍，谁也看不到对方录的；两遍一样才算。只录截止以前交上来的。
settle-lead = 两遍录得不一样。拿出这张纸票，看着它再填一遍，按这一遍算。
# $no (String)
settle-no = 名册上的 { $no } 号
settle-go = 按纸票定下来
paper-no = 名册号
paper-no-hint = 写在纸票上；没写的，按楼栋、房号在名册上查。
paper-go = 录这一张
# $no (Number)
# $which (String)
paper-unlike = { $no } 号：第 { $which } 项两遍不一样
papers-state = 录到哪儿了
# $n (Number)
papers-done = 录好 { $n } 张。
papers-differ = 两遍不一样，要对着纸票定
paper-void = 没有这张纸票，录错号了，作废
# $which (String)
papers-voided = 录错号作废过的：{ $which }
said-void = 作废了，这一遍不算。
no-nothing-to-void = 这个号没有等第二遍的纸票。
no-void-self = 这一遍是您录的，请另一位同事找过纸票再作废。
papers-once = 录了一遍，等另一个人
# $n (Number)
papers-wait = { $n } 张纸票还没录完两遍，或者两遍不一样，先弄完才能计票。
said-entered = 录上了。
paper-print = 纸票（打印）
# $place (String)
paper-title = { $place } 业主表决票
# $when (String)
paper-until = { $when } 以前交到社区。
paper-how = 每件事只划一个。划得看不清、没划的，算参加了、不算同意。手机投过又交了纸票的，以签了名的纸票为准。
paper-where = 楼栋、房号：
paper-size = 面积（平方米）：
paper-number = 名册号：
paper-sign = 业主签名：
paper-day = 日期：
paper-owner = 由业主本人填、本人签名。几个人共有一套的，由说好的那一位填。租户不能替填。
no-settle-self = 这张您录过一遍，不能一个人定。请第三位同事对着纸票定；没有第三位的，两个人各自看着纸票重录，一样了就算。
no-void-asked = 您说过录错号了，等另一位录的同事也找过纸票再作废。
anew-lead = 两遍录得不一样，这张您录过一遍。拿出纸票，看着它把您那一遍重录，两个人一样了就算；或者请第三位同事来定。
papers-wrong = 有一位说录错号了
# $no (Number)
papers-asked = { $no } 号：录的一位没找到这张纸票，等另一位也找过。
paper-void-too = 我也找过，没有，作废
paper-wrong = 录好两遍以后才发现录错号的
paper-wrong-hint = 写录错的那个号。没录过它的第三位一点就作废；录过它的两位，要两位都来点。作废以后，那个号原来在手机上投的还算。
