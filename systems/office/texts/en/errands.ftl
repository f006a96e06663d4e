errands = Tell people
errands-lead = People who cannot read it on a phone: please ring them or call on them. Nobody is disturbed from { $from } to { $to }.
errands-none = Nobody has to be told. Whoever chose a call or a visit, or has no phone signed in, stands here once there is news.
errands-more = { $n ->
    [one] One more; please finish those above first.
   *[other] { $n } more; please finish those above first.
}
errand-unnamed = a resident who left no name
errand-call = Ring { $name }
errand-visit = Call on { $name }
errand-slip = Leave a note at the door of { $name }
errand-family = Ask the family to tell { $name }
errand-slip-words = There is news of what you asked the community to see to, number { $no }. Please ring { $phone }, or come and ask.
errand-from = from { $when }
errand-tries = { $n ->
    [one] tried once
   *[other] tried { $n } times
}
errand-done = Told
errand-nobody = Nobody there, try tomorrow
errand-answer = Enter their answer
errand-matter = See the matter
errand-said-done = Noted: they have been told.
errand-said-nobody = Noted: to be tried again tomorrow morning.
told-title = How we tell you
told-title-of = How { $name } is told
told-lead = When there is news of what you told us, we tell you in the way you choose. The messages on the phone stay there all the same.
told-how = In which way
told-promise = You can change it at any time. Only those who handle it see what you chose.
told-now = Now: { $how }
notices-title = What messages look like
notices-lead = Every kind of message the program sends, in Chinese and in English; where somebody goes and says it, also what they say.
notices-spoken = Said aloud: { $words }
setup-quiet = Quiet hours
setup-quiet-says = After what hour nobody is rung up or called on.
setup-quiet-lead = Between these hours nobody is rung up or called on, and nothing goes into the chat group: it waits for the morning. Danger to life does not wait.
setup-quiet-from = From what time in the evening
setup-quiet-to = Until what time in the morning
kind-quiet-hours = Quiet hours were set
org-mail = Address for mail
org-mail-address = Mail address
org-mail-hint = A letter holds number and link only. Left empty, none is sent.
org-mail-pace = When it is sent
org-mail-at-once = Whenever there is something new
org-mail-daily = One letter every morning with all that waits; what is urgent goes at once
org-mail-promise = Mail does not say what it is about or whom. Nothing goes out at night; it waits for the morning.
org-mail-sent = Letters and calls sent
org-mail-when = When
org-mail-state = How it stands
org-mail-tries = Tries
org-mail-note = What the other side said
kind-address = An organisation’s address for mail changed
org-mail-way = How
org-hook = Address to be called at
org-hook-url = Address
org-hook-hint = If a system of the street or district is to know at once, put its address here (it begins with https). Left empty, it is not called. Another address has another secret.
org-hook-told = Whenever there is something new this address gets one message with number and link only. The other side checks with the secret below that it comes from here; the same id may come twice and is one message.
org-hook-secret = Secret (only for whoever runs that system)
org-hook-promise = It does not say what it is about or whom. Addresses in one’s own network must first be named in LIANXIN_HOOK_HOSTS by whoever runs this computer.
told-of-handover = A seat is handed over
told-of-incident = A data incident
errand-guardian = Ask another guardian for { $name }
errand-guardian-says = The data of who acted for this child are erased; please ask somebody else in person.
