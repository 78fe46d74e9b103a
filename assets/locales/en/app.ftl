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
delay-full-less-than-a-minute = less than a minute
delay-full-minutes = { $plural ->
    [one] { $n } minute
   *[other] { $n } minutes
}
delay-full-hours = { $plural ->
    [one] { $n } hour
   *[other] { $n } hours
}
delay-full-days = { $plural ->
    [one] { $n } day
   *[other] { $n } days
}
delay-full-months = { $plural ->
    [one] { $n } month
   *[other] { $n } months
}
delay-full-years = { $plural ->
    [one] { $n } year
   *[other] { $n } years
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
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
day-of-week = { $weekday } { $date }
moment = { $date }, { $time }

# Errors
error-broken = Carabin stopped because of an internal error. Your answers are kept. The details are in { $log }
error-no-home = No home directory is known. Name one with CARABIN_HOME.
error-folder = The folder { $path } could not be made: { $detail }. Name another one with CARABIN_HOME.
error-no-deck = There is no deck “{ $deck }”. To list them: carabin deck list
error-no-deck-at = There is no deck that can be read here: { $path }
error-no-card = There is no card “{ $card }”. A card is written DECK/ID.
error-no-history = There is no history here yet: nothing was studied.
error-not-bundled = { $deck } does not come with Carabin: there is nothing to go back to.
error-no-backup = There is neither a backup nor a file “{ $name }”. The list: carabin journal list
error-not-a-backup = { $path } is not a whole backup. { $reason }
error-backup = The backup could not be made. { $reason }
error-file = { $path } cannot be read or written: { $detail }
error-too-large = { $path } is too large.
error-amend = { $path } cannot be changed safely: change it in an editor (carabin deck check tells what is wrong).
error-lisa-template = { $path } is no page of LiSA: it lacks the template “Objectif de connaissance”.
error-lisa-objective = { $path } does not say which objective it is about, such as OIC-019-09-A.
error-no-editor = No editor was found. Choose one by the variable EDITOR, or by “editor” in config.toml.
error-editor = The editor “{ $editor }” failed: { $detail }
error-setting-unknown = There is no setting “{ $name }”. To list them: carabin set
error-setting-value = “{ $value }” does not fit here. { $takes }
error-setting-empty = Nothing is written. { $takes }
error-exam-over = { $date } is over: give the day of an exam to come.
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
card-untouched = Nothing has changed in the deck: it stays Carabin's own.
card-gone = This card is no longer in the deck, or has mistakes.
cards-unreadable = Left out, because they cannot be read: { $n }.
answer-not-kept = The card was reviewed elsewhere meanwhile: its due date stays as it is.
note-saved = Note saved.
undone = Undone.
undone-what = Undone: { $what }.
done-answer = answer to “{ $card }”
done-suspended = suspension of “{ $card }”
done-resumed = return of “{ $card }”
done-resumed-all = return of { $n } cards
done-buried = putting off “{ $card }”
done-flagged = flag of “{ $card }”
done-note = note on “{ $card }”
done-reason = reason given for “{ $card }”
done-other = action on “{ $card }”
undo-nothing = There is nothing to undo.
undo-old = Last action: { $what }, { $moment }. Once more to take it back.
states-stale = The rules have changed: all schedules are being computed anew, which may take a few seconds.
new-day = A new day of study, { $date }.
new-day-queue = A new day of study, { $date }: the queue and the intervals were made anew.
states-anew = All schedules were computed anew by the present rules.

# What happened to a card
event-review = { $rating }, back in { $interval }
event-practice = { $rating }, for practice
event-answered = answer: “{ $text }”
event-suspend = suspended
event-suspend-leech = suspended, because forgotten too often
event-resume = asked again from here on
event-bury = put off until { $date }
event-flag = { $flag ->
    [0] flag taken away
   *[other] flag { $flag }
}
event-reset = begun anew
event-reschedule = moved to { $date }
event-known = taken over from another program, as of { $date }
event-note = your note: “{ $text }”
event-note-removed = your note taken away
event-mistake = why it was wrong: { $reason }
event-external-miss = missed elsewhere
event-unknown = an event of a newer version ({ $kind })
event-void = undone

# Problems of decks
problems-title = What is wrong with the decks
problems-mended = Mended: all is well in the decks.
problems-no-file = There is no file to open.
problems-none = All is well.

# The day
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
home-today-ahead = { $n ->
    [one] Today: one card ahead of its day, for the exam.
   *[other] Today: { $n } cards ahead of their day, for the exam.
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
home-level = { $days ->
    [0] You are behind, and today's limit is enough to catch up.
    [one] You are behind: you will be level again tomorrow, within the daily limit.
   *[other] You are behind: you will be level again in { $days } days, within the daily limit.
}
home-level-never = You are behind, and the daily limit is too low to catch up within a year.
home-exam = { $days ->
    [one] The exam is tomorrow
   *[other] The exam is in { $days } days
}
home-exam-today = The exam is today: good luck!
home-exam-all-seen = { $exam }: every card has been seen.
home-exam-enough = { $exam }: { $new ->
    [one] one new card a day is enough
   *[other] { $new } new cards a day are enough
}, your limit is { $limit }.
home-exam-beyond = { $exam }: { $new ->
    [one] one new card
   *[other] { $new } new cards
} a day{ $seen ->
    [0] { "" }
   *[other] { " " }({ $seen } seen today)
} until { $until }, beyond your limit of { $limit }, then reviews.
home-exam-capped = { $exam }: it would take { $new ->
    [one] one new card
   *[other] { $new } new cards
} a day until { $until }, but the cap of the day lets only { $limit } through.
home-exam-short = { $exam }: +{ $new } a day.
home-not-playable = { $n ->
    [one] 1 card needs its picture to be seen: it cannot be played line by line.
   *[other] { $n } cards need their pictures to be seen: they cannot be played line by line.
}
home-row-all = Everything
home-row-rank = Rank { $rank }
home-row-no-rank = No rank
home-row-no-objective = No objective
home-row-due = { $n } to review
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
kind-zone = Point to the right place
kind-mask = Hidden on a picture
kind-case = Progressive case
kind-kfp = KFP
kind-article = Article
scale-minus-2 = much less likely
scale-minus-1 = less likely
scale-0 = neither more nor less likely
scale-plus-1 = more likely
scale-plus-2 = much more likely
scale-hypothesis = If you were thinking of:
scale-finding = And then you find:
scale-becomes = This hypothesis becomes:
scale-panel = The answers of the panel of experts:
scale-legend-own = your answer
scale-legend-modal = the panel's most frequent choice
scale-demonstration = TCS for demonstration: the panel is made up, the mark does not count.
kind-short-case = Case
kind-short-kfp = KFP
kind-short-tcs = TCS
kind-short-article = Article
within-number = { $kind }, question { $number } of { $of }
news-label = News
article-label = Article:
locked-no-way-back = There is no way back in a case, a KFP or a TCS: what follows tells too much.
within-not-here = A question of a case has no due date: there is nothing to suspend or to bury.
picture-missing = the file is not there
picture-outside = the file is outside the deck's folder
picture-huge = the picture is too large
picture-unsupported = this type of picture is not known
picture-broken = the file is damaged
picture-not-shown = Picture not shown: { $reason }.
place-top-left = top left
place-top-centre = top
place-top-right = top right
place-middle-left = left
place-middle-centre = centre
place-middle-right = right
place-bottom-left = bottom left
place-bottom-centre = bottom
place-bottom-right = bottom right
mask-where = Hidden:
mask-unnamed = Only the picture says what was hidden.
image-credit = Credit:
spots-wrong = { $n ->
    [one] one point outside the zones
   *[other] { $n } points outside the zones
}
asked-zone-picture = { $n ->
    [one] Zone · 1 spot to point at
   *[other] Zone · { $n } spots to point at
}
spots-full = { $n ->
    [one] Only one spot is expected.
   *[other] { $n } spots are expected, no more: take one away.
}
spots-left = { $n ->
    [one] One more spot to point at; Enter again to hand in.
   *[other] { $n } more spots to point at; Enter again to hand in.
}
places-full = { $n } places are expected, no more: take one back first.
places-too-many = { $n ->
    [one] Only one place is expected.
   *[other] { $n } places are expected, no more.
}
places-left = { $n ->
    [one] One more place to point at; Enter again to submit.
   *[other] { $n } more places to point at; Enter again to submit.
}
asked-zone = { $n ->
    [one] Zone · 1 place to point at
   *[other] Zone · { $n } places to point at
}
asked-list = { $n ->
    [one] List · 1 item
   *[other] List · { $n } items
}
asked-list-ordered = { $n ->
    [one] List · 1 item
   *[other] List · { $n } items in order
}
piece-almost = almost: to be decided at the end
piece-misplaced = not in its place
piece-repeated = already said
piece-extra = not in the list
item-missing = was to be named
asked-qrp = { $n ->
    [one] QRP · 1 answer to tick
   *[other] QRP · { $n } answers to tick
}
ticks-full = { $n } answers are expected, no more: untick one first.
ticks-none = Nothing is ticked: Enter once more to hand it in like this.
ticks-too-many = { $n ->
    [one] Only one answer is expected.
   *[other] { $n } answers are expected, no more.
}
ticks-left = { $n ->
    [one] One more answer to tick; Enter again to submit.
   *[other] { $n } more answers to tick; Enter again to submit.
}
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
answer-taken-back = Answer taken back: nothing was kept yet.
option-missed = should be ticked
option-required = required
option-required-missed = required, should be ticked
option-unacceptable = unacceptable
option-unacceptable-ticked = unacceptable
score = { $score } { $plural ->
    [one] point
   *[other] points
} out of 1
score-zeroed = set to 0
score-discordances = { $n ->
    [one] 1 discordance
   *[other] { $n } discordances
}
almost-title = Almost…
almost-question = What is this answer worth?
true-from = True since { $date }.
true-until = True until { $date }.
true-between = True from { $from } to { $to }.
source-label = Source:
own-note-label = My note
editor-vi = vi will open, since no other editor is chosen. To leave it without changing anything: Esc, then :q! and Enter. To write: i; to save and leave: Esc, then :wq and Enter. To choose another one: editor = "nano" in config.toml.
editor-go-on = Press Enter to open it.

# Waiting and summary
stuck-title = What comes next cannot be read
waiting-title = A little patience
waiting-text = Only cards in their learning steps are left. The next one comes back at { $time }.
summary-title = Session finished
summary-nothing = No answers this time.
summary-nothing-due = There is nothing to study here for now.
summary-new-waiting = { $n ->
    [one] 1 new card waits: today's are done.
   *[other] { $n } new cards wait: today's are done.
}
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

# Checking decks
check-named = { $place }: id written, { $id }
check-mended = { $place }: mended ({ $code })
check-refused-broken = { $path } was not changed: line { $line } is not YAML. Mend it by hand, then try again.
check-refused-differs = { $path } was not changed: the mended text would not have given the same cards. That is a fault of Carabin's, please report it.

clock-ahead = The clock says { $now }, and your last answer is of { $last }.
clock-back = The clock says { $now }, but your last answer has a date yet to come: { $last }.
clock-behind = Your last answers ({ $last }) have a date long before those before them: the clock was behind.
clock-corrected = { $count ->
        [one] One answer or change was put where it belongs.
       *[other] { $count } answers or changes were put where they belong.
    } To take it back: carabin clock --undo
clock-leap = The computer's clock went from { $last } to { $now }. Nothing is kept under a wrong date: say first which one is right.
clock-leap-right = The new date is right: { $now }
clock-leap-wrong = The clock is wrong: go on from { $last }
clock-trusted = The date is { $now }.
clock-distrusted = The session goes on from the date before: { $now }. Remember to set the computer's clock.
