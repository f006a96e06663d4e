merge-same = Others have reported the same: make them part of this one
merge-title = These are the same
merge-lead = Made part of “{ $title }” ({ $no }).
merge-what-happens = What is made part has no clock of its own any more; everybody who reported it is told and counted among the households with the same trouble. A mistake can be taken apart.
merge-which = Which of these are the same
merge-which-hint = Those told in much the same words within two days are ticked already; please have a look
merge-go = These are the same
merge-empty = Nothing else is open in this compound.
merge-part-of = The same as another matter, handled together:
merge-apart = Not the same after all, take it apart
merge-count = { $n ->
    [one] { $n } more report is handled here
   *[other] { $n } more reports are handled here
}
merge-nothing = Nothing is ticked yet.
merge-too-many = At most { $max } at once; please do it in two goes.
merge-lead-over = This matter is closed; nothing can be made part of it.
merge-too-far = Something ticked is closed or waits for the residents’ answer. Please look at how things stand now.
merge-elsewhere = Something ticked lies in another compound; it is not the same.
merge-has-joiners = Neighbours have joined something that is ticked. Please open that one and make the others part of it.
merge-not-merged = This is not part of another matter.
course-merge = The same as { $no }, handled together
course-apart = Not the same after all: taken apart and looked at anew
outcome-merged = The same as another matter, handled together
ended-merged = Handled together
notice-merged = { $no } is the same as another matter and is handled with it
notice-merged-body = Several households reported it; it is one matter now. There is nothing to do; you will be told how it ends.
told-of-merged = Handled with another matter
