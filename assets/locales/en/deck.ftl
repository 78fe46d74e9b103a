## What is wrong with a deck, and the remedy.
## A message is named after the code of its diagnostic; what follows it with -help is the remedy.

# The words around a message.

deck-word-error = error
deck-word-warning = warning
deck-word-help = help
deck-first-here = first here
deck-here-it-is = this card has it
deck-too-many-mistakes = {$limit} mistakes are shown, the rest is left out

# The file as a whole.

deck-file-too-large = this file is larger than {$limit} MiB
deck-file-too-large-help = split it into several decks; pictures stand in files of their own
deck-empty-file = this file holds no deck
deck-empty-file-help = begin with `format: 1`, `deck: my-deck`, `title: …`, `language: en`, then `cards:`
deck-not-utf-8 = this file is not in UTF-8: “{$letter}” is written as the byte {$byte}
deck-not-text = this file is not in UTF-8: the byte {$byte} is no letter
deck-utf-16 = this file is in UTF-16
deck-utf-8-help = save it again with the encoding UTF-8 (in most editors: Save As, then Encoding)
deck-several-documents = a second document begins here
deck-several-documents-help = one file is one deck: remove this line, or move what follows to a file of its own
deck-too-deep = more than {$limit} levels stand within one another
deck-too-deep-help = check the brackets and the indentation: a deck needs seven levels
deck-alias-explosion = the aliases of this file add more than {$limit} values
deck-alias-in-itself = this alias stands within what it names
deck-alias-help = write the value out in place of the alias

# The writing: quotes, colons, brackets, indentation.

deck-syntax = YAML cannot read this ({$info})
deck-syntax-help = check the quotes, brackets and indentation just before this place
deck-colon = “{$key}” is taken for a key, because of the colon after it
deck-special-start = a text that begins with `{$mark}` needs quotes
deck-comment-inside = the text goes on after a `#`, which begins a comment
deck-quotes-help = put the text between quotes (`carabin deck check --fix` does it)
deck-comment-in-text = `{$text}` is read as a comment, not as part of the text
deck-comment-in-text-help = put the text between quotes to keep it, or a space after the `#` if it is a comment
deck-after-quote = the text goes on after its closing quote
deck-after-quote-help = begin and end the text with the other kind of quote, or write « … » within
deck-after-quote-mend = put the whole text between quotes (`carabin deck check --fix` does it)
deck-apostrophe = the apostrophe ends this text, which stands between single quotes
deck-apostrophe-help = use double quotes (`carabin deck check --fix` does it)
deck-unclosed-quote = the quote {$mark} is opened here and never closed
deck-unclosed-quote-help = close it at the end of the text, or remove it
deck-bad-escape = `{$text}` means nothing between double quotes
deck-bad-escape-help = write the backslash twice, or put the text between single quotes
deck-brackets = what opened with `{$mark}` cannot be read from here on
deck-brackets-help = close every bracket, put commas between the items, and quotes around a text that holds , : [ ] or a brace
deck-indentation = this line is indented by {$found} instead of {$expected}
deck-indentation-help = align it with the lines that it belongs with
deck-tab = a line begins with a tab, which YAML does not allow
deck-tab-help = write spaces instead; tabs in this file: {$count} (`carabin deck check --fix` replaces them)
deck-tab-inside = YAML does not allow a tab here
deck-tab-inside-help = write a space in its place
deck-no-space = `{$key}:` needs a space after its colon
deck-no-space-help = write `{$key}: …` (`carabin deck check --fix` does it)
deck-no-colon = `{$key}` has no colon
deck-no-colon-help = write `{$key}: …`, or indent the line if it goes on with the text above
deck-stray-line = this line is neither a key nor part of what stands above
deck-stray-line-help = indent it more than what it goes on with, or begin it with a key
deck-control-character = an invisible character stands here
deck-control-character-help = remove it; most editors can show invisible characters
deck-unsafe-text = this text holds invisible characters, which are left out
deck-unsafe-text-help = remove them; most editors can show them

# Keys.

deck-unknown-key =
    { $place ->
        [deck] a deck has no key `{$key}`
        [card] a card has no key `{$key}`
        [option] an option has no key `{$key}`
        [objective] an objective has no key `{$key}`
        [source] a source has no key `{$key}`
        [sources] the list of sources has no key `{$key}`
        [image] a picture has no key `{$key}`
        [area] a zone has no key `{$key}`
        [article] an article has no key `{$key}`
        [tcs-question] a question of a TCS has no key `{$key}`
       *[other] a `{$place}` has no key `{$key}`
    }
deck-unknown-key-near = did you mean `{$near}`?
deck-unknown-key-list = its keys are {$known}
deck-unknown-key-card = a remark for the student fits under `note`, one of your own in a comment after `#`
deck-unknown-near = did you mean `{$near}`?
deck-missing-key =
    { $place ->
        [deck] this deck has no `{$key}`
        [card] this card has no `{$key}`
        [option] this option has no `{$key}`
        [objective] this objective has no `{$key}`
        [source] this source has no `{$key}`
        [image] this picture has no `{$key}`
        [area] this zone has no `{$key}`
        [article] this article has no `{$key}`
        [tcs-question] this question has no `{$key}`
       *[other] this `{$place}` has no `{$key}`
    }
deck-missing-key-help =
    { $key ->
        [format] add the line `format: 1`
        [deck] add a name that will not change, such as `deck: edn-019-my-topic`
        [language] add the language of the cards: `language: en` or `language: fr`
        [cards] add `cards:` and, below it, the first card: `- q: …`
        [options] add `options:` and, below it, lines such as `- correct: …` and `- wrong: …`
        [answers] add the answers worth one point: `answers: [ … ]`
        [items] add what is to be recalled: `items: [ … ]`
        [zones] add `zones:` and each place below it: `- {"{"} label: …, rect: [10, 20, 30, 15] {"}"}`
        [questions] add `questions:` and, below it, a line `- …` for each
        [votes] add what the experts chose: `votes: {"{"} -2: 0, -1: 9, 0: 7, 1: 3, 2: 0 {"}"}`
       *[other] add the line `{$key}: …`
    }
deck-key-twice = `{$key}` stands twice
deck-key-twice-help = keep one of the two
deck-key-not-text = a key must be a word
deck-key-not-text-help = write `key: value`; a text that begins with a brace, a bracket or a question mark needs quotes
deck-merge-key = `<<` is not part of the format
deck-merge-key-help = put what all cards share under `defaults:`
deck-not-a-record =
    { $place ->
        [deck] a deck is written in lines `key: value`
        [card] a card is written in lines `key: value`
        [option] an option is written `- correct: …` or `- wrong: …`
        [objective] an objective is written `- id: OIC-019-09-A`
        [source] a source is written in lines `key: value`
        [sources] `sources` is written in lines `key: title`
        [image] a picture is written as a path, or in lines `key: value`
        [area] a zone is written in lines `key: value`
        [article] an article is written in lines `key: value`
        [tcs-question] a question is written in lines `key: value`
       *[other] this is written in lines `key: value`
    }
deck-not-a-record-help =
    { $place ->
        [deck] begin with `format: 1`, `deck: my-deck`, `title: …`, `language: en`, then `cards:`
        [card] write `- q: …` and, below it, aligned with the q, `a: …`
        [option] put `correct:` or `wrong:` before the text
        [objective] put `id:` before it
        [image] write `image: {"{"} file: media/…, alt: … {"}"}`
        [area] write `- {"{"} label: …, rect: [10, 20, 30, 15] {"}"}`
        [article] write `article: {"{"} file: media/article.md, title: … {"}"}`
        [tcs-question] write `- hypothesis: …` and, below it, `finding: …` and `votes: …`
       *[other] write `key: value`
    }
deck-sources-help = write each on a line of its own: `my-source: Its title`

# Values.

deck-empty = `{$key}` is empty
deck-empty-help = write something after the colon
deck-empty-optional = `{$key}` is empty
deck-empty-optional-help = write something after the colon, or remove the line
deck-null = `{$text}` means “nothing” to YAML
deck-null-help = put it between quotes if the word itself is meant
deck-not-a-text =
    { $found ->
        [list] `{$key}` is a text, and here stands a list
       *[other] `{$key}` is a text, and here stand further keys
    }
deck-not-a-text-help = write the text behind `{$key}:`, between quotes if it holds a colon
deck-not-yes-no = `{$text}` is neither `true` nor `false`
deck-not-yes-no-help = write `{$key}: true` or `{$key}: false`
deck-not-a-number = `{$text}` is no number for `{$key}`
deck-whole-help = write a whole number in digits, such as 19
deck-not-numbers = `{$key}` is a list of numbers
deck-numbers-help = write numbers with a decimal point, such as `[10, 20.5, 30, 15]`
deck-points-help = write the corners, such as `[[10, 10], [40, 10], [25, 60]]`
deck-decimal-comma = `{$text}` is two answers to YAML
deck-decimal-comma-help = put quotes around it if it is one number (`carabin deck check --fix` does it), or a space after the comma if it is two
deck-not-a-date = `{$text}` is not a date
deck-not-a-date-help = write year-month-day, such as `2025-09-30`
deck-dates-crossed = this would end on {$to}, before it begins on {$from}
deck-dates-crossed-help = exchange `as_of` and `until`, or mend the year

# The head of a deck.

deck-bad-format = there is no format 0
deck-bad-format-help = write `format: 1`
deck-newer-format = this deck is in format {$format}, which this Carabin does not know yet
deck-newer-format-help = update Carabin; until then the deck is left out
deck-bad-deck-id = `{$text}` cannot be the name of a deck
deck-bad-deck-id-help = use lower-case letters without accents, digits and hyphens, such as `{$near}`
deck-bad-language = `{$text}` is not the tag of a language
deck-bad-language-help = write `fr`, `en`, or a tag such as `en-GB`
deck-bad-item = the programme has no item `{$text}`
deck-bad-item-help = items are numbered 1 to {$last}
deck-bad-objective = `{$text}` is not the id of an objective
deck-bad-objective-item = `{$text}` names an item outside 1 to {$last}
deck-bad-objective-rank = `{$text}` does not end with a rank, A or B
deck-bad-objective-help = write it as in the national list: `OIC-019-09-A` is item 19, objective 9, rank A
deck-objective-twice = the objective {$id} is declared twice
deck-objective-twice-help = keep one of the two
deck-bad-url = `{$text}` is not the address of a page
deck-bad-url-help = an address begins with https://
deck-not-a-default = `{$key}` cannot be a default
deck-not-a-default-help = write it on each card that needs it
deck-was-itself = `{$id}` is the deck's present name
deck-was-itself-help = under `was:` stand former names: remove this one
deck-no-cards = this deck has no cards yet
deck-no-cards-help = add the first under `cards:`, with `- q: …` and, below it, `a: …`
deck-cards-not-a-list = `cards` is a list of cards
deck-cards-not-a-list-help = begin each card with a hyphen and a space: `- q: …`
deck-too-many-cards = this deck has more than {$limit} cards; from here on they are left out
deck-too-many-cards-help = split it into several decks

# What every card may carry.

deck-bad-id = `{$text}` cannot be an id
deck-bad-id-help = use letters without accents, digits and - _ . : without spaces, such as `{$near}`
deck-id-twice = the id `{$id}` stands twice in this deck
deck-id-twice-help = give this card another id: its schedule hangs on it
deck-card-twice = this card stands twice in this deck
deck-card-twice-help = remove one of the two, or give each an `id`
deck-bad-was = `{$text}` cannot be the former name of a card
deck-bad-was-help = write its former id, or `deck/id` if it comes from another deck
deck-was-alive = `{$id}` is still the name of a card
deck-was-alive-help = under `was:` stand names that no card has any more
deck-unknown-objective = the objective {$id} is not declared in this deck
deck-unknown-objective-help = add it under `objectives:` in the head: `- id: {$id}`
deck-unknown-source = the source `{$key}` is not declared in this deck
deck-unknown-source-help = add it under `sources:` in the head, with its title
deck-bad-rank = there is no rank `{$text}`
deck-bad-rank-help = write `A` or `B`
deck-rank-ignored = the objective {$objective} already gives the rank
deck-rank-ignored-help = remove `rank`; to do without the objective, write `objective: []`
deck-bad-situation = there is no such starting situation
deck-bad-situation-help = starting situations are numbered 1 to {$last}
deck-bad-tag = the tag `{$text}` has an empty level
deck-bad-tag-help = write a word on each side of ::, as in `cardio::rythme`
deck-no-alt = this picture has no description
deck-no-alt-help = add `alt: …`: what the picture shows, for those who cannot see it
deck-alt-alone = `alt` describes a picture, and this card has none
deck-alt-alone-help = add `image: …`, or remove the line
deck-alt-outside = `alt` belongs inside `image` here
deck-alt-outside-help = write `image: {"{"} file: …, alt: … {"}"}`
deck-no-file = there is no file `{$file}` beside this deck
deck-no-file-help = put it there, or mend its path: capitals count
deck-picture-huge = the picture `{$file}` is too large to be shown
deck-picture-huge-help = make it smaller: at most 20 MB, 50 million pixels, 16,384 pixels on a side
deck-picture-unsupported = `{$file}` is no picture of a known type
deck-picture-unsupported-help = save it as PNG, JPEG, WebP or GIF
deck-picture-broken = the picture `{$file}` is damaged
deck-picture-broken-help = export or copy it again; until then its text is shown in its place
deck-file-outside = `{$file}` leads out of the deck's folder
deck-file-outside-help = copy the file into the deck's folder and write its path from there, such as `media/heart.png`

# The kinds of card.

deck-no-kind = this card asks nothing
deck-no-kind-help = write its question under one of `q`, `cloze`, `qru`, `qrm`, `qrp`, `qroc`, `list`, `tcs`, `zone`, `mask`, `case`, `kfp` or `article`
deck-two-kinds = a card cannot be `{$first}` and `{$second}` at once
deck-two-kinds-help = make two cards of it: begin the second with `- `
deck-key-of-another-kind = a `{$kind}` has no `{$key}`
deck-key-of-another-kind-help = `{$key}` belongs to {$owners}
deck-key-not-here = `{$key}` has no place here
deck-key-not-here-help = remove the line
deck-cloze-no-blank = nothing is hidden in this text
deck-cloze-no-blank-help = put {"{{"} and {"}}"} around what is to be recalled
deck-cloze-open = this blank is opened and never closed
deck-cloze-open-help = put {"}}"} where it ends
deck-cloze-empty = this blank hides nothing
deck-cloze-empty-help = write what is hidden first, then the hint: {"{{"}heart::an organ{"}}"}
deck-cloze-deep = more than {$limit} blanks stand within one another
deck-cloze-deep-help = close the blanks, or make several cards of the text
deck-options-not-a-list = `options` is a list of options
deck-options-help = begin each on a line of its own, with `- correct: …` or `- wrong: …`
deck-option-no-verdict = this option does not say whether it is right
deck-option-no-verdict-help = write `- correct: …` or `- wrong: …`
deck-option-two-verdicts = two options stand in one
deck-option-two-verdicts-help = begin this one with `- `
deck-too-few-options = fewer than two options leave no choice
deck-too-few-options-help = add options: `- wrong: …`
deck-no-right-option = no option is right
deck-no-right-option-help = write `correct:` before one that is
deck-option-twice = two options say the same: “{$text}”
deck-option-twice-help = change or remove one of the two
deck-two-right-options = a `qru` has one right option, and this is one more
deck-two-right-options-help = write `wrong:` here, or make the card a `qrm`
deck-qrm-one-right = one option is right, and the exam's QRM have two at least
deck-qrm-one-right-help = make the card a `qru`, or add a right option
deck-qrp-count = {$count} options, and the exam's QRP have 5 at most, or 10 to 25
deck-qrp-count-help = add or remove options; until then the card is asked as it is
deck-long-qrp-plain = from ten options on, a `qrp` has no `{$key}`
deck-long-qrp-plain-help = write `{$plain}:`
deck-long-answer = {$words} words, and the exam's typed answers have five at most
deck-long-answer-help = add a shorter answer, or ask it with `q` and `a`
deck-answer-twice = `{$text}` stands twice
deck-answer-twice-help = remove one of the two
deck-list-of-one = a list of one item
deck-list-of-one-help = add items, or ask it with `qroc`
deck-questions-not-a-list = `questions` is a list of questions
deck-questions-help = begin each with a hyphen and a space: `- qru: …`
deck-question-id-twice = the id `{$id}` stands twice in this card
deck-question-id-twice-help = give this question another id
deck-question-kind = a `{$kind}` cannot be a question within a card
deck-question-kind-help = use `qru`, `qrm`, `qrp`, `qroc`, `list` or `zone`
deck-tcs-count = questions: {$count}, and the exam's TCS have three
deck-tcs-count-help = add or remove questions; until then the card is asked as it is
deck-not-votes = `{$key}` says how many experts chose each mark
deck-no-votes = nobody has voted
deck-bad-vote = `{$text}` is not a mark from -2 to 2
deck-votes-help = write how many experts chose each: `votes: {"{"} -2: 0, -1: 9, 0: 7, 1: 3, 2: 0 {"}"}`
deck-zone-two-grounds = one points at a picture or at a text, not at both
deck-zone-no-ground = there is nothing to point at
deck-zone-ground-help = give `image:` and `zones:`, or `text:` with [[ and ]] around what is to be found
deck-zone-count = zones: {$count}, and the exam asks for one to five
deck-zone-count-help = make several cards of it; until then the card is asked as it is
deck-zones-not-a-list = `{$key}` is a list of zones
deck-zones-help = begin each with `- `: `- {"{"} label: …, rect: [10, 20, 30, 15] {"}"}`
deck-mask-too-many = this picture has too many masks
deck-mask-too-many-help = keep {$limit} at most, with {$corners} corners in all
deck-area-no-outline = this zone has no outline
deck-area-two-outlines = this zone has two outlines
deck-area-form = these numbers make no outline
deck-area-outside = this zone leaves its picture
deck-area-help = write one of `rect: [left, top, width, height]`, `circle: [x, y, radius]`, `polygon: [[x, y], …]`, in percent of the picture
deck-no-mark = nothing is marked in this text
deck-mark-open = this mark is opened and never closed
deck-mark-empty = this mark holds nothing
deck-marks-help = put [[ and ]] around what is to be found
deck-article-form = an article is its file and its title
deck-article-form-help = write `article: {"{"} file: media/article.md, title: … {"}"}`
deck-article-empty = `{$file}` is empty
deck-article-empty-help = write the article in it, in Markdown
deck-article-not-text = `{$file}` is not a text that can be read
deck-article-not-text-help = an article is a Markdown file in UTF-8
deck-article-kind = the exam asks only `qru` and `qrm` on an article
deck-article-kind-help = change its kind; until then it is asked as it is
deck-case-count = questions: {$count}, and the exam's cases have 3 to 8
deck-case-count-help = add or remove questions; until then the card is asked as it is
deck-kfp-count = the exam's KFP have three questions: a `qroc`, a `qrp` of ten options or more, and a free one
deck-kfp-count-help = complete it; until then the card is asked as it is
