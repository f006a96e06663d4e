//! What must reach people: the inbox
