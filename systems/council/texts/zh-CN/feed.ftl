# $place (String)
feed-title = 公开栏 · { $place }
# $stage (String)
# $holder (String)
feed-stands = 现在：{ $stage }，{ $holder }
# $no (String)
# $place (String)
# $stands (String)
feed-summary = { $no } · { $place } · { $stands }
feed-link = 订阅（Atom）
# $place (String)
# $category (String)
feed-about = { $place } · { $category }
