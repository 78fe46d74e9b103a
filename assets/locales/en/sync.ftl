# Sync between devices.

sync-set-up = Syncing through { $place }.
sync-set-up-auto = It happens by itself at the start and at the end of each session.
sync-set-up-by-hand = To sync: “carabin sync”. To have it happen by itself: the same command with --auto.
sync-turned-off = Sync is off on this device. Nothing was deleted, neither here nor there.

sync-said-nothing = Everything is up to date.
sync-said-events = Answers, notes and settings: { $received } received, { $sent } sent.
sync-said-decks = Deck files: { $received } received, { $sent } sent, { $removed } removed.
sync-said-joined = { $path } was changed on two devices: the changes are brought together, card by card ({ $n ->
    [0] the head
    [one] { $n } card
   *[other] { $n } cards
} of the other).
sync-said-version = { $kept } was changed on two devices. Both versions are kept; put the right one in this place, then delete the other: { $path }
sync-said-left-out = This file stays on this device: it is too large, its name is not possible everywhere, or it holds a password: { $path }
sync-said-conflicts = { $n ->
    [one] One answer has
   *[other] { $n } answers have
} the same number as another one, of a copy of this history. All are kept and count.
sync-said-arrived = Received from another device: { $n ->
    [one] one answer or setting
   *[other] { $n } answers and settings
}.
sync-said-decks-arrived = Decks have come from another device.

sync-fault-torn = This file is incomplete, probably still on its way; the next sync takes it: { $path }
sync-fault-altered = This file is not as it was written; it is left aside, and the device that it comes from will write it again: { $path }
sync-fault-newer = This file comes from a newer Carabin. Update Carabin to receive it: { $path }
sync-fault-unreadable = This file could not be read; the next sync takes it: { $path }

sync-not-set-up = Sync is not set up. Choose a shared folder (Nextcloud, Syncthing, a USB stick…) or a git repository: carabin sync init DIR
sync-away = { $path } is not there. Is the stick unplugged, the drive not mounted? Your answers wait here; try again when it is back.
sync-within = { $path } holds the data of Carabin, or lies within. Choose another folder: a database cannot be synced file by file.
sync-newer = This folder was set up by a newer Carabin. Update Carabin; until then nothing there is touched.
sync-busy = A sync is already under way.
sync-cancelled = Sync interrupted. Nothing is lost; it goes on the next time.
sync-io = { $path } could not be read or written: { $detail }. Your answers wait here; try again.
sync-trouble = The last sync did not go through. Your answers wait here.

sync-status-place = Place
sync-status-name = This device
sync-status-last = Last sync
sync-status-never = not yet
sync-status-waiting = To send
sync-status-events = { $n ->
    [0] nothing
    [one] { $n } answer or setting
   *[other] { $n } answers and settings
}
sync-status-auto = By itself, at the start and at the end
sync-status-decks = With the decks
sync-status-yes = yes
sync-status-no = no
sync-status-trouble = The last one did not go through
sync-status-faulty = Incomplete files, to be taken later
sync-when = { $date }, { $time }

home-sync-never = Not synced yet
home-sync-today = Synced at { $time }
home-sync-on = Synced on { $date }
home-sync-failed = the last time failed
home-sync-waiting = { $n } waiting

# While it goes on
progress-sync-receive = Receiving
progress-sync-send = Sending
progress-sync-fetch = Git repository
progress-sync-push = Sending to the git repository
progress-sync-decks = Decks
