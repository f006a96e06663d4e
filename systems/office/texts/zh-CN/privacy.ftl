# What is kept of whom, and how one looks it up, corrects and erases it.
nav-privacy = 个人信息申请
privacy-title = 您的信息怎么用
privacy-row = 收什么、为什么、留多久
privacy-says = 收得越少越好。下面说清楚收了什么、为什么收、谁看得见、怎么删。
privacy-words = 您写的话
# $months (Number)
privacy-words-why = 用来办您说的事，办结 { NUMBER($months) } 个月以后自动删，只留标题。只有办这件事的人看得见；您同意公开的，工作人员看过、隐去姓名门牌以后才公开；不同意就只公开工作人员写的标题。
privacy-contact = 名字和电话
# $months (Number)
privacy-contact-why = 用来回您的话。只有社区和办事的人看得见，不给别人。随一件事留的名字电话，办结 { NUMBER($months) } 个月以后自动删。
privacy-home = 小区和房号
# $months (Number)
privacy-home-why = 用来知道找哪个网格、哪家物业，也用来把入户卡交对人。不公开。搬走以后这儿没有您的房子了，{ NUMBER($months) } 个月以后名字电话自动删。
privacy-home-why-2 = 用来知道找哪个网格、哪家物业，也用来把入户卡交对人。不公开。
privacy-log = 给您发的消息、谁查过您
# $messages (Number)
# $looks (Number)
privacy-log-why = 消息发出 { NUMBER($messages) } 个月以后自动删。窗口上谁查过您、为什么查，您自己看得见，记录留 { NUMBER($looks) } 个月。
privacy-phone = 您的手机
privacy-phone-why = 浏览器里记一个登录标记，400 天不用就失效；字号和文字各记一个。没有广告，没有跟踪，也不从别处加载东西。
privacy-never = 从来不收的
privacy-never-why = 身份证号、人脸、定位、通讯录、政治面貌，一概不收。不打分，不排名。
privacy-rights = 您可以做的
privacy-rights-why = 查自己的信息、要一份、改错、删掉：进来以后在“我的”里自己办，或者到社区窗口，不收钱（个人信息保护法第四十四条到第四十七条）。
privacy-child = 不满 14 岁的孩子
privacy-child-why = 不满 14 岁的孩子不单独登录，要监护人同意才登记，只记“不满 14 岁”和监护人是谁，不记生日。孩子的事请家长来说（个人信息保护法第三十一条）。
privacy-ask = 有问题，打电话问
# $version (String)
# $day (String)
privacy-version = 第 { $version } 版，{ $day }
privacy-versions = 别的版本
privacy-older = 这是以前的一版，现在不用了；几个月几个月的，按现在定的写。
privacy-read = 看看当时的说明
privacy-help = 不会弄、弄不了：到社区窗口说一声，当面帮您办。

data-title = 我的信息
data-row = 看、要一份、改、删
data-says = 这里存着的、和您有关的，都在这一页。只有您自己看得见这一页。
data-who = 您是谁
data-name = 姓名
data-none = 没有留
data-written = 您写过的
data-nothing = 您还没写过什么。
# $more (Number)
data-more = 还有 { NUMBER($more) } 条，在“要一份”的文件里。
data-deeds = 您可以
data-copy = 要一份
data-copy-says = 下载一个文件，里面是全部内容
data-correct = 改姓名、电话
data-correct-says = 写错了、换号了
data-erase = 删掉我的信息
data-erase-says = 删了找不回来

correct-says = 改了以后，原来写的就删掉，不留。
correct-go = 改好了
erase-goes = 会删掉：姓名、电话、房号，写过的话和标题，收到的消息，入户卡，在所有手机上的登录。
erase-stays = 会留下：事项的编号、哪一类、哪个小区、办到哪了、哪个单位办的，里面没有您。没办完的事接着办，只是没法再给您回话。
erase-final = 删了以后谁也找不回来，我们也不能。备份里的，要等备份过期才没有。
erase-tail = 填您电话的后四位，就删
# $word (String)
erase-type = 填“{ $word }”两个字，就删
erase-word = 删除
erase-go = 删掉
erase-done = 您的信息删掉了。这部手机也退出了。
erase-seated = 这个人还在岗位上。先办岗位交接，再删个人信息。
erase-unknown = 没有这个人的信息，或者已经删掉了。
erase-confirm-wrong = 填的和要求的不一样，所以没有删。

requests-says = 居民到窗口要看、要一份、要删自己的信息，在这里办。先当面核对是本人。
requests-tail = 电话后四位、姓名，或者门牌
requests-tail-hint = 只在您负责的范围里找
requests-find = 找人
requests-who = 是哪一位
requests-nobody = 您负责的范围里没有找到，请再核对一下。
requests-copy = 打印一份给本人
copy-title = 留着的您的信息
# $when (String)
copy-made = { $when } 打印，交给本人；不对的地方，当面就改。
copy-what = 是什么
copy-when = 什么时候
copy-text = 内容
requests-confirm-hint = 居民本人同意了才填
requests-go = 删掉这个人的信息
requests-done = 删掉了。请告诉居民：已经办好。

kind-purge = 看了哪些联系方式该删

# $text (String)
data-field-place = 说的地点：{ $text }
# $text (String)
data-field-phone = 留的电话：{ $text }
# $text (String)
data-field-name = 留的姓名：{ $text }
data-looked = 谁查过您
data-looked-none = 窗口没有按姓名、门牌、电话、事项编号查过您。
data-looked-says = 窗口按姓名、门牌、电话或事项编号找到您、打开看过的，都记在这儿。
# $n (Number)
data-field-photos = 附的照片：{ $n } 张
# $no (String)
left-title = 删掉您写在 { $no } 里的
left-back = 回到这件事
left-goes = 会删掉：您写的话、照片、姓名、电话、具体位置，还有工作人员照您的话写的标题。
left-tail = 填您留的电话的后四位，就删
left-pin = 填回执上的 6 位查询码，就删
left-wrong = 对不上，所以没有删。请填留下的手机号后四位，或者回执上的查询码。
left-done = 您写的删掉了。事还接着办，只是没法再给您回话。
