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
no-settle-self = You have entered this paper once and cannot decide alone. A third person settles it with the paper at hand; where there is none, both of you enter it anew, and it counts once you agree.
no-void-asked = You have said so; the other one who entered it looks for the paper, too, before it is set aside.
anew-lead = The two entries differ, and one is yours. Take the paper out and enter yours anew: it counts once both are the same. Or let a third person settle it.
papers-wrong = One says that the number is wrong
papers-asked = Number { $no }: one of the two did not find this paper; the other one looks, too.
paper-void-too = I have looked too; set it aside
paper-wrong = Entered twice, and the number was wrong
paper-wrong-hint = The wrong number. A third person sets it aside alone, the two who entered it only together. What was cast on the phone for that number counts again.
