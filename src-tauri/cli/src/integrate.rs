//! `portico integrate`.

use crate::{
    args::{IntegrateArgs, Target},
    failure::Failure,
};

mod login;

pub(crate) fn integrate(args: &IntegrateArgs) -> Result<(), Failure> {
    match &args.target {
        Target::Login(args) => login::login(args),
    }
}
