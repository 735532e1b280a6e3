//! Has the system bring links that begin with `portico:` here. On Windows keys in this person's part of the registry say so
//! (learn.microsoft.com, "Registering an Application to a URI Scheme"); on Linux the desktop entry does, on macOS the bundle.

#[cfg(windows)]
pub(crate) use windows::register;

/// Nothing has to be done here.
#[cfg(not(windows))]
pub(crate) fn register() {}

#[cfg(windows)]
mod windows {
    use std::{
        env,
        path::{Path, PathBuf},
    };

    use portico_core::places;
    use windows_registry::{CURRENT_USER, Key};

    const KEY: &str = r"Software\Classes\portico";
    const COMMAND: &str = r"shell\open\command";

    /// Registers this program, unless one that is there has the links, this or another. What fails is tried again at the next start.
    pub(crate) fn register() {
        let Ok(program) = env::current_exe() else { return };
        let registered = CURRENT_USER.open(format!(r"{KEY}\{COMMAND}")).and_then(|key| key.get_string(""));
        let has_one = registered.is_ok_and(|command| program_of(&command).is_some_and(|there| there.is_file()));
        if !places::is_self_contained() && !has_one {
            let _ = CURRENT_USER.create(KEY).and_then(|key| write(&key, &program));
        }
    }

    fn write(key: &Key, program: &Path) -> windows_registry::Result<()> {
        let program = program.display();
        key.set_string("", "URL:Portico")?;
        key.set_string("URL Protocol", "")?;
        key.create("DefaultIcon")?.set_string("", format!("\"{program}\",0"))?;
        key.create(COMMAND)?.set_string("", format!("\"{program}\" \"%1\""))
    }

    /// Returns the program that such a command starts.
    fn program_of(command: &str) -> Option<PathBuf> {
        let (program, _) = command.strip_prefix('"')?.split_once('"')?;
        Some(PathBuf::from(program))
    }
}
