question-whom = If you ask something: whom?
question-whom-hint = Only for a question. Whoever is asked is told, and answers within two working days
question-form = Answer a question
question-which = The question
question-note = Your answer
question-note-hint = Everybody reads it, under the question
question-go = Answer
question-said = Answered. It stands under the question, and whoever asked is told.
question-waits = { $n ->
    [one] { $n } question waits for your answer
   *[other] { $n } questions wait for your answer
}
question-by = to be answered { $day }
question-asks = Question to { $who }
question-open = { $who } is to answer by { $day }
question-answers = Answer
question-no-party = Whoever is asked must have this matter, or be the party organisation, the residents’ committee, the owners’ committee or the company. Please choose again.
question-own = Nobody asks themselves. Please choose another.
question-none = No question is chosen yet, or it can no longer be read.
question-not-asked = This was asked of somebody else, who answers it.
question-is-answered = This question has been answered already.
question-over = This matter is closed; no answer is needed any more.
question-told = { $no }: somebody asks you something
question-told-body = Please answer by { $day }. The answer stands under the question for everybody.
question-told-due = { $no }: a question is not answered yet
question-told-due-body = Two working days are over, and somebody is waiting. One sentence will do, if only to say when you will know.
question-told-answer = { $no }: { $who } has answered you
question-told-answer-body = Open it: the answer stands under your question.
told-of-question-asked = Somebody asks you something
told-of-question-due = A question is not answered yet
told-of-question-answered = Your question is answered
