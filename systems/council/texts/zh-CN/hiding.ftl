# What was said in a deliberation is hidden, with a reason.
hide-title = 遮住一句
hide-lead = 骂人的、写了别人家里事的，遮住那一句。谁都看得到遮了一句、为什么遮；反对的话不遮。
hide-go-there = 遮住一句
hide-which = 哪一句
hide-why = 为什么遮
hide-why-hint = 大家都看得到这一句，别把要遮的话再写一遍
hide-go = 遮住
hide-show = 放出来
hide-nothing = 还没有人说过话。
# $who (String)
# $why (String)
hide-is-hidden = { $who }，已经遮住：{ $why }
# $what (String)
# $why (String)
hide-line = { $what }（社区遮住了：{ $why }）
hide-no-line = 还没选哪一句。
hide-hidden = 这一句已经遮住了。
hide-shown = 这一句没有遮，大家都看得到。
