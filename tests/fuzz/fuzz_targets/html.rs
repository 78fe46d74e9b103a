//! HTML as other programs keep it → Markdown, through the reader of tables, whose cells it may stand in.

#![no_main]

use carabin::exchange::table;
use carabin_fuzz::{grown_text, holds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let html = grown_text(data).replace('"', "\"\"");
    let text =
        format!("#separator:tab\n#html:true\n#columns:id\tquestion\tanswer\na\t\"{html}\"\t\"{html}\"\n");
    let sheet = table::read(text.as_bytes(), &table::Wishes::default());
    let (head, cards) = carabin_fuzz::sheet(&sheet);
    holds(&head, &cards);
});
