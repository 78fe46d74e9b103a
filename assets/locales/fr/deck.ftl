## What is wrong with a deck, and the remedy.
