# 常用回话: what the desk says again and again, kept ready for a community.
replies-title = 常用回话
# $place (String)
replies-lead = { $place }常说的话写在这里，填表时点一下就填好，发出去以前还能改。
replies-empty = 还没有写过。常说的话写一条，下回点一下就行。
replies-none-here = 这张表还没有常用回话。
replies-manage = 写一条、改常用回话
replies-new = 写一条
replies-change = 改这一条
replies-change-one = 改
replies-retire = 不用了
replies-where = 用在哪张表上
replies-words = 怎么说
# $max (String)
# $most (String)
replies-hint = 不写人名、门牌和电话。最多 { $max } 个字，每张表最多 { $most } 条。
replies-go = 留着用
replies-gone = （这句话已经删去）
replies-said-kept = 留下了，填表时点一下就填好。
replies-said-retired = 这条不用了，以前说过的不变。
replies-dispatch = 看过，交给…（给事情起的名字）
replies-feedback = 替居民记回话（补充的话）
reply-none = 没有这条常用回话，可能已经不用了。
reply-no-form = 请选这句话用在哪张表上。
reply-no-words = 还没写怎么说。
# $max (String)
reply-too-long = 用在这张表上最多 { $max } 个字，请短一点。
reply-sensitive = 这里写了病情、救助、家里的事或者证件号，不能当常用的话留着。
reply-already = 这句话已经有了。
# $most (String)
reply-too-many = 这张表已经有 { $most } 条了，先把不用的去掉一条。
