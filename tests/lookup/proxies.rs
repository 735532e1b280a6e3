//! The system's proxy: taken where it is named, and not where it is not to be.

use crate::{CONTOSO, commercial, logins, lookup};
use portico_tests::Proxy;

#[test]
fn a_look_up_goes_through_the_systems_proxy_and_past_it_where_it_should() {
    let (mut sandbox, server) = logins();
    server.answer("commercial", "contoso.com", commercial(CONTOSO));
    let proxy = Proxy::start(&mut sandbox);
    lookup(&sandbox, "contoso.com").done();
    let all = ["commercial", "us", "china"].map(|login| server.address(login));
    assert_eq!(proxy.asked(), all, "the proxy hears the login's host, and what is said inside it cannot read");

    sandbox.set("NO_PROXY", "127.0.0.1");
    lookup(&sandbox, "contoso.com").done();
    assert_eq!(proxy.asked().len(), all.len(), "past the proxy");
    assert_eq!(server.connections(), 2 * all.len());
}
