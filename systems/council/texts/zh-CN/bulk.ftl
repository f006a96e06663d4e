# 一起办: several matters ticked on the list.
bulk-tick = 勾选
# $title (String)
bulk-tick-one = 勾上：{ $title }
bulk-look = 一起看过
bulk-hand = 一起交给同一家
bulk-same = 勾的是同一件事
bulk-keys = 键盘：走到列表里以后，J 往下、K 往上、X 打勾、回车打开。
bulk-nothing = 还没勾是哪几件。请回到列表，把要一起办的勾上。
# $max (String)
bulk-too-many = 一次最多 { $max } 件，请分两回。
bulk-one = 只勾了一件。要并成一件，至少勾两件。
bulk-looked = 这件已经看过，定过给谁看了。
bulk-there = 这件已经在这一家手上了。
bulk-empty = 勾的事里没有您能看的。
# $n (Number)
bulk-look-says = 勾了 { $n } 件。公开的照下面写的公开，照片不从这里公开；不公开的只给办事的人看。
# $n (Number)
bulk-hand-says = 勾了 { $n } 件。还没交出去的照下面的名字交办，已经交给别家的改交；居民都会收到通知。
# $n (Number)
bulk-same-says = 勾了 { $n } 件。别的都并到一件里办，不再单独计时，反映的人都会收到通知。并错了可以分开。
bulk-title-hint = 要公开才用起，名字谁都看得到
bulk-keep = 都只给办事的人看
bulk-show = 都公开，照这样写
bulk-hand-go = 都交出去
bulk-note = 改交的理由
bulk-note-hint = 里面有已经交给别家的才用写
bulk-lead = 并到哪一件里
bulk-lead-hint = 最早的一件等得最久，已经替您选上
bulk-no-lead = 请选并到哪一件里。
# $holder (String)
# $stage (String)
bulk-with = 现在在{ $holder }，正在{ $stage }
bulk-only-parties = 反映的人不愿公开，或者不知道是谁反映的，只能给办事的人看。
# $of (Number)
# $n (Number)
bulk-so-many = 勾的 { $of } 件里，办成了 { $n } 件。
# $no (String)
bulk-same-told = 都并到 { $no } 里一起办，反映的人都通知了。
bulk-done = 办了
bulk-not-done = 没办
workbook-go = 存成表格
# $day (String)
workbook-name = 手上的事 { $day }
# $org (String)
# $post (String)
# $at (String)
workbook-says = { $org } { $post } 在 { $at } 取出；不含反映人和他们的原话。
sheet-no = 编号
sheet-late = 超了几天（含休息日）
sheet-came = 收到日期
