# 我家也这样: whoever has the same trouble joins instead of reporting it again.
join-title = 我家也这样
# $n (Number)
join-count = { $n ->
   *[other] { $n } 户也这样
}
join-nobody = 还没有别家说也这样
# $n (Number)
join-seconded = { $n ->
   *[other] { $n } 位邻居说办好了
}
join-hint = 点一下就算您家一户，不用再写一遍。有了结果也告诉您。
join-go = 我家也这样
join-joined = 您家已经算上了，有了结果会告诉您。
join-leave = 不算我家了
join-sign-in = 登录后可以点“我家也这样”
join-mine = 我家也这样的事
join-add = 替人加一户
join-back = 回到这件事
# $no (String)
join-form = { $no }：替人加一户
join-form-lead = 有人来说、打电话来说家里也这样，记在这件事里，不用另外登记一件。
join-name = 谁家
join-name-hint = 写全名。名册里有的算他那一户，没有的按一户算
join-form-promise = 名字和电话只给办事的人看，公开的只有户数。
join-form-go = 算上这一户
join-over = 这件事已经办结了。还没好的话，请再反映一次。
join-yours = 这件事就是您家反映的，不用再加。
join-not-here = 这是别的小区的事，住在那儿的邻居才能加。
join-already = 已经算上了，不用再点。有了结果会告诉您。
join-not-joined = 您家还没有算在这件事里。
join-not-done = 还没说干完，等干完了再请您说办没办好。
join-no-name = 还没写是谁家。
join-which-one = 名册里有好几位叫这个名字，请把电话也写上。
join-no-one = 还没选是哪一家说的。
# $n (Number)
voices-ask = 还有 { $n } 户没说办没办好，问过了替他们记
# $no (String)
voices-title = { $no }：替邻居记一句
voices-lead = 打电话、上门问过，或者人家来说的，照原话记。干活的单位不能记。
voices-who = 哪一家说的
voices-nameless = 一户邻居（名字已删去）
voices-none = 都说过了，没有要问的了。
course-seconding = 一起反映的邻居说办好了
# $no (String)
notice-join-look = { $no } 干完了，您家也看看
notice-join-look-body = 您说过“我家也这样”。好了就说一声；没好请写哪儿没好，接着办。
# $no (String)
notice-join-closed = { $no } 办结了
notice-join-closed-body = 您说过“我家也这样”，告诉您一声。以后还有事，随时再提。
# $no (String)
# $who (String)
voice-join-look = 您好，我是社区的。您家也说过的事（{ $no }），{ $who }说干完了。您家好了没有？没好就接着办。
# $no (String)
voice-join-closed = 您好，我是社区的。您家也说过的事（{ $no }）办结了。以后还有事，随时找我们。
# Before a report is sent: is it one of these?
alike-title = 是不是这件事？
alike-lead = 小区里有人反映过差不多的。是同一件就点“我家也这样”，不用再交；不是就接着交。
# $title (String)
alike-join = 我家也这样：{ $title }
alike-go = 不是这些，交给社区
told-of-join-look = 干完了，一起反映的也看看
told-of-join-closed = 一起反映的事办结了
