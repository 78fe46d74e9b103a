//! `e` opens the card in the editor, and the session goes on with what the student made of it.
