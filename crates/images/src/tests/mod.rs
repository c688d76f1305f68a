mod fixtures;
mod looks;
mod refusals;
mod writings;
