# Why somebody does not come in.
# $minutes (Number)
too-often = 试的次数太多了，请过 { $minutes } 分钟再试。
wrong-login = 账号或密码不对，请再看一眼；忘了可以请社区管理员重设。
seat-ended = 这个岗位已经交接，不能再用它登录；请找社区管理员。
slip-unknown = 没有找到这张入户卡，请对照卡上的 10 位字母数字再输一次。
slip-used = 这张入户卡已经用过了；请家里已登录的人再开一张，或到社区窗口补一张。
slip-expired = 这张入户卡过了 60 天，已经失效；请到社区窗口换一张。
password-short = 密码至少 8 个字，越长越好，汉字、空格都可以。
password-long = 密码最多 128 个字。
login-taken = 这个账号名已经有人用了，请换一个。
login-shape = 账号名要 2 到 40 个字，中间不能有空格。
