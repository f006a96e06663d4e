# Taking workbooks in.
import-kind-units = Units
import-kind-people = Residents
import-kind-orgs = Organisations
import-kind-seats = Seats
import-kind-areas = Areas (compounds and communities)
import-kind-grids = Grids
import-kind-owners = Owner-sets
# What was entered; the number stands before it.
import-buildings = buildings
import-units = units entered
import-units-changed = units changed
import-people = people entered
import-relations = relations of people to units
import-same-person = people with more than one place
import-phone-changed = people with a new telephone
import-sold = units handed over
import-orgs = organisations entered
import-orgs-changed = organisations changed
import-on-call = numbers for other hours
import-contracts = contracts
import-ended = relations that have an end now
import-contracts-changed = contracts with other dates
import-seats = seats
import-areas = areas entered
import-areas-changed = areas changed
import-grids = grids entered
import-grids-changed = grids with another phone
import-buildings-changed = buildings in another grid
import-entrances = entrances
import-charges = grids and buildings given in charge
import-deputies = deputies
import-owner-sets = owner-sets
import-owner-sets-changed = owner-sets changed
# What is wrong with a row.
import-no-area = The register has no compound or community called “{ $name }”. Please write it as it is registered.
import-which-area = Which compound this is about cannot be seen: please add a column 小区, or name it in the title.
import-not-yours = This compound is not one your seat looks after; the row was not entered.
import-no-unit = The register has no { $building } { $unit }. Please import the units first.
import-unit-twice = Area or use differ from row { $row }, which is the same unit. Please make them the same.
import-owner-differs = The register has another owner. If the unit was sold, please give the day in 起始日期.
import-no-org = The register has no “{ $name }” that looks after this area. Please import organisations first.
import-no-grid = The register has no grid “{ $name }”. Please import grids first.
import-no-building = The register has no building “{ $name }”. Please import the units first; where there are several compounds, write the compound’s name before the number.
# What somebody should look at.
import-several = “{ $names }” is entered as { $count } owners in common; please check.
import-grid-later = The register has no grid “{ $name }” yet. The units are entered; import the grids and send this sheet again, and the building goes into it.
import-company = “{ $name }” is an organisation and is entered as one owner; please check.
import-other-owner = The register has a further owner who is not in the sheet; nothing was changed.
import-since-differs = The first day of { $name } differs from the register, which was not changed.
import-household-differs = In the register { $name } belongs to household { $nth } of this flat, which was not changed; change it on the page.
import-household-skipped = The register does not have a household { $nth } of this flat yet; household { $next } must be written first.
import-until-differs = The last day of { $name } is later than in the register, which was not changed; change it on the page.
import-contract-differs = The contract of { $name } with this compound has other days in the register, which were not changed; change it on the page of the organisation.
import-not-in-sheet = { $count } units of { $building } are in the register and not in the sheet; they were left alone. Please check what was split or merged.
# Why it does not go on.
import-gone = This sheet was entered, given up or is a day old, or somebody in it has just had their data erased. If you still need it, please send it again.
import-taken-back = There is a fault in this group, so none of it was entered.
import-no-file = Please choose a file first.
import-area-unknown = No such compound or community was found. Please write its registered name or short name.
# Lists on their way out.
export-no-purpose = There are names and telephones in this list: please say what it is for.
export-says = Taken by { $who } at { $at } for: { $purpose }
