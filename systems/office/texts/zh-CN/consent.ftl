# Agreeing to the rules, each thing by itself, and taking it back.
consent-title = 先看一眼：您的信息怎么用
consent-says = 同意了再进来，只问这一次。看不明白，到社区窗口让人念给您听。
consent-says-anew = 说明换了新的一版，所以再问您一次。
consent-boxes = 同意哪几样，您自己勾
consent-boxes-hint = 一样一样分开，后两样不勾也能进来、也照样给办。
consent-rules = 照上面说的用我的信息
consent-rules-note = 要用账号，得勾这一样
consent-publication = 我写的话、拍的照片可以公开
consent-publication-note = 工作人员先看过、隐去姓名门牌；不勾就只公开工作人员写的标题
consent-sensitive = 我写到的病情、低保、家里难处可以留着办事用
consent-sensitive-note = 只有办这件事的人看得见，从不公开；不勾就请不要写这些
consent-go = 同意，进去
consent-needed = 第一样没有勾，账号就开不了。不同意也没关系，看下面。
consent-not = 不同意也可以
consent-not-says = 公开的事随便看；要反映，不登录一样能反映，也可以到社区窗口说。您已经留下的，随时能看、能删。
consent-leave = 不同意，先退出
consent-mine = 您同意过什么
# $day (String)
# $version (String)
consent-state-yes = { $day }同意的，第 { $version } 版
consent-state-no = 没有同意
consent-take-back = 收回
consent-give = 同意
consent-rules-back = 收回以后账号就停了，写过的还在，可以在下面删掉。
