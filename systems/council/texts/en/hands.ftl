hands-title = Work in hand
hands-lead = { $n ->
    [one] { $n } matter
   *[other] { $n } matters, what is due first on top
}
hands-empty = Nothing in hand. What is given to you is here at once.
hands-given = Parts others gave you
hands-said-done = Noted; the residents have been asked to look. Whether it is solved they say.
hands-said-later = Noted: it waits, and the deadline goes on from that day. Whoever reported it sees why.
hands-said-back = Sent back to the community, who will find somebody else.
hands-call = Ring { $name } { $number }
hands-arrived = I am there
hands-resume = It has come, go on
hands-done-title = Done
hands-what = What was done (a tap is enough)
hands-photo = A photo of how it is now
hands-parts = Replaced a part
hands-cleared = Cleared the blockage
hands-fixed = Repaired it
hands-cleaned = Cleaned it up
hands-comma = , { "" }
hands-did = { $what }.
hands-did-and = { $what }. { $written }
hands-note = Anything else
hands-note-hint = You can leave it empty, or speak with the microphone of your keyboard.
hands-later-title = Not today
hands-wait = Needs a part
hands-home = Nobody at home
hands-other = Not ours
hands-quote = It costs something? Name a price first
hands-desk = How it went, or something else to write
hands-nothing = A tap on what was done is enough, such as “Repaired it”.
hands-there = You have just said that you are there; once is enough.
hands-not-working = This matter is not being worked at, so there is no need to say that you are there.
course-arrival = At the place
