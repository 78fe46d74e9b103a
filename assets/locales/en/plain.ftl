## The plain mode, line by line.

plain-begin = Session. “help” tells the words that you can write, “quit” ends.
plain-welcome = Every answer is a line, and it is kept at once. “help” tells the words that you can write, “quit” ends.
plain-error = Error: { $reason }
plain-unkept = the last thing to keep could not be kept; all that was said to be kept is
plain-pause = Paused until { $date }: nothing is asked before then. “ahead” to study all the same.
plain-problems = { $n ->
    [one] One deck has mistakes: “problems” tells them.
   *[other] { $n } decks have mistakes: “problems” tells them.
}
plain-row = { $number }. { $title }: { $due } to review, { $new ->
    [one] { $new } new
   *[other] { $new } new
}, { $seen ->
    [one] { $seen } seen
   *[other] { $seen } seen
} of { $total }
plain-recall = { $share } in memory
plain-no-rows = This list is empty.
plain-deck = Deck: { $title }
plain-card = Card { $number } of { $total }
plain-blank = (blank)
plain-blank-hint = (blank: { $hint })
plain-answer = Answer:
plain-note = Explanation:
plain-own-note = My note:
plain-why = Why:
plain-right = Right
plain-partly = Partly right
plain-wrong = Wrong
plain-option-found = { $letter }, right and ticked: { $text }
plain-option-required-found = { $letter }, required and ticked: { $text }
plain-option-missed = { $letter }, right, should be ticked: { $text }
plain-option-required-missed = { $letter }, required, should be ticked: { $text }
plain-option-wrong = { $letter }, wrong, should not be ticked: { $text }
plain-option-unacceptable-ticked = { $letter }, unacceptable, should not be ticked: { $text }
plain-option-avoided = { $letter }, wrong and not ticked: { $text }
plain-option-unacceptable-avoided = { $letter }, unacceptable and not ticked: { $text }
plain-found = { $n } of { $wanted }.
plain-found-part = { $n } of { $wanted }
plain-item-found = Right: { $text }
plain-item-almost = Almost, to be decided at the end: { $text }
plain-item-misplaced = Not in its place: { $text }
plain-item-repeated = Already said: { $text }
plain-item-extra = Not in the list: { $text }
plain-item-missing = Missing: { $text }
plain-place-found = To be pointed at, and found: { $text }
plain-place-missed = Should have been pointed at: { $text }
plain-place-wrong = Wrongly pointed at: { $text }
plain-votes = { $n ->
    [0] { $step }, { $meaning }: no vote
    [1] { $step }, { $meaning }: one vote
   *[other] { $step }, { $meaning }: { $n } votes
}
plain-kept = Kept: { $rating }, back in { $interval }.
plain-left = { $n ->
    [0] Nothing is left.
    [one] One card is left.
   *[other] { $n } cards are left.
}
plain-time = Time spent: { $all }, and { $here } on this card.
plain-ratings = Ratings: { $ratings }.
plain-objective = { $name }: { $recalled } of { $answers }.
plain-missed = { $n ->
    [one] 1 card missed: “missed” goes over it again.
   *[other] { $n } cards missed: “missed” goes over them again.
}
plain-edit = File { $path }, line { $line }.
plain-note-none = No note on this card.
plain-note-write = Write the note, then a line with a single dot. A dot at once: nothing changes. A hyphen: no note any more.
plain-reason = { $number }. { $reason }
plain-reason-how = Write “reason” and a number; what follows says what it was confused with.
plain-book = { $n ->
    [0] Nothing was missed in the last thirty days.
    [one] 1 missed in the last thirty days.
   *[other] { $n } missed in the last thirty days.
}
plain-miss = { $day }, { $reason }: { $text }

# What is expected
plain-prompt-home = Enter to revise everything, a number for one line, “help” or “quit”.
plain-prompt-question = Enter for the answer.
plain-prompt-letter = One letter, A to { $last }.
plain-prompt-letters = One or more letters, A to { $last }, or “none”.
plain-prompt-typed = Your answer, or “idk” if you do not know.
plain-prompt-places = One or more numbers, 1 to { $last }, or “none”.
plain-prompt-scale = A number from 1 to 5, or the step itself with its sign: -2, -1, 0, +1, +2.
plain-prompt-next = Enter to go on.
plain-article-end = End of the text; “text” to hear it once more.
plain-prompt-item = One item, or an empty line to hand the list in.
plain-prompt-judge = Does it count as right: 1 yes, 0 no?
plain-prompt-decide = What is this answer worth: 0, 0.5 or 1?
plain-prompt-rating = 1 again, { $again }; 2 hard, { $hard }; 3 good, { $good }; 4 easy, { $easy }. Enter for { $number }, { $proposal }.
plain-prompt-wait = Enter to see whether it is time, or “quit”.
plain-prompt-retry = Enter to try again, or “quit”.
plain-prompt-clock = Type 1 or 2.
plain-prompt-after = Enter to quit, “undo” or “home”.
plain-prompt-after-more = Enter to quit, “more” for more new cards, “undo” or “home”.
plain-prompt-after-ahead = Enter to quit, “ahead” to go on ahead, “undo” or “home”.

# What was not understood
plain-misheard = That is not what is expected here; “help” tells the words that you can write.
plain-no-word = There is no such word; “help” tells those there are.
plain-not-here = That word is of no use here; “help” tells those that are.
plain-help-slash = Where an answer is written, a slash makes a word of a letter: /q.

# What the words do
plain-word = { $name }: { $what }
plain-word-help = tell these words
plain-word-repeat = say the card again
plain-word-hint = the author's hint
plain-word-nothing = tick nothing
plain-word-give-up = I don't know
plain-word-undo = undo the last answer or action
plain-word-note = your note on this card; “note” and a text writes it at once
plain-word-suspend = suspend the card
plain-word-bury = put the card off until tomorrow
plain-word-flag = next flag
plain-word-edit = where the card is, and open it in the editor
plain-word-time = the time spent
plain-word-progress = how far the session is
plain-word-problems = what is wrong with the decks
plain-word-more = new cards beyond today's
plain-word-ahead = study ahead; at home a number may follow
plain-word-reason = why the answer was wrong: “reason 3”, and what it was confused with
plain-word-mistake = note a mistake made elsewhere: “mistake 232 confused OAP and pneumonia”
plain-word-notebook = what was missed in the last thirty days
plain-word-flash = five marked questions, what is due first
plain-word-missed = go over what was missed today, or in the session that ends
plain-word-decks = the list by deck
plain-word-objectives = the list by objective
plain-word-cases = the list of the cases, KFP, TCS and articles
plain-word-article = the vignette or the text, once more
plain-word-ranks = the list by rank
plain-word-home = end the session and go back home
plain-word-quit = end; what is kept stays kept
