//! Our types of notes. Their ids and names never change: Anki would take a changed one for another.

use crate::exchange::original::NoteType;

/// A type of notes.
pub(super) struct Type {
    pub(super) id: i64,
    pub(super) name: &'static str,
    pub(super) cloze: bool,
    pub(super) fields: &'static [&'static str],
    /// Name, question, answer.
    pub(super) templates: &'static [(&'static str, &'static str, &'static str)],
}

/// Whether a type is one of ours.
pub(in crate::exchange) fn is_ours(id: i64) -> bool {
    ALL.iter().any(|kind| kind.id == id)
}

const LATEX_BEFORE: &str = "\\documentclass[12pt]{article}\n\\begin{document}\n";
const LATEX_AFTER: &str = "\\end{document}";

impl Type {
    /// The type as Anki has it, changed at this time.
    pub(super) fn note_type(&self, modified: i64) -> NoteType {
        NoteType {
            name: self.name.to_owned(),
            cloze: self.cloze,
            stock: 0,
            modified,
            css: CSS.to_owned(),
            latex: [LATEX_BEFORE, LATEX_AFTER].map(str::to_owned),
            fields: self.fields.iter().map(|&field| field.to_owned()).collect(),
            templates: self
                .templates
                .iter()
                .map(|&(name, question, answer)| (name.to_owned(), question.to_owned(), answer.to_owned()))
                .collect(),
        }
    }
}

/// What every template ends with: the note and where it comes from.
macro_rules! after {
    () => {
        "{{#Note}}<div class=\"note\">{{Note}}</div>{{/Note}}"
    };
}

macro_rules! hint {
    () => {
        "{{#Hint}}<div class=\"hint\">{{hint:Hint}}</div>{{/Hint}}"
    };
}

/// Question and answer, in one direction or both.
pub(super) const QUESTION: Type = Type {
    id: 1_763_800_000_101,
    name: "Carabin Question",
    cloze: false,
    fields: &["Question", "Answer", "Reverse", "Hint", "Note", "Carabin", "Source"],
    templates: &[
        (
            "Question",
            concat!("<div class=\"q\">{{Question}}</div>", hint!()),
            concat!(
                "<div class=\"q\">{{Question}}</div><hr id=answer><div class=\"a\">{{Answer}}</div>",
                after!()
            ),
        ),
        (
            "Reverse",
            "{{#Reverse}}<div class=\"q\">{{Answer}}</div>{{/Reverse}}",
            concat!(
                "<div class=\"q\">{{Answer}}</div><hr id=answer><div class=\"a\">{{Question}}</div>",
                after!()
            ),
        ),
    ],
};

/// A text with blanks.
pub(super) const CLOZE: Type = Type {
    id: 1_763_800_000_102,
    name: "Carabin Cloze",
    cloze: true,
    fields: &["Text", "Hint", "Note", "Carabin", "Source"],
    templates: &[(
        "Cloze",
        concat!("<div class=\"q\">{{cloze:Text}}</div>", hint!()),
        concat!("<div class=\"q\">{{cloze:Text}}</div>", after!()),
    )],
};

/// Options to tap. The order is drawn anew for each asking; what was tapped and the order are handed to the answer by the
/// browser's memory of the sitting, where there is one, together with the card's name: on some phones the answer is a page
/// of its own, and may find what another card left. `tappable` is how phones know that a tap is not theirs.
pub(super) const OPTIONS: Type = Type {
    id: 1_763_800_000_103,
    name: "Carabin QCM",
    cloze: false,
    fields: &["Question", "Kind", "Options", "Hint", "Note", "Carabin", "Source"],
    templates: &[(
        "QCM",
        concat!(
            "<div class=\"q\">{{Question}}</div><div class=\"kind\">{{Kind}}</div><div id=\"cb\" class=\"front\" data-card=\"{{text:Carabin}}\">{{Options}}</div>",
            hint!(),
            "<script>(function(){try{var b=document.getElementById('cb'),o=b.querySelector('ol'),i=[].slice.call(o.children),c=b.getAttribute('data-card'),s=[],n=i.map(function(_,x){return x});if(!o.hasAttribute('data-keep'))for(var x=n.length-1;x>0;x--){var y=Math.floor(Math.random()*(x+1)),t=n[x];n[x]=n[y];n[y]=t}n.forEach(function(x){o.appendChild(i[x])});function w(){var m={c:c,n:n,s:s};window.carabin=m;try{sessionStorage.setItem('carabin',JSON.stringify(m))}catch(e){}}w();i.forEach(function(l,x){l.classList.add('tappable');l.onclick=function(e){e.stopPropagation();var p=s.indexOf(x);if(p<0){if(o.hasAttribute('data-one')){s=[];i.forEach(function(m){m.classList.remove('sel')})}s.push(x);l.classList.add('sel')}else{s.splice(p,1);l.classList.remove('sel')}w()}})}catch(e){}})()</script>"
        ),
        concat!(
            "<div class=\"q\">{{Question}}</div><div class=\"kind\">{{Kind}}</div><hr id=answer><div id=\"cb\" class=\"back\" data-card=\"{{text:Carabin}}\">{{Options}}</div>",
            after!(),
            "<script>(function(){try{var b=document.getElementById('cb'),o=b.querySelector('ol'),i=[].slice.call(o.children),m=window.carabin;try{m=JSON.parse(sessionStorage.getItem('carabin'))||m}catch(e){}if(m&&m.c===b.getAttribute('data-card')&&m.n.length===i.length){m.n.forEach(function(x){o.appendChild(i[x])});m.s.forEach(function(x){i[x].classList.add('sel')})}}catch(e){}})()</script>"
        ),
    )],
};

/// All of them.
pub(super) const ALL: [&Type; 3] = [&QUESTION, &CLOZE, &OPTIONS];

/// How they look, in light and dark.
pub(super) const CSS: &str = "\
.card { font-family: system-ui, sans-serif; font-size: 18px; line-height: 1.45; text-align: left; color: #222; background: #fff; max-width: 42em; margin: 0 auto; padding: .5em; }
.kind { color: #777; font-size: .85em; margin: .5em 0; }
.before { border-left: 3px solid #bbb; padding-left: .7em; margin-bottom: .8em; }
.note, .hint { color: #555; font-size: .9em; margin-top: 1em; }
.cloze { font-weight: bold; color: #0a58ca; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; } td, th { border: 1px solid #bbb; padding: .2em .5em; }
#cb ol { list-style: none; padding: 0; margin: .5em 0; }
#cb li { border: 1px solid #bbb; border-radius: 8px; padding: .6em .8em; margin: .4em 0; }
#cb.front li { cursor: pointer; } #cb .why { display: none; color: #555; font-size: .9em; margin-top: .3em; }
#cb li.sel { border-color: #0a58ca; box-shadow: inset 0 0 0 1px #0a58ca; }
#cb.back .why { display: block; }
#cb.back li.right { background: #dff3e4; border-color: #2e8b57; } #cb.back li.right .t:before { content: '\\2713\\00a0'; }
#cb.back li.wrong .t:before { content: '\\2717\\00a0'; }
#cb.back li.wrong.sel { background: #fbe0e0; border-color: #c0392b; }
#cb.back li.must .t:after { content: ' !'; } #cb.back li.never .t:after { content: ' !!'; }
.nightMode.card, .nightMode .card { color: #ddd; background: #222; } .nightMode .note, .nightMode .hint, .nightMode .kind, .nightMode #cb .why { color: #aaa; }
.nightMode #cb.back li.right { background: #1f3d2a; } .nightMode #cb.back li.wrong.sel { background: #4a2323; } .nightMode .cloze { color: #6ea8fe; }
";
