//! The built application in a real window: what people do from the first run to the signed plan, by mouse and by keyboard
//! alone, what each screen owes to everybody, and what the page may not do.

mod accessible;
mod arrivals;
mod asking;
mod buyers;
mod collateral_in_use;
mod definition_story;
mod every_screen;
mod hostile_text;
mod keyboard_story;
mod leads_story;
mod legible;
mod library_story;
mod marketstar_story;
mod pages;
mod plan_story;
mod questions_story;
mod review_story;
mod sending;
mod trust;
mod walk_through;
