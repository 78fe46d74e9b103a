## Messages of: the full-screen interface.

# Names of keys
keyname-space = Space
keyname-enter = Enter
keyname-esc = Esc
keyname-tab = Tab
keyname-backspace = Backspace
keyname-page-up = PgUp
keyname-page-down = PgDn
keyname-ctrl = Ctrl-

# What keys do
key-reveal = show the answer
key-hint = hint
key-validate = submit
key-tick = tick
key-up = up
key-down = down
key-option-a = option A
key-option-b = option B
key-option-c = option C
key-option-d = option D
key-option-e = option E
key-give-up = I don't know
key-leave = end the session
key-score-none = 0 points
key-score-half = 0.5 point
key-score-full = 1 point
key-accept = continue
key-again = again
key-hard = hard
key-good = good
key-easy = easy
key-undo = undo
key-edit = edit
key-note = note
key-suspend = suspend the card
key-bury = put off until tomorrow
key-flag = flag
key-scroll-up = scroll up
key-scroll-down = scroll down
key-page-up = page up
key-page-down = page down
key-start = begin
key-next-view = other view
key-ahead = study ahead
key-problems = problems in decks
key-quit = quit
key-home = home
key-save = save
key-cancel = cancel
key-close = close
key-help = help
key-suspend-program = pause Carabin (fg to come back)
key-redraw = redraw the screen
key-interrupt = quit at once

# Common
screen-too-small = This window is a little small for a card: please make it at least { $width } columns by { $height } lines.
screen-loading = Opening the decks…
help-title = Keys
note-title = My note on this card

# Home
welcome-1 = Welcome. Carabin asks, marks as the EDN does, and picks the day on which each card comes back.
welcome-2 = A deck on the missions of the French health insurance (OIC-019-09-A) is ready: press Enter to begin.
welcome-3 = Every answer is kept at once; leave whenever you like with q. Help is on ?
home-today = { $due ->
    [0] { $new ->
        [one] Today: one new card.
       *[other] Today: { $new } new cards.
    }
   *[other] { $new ->
        [0] Today: { $due } to review.
        [one] Today: { $due } to review and one new card.
       *[other] Today: { $due } to review and { $new } new cards.
    }
}
home-done = All done for today.
home-streak = { $days ->
    [one] 1 day in a row
   *[other] { $days } days in a row
}
home-answered = { $n ->
    [one] 1 answer today ({ $time })
   *[other] { $n } answers today ({ $time })
}
home-nothing-yet = No answers yet today.
home-pause = Paused until { $date }: nothing is asked before then. Press “a” to study all the same.
home-level = { $days ->
    [0] You are behind, and today's limit is enough to catch up.
    [one] You are behind: you will be level again tomorrow, within the daily limit.
   *[other] You are behind: you will be level again in { $days } days, within the daily limit.
}
home-level-never = You are behind, and the daily limit is too low to catch up within a year.
home-exam = { $days ->
    [0] It is today: good luck!
    [one] The exam is tomorrow.
   *[other] The exam is in { $days } days: { $new } new cards a day to see everything in time.
}
home-problems = { $n ->
    [one] One deck has mistakes: press “p” to see them.
   *[other] { $n } decks have mistakes: press “p” to see them.
}
home-not-playable = { $n ->
    [one] 1 card has a format that is not playable yet (QRP, list, zone, case…) and is left out.
   *[other] { $n } cards have formats that are not playable yet (QRP, list, zone, case…) and are left out.
}
home-view-decks = Decks
home-view-objectives = Objectives
home-view-ranks = Ranks
home-row-all = Everything
home-row-rank = Rank { $rank }
home-row-no-rank = No rank
home-row-no-objective = No objective
home-row-due = { $n } to review
home-row-due-short = { $n }↻
home-row-new = { $n ->
    [one] { $n } new
   *[other] { $n } new
}
home-row-new-short = +{ $n }
next-card = { $days ->
    [0] Next card later today.
    [one] Next card tomorrow.
   *[other] Next card in { $days } days.
}
next-card-none = No card is scheduled.

# A card
rank-name = Rank { $rank }
kind-q = Question
kind-cloze = Fill in the blanks
kind-qru = QRU · one right answer
kind-qrm = QRM · several right answers
kind-qrp = QRP
kind-qroc = QROC · five words at most
kind-list = List
kind-tcs = TCS
kind-zone = Point at a place
kind-case = Progressive case
kind-kfp = KFP
kind-article = Article
card-new = new
card-lapses = { $n ->
    [one] forgotten once
   *[other] forgotten { $n } times
}
rating-again = Again
rating-hard = Hard
rating-good = Good
rating-easy = Easy
hint-label = Hint:
hint-none = This card has no hint.
image-label = Picture:
answer-label = Your answer:
answer-empty = (nothing)
answer-expected = Expected:
answer-also = Also right:
answer-half = Half right:
option-missed = should be ticked
option-required = required
option-required-missed = required, should be ticked
option-unacceptable = unacceptable
option-unacceptable-ticked = unacceptable
score = { $score } point out of 1
score-zeroed = set to 0
score-discordances = { $n ->
    [one] 1 discordance
   *[other] { $n } discordances
}
almost-title = Almost…
almost-question = What is this answer worth?
difference-typed = You:
difference-expected = Expected:
remark-accents = Only the accents differ.
remark-spelling = The spelling differs a little.
remark-unit-missing = The number is right; its unit is missing.
remark-acronym = The acronym and what it stands for are both accepted.
remark-ambiguous-acronym = This acronym has several meanings.
remark-less-precise = Right, but less precise than expected.
remark-word-order = The right words in another order.
remark-missing-words = Some words are missing.
remark-extra-words = There are words too many.
remark-confusable = Careful: “{ $typed }” is not “{ $expected }”.
remark-negation = One says yes and the other says no.
remark-number = It is another number.
remark-unit = The number is right, but not its unit.
remark-expansion-wanted = The acronym alone is not enough: what it stands for is asked.
remark-acronym-wanted = It is the acronym that is asked.
remark-hedged = Several answers were given, and not all of them are right.
true-from = True since { $date }.
true-until = True until { $date }.
true-between = True from { $from } to { $to }.
source-label = Source:
own-note-label = My note

# Waiting and summary
waiting-title = A little patience
waiting-text = Only cards in their learning steps are left. The next one comes back at { $time }.
summary-title = Session finished
summary-nothing = No answers this time.
summary-answers = { $new ->
    [0] { $n ->
        [one] 1 answer in { $time }.
       *[other] { $n } answers in { $time }.
    }
    [one] { $n ->
        [one] 1 answer in { $time }, one of them a new card.
       *[other] { $n } answers in { $time }, one of them a new card.
    }
   *[other] { $n } answers in { $time }, { $new } of them new cards.
}
summary-recalled = { $share } recalled.
summary-objectives = By objective
summary-no-objective = No objective
summary-leeches = { $n ->
    [one] One card was forgotten so often that it is suspended: better to reword it.
   *[other] { $n } cards were forgotten so often that they are suspended: better to reword them.
}
summary-waiting = { $n ->
    [one] 1 review waits for another day.
   *[other] { $n } reviews wait for another day.
}
summary-left = { $n ->
    [one] 1 card is left for today.
   *[other] { $n } cards are left for today.
}
summary-ahead = Press “a” to study ahead.
