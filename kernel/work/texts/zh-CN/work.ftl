state-waiting = 等待办理
state-running = 正在办理
state-stopped = 已停
state-failed = 没有办成
state-done = 已办完

no-such-job = 没有这个长任务，请回到任务列表重新选择。
job-held = 这个长任务正由另一个程序办理，请稍后再看。
job-ended = 这个长任务已经结束，不用再停。
job-not-stopped = 这个长任务没有停。停下或没有办成的任务才能继续。
