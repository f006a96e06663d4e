desk-title = Matters
desk-open = { $n ->
    [one] 1 open matter,
   *[other] { $n } open matters,
}
desk-late = { $n ->
    [one] 1 overdue
   *[other] { $n } overdue
}
desk-none-late = none overdue
desk-new = Register for somebody
desk-caption = Open matters, what is due first on top
desk-tabs = By step
desk-tab-all = Open
desk-search = Number, words, compound
desk-area = Compound
desk-area-all = All compounds
desk-holder = Held by
desk-holder-all = Everybody
desk-only-late = Only overdue
desk-head-what = Matter
desk-head-step = Step
desk-head-due = Due
desk-head-moved = Moved
desk-empty = Nothing is open here. A new report shows up at once.
desk-empty-filtered = Nothing fits. Try other filters.
desk-empty-category = Nothing about “{ $category }” fits here. Try another category, or see everything.
desk-all = Show all
desk-cut = These are the { $n } that are due first. For others choose a compound or enter the number.
desk-today-by = today by { $time }
desk-pane = This matter
desk-back = Back to the list
desk-others = Also possible
desk-contact = Contact: { $who }
desk-behalf = Registered by the community
desk-reopened = { $n ->
    [one] Residents said “not solved” once
   *[other] Residents said “not solved” { $n } times
}
desk-is-waiting = Words not yet read: neighbours see only number, compound and step.
desk-is-shown = The words are public; neighbours can read them.
desk-is-kept = The words are only for those who handle it.
desk-changed = This matter has just changed; the form below is still about how it was.
desk-renew = See how it is now
desk-draft = What you wrote (to copy)
desk-dispatch = Looked at: hand it on
desk-dispatch-go = Hand it on
desk-name = A short name for it
desk-name-example = For example: stair light out in entrance 2
desk-category = What kind
category-all = All categories
desk-pace = How urgent
desk-executor = Who does it
desk-talk = Talk it over first
desk-note-hint = Whoever reported it can read this
desk-decline = Not handled here
desk-decline-note = Where it is handled, and how to get there
desk-decline-go = Tell the resident
desk-decision = Record what was decided
desk-decision-note = What was decided
desk-decision-go = Decided: hand it on
desk-deadline = Done by
desk-entry = Say something
desk-completion = Done
desk-completion-note = What was done
desk-completion-go = Done; residents, please look
desk-return = Not ours
desk-return-note = Why, and whose it is
desk-return-go = Send it back
desk-extension = A few days more
desk-extension-note = What it waits for (parts, warmer weather, somebody at home)
desk-extension-day = Done by, instead
desk-extension-hint = Once only, and before the promised day.
desk-extension-go = Put it off to this day
desk-pause = Wait a while
desk-pause-reason = What it waits for
desk-pause-note = More precisely
desk-pause-until = It goes on on
desk-pause-hint = These days do not count for the deadline; on that day the clock goes on by itself. Whoever reported it sees what it waits for.
desk-pause-go = Stop, and go on that day
desk-resumption = Go on
desk-resumption-hint = Press when it has come; what is left of the term counts from now.
desk-resumption-go = It has come: go on
desk-by-list = The responsibility list says who does this, and it is chosen already; change it if it is wrong.
desk-transfer = Ask another
desk-transfer-to = Whom to ask
desk-transfer-note = Why
desk-transfer-go = Hand it over
desk-feedback = Enter the resident’s answer
desk-feedback-hint = Residents say whether it is solved. Ask first, then enter what they said.
desk-feedback-note = What they said (if not solved: what is still wrong)
desk-how = How you asked
desk-publication = Let neighbours read it?
desk-publish = Publish
desk-public-words = What neighbours will read
desk-public-hint = Take out names, telephones, door numbers and whatever shows who it was
desk-wish-parties = Whoever reported it wants only those who handle it to read it; it cannot be published.
desk-not-agreed = The reporter has not agreed to publication: only your title becomes public, no words and no photos of theirs. Write nothing in it that tells who it is.
desk-unknown-reporter = It is not known who reported it, so the words stay with those who handle it.
desk-said-talk = Handed on: { $who } calls everybody together and settles it { $by }.
desk-said-work = { $who } has it now and finishes { $by }.
desk-said-decline = The resident has been told that it is not handled here, and where it is.
desk-said-entry = Noted. { $who } settles it { $by }.
desk-said-completion = Noted; residents have been asked to look. { $who } gets their answer { $by }.
desk-said-extension = Noted: { $who } needs a few days more and finishes { $by }. Whoever reported it can see the new day and why.
desk-said-pause = Noted: { $who } waits and goes on on { $day }. Whoever reported it sees what it waits for.
desk-said-resumption = It goes on: { $who }, to be finished { $by }.
desk-said-return = Sent back to { $who }, who looks at it again { $by }.
desk-said-gone = Sent back. The community looks at it again and asks somebody else; it is no longer with you.
desk-said-good = Noted: residents say it is solved. Closed.
desk-said-again = Noted: not solved. { $who } goes on and finishes { $by }.
desk-said-shown = Published; neighbours can read it.
desk-said-kept = Settled: only those who handle it can read the words.
desk-new-lead = Somebody came to the counter or called: write it down here.
desk-new-name = Who says so
desk-new-phone = Telephone
desk-new-phone-hint = It works without one; the answer is then brought in person
desk-new-words-hint = In their own words
desk-new-promise = Name, telephone and words are only for those who handle it. Give them the number and the PIN; you can print them.
desk-new-go = Write it down, give a number
desk-new-again = Register another
desk-pin = PIN
desk-link = Link to follow it
desk-print = Print it for them
desk-new-tell = How shall we tell you what came of it?
desk-new-tell-hint = Ask them what they like best. Ringing them or their family needs a number; a note on the door names the number of the matter only.
desk-group = For the chat group
desk-group-text = Words for the neighbours’ group
desk-group-hint = Select all, copy, and paste it into the compound’s chat group. Only what everybody may read stands here.
desk-group-night = These are quiet hours: please send it in the morning. Select all, copy, and paste it into the compound’s chat group; only what everybody may read stands here.
desk-group-comma = , { "" }
desk-group-lines =
    { $area }: { $title }
    { $category }. { $stands }.
    How far it is, and to have a say:
    { $link }
