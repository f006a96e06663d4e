# The shell: what stands round every page.
product = Lianxin
skip = Skip to content
demo = Demo data: people and matters are invented
place-change = change compound
menu = Main menu
menu-home = Home
menu-board = Matters
menu-mine = My home
menu-me = Me
desk-menu = Desk
size-elder = Large
size-larger = Larger
size-smaller = Smaller
size-normal = Standard
lang-other = 中文
lang-other-name = 中文
news = { $count ->
    [0] Messages, nothing new
    [one] Messages, { $count } unread
   *[other] Messages, { $count } unread
}
news-many = 99+
foot-menu = About this place
foot-verify = Check a record
foot-journal = Public journal
foot-about = About Lianxin
print = Print
forms = This sheet in other forms
form-pdf = PDF
form-picture = Long picture for the group
form-word = Document to edit
form-group = Text for the group
paste-lead = Title, days and link only, not the words. Select it, copy it, paste it into the group.
paste-label = Text to copy

# The bridge.
bridge = How far it has come
bridge-done = , done
bridge-now = , under way
bridge-late = , under way and overdue
bridge-todo = , still to come
bridge-skipped = , not needed here

# Parts.
call = Call { $who }
log = What happened
log-now = Now:
optional = optional
choose = Choose one
errors = { $count ->
    [one] One thing still needs your attention
   *[other] { $count } things still need your attention
}
receipt = We have it
receipt-number = Number
receipt-leaf = Record no.
receipt-at = Received
receipt-keep = Keep a picture of the record number or the code, or save the receipt: with it anyone can check that nothing was changed later.
receipt-file = Save the receipt
pager = { $from }–{ $to } of { $total }
pager-none = Nothing here
pager-menu = Pages
pager-prev = Back
pager-next = Next
filter-search = Search
filter-go = Filter
cancel = No, go back

# Words on buttons and links that every system says the same way.
send = Hand it to the community
follow = See how far it is
deputy-of = { $title } (deputy)
