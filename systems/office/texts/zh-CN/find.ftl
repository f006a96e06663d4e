# The search by number.
find-says = 收据上有编号，电话里念的也行。
find-field = 编号
find-hint = 小区加号码就够，前面的 0 不用打
find-example = 例：芙蓉里 42
find-go = 看办到哪了
find-wrong = 没看懂这个编号。照收据写，比如“芙蓉里 42”。
find-missing = 没有找到这个编号。请对照收据再看一眼小区和号码；还是没有，就打电话问社区。
