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
slip-void = 这张入户卡已经作废，后来又开了新的；请用新的那张，找不到就到社区窗口再开。
code-shape = 要 6 位数字，请再输一次。
code-weak = 这个码太好猜了，别用一样的、连着的或者来回重复的数字，请换一个。
code-taken = 家里已经有人用这个码了，请换一个。
code-no-home = 社区还没登记您住哪儿，所以还不能设码；请到社区窗口说一声。
code-wrong = 房号或 6 位码不对，请再看一眼；想不起来就到社区窗口开一张新的入户卡。
day-over = 今天输错的次数太多了，明天再试；着急就到社区窗口开一张新的入户卡。
not-field = 这个岗位不用手机配对，或者已经交接了，请从列表里选。
pairing-over = 这个二维码用过了或者过了 10 分钟，请让办公室再出一个。
phone-ended = 这部手机已经不再配对，请找办公室重新扫一次码。
# $left (Number)
pin-wrong = 密码不对，还能试 { $left } 次；再错下去这部手机要重新配对。
second-wrong = 验证码不对，请看手机上现在显示的 6 位数字；手机不在身边就用一个备用码。
second-old = 原来那部手机上的验证码不对，请再看一眼，或者用一个备用码。
