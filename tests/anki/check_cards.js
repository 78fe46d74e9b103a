// Plays the cards with options of an exported package as a phone does: front and back as pages of their own (AnkiDroid),
// with the memory of the sitting, without it, and with what another card left there.
//
//   npm install jsdom && node tests/anki/check_cards.js CARDS.json
//
// CARDS.json is what `check_export.py --cards CARDS.json PACKAGE.apkg` writes: the sides as the real Anki renders them.
const { JSDOM, VirtualConsole } = require("jsdom");

let faults = 0;
const expect = (what, holds) => { if (!holds) { faults++; console.log("WRONG:", what); } };

function page(html, memory, broken) {
  const quiet = new VirtualConsole();
  quiet.on("jsdomError", (error) => expect("a script fails: " + error.message, false));
  const before = (window) => {
    if (broken) Object.defineProperty(window, "sessionStorage", { get() { throw new Error("none"); } });
    else if (memory) window.sessionStorage.setItem("carabin", memory);
  };
  return new JSDOM(`<body class="card">${html}</body>`,
    { url: "https://anki.test/", runScripts: "dangerously", virtualConsole: quiet, beforeParse: before }).window;
}

const texts = (window) => [...window.document.querySelectorAll("#cb li .t")].map((t) => t.textContent);
const ticked = (window) => [...window.document.querySelectorAll("#cb li.sel .t")].map((t) => t.textContent);

const cards = JSON.parse(require("fs").readFileSync(process.argv[2]));
let shuffled = 0;
let left = null;
for (const { question, answer } of cards) {
  const front = page(question, left);
  const items = [...front.document.querySelectorAll("#cb li")];
  const one = front.document.querySelector("#cb ol").hasAttribute("data-one");
  expect("no options", items.length > 1);
  expect("a tap is the phone's", items.every((item) => item.classList.contains("tappable") && item.onclick));
  items[0].click();
  items[1].click();
  const wanted = one ? 1 : 2;
  expect("taps tick", ticked(front).length === wanted);
  items[1].click();
  expect("a second tap takes back", ticked(front).length === wanted - 1);
  items[1].click();
  const memory = front.sessionStorage.getItem("carabin");
  const back = page(answer, memory);
  expect("the order of the front", texts(back).join() === texts(front).join());
  expect("what was ticked", ticked(back).sort().join() === ticked(front).sort().join());
  const right = back.document.querySelectorAll("#cb li.right").length;
  expect("something is right", right > 0 && (!one || right === 1));
  const alone = page(answer, null);
  if (texts(alone).join() !== texts(front).join()) shuffled++;
  expect("a back by itself shows all, none ticked", texts(alone).length === items.length && ticked(alone).length === 0);
  expect("without a memory, too", texts(page(answer, null, true)).length === items.length);
  expect("without a memory options tick, too", (() => {
    const front = page(question, null, true);
    front.document.querySelector("#cb li").click();
    return ticked(front).length === 1;
  })());
  if (left) expect("what another card left is not this one's", ticked(page(answer, left)).length === 0);
  left = memory;
}
console.log(`${cards.length} cards, ${shuffled} in another order than written, ${faults} faults`);
process.exit(faults ? 1 : 0);
