-- What must happen later. State: set, cleared and ended by the apply of acts only.
CREATE TABLE work_timer(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  due_at BIGINT NOT NULL,
  set_by TEXT NOT NULL,
  done_act TEXT NULL,
  done_at BIGINT NULL
);
CREATE INDEX work_timer_open ON work_timer(due_at, id) WHERE done_at IS NULL;
CREATE INDEX work_timer_subject ON work_timer(kind, subject) WHERE done_at IS NULL;
-- Who may run timers, or one job, just now; a lease that runs out by itself.
CREATE TABLE work_leader(
  name TEXT NOT NULL PRIMARY KEY,
  holder TEXT NOT NULL,
  until BIGINT NOT NULL
);
-- What takes long. step counts the steps done; of is not known before the first run.
CREATE TABLE work_job(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  kind TEXT NOT NULL,
  input TEXT NOT NULL,
  by TEXT NOT NULL,
  state TEXT NOT NULL,
  step BIGINT NOT NULL,
  of BIGINT NULL,
  note TEXT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE INDEX work_job_ready ON work_job(created_at, id) WHERE state IN ('waiting', 'running');
CREATE INDEX work_job_recent ON work_job(created_at, id);
-- The steps of unfinished jobs that are done.
CREATE TABLE work_job_step(
  job TEXT NOT NULL,
  step BIGINT NOT NULL,
  PRIMARY KEY(job, step)
);
