## The error notebook and the series.

# Why an answer was wrong
reason-never = never learned
reason-forgotten = forgotten
reason-confused = confused
reason-confused-with = confused with “{ $what }”
reason-misread = misread
reason-rushed = rushed

# What just happened
answer-slip = Kept for practice: the schedule does not move, and the card comes again in this session.
card-leech = Forgotten too often: this card is suspended. Better to reword it.

# Series
series-no-question = There is no marked question to ask here.
series-nothing-missed = Nothing was missed: there is nothing to go over again.
series-no-container = No case, KFP, TCS or article fits these filters.
series-no-card = None of these cards can be asked: they are suspended, or no longer in a deck.

# Summary
summary-points = { $n ->
    [one] Marked question: { $points } { $plural ->
        [one] point
       *[other] points
    } out of 1.
   *[other] Marked questions: { $points } { $plural ->
        [one] point
       *[other] points
    } out of { $n }, that is { $mean } out of 20.
}
summary-missed = { $n ->
    [one] “m” to go over the missed card again.
   *[other] “m” to go over the { $n } missed cards again.
}

# The notebook
reason-none = no reason given
carnet-title = My error notebook
carnet-to-write = to be written
error-carnet = No card can be added to { $path } without changing the rest: mend that file (carabin deck check), or give it another name.
reason-confused-prompt = confused with…
reason-title = Why this mistake?
reason-slips = Misread or rushed: nothing was forgotten. The schedule does not move and the card comes again in this session, unless you rate it yourself.
reason-given = Reason: { $reason }.
reason-given-slip = Reason: { $reason }. Enter: does not count, the card comes again; 1 to 4: counts with that rating.
reason-not-missed = Nothing to explain: the answer is right.
form-confused-title = Confused with what?
form-confused-help = A few words will do. Leave it empty to keep the reason alone.
form-miss-title = Missed elsewhere
form-miss-help = On one line: the item or the objective, the reason, what it was about, and where after an @. For example: 232 confused OAP and pneumonia @EDN 2024. Only the subject is needed.
form-item-title = Which item?
form-item-help = From 1 to 367; an empty line shows all.
miss-empty = Write at least what it was about.
miss-logged = Noted in the notebook.
book-title = Error notebook
book-view-list = List
book-view-reasons = Reasons
book-today = today
book-week = 7 days
book-month = 30 days
book-all = since the beginning
book-item = item { $item }
book-with-done = with those done
book-count = { $n ->
    [one] 1 missed
   *[other] { $n } missed
}
book-empty = Nothing was missed here. A question missed elsewhere is noted with “+”; “p” changes the period.
book-elsewhere = missed elsewhere
book-elsewhere-at = missed elsewhere ({ $source })
book-done = done
book-recalled = recalled since
book-no-card = There is no card to ask here. “c” makes one.
book-no-objective = This miss has no objective.
book-no-item = An item is a number from 1 to 367.
book-choose-a-miss = Choose a miss first: Space opens this group.
book-reason-elsewhere = The reason of a miss elsewhere is written with it: “x” takes it back, “+” notes it anew.
book-explained = Reason kept.
book-explained-slip = Reason kept: the answer no longer counts as a lapse.
book-is-done = Done: “t” shows those that are done too.
book-is-open = Open again.
book-taken-back = Taken out of the notebook.
book-made = Card made: { $card }. “e” opens it.
book-made-draft = Draft made: { $card }. “e” to write the answer.
book-resumed = { $n ->
    [0] No card of { $objective } is suspended.
    [one] 1 card of { $objective } is asked again from tomorrow on.
   *[other] { $n } cards of { $objective } are asked again from tomorrow on.
}
keyname-delete = Del
key-notebook = notebook
key-log-miss = note a mistake made elsewhere
key-why = why
key-start-all = all
key-done = done
key-make-card = make a card
key-open-group = open the group
key-resume-objective = ask the objective's suspended cards again tomorrow
key-take-back-miss = take back (the miss elsewhere, or the reason)
key-period = another period
key-rank-filter = filter by rank
key-item-filter = filter by item
key-show-done = show those that are done too
key-clear-filters = take the filters away
key-reason-1 = never learned
key-reason-2 = forgotten
key-reason-3 = confused with…
key-reason-4 = misread
key-reason-5 = rushed
key-cancel-form = give up
key-submit = confirm
keys-notebook = Error notebook
keys-draft = Proposed cards
keys-reason = Reason of a mistake
keys-form = A line to write
book-card-exists = This is the card { $card } already: Enter asks it, e opens it. c again makes a copy of your own, question and answer alone, in your notebook's deck.
book-makes-card = c again makes a card, question and answer, in your deck “My error notebook”.
undo-made = Last action: the card { $card } was made. Once more to delete it.
undone-made = Undone: the card { $card } is deleted.
made-changed-since = The file of { $card } has changed since: delete it in the editor.
