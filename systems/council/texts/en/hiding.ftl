# What was said in a deliberation is hidden, with a reason.
hide-title = Hide a line
hide-lead = Insults, and what tells of somebody else’s home. Everybody sees that a line was hidden and why; disagreement is not hidden.
hide-go-there = Hide a line
hide-which = Which line
hide-why = Why it is hidden
hide-why-hint = Everybody reads this; do not repeat what you hide
hide-go = Hide it
hide-show = Show it again
hide-nothing = Nobody has said anything yet.
hide-is-hidden = { $who }, hidden: { $why }
hide-line = { $what } (hidden by the community: { $why })
hide-no-line = No line is chosen yet.
hide-hidden = This line is hidden already.
hide-shown = This line is not hidden; everybody reads it.
