//! Putting the parts together: plugins, state, tray, windows, and how it all ends.

use tauri::{AppHandle, Builder, Manager, RunEvent, WindowEvent, generate_context, generate_handler};

use crate::{args::Args, ipc, link_scheme, look, open, state::State, tray, watch, windows};

/// Runs until the person quits or the system ends the session.
///
/// # Errors
///
/// Why it could not start, for people.
pub(crate) fn run(args: Args) -> Result<(), String> {
    let app = Builder::default()
        // First of all, as its documentation asks: a second start must not get further than this.
        .plugin(tauri_plugin_single_instance::init(|app, argv, _cwd| again(app, &argv)))
        .plugin(tauri_plugin_shell::init())
        .plugin(tauri_plugin_dialog::init())
        .manage(State::load())
        .invoke_handler(generate_handler![
            ipc::start,
            ipc::search,
            ipc::open_portal,
            ipc::portals,
            ipc::history,
            ipc::customers::set_favorite,
            ipc::show_in_manage,
            ipc::hotkey,
            ipc::set_hotkey,
            ipc::decline_hotkey,
            ipc::add_from_link,
            ipc::review,
            ipc::accept,
            ipc::restore,
            ipc::pending,
            ipc::painted,
            ipc::dismiss,
            ipc::hold,
            ipc::customers::overview,
            ipc::customers::customer,
            ipc::customers::find,
            ipc::customers::check_customer,
            ipc::customers::read_pasted,
            ipc::customers::save_customer,
            ipc::customers::change_customers,
            ipc::customers::remove_customers,
            ipc::customers::undo_change,
            ipc::lists::read_list,
            ipc::lists::plan_import,
            ipc::lists::import_list,
            ipc::lists::last_import,
            ipc::lists::undo_import,
            ipc::look_ups::look_up,
            ipc::look_ups::verify,
            ipc::look_ups::verifying,
            ipc::look_ups::cancel_verify,
            ipc::choices::settings,
            ipc::choices::change_settings,
            ipc::choices::use_registry,
            ipc::choices::choose_registry,
            ipc::choices::catalogue,
            ipc::choices::arrange_portals,
            ipc::choices::check_portal,
            ipc::choices::save_portal,
            ipc::choices::remove_portal,
            ipc::choices::openings,
            ipc::choices::export_openings,
            ipc::choices::backups,
            ipc::choices::backup_difference,
            ipc::choices::diagnostics,
            ipc::browsers::browsers,
            ipc::browsers::save_browser_rule,
            ipc::browsers::try_browser,
            ipc::choices::help_links,
            ipc::choices::open_help,
            ipc::show_page,
            ipc::close_window
        ])
        .on_menu_event(|app, event| open::menu_item(app, event.id().as_ref()))
        .on_window_event(|window, event| match event {
            WindowEvent::Focused(focused) => windows::focus_changed(window, *focused),
            WindowEvent::CloseRequested { api, .. } if window.label() == windows::QUICK => {
                api.prevent_close();
                windows::hide_quick(window.app_handle());
            }
            WindowEvent::CloseRequested { api, .. } if window.label() == windows::MANAGE => {
                api.prevent_close();
                windows::close_requested(window);
            }
            _ => {}
        })
        .setup(move |app| {
            let app = app.handle();
            #[cfg(target_os = "macos")]
            app.set_activation_policy(tauri::ActivationPolicy::Accessory)?;
            end_on_signals(app)?;
            look::follow(app);
            watch::start(app);
            if let Some(wanted) = args.wanted() {
                windows::show_wanted(app, &wanted);
            }
            tray::start(app, &args);
            link_scheme::register();
            Ok(())
        })
        .build(generate_context!())
        .map_err(|error| format!("error: Portico could not start: {error}"))?;
    app.run(|_app, event| match event {
        // The last window was closed; the tray stays. Its Quit comes with a code.
        RunEvent::ExitRequested { code: None, api, .. } => api.prevent_exit(),
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => urls.iter().for_each(|url| crate::deep_links::follow(_app, url.as_str())),
        _ => {}
    });
    Ok(())
}

/// Ends Portico.
pub(crate) fn quit(app: &AppHandle) {
    app.exit(0);
}

/// Portico was started while it runs.
fn again(app: &AppHandle, argv: &[String]) {
    if let Some(wanted) = Args::wanted_by_second_start(argv) {
        windows::show_wanted(app, &wanted);
    }
}

fn end_on_signals(app: &AppHandle) -> Result<(), ctrlc::Error> {
    let app = app.clone();
    ctrlc::set_handler(move || quit(&app))
}
