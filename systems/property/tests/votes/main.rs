//! Owners' votes, knocked at as a browser does: who votes, calling, the roll, casting, papers, the count, and what goes wrong.

mod calling;
mod casting;
mod counting;
mod house;
mod papers;
mod seeds;
mod voters;
