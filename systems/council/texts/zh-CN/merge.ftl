# 是同一件事: many reports of one trouble become one matter.
merge-same = 别人也反映了同一件事：并到这件
merge-title = 是同一件事
# $title (String)
# $no (String)
merge-lead = 并到“{ $title }”（{ $no }）这一件里办。
merge-what-happens = 并进来的不再单独计时，反映的人都会收到通知，也算在“我家也这样”的户数里。并错了可以分开。
merge-which = 哪些是同一件
merge-which-hint = 说法差不多、前后两天来的已经替您勾上，请看一眼
merge-go = 是同一件事
merge-empty = 这个小区没有别的在办的事。
merge-part-of = 和另一件是同一件事，一起办：
merge-apart = 不是一件事，分开办
# $n (Number)
merge-count = { $n ->
   *[other] 有 { $n } 件并在这里一起办
}
merge-nothing = 还没勾是哪几件。
# $max (String)
merge-too-many = 一次最多并 { $max } 件，请分两回。
merge-lead-over = 这件已经办结了，不能再往里并。
merge-too-far = 勾的事里有已经办结、或者正等居民回话的，不能再并。请看看新的情况。
merge-elsewhere = 勾的事里有别的小区的，不是同一件事。
merge-has-joiners = 勾的事里有邻居加入过的。请打开那一件，把别的并到它里面。
merge-not-merged = 这件没有并到别的事里。
# $no (String)
course-merge = 和 { $no } 是同一件事，并在一起办
course-apart = 不是一件事，分开办，重新看
outcome-merged = 和另一件是同一件事，一起办
ended-merged = 一起办
# $no (String)
notice-merged = { $no } 和另一件是同一件事，一起办
notice-merged-body = 好几家都反映了，并成一件办，您不用再提。有了结果照样告诉您。
told-of-merged = 和别的事并在一起办
