//! `portico integrate`.

use crate::{
    args::{IntegrateArgs, Target},
    failure::Failure,
};

mod alfred;
mod desktop;
mod flow;
mod login;
mod rofi;

pub(crate) use desktop::{described, follow, program};

pub(crate) fn integrate(args: &IntegrateArgs) -> Result<(), Failure> {
    match &args.target {
        Target::Desktop(args) => desktop::desktop(args),
        Target::Rofi => rofi::rofi(),
        Target::Alfred(args) => alfred::alfred(args),
        Target::Flow(args) => flow::flow(args),
        Target::Login(args) => login::login(args),
    }
}
