# Matters brought over from the ledger kept before.
ledger-name = 诉求台账
ledger-open = 件在办的（带着原来的日期）
ledger-done = 件办完的（带着原来的日期）
ledger-due = “时限”不像日期，按平常的期限算，请看一眼。
ledger-days = 日期不对：受理、办结不能在今天以后，办结不能早于受理。
# $name (String)
ledger-no-org = 管这一片的单位里没有“{ $name }”，请照登记的全名或简称写，或者先导入单位。
ledger-no-course = 台账上只写了办结日期。
