//! What an office needs to run the house
