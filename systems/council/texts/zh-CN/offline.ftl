offline-title = 现在没有信号
offline-lead = 有急事先打电话。不急的，写在这儿：先存在这部手机里，一有信号就自动交给社区。
offline-none = 写一句，或者拍张照片
offline-promise = 写好的只存在这部手机里，交出去以后就从手机上删掉。同一件事只交一次。
offline-submit = 先存在手机里
offline-kept = 存在这部手机里，还没交出去。有信号时打开这个网站就自动交给社区。
offline-sent = 没信号时写的那件事，已经交给社区了。
offline-back = 这一件社区的电脑没收下。请抄下来，在“反映问题”里再交一次，或者打社区的电话。
# The zero is where the script puts how many.
offline-photos = 照片 0 张
offline-open = 看办到哪了
offline-drop = 从这部手机上拿掉
