// Prints what sort of diagram Mermaid takes a file for; ends with 77 where it is not installed.
import { readFileSync } from "node:fs";

let JSDOM, mermaid;
try {
  ({ JSDOM } = await import("jsdom"));
  const { window } = new JSDOM("");
  Object.assign(globalThis, { window, document: window.document });
  mermaid = (await import("mermaid")).default;
} catch (error) {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  process.exit(77);
}
const { diagramType } = await mermaid.parse(readFileSync(process.argv[2], "utf8"));
console.log(diagramType);
