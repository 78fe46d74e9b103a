## The statistics, on the full screen.

statistics-title = Statistics
statistics-days = Days
statistics-forecast = Forecast
statistics-memory = Memory
statistics-weakest = Weakest
statistics-no-days = Here will be your answers day by day, the days in a row and a calendar of the year. Press Esc, then Enter, for a first session.
statistics-no-forecast = Here will be what comes back on each day. A card is in it from its first answer on.
statistics-no-memory = Here will be the share of cards that were still known when they came back, beside the retention that you desire. It takes cards that were learnt on another day.
statistics-no-weakest = Here will be your objectives and decks, those known least first: Enter will begin a session about one.

statistics-none-today = No answer yet today
statistics-new = { $n ->
    [one] 1 new card
   *[other] { $n } new cards
}
statistics-month = In 30 days: { $n ->
    [one] 1 answer
   *[other] { $n } answers
} on { $days ->
    [one] 1 day
   *[other] { $days } days
}, { $time }
statistics-answers = Answers a day
statistics-calendar = Calendar
statistics-legend = { $n ->
    [one] · none   █ one answer
   *[other] · none   ░ ▒ ▓ █ more and more, up to { $n } answers
}

statistics-due = Due: { $today } today, { $week } in 7 days, { $month } in 30 days.
statistics-due-note = Without new cards, and without what is reviewed in between.

statistics-retention = Retention (desired: { $wish })
statistics-retention-note = The share of what was still known when it came back on another day. ┃: what you desire.
statistics-by-age = Over 30 days, by how long the card had not been seen
statistics-age = { $from } to { $to } days
statistics-age-from = { $from } days or more
statistics-by-rank = Over 30 days, by rank
statistics-known = In memory today

statistics-objectives = Objectives
statistics-decks = Decks
statistics-recall = { $share } in memory

key-statistics = stats
key-next-tab = other view
key-previous-tab = view before
keys-statistics = Statistics
keys-weakest = Statistics: what is weakest
