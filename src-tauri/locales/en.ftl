# What tray and windows say in English. A key `quick.title` is the attribute `title` of the message `quick`.

app =
    .name = Portico

menu =
    .search = Search customers…
    .search-all = Search all { $count }…
    .add-first = Add the first customer…
    .ungrouped = Other customers
    .range = { $first }–{ $last }
    .more = { $count } more: search…
    .other-portals = Open in another portal
    .manage = Manage customers…
    .settings = Settings…
    .quit = Quit
    .changed = changed: compare

tray =
    .opened = { $name } · { $portal } · { $time }
    .opening = Opening { $portal } ({ $whose })
    .missing-title = No tray to show Portico’s icon
    .missing = Your desktop shows no tray icons yet. Portico runs, and its icon appears when a tray does. Start Portico again to search customers.
    .waiting = Your desktop shows no tray icons now. Portico runs all the same, and its icon appears when a tray does (on GNOME: the AppIndicator extension). Until then, start Portico again to get this window.

trouble =
    .settings-title = The settings cannot be read
    .never-read-title = The registry cannot be read
    .unreadable-title = The registry cannot be read: the last good state is shown
    .gone-title = The registry file is gone
    .gone = The file was moved or deleted, and not by Portico.
    .pins-title = Portico cannot tell whether customers were changed
    .pins-menu = Pins are lost: look through the customers…
    .pins-missing = What customers are known by (the pins) is missing on this machine. If the registry came here from another machine, that is as it should be.
    .pins-unreadable = What customers are known by (the pins) cannot be read: { $why }
    .changed-title =
        { $count ->
            [one] A customer was changed outside Portico
           *[other] { $count } customers were changed outside Portico
        }
    .changed-menu =
        { $count ->
            [one] A customer was changed outside Portico: compare…
           *[other] { $count } customers were changed outside Portico: compare…
        }
    .changed = Another program changed whom the registry names.
    .full-title = The disk is full
    .full = There is no room to save changes or the history. Make room; nothing else is needed.
    .foreign-title = The registry belongs to another user
    .foreign = It belongs to { $owner }, so Portico does not change it. This happens when a command was run with sudo.
    .closed-title = Changes cannot be saved
    .closed = The folder of the registry takes no new files from you.
    .read-only-title = The registry is read-only
    .read-only = Somebody marked it so, or it is on a medium that cannot be written.
    .newer-title = A newer Portico wrote the registry: it can be used, not changed
    .newer = The file has schema { $schema }, which this version reads but does not write. Use the newer Portico to change it.
    .safe-shown =
        { $count ->
            [one] The customer that was read last is shown, and opens.
           *[other] All { $count } customers that were read last are shown, and open.
        }
    .safe-settings = Once they can be, your customers are here as before: nothing was changed.
    .safe-kept = Portico deleted nothing, and keeps a copy of what cannot be read.
    .safe-opens = Customers open as always, and nothing was lost.
    .safe-pins = The customers are all there. None opens until you have looked through them.
    .safe-changed = All other customers open as always.
    .restore =
        { $count ->
            [one] Bring back 1 customer (saved { $time })
           *[other] Bring back { $count } customers (saved { $time })
        }
    .review = Compare…
    .review-all =
        { $count ->
            [one] Look at the customer…
           *[other] Look through { $count } customers…
        }
    .copy-command = Copy command

review =
    .title = { $name } was changed outside Portico
    .changed = Another program changed what this customer is known by. Accept it only if you know why.
    .swapped = This name now stands for another tenant than before. Accept it only if you know why: a mistake here opens another customer.
    .name = Name
    .tenant-id = Tenant ID
    .cloud = Cloud
    .domain = Domain
    .initial-domain = Initial domain
    .sharepoint = SharePoint label
    .aliases = Aliases
    .none = none
    .before = Before
    .now = Now
    .accept = Accept
    .accept-of = Accept (1 of { $count })
    .accept-all = These are right: accept all { $count }
    .accept-and-open = Accept and open
    .lost-title = Are these your customers?
    .lost = Portico has nothing left to compare them with. Look through names, domains and tenant IDs, and accept them if they are right.
    .changed-again = It was changed again while you looked at it. Compare once more.
    .no-backup = This backup is not there any more. Nothing was changed.

portal =
    .check = May show another tenant: check the name in the portal
    .check-short = check the name
    .cloud = { $cloud } cloud
    .cloud-public = public cloud

browser =
    .in = { $opening } in { $browser }
    .private = { $browser }, private
    .not-started = { $browser } could not be started. Nothing was opened.
    .unclear = Your rules for browsers in settings.json are unclear. Nothing opens before they are corrected: { $why }
    .gone = The browser that you chose for this is not on this machine any more: { $browser }. Choose another one.
    .no-profile = { $browser } has no profile { $profile } any more. Choose another one.
    .unread = The profile { $profile } was not found. { $trouble }.
    .no-container = { $browser } opens no links in the container { $container } of { $profile }. Choose another one.
    .cannot = { $browser } cannot open it as you chose. Choose another way.
    .no-program = The program of { $browser } is not there: { $file }
    .no-profiles = The profiles of { $browser } cannot be read: { $why }
    .not-all = Not all profiles of { $browser } can be read: { $why }
    .denied = { $file } may not be read
    .no-file = { $file } is not a file
    .too-large = { $file } is larger than 16 MB
    .in-use = { $file } is in use
    .foreign = { $file } is not what the browser writes

open =
    .no-launcher = The browser could not be started: the desktop’s program for opening addresses (xdg-open) is not installed.
    .no-browser = The browser could not be started: the desktop found none that works. Set a default browser, or copy the link.
    .changed = This customer was changed outside Portico. Nothing was opened.
    .pins-lost = Portico cannot tell whether customers were changed, because what they are known by is lost on this machine. Nothing was opened.
    .gone = This customer is not in the registry any more. Nothing was opened.
    .no-portal = There is no portal “{ $portal }”. Nothing was opened.
    .unavailable = { $portal } cannot be opened for { $name }: it { $reason }. Nothing was opened.
    .blocked = { $portal } { $reason }
    .not-in-cloud = has no known address in the { $cloud } cloud
    .needs-domain = needs the customer’s domain
    .needs-initial-domain = needs the customer’s initial domain, as contoso.onmicrosoft.com
    .needs-sharepoint = needs the customer’s SharePoint label, as contoso in contoso.sharepoint.com
    .damaged = has an address that did not pass its check
    .refused = Portico did not understand its own window ({ $code }). Nothing was opened.
    .renamed-title = This customer has another name now
    .renamed = The name changed after it was shown to you. Open { $portal } for { $name } ({ $domain })?
    .own-title = Open your own tenant?
    .own = { $name } ({ $domain }) is your own tenant, not a customer’s. Open { $portal }?
    .marked-title = Open { $name }?
    .marked = { $name } ({ $domain }) is marked to be asked about. Open { $portal }?
    .yes = Open { $portal }
    .rule-all = Portico asks before it opens any customer (Settings). Open { $portal } for { $name } ({ $domain })?
    .rule-group = Portico asks before it opens a customer of this group (Settings). Open { $portal } for { $name } ({ $domain })?
    .rule-cloud = Portico asks before it opens a customer in this cloud (Settings). Open { $portal } for { $name } ({ $domain })?
    .rule-doubtful = This portal may show another tenant, and Portico asks before it opens one of those (Settings). Open { $portal } for { $name } ({ $domain })?

link =
    .and = {" "}and{" "}
    .too-long-title = This text is too long
    .too-long = It is longer than a customer’s name, and than any link to a portal.
    .malformed-title = No portal writes a link like this
    .malformed = The link { $why }. Portico opens nothing from it.
    .unknown-host-title = This link is not to a portal that Portico knows
    .unknown-host = Portico follows only links to the Microsoft portals that it knows, so that a look-alike leads nowhere.
    .two-title = This link names two customers
    .two = Nobody can tell whose page is meant. Ask whoever sent it, or open the customer by name.
    .no-tenant-title = This link names a tenant that is none
    .no-tenant = Where the tenant should stand: { $why }.
    .sealed-title = Where this link leads is hidden
    .sealed = { $service } hides it, and Portico asks no server. Copy the address that it leads to, and paste that.
    .too-deep = It is wrapped more than { $count } times. Copy the address that it leads to, and paste that.
    .not-a-link = What is wrapped in it is no web address.
    .unknown-id-title = No customer has this tenant ID
    .unknown-id = Portico opens only customers that it knows. If you know whose tenant it is, add the customer.
    .unknown-domain-title = No customer has this domain
    .unknown-domain = If you know whose it is, open that customer by name. “portico edit” writes the domain down for the next time.
    .unknown-sharepoint-title = No customer has this SharePoint label
    .unknown-sharepoint = If you know whose it is, open that customer by name. “portico edit” writes the label down for the next time.
    .elsewhere-title = This link is for another cloud
    .elsewhere = { $name } is in the { $cloud } cloud, and this link is for { $clouds }.
    .nobody-title = No customer is in the cloud of this link
    .nobody = The link to { $portal } is for { $clouds }.
    .not-its-id = It names { $name }, and beside it has the tenant ID { $value }, which is not that customer’s.
    .not-its-domain = It names { $name }, and beside it has the domain { $value }, which is not that customer’s.
    .not-its-sharepoint = It names { $name }, and beside it has the SharePoint label { $value }, which is not that customer’s.
    .other-title = The link is for another customer
    .other = It names { $named }, not { $expected }.
    .mentions-title = This link mentions a second customer
    .mentions = It is for { $name }, and further on has the tenant ID of { $other }. Open the customer by name, and go to the page from there.
    .mentions-unknown-title = This link mentions a second tenant
    .mentions-unknown = It is for { $name }, and further on has the ID of another tenant. Open the customer by name, and go to the page from there.
    .several-title = This link is for several customers
    .several = { $count } customers match it.
    .same-title = This page has no address for one customer
    .same = { $portal } shows it without a customer in its address. Open the customer by name, and go to the page from there.
    .unclear-title = Part of this link could lead elsewhere
    .unclear = This part reads in more than one way. Open the customer by name, and go to the page from there.
    .closed-title = This link cannot be opened now

customer =
    .renamed = This customer is called { $name } now. Look at it again.
    .gone = This customer is not in the registry any more.
    .no-history = The history cannot be read: { $why }
    .changed = This customer was changed outside Portico, and does not open before somebody has compared.
    .no-undo = This change cannot be taken back any more. The backups in Settings go further back.

hotkey =
    .by-desktop = This desktop (Wayland) lets no program take keys. Bind the command in the desktop’s own settings.
    .taken = Another program has these keys. Choose others.
    .unknown = These keys cannot be used. Hold Ctrl, Alt or Shift and press a letter, a digit or a function key.
    .no-modifier = A key alone is needed for typing. Hold Ctrl or Alt as well.
    .in-use = Programs use these keys themselves. Hold a second key, such as Shift.
    .types = These keys type a character on many keyboards. Use Shift in place of one of them.

add =
    .no-cloud = Choose the cloud. The link does not say which of them it is.

quick =
    .title = Portico: open a customer’s portal
    .placeholder = Open a customer’s portal
    .input = Search customers by name, alias, domain, tenant ID or group
    .list = Customers
    .searching = Searching…
    .favorites = Favorites
    .recent = Recent
    .others = Customers
    .favorite = Favorite
    .held = Opens once you have looked through the customers
    .changed = Changed outside Portico: Enter compares before and now
    .sign-changed = Changed
    .sign-lookalike = Look-alike
    .lookalike = The name looks like “{ $name }”: look at the domain
    .also = also known as “{ $alias }”
    .key-enter = Enter
    .key-alt = Alt { $number }
    .key-command = ⌘{ $number }
    .count =
        { $count ->
            [one] 1 customer
           *[other] { $count } customers
        }
    .count-none = No customers
    .more = { $shown } of { $total } — type more
    .more-short = { $shown } of { $total }
    .choose-rest = Type to search, or press ↓ to choose
    .choose = More than one customer could be meant: press ↓ to choose
    .choose-one = Not an exact match: press ↓ to choose it
    .choose-again = The list changed, and the selected customer is gone: press ↓ to choose
    .pasted = Link to { $portal }
    .drop-link = Drop the link
    .which = Which customer?
    .which-input = The link names no customer. Search the customer that it is for
    .which-title = This link names no customer
    .which-text = Press Enter to choose the customer whose page of { $portal } it opens, or type on.
    .none-link = Searched only the customers in the cloud of this link to { $portal }.
    .add-customer = Add customer…
    .add-title = Add a customer
    .add-link-text = The link to { $portal } has this tenant ID. Make sure that you know whose it is: from now on the name stands for it.
    .add = Add
    .added = Added. Press Enter to open the link
    .empty-title = No customers yet
    .import = Import a list
    .add-text = Or in a terminal, with its name and its tenant ID:
    .add-example = portico add "Contoso" 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    .tenant-id-title = Where to find a tenant ID
    .tenant-id-steps = Entra admin center > Entra ID > Overview > Properties > Tenant ID
    .registry = Customers are kept in
    .none-title = No customer matches “{ $query }”
    .none-text =
        { $count ->
            [one] Searched the name, aliases, domain, tenant ID and group of 1 customer.
           *[other] Searched names, aliases, domains, tenant IDs and groups of { $count } customers.
        }
    .none-add = To add a customer, run this in a terminal:
    .search-failed = The search did not work
    .failed-browser = Could not open { $name }
    .failed = Nothing was opened
    .blocked = Cannot open { $name }
    .look-through = Look through customers…
    .compare-again = Compare again…
    .no-domain = no domain
    .accepted = Accepted
    .accept-failed = Nothing was accepted
    .restore-failed = Nothing was brought back
    .try-again = Try again
    .back = Back
    .cancel = Cancel
    .continue = Continue
    .copy = Copy
    .copy-link = Copy link
    .copy-path = Copy path
    .copied = Copied
    .copy-failed = Not copied: select the text
    .key-right = →
    .key-with-control = Ctrl { $key }
    .key-with-command = ⌘{ $key }
    .key-with-control-shift = Ctrl Shift { $key }
    .key-with-command-shift = ⇧⌘{ $key }
    .portals = portals
    .portals-of = Portals of { $name }
    .portals-filter = Filter portals
    .portals-input = Filter the portals of { $name }
    .portals-count =
        { $count ->
            [one] { $name }: 1 portal
           *[other] { $name }: { $count } portals
        }
    .portals-count-none = { $name }: no portals
    .portals-choose-again = The portals changed, and the selected one is gone: press ↓ to choose
    .portals-choose = Press ↓ to choose a portal
    .portals-none-title = No portal matches “{ $query }”
    .portals-none-text = Searched the names and addresses of { $count } portals.
    .sign-default = default
    .sign-check = check the name
    .favor = Add to favorites
    .unfavor = Remove from favorites
    .favored = { $name } is a favorite now
    .unfavored = { $name } is no favorite any more
    .favorite-failed = The favorites did not change
    .actions = actions
    .actions-for = Actions for { $name }, { $portal }
    .action-open = Open
    .action-portals = Open in another portal…
    .action-portals-here = These are the portals
    .action-copy-id = Copy tenant ID
    .action-manage = Show in customers
    .action-history = Show history
    .action-failed = That did not work
    .no-link-changed = No link: changed outside Portico
    .copied-link = Copied the link of { $name } · { $portal }
    .copied-id = Copied the tenant ID of { $name }
    .not-copied = Not copied: the rows have just changed. Look, and press again
    .nothing-copied = Not copied
    .from-link = From a link. Look who it is, then press Enter
    .bad-link = This link is none of Portico’s. Nothing was opened
    .opened = opened { $when }
    .in-browser = in { $browser }
    .history = History
    .history-title = History of { $name }
    .history-text = What was handed to the browser. Whether somebody then signed in, or saw anything, Portico does not know.
    .history-none = Nothing of this customer has been opened yet, or the history was cleared.
    .history-when = When
    .history-portal = Portal
    .history-from = From
    .history-result = Result
    .via-terminal = terminal
    .via-launcher = launcher
    .via-tray = tray
    .via-window = quick open
    .result-handed-over = handed to the browser
    .result-failed = failed
    .result-unknown = not known
    .offer = Open this window from anywhere with a key.
    .offer-choose = Choose keys…
    .offer-decline = No thanks
    .hotkey-title = Open quick open from anywhere
    .hotkey-text = Press the keys together, for example Ctrl + Alt + P. They work in every program while Portico runs.
    .hotkey-press = Press the keys you want
    .hotkey-save = Save
    .hotkey-off = Turn off
    .hotkey-none = Press the keys first.
    .hotkey-saved = { $keys } opens this window from anywhere
    .hotkey-by-desktop = This desktop lets no program take keys. Bind this command in its own settings:
    .hotkey-gnome = Settings > Keyboard > View and Customize Shortcuts > Custom Shortcuts
    .hotkey-kde = System Settings > Shortcuts > Add New > Command or Script
    .hotkey-copy = Copy command
    .hotkey-close = Close

frame =
    .all = All customers
    .favorites = Favorites
    .groups = Groups
    .ungrouped = No group
    .import = Import…
    .portals = Portals
    .browsers = Browsers
    .history = History
    .settings = Settings
    .help = Help
    .number = { $count }
    .undo = Undo
    .close = Close
    .opened = Opened { $portal } for { $name }

customers =
    .search = Search customers
    .search-label = Search customers by name, alias, domain, tenant ID or group
    .add = Add
    .add-title = Add a customer
    .add-text = Enter the domain and press Look up, or paste any link that has the tenant ID.
    .new = the new customer
    .detail = Customer
    .details = Details
    .loading = Loading…
    .gone = This customer is gone
    .unlisted = This customer is not in the list.
    .show-listed = Show in the list
    .nobody = No customer is selected
    .nobody-keys = Choose one on the left, or press { $key } to add one.
    .no-favorites = No favorites yet. The star of a customer makes it one.
    .none-here = Nobody is here.
    .none = Searched names, aliases, domains, tenant IDs and groups.
    .none-in-scope = Only some of the customers were searched.
    .search-all = Search all customers
    .more = { $shown } of { $total } — type more
    .lookalike = The name looks like another customer’s: look at the domain
    .open = Open { $portal }
    .compare = Compare…
    .own = Own tenant
    .asks = Asks first
    .duplicate = Duplicate
    .copy-of = { $name } (copy)
    .remove = Remove…
    .remove-title = Remove { $name }?
    .remove-many-title =
        { $count ->
            [one] Remove 1 customer?
           *[other] Remove { $count } customers?
        }
    .remove-text =
        { $count ->
            [one] Portico forgets the customer. Nothing changes in the tenant itself, and Undo brings it back.
           *[other] Portico forgets these customers. Nothing changes in the tenants themselves, and Undo brings them back.
        }
    .remove-yes = Remove
    .removed = { $name } was removed
    .removed-many =
        { $count ->
            [one] 1 customer was removed
           *[other] { $count } customers were removed
        }
    .and-more =
        { $count ->
            [one] and 1 more
           *[other] and { $count } more
        }
    .several =
        { $count ->
            [one] 1 customer
           *[other] { $count } customers
        }
    .undone = Taken back
    .undone-some =
        { $count ->
            [one] 1 customer is as before; changed since, and left alone: { $kept }
           *[other] { $count } customers are as before; changed since, and left alone: { $kept }
        }
    .blocked = A gray portal cannot be opened for this customer yet. Point at it to see what is missing.

form =
    .name = Name
    .tenant-id = Tenant ID
    .domain = Primary domain
    .initial-domain = Initial domain
    .cloud = Cloud
    .group = Group
    .portal = Default portal
    .portal-usual = { $portal } (usual)
    .aliases = Also known as
    .tags = Tags
    .sharepoint = SharePoint label
    .notes = Notes
    .favorite = Favorite
    .favorite-about = Stands first in the tray and in quick open
    .own = Our own tenant
    .own-about = Not a customer’s: Portico asks before it opens
    .confirm = Ask before opening
    .confirm-about = For customers where a mistake is costly
    .on = on
    .off = off
    .empty = empty
    .offered = Used before
    .token-remove = Remove { $name }
    .token-removed = Removed { $name }
    .where = Where do I find it?
    .add = Add
    .save = Save
    .discard = Discard
    .stay = Stay
    .discarded = Changes discarded
    .saved = { $name } is saved
    .added = { $name } is added
    .nothing = Nothing is changed
    .closed = Nothing can be saved now. The message at the top says why.
    .unsaved-title = Save your changes?
    .unsaved = What you entered for { $name } is not saved yet.
    .gone-keep = What you entered is still here.
    .add-again = Add as a new customer
    .changed-meanwhile = Changed meanwhile to:
    .use-theirs = Use theirs
    .verified = Verified with { $domain }, { $cloud }, { $day }
    .verified-now = Verified
    .not-verified = Not verified
    .not-verified-domain = Not verified: without a domain nobody can be asked
    .verify = Verify
    .asks = Asks Microsoft whose tenant { $domain } is. Only the domain is sent.
    .look-up = Look up
    .look-up-about = Asks Microsoft whose tenant the domain is. Only the domain is sent.
    .look-up-empty = Enter a domain first, as contoso.com.
    .looking-up = Asking whose tenant { $domain } is…
    .found = Tenant ID filled in: { $domain } is in the { $cloud }.
    .found-same = Right: { $domain } has this tenant ID, in the { $cloud }.
    .found-none = No tenant has the domain { $domain }. Paste the tenant ID instead.
    .found-other = { $domain } is the tenant of { $name }, who is registered already.
    .found-show = Show that customer
    .found-differs = { $domain } is another tenant: { $id }, { $cloud }.
    .found-use = Use that tenant ID
    .found-several = { $domain } has a tenant in more than one cloud. Which is the customer’s?
    .filled = Filled in from what you pasted: { $fields }
    .filled-same = What you pasted is here already.

conflict =
    .title = Somebody changed the same fields
    .text = Choose for each field what { $name } shall have. Everything else is kept.
    .mine = Yours
    .theirs = Theirs
    .missing = Choose one for each field.
    .save = Save

many =
    .title =
        { $count ->
            [one] 1 selected
           *[other] { $count } selected
        }
    .about = A change is one step for all of them, and can be taken back.
    .rest = +{ $count }
    .move = Move
    .ungroup = Take out of groups
    .add-tag = Add a tag
    .remove-tag = Remove a tag
    .drop = Remove tag
    .moved =
        { $count ->
            [one] 1 customer moved to { $name }
           *[other] { $count } customers moved to { $name }
        }
    .ungrouped =
        { $count ->
            [one] 1 customer has no group now
           *[other] { $count } customers have no group now
        }
    .tagged =
        { $count ->
            [one] 1 customer has the tag { $name } now
           *[other] { $count } customers have the tag { $name } now
        }
    .untagged =
        { $count ->
            [one] 1 customer has the tag { $name } no more
           *[other] { $count } customers have the tag { $name } no more
        }
    .favored =
        { $count ->
            [one] 1 customer is a favorite now
           *[other] { $count } customers are favorites now
        }
    .unfavored =
        { $count ->
            [one] 1 customer is no favorite any more
           *[other] { $count } customers are no favorites any more
        }

welcome =
    .title = Welcome to Portico
    .lead = Portico keeps your customers’ tenants, and opens their Microsoft portals with the right tenant in the address.
    .add = Add a customer
    .add-about = One at a time: a domain or a tenant ID is enough.
    .paste = Paste links or IDs
    .paste-about = Bookmarks, a column of a spreadsheet, a chat message. You see what is found before anything is saved.
    .paste-example = https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 Contoso
    .paste-go = Preview
    .file = Import a file
    .file-about = From Partner Center, Graph, CIPP, Azure, or your own spreadsheet as CSV. Or drop the file here.
    .file-go = Choose a file…
    .kept = Customers are kept in { $place }

guide =
    .lead = Every tenant has an ID of 36 characters. With it Portico opens the portals of the right customer.
    .find-title = Where to find a customer’s tenant ID
    .step-sign-in = Sign in to the Microsoft Entra admin center with your own account, as the service provider.
    .step-switch = Switch directory to the customer’s tenant: your account at the top right, then Switch directory.
    .step-overview = Go to Entra ID > Overview > Properties.
    .step-copy = Copy the Tenant ID, and paste it here.
    .open-entra = Open the Entra admin center
    .older-names = Under older names: Azure Active Directory > Properties > Directory ID.
    .other-title = Other ways
    .other-look-up = If you know a domain of the customer: enter it as the primary domain, and press Look up.
    .other-shell = In a terminal: Get-AzTenant in PowerShell, or az account list with the Azure CLI.
    .other-partner = In Partner Center: the customer, Account, Microsoft ID.
    .mistakes-title = Frequent mistakes
    .mistake-subscription = A subscription ID looks the same but is not a tenant ID: the portal then says that the tenant was not found (AADSTS90002).
    .mistake-length = A letter is lost while copying: an ID has 36 characters, in groups of 8, 4, 4, 4 and 12.
    .mistake-own = The directory was not switched: then it is your own tenant’s ID. Look at the name above it.
    .proof-title = What Portico proves
    .proof = Portico makes sure that the address is the customer’s. Who the browser is signed in as it cannot know: the name in the portal tells.
    .related-title = What else a service provider needs
    .read = Read at Microsoft Learn
    .access-title = Access to the customer’s portal
    .access = The customer grants your analysts roles in its tenant, and reviews them regularly. Without that the portal opens, and shows nothing.
    .alerts-title = Alert notifications
    .alerts = Mails about alerts can name the customer and link into its portal. Turn on “Include organization name” and “Include tenant-specific portal link”.
    .fetch-title = Fetching alerts
    .fetch = A SIEM can fetch the alerts of a customer’s tenant. It needs an application that the customer agrees to.
    .gdap-title = Delegated admin privileges
    .gdap = Partners can get limited roles in many customers’ tenants at once. The customer accepts them, and they end by themselves.
    .keys-title = Keys
    .key-search = Search customers
    .key-new = Add a customer
    .key-move = Another customer
    .key-range = Select several
    .key-all = Select all
    .key-enter = To the selected customer
    .key-open = Open its default portal
    .key-star = Favorite or not
    .key-remove = Remove
    .key-save = Save
    .key-undo = Take the last change back
    .key-escape = Out of a selection, a search, a notice
    .key-zoom = Larger, smaller, as it was
    .key-help = This page

manage =
    .title = Portico: customers
    .sections = Sections
    .customers = Customers
    .add = Add a customer
    .count =
        { $count ->
            [one] 1 customer
           *[other] { $count } customers
        }
    .load-failed = The customers could not be read
    .loading = Reading…

import =
    .title = Import customers
    .lead = Bring in a list of customers and their tenant IDs. You see what it would do before anything is saved.
    .drop = Drop a list here
    .drop-text = Or choose a file, or paste with Ctrl+V.
    .choose = Choose a file…
    .paste-label = Paste a list, or links to portals
    .paste-example = Or paste here: rows of a spreadsheet, JSON, links to portals, or any text that has them
    .read = Read this text
    .pasted = Pasted text
    .one-at-a-time = One list at a time: { $source } was read.
    .replace-title = Read { $source } instead?
    .replace-text = What you decided about this list is forgotten.
    .replace = Read it
    .known = Lists that Portico knows
    .known-partner-center = Partner Center: the CSV of your customers
    .known-graph = Microsoft Graph: contracts and delegated admin customers, as JSON
    .known-cipp = CIPP: tenants, as CSV or JSON
    .known-az = Azure CLI: az account list, az account tenant list
    .known-powershell = PowerShell: Get-AzTenant, Get-MgContract
    .known-spreadsheet = Any spreadsheet as CSV, with a column of tenant IDs
    .known-links = Bookmarks and any text with links to portals
    .last = Last import: { $source }
    .take-back = Take back…
    .take-back-yes = Take back
    .take-back-title = Take back the import of { $source }?
    .take-back-text = Customers it added are removed, and those it changed are as before. What was changed since stays.
    .done-added =
        { $count ->
            [one] 1 customer added
           *[other] { $count } customers added
        }
    .done-changed =
        { $count ->
            [one] 1 changed
           *[other] { $count } changed
        }
    .undone-removed =
        { $count ->
            [one] 1 customer removed again
           *[other] { $count } customers removed again
        }
    .undone-changed =
        { $count ->
            [one] 1 as before
           *[other] { $count } as before
        }
    .undone-kept =
        { $count ->
            [one] 1 kept, because it was changed since
           *[other] { $count } kept, because they were changed since
        }
    .reading = Reading: { $source }
    .failed = Could not be read: { $source }
    .unusable = Nothing can be used: { $source }
    .too-large = It is larger than 32 MB, and no list of customers is. Choose the file with the customers only.
    .changed-meanwhile = The registry was changed meanwhile, so nothing was saved. This is what would be done now.
    .parts = What would be done
    .part-added = New
    .part-changed = Changed
    .part-conflicts = Conflicts
    .part-skipped = Skipped
    .conflicts-text = Nothing is done about these. Look at the customers, and change or remove what is wrong.
    .skipped-text = Nothing is done about these.
    .none-ticked = Nothing is ticked.
    .nothing = All of it is registered already: there is nothing to do.
    .sum-rows =
        { $count ->
            [one] 1 row
           *[other] { $count } rows
        }
    .sum-added = { $count } new
    .sum-changed = { $count } changed
    .sum-unchanged = { $count } unchanged
    .sum-conflicts =
        { $count ->
            [one] 1 conflict
           *[other] { $count } conflicts
        }
    .sum-skipped = { $count } skipped
    .sum-merged =
        { $count ->
            [one] 1 repeats another
           *[other] { $count } repeat others
        }
    .whole = The row in full
    .tick-all = All of these
    .rename = Take the list’s name:
    .rename-all =
        { $count ->
            [one] Take the list’s name
           *[other] Take the list’s names for all { $count }
        }
    .columns = Columns
    .columns-text = This is how the columns are read. Change what is wrong, and the preview follows.
    .columns-asked = Portico could not tell what all columns hold. Say which has the tenant ID and which the name.
    .column = Column
    .samples = For example
    .no-samples = empty
    .holds = Holds
    .holds-of = What { $name } holds
    .holds-nothing = nothing of use
    .column-number = Column { $number }
    .cloud = Rows that name no cloud are in
    .cloud-usual = public, unless it is known otherwise
    .another = Cancel
    .import =
        { $count ->
            [one] Import 1 customer
           *[other] Import { $count } customers
        }

verify =
    .title = Verify tenant IDs
    .text = Portico can ask Microsoft’s login host whose tenant each domain belongs to, and compare. Only the domain is sent, only there, and at most one a second. You can go on working meanwhile.
    .start =
        { $count ->
            [one] Verify 1 customer
           *[other] Verify all { $count }
        }
    .again =
        { $count ->
            [one] Verify 1 customer again
           *[other] Verify all { $count } again
        }
    .progress = { $done } of { $count }
    .now = asking about { $name }
    .done =
        { $count ->
            [one] 1 customer is verified.
           *[other] { $count } customers are verified.
        }
    .canceled = Stopped after { $done } of { $count }.
    .findings = Customers that are not verified
    .show = Show

settings =
    .title = Settings
    .lead = Each change is saved at once.
    .failed = The settings could not be read
    .general = General
    .language = Language
    .theme = Appearance
    .system = As the system
    .light = Light
    .dark = Dark
    .start = Start at login
    .start-note = Portico waits in the tray.
    .quick = Quick open
    .hotkey = Hotkey
    .hotkey-on = Opens quick open from any program
    .hotkey-off = A key can open quick open from any program
    .hotkey-taken = Another program has these keys
    .hotkey-by-desktop = This desktop lets no program take keys: bind the command in its own settings
    .hotkey-none = none
    .hotkey-change = Change…
    .hotkey-show = Show how…
    .entries = Entries in the desktop's launcher
    .entries-note = Type part of a customer's name in the launcher you use, Enter, and the customer's portal opens.
    .entries-none = None
    .entries-favorites = Favorites
    .entries-group = Group: { $name }
    .entries-all = All customers
    .entries-many = { $count } entries are many: a desktop that shows all programs on one page becomes hard to use. Favorites or a group make fewer.
    .opening = Opening
    .notify = Say whose portal was opened
    .notify-note = A notification names the customer and the portal after an opening from the tray or a launcher.
    .confirm = Ask before opening, besides customers that are marked so
    .confirm-all = Every customer
    .confirm-doubtful = Portals that may show another tenant
    .confirm-doubtful-note = Their address does not carry the tenant ID, or it is not certain that they heed it.
    .confirm-clouds = Customers in these clouds
    .confirm-groups = Customers in these groups
    .tray = Tray menu
    .tray-favorites = Favorites
    .tray-recent = Recent customers
    .tray-recent-note = 0 leaves them out.
    .number = Enter a number from { $min } to { $max }.
    .history = History
    .history-on = Keep a history
    .history-note = Which portal was opened for whom, and when. Recent customers come from it. It stays on this computer.
    .history-days = Keep openings
    .history-all = As many as fit
    .days =
        { $count ->
            [one] 1 day
           *[other] { $count } days
        }
    .registry = Registry
    .registry-file = File
    .registry-choose = Use another file…
    .registry-usual = Use the usual place
    .registry-used = This registry is used now
    .source-default = Your customers. This is the usual place.
    .source-settings = Your customers. You chose this place.
    .source-environment = Your customers. An environment variable (PORTICO_HOME or PORTICO_REGISTRY) says where, so it cannot be changed here.
    .backups = Backups
    .backups-note = Portico keeps the registry as it was before each of the last changes.
    .backups-none = There is no backup yet: the first change makes one.
    .backup-unreadable = cannot be read
    .backup-look = Compare…
    .backup-same = The registry is as this backup: nothing would change.
    .backup-title = Bring back the registry of { $when }?
    .backup-text = This is what would change. The registry as it is now becomes a backup, so you can go back.
    .backup-difference = What would change
    .backup-removed =
        { $count ->
            [one] 1 customer goes
           *[other] { $count } customers go
        }
    .backup-changed =
        { $count ->
            [one] 1 changes
           *[other] { $count } change
        }
    .backup-added =
        { $count ->
            [one] 1 comes back
           *[other] { $count } come back
        }
    .sign-removed = goes
    .sign-changed = changes
    .sign-added = comes back
    .backup-restore = Bring back
    .backup-restored = The registry is as it was on { $when }
    .folders = Folders
    .data = Data
    .data-note = Backups of the registry, and the registry in its usual place
    .config = Configuration
    .config-note = settings.json
    .state = State
    .state-note = History, pins and a short log
    .about = About
    .version = Portico { $version }
    .license = Licensed under MIT OR Apache-2.0
    .diagnostics = Copy diagnostics
    .diagnostics-note = Diagnostics help to find a fault. They hold no names and no IDs of customers.
    .diagnostics-copied = Diagnostics copied

entry =
    .no-name = Enter the customer’s name.
    .empty = Enter something here.
    .long = At most { $most } characters fit here.
    .hazardous = This has control or invisible characters: { $value }
    .no-id = Enter the tenant ID, or look it up by the domain.
    .id-short = One character is missing: a tenant ID has 36.
    .id-shape = This is not a tenant ID. It looks like 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44.
    .id-word = “{ $word }” stands for any tenant, not for this customer’s.
    .id-empty = This ID stands for no tenant.
    .id-consumer = This is the tenant of personal Microsoft accounts. It belongs to no customer.
    .no-cloud = Choose a cloud.
    .no-domain = This is not a domain. It looks like contoso.com.
    .no-sharepoint = Only the part before .sharepoint.com, like contoso.
    .no-portal = Choose a portal.
    .taken-id = { $name } already has this tenant ID.
    .taken-directory = { $name } already has this tenant ID in the cloud { $cloud }, which has the same tenants.
    .taken-value = { $name } already has { $value }.
    .too-many = The registry is full: it holds at most 50,000 customers.
    .same-name = { $name } is called the same. You will have to tell them apart by the domain.
    .lookalike = The name looks like “{ $name }”.
    .other-tenant = This makes it another tenant: from now on the name opens that one.
    .not-verified = The customer is not verified any more: that was about another domain.

field =
    .name = Name
    .tenant-id = Tenant ID
    .cloud = Cloud
    .domain = Domain
    .initial-domain = Initial domain
    .sharepoint = SharePoint label
    .group = Group
    .tags = Tags
    .aliases = Also known as
    .favorite = Favorite
    .own = Own tenant
    .confirm = Ask before opening
    .portal = Default portal
    .notes = Notes
    .nothing = Nothing: leave it out

list =
    .partner-center = Partner Center customers
    .contracts = Partner contracts
    .delegated-customers = Delegated admin customers
    .relationships = Delegated admin relationships
    .cipp = CIPP tenants
    .azure-tenants = Azure tenants
    .azure-subscriptions = Azure subscriptions
    .portico = A Portico export
    .switcher = A list of azure-tenant-switcher
    .columns = A list with columns
    .text = Text with links or tenant IDs
    .gone = This list is not here any more. Choose it again.
    .no-undo = There is no import to take back.
    .empty = The list is empty.
    .no-text = This is not a text. Save the list as CSV or JSON.
    .utf-16 = This is UTF-16 without a byte order mark. Save it as UTF-8.
    .too-large = The list is larger than { $size } MB.
    .too-many = The list has more rows or columns than any list of customers.
    .sign-in = This is a sign-in page, not the list. Sign in and download it again.
    .web-page = This is a web page without portal links.
    .bad-json = The JSON cannot be read: it breaks in line { $line }.
    .no-rows = The list has no rows.
    .column-twice = The list has the column { $column } twice.
    .no-id-column = No column is known to hold tenant IDs. Say which one does.
    .mostly-no-ids = { $without } of { $rows } rows have no tenant ID where one is expected. Say which column has it.
    .no-such-column = The list has no column { $column }.
    .no-columns = The list has no columns.
    .listing = Line { $line } is from a listing for people, where an ID cannot be told from others. Print it as JSON or CSV instead.
    .bad-switcher = Line { $line } of the azure-tenant-switcher list is not right, so nothing of it is taken.
    .newer = A newer Portico exported this. Update Portico first.
    .unknown = This is no list of customers that Portico knows.
    .one-page = This is one page of the list. Fetch what its nextLink names too.
    .not-unicode = The list is not in Unicode. Look whether names have the right letters.
    .no-names =
        { $count ->
            [one] 1 customer has no name in the list, and is called by its tenant ID.
           *[other] { $count } customers have no name in the list, and are called by their tenant ID.
        }
    .not-taken = { $place }: left out, { $why }
    .row = row { $row } (line { $line })
    .line = line { $line }
    .no-id = No tenant ID
    .ids-differ = Two tenant IDs: { $one } and { $other }
    .several-ids = Several IDs, and nothing says which one is the tenant’s
    .all-tenants = Stands for all tenants
    .own = Your own tenant
    .not-active = Gives no access: { $status }
    .lighthouse = Made by Microsoft 365 Lighthouse for itself
    .excluded = Excluded in CIPP
    .cells = Has { $found } cells, the header has { $expected }
    .open-quote = Goes on to line { $line }: a quotation mark is not closed
    .long-cell = A cell is too long
    .field-twice = Has the field { $field } in two ways
    .many-texts = Has more names or tags than one customer has
    .no-cloud = The cloud is not known
    .bad-entry = Not an entry of a registry: { $why }
    .several-entries = The tenant ID is registered in several clouds ({ $clouds }), and the list does not say which
    .several-rows = The list has the tenant ID in several clouds, and here in none
    .other-cloud = The list says { $stated }, the customer is in { $cloud }
    .undecided = The list leaves open which cloud it is: { $clouds }. Choose one above.
    .name-of-another = The registry knows another customer by the name { $name }
    .waiting = The customer was changed outside Portico, and nobody has looked at that yet
    .kept = { $field } stays { $value }. The list has { $other }
    .kept-empty = { $field } stays empty. The list has { $other }
    .kept-row = { $field } is { $value }. Another row has { $other }
    .kept-taken = { $field } { $other } is left out: another customer is known by it
    .gets = { $field }: { $new }
    .loses = { $field }: { $old } goes
    .becomes = { $field }: { $old } → { $new }
    .yes = yes
    .no = no

lookup =
    .no-domain = Has no domain to look up.
    .other-tenant = { $domain } belongs to another tenant: { $id } ({ $cloud }).
    .other-cloud = { $domain } has this tenant ID in another cloud: { $id } ({ $cloud }).
    .not-found = No tenant has the domain { $domain }.
    .several = Several tenants have the domain { $domain }, in different clouds.
    .unreachable = { $host } cannot be reached. Check the network; pasting the tenant ID always works.
    .timeout = { $host } took too long. Try again later, or paste the tenant ID.
    .certificate = There is no trusted connection to { $host }: { $why }. Ask whoever runs your network.
    .proxy = The proxy did not let the question through: { $why }. Pasting the tenant ID always works.
    .busy = { $host } was asked too often. Wait a few minutes.
    .bad-answer = { $host } gave no answer that can be trusted. Nothing was changed.

catalogue =
    .documented = Documented by Microsoft
    .tools = Used by well-known tools
    .inferred = Derived from another cloud, not confirmed
    .contested = Sources contradict each other
    .own = Your own
    .in-use =
        { $count ->
            [one] 1 customer opens this portal by default. Give it another default portal first.
           *[other] { $count } customers open this portal by default. Give them another default portal first.
        }
    .bad-key = Choose another name: no key can be made of this one.
    .no-name = Enter a name.
    .long-name = The name has more than 60 characters.
    .name-taken = Another portal is called { $name }.
    .no-template = Enter the portal’s address.
    .long-template = The address is too long.
    .holds = This has the { $what } of { $name } in it, which would go along to all customers.
    .holds-some = This has a { $what } in it, which would go along to all customers.
    .unopenable = A browser would read this address otherwise than it is written.
    .names-nobody = The address names no customer. Put { $placeholder } where the tenant ID belongs, or mark it as the same for all.
    .names-somebody = The address names the customer: it is not the same for all.
    .characters = An address has no spaces and no letters beyond a to z.
    .in-query-key = A placeholder can stand behind an equals sign, not before it.
    .braces = A brace is missing.
    .unknown-placeholder = There is no such placeholder.
    .twice = A placeholder can stand only once.
    .not-https = The address must begin with https://
    .in-host = In the host only the SharePoint label can be a placeholder, in its first part.
    .user-or-port = The address must not have a user or a port.
    .no-host = The address has no proper host.

kept =
    .export = Save the history
    .choose-registry = Choose a registry file
    .registry-folder = { $path } is a folder. Choose a file in it.

failure =
    .no-home = There is no home folder for Portico’s files.
    .read = { $path } could not be read: { $why }
    .gone = { $path } is not there any more, though it held customers.
    .unreadable = { $path } is not a registry that can be read: { $why }
    .settings = The settings in { $path } cannot be read: { $why }
    .line = line { $line }: { $why }
    .newer = Not saved: a newer Portico wrote { $path }. Use that one to change it.
    .locked = Not saved: the registry is being changed by { $why }. Try again in a moment.
    .waiting = Not saved: { $name } was changed outside Portico, and nobody has looked at that yet. Compare first.
    .save = Not saved: { $path }: { $why }
    .unknown = Written, but the disk did not confirm it: { $path }: { $why }. Look whether the change is there.

portals =
    .title = Portals
    .lead = The order here is the order in menus and lists. What is off is hidden there; a customer whose own default it is still opens it.
    .failed = The portals could not be read
    .list = Portals in your order. Arrow keys go from row to row, with Alt they move the portal.
    .on = Show { $name }
    .default = default
    .own = your own
    .tenant-less = no tenant
    .tenant-less-text = Its address is the same for all customers: which one it shows is chosen there.
    .make-default = Make default
    .up = Move { $name } up
    .down = Move { $name } down
    .moved = { $name } is number { $place } of { $count }
    .more = Addresses of { $name }
    .needs = Needs of the customer: { $fields }
    .edit = Edit…
    .remove = Remove…
    .add = Add a portal
    .add-title = Add a portal
    .edit-title = Edit { $name }
    .add-lead = A page of your own that has a customer’s tenant in its address. Where the customer’s value stands, write a placeholder.
    .name = Name
    .template = Address, { $cloud }
    .placeholders = Placeholders:
    .other-clouds = Other clouds
    .same = The same for all customers
    .same-note = The address has no placeholder: people choose the customer there.
    .preview = What it would open
    .preview-none = The address appears here as you type.
    .preview-missing = This customer lacks what the address needs.
    .example = For example
    .fix = Write { $template }
    .save = Save
    .saved = { $name } is saved
    .discard-title = Discard what you entered?
    .discard-text = The portal is not saved.
    .discard = Discard
    .remove-title = Remove { $name }?
    .remove-text = It goes from all menus and lists. No customer changes.
    .remove-yes = Remove
    .removed = { $name } is removed

browsers =
    .title = Browsers
    .lead = In which browser and profile customers’ portals open: the default browser, unless a rule says otherwise. The most specific rule counts: customer, then group, then cloud, then portal. Rules stay on this computer.
    .failed = The browsers and rules could not be read
    .rules = Rules
    .add = Add a rule
    .no-rules = There are no rules: everything opens in the default browser.
    .no-rule-matches = No rule matches
    .search-rules = Search rules
    .count =
        { $count ->
            [one] { $count } rule
           *[other] { $count } rules
        }
    .kind-tenant = Customer
    .kind-group = Group
    .kind-cloud = Cloud
    .kind-portal = Portal
    .opens-in = opens in
    .try = Try it
    .change = Change…
    .remove = Remove
    .unclear = settings.json has a rule of which Portico cannot tell whom it is about. Customers without a rule of their own do not open before it is corrected there:
    .bad-entry = What stands in settings.json makes no sense, so nothing opens: { $why }. Change or remove it.
    .twice = There are two rules for this, and they differ, so nothing opens. Change or remove one.
    .no-customer = no customer of yours now
    .no-group = Nobody is in this group now
    .no-portal = no portal of yours now
    .found = Found on this computer
    .none-found = No browsers were found. Portals open in the default browser all the same. To choose one, install Microsoft Edge, Google Chrome, Firefox or another browser.
    .can-private = private windows
    .no-choice = It opens pages; profiles and private windows cannot be chosen in it.
    .no-profiles = No profiles yet: start it once.
    .profiles =
        { $count ->
            [one] { $count } profile
           *[other] { $count } profiles
        }
    .more-profiles =
        { $count ->
            [one] And { $count } more, which a search finds
           *[other] And { $count } more, which a search finds
        }
    .search-profiles = Search profiles of { $browser }
    .no-profile-matches = No profile matches
    .containers = Containers:
    .default = Default browser
    .in-default = the default browser
    .nowhere = nowhere
    .add-title = Add a rule
    .edit-title = Where { $name } opens
    .form-lead = Only what was found on this computer can be chosen. “Try it” shows who is signed in there.
    .for = For
    .where = Browser
    .profile = Profile
    .profile-usual = The one that the browser chooses
    .window = Window
    .window-usual = Usual window
    .window-private = Private window
    .window-container = Container { $name }
    .choose-tenant = Choose a customer from the list
    .choose-group = Enter a group
    .choose-cloud = Choose a cloud
    .choose-portal = Choose a portal
    .choose-profile = Choose a profile from the list
    .exists = There is a rule for this already: it opens in { $browser }. Saving replaces it.
    .changed-meanwhile = The rule was changed meanwhile: it opens in { $browser } now. Saving replaces that.
    .gone-meanwhile = The rule was removed meanwhile. Saving brings it back.
    .not-as-shown = The rule was changed meanwhile, and nothing was saved. Look at it again.
    .discard-text = The rule is not saved.
    .saved = { $name } opens in { $browser }
    .removed = The rule for { $name } is removed
    .undone = The rule for { $name } is as it was before
    .remove-title = Remove the rule for { $name }?
    .remove-text = What stands in settings.json cannot be brought back here.
    .tried = { $browser } was asked to open myaccount.microsoft.com: look there who is signed in.
    .tried-this = The browser was asked to open myaccount.microsoft.com: look there who is signed in.
    .opens = Opens in { $browser }
    .by-tenant = chosen for this customer
    .by-group = chosen for the group { $name }
    .by-cloud = chosen for the cloud { $name }
    .by-portal = chosen for the portal { $name }
    .choose-for = Choose a browser…

history =
    .title = History
    .lead = What Portico was asked to open. It is intent, not proof of access: that is in the customer’s sign-in log.
    .failed = The history could not be read
    .search = Search customers and portals
    .list = Openings, the last first
    .when = When
    .customer = Customer
    .portal = Portal
    .from = From
    .result = Result
    .via-window = window
    .csv = Save as CSV…
    .json = Save as JSON…
    .exported = The history is saved in { $path }
    .none = No opening matches
    .count =
        { $count ->
            [one] 1 opening
           *[other] { $count } openings
        }
    .count-some = { $shown } of { $count } openings
    .gone = { $name } is not registered any more
    .empty-title = Nothing was opened yet
    .empty = Each opening of a portal is written down here.
    .off-title = No history is kept
    .off = It is turned off in the settings.
    .off-now = New openings are not written down: that is turned off in the settings.
    .to-settings = Open settings
