//! `portico integrate`.

use crate::{
    args::{IntegrateArgs, Target},
    failure::Failure,
};

mod desktop;
mod login;

pub(crate) use desktop::{follow, program};

pub(crate) fn integrate(args: &IntegrateArgs) -> Result<(), Failure> {
    match &args.target {
        Target::Desktop(args) => desktop::desktop(args),
        Target::Login(args) => login::login(args),
    }
}
