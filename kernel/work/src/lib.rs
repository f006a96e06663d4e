//! Timers and jobs
