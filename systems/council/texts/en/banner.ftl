nav-happening = Happening now
banner-now = Happening now
banner-lead = Water or power off, a lift standing still: say so here and nobody needs to report it one by one. Change it when there is news, end it when it is over; everybody who tapped is told.
banner-empty = Nothing is happening at the moment.
banner-new = Tell of something that is happening
banner-past = Over
banner-what = What is it
banner-water = No water
banner-power = No power
banner-heat = No heating
banner-gas = No gas
banner-lift = Lift out of order
banner-other = Something else
banner-words = What is being done (for example: the main pipe is being repaired)
banner-when = When is it expected to be over
banner-in-hours = { $n ->
    [one] within { $n } hour
   *[other] within { $n } hours
}
banner-no-time = It cannot be said yet
banner-go = Tell the residents
banner-news-words = What is new, or how it was solved
banner-news = Tell the news
banner-end = It is over
banner-title = { $place }: { $what }
banner-says = { $words } { $until }
banner-until = Expected to be over by { $when }
banner-late = It was expected to be over by { $when }, and is not yet
banner-ended = Over since { $when }
banner-count = { $n ->
    [one] { $n } household tapped “Here too”
   *[other] { $n } households tapped “Here too”
}
banner-tap = Here too
banner-tapped = Your household is counted and will be told; nothing needs to be reported.
banner-sign-in = Sign in to tap “Here too”
banner-none = There is no such notice; it may be over.
banner-over = This is over. If it is not with you, please report it.
banner-not-here = This is another compound’s matter; only neighbours there can be counted.
banner-already = Your household is counted already and will be told.
banner-no-place = Where is it? Please choose a place that you look after.
banner-no-kind = What is it? Please choose.
banner-no-words = Please write a sentence: what is being done, or how it was solved.
banner-too-long = That is too long; at most { $max } characters. What you wrote is still there, please shorten it.
notice-banner-news = News about { $place }
notice-banner-news-body = You tapped “Here too”; open it to see when it is expected to be over.
notice-banner-over = { $place }: it is over
notice-banner-over-body = { $words } If it is not over with you, please report it.
told-of-banner-news = News of what is happening
told-of-banner-over = What was happening is over
notice-banner-due = { $place }: the expected hour is over
notice-banner-due-body = If it goes on say a later time, if it is over take it down: the neighbours are looking at it.
told-of-banner-due = Something that happens is past its expected hour
