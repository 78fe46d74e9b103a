## The error notebook and the series.

# Why an answer was wrong
reason-never = never learned
reason-forgotten = forgotten
reason-confused = confused
reason-confused-with = confused with: { $what }
reason-misread = misread
reason-rushed = rushed

# What just happened
answer-slip = Kept for practice: the schedule does not move, and the card comes again in this session.
card-leech = Forgotten too often: this card is suspended. Better to reword it.

# Series
series-no-question = There is no marked question to ask here.
series-nothing-missed = Nothing was missed: there is nothing to go over again.
series-no-container = No case, KFP, SCT or article fits these filters.
series-no-card = None of these cards can be asked: they are suspended, or no longer in a deck.

# Summary
summary-points = { $n ->
    [one] Marked question: { $points } point out of 1.
   *[other] Marked questions: { $points } points out of { $n }, that is { $mean } out of 20.
}
summary-missed = { $n ->
    [one] “m” to go over the missed card again.
   *[other] “m” to go over the { $n } missed cards again.
}
