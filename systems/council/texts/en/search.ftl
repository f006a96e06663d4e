search-board = Search: for example lift noise
search-short = Please write two characters or more, for example: lift.
search-nothing = Nothing was found. Try other words, or fewer.
