//! Every statement of this room.

pub(crate) const SET: &str =
    "INSERT INTO work_timer(id, area, kind, subject, due_at, set_by) VALUES($1, $2, $3, $4, $5, $6)";
pub(crate) const CLEAR: &str = "UPDATE work_timer SET done_act = $3, done_at = $4 \
                                WHERE kind = $1 AND subject = $2 AND done_at IS NULL";
pub(crate) const DONE: &str = "UPDATE work_timer SET done_act = $2, done_at = $3 WHERE id = $1 AND done_at IS NULL";
pub(crate) const OPEN: &str = "SELECT 1 FROM work_timer WHERE id = $1 AND done_at IS NULL";
pub(crate) const DUE_AT: &str = "SELECT due_at FROM work_timer WHERE kind = $1 AND subject = $2 AND done_at IS NULL";
pub(crate) const DUE: &str = "SELECT id, area, kind, subject, due_at FROM work_timer \
                              WHERE done_at IS NULL AND due_at <= $1 AND (due_at, id) > ($2, $3) ORDER BY due_at, id LIMIT $4";
pub(crate) const NEXT: &str =
    "SELECT due_at FROM work_timer WHERE done_at IS NULL AND due_at > $1 ORDER BY due_at LIMIT 1";

pub(crate) const LEAD: &str = "INSERT INTO work_leader(name, holder, until) VALUES($1, $2, $3) \
                               ON CONFLICT(name) DO UPDATE SET holder = excluded.holder, until = excluded.until \
                               WHERE work_leader.holder = excluded.holder OR work_leader.until <= $4";
pub(crate) const LEAVE: &str = "DELETE FROM work_leader WHERE name = $1 AND holder = $2";

pub(crate) const ADD_JOB: &str = "INSERT INTO work_job(id, area, kind, input, by, state, step, created_at, updated_at) \
                                  VALUES($1, $2, $3, $4, $5, $6, 0, $7, $7)";
pub(crate) const JOB: &str = "SELECT id, area, kind, input, by, state, step, of, note, created_at, updated_at \
                              FROM work_job WHERE id = $1";
pub(crate) const RECENT: &str = "SELECT id, area, kind, input, by, state, step, of, note, created_at, updated_at \
                                 FROM work_job ORDER BY created_at DESC, id DESC LIMIT $1";
pub(crate) const READY: &str =
    "SELECT id FROM work_job WHERE state IN ('waiting', 'running') ORDER BY created_at, id LIMIT $1";
pub(crate) const MOVE: &str = "UPDATE work_job SET state = $2, note = $3, updated_at = $4 WHERE id = $1";
pub(crate) const SIZE: &str = "UPDATE work_job SET of = $2, updated_at = $3 WHERE id = $1";
pub(crate) const COUNT: &str = "UPDATE work_job SET step = $2, updated_at = $3 WHERE id = $1";
pub(crate) const STEPS: &str = "SELECT step FROM work_job_step WHERE job = $1 ORDER BY step";
pub(crate) const STEP: &str = "INSERT INTO work_job_step(job, step) VALUES($1, $2) ON CONFLICT DO NOTHING";
pub(crate) const FORGET_STEPS: &str = "DELETE FROM work_job_step WHERE job = $1";

/// Every statement of this room, by name.
pub const SQL: &[(&str, &str)] = &[
    ("set", SET),
    ("clear", CLEAR),
    ("done", DONE),
    ("open", OPEN),
    ("due_at", DUE_AT),
    ("due", DUE),
    ("next", NEXT),
    ("lead", LEAD),
    ("leave", LEAVE),
    ("add_job", ADD_JOB),
    ("job", JOB),
    ("recent", RECENT),
    ("ready", READY),
    ("move", MOVE),
    ("size", SIZE),
    ("count", COUNT),
    ("steps", STEPS),
    ("step", STEP),
    ("forget_steps", FORGET_STEPS),
];
