# What goes wrong, in one sentence: what it is and what to do.
trouble-not-found = There is no such page here, or it is not open to you. Please check the address or start from the home page.
trouble-method = This address cannot be opened like this. Please start from the home page.
trouble-sign-in = Please sign in first.
trouble-foreign = This form was sent from another site and was not taken. Please open the form here and fill it in.
trouble-stale = This form is too old, or the account changed in between, so it was not taken. Please open it again and send it once more.
trouble-unreadable = What was sent could not be read and was not taken. Please open the form here and fill it in.
trouble-format = This format is not taken here. Please open the form here and fill it in.
trouble-crowded = Too many pages are open at the moment, so this one does not renew itself. Please reload it later.
trouble-slow = It took too long to get an answer. Please try again in half a minute; nothing is kept twice.
trouble-busy = Too many people are at it right now, and this was not done. Please try again in a few seconds.
trouble-away = The database cannot be reached at the moment, and this was not done. Please try again shortly, or call the office if it stays so.
trouble-full = The disk of this machine is full or cannot be written, and this was not done. Please call the office; once there is room, send it again.
trouble-broken = The program made a mistake, and this was not done. Please try again later, or call the office if it stays so.
trouble-too-large = This is too large and was not taken: { $size } at a time. Please send less at once.

# The page that tells of trouble.
trouble-title = This was not done
trouble-title-missing = No such page
trouble-home = Home page
trouble-login = Sign in
trouble-again-title = Send it again?
trouble-again-kept = What you wrote is still here. Press once to send it again.
trouble-again-files = The photos or files you chose were not kept; please choose them again.
trouble-again = Send it again

# What is wrong with an answer.
bad-empty = Please fill this in.
bad-too-long = This is too long: { $most } characters at most, now { $now }. Please shorten it.
bad-control = There is an invisible control character in it, perhaps from copying. Please delete it and type again.
bad-choice = Please choose one of the answers listed.
bad-day = Please give a date, such as 2026-08-12.
bad-file-too-large = One file is too large: at most { $most } MB each here. Please choose a smaller one.
bad-files-too-many = Too many files: at most { $most } at a time here. The rest were not taken; please leave some out.

# A seat that has ended.
trouble-seat-ended-phone = Your seat “{ $title }” at { $org } has been handed over, and this page is no longer open to you. Please ask { $org }, duty phone { $phone }.
trouble-seat-ended = Your seat “{ $title }” at { $org } has been handed over, and this page is no longer open to you. Please ask { $org }.
trouble-typed = What you wrote was not taken; you can copy it from here
