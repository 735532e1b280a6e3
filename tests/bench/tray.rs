//! From the start of the tray to its item on the bus, and what it then uses, beside a minimal tray in C with as many rows.

use std::cell::RefCell;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use portico_tests::{Desktop, MenuRow, SOON, Sandbox, Tray, TrayItem, wait_until};
use zbus::MatchRule;
use zbus::blocking::MessageIterator;
use zbus::message::Type;

use crate::ground;
use crate::memory::{Memory, webkit};
use crate::report::{Row, in_turn, median};

const ROUNDS: usize = 15;
const MEMORY_ROUNDS: usize = 3;

pub(crate) fn start_and_memory() -> Vec<Row> {
    let sandbox = Sandbox::new();
    sandbox.write_registry(&ground::registry(1_000));
    let desktop = Desktop::with_host(sandbox);
    let rows = rows_of_menu(&desktop).to_string();
    let peer = ground::compiled(&desktop.sandbox, "peer", &["gtk+-3.0", "ayatana-appindicator3-0.1"]);
    let ours = ground::beside_portico(&desktop.sandbox, "portico-tray");
    let items = Items::on(&desktop);
    let started = |program: &std::path::Path, argument: Option<&str>| {
        let mut command = desktop.sandbox.command(program);
        command.args(argument);
        items.start(&desktop, &mut command)
    };
    let (memories, peer_memories) = (RefCell::default(), RefCell::default());
    let pair = in_turn(
        ROUNDS,
        || {
            let (mut tray, took) = started(&ours, None);
            measure(&memories, &mut tray);
            assert_eq!(webkit(tray.id()), [], "there is no web page before the first window");
            end(&desktop, tray);
            took
        },
        || {
            let (mut tray, took) = started(&peer, Some(&rows));
            measure(&peer_memories, &mut tray);
            end(&desktop, tray);
            took
        },
    );
    let (memory, peer_memory) = (median(memories.into_inner()), median(peer_memories.into_inner()));
    let what = format!("tray start → item on the bus, 1,000 customers ({rows} rows)");
    vec![
        pair.row(&what, "C tray", 1.5),
        Row {
            what: "idle memory of the tray (PSS), 1,000 customers, no WebKit process".to_owned(),
            budget: "≤ 48 MB".to_owned(),
            measured: memory.shown(),
            peer: peer_memory.shown(),
            ratio: Some(memory.0 as f64 / peer_memory.0 as f64),
            reached: Some(memory <= Memory(48 * 1024)),
        },
    ]
}

/// Returns how many rows the menu of Portico has.
fn rows_of_menu(desktop: &Desktop) -> usize {
    fn count(rows: &[MenuRow]) -> usize {
        rows.iter().map(|row| 1 + count(&row.children)).sum()
    }
    let mut tray = Tray::start(desktop, &[]);
    let rows = count(&tray.item(desktop).menu().rows);
    tray.terminate();
    tray.wait_exit();
    rows
}

/// Waiting for memory to settle takes a while; the first few starts have to do.
fn measure(memories: &RefCell<Vec<Memory>>, tray: &mut Child) {
    if memories.borrow().len() < MEMORY_ROUNDS {
        memories.borrow_mut().push(Memory::settled(tray.id()));
    }
}

fn end(desktop: &Desktop, mut tray: Child) {
    tray.kill().unwrap();
    tray.wait().unwrap();
    wait_until("the tray's item to go", SOON, || {
        let items = TrayItem::all(desktop);
        if items.is_empty() { Ok(()) } else { Err(items) }
    });
}

/// The items that register with the desktop's tray host.
#[derive(Debug)]
struct Items(Receiver<Instant>);

impl Items {
    fn on(desktop: &Desktop) -> Self {
        let rule = MatchRule::builder().msg_type(Type::Signal).member("StatusNotifierItemRegistered").unwrap().build();
        let signals = MessageIterator::for_match_rule(rule, desktop.connection(), None).unwrap();
        let (tell, told) = mpsc::channel();
        thread::spawn(move || signals.take_while(Result::is_ok).try_for_each(|_| tell.send(Instant::now())));
        Self(told)
    }

    /// Starts a tray and returns how long it takes until its item is there.
    fn start(&self, desktop: &Desktop, command: &mut Command) -> (Child, Duration) {
        assert!(TrayItem::all(desktop).is_empty(), "no other tray runs");
        // Some register twice.
        while self.0.try_recv().is_ok() {}
        let began = Instant::now();
        let tray = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let there = self.0.recv_timeout(SOON).unwrap_or_else(|_| panic!("{command:?} registered no item"));
        (tray, there - began)
    }
}
