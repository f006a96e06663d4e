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
paper-no-hint = Printed on the paper.
paper-go = Enter it
paper-unlike = Number { $no }: the entries differ in { $which }
papers-state = How far it is
papers-done = { $n ->
    [one] { $n } paper is done.
   *[other] { $n } papers are done.
}
papers-differ = To be settled
papers-once = Entered once, waiting for somebody else
papers-wait = { $n ->
    [one] { $n } paper waits
   *[other] { $n } papers wait
} for the second entry or to be settled; only then can it be counted.
said-entered = It is entered.
