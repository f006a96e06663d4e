# The papers of all households as one file.
bundle = 整套表决票（一个文件）
bundle-lead = 每户一份，按楼、按门牌排好，合成一个 PDF，送打印店或者自己打都行。文件只有能录纸票的人拿得到，留一天，过后可以再做。
bundle-with = 还要放进去
bundle-notice = 每户一份会议通知，放在表决票前面
bundle-delivery = 每栋楼前面放一份送达登记表
# $n (Number)
bundle-go = 做 { $n } 户的文件
# $n (Number)
bundle-again = 重新做 { $n } 户的文件
# $done (Number)
# $all (Number)
bundle-working = 正在排：{ $done } / { $all } 户。页面会自己更新，可以先去办别的。
# $all (Number)
bundle-joining = { $all } 户都排好了，正在合成一个文件。
# $done (Number)
# $all (Number)
bundle-stopped = 停在 { $done } / { $all } 户。排好的不会丢，接着做也不会重复。
# $done (Number)
# $all (Number)
# $why (String)
bundle-failed = 在 { $done } / { $all } 户停下了，排好的不会丢，可以接着做。{ $why }
bundle-stopping = 排完手上这一批就停。
# $all (Number)
# $when (String)
bundle-done = { $all } 户的文件做好了（{ $when }开始做的）。之后重发的表决票，单张另打。
bundle-has-papers = 里面是每户一张表决票。
bundle-has-notice = 里面是每户一份通知、一张表决票。
bundle-has-delivery = 里面是每户一张表决票，每栋楼前面一份送达登记表。
bundle-has-all = 里面是每户一份通知、一张表决票，每栋楼前面一份送达登记表。
bundle-fetch = 下载文件
bundle-stop = 先停下
bundle-resume = 接着做
no-bundle-runs = 这次表决的整套表决票正在做，等它做完，或者先停下再重新做。
no-bundle-gone = 文件过了一天，已经清掉了，重新做一份就行。
