# What tray and windows say in Swedish. A key `quick.title` is the attribute `title` of the message `quick`.

app =
    .name = Portico

menu =
    .search = Sök kunder…
    .search-all = Sök bland alla { $count }…
    .add-first = Lägg till den första kunden…
    .ungrouped = Övriga kunder
    .range = { $first }–{ $last }
    .more = { $count } till: sök…
    .other-portals = Öppna i en annan portal
    .manage = Hantera kunder…
    .settings = Inställningar…
    .quit = Avsluta
    .changed = ändrad: jämför

tray =
    .opened = { $name } · { $portal } · { $time }
    .opening = Öppnar { $portal } ({ $whose })
    .missing-title = Inget meddelandefält för Porticos ikon
    .missing = Skrivbordet visar inget meddelandefält än. Portico är igång, och ikonen syns så snart det finns ett. Starta Portico igen för att söka kunder.
    .waiting = Skrivbordet visar inget meddelandefält just nu. Portico är igång ändå, och ikonen syns så snart det finns ett (i GNOME: tillägget AppIndicator). Tills dess kan du starta Portico igen för att få fram det här fönstret.

trouble =
    .settings-title = Inställningarna kan inte läsas
    .never-read-title = Kundregistret kan inte läsas
    .unreadable-title = Kundregistret kan inte läsas: den senaste fungerande versionen visas
    .gone-title = Kundregisterfilen är borta
    .gone = Filen har flyttats eller tagits bort, men inte av Portico.
    .pins-title = Portico kan inte avgöra om kunder har ändrats
    .pins-menu = Kännetecknen är borta: gå igenom kunderna…
    .pins-missing = Kundernas kännetecken (pins), som Portico jämför med, saknas på den här datorn. Om kundregistret kommer från en annan dator är det som det ska.
    .pins-unreadable = Kundernas kännetecken (pins), som Portico jämför med, kan inte läsas: { $why }
    .changed-title =
        { $count ->
            [one] En kund har ändrats utanför Portico
           *[other] { $count } kunder har ändrats utanför Portico
        }
    .changed-menu =
        { $count ->
            [one] En kund har ändrats utanför Portico: jämför…
           *[other] { $count } kunder har ändrats utanför Portico: jämför…
        }
    .changed = Ett annat program har ändrat vem som avses i kundregistret.
    .full-title = Disken är full
    .full = Det finns inte plats för att spara ändringar eller historik. Frigör utrymme; mer behövs inte.
    .foreign-title = Kundregistret tillhör en annan användare
    .foreign = Det tillhör { $owner }, så Portico ändrar det inte. Det händer när ett kommando har körts med sudo.
    .closed-title = Ändringar kan inte sparas
    .closed = Du får inte skapa filer i kundregistrets mapp.
    .read-only-title = Kundregistret är skrivskyddat
    .read-only = Någon har skrivskyddat det, eller så ligger det på ett medium som det inte går att skriva till.
    .newer-title = Kundregistret har sparats av en nyare version av Portico: det kan användas men inte ändras
    .newer = Filen har schema { $schema }, som den här versionen kan läsa men inte skriva. Gör ändringar i den nyare versionen av Portico.
    .safe-shown =
        { $count ->
            [one] Kunden som lästes in senast visas och kan öppnas.
           *[other] Alla { $count } kunder som lästes in senast visas och kan öppnas.
        }
    .safe-settings = När de kan läsas finns dina kunder här som förut. Inget har ändrats.
    .safe-kept = Portico har inte tagit bort något och behåller en kopia av det som inte kan läsas.
    .safe-opens = Kunderna öppnas som vanligt, och inget har gått förlorat.
    .safe-pins = Alla kunder finns kvar. Ingen öppnas förrän du har gått igenom dem.
    .safe-changed = Alla andra kunder öppnas som vanligt.
    .restore =
        { $count ->
            [one] Återställ 1 kund (sparad { $time })
           *[other] Återställ { $count } kunder (sparade { $time })
        }
    .review = Jämför…
    .review-all =
        { $count ->
            [one] Granska kunden…
           *[other] Gå igenom { $count } kunder…
        }
    .copy-command = Kopiera kommando

review =
    .title = { $name } har ändrats utanför Portico
    .changed = Ett annat program har ändrat kundens kännetecken. Godkänn bara om du vet varför.
    .swapped = Namnet står nu för en annan klientorganisation än tidigare. Godkänn bara om du vet varför: ett misstag här gör att fel kund öppnas.
    .name = Namn
    .tenant-id = Klientorganisations-ID
    .cloud = Moln
    .domain = Domän
    .initial-domain = Initial domän
    .sharepoint = SharePoint-namn
    .aliases = Alias
    .none = saknas
    .before = Före
    .now = Nu
    .accept = Godkänn
    .accept-of = Godkänn (1 av { $count })
    .accept-all = De stämmer: godkänn alla { $count }
    .accept-and-open = Godkänn och öppna
    .lost-title = Är det här dina kunder?
    .lost = Portico har inget kvar att jämföra dem med. Gå igenom namn, domäner och klientorganisations-ID:n och godkänn dem om de stämmer.
    .changed-again = Kunden ändrades igen medan du tittade. Jämför en gång till.
    .no-backup = Säkerhetskopian finns inte kvar. Inget ändrades.

portal =
    .check = Kan visa en annan klientorganisation: kontrollera namnet i portalen
    .check-short = kontrollera namnet
    .cloud = molnet { $cloud }
    .cloud-public = publika molnet

browser =
    .in = { $opening } i { $browser }
    .private = { $browser }, privat
    .not-started = { $browser } kunde inte startas. Inget öppnades.
    .unclear = Dina regler för webbläsare i settings.json är otydliga. Inget öppnas förrän de är rättade: { $why }
    .gone = Webbläsaren som du har valt för detta finns inte längre på den här datorn: { $browser }. Välj en annan.
    .no-profile = { $browser } har inte längre någon profil { $profile }. Välj en annan.
    .unread = Profilen { $profile } hittades inte. { $trouble }.
    .no-container = { $browser } öppnar inga länkar i behållaren { $container } i { $profile }. Välj en annan.
    .cannot = { $browser } kan inte öppna det på det sätt som du har valt. Välj ett annat sätt.
    .no-program = Programmet för { $browser } saknas: { $file }
    .no-profiles = Profilerna i { $browser } kan inte läsas: { $why }
    .not-all = Några profiler i { $browser } kan inte läsas: { $why }
    .denied = { $file } får inte läsas
    .no-file = { $file } är ingen fil
    .too-large = { $file } är större än 16 MB
    .in-use = { $file } används just nu
    .foreign = { $file } har inte det innehåll som webbläsaren skriver

open =
    .no-launcher = Webbläsaren kunde inte startas: skrivbordets program för att öppna adresser (xdg-open) är inte installerat.
    .no-browser = Webbläsaren kunde inte startas: skrivbordet hittade ingen som fungerar. Ange en standardwebbläsare eller kopiera länken.
    .changed = Kunden har ändrats utanför Portico. Inget öppnades.
    .pins-lost = Portico kan inte avgöra om kunder har ändrats, eftersom deras kännetecken är borta på den här datorn. Inget öppnades.
    .gone = Kunden finns inte längre i kundregistret. Inget öppnades.
    .no-portal = Det finns ingen portal ”{ $portal }”. Inget öppnades.
    .unavailable = { $portal } kan inte öppnas för { $name }: portalen { $reason }. Inget öppnades.
    .blocked = { $portal } { $reason }
    .not-in-cloud = har ingen känd adress i molnet { $cloud }
    .needs-domain = kräver kundens domän
    .needs-initial-domain = kräver kundens initiala domän, till exempel contoso.onmicrosoft.com
    .needs-sharepoint = kräver kundens SharePoint-namn, till exempel contoso i contoso.sharepoint.com
    .damaged = har en adress som inte klarade kontrollen
    .refused = Portico förstod inte sitt eget fönster ({ $code }). Inget öppnades.
    .renamed-title = Kunden har bytt namn
    .renamed = Namnet ändrades efter att det visades för dig. Vill du öppna { $portal } för { $name } ({ $domain })?
    .own-title = Öppna din egen klientorganisation?
    .own = { $name } ({ $domain }) är din egen klientorganisation, inte en kunds. Vill du öppna { $portal }?
    .marked-title = Öppna { $name }?
    .marked = { $name } ({ $domain }) är markerad så att Portico frågar först. Vill du öppna { $portal }?
    .yes = Öppna { $portal }
    .rule-all = Portico frågar innan någon kund öppnas (Inställningar). Vill du öppna { $portal } för { $name } ({ $domain })?
    .rule-group = Portico frågar innan en kund i den här gruppen öppnas (Inställningar). Vill du öppna { $portal } för { $name } ({ $domain })?
    .rule-cloud = Portico frågar innan en kund i det här molnet öppnas (Inställningar). Vill du öppna { $portal } för { $name } ({ $domain })?
    .rule-doubtful = Den här portalen kan visa en annan klientorganisation, och Portico frågar innan en sådan öppnas (Inställningar). Vill du öppna { $portal } för { $name } ({ $domain })?

link =
    .and = {" "}och{" "}
    .too-long-title = Texten är för lång
    .too-long = Den är längre än både kundnamn och portallänkar.
    .malformed-title = Så ser ingen portallänk ut
    .malformed = Fel på länken: { $why }. Portico öppnar inget från den.
    .unknown-host-title = Länken går inte till en portal som Portico känner till
    .unknown-host = Portico följer bara länkar till de Microsoft-portaler som det känner till, så att en snarlik adress inte leder någonstans.
    .two-title = Länken pekar ut två kunder
    .two = Det går inte att avgöra vilken kunds sida som avses. Fråga den som skickade länken, eller öppna kunden via namnet.
    .no-tenant-title = Klientorganisationen i länken är ogiltig
    .no-tenant = Där klientorganisationen ska stå: { $why }.
    .sealed-title = Det syns inte vart länken leder
    .sealed = { $service } döljer det, och Portico frågar ingen server. Kopiera adressen som länken leder till och klistra in den i stället.
    .too-deep = Den ligger inuti mer än { $count } andra länkar. Kopiera adressen som den leder till och klistra in den i stället.
    .not-a-link = Det som ligger inuti den är ingen webbadress.
    .unknown-id-title = Ingen kund har det här klientorganisations-ID:t
    .unknown-id = Portico öppnar bara kunder som det känner till. Lägg till kunden om du vet vems klientorganisation det är.
    .unknown-domain-title = Ingen kund har den här domänen
    .unknown-domain = Om du vet vems den är öppnar du kunden via namnet. Med ”portico edit” sparar du domänen till nästa gång.
    .unknown-sharepoint-title = Ingen kund har det här SharePoint-namnet
    .unknown-sharepoint = Om du vet vems det är öppnar du kunden via namnet. Med ”portico edit” sparar du SharePoint-namnet till nästa gång.
    .elsewhere-title = Länken gäller ett annat moln
    .elsewhere = { $name } finns i molnet { $cloud }, men länken gäller { $clouds }.
    .nobody-title = Ingen kund finns i länkens moln
    .nobody = Länken till { $portal } gäller { $clouds }.
    .not-its-id = Den pekar ut { $name } men innehåller också klientorganisations-ID:t { $value }, som inte är den kundens.
    .not-its-domain = Den pekar ut { $name } men innehåller också domänen { $value }, som inte är den kundens.
    .not-its-sharepoint = Den pekar ut { $name } men innehåller också SharePoint-namnet { $value }, som inte är den kundens.
    .other-title = Länken gäller en annan kund
    .other = Den pekar ut { $named }, inte { $expected }.
    .mentions-title = Länken nämner en kund till
    .mentions = Den gäller { $name }, men längre fram står klientorganisations-ID:t för { $other }. Öppna kunden via namnet och gå till sidan därifrån.
    .mentions-unknown-title = Länken nämner en klientorganisation till
    .mentions-unknown = Den gäller { $name }, men längre fram står en annan klientorganisations ID. Öppna kunden via namnet och gå till sidan därifrån.
    .several-title = Länken gäller flera kunder
    .several = { $count } kunder matchar den.
    .same-title = Sidan har ingen adress för en enskild kund
    .same = { $portal } visar sidan utan någon kund i adressen. Öppna kunden via namnet och gå till sidan därifrån.
    .unclear-title = En del av länken kan leda någon annanstans
    .unclear = Den här delen kan tolkas på mer än ett sätt. Öppna kunden via namnet och gå till sidan därifrån.
    .closed-title = Länken kan inte öppnas just nu

customer =
    .renamed = Kunden heter nu { $name }. Kontrollera kunden igen.
    .gone = Kunden finns inte längre i kundregistret.
    .no-history = Historiken kan inte läsas: { $why }
    .changed = Kunden har ändrats utanför Portico och öppnas inte förrän någon har jämfört.
    .no-undo = Ändringen kan inte längre ångras. Säkerhetskopiorna i Inställningar går längre tillbaka.

hotkey =
    .by-desktop = I den här skrivbordsmiljön (Wayland) kan program inte ta egna kortkommandon. Lägg in kommandot i skrivbordsmiljöns egna inställningar.
    .taken = Ett annat program använder de här tangenterna. Välj andra.
    .unknown = De här tangenterna kan inte användas. Håll ned Ctrl, Alt eller Shift och tryck på en bokstav, en siffra eller en funktionstangent.
    .no-modifier = En ensam tangent behövs för att skriva. Håll ned Ctrl eller Alt också.
    .in-use = De här tangenterna används av programmen själva. Håll ned en tangent till, till exempel Shift.
    .types = De här tangenterna skriver ett tecken på många tangentbord. Byt ut en av dem mot Shift.

add =
    .no-cloud = Välj moln. Det framgår inte av länken vilket det är.

quick =
    .title = Portico: öppna en kunds portal
    .placeholder = Öppna en kunds portal
    .input = Sök kunder efter namn, alias, domän, klientorganisations-ID eller grupp
    .list = Kunder
    .searching = Söker…
    .favorites = Favoriter
    .recent = Senaste
    .others = Kunder
    .favorite = Favorit
    .held = Öppnas först när du har gått igenom kunderna
    .changed = Ändrad utanför Portico: tryck på Retur för att jämföra före och nu
    .sign-changed = Ändrad
    .sign-lookalike = Snarlik
    .lookalike = Namnet liknar ”{ $name }”: kontrollera domänen
    .also = kallas även ”{ $alias }”
    .key-enter = Retur
    .key-alt = Alt { $number }
    .key-command = ⌘{ $number }
    .count =
        { $count ->
            [one] 1 kund
           *[other] { $count } kunder
        }
    .count-none = Inga kunder
    .more = { $shown } av { $total } – skriv mer
    .more-short = { $shown } av { $total }
    .choose-rest = Skriv för att söka, eller tryck på ↓ för att välja
    .choose = Fler än en kund kan avses: tryck på ↓ för att välja
    .choose-one = Ingen exakt träff: tryck på ↓ för att välja den
    .choose-again = Listan ändrades och den markerade kunden är borta: tryck på ↓ för att välja
    .pasted = Länk till { $portal }
    .drop-link = Ta bort länken
    .which = Vilken kund?
    .which-input = Länken pekar inte ut någon kund. Sök kunden som den gäller
    .which-title = Länken pekar inte ut någon kund
    .which-text = Tryck på Retur och välj sedan vilken kunds sida i { $portal } som ska öppnas, eller skriv vidare.
    .none-link = Sökningen gällde bara kunder i samma moln som länken till { $portal }.
    .add-customer = Lägg till kund…
    .add-title = Lägg till en kund
    .add-link-text = Länken till { $portal } har det här klientorganisations-ID:t. Kontrollera att du vet vems det är: från och med nu står namnet för det.
    .add = Lägg till
    .added = Tillagd. Tryck på Retur för att öppna länken
    .empty-title = Inga kunder än
    .import = Importera en lista
    .add-text = Eller i en terminal, med namn och klientorganisations-ID:
    .add-example = portico add "Contoso" 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    .tenant-id-title = Här hittar du ett klientorganisations-ID
    .tenant-id-steps = Administrationscenter för Microsoft Entra > Entra ID > Översikt > Egenskaper > Klientorganisations-ID
    .registry = Kunderna sparas i
    .none-title = Ingen kund matchar ”{ $query }”
    .none-text =
        { $count ->
            [one] Sökte i namn, alias, domän, klientorganisations-ID och grupp hos 1 kund.
           *[other] Sökte i namn, alias, domäner, klientorganisations-ID:n och grupper hos { $count } kunder.
        }
    .none-add = Kör det här i en terminal för att lägga till en kund:
    .search-failed = Sökningen fungerade inte
    .failed-browser = Det gick inte att öppna { $name }
    .failed = Inget öppnades
    .blocked = { $name } kan inte öppnas
    .look-through = Gå igenom kunderna…
    .compare-again = Jämför igen…
    .no-domain = ingen domän
    .accepted = Godkänt
    .accept-failed = Inget godkändes
    .restore-failed = Inget återställdes
    .try-again = Försök igen
    .back = Tillbaka
    .cancel = Avbryt
    .continue = Fortsätt
    .copy = Kopiera
    .copy-link = Kopiera länk
    .copy-path = Kopiera sökväg
    .copied = Kopierat
    .copy-failed = Inte kopierat: markera texten
    .key-right = →
    .key-with-control = Ctrl { $key }
    .key-with-command = ⌘{ $key }
    .key-with-control-shift = Ctrl Shift { $key }
    .key-with-command-shift = ⇧⌘{ $key }
    .portals = portaler
    .portals-of = Portaler för { $name }
    .portals-filter = Filtrera portaler
    .portals-input = Filtrera portalerna för { $name }
    .portals-count =
        { $count ->
            [one] { $name }: 1 portal
           *[other] { $name }: { $count } portaler
        }
    .portals-count-none = { $name }: inga portaler
    .portals-choose-again = Portalerna ändrades och den markerade är borta: tryck på ↓ för att välja
    .portals-choose = Tryck på ↓ för att välja en portal
    .portals-none-title = Ingen portal matchar ”{ $query }”
    .portals-none-text = Sökte i namn och adresser för { $count } portaler.
    .sign-default = standard
    .sign-check = kontrollera namnet
    .favor = Lägg till i favoriter
    .unfavor = Ta bort från favoriter
    .favored = { $name } är nu en favorit
    .unfavored = { $name } är inte längre en favorit
    .favorite-failed = Favoriterna ändrades inte
    .actions = åtgärder
    .actions-for = Åtgärder för { $name }, { $portal }
    .action-open = Öppna
    .action-portals = Öppna i en annan portal…
    .action-portals-here = Portalerna visas redan
    .action-copy-id = Kopiera klientorganisations-ID
    .action-manage = Visa bland kunderna
    .action-history = Visa historik
    .action-failed = Det fungerade inte
    .no-link-changed = Ingen länk: ändrad utanför Portico
    .copied-link = Kopierade länken till { $name } · { $portal }
    .copied-id = Kopierade klientorganisations-ID:t för { $name }
    .not-copied = Inte kopierat: raderna har precis ändrats. Kontrollera och tryck igen
    .nothing-copied = Inte kopierat
    .from-link = Från en länk. Kontrollera vem det är och tryck sedan på Enter
    .bad-link = Länken är ingen Portico-länk. Ingenting öppnades
    .opened = öppnad { $when }
    .in-browser = i { $browser }
    .history = Historik
    .history-title = Historik för { $name }
    .history-text = Det här har lämnats till webbläsaren. Om någon sedan loggade in eller fick se något vet Portico inte.
    .history-none = Inget har öppnats för kunden än, eller så har historiken rensats.
    .history-when = När
    .history-portal = Portal
    .history-from = Från
    .history-result = Resultat
    .via-terminal = terminalen
    .via-launcher = programstartaren
    .via-tray = meddelandefältet
    .via-window = sökfönstret
    .result-handed-over = lämnad till webbläsaren
    .result-failed = misslyckades
    .result-unknown = okänt
    .offer = Öppna det här fönstret från vilket program som helst med ett kortkommando.
    .offer-choose = Välj tangenter…
    .offer-decline = Nej tack
    .hotkey-title = Öppna sökfönstret från vilket program som helst
    .hotkey-text = Tryck ned tangenterna samtidigt, till exempel Ctrl + Alt + P. De fungerar i alla program så länge Portico är igång.
    .hotkey-press = Tryck på tangenterna du vill ha
    .hotkey-save = Spara
    .hotkey-off = Stäng av
    .hotkey-none = Tryck på tangenterna först.
    .hotkey-saved = { $keys } öppnar det här fönstret från vilket program som helst
    .hotkey-by-desktop = I den här skrivbordsmiljön kan program inte ta egna kortkommandon. Lägg in det här kommandot i skrivbordsmiljöns egna inställningar:
    .hotkey-gnome = Inställningar > Tangentbord > Visa och anpassa genvägar > Anpassade genvägar
    .hotkey-kde = Systeminställningar > Genvägar > Lägg till ny > Kommando eller skript
    .hotkey-copy = Kopiera kommando
    .hotkey-close = Stäng

frame =
    .all = Alla kunder
    .favorites = Favoriter
    .groups = Grupper
    .ungrouped = Utan grupp
    .import = Importera…
    .portals = Portaler
    .browsers = Webbläsare
    .history = Historik
    .settings = Inställningar
    .help = Hjälp
    .number = { $count }
    .undo = Ångra
    .close = Stäng
    .opened = Öppnade { $portal } för { $name }

customers =
    .search = Sök kunder
    .search-label = Sök kunder efter namn, alias, domän, klientorganisations-ID eller grupp
    .add = Lägg till
    .add-title = Lägg till en kund
    .add-text = Ange domänen och tryck på Slå upp, eller klistra in en länk som innehåller klientorganisations-ID:t.
    .new = den nya kunden
    .detail = Kund
    .details = Detaljer
    .loading = Läser in…
    .gone = Kunden är borta
    .unlisted = Kunden finns inte i listan.
    .show-listed = Visa i listan
    .nobody = Ingen kund är markerad
    .nobody-keys = Välj en till vänster, eller tryck på { $key } för att lägga till en.
    .no-favorites = Inga favoriter än. Klicka på stjärnan hos en kund för att lägga till den.
    .none-here = Det finns inga kunder här.
    .none = Sökte i namn, alias, domäner, klientorganisations-ID:n och grupper.
    .none-in-scope = Sökningen gällde bara en del av kunderna.
    .search-all = Sök bland alla kunder
    .more = { $shown } av { $total } – skriv mer
    .lookalike = Namnet liknar en annan kunds: kontrollera domänen
    .open = Öppna { $portal }
    .compare = Jämför…
    .own = Egen klientorganisation
    .asks = Frågar först
    .duplicate = Duplicera
    .copy-of = { $name } (kopia)
    .remove = Ta bort…
    .remove-title = Ta bort { $name }?
    .remove-many-title =
        { $count ->
            [one] Ta bort 1 kund?
           *[other] Ta bort { $count } kunder?
        }
    .remove-text =
        { $count ->
            [one] Portico glömmer kunden. Inget ändras i själva klientorganisationen, och med Ångra får du tillbaka kunden.
           *[other] Portico glömmer kunderna. Inget ändras i själva klientorganisationerna, och med Ångra får du tillbaka kunderna.
        }
    .remove-yes = Ta bort
    .removed = { $name } har tagits bort
    .removed-many =
        { $count ->
            [one] 1 kund har tagits bort
           *[other] { $count } kunder har tagits bort
        }
    .and-more =
        { $count ->
            [one] och 1 till
           *[other] och { $count } till
        }
    .several =
        { $count ->
            [one] 1 kund
           *[other] { $count } kunder
        }
    .undone = Ångrat
    .undone-some =
        { $count ->
            [one] 1 kund är som förut. Ändrade sedan dess och därför orörda: { $kept }
           *[other] { $count } kunder är som förut. Ändrade sedan dess och därför orörda: { $kept }
        }
    .blocked = En grå portal kan inte öppnas för den här kunden än. Peka på den för att se vad som saknas.

form =
    .name = Namn
    .tenant-id = Klientorganisations-ID
    .domain = Primär domän
    .initial-domain = Initial domän
    .cloud = Moln
    .group = Grupp
    .portal = Standardportal
    .portal-usual = { $portal } (den vanliga)
    .aliases = Även känd som
    .tags = Taggar
    .sharepoint = SharePoint-namn
    .notes = Anteckningar
    .favorite = Favorit
    .favorite-about = Visas först i meddelandefältet och i sökfönstret
    .own = Vår egen klientorganisation
    .own-about = Inte en kunds: Portico frågar innan något öppnas
    .confirm = Fråga före öppning
    .confirm-about = För kunder där ett misstag blir dyrt
    .on = på
    .off = av
    .empty = tomt
    .offered = Använt tidigare
    .token-remove = Ta bort { $name }
    .token-removed = Tog bort { $name }
    .where = Var hittar jag det?
    .add = Lägg till
    .save = Spara
    .discard = Ignorera ändringar
    .stay = Stanna kvar
    .discarded = Ändringarna sparades inte
    .saved = { $name } har sparats
    .added = { $name } har lagts till
    .nothing = Inget har ändrats
    .closed = Det går inte att spara just nu. Meddelandet högst upp förklarar varför.
    .unsaved-title = Spara ändringarna?
    .unsaved = Det du har angett för { $name } är inte sparat än.
    .gone-keep = Det du skrev finns kvar här.
    .add-again = Lägg till som ny kund
    .changed-meanwhile = Har under tiden ändrats till:
    .use-theirs = Använd det nya
    .verified = Verifierad med { $domain }, { $cloud }, { $day }
    .verified-now = Verifierad
    .not-verified = Inte verifierad
    .not-verified-domain = Inte verifierad: utan domän finns inget att fråga efter
    .verify = Verifiera
    .asks = Frågar Microsoft vems klientorganisation { $domain } är. Bara domänen skickas.
    .look-up = Slå upp
    .look-up-about = Frågar Microsoft vems klientorganisation domänen är. Bara domänen skickas.
    .look-up-empty = Ange först en domän, till exempel contoso.com.
    .looking-up = Frågar vems klientorganisation { $domain } är…
    .found = Klientorganisations-ID:t är ifyllt: { $domain } finns i { $cloud }.
    .found-same = Det stämmer: { $domain } har det här klientorganisations-ID:t, i { $cloud }.
    .found-none = Ingen klientorganisation har domänen { $domain }. Klistra in klientorganisations-ID:t i stället.
    .found-other = { $domain } är klientorganisationen för { $name }, som redan är registrerad.
    .found-show = Visa den kunden
    .found-differs = { $domain } är en annan klientorganisation: { $id }, { $cloud }.
    .found-use = Använd det ID:t
    .found-several = { $domain } har en klientorganisation i mer än ett moln. Vilken är kundens?
    .filled = Ifyllt från det du klistrade in: { $fields }
    .filled-same = Det du klistrade in står redan här.

conflict =
    .title = Någon har ändrat samma fält
    .text = Välj för varje fält vad som ska gälla för { $name }. Allt annat behålls.
    .mine = Ditt
    .theirs = Det andra
    .missing = Välj ett alternativ för varje fält.
    .save = Spara

many =
    .title =
        { $count ->
            [one] 1 markerad
           *[other] { $count } markerade
        }
    .about = En ändring görs i ett steg för alla och kan ångras.
    .rest = +{ $count }
    .move = Flytta
    .ungroup = Ta ut ur grupper
    .add-tag = Lägg till en tagg
    .remove-tag = Ta bort en tagg
    .drop = Ta bort tagg
    .moved =
        { $count ->
            [one] 1 kund har flyttats till { $name }
           *[other] { $count } kunder har flyttats till { $name }
        }
    .ungrouped =
        { $count ->
            [one] 1 kund har nu ingen grupp
           *[other] { $count } kunder har nu ingen grupp
        }
    .tagged =
        { $count ->
            [one] 1 kund har nu taggen { $name }
           *[other] { $count } kunder har nu taggen { $name }
        }
    .untagged =
        { $count ->
            [one] 1 kund har inte längre taggen { $name }
           *[other] { $count } kunder har inte längre taggen { $name }
        }
    .favored =
        { $count ->
            [one] 1 kund är nu en favorit
           *[other] { $count } kunder är nu favoriter
        }
    .unfavored =
        { $count ->
            [one] 1 kund är inte längre en favorit
           *[other] { $count } kunder är inte längre favoriter
        }

welcome =
    .title = Välkommen till Portico
    .lead = Portico håller reda på dina kunders klientorganisationer och öppnar deras Microsoft-portaler med rätt klientorganisation i adressen.
    .add = Lägg till en kund
    .add-about = En i taget: det räcker med en domän eller ett klientorganisations-ID.
    .paste = Klistra in länkar eller ID:n
    .paste-about = Bokmärken, en kolumn ur ett kalkylblad, ett chattmeddelande. Du ser vad som hittas innan något sparas.
    .paste-example = https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 Contoso
    .paste-go = Förhandsgranska
    .file = Importera en fil
    .file-about = Från Partnercenter, Graph, CIPP, Azure eller ditt eget kalkylblad som CSV. Du kan också släppa filen här.
    .file-go = Välj en fil…
    .kept = Kunderna sparas i { $place }

guide =
    .lead = Varje klientorganisation har ett ID med 36 tecken. Med det öppnar Portico rätt kunds portaler.
    .find-title = Här hittar du en kunds klientorganisations-ID
    .step-sign-in = Logga in i administrationscentret för Microsoft Entra med ditt eget konto hos tjänsteleverantören.
    .step-switch = Växla till kundens katalog: ditt konto uppe till höger, sedan Växla katalog.
    .step-overview = Gå till Entra ID > Översikt > Egenskaper.
    .step-copy = Kopiera klientorganisations-ID:t och klistra in det här.
    .open-entra = Öppna administrationscentret för Entra
    .older-names = Med äldre namn: Azure Active Directory > Egenskaper > Katalog-ID.
    .other-title = Andra sätt
    .other-look-up = Om du vet en av kundens domäner: ange den som primär domän och tryck på Slå upp.
    .other-shell = I en terminal: Get-AzTenant i PowerShell, eller az account list med Azure CLI.
    .other-partner = I Partnercenter: kunden, Konto, Microsoft-ID.
    .mistakes-title = Vanliga misstag
    .mistake-subscription = Ett prenumerations-ID ser likadant ut men är något annat: då säger portalen att klientorganisationen inte hittades (AADSTS90002).
    .mistake-length = Ett tecken försvinner vid kopieringen: ett ID har 36 tecken, i grupper om 8, 4, 4, 4 och 12.
    .mistake-own = Katalogen växlades inte: då är det din egen klientorganisations ID. Kontrollera namnet ovanför.
    .proof-title = Vad Portico garanterar
    .proof = Portico ser till att adressen är kundens. Vem webbläsaren är inloggad som kan Portico inte veta: det visar namnet i portalen.
    .related-title = Mer som en tjänsteleverantör behöver
    .read = Läs på Microsoft Learn
    .access-title = Åtkomst till kundens portal
    .access = Kunden ger dina analytiker roller i sin klientorganisation och ser över dem regelbundet. Utan roller öppnas portalen men är tom.
    .alerts-title = Meddelanden om aviseringar
    .alerts = E-post om aviseringar kan ange kundens namn och länka till kundens portal. Aktivera ”Include organization name” och ”Include tenant-specific portal link”.
    .fetch-title = Hämta aviseringar
    .fetch = Ett SIEM kan hämta aviseringarna från en kunds klientorganisation. Det kräver ett program som kunden godkänner.
    .gdap-title = Delegerade administratörsbehörigheter
    .gdap = Partner kan få begränsade roller i många kunders klientorganisationer på en gång. Kunden godkänner dem, och de upphör av sig själva.
    .keys-title = Tangenter
    .key-search = Sök kunder
    .key-new = Lägg till en kund
    .key-move = Gå till en annan kund
    .key-range = Markera flera
    .key-all = Markera alla
    .key-enter = Gå till den markerade kunden
    .key-open = Öppna kundens standardportal
    .key-star = Favorit eller inte
    .key-remove = Ta bort
    .key-save = Spara
    .key-undo = Ångra senaste ändringen
    .key-escape = Lämna en markering, en sökning eller ett meddelande
    .key-zoom = Större, mindre, som det var
    .key-help = Den här sidan

manage =
    .title = Portico: kunder
    .sections = Avsnitt
    .customers = Kunder
    .add = Lägg till en kund
    .count =
        { $count ->
            [one] 1 kund
           *[other] { $count } kunder
        }
    .load-failed = Kunderna kunde inte läsas in
    .loading = Läser in…

import =
    .title = Importera kunder
    .lead = Läs in en lista med kunder och deras klientorganisations-ID:n. Du ser vad som skulle hända innan något sparas.
    .drop = Släpp en lista här
    .drop-text = Eller välj en fil, eller klistra in med Ctrl+V.
    .choose = Välj en fil…
    .paste-label = Klistra in en lista eller länkar till portaler
    .paste-example = Eller klistra in här: rader ur ett kalkylblad, JSON, länkar till portaler eller text som innehåller sådana
    .read = Läs in texten
    .pasted = Inklistrad text
    .one-at-a-time = En lista i taget: { $source } lästes in.
    .replace-title = Läsa in { $source } i stället?
    .replace-text = Det du har valt för den här listan går förlorat.
    .replace = Läs in
    .known = Listor som Portico känner igen
    .known-partner-center = Partnercenter: CSV-filen med dina kunder
    .known-graph = Microsoft Graph: kontrakt och kunder med delegerad administration, som JSON
    .known-cipp = CIPP: klientorganisationer, som CSV eller JSON
    .known-az = Azure CLI: az account list och az account tenant list
    .known-powershell = PowerShell: Get-AzTenant och Get-MgContract
    .known-spreadsheet = Valfritt kalkylblad som CSV, med en kolumn för klientorganisations-ID:n
    .known-links = Bokmärken och all text med länkar till portaler
    .last = Senaste import: { $source }
    .take-back = Ångra…
    .take-back-yes = Ångra import
    .take-back-title = Ångra importen av { $source }?
    .take-back-text = Kunder som lades till tas bort, och de som ändrades blir som förut. Det som har ändrats sedan dess behålls.
    .done-added =
        { $count ->
            [one] 1 kund har lagts till
           *[other] { $count } kunder har lagts till
        }
    .done-changed =
        { $count ->
            [one] 1 har ändrats
           *[other] { $count } har ändrats
        }
    .undone-removed =
        { $count ->
            [one] 1 kund har tagits bort igen
           *[other] { $count } kunder har tagits bort igen
        }
    .undone-changed =
        { $count ->
            [one] 1 är som förut
           *[other] { $count } är som förut
        }
    .undone-kept =
        { $count ->
            [one] 1 finns kvar, eftersom den har ändrats sedan dess
           *[other] { $count } finns kvar, eftersom de har ändrats sedan dess
        }
    .reading = Läser in: { $source }
    .failed = Kunde inte läsas: { $source }
    .unusable = Inget går att använda: { $source }
    .too-large = Filen är större än 32 MB, och så stor är ingen kundlista. Välj en fil med bara kunderna.
    .changed-meanwhile = Kundregistret ändrades under tiden, så inget sparades. Det här skulle göras nu.
    .parts = Vad som skulle göras
    .part-added = Nya
    .part-changed = Ändrade
    .part-conflicts = Konflikter
    .part-skipped = Överhoppade
    .conflicts-text = De här lämnas som de är. Titta på kunderna och ändra eller ta bort det som är fel.
    .skipped-text = De här lämnas som de är.
    .none-ticked = Inget är markerat.
    .nothing = Allt är redan registrerat: det finns inget att göra.
    .sum-rows =
        { $count ->
            [one] 1 rad
           *[other] { $count } rader
        }
    .sum-added = { $count } läggs till
    .sum-changed = { $count } ändras
    .sum-unchanged = { $count } utan ändring
    .sum-conflicts =
        { $count ->
            [one] 1 konflikt
           *[other] { $count } konflikter
        }
    .sum-skipped = { $count } hoppas över
    .sum-merged =
        { $count ->
            [one] 1 upprepar en annan
           *[other] { $count } upprepar andra
        }
    .whole = Hela raden
    .tick-all = Alla dessa
    .rename = Använd listans namn:
    .rename-all =
        { $count ->
            [one] Använd listans namn
           *[other] Använd listans namn för alla { $count }
        }
    .columns = Kolumner
    .columns-text = Så här tolkas kolumnerna. Ändra det som är fel, så följer förhandsgranskningen med.
    .columns-asked = Portico kunde inte avgöra vad alla kolumner innehåller. Ange vilken som har klientorganisations-ID:t och vilken som har namnet.
    .column = Kolumn
    .samples = Till exempel
    .no-samples = tom
    .holds = Innehåller
    .holds-of = Vad { $name } innehåller
    .holds-nothing = inget användbart
    .column-number = Kolumn { $number }
    .cloud = Rader utan angivet moln hör till
    .cloud-usual = publika, om inget annat är känt
    .another = Avbryt
    .import =
        { $count ->
            [one] Importera 1 kund
           *[other] Importera { $count } kunder
        }

verify =
    .title = Verifiera klientorganisations-ID:n
    .text = Portico kan fråga Microsofts inloggningsserver vilken klientorganisation varje domän hör till och jämföra. Bara domänen skickas, bara dit, och högst en per sekund. Du kan arbeta vidare under tiden.
    .start =
        { $count ->
            [one] Verifiera 1 kund
           *[other] Verifiera alla { $count }
        }
    .again =
        { $count ->
            [one] Verifiera 1 kund igen
           *[other] Verifiera alla { $count } igen
        }
    .progress = { $done } av { $count }
    .now = frågar om { $name }
    .done =
        { $count ->
            [one] 1 kund är verifierad.
           *[other] { $count } kunder är verifierade.
        }
    .canceled = Avbröts efter { $done } av { $count }.
    .findings = Kunder som inte är verifierade
    .show = Visa

settings =
    .title = Inställningar
    .lead = Varje ändring sparas direkt.
    .failed = Inställningarna kunde inte läsas
    .general = Allmänt
    .language = Språk
    .theme = Utseende
    .system = Samma som systemet
    .light = Ljust
    .dark = Mörkt
    .start = Starta vid inloggning
    .start-note = Portico väntar i meddelandefältet.
    .quick = Sökfönster
    .hotkey = Kortkommando
    .hotkey-on = Öppnar sökfönstret från vilket program som helst
    .hotkey-off = Med ett kortkommando öppnar du sökfönstret från vilket program som helst
    .hotkey-taken = Ett annat program använder de här tangenterna
    .hotkey-by-desktop = I den här skrivbordsmiljön kan program inte ta egna kortkommandon: lägg in kommandot i skrivbordsmiljöns egna inställningar
    .hotkey-none = inget
    .hotkey-change = Ändra…
    .hotkey-show = Visa hur…
    .entries = Poster i skrivbordets programstartare
    .entries-note = Skriv en del av kundens namn i den programstartare du använder, tryck Retur, och kundens portal öppnas.
    .entries-none = Inga
    .entries-favorites = Favoriter
    .entries-group = Grupp: { $name }
    .entries-all = Alla kunder
    .entries-many = { $count } poster är många: ett skrivbord som visar alla program på en sida blir svårt att använda. Favoriter eller en grupp ger färre.
    .opening = Öppna portaler
    .notify = Meddela vems portal som har öppnats
    .notify-note = Ett meddelande visar kunden och portalen när något har öppnats från meddelandefältet eller en programstartare.
    .confirm = Fråga innan dessa öppnas, utöver kunder som är märkta så
    .confirm-all = Alla kunder
    .confirm-doubtful = Portaler som kan visa en annan klientorganisation
    .confirm-doubtful-note = Adressen innehåller inte klientorganisations-ID:t, eller så är det osäkert om portalen tar hänsyn till det.
    .confirm-clouds = Kunder i de här molnen
    .confirm-groups = Kunder i de här grupperna
    .tray = Menyn i meddelandefältet
    .tray-favorites = Favoriter
    .tray-recent = Senaste kunder
    .tray-recent-note = Med 0 visas inga.
    .number = Ange ett tal från { $min } till { $max }.
    .history = Historik
    .history-on = Spara historik
    .history-note = Vilken portal som öppnades för vem, och när. Härifrån kommer de senaste kunderna. Historiken stannar på den här datorn.
    .history-days = Behåll historiken
    .history-all = Så mycket som får plats
    .days =
        { $count ->
            [one] 1 dag
           *[other] { $count } dagar
        }
    .registry = Kundregister
    .registry-file = Fil
    .registry-choose = Använd en annan fil…
    .registry-usual = Använd den vanliga platsen
    .registry-used = Det här kundregistret används nu
    .source-default = Dina kunder. Det här är den vanliga platsen.
    .source-settings = Dina kunder. Du har valt den här platsen.
    .source-environment = Dina kunder. Platsen är angiven i en miljövariabel (PORTICO_HOME eller PORTICO_REGISTRY) och kan därför inte ändras här.
    .backups = Säkerhetskopior
    .backups-note = Portico sparar kundregistret som det var före var och en av de senaste ändringarna.
    .backups-none = Det finns ingen säkerhetskopia än: den första ändringen skapar en.
    .backup-unreadable = kan inte läsas
    .backup-look = Jämför…
    .backup-same = Kundregistret är likadant som säkerhetskopian: inget skulle ändras.
    .backup-title = Återställa kundregistret från { $when }?
    .backup-text = Det här skulle ändras. Det nuvarande kundregistret sparas som säkerhetskopia, så att du kan gå tillbaka.
    .backup-difference = Vad som skulle ändras
    .backup-removed =
        { $count ->
            [one] 1 kund försvinner
           *[other] { $count } kunder försvinner
        }
    .backup-changed =
        { $count ->
            [one] 1 ändras
           *[other] { $count } ändras
        }
    .backup-added =
        { $count ->
            [one] 1 kommer tillbaka
           *[other] { $count } kommer tillbaka
        }
    .sign-removed = försvinner
    .sign-changed = ändras
    .sign-added = kommer tillbaka
    .backup-restore = Återställ
    .backup-restored = Kundregistret är nu som det var { $when }
    .folders = Mappar
    .data = Data
    .data-note = Säkerhetskopior av kundregistret, och kundregistret självt på sin vanliga plats
    .config = Konfiguration
    .config-note = settings.json
    .state = Tillstånd
    .state-note = Historik, kännetecken och en kort logg
    .about = Om
    .version = Portico { $version }
    .license = Licensierat under MIT OR Apache-2.0
    .diagnostics = Kopiera diagnostik
    .diagnostics-note = Diagnostiken hjälper till att hitta fel. Den innehåller inga kundnamn eller kund-ID:n.
    .diagnostics-copied = Diagnostiken har kopierats

entry =
    .no-name = Ange kundens namn.
    .empty = Skriv något här.
    .long = Högst { $most } tecken får plats här.
    .hazardous = Här finns styrtecken eller osynliga tecken: { $value }
    .no-id = Ange klientorganisations-ID:t eller slå upp det via domänen.
    .id-short = Ett tecken saknas: ett klientorganisations-ID har 36.
    .id-shape = Det här är inget klientorganisations-ID. Ett sådant ser ut så här: 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44.
    .id-word = ”{ $word }” står för vilken klientorganisation som helst, inte för kundens.
    .id-empty = Det här ID:t står inte för någon klientorganisation.
    .id-consumer = Det här är klientorganisationen för personliga Microsoft-konton. Den hör inte till någon kund.
    .no-cloud = Välj ett moln.
    .no-domain = Det här är ingen domän. En sådan ser ut så här: contoso.com.
    .no-sharepoint = Bara delen före .sharepoint.com, till exempel contoso.
    .no-portal = Välj en portal.
    .taken-id = { $name } har redan det här klientorganisations-ID:t.
    .taken-directory = { $name } har redan det här klientorganisations-ID:t i molnet { $cloud }, som har samma klientorganisationer.
    .taken-value = { $name } har redan { $value }.
    .too-many = Kundregistret är fullt: det rymmer högst 50 000 kunder.
    .same-name = { $name } heter likadant. Du får skilja dem åt på domänen.
    .lookalike = Namnet liknar ”{ $name }”.
    .other-tenant = Det blir en annan klientorganisation: från och med nu öppnar namnet den.
    .not-verified = Kunden är inte längre verifierad: det gällde en annan domän.

field =
    .name = Namn
    .tenant-id = Klientorganisations-ID
    .cloud = Moln
    .domain = Domän
    .initial-domain = Initial domän
    .sharepoint = SharePoint-namn
    .group = Grupp
    .tags = Taggar
    .aliases = Även känd som
    .favorite = Favorit
    .own = Egen klientorganisation
    .confirm = Fråga före öppning
    .portal = Standardportal
    .notes = Anteckningar
    .nothing = Inget: utelämna

list =
    .partner-center = Kunder från Partnercenter
    .contracts = Partnerkontrakt
    .delegated-customers = Kunder med delegerad administration
    .relationships = Relationer för delegerad administration
    .cipp = Klientorganisationer från CIPP
    .azure-tenants = Klientorganisationer från Azure
    .azure-subscriptions = Prenumerationer från Azure
    .portico = En export från Portico
    .switcher = En lista från azure-tenant-switcher
    .columns = En lista med kolumner
    .text = Text med länkar eller klientorganisations-ID:n
    .gone = Listan finns inte kvar här. Välj den igen.
    .no-undo = Det finns ingen import att ångra.
    .empty = Listan är tom.
    .no-text = Det här är ingen text. Spara listan som CSV eller JSON.
    .utf-16 = Det här är UTF-16 utan byteordningsmärke. Spara det som UTF-8.
    .too-large = Listan är större än { $size } MB.
    .too-many = Listan har fler rader eller kolumner än någon kundlista.
    .sign-in = Det här är en inloggningssida, inte listan. Logga in och hämta den igen.
    .web-page = Det här är en webbsida utan portallänkar.
    .bad-json = JSON-texten kan inte läsas: den bryts på rad { $line }.
    .no-rows = Listan har inga rader.
    .column-twice = Listan har kolumnen { $column } två gånger.
    .no-id-column = Ingen kolumn är känd för att innehålla klientorganisations-ID:n. Ange vilken som gör det.
    .mostly-no-ids = { $without } av { $rows } rader saknar klientorganisations-ID där det borde stå. Ange vilken kolumn som har det.
    .no-such-column = Listan har ingen kolumn { $column }.
    .no-columns = Listan har inga kolumner.
    .listing = Rad { $line } kommer från en utskrift för människor, där ett ID inte går att skilja från andra. Skriv ut den som JSON eller CSV i stället.
    .bad-switcher = Rad { $line } i listan från azure-tenant-switcher stämmer inte, så inget tas därifrån.
    .newer = En nyare Portico har exporterat det här. Uppdatera Portico först.
    .unknown = Det här är ingen kundlista som Portico känner till.
    .one-page = Det här är en sida av listan. Hämta även det som nextLink anger.
    .not-unicode = Listan är inte i Unicode. Kontrollera att namnen har rätt bokstäver.
    .no-names =
        { $count ->
            [one] 1 kund saknar namn i listan och visas med sitt klientorganisations-ID.
           *[other] { $count } kunder saknar namn i listan och visas med sina klientorganisations-ID:n.
        }
    .not-taken = { $place }: utelämnat, { $why }
    .row = post { $row } (rad { $line })
    .line = rad { $line }
    .no-id = Inget klientorganisations-ID
    .ids-differ = Två klientorganisations-ID:n: { $one } och { $other }
    .several-ids = Flera ID:n, och inget säger vilket som är klientorganisationens
    .all-tenants = Står för alla klientorganisationer
    .own = Din egen klientorganisation
    .not-active = Ger ingen åtkomst: { $status }
    .lighthouse = Skapad av Microsoft 365 Lighthouse för eget bruk
    .excluded = Undantagen i CIPP
    .cells = Har { $found } celler, rubrikraden har { $expected }
    .open-quote = Fortsätter till rad { $line }: ett citattecken är inte avslutat
    .long-cell = En cell är för lång
    .field-twice = Har fältet { $field } på två sätt
    .many-texts = Har fler namn eller taggar än en kund har
    .no-cloud = Molnet är inte känt
    .bad-entry = Ingen post i ett kundregister: { $why }
    .several-entries = Klientorganisations-ID:t finns registrerat i flera moln ({ $clouds }), och listan säger inte vilket
    .several-rows = Listan har klientorganisations-ID:t i flera moln, och här i inget
    .other-cloud = Listan säger { $stated }, kunden finns i { $cloud }
    .undecided = Listan säger inte vilket moln det är: { $clouds }. Välj ett ovan.
    .name-of-another = I kundregistret heter en annan kund { $name }
    .waiting = Kunden har ändrats utanför Portico, och ingen har tittat på det än
    .kept = { $field } förblir { $value }. Listan har { $other }
    .kept-empty = { $field } förblir tomt. Listan har { $other }
    .kept-row = { $field } är { $value }. En annan rad har { $other }
    .kept-taken = { $field } { $other } utelämnas: en annan kund är känd under det
    .gets = { $field }: { $new }
    .loses = { $field }: { $old } tas bort
    .becomes = { $field }: { $old } → { $new }
    .yes = ja
    .no = nej

lookup =
    .no-domain = Har ingen domän att slå upp.
    .other-tenant = { $domain } hör till en annan klientorganisation: { $id } ({ $cloud }).
    .other-cloud = { $domain } har det här klientorganisations-ID:t i ett annat moln: { $id } ({ $cloud }).
    .not-found = Ingen klientorganisation har domänen { $domain }.
    .several = Flera klientorganisationer har domänen { $domain }, i olika moln.
    .unreachable = { $host } kan inte nås. Kontrollera nätverket. Det går alltid att klistra in klientorganisations-ID:t.
    .timeout = { $host } tog för lång tid. Försök igen senare eller klistra in klientorganisations-ID:t.
    .certificate = Det finns ingen betrodd anslutning till { $host }: { $why }. Fråga den som sköter ditt nätverk.
    .proxy = Proxyn släppte inte igenom frågan: { $why }. Det går alltid att klistra in klientorganisations-ID:t.
    .busy = { $host } har fått för många frågor. Vänta några minuter.
    .bad-answer = { $host } gav inget svar som går att lita på. Inget har ändrats.

catalogue =
    .documented = Dokumenterad av Microsoft
    .tools = Används av kända verktyg
    .inferred = Härledd från ett annat moln, inte bekräftad
    .contested = Källorna säger emot varandra
    .own = Din egen
    .in-use =
        { $count ->
            [one] 1 kund öppnas i den här portalen som standard. Ge den en annan standardportal först.
           *[other] { $count } kunder öppnas i den här portalen som standard. Ge dem en annan standardportal först.
        }
    .bad-key = Välj ett annat namn: det går inte att göra en nyckel av det här.
    .no-name = Ange ett namn.
    .long-name = Namnet har fler än 60 tecken.
    .name-taken = En annan portal heter { $name }.
    .no-template = Ange portalens adress.
    .long-template = Adressen är för lång.
    .holds = Här står { $what } för { $name }, och det skulle följa med till alla kunder.
    .holds-some = Här står ett { $what }, och det skulle följa med till alla kunder.
    .unopenable = En webbläsare skulle läsa adressen på ett annat sätt än den är skriven.
    .names-nobody = Adressen anger ingen kund. Skriv { $placeholder } där klientorganisations-ID:t ska stå, eller markera den som lika för alla.
    .names-somebody = Adressen anger kunden: den är inte lika för alla.
    .characters = En adress har inga mellanslag och inga bokstäver utöver a till z.
    .in-query-key = En platshållare kan stå efter ett likhetstecken, inte före.
    .braces = En klammerparentes saknas.
    .unknown-placeholder = Någon sådan platshållare finns inte.
    .twice = En platshållare kan bara stå en gång.
    .not-https = Adressen måste börja med https://
    .in-host = I värdnamnet kan bara SharePoint-namnet vara platshållare, i den första delen.
    .user-or-port = Adressen får inte ha någon användare eller port.
    .no-host = Adressen har inget riktigt värdnamn.

kept =
    .export = Spara historiken
    .choose-registry = Välj en kundregisterfil
    .registry-folder = { $path } är en mapp. Välj en fil i den.

failure =
    .no-home = Det finns ingen hemmapp för Porticos filer.
    .read = { $path } kunde inte läsas: { $why }
    .gone = { $path } finns inte kvar, fast den innehöll kunder.
    .unreadable = { $path } är inget kundregister som går att läsa: { $why }
    .settings = Inställningarna i { $path } kan inte läsas: { $why }
    .line = rad { $line }: { $why }
    .newer = Inte sparat: en nyare Portico har skrivit { $path }. Använd den för att ändra filen.
    .locked = Inte sparat: kundregistret ändras just nu av { $why }. Försök igen om en stund.
    .waiting = Inte sparat: { $name } har ändrats utanför Portico, och ingen har tittat på det än. Jämför först.
    .save = Inte sparat: { $path }: { $why }
    .unknown = Skrivet, men disken bekräftade det inte: { $path }: { $why }. Kontrollera att ändringen finns där.

portals =
    .title = Portaler
    .lead = Ordningen här gäller i menyer och listor. Det som är avstängt döljs där; en kund som har portalen som sin egen standard öppnas fortfarande i den.
    .failed = Portalerna kunde inte läsas
    .list = Portaler i din ordning. Med piltangenterna går du mellan rader, med Alt flyttar de portalen.
    .on = Visa { $name }
    .default = standard
    .own = egen
    .tenant-less = ingen klientorganisation
    .tenant-less-text = Adressen är densamma för alla kunder: vilken som visas väljer du där.
    .make-default = Använd som standard
    .up = Flytta upp { $name }
    .down = Flytta ned { $name }
    .moved = { $name } är nummer { $place } av { $count }
    .more = Adresser för { $name }
    .needs = Kräver av kunden: { $fields }
    .edit = Redigera…
    .remove = Ta bort…
    .add = Lägg till en portal
    .add-title = Lägg till en portal
    .edit-title = Redigera { $name }
    .add-lead = En egen sida som har kundens klientorganisation i adressen. Skriv en platshållare där kundens värde ska stå.
    .name = Namn
    .template = Adress, { $cloud }
    .placeholders = Platshållare:
    .other-clouds = Andra moln
    .same = Lika för alla kunder
    .same-note = Adressen har ingen platshållare: kunden väljs på sidan.
    .preview = Det här skulle öppnas
    .preview-none = Adressen visas här medan du skriver.
    .preview-missing = Kunden saknar det som adressen kräver.
    .example = Till exempel
    .fix = Skriv { $template }
    .save = Spara
    .saved = { $name } har sparats
    .discard-title = Ignorera det du har skrivit?
    .discard-text = Portalen är inte sparad.
    .discard = Ignorera
    .remove-title = Ta bort { $name }?
    .remove-text = Portalen försvinner från alla menyer och listor. Inga kunder ändras.
    .remove-yes = Ta bort
    .removed = { $name } har tagits bort

browsers =
    .title = Webbläsare
    .lead = I vilken webbläsare och profil kundernas portaler öppnas: standardwebbläsaren, om ingen regel säger något annat. Den mest specifika regeln gäller: kund, sedan grupp, sedan moln, sedan portal. Reglerna stannar på den här datorn.
    .failed = Det gick inte att läsa webbläsarna och reglerna
    .rules = Regler
    .add = Lägg till en regel
    .no-rules = Det finns inga regler: allt öppnas i standardwebbläsaren.
    .no-rule-matches = Ingen regel matchar
    .search-rules = Sök regler
    .count =
        { $count ->
            [one] { $count } regel
           *[other] { $count } regler
        }
    .kind-tenant = Kund
    .kind-group = Grupp
    .kind-cloud = Moln
    .kind-portal = Portal
    .opens-in = öppnas i
    .try = Prova
    .change = Ändra…
    .remove = Ta bort
    .unclear = settings.json har en regel där det inte går att avgöra vem den gäller. Kunder utan egen regel öppnas inte förrän den är rättad där:
    .bad-entry = Det som står i settings.json går inte att tolka, så inget öppnas: { $why }. Ändra eller ta bort det.
    .twice = Det finns två regler för detta, och de skiljer sig åt, så inget öppnas. Ändra eller ta bort en av dem.
    .no-customer = ingen av dina kunder nu
    .no-group = Ingen kund är i gruppen nu
    .no-portal = ingen av dina portaler nu
    .found = Finns på den här datorn
    .none-found = Inga webbläsare hittades. Portaler öppnas ändå i standardwebbläsaren. Installera Microsoft Edge, Google Chrome, Firefox eller en annan webbläsare för att kunna välja.
    .can-private = privata fönster
    .no-choice = Den öppnar sidor; profiler och privata fönster går inte att välja i den.
    .no-profiles = Inga profiler än: starta den en gång.
    .profiles =
        { $count ->
            [one] { $count } profil
           *[other] { $count } profiler
        }
    .more-profiles =
        { $count ->
            [one] Och { $count } till, som en sökning hittar
           *[other] Och { $count } till, som en sökning hittar
        }
    .search-profiles = Sök profiler i { $browser }
    .no-profile-matches = Ingen profil matchar
    .containers = Behållare:
    .default = Standardwebbläsaren
    .in-default = standardwebbläsaren
    .nowhere = ingenstans
    .add-title = Lägg till en regel
    .edit-title = Var { $name } öppnas
    .form-lead = Bara det som finns på den här datorn går att välja. ”Prova” visar vem som är inloggad där.
    .for = För
    .where = Webbläsare
    .profile = Profil
    .profile-usual = Den som webbläsaren väljer
    .window = Fönster
    .window-usual = Vanligt fönster
    .window-private = Privat fönster
    .window-container = Behållaren { $name }
    .choose-tenant = Välj en kund i listan
    .choose-group = Ange en grupp
    .choose-cloud = Välj ett moln
    .choose-portal = Välj en portal
    .choose-profile = Välj en profil i listan
    .exists = Det finns redan en regel för detta: det öppnas i { $browser }. Om du sparar ersätts den.
    .changed-meanwhile = Regeln har ändrats under tiden: det öppnas nu i { $browser }. Om du sparar ersätts det.
    .gone-meanwhile = Regeln har tagits bort under tiden. Om du sparar kommer den tillbaka.
    .not-as-shown = Regeln har ändrats under tiden, och inget sparades. Titta på den igen.
    .discard-text = Regeln är inte sparad.
    .saved = { $name } öppnas i { $browser }
    .removed = Regeln för { $name } är borttagen
    .undone = Regeln för { $name } är som den var
    .remove-title = Ta bort regeln för { $name }?
    .remove-text = Det som står i settings.json går inte att få tillbaka här.
    .tried = { $browser } har fått öppna myaccount.microsoft.com: se där vem som är inloggad.
    .tried-this = Webbläsaren har fått öppna myaccount.microsoft.com: se där vem som är inloggad.
    .opens = Öppnas i { $browser }
    .by-tenant = valt för den här kunden
    .by-group = valt för gruppen { $name }
    .by-cloud = valt för molnet { $name }
    .by-portal = valt för portalen { $name }
    .choose-for = Välj webbläsare…

history =
    .title = Historik
    .lead = Vad Portico har fått i uppdrag att öppna. Det visar avsikten, inte att någon fick åtkomst: det framgår av kundens inloggningslogg.
    .failed = Historiken kunde inte läsas
    .search = Sök kunder och portaler
    .list = Öppnade portaler, senaste först
    .when = När
    .customer = Kund
    .portal = Portal
    .from = Från
    .result = Resultat
    .via-window = fönstret
    .csv = Spara som CSV…
    .json = Spara som JSON…
    .exported = Historiken har sparats i { $path }
    .none = Inget i historiken matchar
    .count =
        { $count ->
            [one] 1 öppning
           *[other] { $count } öppningar
        }
    .count-some = { $shown } av { $count } öppningar
    .gone = { $name } är inte längre registrerad
    .empty-title = Inget har öppnats än
    .empty = Varje gång en portal öppnas antecknas det här.
    .off-title = Ingen historik sparas
    .off = Historiken är avstängd i inställningarna.
    .off-now = Nya öppningar antecknas inte: historiken är avstängd i inställningarna.
    .to-settings = Öppna inställningar
