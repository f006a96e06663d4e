search-board = Search: for example lift noise
search-short = Please write two characters or more, for example: lift.
search-nothing = Nothing was found. Try other words, or fewer.
search-nothing-category = Nothing was found in “{ $category }”. Try other words, or choose “All categories”.
