# What reached somebody.
nav-inbox = Inbox
inbox-title = Messages
inbox-unread = { $n ->
    [0] All read
    [one] { $n } not read
   *[other] { $n } not read
}
inbox-all-seen = Mark all as read
inbox-empty = No messages yet. When something you reported moves, it is written here.
inbox-empty-desk = Nothing has come in yet. What is handed to you is written here.
inbox-pages = Pages
inbox-older = Older
inbox-newest = Back to the newest
message-new = New
message-unknown = A message from earlier
