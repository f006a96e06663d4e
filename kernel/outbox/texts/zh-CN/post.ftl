no-hook = 这不像接口地址，要像 https://jiedao.example.cn/lianxin 这样，不带用户名和口令。
way-mail = 邮件
way-hook = 接口
# The letter: what it says.
mail-something = 一件事
# $no (String)
mail-subject = 连心桥：{ $no } 等您看
# $n (Number)
mail-subject-many = 连心桥：{ $n } 件事等您看
# $no (String)
mail-waits = { $no } 等您看：
mail-more = 请登录以后看内容，邮件里不写。
