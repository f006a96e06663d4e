# Children under 14 and who acts for them.
child-nav = 不满 14 岁
# $name (String)
child-title = { $name }：不满 14 岁
child-lead = 不满 14 岁的孩子没有自己的入户卡，也不单独登录，事情由监护人来说。只记“不满 14 岁”和监护人，不记生日。
child-nobody = 这家还没登记大人。先把监护人登记到这一户，再来办。
child-how = 这个人
child-is = 不满 14 岁
child-is-not = 满 14 岁了，以后自己来
child-guardian = 监护人
child-guardian-hint = 同一户里的大人
child-asked = 当面问过监护人
child-agreed = 监护人同意登记这个孩子
child-agreed-note = 姓名、住哪一户、谁是监护人，就这些；监护人随时可以要求删掉
child-needs-agreement = 监护人同意了才能登记，请当面问过再勾。
child-promise = 孩子的信息只有社区看得见，从不公开（个人信息保护法第三十一条）。
# $name (String)
child-with = 是，监护人：{ $name }
child-without = 是，监护人的信息已经删掉，请另选一位
family-no-child = 不满 14 岁的孩子不用开卡，孩子的事您来说就行。
data-wards = 您照看的孩子
data-ward-erase = 删掉这个孩子的信息
# $name (String)
erase-child = 删掉{ $name }的信息
