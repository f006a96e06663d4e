# Checking a receipt.
verify-title = Check a record
verify-says = Whether a receipt is genuine, and whether anything was changed afterwards, is seen here at once.
verify-field = Record number or mark on the receipt
verify-hint = Copy it from the receipt, capitals matter; the first eight characters of a record number will do
verify-go = Check
verify-none = Please enter the record number of the receipt first.
verify-wrong = This is no record number: that is the 43 letters and digits on the receipt; the first eight or more will do.
verify-missing = The record has no such number. Please compare it with the receipt, capitals matter; if it is still not found, take the receipt to the community.
verify-several = More than one begins like this. Please copy a few more characters.
verify-good = It is right: recorded { $at } and not changed by one letter since.
verify-bad = It is not right: what this entry says does not fit the record number it was given. Please tell the community and the street office at once.
verify-whole = The whole entry
verify-compare = The record number on the receipt must be exactly this:
verify-assure = The record number is computed anew from the public content each time, not only looked up.
