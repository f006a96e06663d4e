# A question is asked of one of the parties, and answered by it.
question-whom = 想问的话，问谁
question-whom-hint = 只有“想问”用得着；问谁谁会收到，两个工作日内回答
question-form = 回答
question-which = 问的是
question-note = 您怎么回答
question-note-hint = 大家都看得到，跟在问题下面
question-go = 回答
question-said = 回答了，跟在问题下面，问的人会收到消息。
# $n (Number)
question-waits = { $n ->
   *[other] 有 { $n } 个问题等您回答
}
# $day (String)
question-by = { $day }回答
# $who (String)
question-asks = 想问{ $who }
# $who (String)
# $day (String)
question-open = 等{ $who }回答，{ $day }前
question-answers = 回答
question-no-party = 问的得是管这件事的，或者党组织、居委会、业委会、物业里的一家，请重新选。
question-own = 不能问自己，请选别家。
question-none = 还没选回答哪一个问题，或者这个问题已经看不到了。
question-not-asked = 这个问题问的是别家，由那家回答。
question-is-answered = 这个问题已经回答过了。
question-over = 这件事已经办结，不用再回答了。
# $no (String)
question-told = { $no } 有人问您
# $day (String)
question-told-body = 请在 { $day } 前回答，回答跟在问题下面，大家看得到。
# $no (String)
question-told-due = { $no } 有个问题还没回答
question-told-due-body = 两个工作日过去了，人家还等着。写一句就行，说不准也可以说哪天能答。
# $no (String)
# $who (String)
question-told-answer = { $no } { $who }回答您了
question-told-answer-body = 点开看，回答就在您的问题下面。
told-of-question-asked = 有人问您
told-of-question-due = 有个问题还没回答
told-of-question-answered = 您问的有回答了
