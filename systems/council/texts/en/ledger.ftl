# Matters brought over from the ledger kept before.
ledger-name = Ledger of matters
ledger-open = matters under way (with their own dates)
ledger-done = matters done (with their own dates)
ledger-due = The deadline is no date; the usual one counts. Please check.
ledger-days = The dates cannot be: nothing lies after today, and nothing is done before it came in.
ledger-no-org = No organisation that looks after this area is called “{ $name }”. Please write its registered name, or import organisations first.
ledger-no-course = The ledger has only the day it was done.
