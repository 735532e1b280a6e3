//! The arguments that have to do with browsers: `portico browsers`, and those of `portico open` for one time.

use clap::Args as ClapArgs;

#[derive(ClapArgs)]
pub(crate) struct BrowsersArgs {
    /// Print one object, documented in the README
    #[arg(long)]
    pub(crate) json: bool,
}

/// A browser for one time.
#[derive(Default, ClapArgs)]
pub(crate) struct Once {
    /// The browser for this time, as `portico browsers` shows it, or `default`
    #[arg(long, value_name = "NAME")]
    pub(crate) browser: Option<String>,
    /// The profile of that browser
    #[arg(long, value_name = "NAME", requires = "browser")]
    pub(crate) profile: Option<String>,
    /// A private window of that browser
    #[arg(long, requires = "browser")]
    pub(crate) private: bool,
}
