no-hook = This does not look like such an address; it should look like https://street.example.cn/lianxin, without name and password.
way-mail = Mail
way-hook = Call
# The letter: what it says.
mail-something = Something
mail-subject = Lianxin: { $no } waits for you
mail-subject-many = Lianxin: { $n } things wait for you
mail-waits = { $no } waits for you:
mail-more = Please sign in to read it; mail says no more than this.
