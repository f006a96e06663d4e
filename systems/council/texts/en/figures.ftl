nav-figures = How it goes
figures-title = How it goes
figures-of = Reported from { $from } to { $to }, as it stood at the end of that day
figures-org = Organisation
figures-response = Looked at in time
figures-response-why = Of those that were due a look: looked at and handed on by then.
figures-unit = Unit says done
figures-unit-why = Of those handed to it: it says they are done.
figures-residents = Residents say done
figures-residents-why = Of those handed to it: the residents say they are solved.
figures-first-go = Residents: right the first time
figures-first-go-why = Of those the residents answered: their first answer was yes.
figures-satisfaction = Satisfaction
figures-satisfaction-why = Of all answers households gave in surveys that closed in this time: those that said “satisfied”. Surveys with fewer than 5 households do not count. The percentage opens the surveys.
figures-homes = { $n ->
    [one] { $n } household answered
   *[other] { $n } households answered
}
figures-so-many = { $good } of { $of }
figures-few = under { $n }, not shown
figures-empty = Nothing was reported in this time.
figures-cut = There are too many: only the first { $n } were counted. Choose a compound or a shorter time.
figures-note = Organisations only, never a person, and no ranks. A percentage opens the matters behind it.
figures-days = Last { $n } days
figures-span = How long
figures-to = Until
figures-today = Until today
figures-yesterday = Until yesterday
figures-whose = { $who }: { $what }
figures-yes = counts
figures-no = does not
figures-listed = Only the first { $n }, those that do not count first.
