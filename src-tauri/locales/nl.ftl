# What tray and windows say in Dutch. A key `quick.title` is the attribute `title` of the message `quick`.

app =
    .name = Portico

menu =
    .search = Klanten zoeken…
    .search-all = Alle { $count } doorzoeken…
    .add-first = De eerste klant toevoegen…
    .ungrouped = Overige klanten
    .range = { $first }–{ $last }
    .more = Nog { $count }: zoeken…
    .other-portals = Openen in een andere portal
    .manage = Klanten beheren…
    .settings = Instellingen…
    .quit = Afsluiten
    .changed = gewijzigd: vergelijken

tray =
    .opened = { $name } · { $portal } · { $time }
    .opening = { $portal } wordt geopend ({ $whose })
    .missing-title = Geen systeemvak voor het pictogram van Portico
    .missing = Je bureaublad toont nog geen systeemvak. Portico is actief en het pictogram verschijnt zodra er een systeemvak is. Start Portico opnieuw om klanten te zoeken.
    .waiting = Je bureaublad toont nu geen systeemvak. Portico is wel actief en het pictogram verschijnt zodra er een systeemvak is (in GNOME: de AppIndicator-extensie). Start Portico tot die tijd opnieuw om dit venster te openen.

trouble =
    .settings-title = De instellingen kunnen niet worden gelezen
    .never-read-title = Het klantenregister kan niet worden gelezen
    .unreadable-title = Het klantenregister kan niet worden gelezen: de laatste goede versie wordt getoond
    .gone-title = Het bestand van het klantenregister is weg
    .gone = Het bestand is verplaatst of verwijderd, maar niet door Portico.
    .pins-title = Portico kan niet nagaan of er klanten zijn gewijzigd
    .pins-menu = Kenmerken zijn verloren: klanten nalopen…
    .pins-missing = De kenmerken (pins) waaraan klanten worden herkend, ontbreken op deze computer. Als het klantenregister van een andere computer komt, hoort dat zo.
    .pins-unreadable = De kenmerken (pins) waaraan klanten worden herkend, kunnen niet worden gelezen: { $why }
    .changed-title =
        { $count ->
            [one] Een klant is buiten Portico om gewijzigd
           *[other] { $count } klanten zijn buiten Portico om gewijzigd
        }
    .changed-menu =
        { $count ->
            [one] Een klant is buiten Portico om gewijzigd: vergelijken…
           *[other] { $count } klanten zijn buiten Portico om gewijzigd: vergelijken…
        }
    .changed = Een ander programma heeft gewijzigd naar wie het klantenregister verwijst.
    .full-title = De schijf is vol
    .full = Er is geen ruimte om wijzigingen of de geschiedenis op te slaan. Maak ruimte vrij; meer is niet nodig.
    .foreign-title = Het klantenregister is van een andere gebruiker
    .foreign = Het is van { $owner }, dus Portico wijzigt het niet. Dit gebeurt als een opdracht met sudo is uitgevoerd.
    .closed-title = Wijzigingen kunnen niet worden opgeslagen
    .closed = Je mag geen bestanden maken in de map van het klantenregister.
    .read-only-title = Het klantenregister is alleen-lezen
    .read-only = Iemand heeft dat zo ingesteld, of het staat op een medium waarop niet kan worden geschreven.
    .newer-title = Een nieuwere versie van Portico heeft het klantenregister opgeslagen: gebruiken kan, wijzigen niet
    .newer = Het bestand heeft schema { $schema }. Deze versie kan dat wel lezen, maar niet schrijven. Gebruik de nieuwere versie van Portico om iets te wijzigen.
    .safe-shown =
        { $count ->
            [one] De laatst gelezen klant wordt getoond en kan worden geopend.
           *[other] Alle { $count } laatst gelezen klanten worden getoond en kunnen worden geopend.
        }
    .safe-settings = Zodra dat weer kan, staan je klanten hier zoals voorheen. Er is niets gewijzigd.
    .safe-kept = Portico heeft niets verwijderd en bewaart een kopie van wat niet kan worden gelezen.
    .safe-opens = Je kunt klanten gewoon openen en er is niets verloren gegaan.
    .safe-pins = Alle klanten zijn er nog. Je kunt ze pas openen als je ze hebt nagelopen.
    .safe-changed = Alle andere klanten kun je gewoon openen.
    .restore =
        { $count ->
            [one] 1 klant terugzetten (opgeslagen op { $time })
           *[other] { $count } klanten terugzetten (opgeslagen op { $time })
        }
    .review = Vergelijken…
    .review-all =
        { $count ->
            [one] Klant bekijken…
           *[other] { $count } klanten nalopen…
        }
    .copy-command = Opdracht kopiëren

review =
    .title = { $name } is buiten Portico om gewijzigd
    .changed = Een ander programma heeft de kenmerken van deze klant gewijzigd. Accepteer dit alleen als je weet waarom.
    .swapped = Deze naam staat nu voor een andere tenant dan voorheen. Accepteer dit alleen als je weet waarom: door een vergissing open je een andere klant.
    .name = Naam
    .tenant-id = Tenant-id
    .cloud = Cloud
    .domain = Domein
    .initial-domain = Oorspronkelijk domein
    .sharepoint = SharePoint-naam
    .aliases = Aliassen
    .none = geen
    .before = Voorheen
    .now = Nu
    .accept = Accepteren
    .accept-of = Accepteren (1 van { $count })
    .accept-all = Deze kloppen: alle { $count } accepteren
    .accept-and-open = Accepteren en openen
    .lost-title = Zijn dit jouw klanten?
    .lost = Portico heeft niets meer om ze mee te vergelijken. Loop namen, domeinen en tenant-id’s na en accepteer ze als ze kloppen.
    .changed-again = De klant is opnieuw gewijzigd terwijl je keek. Vergelijk nog een keer.
    .no-backup = Deze back-up is er niet meer. Er is niets gewijzigd.

portal =
    .check = Kan een andere tenant tonen: controleer de naam in de portal
    .check-short = controleer de naam
    .cloud = { $cloud }-cloud
    .cloud-public = openbare cloud

browser =
    .in = { $opening } in { $browser }
    .private = { $browser }, privé
    .not-started = { $browser } kon niet worden gestart. Er is niets geopend.
    .unclear = Je regels voor browsers in settings.json zijn onduidelijk. Er wordt niets geopend totdat ze zijn gecorrigeerd: { $why }
    .gone = De browser die je hiervoor hebt gekozen, staat niet meer op deze computer: { $browser }. Kies een andere.
    .no-profile = { $browser } heeft geen profiel { $profile } meer. Kies een ander.
    .unread = Het profiel { $profile } is niet gevonden. { $trouble }.
    .no-container = { $browser } opent geen koppelingen in de container { $container } van { $profile }. Kies een andere.
    .cannot = { $browser } kan dit niet openen zoals je hebt gekozen. Kies een andere manier.
    .no-program = Het programma van { $browser } ontbreekt: { $file }
    .no-profiles = De profielen van { $browser } kunnen niet worden gelezen: { $why }
    .not-all = Niet alle profielen van { $browser } kunnen worden gelezen: { $why }
    .denied = { $file } mag niet worden gelezen
    .no-file = { $file } is geen bestand
    .too-large = { $file } is groter dan 16 MB
    .in-use = { $file } is in gebruik
    .foreign = { $file } bevat niet wat de browser schrijft

open =
    .no-launcher = De browser kon niet worden gestart: het programma waarmee je bureaublad adressen opent (xdg-open) is niet geïnstalleerd.
    .no-browser = De browser kon niet worden gestart: je bureaublad vond er geen die werkt. Stel een standaardbrowser in of kopieer de link.
    .changed = Deze klant is buiten Portico om gewijzigd. Er is niets geopend.
    .pins-lost = Portico kan niet nagaan of er klanten zijn gewijzigd, omdat hun kenmerken op deze computer verloren zijn gegaan. Er is niets geopend.
    .gone = Deze klant staat niet meer in het klantenregister. Er is niets geopend.
    .no-portal = Er is geen portal ‘{ $portal }’. Er is niets geopend.
    .unavailable = { $portal } kan niet worden geopend voor { $name }: de portal { $reason }. Er is niets geopend.
    .blocked = { $portal } { $reason }
    .not-in-cloud = heeft geen bekend adres in de { $cloud }-cloud
    .needs-domain = vereist het domein van de klant
    .needs-initial-domain = vereist het oorspronkelijke domein van de klant, zoals contoso.onmicrosoft.com
    .needs-sharepoint = vereist de SharePoint-naam van de klant, zoals contoso in contoso.sharepoint.com
    .damaged = heeft een adres dat niet door de controle kwam
    .refused = Portico begreep zijn eigen venster niet ({ $code }). Er is niets geopend.
    .renamed-title = Deze klant heeft nu een andere naam
    .renamed = De naam is gewijzigd nadat je die te zien kreeg. Wil je { $portal } openen voor { $name } ({ $domain })?
    .own-title = Je eigen tenant openen?
    .own = { $name } ({ $domain }) is je eigen tenant, niet die van een klant. Wil je { $portal } openen?
    .marked-title = { $name } openen?
    .marked = Voor { $name } ({ $domain }) is ingesteld dat Portico het eerst vraagt. Wil je { $portal } openen?
    .yes = { $portal } openen
    .rule-all = Portico vraagt het voordat er een klant wordt geopend (Instellingen). { $portal } openen voor { $name } ({ $domain })?
    .rule-group = Portico vraagt het voordat er een klant uit deze groep wordt geopend (Instellingen). { $portal } openen voor { $name } ({ $domain })?
    .rule-cloud = Portico vraagt het voordat er een klant in deze cloud wordt geopend (Instellingen). { $portal } openen voor { $name } ({ $domain })?
    .rule-doubtful = Deze portal kan een andere tenant tonen, en Portico vraagt het voordat zo’n portal wordt geopend (Instellingen). { $portal } openen voor { $name } ({ $domain })?

link =
    .and = {" "}en{" "}
    .too-long-title = Deze tekst is te lang
    .too-long = De tekst is langer dan een klantnaam of een link naar een portal ooit is.
    .malformed-title = Zo ziet geen enkele portallink eruit
    .malformed = Er is iets mis met de link: { $why }. Portico opent er niets mee.
    .unknown-host-title = Deze link gaat niet naar een portal die Portico kent
    .unknown-host = Portico volgt alleen links naar de Microsoft-portals die het kent, zodat een nagemaakte link nergens toe leidt.
    .two-title = Deze link noemt twee klanten
    .two = Niemand kan zien welke klant wordt bedoeld. Vraag het aan de afzender van de link, of open de klant via de naam.
    .no-tenant-title = De tenant in deze link is ongeldig
    .no-tenant = Waar de tenant hoort te staan: { $why }.
    .sealed-title = Niet te zien waar deze link naartoe gaat
    .sealed = { $service } verbergt dat, en Portico vraagt het niet aan een server. Kopieer het adres waar de link naartoe gaat en plak dat.
    .too-deep = De link zit in meer dan { $count } andere links verpakt. Kopieer het adres waar de link naartoe gaat en plak dat.
    .not-a-link = Wat erin zit, is geen webadres.
    .unknown-id-title = Geen enkele klant heeft deze tenant-id
    .unknown-id = Portico opent alleen klanten die het kent. Voeg de klant toe als je weet van wie de tenant is.
    .unknown-domain-title = Geen enkele klant heeft dit domein
    .unknown-domain = Open de klant via de naam als je weet van wie het is. Met ‘portico edit’ leg je het domein vast voor de volgende keer.
    .unknown-sharepoint-title = Geen enkele klant heeft deze SharePoint-naam
    .unknown-sharepoint = Open de klant via de naam als je weet van wie die is. Met ‘portico edit’ leg je de SharePoint-naam vast voor de volgende keer.
    .elsewhere-title = Deze link is voor een andere cloud
    .elsewhere = { $name } zit in de { $cloud }-cloud, maar deze link is voor { $clouds }.
    .nobody-title = Geen enkele klant zit in de cloud van deze link
    .nobody = De link naar { $portal } is voor { $clouds }.
    .not-its-id = De link noemt { $name }, maar bevat ook de tenant-id { $value }, en die is niet van deze klant.
    .not-its-domain = De link noemt { $name }, maar bevat ook het domein { $value }, en dat is niet van deze klant.
    .not-its-sharepoint = De link noemt { $name }, maar bevat ook de SharePoint-naam { $value }, en die is niet van deze klant.
    .other-title = De link is voor een andere klant
    .other = De link noemt { $named }, niet { $expected }.
    .mentions-title = Deze link noemt nog een klant
    .mentions = De link is voor { $name }, maar verderop staat de tenant-id van { $other }. Open de klant via de naam en ga van daaruit naar de pagina.
    .mentions-unknown-title = Deze link noemt nog een tenant
    .mentions-unknown = De link is voor { $name }, maar verderop staat de id van een andere tenant. Open de klant via de naam en ga van daaruit naar de pagina.
    .several-title = Deze link is voor meerdere klanten
    .several = Er passen { $count } klanten bij.
    .same-title = Deze pagina heeft geen adres voor één klant
    .same = { $portal } toont de pagina zonder klant in het adres. Open de klant via de naam en ga van daaruit naar de pagina.
    .unclear-title = Een deel van deze link kan ergens anders naartoe leiden
    .unclear = Dit deel is op meer dan één manier te lezen. Open de klant via de naam en ga van daaruit naar de pagina.
    .closed-title = Deze link kan nu niet worden geopend

customer =
    .renamed = Deze klant heet nu { $name }. Controleer de klant opnieuw.
    .gone = Deze klant staat niet meer in het klantenregister.
    .no-history = De geschiedenis kan niet worden gelezen: { $why }
    .changed = Deze klant is buiten Portico gewijzigd en wordt niet geopend voordat iemand heeft vergeleken.
    .no-undo = Deze wijziging kan niet meer ongedaan worden gemaakt. De back-ups in Instellingen gaan verder terug.

hotkey =
    .by-desktop = In deze bureaubladomgeving (Wayland) kunnen programma’s zelf geen sneltoetsen vastleggen. Koppel de opdracht aan een sneltoets in de instellingen van de bureaubladomgeving.
    .taken = Een ander programma gebruikt deze toetsen. Kies andere.
    .unknown = Deze toetsen kun je niet gebruiken. Houd Ctrl, Alt of Shift ingedrukt en druk op een letter, een cijfer of een functietoets.
    .no-modifier = Een losse toets is nodig om te typen. Houd ook Ctrl of Alt ingedrukt.
    .in-use = Programma’s gebruiken deze toetsen zelf. Houd nog een toets ingedrukt, bijvoorbeeld Shift.
    .types = Op veel toetsenborden typ je met deze toetsen een teken. Vervang er een door Shift.

add =
    .no-cloud = Kies de cloud. Uit de link blijkt niet welke het is.

quick =
    .title = Portico: portal van een klant openen
    .placeholder = Portal van een klant openen
    .input = Zoek klanten op naam, alias, domein, tenant-id of groep
    .list = Klanten
    .searching = Zoeken…
    .favorites = Favorieten
    .recent = Onlangs geopend
    .others = Klanten
    .favorite = Favoriet
    .held = Pas te openen als je de klanten hebt nagelopen
    .changed = Buiten Portico om gewijzigd: druk op Enter om te vergelijken
    .sign-changed = Gewijzigd
    .sign-lookalike = Lookalike
    .lookalike = De naam lijkt op ‘{ $name }’: kijk naar het domein
    .also = ook bekend als ‘{ $alias }’
    .key-enter = Enter
    .key-alt = Alt { $number }
    .key-command = ⌘{ $number }
    .count =
        { $count ->
            [one] 1 klant
           *[other] { $count } klanten
        }
    .count-none = Geen klanten
    .more = { $shown } van { $total } – typ verder
    .more-short = { $shown } van { $total }
    .choose-rest = Typ om te zoeken of druk op ↓ om te kiezen
    .choose = Er kan meer dan één klant bedoeld zijn: druk op ↓ om te kiezen
    .choose-one = Geen exacte overeenkomst: druk op ↓ om deze te kiezen
    .choose-again = De lijst is gewijzigd en de geselecteerde klant is weg: druk op ↓ om te kiezen
    .pasted = Link naar { $portal }
    .drop-link = Link weghalen
    .which = Welke klant?
    .which-input = De link noemt geen klant. Zoek de klant voor wie de link is
    .which-title = Deze link noemt geen klant
    .which-text = Druk op Enter om te kiezen van welke klant de pagina in { $portal } wordt geopend, of typ verder.
    .none-link = Er is alleen gezocht bij klanten in de cloud van deze link naar { $portal }.
    .add-customer = Klant toevoegen…
    .add-title = Een klant toevoegen
    .add-link-text = De link naar { $portal } heeft deze tenant-id. Zorg dat je weet van wie die is: vanaf nu staat de naam ervoor.
    .add = Toevoegen
    .added = Toegevoegd. Druk op Enter om de link te openen
    .empty-title = Nog geen klanten
    .import = Lijst importeren
    .add-text = Of in een terminal, met de naam en de tenant-id:
    .add-example = portico add "Contoso" 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    .tenant-id-title = Waar je een tenant-id vindt
    .tenant-id-steps = Microsoft Entra-beheercentrum > Entra ID > Overzicht > Eigenschappen > Tenant-id
    .registry = De klanten staan in
    .none-title = Geen klant gevonden voor ‘{ $query }’
    .none-text =
        { $count ->
            [one] Gezocht in de naam, aliassen, het domein, de tenant-id en de groep van 1 klant.
           *[other] Gezocht in de namen, aliassen, domeinen, tenant-id’s en groepen van { $count } klanten.
        }
    .none-add = Voer dit uit in een terminal om een klant toe te voegen:
    .search-failed = Zoeken is niet gelukt
    .failed-browser = Kan { $name } niet openen
    .failed = Er is niets geopend
    .blocked = { $name } kan niet worden geopend
    .look-through = Klanten nalopen…
    .compare-again = Opnieuw vergelijken…
    .no-domain = geen domein
    .accepted = Geaccepteerd
    .accept-failed = Er is niets geaccepteerd
    .restore-failed = Er is niets teruggezet
    .try-again = Opnieuw proberen
    .back = Terug
    .cancel = Annuleren
    .continue = Doorgaan
    .copy = Kopiëren
    .copy-link = Link kopiëren
    .copy-path = Pad kopiëren
    .copied = Gekopieerd
    .copy-failed = Niet gekopieerd: selecteer de tekst
    .key-right = →
    .key-with-control = Ctrl { $key }
    .key-with-command = ⌘{ $key }
    .key-with-control-shift = Ctrl Shift { $key }
    .key-with-command-shift = ⇧⌘{ $key }
    .portals = portals
    .portals-of = Portals van { $name }
    .portals-filter = Portals filteren
    .portals-input = De portals van { $name } filteren
    .portals-count =
        { $count ->
            [one] { $name }: 1 portal
           *[other] { $name }: { $count } portals
        }
    .portals-count-none = { $name }: geen portals
    .portals-choose-again = De portals zijn gewijzigd en de geselecteerde is weg: druk op ↓ om te kiezen
    .portals-choose = Druk op ↓ om een portal te kiezen
    .portals-none-title = Geen portal gevonden voor ‘{ $query }’
    .portals-none-text = Gezocht in de namen en adressen van { $count } portals.
    .sign-default = standaard
    .sign-check = controleer de naam
    .favor = Toevoegen aan favorieten
    .unfavor = Verwijderen uit favorieten
    .favored = { $name } is nu een favoriet
    .unfavored = { $name } is geen favoriet meer
    .favorite-failed = De favorieten zijn niet gewijzigd
    .actions = acties
    .actions-for = Acties voor { $name }, { $portal }
    .action-open = Openen
    .action-portals = Openen in een andere portal…
    .action-portals-here = De portals staan hier al
    .action-copy-id = Tenant-id kopiëren
    .action-manage = Tonen bij klanten
    .action-history = Geschiedenis tonen
    .action-failed = Dat is niet gelukt
    .no-link-changed = Geen link: buiten Portico om gewijzigd
    .copied-link = Link van { $name } · { $portal } gekopieerd
    .copied-id = Tenant-id van { $name } gekopieerd
    .not-copied = Niet gekopieerd: de rijen zijn net gewijzigd. Kijk en druk nog een keer
    .nothing-copied = Niet gekopieerd
    .from-link = Uit een link. Kijk wie het is en druk dan op Enter
    .bad-link = Dit is geen link van Portico. Er is niets geopend
    .opened = { $when } geopend
    .in-browser = in { $browser }
    .history = Geschiedenis
    .history-title = Geschiedenis van { $name }
    .history-text = Dit is doorgegeven aan de browser. Of iemand zich daarna heeft aangemeld of iets heeft gezien, weet Portico niet.
    .history-none = Van deze klant is nog niets geopend, of de geschiedenis is gewist.
    .history-when = Wanneer
    .history-portal = Portal
    .history-from = Vanuit
    .history-result = Resultaat
    .via-terminal = terminal
    .via-launcher = programmastarter
    .via-tray = systeemvak
    .via-window = zoekvenster
    .result-handed-over = doorgegeven aan de browser
    .result-failed = mislukt
    .result-unknown = niet bekend
    .offer = Open dit venster vanuit elk programma met een sneltoets.
    .offer-choose = Toetsen kiezen…
    .offer-decline = Nee, bedankt
    .hotkey-title = Zoekvenster vanuit elk programma openen
    .hotkey-text = Druk de toetsen tegelijk in, bijvoorbeeld Ctrl + Alt + P. Ze werken in elk programma zolang Portico actief is.
    .hotkey-press = Druk op de gewenste toetsen
    .hotkey-save = Opslaan
    .hotkey-off = Uitschakelen
    .hotkey-none = Druk eerst op de toetsen.
    .hotkey-saved = { $keys } opent dit venster vanuit elk programma
    .hotkey-by-desktop = In deze bureaubladomgeving kunnen programma’s zelf geen sneltoetsen vastleggen. Koppel deze opdracht aan een sneltoets in de instellingen van de bureaubladomgeving:
    .hotkey-gnome = Instellingen > Toetsenbord > Sneltoetsen bekijken en aanpassen > Aangepaste sneltoetsen
    .hotkey-kde = Systeeminstellingen > Sneltoetsen > Nieuwe toevoegen > Commando of script
    .hotkey-copy = Opdracht kopiëren
    .hotkey-close = Sluiten

frame =
    .all = Alle klanten
    .favorites = Favorieten
    .groups = Groepen
    .ungrouped = Geen groep
    .import = Importeren…
    .portals = Portals
    .browsers = Browsers
    .history = Geschiedenis
    .settings = Instellingen
    .help = Help
    .number = { $count }
    .undo = Ongedaan maken
    .close = Sluiten
    .opened = { $portal } geopend voor { $name }

customers =
    .search = Klanten zoeken
    .search-label = Zoek klanten op naam, alias, domein, tenant-id of groep
    .add = Toevoegen
    .add-title = Een klant toevoegen
    .add-text = Vul het domein in en druk op Opzoeken, of plak een link waar de tenant-id in staat.
    .new = de nieuwe klant
    .detail = Klant
    .details = Details
    .loading = Laden…
    .gone = Deze klant is er niet meer
    .unlisted = Deze klant staat niet in de lijst.
    .show-listed = Tonen in de lijst
    .nobody = Geen klant geselecteerd
    .nobody-keys = Kies er links een, of druk op { $key } om er een toe te voegen.
    .no-favorites = Nog geen favorieten. Met de ster bij een klant maak je er een.
    .none-here = Er staan hier geen klanten.
    .none = Gezocht in namen, aliassen, domeinen, tenant-id’s en groepen.
    .none-in-scope = Er is maar in een deel van de klanten gezocht.
    .search-all = Alle klanten doorzoeken
    .more = { $shown } van { $total } – typ verder
    .lookalike = De naam lijkt op die van een andere klant: kijk naar het domein
    .open = { $portal } openen
    .compare = Vergelijken…
    .own = Eigen tenant
    .asks = Vraagt eerst
    .duplicate = Dupliceren
    .copy-of = { $name } (kopie)
    .remove = Verwijderen…
    .remove-title = { $name } verwijderen?
    .remove-many-title =
        { $count ->
            [one] 1 klant verwijderen?
           *[other] { $count } klanten verwijderen?
        }
    .remove-text =
        { $count ->
            [one] Portico vergeet deze klant. In de tenant zelf verandert niets, en met Ongedaan maken haal je de klant terug.
           *[other] Portico vergeet deze klanten. In de tenants zelf verandert niets, en met Ongedaan maken haal je de klanten terug.
        }
    .remove-yes = Verwijderen
    .removed = { $name } is verwijderd
    .removed-many =
        { $count ->
            [one] 1 klant is verwijderd
           *[other] { $count } klanten zijn verwijderd
        }
    .and-more =
        { $count ->
            [one] en nog 1
           *[other] en nog { $count }
        }
    .several =
        { $count ->
            [one] 1 klant
           *[other] { $count } klanten
        }
    .undone = Ongedaan gemaakt
    .undone-some =
        { $count ->
            [one] 1 klant is weer als voorheen. Sindsdien gewijzigd en daarom ongemoeid gelaten: { $kept }
           *[other] { $count } klanten zijn weer als voorheen. Sindsdien gewijzigd en daarom ongemoeid gelaten: { $kept }
        }
    .blocked = Een grijze portal kan voor deze klant nog niet worden geopend. Wijs hem aan om te zien wat er ontbreekt.

form =
    .name = Naam
    .tenant-id = Tenant-id
    .domain = Primair domein
    .initial-domain = Oorspronkelijk domein
    .cloud = Cloud
    .group = Groep
    .portal = Standaardportal
    .portal-usual = { $portal } (gebruikelijk)
    .aliases = Ook bekend als
    .tags = Labels
    .sharepoint = SharePoint-naam
    .notes = Notities
    .favorite = Favoriet
    .favorite-about = Staat bovenaan in het systeemvak en in het zoekvenster
    .own = Onze eigen tenant
    .own-about = Niet van een klant: Portico vraagt het vóór het openen
    .confirm = Vragen vóór openen
    .confirm-about = Voor klanten waar een vergissing duur uitpakt
    .on = aan
    .off = uit
    .empty = leeg
    .offered = Eerder gebruikt
    .token-remove = { $name } verwijderen
    .token-removed = { $name } verwijderd
    .where = Waar vind ik die?
    .add = Toevoegen
    .save = Opslaan
    .discard = Niet opslaan
    .stay = Hier blijven
    .discarded = Wijzigingen niet opgeslagen
    .saved = { $name } is opgeslagen
    .added = { $name } is toegevoegd
    .nothing = Er is niets gewijzigd
    .closed = Er kan nu niets worden opgeslagen. In het bericht bovenaan staat waarom.
    .unsaved-title = Wijzigingen opslaan?
    .unsaved = Wat je voor { $name } hebt ingevuld, is nog niet opgeslagen.
    .gone-keep = Wat je hebt ingevuld, staat hier nog.
    .add-again = Als nieuwe klant toevoegen
    .changed-meanwhile = Intussen gewijzigd in:
    .use-theirs = Overnemen
    .verified = Geverifieerd met { $domain }, { $cloud }, { $day }
    .verified-now = Geverifieerd
    .not-verified = Niet geverifieerd
    .not-verified-domain = Niet geverifieerd: zonder domein valt er niets te vragen
    .verify = Verifiëren
    .asks = Vraagt Microsoft bij welke tenant { $domain } hoort. Alleen het domein wordt verstuurd.
    .look-up = Opzoeken
    .look-up-about = Vraagt Microsoft bij welke tenant het domein hoort. Alleen het domein wordt verstuurd.
    .look-up-empty = Vul eerst een domein in, zoals contoso.com.
    .looking-up = Opzoeken bij welke tenant { $domain } hoort…
    .found = Tenant-id ingevuld: { $domain } zit in de { $cloud }.
    .found-same = Klopt: { $domain } heeft deze tenant-id, in de { $cloud }.
    .found-none = Geen tenant heeft het domein { $domain }. Plak in plaats daarvan de tenant-id.
    .found-other = { $domain } is de tenant van { $name }, die al is geregistreerd.
    .found-show = Die klant tonen
    .found-differs = { $domain } is een andere tenant: { $id }, { $cloud }.
    .found-use = Die tenant-id gebruiken
    .found-several = { $domain } heeft in meer dan één cloud een tenant. Welke is van de klant?
    .filled = Ingevuld uit wat je hebt geplakt: { $fields }
    .filled-same = Wat je hebt geplakt, staat hier al.

conflict =
    .title = Iemand heeft dezelfde velden gewijzigd
    .text = Kies per veld wat voor { $name } moet gelden. Al het andere blijft behouden.
    .mine = Van jou
    .theirs = Van de ander
    .missing = Maak voor elk veld een keuze.
    .save = Opslaan

many =
    .title =
        { $count ->
            [one] 1 geselecteerd
           *[other] { $count } geselecteerd
        }
    .about = Een wijziging is één stap voor allemaal en kan ongedaan worden gemaakt.
    .rest = +{ $count }
    .move = Verplaatsen
    .ungroup = Uit groepen halen
    .add-tag = Een label toevoegen
    .remove-tag = Een label verwijderen
    .drop = Label verwijderen
    .moved =
        { $count ->
            [one] 1 klant verplaatst naar { $name }
           *[other] { $count } klanten verplaatst naar { $name }
        }
    .ungrouped =
        { $count ->
            [one] 1 klant heeft nu geen groep
           *[other] { $count } klanten hebben nu geen groep
        }
    .tagged =
        { $count ->
            [one] 1 klant heeft nu het label { $name }
           *[other] { $count } klanten hebben nu het label { $name }
        }
    .untagged =
        { $count ->
            [one] 1 klant heeft het label { $name } niet meer
           *[other] { $count } klanten hebben het label { $name } niet meer
        }
    .favored =
        { $count ->
            [one] 1 klant is nu een favoriet
           *[other] { $count } klanten zijn nu favorieten
        }
    .unfavored =
        { $count ->
            [one] 1 klant is geen favoriet meer
           *[other] { $count } klanten zijn geen favorieten meer
        }

welcome =
    .title = Welkom bij Portico
    .lead = Portico houdt de tenants van je klanten bij en opent hun Microsoft-portals met de juiste tenant in het adres.
    .add = Een klant toevoegen
    .add-about = Eén tegelijk: een domein of een tenant-id is genoeg.
    .paste = Links of id’s plakken
    .paste-about = Bladwijzers, een kolom uit een spreadsheet, een chatbericht. Je ziet wat er wordt gevonden voordat er iets wordt opgeslagen.
    .paste-example = https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 Contoso
    .paste-go = Voorbeeld tonen
    .file = Een bestand importeren
    .file-about = Uit Partnercentrum, Graph, CIPP, Azure of je eigen spreadsheet als CSV. Of sleep het bestand hierheen.
    .file-go = Bestand kiezen…
    .kept = De klanten staan in { $place }

guide =
    .lead = Elke tenant heeft een id van 36 tekens. Daarmee opent Portico de portals van de juiste klant.
    .find-title = Waar je de tenant-id van een klant vindt
    .step-sign-in = Meld je bij het Microsoft Entra-beheercentrum aan met je eigen account, als serviceprovider.
    .step-switch = Ga naar de directory van de klant: je account rechtsboven en dan Switch directory.
    .step-overview = Ga naar Entra ID > Overzicht > Eigenschappen.
    .step-copy = Kopieer de tenant-id en plak die hier.
    .open-entra = Entra-beheercentrum openen
    .older-names = Onder oudere namen: Azure Active Directory > Eigenschappen > Map-id.
    .other-title = Andere manieren
    .other-look-up = Als je een domein van de klant kent: vul het in als primair domein en druk op Opzoeken.
    .other-shell = In een terminal: Get-AzTenant in PowerShell, of az account list met de Azure CLI.
    .other-partner = In Partnercentrum: de klant, Account, Microsoft-id.
    .mistakes-title = Veelgemaakte fouten
    .mistake-subscription = Een abonnements-id ziet er net zo uit, maar is geen tenant-id: de portal meldt dan dat de tenant niet is gevonden (AADSTS90002).
    .mistake-length = Bij het kopiëren valt een teken weg: een id heeft 36 tekens, in groepen van 8, 4, 4, 4 en 12.
    .mistake-own = Er is niet van directory gewisseld: dan is het de id van je eigen tenant. Kijk naar de naam erboven.
    .proof-title = Wat Portico garandeert
    .proof = Portico zorgt dat het adres van de klant is. Als wie de browser is aangemeld, kan Portico niet weten: dat zie je aan de naam in de portal.
    .related-title = Wat een serviceprovider nog meer nodig heeft
    .read = Lezen op Microsoft Learn
    .access-title = Toegang tot de portal van de klant
    .access = De klant geeft je analisten rollen in zijn tenant en beoordeelt die regelmatig. Zonder rollen gaat de portal wel open, maar blijft die leeg.
    .alerts-title = Meldingen van waarschuwingen
    .alerts = Mails over waarschuwingen kunnen de klant noemen en naar de portal van de klant linken. Zet ‘Include organization name’ en ‘Include tenant-specific portal link’ aan.
    .fetch-title = Waarschuwingen ophalen
    .fetch = Een SIEM kan de waarschuwingen uit de tenant van een klant ophalen. Daarvoor is een toepassing nodig waar de klant mee instemt.
    .gdap-title = Gedelegeerde beheerdersbevoegdheden
    .gdap = Partners kunnen in één keer beperkte rollen krijgen in de tenants van veel klanten. De klant accepteert ze, en ze verlopen vanzelf.
    .keys-title = Toetsen
    .key-search = Klanten zoeken
    .key-new = Een klant toevoegen
    .key-move = Naar een andere klant
    .key-range = Meerdere selecteren
    .key-all = Alles selecteren
    .key-enter = Naar de geselecteerde klant
    .key-open = De standaardportal van de klant openen
    .key-star = Favoriet of niet
    .key-remove = Verwijderen
    .key-save = Opslaan
    .key-undo = De laatste wijziging ongedaan maken
    .key-escape = Een selectie, zoekopdracht of bericht verlaten
    .key-zoom = Groter, kleiner, zoals het was
    .key-help = Deze pagina

manage =
    .title = Portico: klanten
    .sections = Onderdelen
    .customers = Klanten
    .add = Een klant toevoegen
    .count =
        { $count ->
            [one] 1 klant
           *[other] { $count } klanten
        }
    .load-failed = De klanten konden niet worden gelezen
    .loading = Lezen…

import =
    .title = Klanten importeren
    .lead = Lees een lijst met klanten en hun tenant-id’s in. Je ziet wat er zou gebeuren voordat er iets wordt opgeslagen.
    .drop = Sleep een lijst hierheen
    .drop-text = Of kies een bestand, of plak met Ctrl+V.
    .choose = Bestand kiezen…
    .paste-label = Een lijst of links naar portals plakken
    .paste-example = Of plak hier: rijen uit een spreadsheet, JSON, links naar portals of tekst waar die in staan
    .read = Deze tekst lezen
    .pasted = Geplakte tekst
    .one-at-a-time = Eén lijst tegelijk: { $source } is gelezen.
    .replace-title = In plaats daarvan { $source } lezen?
    .replace-text = Wat je voor deze lijst hebt gekozen, gaat verloren.
    .replace = Lezen
    .known = Lijsten die Portico kent
    .known-partner-center = Partnercentrum: de CSV met je klanten
    .known-graph = Microsoft Graph: contracten en klanten met gedelegeerd beheer, als JSON
    .known-cipp = CIPP: tenants, als CSV of JSON
    .known-az = Azure CLI: az account list en az account tenant list
    .known-powershell = PowerShell: Get-AzTenant en Get-MgContract
    .known-spreadsheet = Elke spreadsheet als CSV, met een kolom met tenant-id’s
    .known-links = Bladwijzers en elke tekst met links naar portals
    .last = Laatste import: { $source }
    .take-back = Terugdraaien…
    .take-back-yes = Terugdraaien
    .take-back-title = De import van { $source } terugdraaien?
    .take-back-text = Toegevoegde klanten worden verwijderd en gewijzigde klanten worden weer als voorheen. Wat sindsdien is gewijzigd, blijft.
    .done-added =
        { $count ->
            [one] 1 klant toegevoegd
           *[other] { $count } klanten toegevoegd
        }
    .done-changed =
        { $count ->
            [one] 1 gewijzigd
           *[other] { $count } gewijzigd
        }
    .undone-removed =
        { $count ->
            [one] 1 klant weer verwijderd
           *[other] { $count } klanten weer verwijderd
        }
    .undone-changed =
        { $count ->
            [one] 1 als voorheen
           *[other] { $count } als voorheen
        }
    .undone-kept =
        { $count ->
            [one] 1 behouden, omdat die sindsdien is gewijzigd
           *[other] { $count } behouden, omdat die sindsdien zijn gewijzigd
        }
    .reading = Wordt gelezen: { $source }
    .failed = Kon niet worden gelezen: { $source }
    .unusable = Niets bruikbaars gevonden: { $source }
    .too-large = Het bestand is groter dan 32 MB, en zo groot is geen enkele klantenlijst. Kies een bestand met alleen de klanten.
    .changed-meanwhile = Het klantenregister is intussen gewijzigd, dus er is niets opgeslagen. Dit zou er nu gebeuren.
    .parts = Wat er zou gebeuren
    .part-added = Nieuw
    .part-changed = Gewijzigd
    .part-conflicts = Conflicten
    .part-skipped = Overgeslagen
    .conflicts-text = Hiermee gebeurt niets. Bekijk de klanten en wijzig of verwijder wat niet klopt.
    .skipped-text = Hiermee gebeurt niets.
    .none-ticked = Er is niets aangevinkt.
    .nothing = Alles is al geregistreerd: er is niets te doen.
    .sum-rows =
        { $count ->
            [one] 1 rij
           *[other] { $count } rijen
        }
    .sum-added = { $count } nieuw
    .sum-changed = { $count } gewijzigd
    .sum-unchanged = { $count } ongewijzigd
    .sum-conflicts =
        { $count ->
            [one] 1 conflict
           *[other] { $count } conflicten
        }
    .sum-skipped = { $count } overgeslagen
    .sum-merged =
        { $count ->
            [one] 1 herhaalt een andere
           *[other] { $count } herhalen andere
        }
    .whole = De hele rij
    .tick-all = Deze allemaal
    .rename = Naam uit de lijst overnemen:
    .rename-all =
        { $count ->
            [one] Naam uit de lijst overnemen
           *[other] Voor alle { $count } de naam uit de lijst overnemen
        }
    .columns = Kolommen
    .columns-text = Zo worden de kolommen gelezen. Wijzig wat niet klopt, dan past het voorbeeld zich aan.
    .columns-asked = Portico kon niet van alle kolommen zien wat erin staat. Geef aan in welke de tenant-id staat en in welke de naam.
    .column = Kolom
    .samples = Bijvoorbeeld
    .no-samples = leeg
    .holds = Bevat
    .holds-of = Wat { $name } bevat
    .holds-nothing = niets bruikbaars
    .column-number = Kolom { $number }
    .cloud = Rijen zonder cloud horen bij
    .cloud-usual = openbaar, tenzij anders bekend
    .another = Annuleren
    .import =
        { $count ->
            [one] 1 klant importeren
           *[other] { $count } klanten importeren
        }

verify =
    .title = Tenant-id’s verifiëren
    .text = Portico kan de aanmeldserver van Microsoft vragen bij welke tenant elk domein hoort, en dat vergelijken. Alleen het domein wordt verstuurd, alleen daarheen, en hooguit één per seconde. Je kunt intussen doorwerken.
    .start =
        { $count ->
            [one] 1 klant verifiëren
           *[other] Alle { $count } verifiëren
        }
    .again =
        { $count ->
            [one] 1 klant opnieuw verifiëren
           *[other] Alle { $count } opnieuw verifiëren
        }
    .progress = { $done } van { $count }
    .now = nu: { $name }
    .done =
        { $count ->
            [one] 1 klant is geverifieerd.
           *[other] { $count } klanten zijn geverifieerd.
        }
    .canceled = Gestopt na { $done } van { $count }.
    .findings = Klanten die niet zijn geverifieerd
    .show = Tonen

settings =
    .title = Instellingen
    .lead = Elke wijziging wordt meteen opgeslagen.
    .failed = De instellingen konden niet worden gelezen
    .general = Algemeen
    .language = Taal
    .theme = Weergave
    .system = Zoals het systeem
    .light = Licht
    .dark = Donker
    .start = Starten bij aanmelden
    .start-note = Portico wacht in het systeemvak.
    .quick = Zoekvenster
    .hotkey = Sneltoets
    .hotkey-on = Opent het zoekvenster vanuit elk programma
    .hotkey-off = Met een sneltoets open je het zoekvenster vanuit elk programma
    .hotkey-taken = Een ander programma gebruikt deze toetsen
    .hotkey-by-desktop = In deze bureaubladomgeving kunnen programma’s zelf geen sneltoetsen vastleggen: koppel de opdracht aan een sneltoets in de instellingen van de bureaubladomgeving
    .hotkey-none = geen
    .hotkey-change = Wijzigen…
    .hotkey-show = Uitleg tonen…
    .entries = Items in de programmastarter van het bureaublad
    .entries-note = Typ een deel van de naam van een klant in de programmastarter die je gebruikt, druk op Enter, en het portal van de klant gaat open.
    .entries-none = Geen
    .entries-favorites = Favorieten
    .entries-group = Groep: { $name }
    .entries-all = Alle klanten
    .entries-many = { $count } items zijn veel: een bureaublad dat alle programma’s op één pagina toont, wordt lastig te gebruiken. Met favorieten of een groep zijn het er minder.
    .opening = Openen
    .notify = Melden wiens portal is geopend
    .notify-note = Een melding noemt de klant en de portal als er iets is geopend vanuit het systeemvak of een programmastarter.
    .confirm = Eerst vragen bij, naast klanten die zo zijn gemarkeerd
    .confirm-all = Elke klant
    .confirm-doubtful = Portals die een andere tenant kunnen tonen
    .confirm-doubtful-note = De tenant-id staat niet in het adres, of het is niet zeker dat de portal zich eraan houdt.
    .confirm-clouds = Klanten in deze clouds
    .confirm-groups = Klanten in deze groepen
    .tray = Menu in het systeemvak
    .tray-favorites = Favorieten
    .tray-recent = Recente klanten
    .tray-recent-note = Bij 0 worden ze weggelaten.
    .number = Vul een getal van { $min } tot en met { $max } in.
    .history = Geschiedenis
    .history-on = Geschiedenis bijhouden
    .history-note = Welke portal voor wie is geopend, en wanneer. De recente klanten komen hieruit. De geschiedenis blijft op deze computer.
    .history-days = Geschiedenis bewaren
    .history-all = Zoveel als er past
    .days =
        { $count ->
            [one] 1 dag
           *[other] { $count } dagen
        }
    .registry = Klantenregister
    .registry-file = Bestand
    .registry-choose = Ander bestand gebruiken…
    .registry-usual = Gebruikelijke plaats gebruiken
    .registry-used = Dit klantenregister wordt nu gebruikt
    .source-default = Je klanten. Dit is de gebruikelijke plaats.
    .source-settings = Je klanten. Je hebt deze plaats zelf gekozen.
    .source-environment = Je klanten. De plaats is ingesteld met een omgevingsvariabele (PORTICO_HOME of PORTICO_REGISTRY) en kan hier dus niet worden gewijzigd.
    .backups = Back-ups
    .backups-note = Portico bewaart het klantenregister zoals het vóór elk van de laatste wijzigingen was.
    .backups-none = Er is nog geen back-up: bij de eerste wijziging komt er een.
    .backup-unreadable = kan niet worden gelezen
    .backup-look = Vergelijken…
    .backup-same = Het klantenregister is gelijk aan deze back-up: er zou niets veranderen.
    .backup-title = Het klantenregister van { $when } terugzetten?
    .backup-text = Dit zou er veranderen. Van het huidige klantenregister wordt een back-up bewaard, dus je kunt terug.
    .backup-difference = Wat er zou veranderen
    .backup-removed =
        { $count ->
            [one] 1 klant verdwijnt
           *[other] { $count } klanten verdwijnen
        }
    .backup-changed =
        { $count ->
            [one] 1 verandert
           *[other] { $count } veranderen
        }
    .backup-added =
        { $count ->
            [one] 1 komt terug
           *[other] { $count } komen terug
        }
    .sign-removed = verdwijnt
    .sign-changed = verandert
    .sign-added = komt terug
    .backup-restore = Terugzetten
    .backup-restored = Het klantenregister is weer zoals op { $when }
    .folders = Mappen
    .data = Gegevens
    .data-note = Back-ups van het klantenregister, en het klantenregister zelf op de gebruikelijke plaats
    .config = Configuratie
    .config-note = settings.json
    .state = Status
    .state-note = Geschiedenis, kenmerken en een kort logboek
    .about = Over
    .version = Portico { $version }
    .license = Gelicentieerd onder MIT OR Apache-2.0
    .diagnostics = Diagnose kopiëren
    .diagnostics-note = Met de diagnose is een fout makkelijker te vinden. Er staan geen namen en geen id’s van klanten in.
    .diagnostics-copied = Diagnose gekopieerd

entry =
    .no-name = Voer de naam van de klant in.
    .empty = Vul hier iets in.
    .long = Hier passen hoogstens { $most } tekens.
    .hazardous = Hier staan besturingstekens of onzichtbare tekens in: { $value }
    .no-id = Vul de tenant-id in of zoek die op via het domein.
    .id-short = Er ontbreekt één teken: een tenant-id heeft er 36.
    .id-shape = Dit is geen tenant-id. Die ziet er zo uit: 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44.
    .id-word = ‘{ $word }’ staat voor elke tenant, niet voor die van deze klant.
    .id-empty = Deze id staat voor geen enkele tenant.
    .id-consumer = Dit is de tenant van persoonlijke Microsoft-accounts. Die is van geen enkele klant.
    .no-cloud = Kies een cloud.
    .no-domain = Dit is geen domein. Dat ziet er zo uit: contoso.com.
    .no-sharepoint = Alleen het deel vóór .sharepoint.com, zoals contoso.
    .no-portal = Kies een portal.
    .taken-id = { $name } heeft deze tenant-id al.
    .taken-directory = { $name } heeft deze tenant-id al in de cloud { $cloud }, die dezelfde tenants heeft.
    .taken-value = { $name } heeft { $value } al.
    .too-many = Het klantenregister is vol: er passen hoogstens 50.000 klanten in.
    .same-name = { $name } heet hetzelfde. Je zult ze aan het domein moeten onderscheiden.
    .lookalike = De naam lijkt op ‘{ $name }’.
    .other-tenant = Hiermee wordt het een andere tenant: voortaan opent de naam die.
    .not-verified = De klant is niet meer geverifieerd: dat ging over een ander domein.

field =
    .name = Naam
    .tenant-id = Tenant-id
    .cloud = Cloud
    .domain = Domein
    .initial-domain = Oorspronkelijk domein
    .sharepoint = SharePoint-naam
    .group = Groep
    .tags = Labels
    .aliases = Ook bekend als
    .favorite = Favoriet
    .own = Eigen tenant
    .confirm = Vragen vóór openen
    .portal = Standaardportal
    .notes = Notities
    .nothing = Niets: weglaten

list =
    .partner-center = Klanten uit Partnercentrum
    .contracts = Partnercontracten
    .delegated-customers = Klanten met gedelegeerd beheer
    .relationships = Relaties voor gedelegeerd beheer
    .cipp = Tenants uit CIPP
    .azure-tenants = Tenants uit Azure
    .azure-subscriptions = Abonnementen uit Azure
    .portico = Een export uit Portico
    .switcher = Een lijst van azure-tenant-switcher
    .columns = Een lijst met kolommen
    .text = Tekst met links of tenant-id’s
    .gone = Deze lijst is hier niet meer. Kies hem opnieuw.
    .no-undo = Er is geen import om terug te draaien.
    .empty = De lijst is leeg.
    .no-text = Dit is geen tekst. Sla de lijst op als CSV of JSON.
    .utf-16 = Dit is UTF-16 zonder byte order mark. Sla het op als UTF-8.
    .too-large = De lijst is groter dan { $size } MB.
    .too-many = De lijst heeft meer rijen of kolommen dan welke klantenlijst ook.
    .sign-in = Dit is een aanmeldpagina, niet de lijst. Meld je aan en download hem opnieuw.
    .web-page = Dit is een webpagina zonder portallinks.
    .bad-json = De JSON kan niet worden gelezen: die breekt af op regel { $line }.
    .no-rows = De lijst heeft geen rijen.
    .column-twice = De lijst heeft de kolom { $column } twee keer.
    .no-id-column = Van geen kolom is bekend dat die tenant-id’s bevat. Geef aan welke dat is.
    .mostly-no-ids = { $without } van { $rows } rijen hebben geen tenant-id waar die hoort te staan. Geef aan welke kolom die heeft.
    .no-such-column = De lijst heeft geen kolom { $column }.
    .no-columns = De lijst heeft geen kolommen.
    .listing = Regel { $line } komt uit een overzicht voor mensen, waarin een id niet van andere te onderscheiden is. Maak er JSON of CSV van.
    .bad-switcher = Regel { $line } van de azure-tenant-switcher-lijst klopt niet, dus er wordt niets van overgenomen.
    .newer = Een nieuwere Portico heeft dit geëxporteerd. Werk Portico eerst bij.
    .unknown = Dit is geen klantenlijst die Portico kent.
    .one-page = Dit is één pagina van de lijst. Haal ook op wat bij nextLink staat.
    .not-unicode = De lijst is niet in Unicode. Kijk of namen de juiste letters hebben.
    .no-names =
        { $count ->
            [one] 1 klant heeft geen naam in de lijst en heet naar zijn tenant-id.
           *[other] { $count } klanten hebben geen naam in de lijst en heten naar hun tenant-id.
        }
    .not-taken = { $place }: weggelaten, { $why }
    .row = rij { $row } (regel { $line })
    .line = regel { $line }
    .no-id = Geen tenant-id
    .ids-differ = Twee tenant-id’s: { $one } en { $other }
    .several-ids = Meer id’s, en niets zegt welke van de tenant is
    .all-tenants = Staat voor alle tenants
    .own = Je eigen tenant
    .not-active = Geeft geen toegang: { $status }
    .lighthouse = Door Microsoft 365 Lighthouse voor zichzelf gemaakt
    .excluded = Uitgesloten in CIPP
    .cells = Heeft { $found } cellen, de kopregel heeft er { $expected }
    .open-quote = Loopt door tot regel { $line }: een aanhalingsteken is niet gesloten
    .long-cell = Een cel is te lang
    .field-twice = Heeft het veld { $field } op twee manieren
    .many-texts = Heeft meer namen of labels dan één klant heeft
    .no-cloud = De cloud is niet bekend
    .bad-entry = Geen vermelding uit een klantenregister: { $why }
    .several-entries = De tenant-id staat in meer clouds geregistreerd ({ $clouds }), en de lijst zegt niet welke
    .several-rows = De lijst heeft de tenant-id in meer clouds, en hier in geen
    .other-cloud = De lijst zegt { $stated }, de klant zit in { $cloud }
    .undecided = De lijst zegt niet welke cloud het is: { $clouds }. Kies er hierboven een.
    .name-of-another = In het klantenregister heet een andere klant { $name }
    .waiting = De klant is buiten Portico gewijzigd, en niemand heeft daar nog naar gekeken
    .kept = { $field } blijft { $value }. De lijst heeft { $other }
    .kept-empty = { $field } blijft leeg. De lijst heeft { $other }
    .kept-row = { $field } is { $value }. Een andere rij heeft { $other }
    .kept-taken = { $field } { $other } is weggelaten: een andere klant staat daaronder bekend
    .gets = { $field }: { $new }
    .loses = { $field }: { $old } vervalt
    .becomes = { $field }: { $old } → { $new }
    .yes = ja
    .no = nee

lookup =
    .no-domain = Heeft geen domein om op te zoeken.
    .other-tenant = { $domain } hoort bij een andere tenant: { $id } ({ $cloud }).
    .other-cloud = { $domain } heeft deze tenant-id in een andere cloud: { $id } ({ $cloud }).
    .not-found = Geen tenant heeft het domein { $domain }.
    .several = Meer tenants hebben het domein { $domain }, in verschillende clouds.
    .unreachable = { $host } is niet bereikbaar. Controleer het netwerk; de tenant-id plakken werkt altijd.
    .timeout = { $host } deed er te lang over. Probeer het later opnieuw of plak de tenant-id.
    .certificate = Er is geen vertrouwde verbinding met { $host }: { $why }. Vraag het aan wie je netwerk beheert.
    .proxy = De proxy liet de vraag niet door: { $why }. De tenant-id plakken werkt altijd.
    .busy = { $host } heeft te veel vragen gekregen. Wacht een paar minuten.
    .bad-answer = { $host } gaf geen antwoord dat te vertrouwen is. Er is niets gewijzigd.

catalogue =
    .documented = Gedocumenteerd door Microsoft
    .tools = Gebruikt door bekende hulpprogramma’s
    .inferred = Afgeleid van een andere cloud, niet bevestigd
    .contested = Bronnen spreken elkaar tegen
    .own = Van jezelf
    .in-use =
        { $count ->
            [one] 1 klant wordt standaard in deze portal geopend. Geef die eerst een andere standaardportal.
           *[other] { $count } klanten worden standaard in deze portal geopend. Geef die eerst een andere standaardportal.
        }
    .bad-key = Kies een andere naam: hiervan is geen sleutel te maken.
    .no-name = Vul een naam in.
    .long-name = De naam heeft meer dan 60 tekens.
    .name-taken = Een andere portal heet { $name }.
    .no-template = Vul het adres van de portal in.
    .long-template = Het adres is te lang.
    .holds = Hier staat { $what } van { $name } in; dat zou met alle klanten meegaan.
    .holds-some = Hier staat een { $what } in; dat zou met alle klanten meegaan.
    .unopenable = Een browser zou dit adres anders lezen dan het er staat.
    .names-nobody = Het adres noemt geen klant. Zet { $placeholder } waar de tenant-id hoort, of markeer het als hetzelfde voor iedereen.
    .names-somebody = Het adres noemt de klant: het is niet hetzelfde voor iedereen.
    .characters = Een adres heeft geen spaties en geen andere letters dan a tot z.
    .in-query-key = Een tijdelijke aanduiding kan na een isgelijkteken staan, niet ervoor.
    .braces = Er ontbreekt een accolade.
    .unknown-placeholder = Zo’n tijdelijke aanduiding bestaat niet.
    .twice = Een tijdelijke aanduiding kan maar één keer voorkomen.
    .not-https = Het adres moet beginnen met https://
    .in-host = In de hostnaam kan alleen de SharePoint-naam een tijdelijke aanduiding zijn, in het eerste deel.
    .user-or-port = Het adres mag geen gebruiker of poort hebben.
    .no-host = Het adres heeft geen goede hostnaam.

kept =
    .export = Geschiedenis opslaan
    .choose-registry = Kies een registerbestand
    .registry-folder = { $path } is een map. Kies een bestand daarin.

failure =
    .no-home = Er is geen persoonlijke map voor de bestanden van Portico.
    .read = { $path } kon niet worden gelezen: { $why }
    .gone = { $path } is er niet meer, terwijl er klanten in stonden.
    .unreadable = { $path } is geen leesbaar klantenregister: { $why }
    .settings = De instellingen in { $path } kunnen niet worden gelezen: { $why }
    .line = regel { $line }: { $why }
    .newer = Niet opgeslagen: een nieuwere Portico heeft { $path } geschreven. Gebruik die om het bestand te wijzigen.
    .locked = Niet opgeslagen: het klantenregister wordt net gewijzigd door { $why }. Probeer het zo opnieuw.
    .waiting = Niet opgeslagen: { $name } is buiten Portico gewijzigd, en niemand heeft daar nog naar gekeken. Vergelijk eerst.
    .save = Niet opgeslagen: { $path }: { $why }
    .unknown = Weggeschreven, maar de schijf heeft het niet bevestigd: { $path }: { $why }. Kijk of de wijziging er is.

portals =
    .title = Portals
    .lead = De volgorde hier geldt ook in menu’s en lijsten. Wat uit staat, wordt daar verborgen; een klant met zo’n portal als eigen standaard opent die nog steeds.
    .failed = De portals konden niet worden gelezen
    .list = Portals in jouw volgorde. Met de pijltoetsen ga je van rij naar rij, met Alt erbij verplaats je de portal.
    .on = { $name } tonen
    .default = standaard
    .own = eigen
    .tenant-less = geen tenant
    .tenant-less-text = Het adres is voor alle klanten hetzelfde: welke klant je ziet, kies je daar.
    .make-default = Standaard maken
    .up = { $name } omhoog
    .down = { $name } omlaag
    .moved = { $name } is nummer { $place } van { $count }
    .more = Adressen van { $name }
    .needs = Nodig van de klant: { $fields }
    .edit = Bewerken…
    .remove = Verwijderen…
    .add = Een portal toevoegen
    .add-title = Een portal toevoegen
    .edit-title = { $name } bewerken
    .add-lead = Een eigen pagina met de tenant van een klant in het adres. Zet een tijdelijke aanduiding op de plek van de klantwaarde.
    .name = Naam
    .template = Adres, { $cloud }
    .placeholders = Tijdelijke aanduidingen:
    .other-clouds = Andere clouds
    .same = Hetzelfde voor alle klanten
    .same-note = Het adres heeft geen tijdelijke aanduiding: je kiest de klant op de pagina.
    .preview = Wat er zou worden geopend
    .preview-none = Het adres verschijnt hier terwijl je typt.
    .preview-missing = Deze klant mist wat het adres nodig heeft.
    .example = Bijvoorbeeld
    .fix = { $template } invullen
    .save = Opslaan
    .saved = { $name } is opgeslagen
    .discard-title = Stoppen zonder op te slaan?
    .discard-text = De portal is niet opgeslagen.
    .discard = Niet opslaan
    .remove-title = { $name } verwijderen?
    .remove-text = De portal verdwijnt uit alle menu’s en lijsten. Aan klanten verandert niets.
    .remove-yes = Verwijderen
    .removed = { $name } is verwijderd

browsers =
    .title = Browsers
    .lead = In welke browser en welk profiel de portals van klanten worden geopend: de standaardbrowser, tenzij een regel iets anders zegt. De meest specifieke regel telt: klant, dan groep, dan cloud, dan portal. Regels blijven op deze computer.
    .failed = De browsers en regels konden niet worden gelezen
    .rules = Regels
    .add = Regel toevoegen
    .no-rules = Er zijn geen regels: alles wordt in de standaardbrowser geopend.
    .no-rule-matches = Geen regel komt overeen
    .search-rules = Regels zoeken
    .count =
        { $count ->
            [one] { $count } regel
           *[other] { $count } regels
        }
    .kind-tenant = Klant
    .kind-group = Groep
    .kind-cloud = Cloud
    .kind-portal = Portal
    .opens-in = wordt geopend in
    .try = Proberen
    .change = Wijzigen…
    .remove = Verwijderen
    .unclear = In settings.json staat een regel waarvan niet duidelijk is over wie hij gaat. Klanten zonder eigen regel worden niet geopend totdat hij daar is gecorrigeerd:
    .bad-entry = Wat in settings.json staat, klopt niet, dus er wordt niets geopend: { $why }. Wijzig of verwijder het.
    .twice = Hiervoor zijn er twee regels die van elkaar verschillen, dus er wordt niets geopend. Wijzig of verwijder er een.
    .no-customer = nu geen klant van je
    .no-group = Er zit nu niemand in deze groep
    .no-portal = nu geen portal van je
    .found = Gevonden op deze computer
    .none-found = Er zijn geen browsers gevonden. Portals worden toch in de standaardbrowser geopend. Installeer Microsoft Edge, Google Chrome, Firefox of een andere browser om te kunnen kiezen.
    .can-private = privévensters
    .no-choice = Deze browser opent pagina’s; profielen en privévensters zijn er niet te kiezen.
    .no-profiles = Nog geen profielen: start de browser een keer.
    .profiles =
        { $count ->
            [one] { $count } profiel
           *[other] { $count } profielen
        }
    .more-profiles =
        { $count ->
            [one] En nog { $count }, die je met zoeken vindt
           *[other] En nog { $count }, die je met zoeken vindt
        }
    .search-profiles = Profielen van { $browser } zoeken
    .no-profile-matches = Geen profiel komt overeen
    .containers = Containers:
    .default = Standaardbrowser
    .in-default = de standaardbrowser
    .nowhere = nergens
    .add-title = Regel toevoegen
    .edit-title = Waar { $name } wordt geopend
    .form-lead = Je kunt alleen kiezen wat op deze computer is gevonden. ‘Proberen’ laat zien wie daar is aangemeld.
    .for = Voor
    .where = Browser
    .profile = Profiel
    .profile-usual = Het profiel dat de browser kiest
    .window = Venster
    .window-usual = Gewoon venster
    .window-private = Privévenster
    .window-container = Container { $name }
    .choose-tenant = Kies een klant uit de lijst
    .choose-group = Voer een groep in
    .choose-cloud = Kies een cloud
    .choose-portal = Kies een portal
    .choose-profile = Kies een profiel uit de lijst
    .exists = Hiervoor is er al een regel: geopend wordt in { $browser }. Opslaan vervangt die.
    .changed-meanwhile = De regel is intussen gewijzigd: geopend wordt nu in { $browser }. Opslaan vervangt dat.
    .gone-meanwhile = De regel is intussen verwijderd. Opslaan brengt hem terug.
    .not-as-shown = De regel is intussen gewijzigd en er is niets opgeslagen. Bekijk hem opnieuw.
    .discard-text = De regel is niet opgeslagen.
    .saved = { $name } wordt geopend in { $browser }
    .removed = De regel voor { $name } is verwijderd
    .undone = De regel voor { $name } is weer zoals hij was
    .remove-title = De regel voor { $name } verwijderen?
    .remove-text = Wat in settings.json staat, kan hier niet worden teruggehaald.
    .tried = { $browser } is gevraagd myaccount.microsoft.com te openen: kijk daar wie er is aangemeld.
    .tried-this = De browser is gevraagd myaccount.microsoft.com te openen: kijk daar wie er is aangemeld.
    .opens = Wordt geopend in { $browser }
    .by-tenant = gekozen voor deze klant
    .by-group = gekozen voor de groep { $name }
    .by-cloud = gekozen voor de cloud { $name }
    .by-portal = gekozen voor de portal { $name }
    .choose-for = Browser kiezen…

history =
    .title = Geschiedenis
    .lead = Wat Portico moest openen. Het toont de bedoeling en bewijst geen toegang: die staat in het aanmeldingslogboek van de klant.
    .failed = De geschiedenis kon niet worden gelezen
    .search = Klanten en portals zoeken
    .list = Geopende portals, de laatste eerst
    .when = Wanneer
    .customer = Klant
    .portal = Portal
    .from = Vanuit
    .result = Resultaat
    .via-window = venster
    .csv = Opslaan als CSV…
    .json = Opslaan als JSON…
    .exported = De geschiedenis is opgeslagen in { $path }
    .none = Niets in de geschiedenis komt overeen
    .count =
        { $count ->
            [one] 1 keer geopend
           *[other] { $count } keer geopend
        }
    .count-some = { $shown } van { $count } keer geopend
    .gone = { $name } is niet meer geregistreerd
    .empty-title = Er is nog niets geopend
    .empty = Elke keer dat een portal wordt geopend, komt dat hier te staan.
    .off-title = Er wordt geen geschiedenis bijgehouden
    .off = De geschiedenis staat uit in de instellingen.
    .off-now = Nieuwe regels komen er niet bij: de geschiedenis staat uit in de instellingen.
    .to-settings = Instellingen openen
