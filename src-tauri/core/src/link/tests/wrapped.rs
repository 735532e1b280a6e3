//! Links that filters and chats have wrapped.

use proptest::prelude::*;

use super::{ID, named};

#[test]
fn wrapped_links_name_what_the_link_in_them_names() {
    for text in [
        // Safe Links, in mail, Teams and Outlook on the web
        "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}&data=05%7C02%7C%7C{thing}%7C{other}&sdata=x&reserved=0",
        "https://usg02.safelinks.protection.office365.us/?url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}&data=05%7C01%7C%7C{other}",
        "https://can01.safelinks.protection.partner.outlook.cn/?url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}",
        "https://eur01.safelinks.protection.outlook.com/ap/w-59584e83/?url=https%3A%2F%2Fsecurity.microsoft.com%3Ftid%3D{id}&amp;data=x",
        "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}&locale=en-us",
        "https://teams.public.onecdn.static.microsoft/evergreen-assets/safelinks/2/atp-safelinks.html?url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}",
        "https://outlook.office.com/mail/safelink.html?url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}&corid={thing}",
        // Encoded twice
        "https://nam02.safelinks.protection.outlook.com/?url=https%253A%252F%252Fsecurity.microsoft.com%252F%253Ftid%253D{id}&data=x",
        // Other filters
        "https://urldefense.proofpoint.com/v1/url?u=https://security.microsoft.com/%3Ftid%3D{id}&k=x",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__security.microsoft.com_-3Ftid-3D9b61bc46-2D942c-2D4e61-2Db21e-2Dda1ede61c820&d=x&c=y",
        "https://urldefense.com/v3/__https://security.microsoft.com/?tid={id}__;!!AbC!d-ef$",
        "https://urldefense.com/v3/__https:/security.microsoft.com/*tid={id}*x__;PyM!!AbC!d-ef$",
        "https://urldefense.us/v3/__https:**Asecurity.microsoft.com/?tid={id}__;Ly8!!AbC",
        "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fsecurity.microsoft.com%2f%3ftid%3d{id}&c=E,1,abc&typo=1",
        "https://secure-web.cisco.com/1WjgXSjULOqQV4Q-A7J/https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}",
        "https://eu-west-1.protection.sophos.com/?d=microsoft.com&u=aHR0cHM6Ly9zZWN1cml0eS5taWNyb3NvZnQuY29tLz90aWQ9OWI2MWJjNDYtOTQyYy00ZTYxLWIyMWUtZGExZWRlNjFjODIw&i=x&t=y",
        // Redirectors
        "https://www.google.com/url?q=https://security.microsoft.com/?tid%3D{id}&sa=D",
        "https://www.google.com/url?sa=t&q=&esrc=s&url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}",
        "https://slack-redir.net/link?url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}&v=3",
        "https://www.linkedin.com/safety/go?url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}&trk=x",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}&h=x",
        // One in the other
        "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Flinkprotect.cudasvc.com%2Furl%3Fa%3Dhttps%253a%252f%252fsecurity.microsoft.com%252f%253ftid%253d{id}%26c%3DE&data=x",
    ] {
        assert_eq!(named(text), "defender {id} | public gcc", "{text}");
    }
}

#[test]
fn wrappers_have_an_end() {
    let mut link = format!("https://security.microsoft.com/?tid={ID}");
    for layer in 1..=6 {
        let encoded = link.replace('%', "%25").replace('?', "%3F").replace('=', "%3D");
        link = format!("https://slack-redir.net/link?url={encoded}");
        let expected = if layer <= 5 { "defender {id} | public gcc" } else { "the link is wrapped more than 5 times" };
        assert_eq!(named(&link), expected);
    }
}

#[test]
fn what_only_a_server_can_unwrap_says_so() {
    for (text, service) in [
        ("https://protect-eu.mimecast.com/s/abc?domain=security.microsoft.com", "Mimecast"),
        ("https://nam02.safelinks.protection.outlook.com/?data=x", "Safe Links"),
        ("https://nam02.safelinks.protection.outlook.com/?url=mailto%3Aa%40b.example", "Safe Links"),
        ("https://slack-redir.net/link?url=https%3A%2F%2Fa.example&url=https%3A%2F%2Fb.example", "Slack"),
        (
            "https://eu-west-1.protection.sophos.com/?d=evil.example&u=aHR0cHM6Ly9zZWN1cml0eS5taWNyb3NvZnQuY29tLw",
            "Sophos",
        ),
        ("https://urldefense.com/v3/__https://a.example/*__;!!x", "Proofpoint URL Defense"),
        ("https://urldefense.com/v3/__https://a.example/**B__;Pw!!x", "Proofpoint URL Defense"),
        ("https://urldefense.com/v4/x", "Proofpoint URL Defense"),
        ("https://secure-web.cisco.com/abc", "Cisco"),
    ] {
        assert_eq!(named(text), format!("{service} hides where the link leads"), "{text}");
    }
}

/// Wraps a link as one of the services does.
fn wrapped(service: usize, link: &str) -> String {
    let char =
        |char: char| if char.is_ascii_alphanumeric() { char.to_string() } else { format!("%{:02X}", char as u32) };
    let encoded: String = link.chars().map(char).collect();
    match service {
        0 => format!("https://eur01.safelinks.protection.outlook.com/?url={encoded}&data=x&reserved=0"),
        1 => format!("https://linkprotect.cudasvc.com/url?a={encoded}&c=E,1,x&typo=1"),
        2 => format!("https://secure-web.cisco.com/1x-Y_z/{encoded}"),
        3 => format!("https://urldefense.proofpoint.com/v1/url?u={encoded}&k=x"),
        4 => format!("https://urldefense.proofpoint.com/v2/url?u={}&d=x", encoded.replace('%', "-")),
        5 => format!("https://urldefense.com/v3/__{link}__;!!Ab!c$"),
        _ => format!("https://www.google.com/url?q={encoded}&sa=D"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_wrapped_link_names_what_the_bare_one_does(
        services in prop::collection::vec(0..7usize, 1..=3), path in "[a-z0-9/._~-]{0,10}", rest in "[a-z0-9=&%#@.-]{0,20}",
    ) {
        let link = format!("https://security.microsoft.com/{path}?tid={ID}&{rest}x");
        // A version 3 around a version 3 ends where the first one does, which its own server reads so too.
        prop_assume!(services.iter().filter(|service| **service == 5).count() < 2);
        let whole = services.iter().fold(link.clone(), |link, service| wrapped(*service, &link));
        prop_assert_eq!(named(&whole), named(&link), "{}", whole);
    }
}
