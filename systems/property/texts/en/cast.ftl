back-to-vote = Back to this vote
cast-matter = { $n }. { $words }
cast-go = Vote
cast-other = You also have:
cast-promise = You may change it until { $when }, and nobody sees what you chose.
papers = Enter papers
papers-lead = Each paper is entered by two people, and neither sees the other’s. It counts if both are alike. Only what was handed in before the close.
settle-lead = The two entries differ. Take the paper and fill in what stands on it; this is what will count.
settle-no = Number { $no } on the roll
settle-go = This is what it says
paper-no = Number on the roll
paper-no-hint = It stands on the paper; if not, look up building and door on the roll.
paper-go = Enter it
paper-unlike = Number { $no }: the entries differ in { $which }
papers-state = How far it is
papers-done = { $n ->
    [one] { $n } paper is done.
   *[other] { $n } papers are done.
}
papers-differ = To be settled
paper-void = No such paper: a wrong number, set aside
papers-voided = Set aside as wrong numbers: { $which }
said-void = Set aside; that entry does not count.
no-nothing-to-void = No paper of this number waits for its second entry.
no-void-self = You entered this yourself; please let a colleague look for the paper and set it aside.
papers-once = Entered once, waiting for somebody else
papers-wait = { $n ->
    [one] { $n } paper waits
   *[other] { $n } papers wait
} for the second entry or to be settled; only then can it be counted.
said-entered = It is entered.
paper-print = The paper, to print
paper-title = Owners’ ballot paper of { $place }
paper-until = Hand it in at the office before { $when }.
paper-how = Mark one box for each matter. Unclear or unmarked counts as taking part, not as in favour. If you also voted on the phone, the signed paper is what counts.
paper-where = Building and door:
paper-size = Area (m²):
paper-number = Number on the roll:
paper-sign = Signature of the owner:
paper-day = Date:
paper-owner = To be filled in and signed by the owner. Co-owners: the one they agreed on. Tenants cannot fill it in for them.
