# What reached somebody.
nav-inbox = 收件
inbox-title = 消息
# $n (Number)
inbox-unread = { $n ->
    [0] 都看过了
   *[other] { $n } 条没看
}
inbox-all-seen = 都看过了，收起来
inbox-empty = 还没有消息。您反映的事有了动静，会写在这里。
inbox-empty-desk = 还没有来件。有事交到这儿，会写在这里。
inbox-pages = 翻页
inbox-older = 再往前看
inbox-newest = 回到最新
message-new = 新
message-unknown = 一条早先的消息
