path-each = What each of them took in all
path-waited = Waiting besides
path-rework = not solved, done again
path-bounced = came back
path-not-moved = It has only just come in and not moved yet; there is nothing to compare.
path-this = The way it took
path-this-far = The way so far
path-shortest = The shortest way
path-best = The shortest of { $n } of its kind here
path-lane = { $n ->
    [one] { $n } hand-over
   *[other] { $n } hand-overs
}, { $span } of working time
path-listed = { $all } stays in all; the first { $n } are listed, the sums count all of them.
path-drawn = The first { $n } stays are drawn.
path-reworked = { $n ->
    [one] Once
   *[other] { $n } times
} it was not solved and was done again.
path-sent-back = { $n ->
    [one] Once
   *[other] { $n } times
} it was passed on and came back.
path-apart = Besides, it waited for { $span } (parts, weather, the household); that is not counted as working time.
path-achieved = Of { $n } closed matters of its kind here the shortest took { $handovers ->
    [one] { $handovers } hand-over
   *[other] { $handovers } hand-overs
} and { $span } of working time.
path-nav = What is stuck
path-title = What is stuck
path-as-of = As of the end of { $day }
path-as-of-now = { $day }, as of now
path-org = Organisation
path-late = Stuck
path-oldest = Oldest
path-urge = Who presses
path-hand = In hand
path-due = First due
path-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
path-n = { $n ->
    [one] { $n } matter
   *[other] { $n } matters
}
path-none = Nothing is in hand.
path-nothing-late = Nothing is stuck: all that is in hand is within its time.
path-stuck-note = Stuck is what is past its time; waiting for parts, weather or the household is not. What was due first stands first; nobody is ranked, and only organisations are looked at.
path-until = due { $day }
path-is-late = Past its time
path-held = In hand: { $who }
path-held-late = Stuck: { $who }
path-cut = The first { $n } are listed.
path-week-title = Weekly bulletin
path-week-of = { $from } to { $to }, as of the end of that day
path-week-empty = Nothing was handed to anybody in this time.
path-week-all = To do
path-week-paper = Print the weekly bulletin
path-week-in-time = In time
path-week-late = Late
path-week-open = In hand
path-week-back = Sent back
path-week-solved = Residents say solved
path-week-few = Fewer than { $n }
path-week-share = { $percent }% (of { $n })
path-week-note = To do = in time + late + in hand + sent back: all that was in hand in this time. Residents say solved: of those who answered in this time. Fewer than 5 are not shown. By name, nobody is ranked; for the organisations themselves to check; what is to be published they see first.
path-map-title = The map
path-map-of = { $from } to { $to }: { $begun } came in, { $ended } were closed
path-map-empty = Fewer than { $n } matters in this time; there is no map of so few.
path-undrawn = { $n } more moves have no place in the drawing; the table below has them.
path-station = { $n }, median { $span }
path-steps = Each step
path-times = Times
path-median = Median working time
path-measured = { $n } measured
path-not-measured = Fewer than { $n } measured
path-moves = Moves
path-by = Move
path-handed = To another organisation
path-few = Moves made fewer than { $n } times are not listed ({ $left }).
path-backs = Where it comes back
path-no-backs = Nowhere has it come back five times.
path-walks = The ways most taken
path-no-walks = No way was taken five times.
path-months = Month by month
path-month = Month
path-months-all = In all
path-begun = Came in
path-ended = Closed
path-back = Came back
path-map-note = Times are working time. Medians are right to 6%; what was brought over from an older ledger is counted and not timed. What was entered later counts in the month it happened in.
path-arc = { $from } → { $by } → { $to }
path-so-many = { $n ->
    [one] { $n } matter
   *[other] { $n } matters
}
path-rows-why = Matters that did this from { $from } to { $to }; each is listed once.
path-rows-few = Fewer than { $n } matters went this way (one may have gone it several times), so they are not listed one by one.
path-rows-of = What this figure of { $from } to { $to } is made of; a matter that was counted several times is listed once.
path-rows-of-few = Fewer than { $n } matters make this figure (one may have been counted several times), so they are not listed one by one.
path-rows-cut = So many have ended that only the latest were looked through; choose a smaller place or a shorter time to see all.
path-last-months = Last { $n } months
path-step-look = Looked at
path-step-deliberate = Talked over
path-step-work = Work
path-step-waiting = Waiting
path-step-quoted = Price named
path-step-feedback = Residents look
path-step-closed = Closed
path-step-declined = Not handled here
path-step-merged = Part of another
path-step-gone = { $step } (the flow was changed and has no such step now)
path-move-dispatch = Given to be talked over
path-move-direct = Handed on at once
path-move-decline = Declined
path-move-decision = Decided and handed on
path-move-transfer = Handed to another
path-move-return = Sent back
path-move-extension = Put off
path-move-pause = Paused
path-move-resumption = Resumed
path-move-quote = Price named
path-move-consent = Household agrees
path-move-dissent = Household does not agree
path-move-completion = Said to be done
path-move-confirmation = Residents say solved
path-move-objection = Residents say not solved
path-move-lapse = Nobody answered, kept aside
path-move-merge = Made one with another
path-if-title = Estimate: if a rule were another
path-if-lead = The ways that were taken are walked once more under the changed rule. It only counts; nothing is changed.
path-if-assume = First of all
path-if-assume-rest = This is an estimate: all but the changed rule is taken to be as fast as it was.
path-if-assume-kept = A shorter time is taken to be kept by everybody; a longer one saves nothing here.
path-if-assume-past = Only closed matters of the past are looked at; those to come may differ.
path-if-assume-ended = What became part of another matter or was declined is left out, and so is time spent waiting.
path-if-what = Which rule
path-if-skip = Hand on without talking it over
path-if-skip-note = One step fewer
path-if-limit = Another time limit
path-if-limit-note = Choose the step and the working days
path-if-straight = Straight to this organisation
path-if-straight-note = Not first to another that passes it on; choose to whom
path-if-under = Small sums need no talking over
path-if-under-note = Say up to how many yuan
path-if-all = All
path-if-none = None
path-if-about = Only this category
path-if-kind = Only this kind of clock
path-if-step = Time limit of which step (for another time limit)
path-if-days = Working days (for another time limit)
path-if-days-hint = 1 to { $n }
path-if-to = To whom (for straight to one organisation)
path-if-yuan = Up to how many yuan (for small sums)
path-if-yuan-hint = Only decisions that named a sum can be counted
path-if-try = Estimate
path-if-answer = The estimate
path-if-nothing = { $cases } closed matters were walked once more; none would have gone otherwise.
path-if-few = Of { $cases } closed matters fewer than { $n } would have gone otherwise: too few to tell.
path-if-saves = Estimate: of { $cases } closed matters { $n } would have gone otherwise, with { $handovers } hand-overs and { $span } of working time fewer in all.
path-if-before = As it was: { $n } hand-overs and { $span } of working time in all.
path-if-which = Which, and what each would have saved
path-if-cut = At most the last { $n } of a compound are looked at.
path-wrong-changes = Give 1 to { $n } changes.
path-wrong-months = Look back 1 to { $n } months.
path-wrong-what = Choose a change: no talking over, another time limit, straight to one organisation, small sums.
path-wrong-step = This step cannot be changed like that: only talking it over can be left out, and only a step with a clock has a time limit. Whether it is solved is always for residents to say.
path-wrong-about = There is no such category.
path-wrong-kind = There is no such kind of clock.
path-wrong-time = Give one time, of at most { $n } working days.
path-wrong-to = Choose an organisation that works here now.
path-wrong-yuan = Give a whole number of yuan from 1 to { $n }.
path-if-council = Propose it to be talked over
path-if-council-note = The change and its estimate become a matter that everybody can read and a council can put on its agenda. First choose the compound below.
path-if-says-limit = the time limit of “{ $step }” becomes { $days } working days
path-if-says-straight = straight to { $who }
path-if-says-under = up to { $yuan } yuan without talking it over
path-if-says-only = { $only }: { $what }
path-if-proposal = A rule to be talked over: { $what }. Estimate (all else as fast as it was, limits kept by everybody): of { $cases } closed matters { $n } would have gone otherwise, with { $handovers } hand-overs and { $span } of working time fewer in all.
path-if-row = { $n ->
    [one] { $n } hand-over
   *[other] { $n } hand-overs
} and { $span } of working time fewer
path-if-where = Choose a compound: its council talks it over.
path-said-title = Estimated and real
path-said-before = Before ({ $n } closed matters): { $handed } hand-overs and { $span } of working time each, on average.
path-said-promised = Estimated with the change ({ $n } of them would differ): { $handed } hand-overs and { $span } of working time each, on average.
path-said-waits = It has not been decided yet; what comes of it will stand here.
path-said-real = Come in since it was decided, and closed ({ $n }): { $handed } hand-overs and { $span } of working time each, on average.
path-said-few = Fewer than { $n } have come in and been closed since it was decided: too few to tell.
