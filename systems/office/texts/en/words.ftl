# Days and times.
when = { $date } { $time }
date = { $day } { $month }
date-year = { $day } { $month } { $year }
month = { $month }

# What was recorded, in plain words.
kind-sealed = An entry that is not public
kind-report = A resident reported something
kind-dispatch = Looked at and handed on
kind-decline = Said that it is not dealt with here
kind-entry = Somebody spoke in a deliberation
kind-decision = A deliberation was decided
kind-completion = The unit says it is done
kind-return = Not theirs, handed back
kind-transfer = Handed to another unit
kind-feedback = The resident said whether it is solved
kind-lateness = Past its day, reminded
kind-reminder = Asked once more whether it is solved
kind-lapse = No answer, put aside
kind-publication = Read, and decided what is public
kind-area = A street, community or compound was entered
kind-grid = A grid and its duty phone were entered
kind-building = A building and its flats were entered
kind-organisation = An organisation was entered
kind-contract = A property contract was entered
kind-seat = A seat was filled
kind-seat-end = A seat was handed over
kind-seat-stop = A seat was stopped
kind-entrance = An entrance was registered
kind-area-merge = Areas were merged
kind-deputy = A deputy was arranged
kind-charge = Somebody was put in charge
kind-handover = A hand-over was opened
kind-handover-item = A line was added to a hand-over
kind-handover-successor = A successor was named
kind-handover-check = A line of a hand-over was looked at
kind-handover-acceptance = A hand-over was accepted
