# $category (String)
plain-title = A matter of: { $category }
# $date (String)
# $time (String)
when = { $date }, { $time }
# $month (String)
# $day (String)
date = { $day } { $month }
# $year (String)
# $month (String)
# $day (String)
date-year = { $day } { $month } { $year }
# $date (String)
# $weekday (String)
by-day = by { $weekday }, { $date }
# $n (Number)
minutes = { $n } min
# $n (Number)
hours = { $n } h
# $h (Number)
# $m (Number)
hours-minutes = { $h } h { $m } min
late-today = Overdue today
# $n (Number)
late-days = { $n ->
    [one] { $n } day overdue
   *[other] { $n } days overdue
}
due-today = Due today
# $n (Number)
due-days = { $n ->
    [one] { $n } day left
   *[other] { $n } days left
}
same-day = same day
# $n (Number)
days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
# $n (Number)
nth-day = day { $n }
not-begun = not begun
not-needed = not needed
# $name (String)
holds-look = { $name } is looking at it
# $name (String)
holds-deliberate = { $name } is calling people together
# $name (String)
holds-work = { $name } is working on it
holds-feedback = Waiting for the residents to say whether it is solved
by-clock = by the clock
by-resident = a resident
# $what (String)
# $words (String)
said = { $what }: { $words }
shortest-taken = This was the shortest way.
# $n (Number) - hand-overs
# $span (String)
longer = { $n ->
    [one] { $n } hand-over and { $span } of working time more than the shortest way.
   *[other] { $n } hand-overs and { $span } of working time more than the shortest way.
}
