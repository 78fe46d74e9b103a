## The decks on disk and their index.

library-missing = { $path } is not there. Check the path.
library-unreadable = { $path } cannot be opened ({ $reason }).
library-name = The name of { $path } is not valid Unicode. Rename the file, and its cards come back.
library-mistakes = { $path } has mistakes ({ $errors }). Its other cards can be studied; `carabin deck check` shows what to mend.
library-mistakes-head = { $path } cannot be studied for now (mistakes: { $errors }). `carabin deck check` shows what to mend.
problems-way-back = To go back to the deck as it comes with Carabin: carabin deck reset { $deck }
library-duplicate = Two decks are called { $deck }: { $kept } is studied, { $hidden } is not. Give one of them another `deck:`.
library-version = The same card, or the head, was changed in two ways on two devices. Both versions are kept: { $kept } is studied, { $path } is not. Take from the second what the first lacks, then delete it.

library-index-rebuilt = The index of the decks was made anew ({ $reason }). Nothing is lost.
library-index-in-memory = The index of the decks cannot be kept on disk ({ $reason }). Everything works; only the next start will take longer.
library-index-busy = Another Carabin is reading the decks right now. What it finds appears shortly.

library-error-index = The index of the decks does not work ({ $reason }). Deleting the cache folder loses nothing; `carabin paths` says where it is.
library-error-no-deck = There is no deck called { $deck }. `carabin deck list` shows those there are.
library-error-no-card = There is no card called { $card }.

library-media-missing = The file { $file } is missing beside the deck. `carabin deck check` shows the cards that want it.
library-media-outside = The file { $file } lies outside the deck's folder: it is not opened.
library-media-too-long = The file { $file } is longer than { $limit } MiB: it is not opened. Make the picture smaller.
library-media-unreadable = { $file } cannot be opened ({ $reason }).
