poll-title = Asking everybody
poll-binds-nobody = Only a question to everybody, no vote. One answer a household, which can be changed until it closes.
poll-go = This one
poll-change = Change to this
poll-own = Your household chose “{ $choice }”. You can change it until { $day }, 8 p.m.
poll-own-over = Your household chose “{ $choice }”.
poll-until = Asked by { $who }. Closes on { $day } at 8 p.m.; what was chosen is shown here then
poll-homes = { $n ->
    [one] { $n } household has answered
   *[other] { $n } households have answered
}
poll-few = Fewer than 5 households have answered; of fewer than 5 nothing is shown
poll-being-counted = It is closed and being counted. Please look again in a few minutes.
poll-sign-in = If you live here, sign in to answer
poll-gone = Choice { $n } (erased)
poll-question-gone = The question was erased
poll-counted = { $n ->
    [one] Asked by { $who }, closed on { $day }, { $n } household answered
   *[other] Asked by { $who }, closed on { $day }, { $n } households answered
}
poll-too-few = Asked by { $who }, closed on { $day }. Fewer than 5 households answered, so what they chose is not shown
poll-choice = Choice
poll-households = Households
poll-desk-title = { $no }: asking everybody
poll-desk-lead = Where you are not sure, ask the households that live here. It is only a question and no vote; what needs a vote goes to the owners.
poll-is-open = Being asked
poll-were-asked = Asked before
poll-write-title = Write down a household’s answer
poll-write-lead = What they told you by telephone, at their door or at the counter, just as they chose. What they answered on their own phone is theirs to change.
poll-write-name = Who said so
poll-write-name-hint = The name in the register; one answer a household
poll-write-phone = Telephone (only where several have this name)
poll-write-chosen = They chose
poll-write-go = Write this household down
poll-off-title = Stop before its day
poll-off-note = Why it stops
poll-off-hint = Everybody reads it. Answers received so far are not shown
poll-off-go = Stop asking
poll-ask = What do you ask?
poll-ask-hint = Everybody reads it: no names, no door numbers
poll-ask-example = For example: where should the charging poles stand?
poll-choice-n = Choice { $n }
poll-day = Until which day?
poll-day-hint = It closes at 8 p.m. that day: tomorrow at the earliest, 30 days from now at the latest
poll-promise = One answer a household, which can be changed until it closes. It is shown after the close; of fewer than 5 households nothing is shown, and never who chose what.
poll-ask-go = Ask everybody
poll-said-ask = Asked. Neighbours answer on the page of this matter; it closes on { $day } at 8 p.m.
poll-said-answer = Written down. It is counted with the others at the close.
poll-said-off = It is asked no longer. The reason stands in the course for everybody.
poll-not-party = The party organisation, the residents’ committee, the owners’ committee, the company or the property office of the place asks.
poll-not-talked = This matter is not being talked over; there is nothing to ask now.
poll-not-shown = Let the neighbours read this matter first, then ask them.
poll-one-open = Something is being asked already. Please ask the next thing when it has closed.
poll-enough = { $n } things have been asked about this matter. That is enough; please decide together.
poll-no-question = Nothing is asked yet.
poll-long-question = The question is too long. Please keep it to { $n } characters.
poll-choices-few = There must be 2 to 6 choices, each with words.
poll-long-choice = A choice is too long. Please keep each to { $n } characters.
poll-same = Two choices are the same. Please change one.
poll-bad-day = It closes tomorrow at the earliest and { $n } days from now at the latest. Please change the day.
poll-over = This has closed; it can be neither answered nor changed.
poll-not-here = Only the households that live here answer.
poll-no-choice = Nothing is chosen yet. Please choose one.
poll-already = This is what your household has chosen; once is enough.
poll-themselves = This household has answered for itself; nobody changes that for it.
poll-no-name = Nobody of this name is in the register. Please write the registered name.
poll-which-one = Several in the register have this name. Please add the telephone number.
poll-not-theirs = Only whoever asked takes it back, or the community.
poll-told-asked = { $no }: something is asked of everybody
poll-told-asked-body = Open it and choose one; one answer a household. It is only a question, no vote.
poll-told-done = { $no }: what you asked everybody has closed
poll-told-done-body = Open it to see how many households chose what. It was only a question; the decision is still to be made together.
poll-told-counted = { $no }: what was asked of everybody has closed
poll-told-counted-body = Open it to see what was chosen. It was only a question, no vote.
told-of-poll-asked = Something is asked of everybody
told-of-poll-done = What you asked everybody has closed
told-of-poll-told = What was asked of everybody has closed
course-poll = Asks everybody
course-poll-closed = { $n ->
    [one] The question to everybody has closed; { $n } household answered
   *[other] The question to everybody has closed; { $n } households answered
}
course-poll-few = The question to everybody has closed; fewer than 5 households answered
course-poll-off = Asks everybody no longer
