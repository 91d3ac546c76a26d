// Opens a page of `cnd report` in Chromium and uses it as a reader would; ends with 77 where there is no Chromium.
//   node report.mjs PAGE.html FOLDER [screenshots]
// The CSV that the page saves stays in the folder, and screenshots where they are asked for. Chromium is spoken to
// through pipes, in its own protocol, so that nothing else need be installed.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [page, folder, wantsPictures] = process.argv.slice(2);
const names = [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome"].filter(Boolean);
const program = names.find((name) => spawnSync(name, ["--version"]).status === 0);
if (program === undefined) process.exit(77);

const profile = mkdtempSync(join(tmpdir(), "cnd-report-"));
const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
flags.push("--disable-background-networking", "--disable-component-update", "--disable-sync");
const pipes = ["ignore", "ignore", "ignore", "pipe", "pipe"];
const browser = spawn(program, [...flags, `--user-data-dir=${profile}`, "--remote-debugging-pipe"], { stdio: pipes });
const [input, output] = [browser.stdio[3], browser.stdio[4]];

const waiting = new Map();
const events = [];
let listeners = [];
let number = 0;
let rest = "";
output.setEncoding("utf8");
output.on("data", (text) => {
  const messages = (rest + text).split("\0");
  rest = messages.pop();
  for (const message of messages.map((message) => JSON.parse(message))) {
    if (message.id === undefined) {
      events.push(message);
      listeners = listeners.filter((listener) => !listener(message));
      continue;
    }
    const [done, failed] = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) failed(new Error(message.error.message));
    else done(message.result);
  }
});

let session;
function send(method, params = {}, sessionId = session) {
  number += 1;
  input.write(JSON.stringify({ id: number, method, params, sessionId }) + "\0");
  return new Promise((done, failed) => waiting.set(number, [done, failed]));
}

function event(method) {
  return new Promise((done) => listeners.push((message) => message.method === method && (done(message.params), true)));
}

async function run(code) {
  const answer = await send("Runtime.evaluate", { expression: code, returnByValue: true, awaitPromise: true });
  assert.equal(answer.exceptionDetails, undefined, JSON.stringify(answer.exceptionDetails));
  return answer.result.value;
}

async function picture(name, { width, height, dark }) {
  const features = [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }];
  await send("Emulation.setEmulatedMedia", { features });
  await send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: width < 500 });
  const { data } = await send("Page.captureScreenshot", { captureBeyondViewport: false });
  writeFileSync(join(folder, name), Buffer.from(data, "base64"));
}

async function pictures() {
  const wide = { width: 1280, height: 1000 };
  const narrow = { width: 390, height: 844 };
  for (const [kind, size] of [["light", wide], ["dark", { ...wide, dark: true }], ["narrow", narrow]]) {
    for (const part of ["main", "charts", "heat", "timeline", "network", "programmes", "agencies", "commitments", "gaps"]) {
      await send("Emulation.setDeviceMetricsOverride", { ...size, deviceScaleFactor: 1, mobile: kind === "narrow" });
      await run(`(${part === "main"} ? scrollTo(0, 0) : document.getElementById("${part}").scrollIntoView())`);
      await picture(`${kind}-${part}.png`, size);
    }
    const overflow = await run("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assert.equal(overflow, 0, `the page is wider than the window (${kind})`);
  }
  const { data } = await send("Page.printToPDF", { preferCSSPageSize: true, printBackground: true });
  writeFileSync(join(folder, "printed.pdf"), Buffer.from(data, "base64"));
}

// What a reader does with a table, in the page.
const asReader = (code) => run(`(async () => {
const section = (name) => document.querySelector("#" + name);
const rows = (name) => [...section(name).querySelectorAll("tbody tr")];
const column = (name, at) => rows(name).map((row) => row.cells[at].textContent);
const head = (name, at) => section(name).querySelectorAll("thead th")[at];
const count = (name) => section(name).querySelector("[role=status]").textContent;
const type = async (name, text) => {
  const input = section(name).querySelector("input[type=search]");
  input.value = text;
  input.dispatchEvent(new Event("input"));
  await new Promise((done) => setTimeout(done, 400));
};
const choose = (name, at, item) => {
  const select = section(name).querySelectorAll("select")[at];
  select.selectedIndex = item;
  select.dispatchEvent(new Event("change"));
  return select.value;
};
${code}
})()`);

async function use() {
  const all = await asReader(`
    const order = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
    const sorted = (list) => list.every((text, at) => at === 0 || order.compare(list[at - 1], text) <= 0);
    const result = {};
    result.count = count("programmes");
    head("programmes", 0).querySelector("button").click();
    result.up = [head("programmes", 0).getAttribute("aria-sort"), sorted(column("programmes", 0))];
    head("programmes", 0).querySelector("button").click();
    result.down = [head("programmes", 0).getAttribute("aria-sort"), sorted(column("programmes", 0).reverse())];
    const first = column("programmes", 0)[0];
    result.value = choose("programmes", 0, 1);
    const forms = [result.value, '"' + result.value.replaceAll('"', '""') + '"'];
    const has = (cell) => cell.textContent.split("; ").some((item) => forms.includes(item));
    result.chosen = rows("programmes").every((row) => [...row.cells].some(has));
    result.few = rows("programmes").length;
    choose("programmes", 0, 0);
    await type("programmes", first.toUpperCase());
    result.found = column("programmes", 0).includes(first);
    await type("programmes", "no such words anywhere");
    result.none = [rows("programmes").length, count("programmes")];
    result.words = {};
    for (const text of ["WHO", "PRISONS", "trainings", '"pain management"', "policing", "treats", "using", "prosecut*"]) {
      await type("programmes", text);
      const whole = (row) => [...row.cells].map((cell) => cell.textContent).concat(row.dataset.sought ?? "").join("; ");
      result.words[text] = [count("programmes"), ...rows("programmes").map(whole)];
    }
    await type("programmes", "(");
    result.vain = count("programmes");
    await type("programmes", "");
    result.again = count("programmes");
    return result;
  `);
  assert.deepEqual(all.up, ["ascending", true]);
  assert.deepEqual(all.down, ["descending", true]);
  assert.ok(all.chosen && all.few > 0, `choosing ${all.value}`);
  assert.ok(all.found);
  assert.equal(all.none[0], 0);
  assert.match(all.none[1], /^0 of /);
  // Capitals as they stand if they stand so anywhere, words in all their forms, and phrases.
  for (const [text, form] of [["WHO", /\bWHO\b/], ["PRISONS", /\bprison/i], ["trainings", /\btrain/i], ['"pain management"', /pain management/i],
    ["policing", /\bpolic(e|ing)\b/i], ["treats", /\btreat(s|ed|ing)?\b/i], ["using", /\bus(e|es|ed|ing)\b/i], ["prosecut*", /\bprosecut/i]]) {
    const [count, ...found] = all.words[text];
    assert.match(count, /rows match: .* \(finds all forms of each word/);
    assert.ok((found.length > 0 || ["policing", "treats"].includes(text)) && found.every((row) => form.test(row)), `${text}: ${found.length} rows`);
  }
  assert.equal(all.vain, all.count.replace(".", ": there is no word to search for."));
  assert.equal(all.again, all.count);
}

async function save() {
  await send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: resolve(folder), eventsEnabled: true }, undefined);
  const saved = new Promise((done) =>
    listeners.push((message) => message.method === "Browser.downloadProgress" && message.params.state === "completed" && (done(), true)),
  );
  await asReader(`section("programmes").querySelector(".tools button").click();`);
  await saved;
  const text = readFileSync(join(folder, "cnd-programmes.csv"), "utf8");
  assert.ok(text.startsWith("\uFEFF\"name\","), text.slice(0, 40));
}

try {
  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  session = (await send("Target.attachToTarget", { targetId, flatten: true })).sessionId;
  for (const domain of ["Page", "Runtime", "Log", "Network"]) await send(`${domain}.enable`);
  const address = pathToFileURL(resolve(page)).href;
  const loaded = event("Page.loadEventFired");
  await send("Page.navigate", { url: address });
  await loaded;
  // The script is the last element: when the document is loaded, its tables can be used.
  const ready = await run("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd");
  console.log(`ready after ${Math.round(ready)} ms`);
  if (wantsPictures) await pictures();
  else await use();
  await save();
  const said = events.filter(({ method }) => ["Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"].includes(method));
  assert.deepEqual(said, [], "the console has messages");
  const requests = events.filter(({ method }) => method === "Network.requestWillBeSent").map(({ params }) => params.request.url);
  assert.deepEqual(requests.filter((url) => url !== address && !/^(data|blob):/.test(url)), [], "the page asks for more than itself");
  assert.equal(await run("window.hurt"), undefined, "a script in the data has run");
} finally {
  const ended = new Promise((done) => browser.once("exit", done));
  await send("Browser.close", {}, undefined).catch(() => {});
  await Promise.race([ended, new Promise((done) => setTimeout(done, 5000))]);
  browser.kill();
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
}
process.exit(0);
