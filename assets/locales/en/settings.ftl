## The settings of studying: their names, what they do, what they take.

settings-title = Settings
settings-shared = the same on all your devices
settings-exam = The exam
settings-day = The day
settings-memory = Memory
settings-default = Default: { $default }.
settings-named = { $name }: { $value }
settings-kept = Kept.
settings-unchanged = { $name }: it was { $value } already.
settings-no-choice = This setting is written: press Enter.
settings-undone = Undone. { $name }: { $value }
settings-nothing-to-undo = Nothing was changed here since this screen was opened.

setting-exam-date = Date of the exam
setting-exam-date-about = Until then the new cards are spread so that all of them are seen within the first 70% of the days, beyond the daily limit if it must be; the end is kept for reviews.
setting-exam-date-takes = A date to come, such as 2027-10-18. An empty line takes it away.
setting-exam-reviews = Mock exams count
setting-exam-reviews-about = The answers of a mock exam count as reviews, all of them or none.
setting-exam-reviews-takes = all or none.
setting-new-per-day = New cards a day
setting-new-per-day-about = The others wait until the next day. The more there are, the more there will be to review on the days after.
setting-new-per-day-takes = 0 to 9999.
setting-reviews-per-day = Reviews a day
setting-reviews-per-day-about = Beyond that, what can wait does wait: what is forgotten fastest comes first.
setting-reviews-per-day-takes = 0 to 9999.
setting-cap = Cap of the day
setting-cap-about = A limit over new cards and reviews together: no mountain of cards after days away.
setting-cap-takes = A number of cards, such as 40, or of minutes, such as 30min. An empty line: no cap.
setting-rank-a-first = Rank A first
setting-rank-a-first-about = Cards of rank A come before all others.
setting-rank-a-first-takes = true or false.
setting-weekdays = Days of the week
setting-weekdays-about = The share of your usual work that you do on each day. At 0 nothing is asked on that day, and the cards are spread around it.
setting-weekdays-takes = Seven shares in percent, Monday to Sunday, such as 100 100 100 100 100 50 0.
setting-pauses = Pauses
setting-pauses-about = Days on which nothing is asked, and which do not break a row of days.
setting-pauses-takes = The first and the last day, such as 2026-12-24..2027-01-02; several pauses are parted by a space. An empty line takes them away.
setting-rollover = Start of the day
setting-rollover-about = What is studied after midnight and before this hour counts for the day before.
setting-rollover-takes = An hour, 0 to 23.
setting-languages = Languages of the decks
setting-languages-about = Decks in another language are not asked.
setting-languages-takes = Codes of languages, such as fr en. An empty line: the language of the interface.
setting-retention = Desired retention
setting-retention-about = The share of reviews that you want to succeed. The higher it is, the more often each card comes back.
setting-retention-takes = 70% to 99%.
setting-learning-steps = Steps of a new card
setting-learning-steps-about = The delays after which it comes back on its first day, before it waits for whole days.
setting-learning-steps-takes = Delays in s, m, h or d (seconds to days), such as 1m 10m. An empty line: no step.
setting-relearning-steps = Steps of a forgotten card
setting-relearning-steps-about = The delays after which a card that was forgotten comes back on the same day.
setting-relearning-steps-takes = Delays in s, m, h or d (seconds to days), such as 10m. An empty line: no step.
setting-learn-ahead = Ahead of the steps
setting-learn-ahead-about = When only cards that are being learnt are left, they may come so long before their time.
setting-learn-ahead-takes = Minutes, 0 to 1440.
setting-maximum-interval = Longest interval
setting-maximum-interval-about = However well it is known, no card waits longer between two reviews.
setting-maximum-interval-takes = Days, 1 to 36500.
setting-new-order = Order of new cards
setting-new-order-about = Mixed: from all decks at once, and two cards that stand side by side in a file do not follow one another, so that none gives another away. Else as in the files, one deck after the other.
setting-new-order-takes = mixed or file (as in the files).
setting-siblings = Parts of one card
setting-siblings-about = The blanks of a text or the two directions of a question: on different days, so that none gives another away, or on the same day.
setting-siblings-takes = apart (on different days) or together (on the same day).
setting-leech-threshold = Lapses of a leech
setting-leech-threshold-about = A card that was forgotten so often is suspended: it is better to reword it.
setting-leech-threshold-takes = 2 to 99.
setting-fuzz = Spread due dates
setting-fuzz-about = Moves each due date a little, so that cards learnt together do not all come back on the same day.
setting-fuzz-takes = true or false.
setting-parameters = FSRS parameters
setting-parameters-about = The 21 numbers by which FSRS-6 predicts your memory. Those of Anki come with an import; else keep the original ones.
setting-parameters-takes = 21 numbers parted by spaces. An empty line: the original ones.

value-yes = yes
value-no = no
value-no-exam = none
value-exam = { $date }, { $days ->
    [0] today
    [one] tomorrow
   *[other] in { $days } days
}
value-exam-over = { $date } (over)
value-no-card = none
value-no-cap = none
value-cap-cards = { $n ->
    [one] 1 card
   *[other] { $n } cards
}
value-every-day = all in full
value-day = { $day } { $share }
value-no-pause = none
value-pause = { $from } to { $to }
value-pauses = { $n } pauses
value-own-language = the interface's
value-no-step = none
value-mixed = mixed
value-file = as in the files
value-apart = different days
value-together = same day
value-leech = { $n } lapses
value-own-parameters = your own
value-original = the original ones
value-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
value-years = { $n ->
    [one] 1 year
   *[other] { $n } years
}

key-settings = settings
key-setting-change = change
key-setting-next = next value
key-setting-previous = value before
key-setting-default = default
keys-settings = Settings
