#![cfg(test)]
//! Stories of an office: what people do and read, on each database.

mod attacks;
mod bulk;
mod case;
mod decisions;
mod lists;
mod size;
mod world;
