//! What the systems do together, told as it happens: each file a story or a few. One program, so that it is linked once
//! and the stories run beside one another.

mod alliance;
mod coming_in;
mod complaint;
mod consent;
mod council;
mod happening;
mod joining;
mod log;
mod main_job;
mod no_committee;
mod notice_board;
mod origin;
mod owners;
mod people;
mod poll;
mod post;
mod price;
mod rule;
mod stair_room;
mod survey;
mod thanks;
mod told;
mod trouble;
mod waiting;
