# 外地业主拍照寄回的表决票.
away = 人在外地，拍照寄票
away-link = 人在外地：拍签了名的纸票
away-step1 = 先看表决票，打印一张；没有打印机的，把每件事和您的选择抄在一张纸上。
away-step2 = 每件事划清楚，写上名册号、房号、日期，本人签名。
away-step3 = 平放，整张拍清楚，从这里寄来。
away-rule = 没有别的约定，签了名的票拍成照片，和纸票一样算（274号 22：本人签名）。原件留好，社区要看就寄来；两样不一致的，按原件。
away-promise = 只有录票的两位工作人员看得到这张照片；计票以前，别人看不到您选了什么。
away-go = 寄给社区
away-photo = 签了名的表决票
away-photo-hint = 一张照片，拍到整张纸和签名。
away-keep = 用这一张
# $when (String)
away-came = 您 { $when } 寄过一张，还没有人录。再寄一张，就用新的。
# $why (String)
away-put-back = 上一张退回来了：{ $why }。请重拍一张寄来。
# $who (String)
said-signed = 寄到{ $who }了，两个人各录一遍，一样才算数。
away-desk = 照片寄来的表决票
away-desk-lead = 外地业主签了名拍来的。两个人各照着录一遍，和纸票一样；照片只有录票的人看得到。
away-none = 还没有人寄照片来。
away-new = 别处收到的照片
away-take = 收下这张照片
# $n (Number)
away-alt = 名册上 { $n } 号的表决票照片
# $n (Number)
# $when (String)
away-waits = { $n } 号，{ $when } 寄来，还没录
# $n (Number)
# $when (String)
away-half = { $n } 号，{ $when } 寄来，正在录
# $n (Number)
# $when (String)
away-done = { $n } 号，{ $when } 寄来，录好了
away-enter = 照着它录
away-read = 照着这张照片录。看不清、没签名的，不要录，去「照片寄来的表决票」退回。
away-why = 为什么退回
away-back-go = 退回这张
away-unclear = 照片看不清
away-unsigned = 没有本人签名
away-original = 原件寄到了，按原件录
away-other = 不是这一套房的
said-photo = 收下了，等两个人照着录。
said-put-back = 退回了；从手机上寄来的，业主会收到消息。
# $hash (String)
own-photo = 您拍来的票录好了，以它为准。留底号 { $hash }
notice-photo = 您拍来的表决票要重拍一张
# $title (String)
# $why (String)
# $when (String)
notice-photo-body = 表决：{ $title }。原因：{ $why }。{ $when } 以前重拍一张寄来，或者交纸票。
told-of-photo = 拍来的表决票退回了
no-no-heir = 登记册上没有这位继承人，或者有同名的；先在「住户与房屋」里登记好这个人。
no-no-away = 还没有照片，拍一张签了名的表决票。
no-away-many = 只收一张照片，一张拍下整张纸。
no-away-read = 社区已经在录您上一张了，要改，打电话给社区。
no-away-gone = 这张照片已经换过或者退回了。
no-away-entered = 这一号已经录过，先在「录纸票」里作废，再退照片。
