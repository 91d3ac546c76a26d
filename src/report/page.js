"use strict";
// The tables of the page: search, filters, order, pages, and what is shown as CSV. Without it, all rows stand in
// the page as they are.
(() => {
  const PAGE = 100;
  // A printed page has all rows that are shown, unless they are more than this.
  const PRINTED = 2000;
  const SOUGHT = 'finds all forms of each word, in this table and in other names; words in capitals match exactly; put "a phrase" in quotes';
  const SUMMARIES = " The table has summaries; the text of the documents is not searched.";
  const order = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const number = new Intl.NumberFormat("en");

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  // The words of a text, each in a form by which it is compared: a hyphen or a stroke parts them, the s of a genitive is
  // none, and no phrase goes from one item of a list into the next.
  const words = (text, form) =>
    (text.replace(/['’]s\b/gi, "").match(/[\p{L}\p{M}\p{N}]+|[;\n]/gu) ?? []).map((word) => ` ${form(word)}`).join("") + " ";
  // As it stands, but for the s of a plural behind capitals.
  const standing = (word) => word.replace(/^(.*\p{Lu})s$/u, "$1");
  // What the forms of a word differ in, one after the other: its spelling, the plural, the verb, and what is made of it.
  const FORMS = [
    [/(?<=..[iy])z(?=[aei])/g, "s"], [/(?<=..[bdghilmnv])our/, "or"], [/(?<=..)tre(?=s?$)/, "ter"], [/^programme/, "program"],
    [/^((?:wo)?m)en$/, "$1an"], [/(?<=..)ies$/, "y"], [/(?<=..[^su])s$/, ""],
    [/^([aeiou].|.[aeiou])((?<!e)ed|ing)$/, "$1e"], [/(?<=[aeiouy].*)((?<!e)ed|ing)$/, ""], [/(?<=...)([^aeious])\1$/, "$1"],
    [/(?<=....)(ly|ness)$/, ""], [/(?<=.{4}[^i])al$/, ""], [/(?<=...)ation$/, "at"], [/(?<=.{4}[st])ion$/, ""],
    [/(?<=.{6})ment$/, ""], [/(?<=....)ive$/, ""], [/(?<=...)e$/, ""], [/(?<=.{4}[^i])at$/, ""], [/(?<=...)y$/, "i"],
  ];
  const stem = (word) => FORMS.reduce((rest, [ending, other]) => rest.replace(ending, other), fold(word));
  const CAPITALS = /^( (?=\S*\p{Lu})[\p{Lu}\p{N}]{2,})+ $/u;

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  // A field as a spreadsheet reads it: quoted, and never run as a formula, whatever stands before its sign that
  // nobody sees.
  const field = (text) => {
    const seen = text.replace(/^[\s\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]+/u, "");
    const safe = /^[\t\r]/.test(text) || /^[=+\-@＝＋－＠]/.test(seen) ? "'" + text : text;
    return '"' + safe.replaceAll('"', '""') + '"';
  };

  const save = (name, text) => {
    const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    const link = element("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  };

  class Listing {
    constructor(table) {
      this.table = table;
      this.name = table.dataset.name;
      this.body = table.tBodies[0];
      this.heads = [...table.tHead.rows[0].cells];
      this.rows = [...this.body.rows];
      this.shown = this.rows;
      this.texts = new Map();
      this.terms = [];
      this.choices = new Map();
      this.page = 0;
      this.build();
      this.draw();
    }

    cell(row, column) {
      return row.cells[column].textContent;
    }

    // The texts of the rows as they are searched, made when first needed.
    text(row) {
      let text = this.texts.get(row);
      if (text === undefined) {
        const whole = [...row.cells].map((cell) => cell.textContent).concat(row.dataset.sought ?? "").join("\n");
        text = { standing: words(whole, standing), stems: words(whole, stem) };
        this.texts.set(row, text);
      }
      return text;
    }

    build() {
      const title = this.table.caption.textContent;
      const search = element("input", { type: "search", size: 24, autocomplete: "off" });
      let wait;
      search.addEventListener("input", () => {
        clearTimeout(wait);
        wait = setTimeout(() => this.search(search.value), this.rows.length > PAGE ? 150 : 0);
      });
      const tools = element("div", { className: "tools" });
      tools.setAttribute("role", "group");
      tools.setAttribute("aria-label", `Narrow the table of ${title.toLowerCase()}`);
      tools.append(element("label", {}, `Search ${title.toLowerCase()}`, search));
      this.heads.forEach((head, column) => {
        if ("choose" in head.dataset) tools.append(this.choice(head, column));
        this.sortable(head, column);
      });
      const button = element("button", { type: "button", textContent: "Save as CSV" });
      button.addEventListener("click", () => save(`cnd-${this.name}.csv`, this.csv()));
      tools.append(button);
      this.count = element("p", { className: "count" });
      this.count.setAttribute("role", "status");
      const region = this.table.parentElement;
      region.before(tools, this.count);
      this.pages = element("div", { className: "pages", hidden: true });
      const turn = (text, by) => {
        const button = element("button", { type: "button", textContent: text });
        button.addEventListener("click", () => {
          this.page += by;
          this.draw();
          region.scrollIntoView({ block: "start" });
        });
        this.pages.append(button);
        return button;
      };
      this.back = turn("Previous rows", -1);
      this.place = element("span", { className: "count" });
      this.pages.append(this.place);
      this.forth = turn("Next rows", 1);
      region.after(this.pages);
    }

    // A choice among the values of a column; a cell that is a list has each of its items.
    choice(head, column) {
      const counts = new Map();
      for (const row of this.rows) {
        for (const value of this.values(row, column)) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const select = element("select", {}, element("option", { value: "", textContent: "any" }));
      for (const value of [...counts.keys()].sort(order.compare)) {
        select.append(element("option", { value, textContent: `${value} (${number.format(counts.get(value))})` }));
      }
      select.addEventListener("change", () => {
        if (select.value === "") this.choices.delete(column);
        else this.choices.set(column, select.value);
        this.narrow();
      });
      return element("label", {}, head.textContent, select);
    }

    // The items of a list; one that holds a semicolon or quotation marks stands in quotation marks.
    values(row, column) {
      const quoted = (item) => /^"([^"]|"")*"$/.test(item);
      const items = [];
      for (const part of this.cell(row, column).split("; ")) {
        const last = items.at(-1) ?? "";
        if (last.startsWith('"') && !quoted(last)) items[items.length - 1] = `${last}; ${part}`;
        else items.push(part);
      }
      const bare = (item) => (quoted(item) ? item.slice(1, -1).replaceAll('""', '"') : item);
      return items.map(bare).filter((value) => value !== "");
    }

    sortable(head, column) {
      const button = element("button", { type: "button", textContent: head.textContent });
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of this.heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        this.sort(column, down);
      });
    }

    // What is empty stays last, upwards as downwards.
    sort(column, down) {
      const keys = new Map(this.rows.map((row) => [row, this.cell(row, column)]));
      this.rows.sort((a, b) => {
        const [x, y] = [keys.get(a), keys.get(b)];
        if (x === "" || y === "") return (x === "") - (y === "");
        return down ? order.compare(y, x) : order.compare(x, y);
      });
      this.narrow();
    }

    // Words that must all occur, as the command line has it as near as can be: one in capitals as it stands, if any row
    // has it so; others by their stem, with which a word may go on before an asterisk; those in quotes in a row.
    search(text) {
      this.isVain = /\S/.test(text);
      this.sought = text.trim();
      const parts = (text.match(/"[^"]*"?|[^\s"]+/g) ?? []).filter((part) => /[\p{L}\p{N}]/u.test(part));
      this.terms = parts.map((part) => {
        const capitals = words(part, standing);
        const hasThem = (row) => this.text(row).standing.includes(capitals);
        if (CAPITALS.test(capitals) && this.rows.some(hasThem)) return hasThem;
        const stems = part.endsWith("*") ? words(part, fold).trimEnd() : words(part, stem);
        return (row) => this.text(row).stems.includes(stems);
      });
      this.narrow();
    }

    narrow() {
      const choices = [...this.choices];
      this.shown = this.rows.filter(
        (row) =>
          choices.every(([column, value]) => this.values(row, column).includes(value)) &&
          this.terms.every((holds) => holds(row)),
      );
      this.page = 0;
      this.draw();
    }

    draw() {
      const [all, shown] = [this.rows.length, this.shown.length];
      const first = this.page * PAGE;
      const last = Math.min(first + PAGE, shown);
      this.body.replaceChildren(...this.shown.slice(first, last));
      const how = this.terms.length > 0 ? ` (${SOUGHT})` : this.isVain ? ": there is no word to search for" : "";
      // On paper the fields of the search and the choices are not to be seen.
      const choices = [...this.choices].map(([column, value]) => `${this.heads[column].textContent.toLowerCase()} ${value}`);
      const by = (this.terms.length > 0 ? [this.sought] : []).concat(choices).join(", ");
      this.count.textContent = `${number.format(shown)} of ${number.format(all)} rows match${by && `: ${by}`}${how}.${shown === 0 && this.terms.length > 0 ? SUMMARIES : ""}`;
      this.pages.hidden = shown <= PAGE;
      this.place.textContent = `Rows ${number.format(first + 1)} to ${number.format(last)} of ${number.format(shown)}`;
      this.back.disabled = first === 0;
      this.forth.disabled = last === shown;
    }

    drawAll() {
      this.body.replaceChildren(...this.shown.slice(0, PRINTED));
    }

    csv() {
      const lines = [this.heads.map((head) => head.dataset.column)];
      for (const row of this.shown) lines.push([...row.cells].map((cell) => cell.textContent));
      return "\uFEFF" + lines.map((line) => line.map(field).join(",") + "\r\n").join("");
    }
  }

  const listings = [...document.querySelectorAll("table[data-name]")].map((table) => new Listing(table));
  document.documentElement.classList.remove("script");
  window.addEventListener("beforeprint", () => listings.forEach((listing) => listing.drawAll()));
  window.addEventListener("afterprint", () => listings.forEach((listing) => listing.draw()));
})();
