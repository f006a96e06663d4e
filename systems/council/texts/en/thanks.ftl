thanks-title = Thanks
thanks-count = { $n ->
    [one] { $n } resident says thank you
   *[other] { $n } residents say thank you
}
thanks-go = Thank { $who }
thanks-hint = One tap, nothing to write. Only the number is public.
thanks-done = You have said thank you.
thanks-not-yet = It is not solved yet; there will be time for thanks when it is.
thanks-not-theirs = Whoever reported it, and the neighbours who joined, can say thank you.
thanks-twice = You have said thank you; once is enough.
thanks-told = { $no }: a resident says thank you
thanks-told-body = A resident said that it is solved, and thanked you.
told-of-thanked = A resident says thank you
