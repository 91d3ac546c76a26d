// Prints what sort of diagram Mermaid takes a file for, how many edges it has and, as JSON, the label of each
// node as it is drawn; ends with 77 where Mermaid is not installed.
import { readFileSync } from "node:fs";

let window, mermaid;
try {
  const { JSDOM } = await import("jsdom");
  ({ window } = new JSDOM(""));
  Object.assign(globalThis, { window, document: window.document });
  mermaid = (await import("mermaid")).default;
} catch (error) {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  process.exit(77);
}

// Mermaid keeps entities under signs of its own until it draws them.
function drawn(text) {
  const entities = text.replaceAll("ﬂ°°", "&#").replaceAll("ﬂ°", "&").replaceAll("¶ß", ";");
  const area = window.document.createElement("textarea");
  area.innerHTML = entities;
  return area.value;
}

const text = readFileSync(process.argv[2], "utf8");
const { diagramType } = await mermaid.parse(text);
const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
console.log(diagramType);
console.log(db.getEdges().length);
for (const { text } of db.getVertices().values()) console.log(JSON.stringify(drawn(text)));
