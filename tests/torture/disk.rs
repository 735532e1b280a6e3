//! Disks of our own, to be filled up or unplugged. Mounting needs root.

use std::env;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use portico_tests::{SOON, Sandbox, try_until};

/// A mounted file system; it is unmounted on drop.
#[derive(Debug)]
pub(crate) struct Mount {
    folder: PathBuf,
}

impl Mount {
    /// Mounts a file system in memory of this size.
    pub(crate) fn memory(folder: &Path, kilobytes: usize) -> Result<Self, String> {
        fs::create_dir_all(folder).unwrap();
        let size = format!("size={kilobytes}k");
        run("mount", ["-t", "tmpfs", "-o", &size, "tmpfs"].map(OsStr::new).into_iter().chain([folder.as_os_str()]))?;
        Ok(Self { folder: folder.to_owned() })
    }

    /// Makes more room.
    pub(crate) fn grow(&self, kilobytes: usize) {
        let options = format!("remount,size={kilobytes}k");
        run("mount", [OsStr::new("-o"), OsStr::new(&options), self.folder.as_os_str()]).unwrap();
    }

    /// Mounts an image, which replays its journal.
    pub(crate) fn image(image: &Path, folder: &Path) -> Result<Self, String> {
        fs::create_dir_all(folder).unwrap();
        run("mount", [OsStr::new("-o"), OsStr::new("loop"), image.as_os_str(), folder.as_os_str()])?;
        Ok(Self { folder: folder.to_owned() })
    }

    /// Cuts the power: nothing that is not on the disk yet gets there any more.
    ///
    /// `shutdown` without `-f` is the ioctl 0x8004587d with the flag 2, "do not flush the log", on xfs and on ext4.
    pub(crate) fn cut_power(&self) -> Result<(), String> {
        run("xfs_io", ["-x", "-c", "shutdown"].map(OsStr::new).into_iter().chain([self.folder.as_os_str()]))
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        // A killed process may hold a file for a moment after it was waited for, and the kernel a disk that was shut down.
        let unmounted = try_until(SOON, || run("umount", [self.folder.as_os_str()]));
        if let Err(error) = unmounted {
            eprintln!("could not unmount {}: {error}", self.folder.display());
            let _ = run("umount", ["--lazy".as_ref(), self.folder.as_os_str()]);
        }
    }
}

/// Makes an image of this size with an empty file system on it, by a program such as `mkfs.ext4`.
pub(crate) fn make_image(image: &Path, megabytes: u64, mkfs: &str) -> Result<(), String> {
    File::create(image).and_then(|file| file.set_len(megabytes << 20)).unwrap();
    run(mkfs, [OsStr::new("-q"), image.as_os_str()])
}

/// Returns a sandbox and the folder to mount a disk on, so that all Portico writes lies on it.
pub(crate) fn sandbox_on_disk() -> (Sandbox, PathBuf) {
    let mut sandbox = Sandbox::new();
    let disk = sandbox.path().join("data");
    sandbox.set("XDG_STATE_HOME", disk.join("state"));
    (sandbox, disk)
}

fn run<'a>(program: &str, arguments: impl IntoIterator<Item = &'a OsStr>) -> Result<(), String> {
    // Where a person's PATH does not lead.
    let path = format!("{}:/usr/sbin:/sbin", env::var("PATH").unwrap_or_default());
    let output = Command::new(program).args(arguments).env("PATH", path).output();
    match output {
        Ok(output) if output.status.success() => Ok(()),
        // The first line says what; the others are advice.
        Ok(output) => Err(String::from_utf8_lossy(&output.stderr).lines().next().unwrap_or(program).to_owned()),
        Err(error) => Err(format!("{program} does not start: {error}")),
    }
}
