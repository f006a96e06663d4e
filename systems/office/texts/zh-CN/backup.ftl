# Backups of the whole office.
backup-title = 备份
backup-says = 电脑坏了、丢了，还能不能回来
backup-lead = 一份备份里有全部留底、照片和钥匙，用口令锁着。放在这台电脑以外的地方才算数。
backup-never = 还没有备份过。今天就插一个 U 盘，照下面做一份。
# $days (Number)
backup-old = 上一次备份是 { $days } 天前。请今天做一份，或者让它每天自己做。
# $when (String)
backup-fresh = 最近一次备份：{ $when }。
backup-made = 做过的备份
backup-by-hand = 人工做的一份
# $size (String)
# $files (Number)
backup-size = { $size }，{ $files } 个文件
backup-how = 怎么做
backup-how-where = 在放数据的那台电脑上，打开命令行，照着打。网页上不给下载：谁都不该从网上拿走全部数据。
backup-how-hand = 现在做一份，写到 U 盘
backup-how-night = 每天开机后自己做：启动前写上放哪儿；留最近 14 天的和每月头一份
backup-how-words = 看口令：抄在纸上，和电脑分开放。没有它，备份打不开
backup-how-back = 换一台电脑，从备份恢复
kind-backup = 做了一份备份
kind-restored = 从备份恢复
kind-key-change = 换公开留底的钥匙
kind-log-move = 换了地址，公开留底另起一本
