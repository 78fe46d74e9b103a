## The programme: the list of items and objectives.

cli-programme-about = See where you stand, objective by objective, and import the programme's list
cli-programme-long = Without an imported list the objectives are those that your decks declare. With one, those that nothing covers show as well.
cli-programme-more =
    Covered: at least one card that is asked, or a case. Retained: four cards in
    five hold for a week or more. Weak: a card was forgotten or is fading.
    On the screen: the key o of Home.
cli-programme-arg-json = As JSON, for scripts
cli-programme-example = How many objectives are covered, by rank
cli-programme-example-import = Take the programme's list from a spreadsheet
cli-programme-example-missing = The rank A objectives that you have nothing on

cli-programme-import-about = Take the list of items and objectives from a spreadsheet
cli-programme-import-long = What becomes of each column and what changes are shown before anything is written. The list replaces the one before as a whole; your cards and your history are not touched. It travels with your decks (carabin sync).
cli-programme-import-more =
    One objective a row; columns are known in French and in English, in any order:
      id (OIC-019-09-A), title, rank, rubric, item, objective number, item title.
    The id is enough: it says item and rank. Without it the item, the number and the
    rank do; without a number, the order of the rows does. A row with neither rank
    nor objective gives the item its title. CSV or TSV, UTF-8 or Latin-1.
    Carabin does not come with the official list: it is in UNESS's LiSA pages
    (uness.fr), one for each objective; your faculty or tutors may have them as a
    spreadsheet already.
cli-programme-import-arg-file = The spreadsheet (.csv, .tsv, .txt)
cli-programme-import-arg-separator = What separates the cells: tab, semicolon, comma or pipe
cli-programme-import-arg-columns = What the columns are, in order; nothing between two commas: not read
cli-programme-import-arg-dry-run = Only show what would be done
cli-programme-import-arg-yes = Do not ask
cli-programme-import-example = See what would be read, without writing anything
cli-programme-import-example-columns = A list without a row of names

cli-programme-show-about = See the objectives one by one
cli-programme-show-long = All of them, or those of an item, or those whose title holds these words. For each: how it stands, the cards seen of all, and the share that would be known today.
cli-programme-show-arg-words = An item's number, an id, or words of the title
cli-programme-show-arg-rank = Only those of this rank
cli-programme-show-arg-missing = Those that you have nothing on
cli-programme-show-arg-weak = Those of which a card was forgotten or is fading
cli-programme-show-arg-unseen = Those of which no card was seen yet
cli-programme-show-arg-json = As JSON, for scripts
cli-programme-show-example = The objectives of item 19
cli-programme-show-example-weak = The rank A objectives that escape you
cli-programme-show-example-json = Those that you have nothing on, for a script

cli-programme-export-about = Write the imported list as a spreadsheet
cli-programme-export-long = A CSV that “carabin programme import” reads back without loss, to mend it or to pass it on.
cli-programme-export-arg-file = The file to write
cli-programme-export-example = The list, for a spreadsheet or for somebody

cli-programme-remove-about = Forget the imported list
cli-programme-remove-long = Your cards and your history stay; the objectives are again those that your decks declare.
cli-programme-remove-arg-yes = Do not ask

# What is told
cli-programme-table = { $path }: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} ({ $encoding }, separator: { $separator })
cli-programme-holds = { $objectives ->
    [one] { $objectives } objective
   *[other] { $objectives } objectives
} (rank A: { $a }, rank B: { $b }); { $items ->
    [0] no title of an item.
    [one] one title of an item.
   *[other] { $items } titles of items.
}
cli-programme-unreadable = What lies in the programme's place cannot be read; it will be kept beside it as programme.bad.json.
cli-programme-new = New: { $n }
cli-programme-gone = Gone: { $n }
cli-programme-renamed = Another title: { $n }
cli-programme-ranks = Another rank: { $n }
cli-programme-rubrics = Another rubric: { $n }
cli-programme-items = Titles of items new, changed or gone: { $n }
cli-programme-and-more = … and { $n } more
cli-programme-kept = Programme imported: { $objectives ->
    [one] { $objectives } objective
   *[other] { $objectives } objectives
}. Which have you nothing on? carabin programme show --missing --rank A
cli-programme-about-kept = Programme imported on { $date } ({ $from }): { $objectives ->
    [one] { $objectives } objective
   *[other] { $objectives } objectives
}.
cli-programme-none = No programme imported: these are the objectives that your decks declare. To see those that nothing covers as well: carabin programme import FILE
cli-programme-next = One by one: carabin programme show --missing --rank A; or the key o of Home.
cli-programme-column-rank = { "" }
cli-programme-column-objectives = objectives
cli-programme-column-covered = covered
cli-programme-column-retained = retained
cli-programme-column-weak = weak
cli-programme-column-unseen = new
cli-programme-column-missing = no card
cli-programme-exported = { $path }: { $objectives ->
    [one] { $objectives } objective
   *[other] { $objectives } objectives
}, titles of items: { $items }.
cli-programme-remove-ask = Forget the imported list?
cli-programme-stays = The list stays.
cli-programme-removed = List forgotten: the objectives are those that your decks declare.

error-no-programme = No programme was imported: carabin programme import FILE
error-programme = { $path } is damaged or no programme. Import the list again (carabin programme import FILE), or forget it (carabin programme remove).
error-programme-newer = { $path } comes from a newer Carabin: update this one.

# What is wrong with a list
programme-no-column = No column says which objective a row is about. Name it “id” or “item”, or say what the columns are: --columns id,title,rank
programme-no-id = neither id nor item: write OIC-019-09-A, for example
programme-no-rank = the rank is missing: add A or B, in the id or in the column of the rank
programme-no-number = the objective has no number: add it to its id or in its column
programme-no-title = the row says nothing of the item: no title, no rank, no objective
programme-number = “{ $value }” is no number of an objective, 1 to 999
programme-rank-differs = the id says { $id } and the column { $rank }: keep one of them
programme-item-differs = “{ $value }” is not of item { $item }: mend one of them
programme-twice = { $value } stands in row { $first } already: the first counts, delete the other
programme-two-ranks = { $value } stands in row { $first } with another rank ({ $other }): the first counts, delete the one that is wrong
programme-item-two-titles = item { $item } is called “{ $first }” already: that title counts, and not “{ $value }”
programme-title-long = the text is longer than { $most } characters: that is no title

# How an objective stands
programme-missing = no card
programme-aside = put aside
programme-cases = in cases
programme-unseen = new
programme-weak = weak
programme-begun = begun
programme-retained = retained
programme-item = Item { $item }
programme-covered = { $covered } of { $n } covered
programme-other-cards = { $n ->
    [one] { $n } card without an objective
   *[other] { $n } cards without an objective
}
programme-in-cases = { $n ->
    [one] { $n } case
   *[other] { $n } cases
}
programme-outside = not in the imported programme
programme-other-rank = of rank { $rank } in the imported programme
programme-nothing-fits = No objective fits these filters.

# The screen
programme-title = Programme
programme-tab-all = All
programme-tab-missing = No card
programme-tab-weak = Weak
programme-tab-unseen = New
programme-rank = { $rank }: { $covered } of { $n } covered, { $retained } retained
programme-query = “{ $text }”
programme-seen = { $n ->
    [one] { $seen } of { $n } card seen
   *[other] { $seen } of { $n } cards seen
}
programme-suspended = { $n ->
    [one] { $n } card suspended
   *[other] { $n } cards suspended
}
programme-retained-n = { $n } retained
programme-declared = declared by your decks; the whole list: carabin programme import FILE
programme-empty = No objective: your decks declare none, and no list was imported. carabin programme import FILE
programme-no-card = No card here: write some (carabin deck new), or take them from the LiSA page (carabin import lisa PAGE).
programme-all-aside = All its cards are suspended: r asks them again from tomorrow on.
key-programme = programme
key-fold = open
key-fold-all = open or close all
key-unfold = open the item
key-fold-up = close the item
keys-programme = Programme

# In lines
plain-programme-rank = Rank { $rank }, objectives covered: { $covered } of { $n }, retained: { $retained }, weak: { $weak }, without a card: { $missing }.
plain-programme-how = “programme 19” tells the objectives of item 19; “programme missing A”, “programme weak” or “programme diabetes” those that fit.
plain-programme-more = … and { $n } more; name the item or a word.
plain-word-programme = how each rank stands; with an item, a word, “missing” or “weak” the objectives
cli-stats-programme = Programme
