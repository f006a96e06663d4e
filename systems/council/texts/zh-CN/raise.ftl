raise-title = 还没好？再提起来
raise-hint = 问过两回没回话，先收着了。还没好就写一句，社区重新看、重新算日子，还是原来的编号。
raise-note = 哪儿还没好
raise-go = 再提起来
raise-not-aside = 只有“先收着”的事才用再提。还在办的，请看它走到哪儿了。
raise-long-ago = 收着已经过了一年，请重新反映一件。
raise-executor = 再提由居民说，办事的单位不能替居民提。
desk-raise = 替居民再提
desk-raise-note = 居民说哪儿还没好
desk-raise-hint = 先收着的事，居民说还没好，就再提起来：社区重新看，还是原来的编号。
desk-raise-go = 再提起来
# $who (String)
# $by (String)
desk-said-raise = 再提起来了：{ $who }{ $by }看。
course-raise = 居民说还没好，再提起来
