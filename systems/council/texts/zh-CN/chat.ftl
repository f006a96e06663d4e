# Lines picked from a pasted chat.
chat-go-there = 从群里挑
chat-title = 从群里挑几句
chat-lead = 把群里的话整段贴进来，勾上说同一件事的几句，带到登记表里。名字和时间会去掉，带过去以后请再看一眼。
chat-text = 群里的话
chat-hint = 在电脑微信里选中多条、复制，贴在这里
chat-split = 一句一句分开
chat-lines = 哪几句说的是这件事
chat-go = 带到登记表
chat-empty = 这里面没有读到话，请再复制一遍。
chat-none = 一句也没勾。勾上说这件事的那几句。
