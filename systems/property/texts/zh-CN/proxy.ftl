# 委托.
proxies = 委托书
# $most (Number)
# $article (String)
proxies-lead = 看过业主签了名的委托书再录，委托书上每件事怎么投都要写清。一个人最多替 { $most } 户（{ $article }）。业主自己投了，以自己投的为准。
proxies-empty = 还没有人交委托书。
proxies-given = 录过的委托书
proxy-name = 替他投的人
proxy-name-hint = 写姓名，不写身份证号。物业公司的人不能替业主投。
proxy-go = 看过委托书，录上
# $no (Number)
# $name (String)
proxy-line = 名册上的 { $no } 号，由{ $name }替他投
# $when (String)
proxy-ended = { $when } 收回了
proxy-end = 收回这份委托
said-given = 录上了，等另一位同事也看过委托书才算。
said-taken-back = 收回了，这份委托不算了。
own-proxy = 您的委托书录好了。您自己投一次，就以您自己投的为准。
# $hash (String)
own-proxy-over = 您自己没有投，按您的委托书算。留底号 { $hash }
proxy-print = 委托书（打印）
# $place (String)
proxy-paper = { $place } 业主表决委托书
# $when (String)
proxy-until = { $when } 以前交到社区，过时不收；只用于这一次表决。
proxy-whom = 我委托：
proxy-phone = 电话：
proxy-says = 替我这样投（每件事划一个）：
# $most (Number)
# $article (String)
proxy-most = 一个人最多替 { $most } 户（{ $article }）。物业公司的人不能替业主投。
proxy-back = 截止以前可以收回；我自己投了，以我自己投的为准。
proxy-sign = 受托人签名：
no-no-proxy-name = 写一下替他投的人叫什么。
no-proxy-of-company = 物业公司的人不能替业主投。
no-proxy-is-you = 这份委托是委托您本人的，请别的同事看过委托书来录。
no-proxy-given = 这一户已经有委托了，要换人先收回原来的。
no-no-proxy = 没有这份委托。
no-proxy-ended = 这份委托已经收回了。
# $most (Number)
# $article (String)
no-too-many-proxies = 一个人最多替 { $most } 户（{ $article }），他已经满了，请另外委托一位。
# $when (String)
proxy-waits = { $when }录的，还要另一位同事看过委托书才算
proxy-confirm = 我来看第二遍
proxy-second-lead = 看着委托书把每件事再填一遍，看不到第一位录的；两遍一样才算。
proxy-confirm-go = 看过委托书，录第二遍
no-proxy-differs = 和第一位录的不一样。再看一遍委托书；是第一位录错了，就在下面收回这份，重新录。
said-confirmed = 两个人都看过了，从现在起算数。
