## The list of the cards, one by one.

cards-title = Cards
cards-one = Card
cards-pile-all = All
cards-today = today
cards-pile-suspended = Suspended
cards-pile-flagged = Flagged
cards-pile-buried = Put off
cards-pile-leeches = Leeches
cards-pile-noted = Notes
cards-search = Find:
cards-found = “{ $text }”
cards-none = No card has all these words.
cards-none-suspended = No card is suspended. In a session, s puts a card aside: it is not asked until you resume it here.
cards-none-flagged = No flag. In a session, f puts one on a card that you want to find again.
cards-none-buried = No card is put off. In a session, b puts a card off until tomorrow.
cards-none-leeches = No leeches: no card was forgotten too often.
cards-none-noted = No note. In a session, n writes one on the card.
cards-resumed-one = Resumed: it will be asked again.
cards-resumed = { $n ->
    [0] None of these cards is suspended or put off.
    [one] { $n } card resumed: it will be asked again.
   *[other] { $n } cards resumed: they will be asked again.
}
cards-not-away = It is neither suspended nor put off.
card-suspended-by-deck = suspended by its deck (low-yield)
card-suspended-by-student = suspended by you
card-suspended-leech = suspended, forgotten too often
card-noted = note
home-suspended = { $n ->
    [one] { $n } low-yield card is suspended by its deck: l, then Tab
   *[other] { $n } low-yield cards are suspended by their decks: l, then Tab
}
keys-cards = List of the cards
key-cards = cards
key-card-show = show
key-card-suspend = suspend
key-card-resume = resume
key-card-resume-all = resume all
key-next-pile = next list
key-previous-pile = previous list

cli-card-list-about = List cards: suspended, flagged, put off, leeches, with notes, or by their words
cli-card-list-long = Each card on two lines: its name and how it stands, then what it asks. On the full screen: the key l on Home.
cli-card-list-arg-decks = Only this deck; repeat it for several decks
cli-card-list-arg-item = Only this item of the EDN, 1 to 367
cli-card-list-arg-objective = Only this knowledge objective, for example OIC-019-09-A
cli-card-list-arg-rank = Only this rank
cli-card-list-arg-tag = Only this tag and the tags below it
cli-card-list-arg-suspended = The suspended cards, by you or by their deck
cli-card-list-arg-flagged = The cards that have a flag
cli-card-list-arg-buried = The cards that are put off
cli-card-list-arg-leeches = The leeches: cards forgotten too often
cli-card-list-arg-noted = The cards that have a note of yours
cli-card-list-arg-search = The cards that hold all these words (the beginning of a word is enough)
cli-card-list-arg-json = As JSON, for scripts
cli-card-list-example = What is suspended, and by whom
cli-card-list-example-search = The cards of rank A about the ONDAM
cli-card-list-example-json = The flags, for a script
cli-card-list-by-decks = { $n ->
    [one] { $n } card is suspended by the author of its deck, who thinks it low-yield. To have it asked: carabin card resume DECK/ID
   *[other] { $n } cards are suspended by the authors of their decks, who think them low-yield. To have them asked: carabin card resume DECK/ID…
}
cli-stats-suspended = { $n ->
    [one] Of the suspended cards, { $n } is so by the author of its deck, who thinks it low-yield: carabin card list --suspended
   *[other] Of the suspended cards, { $n } are so by the authors of their decks, who think them low-yield: carabin card list --suspended
}
