//! The board, knocked at as a browser does: posting, proof, corrections, the calendar, forms, the screen, and what goes wrong.

mod due;
mod forms;
mod house;
mod posting;
mod proof;
mod seeds;
