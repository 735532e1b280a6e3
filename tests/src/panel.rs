//! The real Xfce panel with a tray: which programs, which settings.

use std::fs;
use std::process::Command;

use crate::binaries;
use crate::sandbox::Sandbox;

/// A panel at the top of the screen that holds the status tray, for tray icons and legacy ones, and nothing else.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="double" value="100"/>
      <property name="size" type="uint" value="32"/>
      <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="systray"/>
  </property>
</channel>
"#;

pub(crate) const SETTINGS_NAME: &str = "org.xfce.Xfconf";

/// Writes the settings and returns the daemon that hands them out as [`SETTINGS_NAME`].
pub(crate) fn settings(sandbox: &Sandbox) -> Command {
    let folder = sandbox.path().join("config/xfce4/xfconf/xfce-perchannel-xml");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("xfce4-panel.xml"), SETTINGS).unwrap();
    sandbox.command(binaries::system("xfconfd", "xfconf"))
}

pub(crate) fn window_manager(sandbox: &Sandbox) -> Command {
    sandbox.command(binaries::system("xfwm4", "xfwm4"))
}

pub(crate) fn panel(sandbox: &Sandbox) -> Command {
    let mut panel = sandbox.command(binaries::system("xfce4-panel", "xfce4-panel"));
    panel.arg("--disable-wm-check");
    panel
}
