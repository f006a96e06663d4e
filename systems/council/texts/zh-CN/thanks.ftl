thanks-title = 道谢
# $n (Number)
thanks-count = { $n ->
   *[other] 居民道谢 { $n } 次
}
# $who (String)
thanks-go = 谢谢{ $who }
thanks-hint = 点一下就行，不用写字。公开的只有次数。
thanks-done = 您已经谢过了。
thanks-not-yet = 这件事还没办好，办好了再谢不迟。
thanks-not-theirs = 反映的人和一起反映的邻居可以道谢。
thanks-twice = 您已经谢过了，谢一次就够。
# $no (String)
thanks-told = { $no } 有居民道谢
thanks-told-body = 居民说办好了，还点了“谢谢”。
told-of-thanked = 有居民道谢
