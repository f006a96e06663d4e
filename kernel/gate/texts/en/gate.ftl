# Why somebody does not come in.
too-often = Too many tries. Please try again in { $minutes } min.
wrong-login = The name or the password is wrong. Please check both; the office can set a new password.
seat-ended = This seat has been handed over and can no longer sign in. Please ask the office.
slip-unknown = No entry slip has this code. Please compare the ten characters with the slip and type them again.
slip-used = This entry slip has been used. Somebody at home who is signed in can make another, or ask at the counter.
slip-expired = This entry slip is older than 60 days and no longer works. Please ask for a new one at the counter.
password-short = A password needs at least 8 characters; longer is better, and any characters will do.
password-long = A password has at most 128 characters.
login-taken = This sign-in name belongs to another seat. Please choose another.
login-shape = A sign-in name has 2 to 40 characters and no spaces.
