//! Where the programs are: ours beside the test executable, the desktop's on the PATH with the package they come from.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// Returns the path of one of the workspace's binaries, built in the same profile as this test.
///
/// `PORTICO_TEST_BINARIES` names another folder, for instance one with an installed version.
pub(crate) fn ours(name: &str) -> PathBuf {
    let folder = match env::var_os("PORTICO_TEST_BINARIES") {
        Some(folder) if name != "fake-browser" => PathBuf::from(folder),
        _ => profile_folder(),
    };
    let path = folder.join(name);
    assert!(path.is_file(), "no {} yet; build first: cargo build --workspace", path.display());
    path
}

/// Returns the path of a program of the system, or fails with the Debian package that holds it.
pub(crate) fn system(program: &str, package: &str) -> PathBuf {
    [
        "/usr/bin",
        "/bin",
        "/usr/sbin",
        "/usr/lib/x86_64-linux-gnu/xfce4/xfconf",
        "/usr/lib/aarch64-linux-gnu/xfce4/xfconf",
    ]
    .iter()
    .map(|folder| Path::new(folder).join(program))
    .find(|path| path.is_file())
    .unwrap_or_else(|| panic!("{program} is missing: apt-get install {package}"))
}

/// Returns the folder for screenshots, `target/test-shots`, made when missing.
pub fn shots() -> PathBuf {
    let folder = profile_folder().parent().expect("a profile folder lies in target/").join("test-shots");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// `target/debug` for a test executable `target/debug/deps/cli-0123abcd`.
fn profile_folder() -> PathBuf {
    let test = env::current_exe().expect("a running test has a path");
    test.ancestors().nth(2).expect("cargo puts tests into target/PROFILE/deps").to_path_buf()
}
