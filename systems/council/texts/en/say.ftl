placed-title = { $category }: { $place }
plain-title = A matter of: { $category }
when = { $date }, { $time }
date = { $day } { $month }
date-year = { $day } { $month } { $year }
by-day = by { $weekday }, { $date }
minutes = { $n } min
hours = { $n } h
hours-minutes = { $h } h { $m } min
late-today = Overdue today
late-now = Overdue
late-working-days = { $n ->
    [one] { $n } working day overdue
   *[other] { $n } working days overdue
}
late-minutes = { $n } min overdue
late-hours = { $n } h overdue
late-days = { $n ->
    [one] { $n } day overdue
   *[other] { $n } days overdue
}
due-today = Due today at { $time }
due-working-days = { $n ->
    [one] { $n } working day left
   *[other] { $n } working days left
}
due-minutes = { $n } min left
due-hours = { $n } h left
due-days = { $n ->
    [one] { $n } day left
   *[other] { $n } days left
}
same-day = same day
days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
nth-day = day { $n }
not-begun = not begun
not-needed = not needed
holds-look = { $name } is looking at it
holds-deliberate = { $name } is calling people together
holds-work = { $name } is working on it
holds-feedback = Waiting for the residents to say whether it is solved
by-clock = by the clock
by-resident = a resident
said = { $what }: { $words }
shortest-taken = This was the shortest way.
longer = { $n ->
    [one] { $n } hand-over and { $span } of working time more than the shortest way.
   *[other] { $n } hand-overs and { $span } of working time more than the shortest way.
}
slower = No hand-over too many; { $span } of working time more than the shortest way.
answers-now = Call { $number } now
