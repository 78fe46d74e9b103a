## The screens, the plain mode and the command line.

app-name = Carabin

delay-less-than-a-minute = <1 min
delay-minutes = { $n } min
delay-hours = { $n } h
delay-days = { $n } d
delay-months = { $n } mo
delay-years = { $plural ->
   *[other] { $n } y
}
spent-seconds = { $n } s
spent-minutes = { $n } min
spent-hours = { $hours } h { $minutes }

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# Errors
error-broken = Carabin stopped because of an internal error. Your answers are kept. The details are in { $log }
error-no-home = No home directory is known. Name one with CARABIN_HOME.
error-folder = The folder { $path } could not be made: { $detail }. Name another one with CARABIN_HOME.
error-no-deck = There is no deck “{ $deck }”. To list them: carabin deck list
error-no-card = There is no card “{ $card }”. A card is written DECK/ID.
error-no-editor = No editor was found. Choose one by the variable EDITOR, or by “editor” in config.toml.
error-editor = The editor “{ $editor }” failed: { $detail }
error-setting-unknown = There is no setting “{ $name }”. To list them: carabin set
error-setting-value = “{ $value }” does not fit { $name }: { $expected }
config-unreadable = config.toml could not be read: { $reason }
config-syntax = config.toml is not TOML: { $reason }
config-unknown-key = config.toml: “{ $key }” is no setting.
config-unknown-key-nearest = config.toml: “{ $key }” is no setting. Perhaps “{ $nearest }”?
config-value = config.toml: the value of “{ $key }” does not fit. Expected: { $expected }
keys-unknown = config.toml: no key is called “{ $name }”.
keys-unknown-nearest = config.toml: no key is called “{ $name }”. Perhaps “{ $nearest }”?
keys-no-key = config.toml: “{ $key }” is not a key.

# What just happened
card-recognised = Card recognised in spite of its new text: { $card } keeps its history.
card-suspended = Card suspended.
card-buried = Card put off until tomorrow.
card-flagged = { $flag ->
    [0] Flag taken away.
   *[other] Flag { $flag }.
}
card-edited = Deck read again.
card-gone = This card is no longer in the deck, or has mistakes.
note-saved = Note saved.
undone = Undone.
undone-card = Undone: { $card }
undo-nothing = There is nothing to undo.

# Problems of decks
problems-title = What is wrong with the decks
problems-none = All is well.
