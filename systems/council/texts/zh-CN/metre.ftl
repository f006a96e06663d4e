# 一米: how near the organisation is to every door.
metre-title = 离您一米
metre-lead = 从一公里到一米：每个单元门口有码能找到社区，每户有叫得出名字的网格员。
# $place (String)
metre-empty = { $place }还没有登记单元和住户。
metre-where = 哪个社区
metre-grid = 社区和网格
metre-door = 单元门口有码
metre-home = 有网格员管的户
metre-no-grid = 没划进网格的
# $of (Number)
# $good (Number)
metre-doors-of = { $of } 个单元里 { $good } 个有码
# $of (Number)
# $good (Number)
metre-homes-of = { $of } 户里 { $good } 户有网格员
# $days (Number)
metre-note = 门口的码在 { $days } 天里有人看过、扫得开才算；网格员是登记在册、有名有姓的才算。只看服务，不看住户。
metre-link = 离您一米：门口的码和网格员
# $place (String)
metre-doors = { $place }：门口的码该看了的单元
metre-doors-lead = 走到门口看一眼：码在不在、扫不扫得开。看过的勾上记一笔。
metre-doors-none = 每个单元门口的码都看过，都扫得开。
metre-which = 看过哪几个单元
metre-which-hint = 走过的一次勾好，再按下面一个
metre-never = 还没有人看过
# $day (String)
metre-bad = { $day }看的时候没有码，或者扫不开
# $day (String)
metre-old = 上回看是{ $day }
metre-good = 码都在，扫得开
metre-not-good = 没有码，或者扫不开
metre-said = 记下了。
# $n (Number)
# $of (Number)
metre-cut = 先列 { $n } 个，一共 { $of } 个。
# $place (String)
metre-homes = { $place }：还没有网格员管的楼
metre-homes-lead = 在登记里给网格派上网格员，这里就没有了。
metre-homes-none = 每户都有叫得出名字的网格员。
# $n (Number)
metre-so-many-homes = { $n } 户
# $grid (String)
metre-grid-empty = { $grid }还没有网格员
poster-none = 没有这个单元，可能楼栋登记改过了。
poster-nothing = 还没勾看过哪几个单元。
# $max (String)
poster-too-many = 一次最多记 { $max } 个单元，请分两回。
