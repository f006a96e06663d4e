# 问谁、哪些房子算、没投的怎么算.
call-scope = 问谁
call-scope-hint = 只有一栋、一个单元在用的东西（电梯、屋顶、门禁），由那里的业主定，面积、人数也只按那里算。议事规则、管理规约、选聘物业要问全小区。
scope-compound = 全小区的业主
scope-building = 只问一栋楼的业主
scope-entrance = 只问一个单元的业主
# $name (String)
scope-only = 只问{ $name }的业主，面积、人数只按这里算
call-house = 哪一栋
call-house-hint = 问全小区的不用写。写登记册上的叫法。
call-entrance = 哪个单元
call-entrance-hint = 只问一个单元的才写。
call-counted = 车位、储藏室算不算
call-counted-hint = 平常只算住宅、商铺、办公。小区的议事规则或者业主大会的决定写明要算的，才勾。
counted-parking = 车位也算
counted-storage = 储藏室也算
call-counted-by = 算它们的依据
call-rule-example = 比如：2024 年 5 月通过的议事规则第十二条
call-follow = 没交票的怎么算
call-follow-hint = 平常不算参加。议事规则写明“没投的跟着多数算”的才能勾：只算票送到、签收了的人；票上会印明后果；筹集维修资金、改建重建、改公共部分用途这几类永远不算。两本账都会公布。
call-follow-yes = 按议事规则，没投的跟着多数算
call-follow-by = 议事规则怎么写的
counted = 车位、储藏室
# $rule (String)
counted-both = 都算，依据：{ $rule }
# $rule (String)
counted-only-parking = 车位算，储藏室不算，依据：{ $rule }
# $rule (String)
counted-only-storage = 储藏室算，车位不算，依据：{ $rule }
silence = 没交票的
# $which (String)
# $rule (String)
silent-follows = 注意：票送到并且签收了、到截止也没交的，第 { $which } 件事跟着交了票的多数算（依据：{ $rule }）；别的事不算参加。没签收的不算参加。不同意的，请一定把票交回来。
# $name (String)
strip-only = 只问{ $name }的业主。
# $rule (String)
tally-follow = 这件事约定了没交票、签收了的跟着多数算（依据：{ $rule }）。画“正”字只画交了票的；计票以后，两本账都印在这里。
follow-arithmetic = 算上跟着多数的
follow-unproven = 约定了没投的跟着多数算，可是没交票的人里没有一张有签收，所以一个也没有算进去。
no-scope-elsewhere = 这个小区没有登记这一栋或者这个单元，按登记册上的叫法写。
no-empty-scope = 那里没有能投票的房子，换一栋、换一个单元，或者问全小区。
no-whole-only = 议事规则、管理规约、选业委会、选聘物业是全小区的事，不能只问一栋、一个单元。
no-count-rule = 要算车位、储藏室的，勾上哪一种，再写依据；不算的，两处都空着。
no-follow-rule = 要让没投的跟着多数算，勾上，再写议事规则是怎么写的；不算的，两处都空着。
no-follow-never = 这几件事都是不能跟着多数算的，把那一格去掉。
call-demand = 业主提议的临时会议
call-demand-hint = 五分之一以上的业主提议，就要召集（物业管理条例 13；当地另有规定的，照当地的）。签名的提议书留在社区，这里只写几位、哪天交来的。
call-demand-yes = 是业主提议的
call-demand-owners = 几位业主签名提议
call-demand-owners-hint = 一套房算一位；一个人有几套房，也算一位。
call-demand-day = 哪天交来的
demanded = 临时会议
# $day (String)
# $owners (Number)
# $of (Number)
# $article (String)
demanded-says = { $day } 有 { $owners } 位业主提议，全体业主 { $of } 位（{ $article }）
