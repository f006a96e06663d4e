# The search by number.
find-says = The number stands on the receipt, or was told on the phone.
find-field = Number
find-hint = Compound and number are enough, zeros in front can be left out
find-example = e.g. 芙蓉里 42
find-go = See where it stands
find-wrong = This number cannot be read. Please write it as on the receipt, for example “芙蓉里 42”.
find-missing = No matter has this number. Please compare compound and number with the receipt; if it is still not found, call the community.
