//! Browsers beside the default one, installed the way a desktop knows them: an entry, a program, and the files of their profiles.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::sandbox::Sandbox;
use crate::{SOON, binaries, wait_until};

const ROLES: &str = "roles";

impl Sandbox {
    /// Leaves only the browsers that a test installs, besides the default one.
    pub fn without_system_browsers(&mut self) {
        let share = self.path().join("share");
        fs::create_dir_all(share.join("applications")).unwrap();
        self.set("XDG_DATA_DIRS", share);
        // Without these no window of GTK comes up.
        self.set("GSETTINGS_SCHEMA_DIR", "/usr/share/glib-2.0/schemas");
    }

    /// Installs a browser whose program has this name and only writes down its arguments.
    pub fn install_browser(&self, id: &str, name: &str, program: &str) {
        let log = self.calls_log(program);
        self.install_browser_running(
            id,
            name,
            program,
            &format!("exec {} {} \"$@\"", binaries::ours("fake-browser").display(), log.display()),
        );
    }

    /// Installs a browser whose program is a shell script.
    pub fn install_browser_running(&self, id: &str, name: &str, program: &str, script: &str) {
        let path = self.write_script(&format!("browsers/{program}"), script);
        let entry = format!(
            "[Desktop Entry]\nType=Application\nName={name}\nExec={} %u\nMimeType=text/html;x-scheme-handler/https;\n",
            path.display()
        );
        write(&self.path().join("data/applications").join(format!("{id}.desktop")), &entry);
    }

    /// Installs a Chromium that takes a moment to start: the first one has the profiles as soon as it gets to it, and all others give it
    /// their addresses.
    pub fn install_slow_chromium(&self) {
        let (lock, roles) = (self.path().join("config/chromium/SingletonLock"), self.path().join(ROLES));
        let (lock, roles) = (lock.display(), roles.display());
        let later = format!("if [ -L {lock} ]; then echo later >> {roles}; exit; fi");
        let first = format!("/bin/sleep 0.3; echo first >> {roles}; ln -s host-$$ {lock}; exec /bin/sleep 60");
        self.install_browser_running("chromium", "Chromium", "chromium", &format!("{later}; {first}"));
    }

    /// Waits until so many of those started, and returns for each whether it was the `first` or a `later` one.
    #[track_caller]
    pub fn wait_roles(&self, count: usize) -> Vec<String> {
        wait_until(&format!("{count} starts of Chromium"), SOON, || {
            let text = fs::read_to_string(self.path().join(ROLES)).unwrap_or_default();
            let roles: Vec<_> = text.lines().map(str::to_owned).collect();
            if roles.len() >= count { Ok(roles) } else { Err(roles) }
        })
    }

    /// Writes what a Chromium or a child of it keeps of its profiles, keys and names, in a folder of user data below the configuration.
    pub fn write_local_state(&self, folder: &str, profiles: &[(&str, &str)]) {
        let data = self.path().join("config").join(folder);
        let entry =
            |(key, name): &(&str, &str)| ((*key).to_owned(), serde_json::json!({ "name": name, "user_name": "" }));
        let cache: serde_json::Map<_, _> = profiles.iter().map(entry).collect();
        for (key, _) in profiles {
            fs::create_dir_all(data.join(key)).unwrap();
        }
        write(&data.join("Local State"), &serde_json::json!({ "profile": { "info_cache": cache } }).to_string());
    }

    /// Writes Firefox's list of profiles, folders and names, and returns its root folder.
    pub fn write_profiles_ini(&self, profiles: &[(&str, &str)]) -> PathBuf {
        let root = self.path().join("home/.mozilla/firefox");
        let sections = profiles.iter().enumerate().map(|(at, (folder, name))| {
            fs::create_dir_all(root.join(folder)).unwrap();
            format!("[Profile{at}]\nName={name}\nIsRelative=1\nPath={folder}\n\n")
        });
        let sections: String = sections.collect();
        write(&root.join("profiles.ini"), &format!("{sections}[General]\nStartWithLastProfile=1\nVersion=2\n"));
        root
    }

    /// Returns the arguments of each start of such a program so far.
    #[track_caller]
    pub fn calls(&self, program: &str) -> Vec<Vec<String>> {
        let log = fs::read_to_string(self.calls_log(program)).unwrap_or_default();
        let call = |line: &str| match serde_json::from_str(line) {
            Ok(Value::Array(arguments)) => arguments
                .iter()
                .map(|argument| argument.as_str().unwrap().replace(&*self.path().to_string_lossy(), "$SANDBOX"))
                .collect(),
            _ => panic!("not a call: {line}"),
        };
        log.lines().map(call).collect()
    }

    /// Waits until such a program was started this often, and returns the arguments of each start.
    #[track_caller]
    pub fn wait_calls(&self, program: &str, count: usize) -> Vec<Vec<String>> {
        wait_until(&format!("{count} starts of {program}"), SOON, || {
            let calls = self.calls(program);
            if calls.len() >= count { Ok(calls) } else { Err(calls) }
        })
    }

    fn calls_log(&self, program: &str) -> PathBuf {
        self.path().join(format!("{program}.jsonl"))
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("has a folder")).unwrap();
    fs::write(path, text).unwrap();
}
