//! Everything Portico knows: tenants and their registry, portals, their addresses and links to them, search, the tray menu as a
//! value, and other programs' lists of customers.
//!
//! Architecture invariants, kept by `tests/rules.rs`:
//! no GUI, async runtime, terminal or HTTP crate in here; the clock and the environment come in as arguments
//! (only [`places`] looks at the environment); only [`store`] writes files; JSON is known to [`format`], to the
//! catalogue file of [`portal`], the forms of [`link`], the foreign lists of [`import`] and the foreign documents of [`lookup`] and
//! [`browser`] alone.
//!
//! The modules in the order a newcomer should read them:

#![warn(missing_docs)]

pub mod tenant_id;

pub mod cloud;

pub mod domain;

pub mod tenant;

pub mod registry;

pub mod entering;

pub mod merging;

pub mod changes;

pub mod template;

pub mod portal;

pub mod own;

pub mod address;

pub mod pins;

pub mod opening;

pub mod browser;

pub mod link;

pub mod following;

pub mod history;

pub mod select;

pub mod fold;

pub mod lookalike;

pub mod search;

pub mod menu;

pub mod launcher;

pub mod deep_link;

pub mod import;

pub mod export;

mod cells;

pub mod lookup;

pub mod help;

pub mod hotkey;

pub mod settings;

pub mod display;

pub mod format;

pub mod store;

pub mod places;

pub mod starting;
