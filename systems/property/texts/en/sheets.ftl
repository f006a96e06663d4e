notice-print = The notice, to print
notice-title = { $place }: notice of an owners’ assembly
notice-roll = The roll of owners hangs out, too. If an area or owner is wrong, or a unit is missing or listed twice, say so before { $when } to { $org }.
notice-papers = Two people bring every owner their paper; please sign for it. Where it is allowed, owners who showed their deed vote on the phone.
notice-away = Who is away authorises somebody in writing, with a choice for every matter; if they vote themselves, that is what counts.
notice-silent = Who hands in nothing does not take part.
notice-scan = Scan it for what is voted on and when; the result will stand there, too.
notice-seal = (place for the seal)
group-line = { $name }: { $says }
result-print = The result, to print
result-title = { $place }: result of an owners’ vote
ballots-print = A paper for every owner, to print
ballots-count = { $n ->
    [one] { $n } paper
   *[other] { $n } papers
}, one an owner. Or building by building:
tally-print = The count sheet, to print
tally-title = { $place }: count sheet of an owners’ vote
tally-choice = Choice
tally-strokes = Strokes
tally-persons = Persons
tally-machine = As the program counted
tally-void = Unclear or blank
tally-note = The box is opened and the papers are read out in front of everybody. If strokes and program differ, find the paper before signing.
tally-box = The seal of the box was whole; opened at:
tally-reads = Read out by:
tally-counts = Counted by:
tally-watches = Watched by:
roll-draft-title = Roll of { $place }, for objections: { $vote }
roll-draft = Not frozen yet. Say what is wrong before { $when }; the numbers are drawn then.

specimen-notice = Notice of a vote
specimen-roll = Roll of owners
specimen-paper = Voting paper, to fill in
specimen-ballots = Voting papers, one an owner
specimen-delivery = Delivery register
specimen-proxy = Proxy form
specimen-objection = Objection to the roll
specimen-tally = Count sheet
specimen-result = Result of a vote
specimen-filing = Filing package
