# Complaints about one of the parties.
about = 您是对谁有意见
about-hint = 不选也行。选了，它看不到是谁反映的，也不会只交给它自己办
about-company = 物业，或者物业的人
about-owners = 业委会
about-community = 社区，或者社区的人
about-nobody = 都不是
about-desk = 是对谁的意见
# $org (String)
about-told-reporter = 您这是对{ $org }的意见：它看不到是您反映的，也不会只交给它自己办。
# $org (String)
about-told-desk = 这是对{ $org }的意见：它看不到是谁反映的，不能只交给它自己办。要它说明，就请大家商量，或者分一份给它。
about-told-them = 这是对您单位的意见，谁反映的不给您看，由别家来办。商量的时候您可以说您那边的情况。
about-you = 这是对您单位的意见，由别家来办。您可以说您那边的情况。
about-alone = 这是对它的意见，不能只交给它自己办。请大家商量，或者交给别家、再分一份请它说明。
about-nobody-above = 这儿没有登记街道，对社区自己的意见没有上一级可交，请打 12345。要是别的事，请改选一个。
about-nobody-there = 这儿没有登记这样的单位，请改选一个。
about-gone-on = 这件事已经往下走了，现在改不了是对谁的意见。还在“看”的时候才能交给上一级。
about-not-one = 这里头有对单位的意见，要单独办，不能和别的事并成一件。
desk-about = 是对哪家的意见
desk-about-hint = 是对物业、业委会的，它看不到是谁反映的，社区来办；是对社区自己的，交给街道来看，社区也看不到是谁。
desk-about-go = 记下
desk-said-about = 记下了：是对哪家的意见，哪家就看不到是谁反映的。
# $who (String)
# $by (String)
desk-said-about-up = 对社区的意见，交给{ $who }了，{ $by }前看。
desk-take = 接过来办
desk-take-hint = 这是对社区的意见，由您这儿办、您这儿回话。起个名字，定个办的期限。
desk-take-go = 接过来办
course-upward = 是对社区的意见，按规矩交给上一级来看
