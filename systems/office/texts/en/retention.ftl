# For how long each kind of data is kept.
retention-title = How long data are kept
retention-says = They go by themselves in the night they are due
retention-lead = A number of months for each, counted from the day a matter was closed; in the night after the last day they go by themselves. Residents read these numbers under "What happens to your data".
retention-contact = Names and phones left with a matter, months
retention-contact-why = { NUMBER($least) } to { NUMBER($most) } months: enough to answer, the shorter the better (Personal Information Protection Law, article 19)
retention-words = What residents wrote, places and photos, months
retention-words-why = { NUMBER($least) } to { NUMBER($most) } months: a claim may be raised for three years (Civil Code, article 188)
retention-incident = Closed data incidents, months
retention-incident-why = { NUMBER($least) } to { NUMBER($most) } months: records of such risks are kept for three years at least (Personal Information Protection Law, article 56)
retention-short = This is too short: { NUMBER($months) } months at least.
retention-long = This is too long: { NUMBER($months) } months at most. Nothing is kept for ever.
retention-number = Please give a number of months.
kind-retention = It was settled how long data are kept
