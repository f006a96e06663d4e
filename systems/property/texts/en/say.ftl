date = { $day } { $month }
date-year = { $day } { $month } { $year }
when = { $date }, { $time }
and = , { "" }
back = Back
print = Print
where = Which compound
compound = Compound
everywhere = All compounds
look = See this compound
weight = { $persons ->
    [one] { $persons } person
   *[other] { $persons } people
}, { $area } m²
mark-yes = In favour
mark-no = Against
mark-abstain = Abstain
mark-invalid = Unclear
mark-blank = Left blank
online-allowed = On the phone or on paper
online-official = Through the authority’s own system, or on paper
online-paper = On paper only
kind-rules = Rules of procedure of the owners’ assembly
kind-covenant = Management covenant
kind-manager = Engaging or dismissing the property company
kind-fund-use = Using the maintenance fund
kind-fund-raise = Raising the maintenance fund
kind-rebuild = Rebuilding the building and what belongs to it
kind-common-use = Changing the use of common parts, or earning with them
kind-other = Other major matters of common property
tag-off = called off
tag-missed = not held
tag-called = to come
tag-open = until { $day }
tag-closed = to be counted
tag-counted = counted
