# 主管部门电子投票系统的计票.
official = 主管部门系统的计票
official-lead = 这次网上投的票在主管部门的电子投票系统里。截止以后，把那边给的清单录进来，和纸票合在一起，一户只算一次：交了签名纸票的，以纸票为准。和纸票一样，要两个人各录一遍，两遍一样才算。
official-none = 还没有录过。没录好以前，这次不能计票。
# $when (String)
official-once = { $when } 录过一遍，等另一位同事再录一遍。
official-twice = 两个人录的一样，已经算进来了。
official-unlike = 两遍录得不一样。对一下是不是同一份，录错的那位重录；都不对的，先作废。
official-fact = 主管部门的系统
# $source (String)
# $reference (String)
# $day (String)
official-named = { $source }，编号 { $reference }，{ $day }出的，
# $n (Number)
official-owners = { $n } 户在那里投了
official-nobody = 没有人在那里投
official-only-totals = 只给了总数，下面照录；这里没有把它算进结果
# $n (Number)
official-matter = 那边第 { $n } 项的总数
# $yes (String)
# $no (String)
# $abstain (String)
official-sums = 同意 { $yes }；反对 { $no }；弃权 { $abstain }
official-both = 两边都投了的
# $numbers (String)
official-both-says = 名册号 { $numbers }，以签名的纸票为准，那边的那一票不重复算
official-outside = 不在名册上的
# $n (Number)
# $rows (String)
official-outside-says = { $n } 行，没有算：{ $rows }
official-original = 下载当时交来的清单
official-see-photo = 看盖章件的照片
official-what = 那边给了什么
official-lines = 一户一行的清单
official-totals = 只有总数，没有清单
official-empty = 没有人在那里投，或者这次没用上
official-source = 哪个系统
official-source-hint = 照那边的名称写，像「市住建局业主电子投票系统」。
official-reference = 那边的编号
official-reference-hint = 清单或者盖章件上的编号，两个人写的要一样。
official-day = 那边是哪天出的
official-sheet = 清单（.xlsx、.xls 或 .csv）
official-sheet-hint = 要有「名册号」一栏，或者「楼」「房号」两栏；每件事一栏，写同意、反对、弃权。没投的可以空着。那边没有名册号的，可以填进这张表：
official-blank = 下载带名册号的空表
official-leave = 这几行不在名册上，不算，照原样记下来
official-totals-field = 总数（只有总数才填）
# $matters (String)
official-totals-hint = 一件事一行，六个数用空格隔开：同意户数、同意面积、反对户数、反对面积、弃权户数、弃权面积。顺序：{ $matters }
official-photo = 盖章件的照片
official-photo-hint = 只有总数的、没有人投的，要拍一张主管部门盖章的说明。只有录票的同事看得到。
official-go = 录进来
official-void = 录错了，作废
official-void-too = 我也看过，作废
official-void-says = 一个人不能作废：录过一遍的，由另一位来；录好两遍的，由第三位来，或者两位都来点。作废以后重新录。
official-rows = 这几行录不进来
# $row (Number)
official-row-nobody = 第 { $row } 行：没有名册号，也没有房号。
# $row (Number)
# $n (Number)
official-row-mark = 第 { $row } 行：第 { $n } 项写的看不懂，要写同意、反对或者弃权。
# $row (Number)
# $first (Number)
official-row-unlike = 第 { $row } 行和第 { $first } 行是同一户，投的不一样，请主管部门说清楚以哪一行为准。
# $row (Number)
# $who (String)
official-row-outside = 第 { $row } 行：{ $who }，名册上没有。
# $n (Number)
official-rows-more = 还有 { $n } 行。
official-head-no = 名册号
official-head-house = 楼
official-head-door = 房号
# $n (Number)
# $words (String)
official-head-matter = 第 { $n } 项：{ $words }
official-sheet-note = 写同意、反对或者弃权；没投的空着。
said-official = 记下来了。两个人录的一样就算，不一样的话上面会写。
said-official-void = 记下来了。
# $hash (String)
own-official = 您在主管部门的系统里投过了，那边的清单已经录进来。留底号 { $hash }
no-official-not = 这次表决不用主管部门的系统投，没有计票要录。
no-official-early = 投票还没截止，谁也不能先看那边投了什么；截止以后再录。
no-official-source = 写清楚是哪个系统。
no-official-reference = 写清单或者盖章件上的编号；那边没有编号的，写文件名。
no-official-day = 这一天不对：不能在今天以后，也不能在开始投以前。
no-official-sheet = 还没有选清单。选了「一户一行的清单」，就要把表传上来；上一次传的要重新选。
no-official-columns = 表头认不出来：要有「名册号」，或者「楼」和「房号」；每件事一栏，像「第 1 项」。
no-official-rows = 有的行录不进来，见上面；一行也没有录。请主管部门改好再给一份，不要自己改。
no-official-outside = 有的行不在名册上，见上面；一行也没有录。先核对房号；确实不在名册上的，再传一次，勾上下面那一格，就不算这几行。
no-official-empty = 清单里没有一户投过。确实没人投的，选「没有人在那里投」。
no-official-long = 清单太长了，最多两万行。
no-official-totals = 总数看不懂：一件事一行，每行六个数，面积最多两位小数。
no-official-more = 总数比名册上的户数或者面积还多，再对一遍。
no-official-photo = 只有总数、没有人投，都要有主管部门盖章的说明，拍一张照片。
no-official-same = 这一遍是您录的，第二遍要换一个人录。
no-official-done = 已经录好了。要换一份的，先作废。
no-official-differs = 两遍录得不一样，要录过的两位里录错的那位重录，或者先作废。
no-official-own = 清单里有您自己家，请别的同事来录。
no-official-none = 没有录过，不用作废。
no-official-void-self = 这一遍是您录的，请另一位同事看过再作废。
no-official-void-asked = 您说过录错了，等另一位录的同事也看过再作废。
no-official-waits = 主管部门系统的计票还没录，先录进来再计票；没有人在那里投的，也记一笔。
no-official-open = 主管部门系统的计票只录了一遍，或者两遍不一样，先录好再计票。
no-official-uncountable = 主管部门的系统只给了总数，看不出哪几户也交了纸票，合在一起会重复算，所以这里不计票。请主管部门给一户一行的清单；给不了的，以主管部门公布的结果为准。
