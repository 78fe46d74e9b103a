## Mock exams.

exam-title = Mock exam
exam-brief = { $n ->
    [one] 1 question in { $minutes } minutes.
   *[other] { $n } questions in { $minutes } minutes.
}
exam-brief-groups = { $n ->
    [one] { $questions } of them in one case, in order and with no way back.
   *[other] { $questions } of them in { $n } cases, in order and with no way back.
}
exam-note-fewer = { $n ->
    [one] Your decks have only one question that fits, instead of { $wanted }.
   *[other] Your decks have only { $n } questions that fit, instead of { $wanted }.
}
exam-note-short-unit = { $n ->
    [one] A unit of the EDN has 90 to 110 questions; your decks have only one. Here it is.
   *[other] A unit of the EDN has 90 to 110 questions; your decks have only { $n }. Here they are, in their share of the time.
}
exam-note-no-case = Your decks have no case: this unit has isolated questions only.
exam-note-missing = { $n ->
    [one] One card of the paper is in none of your decks and will be missing: { $cards }
   *[other] { $n } cards of the paper are in none of your decks and will be missing: { $cards }
}
exam-note-changed = { $n ->
    [one] The text of one card of the paper is another one here, so it will be missing: { $cards }
   *[other] The text of { $n } cards of the paper is another one here, so they will be missing: { $cards }
}
exam-note-annulled = { $n ->
    [one] One question is annulled: its text has changed, or it has left your decks.
   *[other] { $n } questions are annulled: their text has changed, or they have left your decks.
}
exam-note-pictures = { $n ->
    [one] One question is left out: its picture would have to be seen.
   *[other] { $n } questions are left out: their pictures would have to be seen.
}
exam-paper-saved = Paper { $id } saved in { $path }. To sit it: carabin exam --paper and this file.
exam-abandoned = The exam under way is given up.
exam-resumed = The exam goes on where you left it, and so does its clock.
exam-time-up = The time is up: the paper is handed in.
exam-end = That was the last question. Nothing is handed in before you say so.
exam-begin = This is the first question that can be gone to.
exam-refused = There is no way back within a case, and no way ahead.
exam-closes-blank = This question of the case will close without an answer. Once more to go on all the same.
exam-flagged = Question flagged.
exam-unflagged = Flag taken away.
exam-left = { $time } left.
exam-left-for-later = The exam is kept and its clock is stopped: it will go on where you left it.
exam-handed-in = Handed in.
exam-bounds = { $low } to { $high }
exam-group = { $n ->
    [one] { $name }: { $mark }, 1 question
   *[other] { $name }: { $mark }, { $n } questions
}
exam-item = Item { $item }
exam-no-item = Without item
exam-section-mark = Mark
exam-section-ranks = By rank
exam-section-items = By item
exam-section-objectives = By objective
exam-section-kinds = By format
exam-section-slowest = The slowest
exam-section-questions = Questions
exam-mark = { $blanks ->
    [0] { $mark } over { $n ->
        [one] 1 question.
       *[other] { $n } questions.
    }
    [one] { $mark } over { $n ->
        [one] 1 question, left blank.
       *[other] { $n } questions, 1 of them blank.
    }
   *[other] { $mark } over { $n } questions, { $blanks } of them blank.
}
exam-rank-a-reached = { $n ->
    [one] Rank A: { $mark } over 1 "double A" question. The minimum of { $minimum } is reached.
   *[other] Rank A: { $mark } over { $n } "double A" questions. The minimum of { $minimum } is reached.
}
exam-rank-a-missed = { $n ->
    [one] Rank A: { $mark } over 1 "double A" question. The minimum of { $minimum } is not reached.
   *[other] Rank A: { $mark } over { $n } "double A" questions. The minimum of { $minimum } is not reached.
}
exam-rank-a-open = { $n ->
    [one] Rank A: { $mark } over 1 "double A" question. The minimum of { $minimum } hangs on the answers to decide.
   *[other] Rank A: { $mark } over { $n } "double A" questions. The minimum of { $minimum } hangs on the answers to decide.
}
exam-rank-a-none = Rank A: no "double A" question in this exam.
exam-undecided = { $n ->
    [one] One almost right answer is yours to decide: hence two marks.
   *[other] { $n } almost right answers are yours to decide: hence two marks.
}
exam-time = { $time } of { $limit }.
exam-estimation = Estimation: the "double A" rule and the marking of QROC and zones are known at second hand only.
exam-slow = Question { $number }: { $time }
exam-question-annulled = annulled
exam-question-blank = blank
exam-no-correction = This question is no longer the same in your decks: its correction cannot be shown any more.
exam-list-empty = No exam handed in yet. To begin: carabin exam
exam-list-under-way = An exam is under way: carabin exam takes it up again.
exam-error-under-way = an exam is under way. carabin exam takes it up again, carabin exam abandon gives it up.
exam-error-none = no exam is under way.
exam-error-nothing = no question for an exam fits these filters: an exam asks no plain questions, clozes, masks or lists.
exam-error-nothing-of-paper = no card of this paper is in your decks as it was: ask whoever gave it to you for the decks too.
exam-error-unkept = Your paper cannot be kept ({ $detail }). It stays open: make some room, or make the folder { $folder } writable, then validate again.
exam-error-file = { $path }: { $detail }
exam-error-damaged = the exam under way cannot be read ({ $path }). carabin exam abandon gives it up.
exam-error-paper = { $path } is not a paper that can be read: { $reason }
exam-error-no-sitting = there is no exam { $number }. The list: carabin exam list
exam-error-not-a-result = { $path } is not a result: it takes one that carabin exam show --json has written.
exam-error-other-paper = these two exams are not of the same paper.
exam-error-decided = this answer is no longer to be decided.
exam-paper-not-one = its first line should be "carabin-paper: 1".
exam-paper-newer = it comes from a newer version of Carabin.
exam-paper-cards = it has no card, or far too many.
exam-paper-line = line { $line }, "{ $text }".

# Line by line
plain-exam-prompt-begin = Enter to begin, which starts the clock; "quit" to leave it.
plain-exam-question = Question { $number } of { $total }. { $time } left.
plain-exam-answered = Your answer so far: { $text }
plain-exam-kept = Answer kept.
plain-exam-cleared = Answer cleared.
plain-exam-go = A number from 1 to { $last }, for example "go 3".
plain-exam-blanks = { $n ->
    [one] 1 question is blank. "hand in" once more to hand in all the same.
   *[other] { $n } questions are blank. "hand in" once more to hand in all the same.
}
plain-exam-overview = { $answered ->
    [one] { $answered } answer of { $total }. { $time } left.
   *[other] { $answered } answers of { $total }. { $time } left.
}
plain-exam-blank = Blank: { $numbers }
plain-exam-flagged = Flagged: { $numbers }
plain-exam-closed = Closed: { $numbers }
plain-exam-decide = Question { $number }, to decide:
plain-exam-correction = Question { $number } of { $total }
plain-exam-prompt-correction = Enter for the correction of question { $number }, a number for another one, or "quit".
plain-exam-word-help = the words that may be typed
plain-exam-word-repeat = the question once more
plain-exam-word-next = the next question (an empty line too)
plain-exam-word-previous = the question before
plain-exam-word-go = a question by its number
plain-exam-word-flag = flag the question, or no longer
plain-exam-word-blank = clear the answer
plain-exam-word-overview = what is answered, flagged, left
plain-exam-word-time = the time that is left
plain-exam-word-hand-in = hand the paper in
plain-exam-word-quit = stop the clock and go on later

# Full screen
exam-count = Question { $number }/{ $total }
exam-form-title = Compose an exam
exam-form-questions = Questions
exam-form-minutes = Minutes
exam-form-rank = Rank
exam-form-item = Item
exam-form-unit = Unit of the EDN
exam-form-pace = { $minutes } (the pace of the EDN)
exam-form-any = all
exam-form-unit-yes = yes: 90 to 110 questions, 3 hours
exam-form-unit-no = no
exam-form-help = ← and → change a value, digits write it, Enter composes the paper.
exam-brief-enter = The clock starts when you begin. You may leave at any time: it stops, and the exam goes on where you left it.
exam-under-way-title = An exam is under way
exam-under-way = { $blanks ->
    [0] All its questions have an answer; { $time } left.
    [one] 1 question of { $total } is blank; { $time } left.
   *[other] { $blanks } questions of { $total } are blank; { $time } left.
}
exam-navigator-title = The paper
exam-navigator-legend = ■ answered, □ blank, ⚑ flagged, × closed, · not open yet
exam-navigator-counts = { $answered } of { $total } · { $flagged ->
    [0] none flagged
    [one] 1 flagged
   *[other] { $flagged } flagged
}
exam-hand-in-title = Hand in?
exam-hand-in-blanks = { $n ->
    [0] All questions have an answer.
    [one] 1 question is blank.
   *[other] { $n } questions are blank.
}
exam-hand-in-flagged = { $n ->
    [0] None is flagged.
    [one] 1 question is flagged.
   *[other] { $n } questions are flagged.
}
exam-hand-in-end = What is handed in cannot be taken back.
exam-report-title = Exam { $number }
exam-to-decide = to decide
exam-tab-report = Report
exam-tab-questions = Questions
exam-past-title = Exams handed in
exam-past-none = No exam handed in yet.
exam-abandon-confirm = Give this exam up with all its answers? The same key once more to do so.
exam-past-row = { $mark } · { $n ->
    [one] 1 question
   *[other] { $n } questions
} · { $date }
key-exam = mock exam
key-exam-less = less
key-exam-more = more
key-exam-compose = compose
key-exam-past = exams handed in
key-exam-begin = begin
key-exam-resume = go on
key-exam-abandon = give the exam up
key-exam-go-back = back
key-exam-next = next
key-exam-previous = previous
key-exam-flag = flag
key-exam-navigator = the paper
key-exam-hand-in = hand in
key-exam-leave = leave and go on later
key-exam-open = go to the question
key-exam-left = to the left
key-exam-right = to the right
key-exam-confirm = hand in
key-exam-show = open
key-exam-tab = report or questions
keys-exam = Mock exam
keys-exam-typing = An answer to type, in an exam
keys-exam-form = Composing an exam
keys-exam-brief = Before an exam
keys-exam-under-way = Exam under way
keys-exam-navigator = The paper
keys-exam-hand-in = Before handing in
keys-exam-report = Report of an exam
keys-exam-correction = Correction of a question
keys-exam-past = Exams handed in

# Command line
cli-value-share = SHARE
cli-value-seed = SEED
cli-value-number = NUMBER
cli-value-result = NUMBER|FILE
cli-misfit-share = a share of the time is written 1/3
cli-misfit-seed = a whole number
cli-exam-usage = [OPTIONS] [COMMAND]
cli-exam-about = Sit a mock exam
cli-exam-long = Questions of your decks against the clock, with no correction before the end; then the mark, rank A, and each question corrected. An exam that was interrupted goes on where it was: its clock counts only the time spent before it. The answers count as reviews, all of them or none (carabin set exam-reviews).
cli-exam-arg-questions = How many questions (by default: 20)
cli-exam-arg-minutes = How many minutes (by default: the pace of the EDN, 100 questions in 3 hours)
cli-exam-arg-rank = Only this rank
cli-exam-arg-item = Only this item of the EDN, 1 to 367
cli-exam-arg-objective = Only this knowledge objective, such as OIC-019-09-A
cli-exam-arg-decks = Only this deck; to be repeated for several decks
cli-exam-arg-tag = Only this tag and the tags below it
cli-exam-arg-edn = A whole unit: 90 to 110 isolated questions and cases, in 3 hours
cli-exam-arg-extra-time = Extra time, such as 1/3
cli-exam-arg-seed = The same draw as another time
cli-exam-arg-paper = Sit the paper of this file
cli-exam-arg-save-paper = Save the paper in a new file, without sitting it
cli-exam-arg-save-paper-more = Whoever has the same decks sits it identically: the same questions in the same order, their options too. The file holds the ids of the cards alone.
cli-exam-arg-plain = Plain lines instead of the full screen
cli-exam-example = Twenty questions of all that you study, or the exam under way
cli-exam-example-rank = Sixty questions of rank A
cli-exam-example-edn = A whole unit with extra time
cli-exam-example-save = A paper about item 19, to share
cli-exam-example-paper = Sit it
cli-exam-list-about = List the exams that were handed in
cli-exam-list-arg-json = As JSON, for scripts
cli-exam-show-about = Show an exam that was handed in, question by question
cli-exam-show-arg-number = Its number in the list (by default: the last)
cli-exam-show-arg-json = As JSON: also the file for whoever wants to compare
cli-exam-show-example = The last exam
cli-exam-show-example-json = The third one, for a script or a friend
cli-exam-compare-about = Compare two sittings of one paper
cli-exam-compare-arg-first = A number of the list, or a file that carabin exam show --json has written
cli-exam-compare-arg-second = The other one
cli-exam-compare-arg-json = As JSON, for scripts
cli-exam-compare-example = Your two sittings
cli-exam-compare-example-friend = Yours and Lea's
cli-exam-abandon-about = Abandon the exam under way
cli-exam-column-number = no.
cli-exam-column-questions = questions
cli-exam-column-mark = mark
cli-exam-column-rank-a = rank A
cli-exam-column-time = time
cli-exam-column-date = { "" }
exam-error-no-review = This answer is not kept as a review: the setting exam-reviews (carabin set) says so, or it is still to be decided.
