//! Owners' votes, knocked at as a browser does: who votes, calling, the roll, casting, papers, the count, and what goes wrong.

mod asked;
mod away;
mod calling;
mod casting;
mod conflicts;
mod counting;
mod delivering;
mod electing;
mod filing;
mod first_assemblies;
mod handing;
mod house;
mod merging;
mod objecting;
mod officials;
mod papers;
mod printed;
mod proxies;
mod rulesets;
mod sealing;
mod seeds;
mod signings;
mod takeovers;
mod told;
mod urgent;
mod voters;
