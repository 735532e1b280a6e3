//! Two files changing names in one step, so that what was replaced can be looked at before it is thrown away.

#[cfg(any(target_os = "linux", target_os = "macos"))]
pub(super) use platform::{back, in_place};

/// How it went.
#[cfg_attr(
    not(any(target_os = "linux", target_os = "macos")),
    expect(dead_code, reason = "only where files can change names in one step")
)]
pub(super) enum Swapped {
    /// The new file is in place.
    Done,
    /// Another program wrote in the last moment; what it wrote stands there.
    Overtaken,
    /// The file system cannot do it.
    Unsupported,
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
mod platform {
    use std::{fs, io, path::Path};

    use rustix::{
        fs::{CWD, RenameFlags, renameat_with},
        io::Errno,
    };

    use super::Swapped;

    /// Puts `temp` in the place of `target`, which leaves the old contents in `temp`.
    ///
    /// If those are not `previous`, another program wrote in the last moment; then its file is put back.
    pub(in crate::store) fn in_place(temp: &Path, target: &Path, previous: &[u8], ours: &[u8]) -> io::Result<Swapped> {
        match exchange(temp, target) {
            Ok(()) => {}
            Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP) => return Ok(Swapped::Unsupported),
            // Another program took the file away: what stands there when we look again decides.
            Err(Errno::NOENT) => return Ok(Swapped::Overtaken),
            Err(error) => return Err(error.into()),
        }
        let mut newest = taken_out(temp, target)?;
        if newest == previous {
            return Ok(Swapped::Done);
        }
        let mut in_place = ours.to_vec();
        loop {
            exchange(temp, target)?;
            let out = taken_out(temp, target)?;
            if out == in_place {
                return Ok(Swapped::Overtaken);
            }
            // And once more: what just came out is newer still.
            in_place = std::mem::replace(&mut newest, out);
        }
    }

    /// Reads what was taken out; if that is not possible it goes back, for it may be somebody's newest.
    fn taken_out(temp: &Path, target: &Path) -> io::Result<Vec<u8>> {
        fs::read(temp).inspect_err(|_| back(temp, target))
    }

    /// Takes an exchange back. If that fails, the backup made before it has what stood there.
    pub(in crate::store) fn back(temp: &Path, target: &Path) {
        let _ = exchange(temp, target);
    }

    fn exchange(one: &Path, other: &Path) -> Result<(), Errno> {
        renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(super) fn in_place(_: &std::path::Path, _: &std::path::Path, _: &[u8], _: &[u8]) -> std::io::Result<Swapped> {
    Ok(Swapped::Unsupported)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(super) fn back(_: &std::path::Path, _: &std::path::Path) {}
