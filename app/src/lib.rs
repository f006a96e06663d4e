//! The office as one program: settings, wiring, commands. The only crate that knows all systems.

mod backup;
pub mod commands;
pub mod config;
pub mod demo;
pub mod house;
pub mod outside;
pub mod post;
pub mod rooms;
pub mod signing;
pub mod upgrade;
pub mod wiring;
