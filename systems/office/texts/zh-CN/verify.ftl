# Checking a receipt.
verify-title = 核对真假
verify-says = 手里的收据是不是真的，事后有没有人改过，在这里一对就知道。
verify-field = 收据上的留底号或记号
verify-hint = 照着收据抄，大小写要分清；留底号抄前 8 位也行
verify-go = 核对
verify-none = 请先填收据上的留底号。
verify-wrong = 这不像留底号：留底号是收据上那 43 位字母数字，抄前 8 位以上就行。
verify-missing = 留底里没有这个号。请对照收据再看一眼，大小写不能错；还是没有，就拿着收据问社区。
verify-several = 有不止一条这样开头，请多抄几位。
# $at (String)
verify-good = 对得上：{ $at } 记下的，到现在一个字没改。
verify-bad = 对不上：这一条的内容和记下时的留底号不一样。请马上告诉社区和街道。
verify-whole = 看这一条
verify-compare = 收据上的留底号应当和这个一字不差：
verify-assure = 这里当场照公开的内容重新算一遍留底号，不是只查有没有。
