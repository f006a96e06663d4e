# Taking workbooks in.
import-kind-units = 房屋
import-kind-people = 住户
import-kind-orgs = 单位
import-kind-seats = 岗位
import-kind-areas = 区域（小区和社区）
import-kind-grids = 网格
import-kind-owners = 产权户
# What was entered; the number stands before it.
import-buildings = 栋楼
import-units = 套房（新登记）
import-units-changed = 套房（改了登记）
import-people = 人（新登记）
import-relations = 条人和房的关系
import-same-person = 人名下不止一处
import-phone-changed = 人换了电话
import-sold = 套过了户
import-orgs = 个单位（新登记）
import-orgs-changed = 个单位（改了）
import-on-call = 个下班后的电话
import-contracts = 份物业合同
import-ended = 条关系写上了到期日
import-contracts-changed = 份物业合同改了日期
import-seats = 个岗位
import-areas = 个区域（新登记）
import-areas-changed = 个区域（改了）
import-grids = 个网格（新登记）
import-grids-changed = 个网格（换了电话）
import-buildings-changed = 栋楼（换了网格）
import-entrances = 个单元门
import-charges = 项包片
import-deputies = 个代班
import-owner-sets = 个产权户
import-owner-sets-changed = 个产权户（改了）
# What is wrong with a row.
# $name (String)
import-no-area = 册上没有“{ $name }”这个小区或社区，请照登记的名字写。
import-which-area = 看不出是哪个小区：请加一列“小区”，或者在标题里写小区名。
import-not-yours = 这个小区不归您这个岗位管，没有导入。
# $building (String)
# $unit (String)
import-no-unit = 册上没有{ $building } { $unit }，请先导入房屋。
# $row (Number)
import-unit-twice = 这一户和第 { $row } 行写的面积或类型不一样，请改成一样的。
import-owner-differs = 册上登记的业主是别人。已经过户的，请在“起始日期”写过户那天。
# $name (String)
import-no-org = 册上没有管这一片的“{ $name }”，请先导入单位。
# $name (String)
import-no-grid = 册上没有“{ $name }”这个网格，请先导入网格。
# $name (String)
import-no-building = 册上没有“{ $name }”这栋楼：请先导入房屋；有几个小区的，楼号前面写上小区名。
# What somebody should look at.
# $names (String)
# $count (Number)
import-several = “{ $names }”按 { $count } 个共有人登记，请看一眼对不对。
# $name (String)
import-grid-later = 册上还没有“{ $name }”这个网格，房屋照样登记；导入网格以后再导一遍这份表，楼就归进去。
# $name (String)
import-company = “{ $name }”是单位，按一个业主登记，请看一眼对不对。
import-other-owner = 册上这一户还有别的业主，表里没写，没有动。
# $name (String)
import-since-differs = { $name } 的起始日期和册上不一样，册上的没有动。
# $name (String)
# $nth (Number)
import-household-differs = 册上 { $name } 是这套房的第 { $nth } 户，册上的没有动；要换请在页面上改。
# $nth (Number)
# $next (Number)
import-household-skipped = 册上这套房还没到第 { $nth } 户，要先写第 { $next } 户。
# $name (String)
import-until-differs = { $name } 的结束日期比册上的晚，册上的没有动；要延长请在页面上改。
# $name (String)
import-contract-differs = { $name } 在这个小区的合同，册上的日期不一样，没有动；请在单位的页面上改。
# $building (String)
# $count (Number)
import-not-in-sheet = { $building }有 { $count } 户册上有、表里没有，没有动（拆开、合并的请核对）。
# Why it does not go on.
import-gone = 这份表已经导入完、放弃了、过了一天，或者表里有人刚刚删掉了自己的信息。还要用的话请重新传一次。
import-taken-back = 这一组有错，整组没有导入。
import-no-file = 请先选一个表格文件。
import-area-unknown = 没有找到这个小区或社区，请照登记的全名或简称写。
# Lists on their way out.
export-no-purpose = 名单里有人的姓名电话，请写清楚拿去做什么用。
# $who (String)
# $at (String)
# $purpose (String)
export-says = 导出人：{ $who }　时间：{ $at }　用途：{ $purpose }
