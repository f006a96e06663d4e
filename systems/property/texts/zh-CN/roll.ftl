# 名册.
roll-print = 名册（打印）
# $place (String)
# $vote (String)
roll-title = { $place } 业主名册：{ $vote }
# $when (String)
roll-frozen = { $when } 定下来的。
roll-note = 名册上没有名字。自己的面积、号码不对，请到社区核对。业主可以在柜台看整本名册。
building = 楼栋
door = 房号
size = 面积（平方米）
source = 面积来源
number = 名册号
