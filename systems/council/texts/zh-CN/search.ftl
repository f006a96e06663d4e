# Search on the public board and on the desk.
search-board = 找事：比如 楼道 灯
search-short = 请写两个字以上，比如：电梯。
search-nothing = 没找到。换个说法，或者少写几个字试试。
# $category (String)
search-nothing-category = 「{ $category }」里没找到。换个说法，或者选「全部类别」再找。
