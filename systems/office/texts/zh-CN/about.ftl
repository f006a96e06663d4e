# Imprint.
about-title = 关于连心桥
about-says = 连心桥是社区办事用的：您说的事收下、商量、办好、回话，每一步都公开，都留底。
about-demo = 这是演示：人物、小区里的事、电话都是编的，不要当真，也不要填真的信息。
about-urgent = 有危险，先打这些电话
urgent-fire = 着火、被困
urgent-police = 报警
urgent-doctor = 急救
about-phones = 社区值班电话
about-run = 这里由下面的社区自己管，数据存在办事单位自己管的机器上。
about-data = 您的信息
about-data-public = 谁都看得见的：编号、哪个小区、哪一类、办到哪了、哪个单位在办。您写的话，工作人员看过、隐去姓名门牌以后才公开；您可以选只给办事的人看。
about-data-kept = 名字、电话只有办这件事的人看得见，不给别人，不打分，不排名。身份证号一概不收。
about-data-rights = 您可以查自己的信息、要一份、改错、撤回和删除：到社区窗口说一声，或打上面的电话（个人信息保护法第四十四条到第四十七条）。
about-licence = 程序
about-licence-says = 程序是公开的，谁都可以看、可以用、可以改：
# $version (String)
about-version = 第 { $version } 版
