# Lines picked from a pasted chat.
chat-go-there = Pick from a chat
chat-title = Pick lines from a chat
chat-lead = Paste what was said in the group and tick the lines that tell of one matter; they go into the form. Names and times are taken out; please look once more before you send it.
chat-text = What was said
chat-hint = Select several messages on a computer, copy, and paste them here
chat-split = Line by line
chat-lines = Which lines tell of this matter
chat-go = Put them into the form
chat-empty = Nothing that somebody said was found in this. Please copy it once more.
chat-none = No line is ticked. Tick those that tell of this matter.
