path-each = What each of them took in all
path-waited = Waiting besides
path-rework = not solved, done again
path-bounced = came back
path-not-moved = It has only just come in and not moved yet; there is nothing to compare.
path-this = The way it took
path-this-far = The way so far
path-shortest = The shortest way
path-best = The shortest of { $n } of its kind here
path-lane = { $n ->
    [one] { $n } hand-over
   *[other] { $n } hand-overs
}, { $span } of working time
path-listed = { $all } stays in all; the first { $n } are listed, the sums count all of them.
path-drawn = The first { $n } stays are drawn.
path-reworked = { $n ->
    [one] Once
   *[other] { $n } times
} it was not solved and was done again.
path-sent-back = { $n ->
    [one] Once
   *[other] { $n } times
} it was passed on and came back.
path-apart = Besides, it waited for { $span } (parts, weather, the household); that is not counted as working time.
path-achieved = Of { $n } closed matters of its kind here the shortest took { $handovers ->
    [one] { $handovers } hand-over
   *[other] { $handovers } hand-overs
} and { $span } of working time.
