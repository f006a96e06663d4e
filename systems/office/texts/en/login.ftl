# Two doors: residents with an entry slip, those who work here with a password.
login-title = Who are you?
login-says = You can report a problem and read the board without coming in.
resident = I live here
resident-says = Come in with your entry slip. A slip works once; from then on this phone is remembered.
slip = The ten letters and digits on the slip
slip-hint = Capitals or small letters, with or without the stroke
slip-example = e.g. 7KQM2-XRBHD
slip-go = Come in
slip-lost = Slip lost, or a new phone? The counter of your community makes another.
staff = I work here
staff-login = Sign-in name
staff-password = Password
staff-go = Sign in
staff-lost = Forgotten? The office’s administrator sets a new password. Do not borrow another’s name: each step says which seat took it.
login-empty = Please enter your sign-in name.
password-empty = Please enter your password.
slip-empty = Please enter the ten characters of your entry slip.
