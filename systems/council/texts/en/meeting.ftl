nav-meetings = Councils
meetings-title = Councils
meetings-lead = What concerns everybody is talked over together. When, where and about what stands here; minutes hang out first and are final when nobody objects.
meetings-older = Earlier councils
meetings-empty = No council has been held yet.
meeting-all = Councils
meeting-back = Back to this council
meeting-open = See this council
meeting-and = , { "" }
meeting-title = Council of { $place }, { $date }
meeting-span = { $date } ({ $weekday }), { $from } to { $to }
meeting-strip = { $when }, at { $place }. Come and listen, come and speak.
meeting-tag-called = to be held
meeting-tag-now = now
meeting-tag-held = minutes to come
meeting-tag-posted = minutes posted
meeting-tag-final = final
meeting-tag-off = called off
meeting-stage-called = Called
meeting-stage-held = Held
meeting-stage-posted = Posted
meeting-stage-final = Final
meeting-when = When
meeting-where = Where
meeting-convener = Called by
meeting-invited = Asked to come
meeting-everybody = everybody who lives in { $place }
meeting-present = Who came
meeting-came = { $n ->
    [one] { $who }: { $n } person
   *[other] { $who }: { $n } people
}
meeting-came-all = { $n ->
    [one] { $n } person came
   *[other] { $n } people came
}
meeting-month = { $month }
meeting-and-more = { $n ->
   *[other] { $named } and more, { $n } in all
}
meeting-residents = Residents
meeting-agenda = What is talked over
meeting-minutes = Minutes
meeting-voices = What people say
meeting-objections = { $n ->
    [one] { $n } objection,
   *[other] { $n } objections,
} { $answered ->
   *[other] { $answered } answered.
}
meeting-answered = Answer:
meeting-called-says = Everybody who lives here may come; no need to sign up. At the door scan the code on the screen, or sign on the sheet.
meeting-held-says = It is over. Whoever called it is writing the minutes; they will hang out here first.
meeting-posted-says = The minutes hang out for everybody. Please speak before { $when }; if nobody objects they are final then and what was decided is handed on.
meeting-waits-says = The term is over, but an objection waits for its answer. The minutes are final after that.
meeting-final-says = The minutes are final. What was decided of each matter, and to whom it was handed, stands below.
meeting-off-says = It is called off: { $why }
meeting-said-called = The parties have been told; whoever reported these matters hears of it too.
meeting-said-here = You are on the list. Please sit down.
meeting-said-posted = The minutes hang out; if nobody objects before { $until } they are final then.
meeting-said-objected = Your objection is with { $who }; you will hear the answer. Until then the minutes are not final.
meeting-said-off = It is called off; everybody who was asked to come will hear of it.
meeting-said-copied = The names from the sheet are on the list.
meeting-said-struck = Struck; the reason is kept.
meeting-said-answered = Your answer is recorded and will be read by whoever objected. All are answered; the minutes are final on { $when }.
meeting-said-answered-last = Your answer is recorded and will be read by whoever objected. All are answered; the minutes are final in a moment.
meeting-said-answered-some = { $n ->
    [one] Your answer is recorded and will be read by whoever objected. One more waits for an answer; the minutes are final after that.
   *[other] Your answer is recorded and will be read by whoever objected. { $n } more wait for an answer; the minutes are final after that.
}
meeting-come = I am here
meeting-come-go = I am here
meeting-code = The six digits on the screen
meeting-code-hint = They change every minute. Who scanned the code finds them filled in.
meeting-object = I object to the minutes
meeting-object-lead = You may speak until { $until }.
meeting-object-words = What is wrong, and how should it read
meeting-object-hint = Only { $who } and the community read your words; the answer is public.
meeting-object-go = Send to who called it
meeting-run = Run it
meeting-call = Call a council
meeting-call-lead = When, where, about what, and who is asked to come. Residents may come anyway.
meeting-call-go = Tell everybody
meeting-matters = Which matters
meeting-matters-hint = { $n ->
   *[other] What is being talked over, those most households live with first; from { $n } households on they are ticked.
}
meeting-no-matters = Nothing that is being talked over in this compound can come to a council now: publish a matter and hand it to a talk at the desk first. You may also write below what it is about.
meeting-day = Which day
meeting-time = When it begins
meeting-length = How long
meeting-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
meeting-where-example = e.g. service centre, ground floor
meeting-term = How long the minutes hang out
meeting-days = { $n ->
   *[other] { $n } working days
}
meeting-term-hint = What was decided is handed on when nobody has objected by then. What is urgent does not wait: record the decision at the matter.
meeting-words = What else
meeting-words-hint = Everybody reads this; no names, no door numbers.
meeting-invite = Who is asked to come
meeting-invite-hint = The four parties are ticked; where there is no committee or company the community calls. Tick a department if it is needed.
meeting-screen = Screen at the door
meeting-screen-says = Scan this with your phone
meeting-screen-number = Cannot scan? Open this council under “Councils”, press “I am here” and type these six digits. They change every minute; a picture sent home is no use.
meeting-paper = Print agenda and sheet
meeting-poster = Print the notice
meeting-write = Write the minutes
meeting-write-anew = Write them anew
meeting-write-lead = Posted now they are final on { $until } unless somebody objects. Written anew they hang out anew.
meeting-minutes-words = What was said
meeting-minutes-hint = Everybody reads this: what was said and decided, no residents' names, no door numbers.
meeting-post-go = Post them
meeting-outcome = What was decided
meeting-choose = Please choose
meeting-do = Decided
meeting-vote = The owners have to vote
meeting-plain = Needs no talk, do it
meeting-later = Not decided, talked over further
meeting-say = In which words
meeting-executor = Who does it
meeting-only-do = Who, by when and for how much is needed for “Decided” only.
decision-limit = It may cost at most (yuan)
meeting-moved = This matter has moved on; what the council says will be a line in its course.
meeting-by = { $who } does it by { $date }
meeting-does = { $what }. { $by }{ $limit }.
meeting-limit = , for at most { $yuan } yuan
landed-done = The minutes are final; it has been handed on
landed-vote = The council says that the owners have to vote
landed-plain = The council says it needs no talk, do it
landed-later = Not decided at the council, talked over further
landed-moved = The council spoke of it, but it had moved on before the minutes were final
landed-stuck = Decided at the council but it could not be handed on; please hand it on at the desk
meeting-nobody = Nobody has signed in yet.
meeting-count = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
meeting-by-code = by code
meeting-by-sheet = from the sheet
meeting-struck = struck: { $why }
meeting-nameless = name erased
meeting-strike-link = Strike
meeting-strike = Strike { $who }
meeting-strike-why = Why
meeting-strike-go = Strike off the list
meeting-sheet = Copy the signed sheet
meeting-names = Names, one a line
meeting-names-hint = Who is on the list already is passed over.
meeting-side = They came for
meeting-sheet-go = Put on the list
meeting-answer = Your answer
meeting-answer-hint = Everybody reads the answer. If they are right, write the minutes anew.
meeting-answer-go = Answer
meeting-older = about an earlier version
meeting-cancel = Call it off
meeting-not-held = It was not held
meeting-cancel-why = Why
meeting-cancel-go = Call it off and tell everybody
meeting-printed = Printed { $when }
meeting-sign = Signatures
meeting-sign-hint = Sign for yourself; no identity numbers. The desk copies the names afterwards; this sheet is kept for three years.
meeting-sign-no = No.
meeting-sign-name = Name
meeting-sign-side = Organisation, or building
meeting-sign-here = Signature
meeting-poster-title = Council of { $place }
meeting-poster-head = Come and talk it over
meeting-poster-scan = Scan to see what it is about; if you cannot come, read the minutes there and object.
meeting-poster-who = Called by { $who }. It costs nothing and needs no code and no app.
meeting-of-called = Talked over { $when } at { $place }; everybody who lives here may come.
meeting-of-posted = It was talked over at a council; the minutes hang out, please speak before { $until }.
meeting-of-final = It was talked over at the council of { $when }; the minutes are final.
meeting-of-held = It was talked over at the council of { $when }; the minutes are not final yet.
course-decision-limit = Decided; to be done by { $date } for at most { $yuan } yuan
meeting-none = There is no such council.
meeting-not-party = Your organisation is none of the parties of this compound and cannot call a council. Please ask the community to.
meeting-not-runner = Whoever called it and the community run it; please tell them.
meeting-no-place = Where is it held? That is missing.
meeting-no-time = Please write the time like this: 19:00.
meeting-past = That time is over; please choose a later one.
meeting-far = That is too far away; please choose a day within two months.
meeting-no-term = Please choose length and term from the list.
meeting-no-agenda = Please choose a matter, or write what it is about.
meeting-too-much = That is too much for one evening; at most 12 matters.
meeting-not-talked = One of these matters is not being talked over now; please choose again.
meeting-not-shown = One of these matters is not published; nobody else can read it. Please look at it and publish it before it comes to a council.
meeting-on-another = One of these matters is on another council's agenda.
meeting-not-invitable = One of these organisations does not look after this compound; please tick again.
meeting-is-off = This council was called off.
meeting-held = Its minutes are out; this cannot be changed any more.
meeting-shut = One signs in from half an hour before it begins until it ends. If you missed that, sign on the sheet and have it copied.
meeting-old-code = That number is wrong or has changed. Please look at the six digits on the screen now.
meeting-not-here = This is another compound's council; whoever lives there and whoever was asked may take part.
meeting-already = Already on the list, nothing more to do.
meeting-was-struck = Your line was struck. If you are in the room, please sign on the sheet.
meeting-no-name = Please write the names.
meeting-bad-name = One name a line, at most 60 at once, none longer than 20 characters.
meeting-no-side = This organisation was not asked to come; please choose again.
meeting-not-on-list = Not on the list, or struck already.
meeting-no-reason = Please write why.
meeting-not-begun = It has not begun yet.
meeting-no-minutes = Please write what was said.
meeting-no-outcome = Please choose what was decided about this matter.
meeting-no-decision = Please write what was decided.
meeting-no-executor = Please choose who does it, somebody who looks after this compound.
meeting-no-deadline = Please write by when.
meeting-early-deadline = The minutes are not final on that day yet; please choose a later one.
meeting-far-deadline = That is too far away; half a year at most.
meeting-bad-limit = Please write the sum like 1200 or 1200.50.
bad-limit = Please write the sum like 1200 or 1200.50; leave it empty for no limit.
meeting-not-posted = No minutes hang out now.
meeting-too-late = The term is over. If something is wrong, please report it.
meeting-objected = Your objection to these minutes is recorded and waits for its answer.
meeting-no-objection = Please write what is wrong.
meeting-is-answered = This objection has its answer.
meeting-no-answer = Please write an answer.
notice-called = { $no }: please come to a council
notice-called-body = { $when }, at { $place }. Open it to see what is talked over.
notice-off = { $no }: the council is called off
notice-off-body = It was to be { $when }. Reason: { $why }
notice-posted = { $no }: the council's minutes are posted
notice-posted-body = Please speak before { $until }; otherwise they are final.
notice-settled = { $no }: the council's minutes are final
notice-settled-body = Open them to see what was decided of each matter, who does it and by when.
notice-objected = { $no }: somebody objects to the minutes
notice-objected-body = Please look and answer; if they are right, write the minutes anew.
notice-waits = { $no }: the minutes are stuck
notice-waits-body = The term is over and an objection waits for its answer. They are final after that.
notice-answered = { $no }: your objection was answered
notice-answered-body = Open it to read the answer.
notice-upshot = { $no } came back from a council
notice-upshot-body = It was not handed on; what was said stands in its course, please go on with it.
notice-talk = { $no } comes before a council
notice-talk-body = { $when }, at { $place }. Come and listen, come and speak; or read the minutes.
notice-talk-off = { $no } is not talked over this time
notice-talk-off-body = The council of { $when } is called off: { $why }
notice-talk-posted = { $no } was talked over
notice-talk-posted-body = The minutes say what was decided; please speak before { $until }.
voice-talk = Hello, this is the community. What you told us about ({ $no }) is talked over { $when } at { $place }. Come and listen, come and speak. If you cannot come we will tell you what was decided.
voice-talk-off = Hello, this is the community. The council about what you told us ({ $no }), planned for { $when }, is called off; we will tell you when there is a new date.
told-of-called = Please come to a council
told-of-off = A council is called off
told-of-posted = Minutes of a council are posted
told-of-settled = Minutes of a council are final
told-of-objected = Somebody objects to minutes
told-of-waits = An objection to minutes waits
told-of-answered = An objection to minutes was answered
told-of-upshot = A council spoke of a matter, please go on
told-of-talk = What was reported is talked over
told-of-talk-off = It is not talked over this time
told-of-talk-posted = What was reported was talked over
