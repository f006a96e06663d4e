count = The count
count-at = Counted
count-came = Took part
file-sha = Hash of the file
outcome-sha = Hash of the outcome
passed = passed
not-passed = not passed
passed-by = It passed and binds all owners. { $article }
not-passed-by = It did not pass. { $article }
arithmetic = The arithmetic
quorum-area = Enough took part, by area
quorum-persons = Enough took part, by number
majority-area = Enough in favour, by area
majority-persons = Enough in favour, by number
holds = enough
fails = not enough
follow-never = Who did not vote does not take part; in matters of this kind they never follow the majority.
follow-off = Who did not vote does not take part: nothing was adopted by which they would follow the majority.
follow-on = Those who did not vote but were provably served follow the majority: { $followers }. So reckoned { $yes } are in favour of { $participants }: { $came }. By papers handed in alone: { $returned }. As adopted, the tally with those who follow decides.
follow-differ =  The two tallies lead to different results.
by-house = By building
house-cast = In favour { $yes }; against { $no }; abstained { $abstain }
too-few = too few voted to be shown
by-house-note = Buildings of fewer than five votes are not shown, so that nobody can guess who it was. Owners of several units count where their first one lies.
file = Take the file of the count
file-lead = With this file anybody can count again. It has numbers drawn for it alone, in place of those on the roll, buildings, doors and names.
file-warn = Areas are exact, so a flat of an unusual size may be recognised. Keep it to yourself.
file-purpose = What for
purpose-check = To count again
purpose-dispute = To object, or to go to court
purpose-filing = To file it
file-taken = Taken
times = { $n ->
    [one] once
   *[other] { $n } times
}
file-go = Note it and take the file
file-how = To count it:
