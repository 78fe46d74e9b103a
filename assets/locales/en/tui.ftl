## Messages of: the full-screen interface.

# Names of keys
keyname-space = Space
keyname-enter = Enter
keyname-esc = Esc
keyname-tab = Tab
keyname-backtab = Shift-Tab
keyname-backspace = Backspace
keyname-page-up = PgUp
keyname-page-down = PgDn
keyname-shift = Shift-
keyname-ctrl = Ctrl-

# What keys do
key-reveal = show the answer
key-hint = hint
key-validate = submit
key-tick = tick
key-list-validate = submit
key-list-tick = tick
key-tick-found = tick
key-clear-filter = clear, else end
key-list-up = up
key-list-down = down
key-point = point
key-next-place = next
key-previous-place = previous
key-next-sentence = next sentence
key-previous-sentence = previous sentence
key-step-up = up the scale
key-step-down = down the scale
key-step-1 = −2
key-step-2 = −1
key-step-3 = 0
key-step-4 = +1
key-step-5 = +2
key-article = text
key-close-article = questions
key-search = search
key-next-hit = next
key-previous-hit = previous
key-find = find
key-clear-search = give up
key-cursor-right = move
key-cursor-left = left
key-cursor-up = up
key-cursor-down = down
key-far-right = far right
key-far-left = far left
key-far-up = far up
key-far-down = far down
key-remove-spot = remove the last point
key-picture = enlarge the picture
key-add-item = add
key-hand-in-list = submit
key-take-back = take the last line back
key-item-right = right
key-item-wrong = wrong
key-up = up
key-down = down
key-option-a = option A
key-option-b = option B
key-option-c = option C
key-option-d = option D
key-option-e = option E
key-option-f = option F
key-option-g = option G
key-option-h = option H
key-option-i = option I
key-give-up = I don't know
key-continue = go on
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
key-mend = mend
key-edit = edit
key-note = note
key-suspend = suspend the card
key-bury = put off until tomorrow
key-flag = flag
key-report = report a mistake
key-scroll-up = scroll up
key-scroll-down = scroll down
key-page-up = page up
key-page-down = page down
key-more = the rest
key-start = begin
key-next-view = other view
key-ahead = study ahead
key-drafts = proposed cards
key-cards-search = look for a card
key-accept-draft = accept
key-refuse-draft = refuse
key-later = later
key-containers = cases, KFP, TCS, articles
key-problems = problems in decks
key-flash = flash
key-missed = missed
key-quit = quit
key-home = home
key-save = save
key-cancel = cancel
key-close = close
key-help = help
key-clock-right = the new date is right
key-clock-wrong = the clock is wrong
key-suspend-program = pause Carabin (fg to come back)
key-redraw = redraw the screen
key-interrupt = quit at once

# Common
screen-too-small = This window is a little small for a card: please make it at least { $width } columns by { $height } lines.
screen-loading = Opening the decks…
help-title = Keys
note-title = My note on this card
clock-title = The clock has changed its date

# Home
welcome-1 = Welcome. Carabin asks, marks as the EDN does, and picks the day on which each card comes back.
welcome-2 = The decks of item 19, on French health insurance (OIC-019-09-A), are ready: press Enter to begin.
welcome-3 = Every answer is kept at once; leave whenever you like with Esc. Help is on F1.
home-pause = Paused until { $date }: nothing is asked before then. Press “a” to study all the same.
home-exam-key = “,”: settings.
home-problems = { $n ->
    [one] One deck has mistakes: press “p” to see them.
   *[other] { $n } decks have mistakes: press “p” to see them.
}
home-other-problems = { $n ->
    [one] A deck file wants your attention: “p” to see why.
   *[other] { $n } deck files want your attention: “p” to see why.
}
home-view-decks = Decks
home-view-objectives = Objectives
home-view-ranks = Ranks
home-view-containers = Cases
home-exam-under-way = A mock exam is under way: “x” goes on with it.
home-container-never = never done
home-container-questions = { $n ->
    [one] 1 question
   *[other] { $n } questions
}
home-containers-coming = Reading the cases…
home-no-containers = No progressive case, KFP, TCS or article in your decks.
home-column-due = due
home-column-new = new
home-column-seen = seen
home-column-recall = memory
home-figures = To review: what is due today (↻ on a small screen). New: never asked (+). Seen: asked at least once, of all. Memory: the share that you should recall now, of the cards seen before today; a card missed today, or still being learnt, counts for nothing.

# A card
difference-typed = You:
difference-expected = Expected:
filter-label = Find:
filter-none = No option matches.
place-found = found
place-missed = to be pointed at
place-wrong = wrongly pointed at
scale-none = Choose a step first: 1 to 5, or the arrows.
article-not-found = not found
list-label = Item:
list-empty = Type an item, or Tab if you do not know.
doubt-title = { $n ->
    [one] Almost…
   *[other] Almost… ({ $n } to decide)
}
doubt-question = Does this item count as right?
ticked-count = { $n } of { $wanted }
avoided-title = The other options, not to be ticked:

# Summary
summary-more-new = { $n ->
    [one] “n” to see it today.
   *[other] “n” to see { $n } more of them today.
}
typed-nothing = Nothing is written; Tab if you don't know.
question-aloud = Answer aloud or in your head, then Space.
question-no-field = Nothing is typed here: answer aloud or in your head, then press Space.
ahead-nothing = Nothing to study ahead here: nothing of what was seen is left.
more-new-nothing = No new card waits here.
session-again = { $n } again
key-more-new = more new cards
summary-ahead = Press “a” to study ahead.

# The reference of keys
keys-intro = The keys of a screen, from the inside out: what holds for the question, then for any card, then everywhere. Other keys are chosen in `[keys]` of `config.toml`, such as `undo = "backspace"`.
keys-column-key = key
keys-column-does = what it does
keys-home = Home
keys-question = Question
keys-choice = Options to tick
keys-filtered = An option that is looked for
keys-filter = Many options, to be searched
keys-pointing = Places to point at
keys-scale = Scale of a TCS
keys-typing = Answer to type
keys-recall = List to recall
keys-deciding = Nearly right answer
keys-judging = Nearly right item
keys-answer = Answer shown
keys-corrected = Correction of a question of a case
keys-within = A question of a case whose answer is shown
keys-spotting = Picture to point at
keys-picture = Card with a picture
keys-article = Question about an article
keys-reading = Article being read
keys-search = Search in an article
keys-card = A card whose answer is shown
keys-asked = A card that is being answered
keys-asked-within = A question of a case that is being answered
keys-waiting = Waiting
keys-summary = Summary
keys-clock = A clock that has changed its date
keys-note = Note
keys-overlay = Help and texts
keys-global = Everywhere
keys-hint = Question with a hint
keys-missed = Wrong answer, or one that you grade yourself
writing-unsaved = This text is not saved: Ctrl-S saves it, Esc once more gives it up.
undo-by-key = { $key } takes it back.
