# Two doors: residents with an entry slip, those who work here with a password.
login-title = 您是哪一位
login-says = 不进来也能反映问题、看公开栏。
resident = 我是住户
resident-says = 用入户卡进来。一张卡用一次，以后这部手机都记得您。
slip = 入户卡上的 10 位字母数字
slip-hint = 大写小写都行，中间的横线不用打
slip-example = 例：7KQM2-XRBHD
slip-go = 进来
slip-lost = 卡丢了，或者换了手机：到社区窗口补一张就行。
staff = 我是工作人员
staff-login = 账号
staff-password = 密码
staff-go = 登录
staff-lost = 忘了密码，请社区管理员重设。别人的账号不要借用：每件事都记着是哪个岗位办的。
login-empty = 请填账号。
password-empty = 请填密码。
slip-empty = 请填入户卡上的 10 位字母数字。
