//! Today's queue and the session's state machine; time and randomness come in as arguments.
