# The public record.
journal-title = 办事留底
journal-says = 这里办过的每一件事都按先后记着：什么时候、哪个单位、做了什么。记下的改不了，改了一对就能看出来。
journal-gone = 这里不写名字、电话和大家说的话。自己撤回的话是真删了，留下的只是记号，不会在网上留一辈子。
journal-all-areas = 全部地方
journal-all-kinds = 全部的事
journal-about = 哪方面的事
journal-matters = 反映和议事
journal-votes = 业主表决
journal-places = 房子、人、单位
journal-doors = 进门和账号
journal-messages = 通知
journal-office = 社区内务
journal-month = 到哪个月
journal-newest = 到现在
# $from (Number)
# $to (Number)
journal-looked = 看了第 { $from } 到 { $to } 条。关系到一户人家的那几类，筛选时不列。
journal-looked-none = 那时候还没有留底。
journal-older = 再往前找
# $year (String)
# $month (String)
year-month = { $year } 年 { $month } 月
# $n (Number)
journal-place = 第 { $n } 条
# $hash (String)
journal-hash = 留底号 { $hash }
journal-how = 怎么核对
journal-how-receipt = 手里有收据：拿留底号来
journal-log = 当日留底
journal-log-says = 下面几行是照全部留底、按先后算出来的，签了名。谁改了、删了哪一条，再算就不是这几行。抄一份、拍张照留着，以后拿来一对就看得出来。
# $size (Number)
journal-log-size = 现在签到第 { $size } 条。
journal-log-key = 核对签名用的公钥
journal-log-print = 印一张留着
# $when (String)
# $n (Number)
checkpoint-says = 到 { $when }，一共记了 { $n } 条。
checkpoint-why = 把这张纸贴在公示栏上，或者拍张照留着。以后谁改了、删了这些条里的哪一条，拿它一对就看得出来。
checkpoint-note = 签过名的几行（下面的码里也是这几行）
checkpoint-key = 核对签名用的公钥
checkpoint-how = 怎么对：把这几行存成文件，在任何一台电脑上运行
entry-qr = 扫一扫，核对这一条
journal-log-none = 还没有签过名，一会儿就有。
journal-how-all = 想把全部留底核一遍：在办公室的电脑上运行
# $n (Number)
entry-title = 留底第 { $n } 条
entry-hidden = 这一类事关系到一户人家，只公开它的记号、留底号和时间。
entry-receipt = 存一份收据
entry-hash = 留底号
entry-leaf = 公开的内容
entry-leaf-says = 留底号就是照这些内容算出来的（去掉空格和换行，再在前面加一个 0 字节，算 SHA-256）。“sealed” 里是不公开的内容的记号，看不出原话。
fact-place = 第几条
fact-at = 记下时间
fact-area = 哪里
fact-org = 单位
fact-handled = 经手人（只有社区的人看得到）
# $name (String)
# $title (String)
fact-held = { $name }（{ $title }）
# $name (String)
# $title (String)
# $until (String)
fact-held-until = { $name }（{ $title }，任职到 { $until }）
fact-nobody = 没写名字
fact-forgotten = 名字已按本人要求删去
fact-act = 记号
fact-log = 公开留底
# $n (Number)
# $size (Number)
log-in = 第 { $n } 条，在签过名的前 { $size } 条里
log-waiting = 刚记下，一会儿就签进去
# $n (String|Number)
notice-day = 今天的留底到第 { $n } 条
# $root (String|Number)
notice-day-says = 校验码 { $root }。截个图或者抄下来留着：以后谁改了这些条里的哪一条，拿它一对就看得出来。
no-tile-path = 公开留底里没有这样的地址。记号的地址写成 /journal/tile/<层>/<号>，原样的内容写成 /journal/tile/entries/<号>，号每三位一段。
no-tile-yet = 公开留底还没有记到这里。请先取 /journal/checkpoint，看现在签到第几条。
no-checkpoint-yet = 公开留底还没有签过名，记下头一件事以后一秒之内就有。
no-receipt = 留底里没有这个记号。请核对收据上的记号，一个字母也不能差。
later-tree = 公开留底还没有签到这么多条。请先取 /journal/checkpoint，看现在签到第几条。
earlier-tree = 这件事是后来才记下的，不在前面这么多条里。请换一个大一些的数。
