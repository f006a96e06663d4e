//! The front door with a small system behind it: who gets in, what forms bring, what happens when something is wrong.

mod forms;
mod gates;
mod house;
mod live;
mod signing_in;
mod trouble;
mod uploads;
