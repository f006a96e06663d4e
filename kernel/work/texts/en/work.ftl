state-waiting = Waiting
state-running = Running
state-stopped = Stopped
state-failed = Failed
state-done = Done

no-such-job = There is no such job. Please go back to the list of jobs and choose again.
job-held = Another process is working on this job. Please look again a little later.
job-ended = This job has already ended, so there is nothing to stop.
job-not-stopped = This job is not stopped. Only a job that was stopped or has failed can be resumed.
