metre-title = One metre from you
metre-lead = From one kilometre to one metre: a code at every entrance leads to the community, and every household has a grid worker with a name.
metre-empty = In { $place } no entrances and households are registered yet.
metre-where = Which community
metre-grid = Community and grids
metre-door = Entrances with a code
metre-home = Households with a grid worker
metre-no-grid = In no grid
metre-doors-of = { $good } of { $of } entrances have a code
metre-homes-of = { $good } of { $of } households have a grid worker
metre-note = A code counts if somebody has looked at it within { $days } days and it could be scanned; a grid worker counts if registered by name. This is about the service, not about residents.
metre-link = One metre from you: codes at the doors and grid workers
metre-doors = { $place }: entrances whose code is due for a look
metre-doors-lead = Walk up and look: is it there, can it be scanned? Tick what you have looked at.
metre-doors-none = The code of every entrance was looked at and can be scanned.
metre-which = Which entrances you have looked at
metre-which-hint = Tick those of one round, then press one button below
metre-never = Nobody has looked yet
metre-bad = On { $day } it was missing or could not be scanned
metre-old = Last looked at on { $day }
metre-good = All there, all scan
metre-not-good = Missing, or does not scan
metre-said = Noted.
metre-cut = The first { $n } of { $of }.
metre-homes = { $place }: buildings no grid worker looks after yet
metre-homes-lead = Give the grid a worker in the register, and it is no longer listed here.
metre-homes-none = Every household has a grid worker with a name.
metre-so-many-homes = { $n ->
    [one] { $n } household
   *[other] { $n } households
}
metre-grid-empty = { $grid } has no grid worker yet
poster-none = There is no such entrance; perhaps the register of buildings was changed.
poster-nothing = No entrance is ticked yet.
poster-too-many = At most { $max } entrances at once; please do it in two goes.
