bulk-tick = Tick
bulk-tick-one = Tick: { $title }
bulk-look = Look at these together
bulk-hand = Hand these to one party
bulk-same = What is ticked is one matter
bulk-keys = Keyboard: once in the list, J goes down, K goes up, X ticks, Enter opens.
bulk-nothing = Nothing is ticked yet. Please go back to the list and tick what belongs together.
bulk-too-many = At most { $max } at once; please do it in two goes.
bulk-one = Only one is ticked. To make one of them it takes two.
bulk-looked = Somebody has looked at this one already and said who may read it.
bulk-there = This one is with them already.
bulk-empty = Nothing that is ticked is yours to see.
bulk-look-says = { $n ->
    [one] { $n } is ticked. What is published is published as written below, photos are not published from here; what is not stays with those who handle it.
   *[other] { $n } are ticked. What is published is published as written below, photos are not published from here; what is not stays with those who handle it.
}
bulk-hand-says = { $n ->
    [one] { $n } is ticked. If not handed on yet it goes out under the name below, if it is with another it is transferred; residents are told.
   *[other] { $n } are ticked. Those not handed on yet go out under the names below, those with another are transferred; residents are told.
}
bulk-same-says = { $n ->
    [one] { $n } is ticked.
   *[other] { $n } are ticked. All become part of one and have no clock of their own any more; everybody who reported is told. A mistake can be taken apart.
}
bulk-title-hint = Only needed to publish it; everybody reads the name
bulk-keep = Keep all with those who handle them
bulk-show = Publish all as written
bulk-hand-go = Hand them all on
bulk-note = Why they are transferred
bulk-note-hint = Only needed where something is with another already
bulk-lead = Which one leads
bulk-lead-hint = The first has waited longest and is chosen already
bulk-no-lead = Please choose which one leads.
bulk-with = Now with { $holder }: { $stage }
bulk-only-parties = Its reporter does not want it published, or nobody knows who reported it; only those who handle it may read it.
bulk-so-many = Of { $of } ticked, { $n } were done.
bulk-same-told = All are handled as part of { $no } now; everybody who reported was told.
bulk-done = Done
bulk-not-done = Not done
workbook-go = Save as a sheet
workbook-name = Matters { $day }
workbook-says = Taken by { $org }, { $post }, at { $at }; without reporters and their own words.
sheet-no = Number
sheet-late = Calendar days over
sheet-came = Came in
