errands = 去告诉居民
# $from (String)
# $to (String)
errands-lead = 手机上看不到消息的人，请打个电话或上门说一声。夜里 { $from } 到早上 { $to } 不打扰人。
errands-none = 没有要去告诉的人。谁选了打电话、上门，或者没有手机账号，有了结果就排在这里。
# $n (Number)
errands-more = { $n ->
   *[other] 还有 { $n } 件，先告诉完上面的。
}
errand-unnamed = 没留姓名的居民
# $name (String)
errand-call = 给{ $name }打电话
# $name (String)
errand-visit = 上门告诉{ $name }
# $name (String)
errand-slip = 给{ $name }家门上贴个条
# $name (String)
errand-family = 请家人转告{ $name }
# $no (String)
# $phone (String)
errand-slip-words = 您托社区办的事有消息了，编号 { $no }。请打社区电话 { $phone }，或者来社区问。
# $when (String)
errand-from = { $when } 以后
# $n (Number)
errand-tries = { $n ->
   *[other] 试过 { $n } 回
}
errand-done = 告诉了
errand-nobody = 没人，明天再试
errand-answer = 记下居民的回话
errand-matter = 看这件事
errand-said-done = 记下了：已经告诉本人。
errand-said-nobody = 记下了：明天早上再试。
told-title = 怎么告诉您
# $name (String)
told-title-of = 怎么告诉{ $name }
told-lead = 您反映的事有了结果，按您选的方式告诉您。手机上的消息一直都在，不影响。
told-how = 用哪种方式
told-promise = 随时能改。选了什么，只有办事的人看得到。
# $how (String)
told-now = 现在：{ $how }
notices-title = 消息的样子
notices-lead = 程序会发的每一种消息，中英文各是什么样；要有人去说的，写着怎么说。
# $words (String)
notices-spoken = 去说：{ $words }
setup-quiet = 夜里不打扰
setup-quiet-says = 晚上几点以后不打电话、不上门。
setup-quiet-lead = 这段时间里不打电话、不上门，也不往群里发；等到早上。人命关天的事除外。
setup-quiet-from = 从晚上几点
setup-quiet-to = 到早上几点
kind-quiet-hours = 定了夜里不打扰的时间
org-mail = 收信地址
org-mail-address = 电子邮箱
org-mail-hint = 邮件里只写编号和网址。空着就是不寄。
org-mail-pace = 什么时候寄
org-mail-at-once = 有新的事就寄
org-mail-daily = 每天早上寄一封，等着看的都在里面；急事马上寄
org-mail-promise = 邮件里不写是什么事、是谁的事。晚上不寄，等到早上。
org-mail-sent = 发出的邮件和接口消息
org-mail-when = 什么时候
org-mail-state = 怎么样了
org-mail-tries = 试了几回
org-mail-note = 对方怎么说
kind-address = 单位的收信地址改了
org-mail-way = 怎么发
org-hook = 接口地址
org-hook-url = 接口地址
org-hook-hint = 街道、区里的系统要及时知道，就填它的地址（https 开头）。空着就是不发。换一个地址，密钥也换。
org-hook-told = 有新的事，就往这个地址发一条，里面只有编号和网址。对方用下面的密钥核对是不是这里发的；同一个 id 可能来两回，算一条。
org-hook-secret = 密钥（只交给管那个系统的人）
org-hook-promise = 不写是什么事、是谁的事。内网的地址，要先由管电脑的人写进 LIANXIN_HOOK_HOSTS。
told-of-handover = 岗位交接
told-of-incident = 个人信息事件
# $name (String)
errand-guardian = 再给{ $name }问一位监护人
errand-guardian-says = 原来照看孩子的人信息已经删掉，请当面问另一位。
