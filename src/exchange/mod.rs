//! Other programs' formats, in and out (none yet).
