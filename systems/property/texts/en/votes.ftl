votes-title = Owners’ votes
votes-lead = The owners decide the large matters of a compound, by area and by number. When, on what, and how the result was reckoned stands here.
votes-empty = There has been no owners’ vote here yet.
vote-span = { $from } to { $to }
vote-when = When
convener = Called by
rules = Rules
rules-of = In force on { $day }: { $id }
roll = Roll
roll-totals = { $units ->
    [one] { $units } unit
   *[other] { $units } units
}, { $totals }
roll-kept = Hash of the roll
roll-sha = Hash of the numbered roll
matters = What is voted on
needs-ordinary = Two thirds of the owners (by area and by number) must take part, and more than half of those must be in favour. { $article }
needs-special = Two thirds of the owners (by area and by number) must take part, and three quarters of those must be in favour. { $article }
called-says = Voting begins { $when }. The roll is frozen then; what changes after that does not change this vote.
stuck-says = It was to begin by now, but the roll is not settled yet. Whoever called it is seeing to it.
open-says = Open until { $when }. Owners whose papers were seen vote on the phone or on paper; until then a choice may be changed and nobody sees it.
open-paper-says = Open until { $when }. On paper only: fill it in, sign it, hand it in at the community office.
open-official-says = Open until { $when }. On the web only through the authority’s own system; or on paper.
closed-says = Voting is over. The last papers are being entered; then it is counted and the result stands here.
missed-says = The roll was not settled by the last day, so this vote was not held.
off-says = It is called off: { $why }
own-no = Number { $no } on the roll
own-lot = Number { $no } in the file of the count; only you see that
own-door = { $house } { $door }, { $size } m² ({ $source })
own-cast = You voted { $when } and may change it until the close. What you chose is not shown; only totals are published. Hash { $hash }
own-cast-over = You voted { $when }. Hash { $hash }
own-paper = Your paper has been entered; it is what counts. Hash { $hash }
own-waits = You have not voted yet.
own-none = You did not vote.
cast = Vote
cast-anew = Change your vote
journal = The record of this vote
see = As residents see it
desk = Run it
house-total = { $n ->
    [one] { $n } unit
   *[other] { $n } units
}, { $area } m²
houses = Totals by building
strip-open = Open until { $when }. Once your deed has been seen you can vote.
strip-called = Voting begins { $when }. Owners whose deed has not been seen: please come to the office first.
said-cast = Your vote is in. To change it before the close, vote again.
said-off = It is called off; the reason stands above.
said-counted = It is counted. The result stands below for everybody.
said-called = It is called; voting begins { $when }. Post the notice at every entrance, no less than 15 days ahead.
said-opened = The roll is frozen; voting has begun.
call = Call an owners’ vote
call-lead = Say what is voted on and when. On the day it opens the roll is taken from the register.
call-name = What it is called
call-name-example = For example: the roof of building 3
call-matter = Matter { $n }
call-kind = Category (Civil Code, article 278)
call-words = As it stands on the paper
call-words-hint = One thing each: what is done, what it costs, where the money comes from. A committee is elected under “Elect the committee”.
call-opens = First day
call-opens-hint = { $day } at the earliest: all owners have to be told ahead ({ $article }).
call-opens-time = From what time
call-closes = Last day
call-closes-time = Until what time
call-closes-hint = From that second on nobody can vote.
call-online = How one votes
call-online-hint = See the rules of the region and of the compound. A first assembly votes on paper only.
call-go = Call it
festival = Over Spring Festival
festival-sure = I know, and it is to be so
festival-ask = The window lies around Spring Festival: many are away, and too few may take part.
off = Call it off
off-why = Why it is called off
off-go = Call it off
open-go = The roll is settled, begin
count-go = All papers are in, count
enough = Enough have taken part.
missing = Not enough yet: { $persons } more people and { $area } m² more are needed.
came-of = { $came } took part, of { $all }.
houses-came = How many of each building
house-came = { $came } of { $all }
few-houses = Small buildings together
houses-note = Only how many; never who, never what.
gaps = Units to be settled first
gaps-says = { $n ->
    [one] { $n } unit is not settled
   *[other] { $n } units are not settled
}; until then it cannot begin.
gaps-none = The roll is settled: every unit has an owner and an area.
gaps-more = { $n } more.
gaps-go = Complete the register
gap-owner = no owner is registered
gap-area = no area
gap-zero = an area of nothing
gap-source = nobody knows where the area was read
