join-title = The same with us
join-count = { $n ->
    [one] { $n } household has the same
   *[other] { $n } households have the same
}
join-nobody = No other household has said so yet
join-seconded = { $n ->
    [one] { $n } neighbour says it is solved
   *[other] { $n } neighbours say it is solved
}
join-hint = One tap counts your household; nothing needs to be written again. You will be told how it ends.
join-go = The same with us
join-joined = Your household is counted. You will be told how it ends.
join-leave = Do not count us any more
join-sign-in = Sign in to say “The same with us”
join-mine = The same with us
join-add = Add a household for somebody
join-back = Back to this matter
join-form = { $no }: add a household
join-form-lead = Somebody comes or calls and has the same: it belongs to this matter, not to a new one.
join-name = Whose household
join-name-hint = The full name. Whoever is in the register counts with their household, anybody else as one
join-form-promise = Name and phone are only for those who handle it; only the number of households is public.
join-form-go = Count this household
join-over = This matter is closed. If it is not solved, please report it again.
join-yours = Your own household brought this in; it need not be added.
join-not-here = This is another compound’s matter; only neighbours there can be counted.
join-already = You are counted already. You will be told how it ends.
join-not-joined = Your household is not counted in this matter.
join-not-done = Nobody has said yet that it is done; you will be asked when it is.
join-no-name = Whose household is it? Please write the name.
join-which-one = Several people have this name; please add the telephone number.
join-no-one = Please choose whose word it is.
voices-ask = { $n ->
    [one] { $n } household has not said whether it is solved: write it down once you asked
   *[other] { $n } households have not said whether it is solved: write it down once you asked
}
voices-title = { $no }: a neighbour’s word
voices-lead = Asked by telephone or at the door, or they came and said so: write down what they said. Who did the work cannot.
voices-who = Whose word
voices-nameless = A neighbour (name erased)
voices-none = Everybody has said so; nobody is left to ask.
course-seconding = A neighbour with the same trouble says it is solved
notice-join-look = { $no } is done; please look at yours
notice-join-look-body = You said “the same with us”. Say so if it is solved; if not, write what is not, and work goes on.
notice-join-closed = { $no } is closed
notice-join-closed-body = You said “the same with us”, so we let you know. Report anything else at any time.
voice-join-look = Hello, this is the community. About { $no }, which you have too: { $who } says it is done. Is it solved with you? If not, work goes on.
voice-join-closed = Hello, this is the community. { $no }, which you had too, is closed. Come to us with anything else at any time.
alike-title = Is it one of these?
alike-lead = Something much like it has been reported here. If it is the same, say “The same with us” and you are done; if not, go on.
alike-join = The same with us: { $title }
alike-go = None of these, send it
told-of-join-look = Work done, whoever joined looks
told-of-join-closed = A matter you joined is closed
