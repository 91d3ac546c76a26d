//! What people type first for a command or an option, and what it is called here.

/// Words for commands, and what to type.
const COMMANDS: &[(&[&str], &str)] = &[
    (
        &["list", "ls", "all", "records", "data"],
        "`cnd programmes`, `cnd agencies`, `cnd pillars`, `cnd documents` and `cnd commitments` list records",
    ),
    (
        &["find", "grep", "query", "lookup", "look-up", "filter", "about"],
        "`cnd search WORDS` finds records of every kind",
    ),
    (
        &[
            "export",
            "csv",
            "tsv",
            "excel",
            "xlsx",
            "save",
            "download",
            "spreadsheet",
            "json",
            "output",
        ],
        "-o writes any listing to a file: cnd programmes -o programmes.csv",
    ),
    (
        &["cite", "citation", "citations", "source", "sources", "quote"],
        "`cnd show RECORD` gives the source of each line",
    ),
    (
        &["summary", "summarise", "summarize", "overview", "report", "dashboard", "status", "home"],
        "`cnd` on its own gives an overview, `cnd stats` the headline figures",
    ),
    (
        &["count", "counts", "figures", "numbers", "statistics", "total", "totals", "top"],
        "`cnd stats` gives the headline figures, `cnd stats --by agency` counts",
    ),
    (
        &[
            "get", "view", "info", "describe", "display", "print", "details", "detail", "open",
            "read", "what",
        ],
        "`cnd show RECORD` shows everything about a record",
    ),
    (
        &["who", "with", "partner", "partners", "together", "collaborators"],
        "`cnd agencies --with AGENCY` lists those named together with an agency",
    ),
    (
        &[
            "agency",
            "org",
            "orgs",
            "organisation",
            "organisations",
            "organization",
            "organizations",
            "entities",
            "ngo",
            "ngos",
        ],
        "`cnd agencies` lists them, `cnd agencies --kind ngo` those of a kind",
    ),
    (
        &["programme", "program", "project", "projects", "joint", "activities"],
        "`cnd programmes` lists programmes of every kind, --joint those of two agencies or more",
    ),
    (
        &["pillar", "chapter", "chapters", "theme", "themes", "topics"],
        "`cnd pillars` lists the pillars",
    ),
    (
        &["document", "doc", "docs", "resolution", "resolutions", "note", "notes", "instruments"],
        "`cnd documents` lists them",
    ),
    (
        &[
            "commitment",
            "promise",
            "promises",
            "pledge",
            "pledges",
            "mandate",
            "mandates",
            "obligations",
        ],
        "`cnd commitments` lists who promised what",
    ),
    (
        &["country", "countries", "government", "governments", "states"],
        "`cnd stats --by country` counts by country, `cnd programmes --country NAME` lists",
    ),
    (
        &["region", "regions"],
        "`cnd stats --by region` counts by region, `cnd programmes --region NAME` lists",
    ),
    (
        &["gap", "missing", "silent", "unreported", "pending", "overdue"],
        "`cnd gaps` lists what the periodic documents do not report",
    ),
    (&["compare", "changes", "history", "versions", "change"], "`cnd diff` compares"),
    (
        &["graph", "map", "links", "connections", "ties", "pairs"],
        "`cnd network` lists who is named together with whom, as a table or a graph",
    ),
    (
        &["chart", "charts", "html", "page", "pdf", "web", "print", "plot"],
        "`cnd report FILE.html` writes a page of figures, charts and tables",
    ),
    (&["validate", "lint", "verify", "test"], "`cnd check PATH` validates a dataset"),
    (&["add", "create", "edit", "insert"], "`cnd new KIND` prints a record to fill in"),
    (
        &["me", "usage", "commands", "manual", "version", "aide", "ayuda", "?"],
        "`cnd --help` describes the commands",
    ),
    (
        &["publication", "publications", "event", "events", "training", "trainings", "campaigns"],
        "`cnd programmes --kind` lists those of a kind, such as --kind event",
    ),
    (
        &["recommendation", "recommendations", "requests", "calls", "invitations"],
        "`cnd commitments --force` lists those of a force, such as --force recommended",
    ),
    (&["references", "bibliography"], "`cnd documents` lists the documents"),
    (&["timeline", "evolution"], "`cnd trace` follows a commitment through the instruments"),
    (
        &["delete", "remove", "update", "rename"],
        "records are edited in their YAML files; `cnd check PATH` validates these",
    ),
    (&["import", "load"], "--data PATH reads another dataset, `cnd scan FILE` a document"),
    (&["projets", "programas", "proyectos"], "`cnd programmes` lists programmes"),
    (&["organismes", "organismos", "agences", "agencias"], "`cnd agencies` lists agencies"),
    (&["engagements", "compromisos"], "`cnd commitments` lists commitments"),
    (&["chercher", "rechercher", "buscar"], "`cnd search WORDS` finds records of every kind"),
    (&["pays", "pais", "país"], "`cnd stats --by country` counts by country"),
];

/// What people write where an agency is meant.
const AGENCY: &[&str] =
    &["agency", "org", "orgs", "organisation", "organization", "who", "entity", "agencies"];

/// Words for options, the commands in which they are meant so (all, where none is named), and what to type.
const OPTIONS: &[(&[&str], &[&str], &str)] = &[
    (&["with", "partner", "partners"], &["network"], "use --around AGENCY"),
    (&["around"], &["agencies"], "use --with AGENCY"),
    (
        &["kind", "agency", "pillar", "document", "country"],
        &["search"],
        "name what is searched: `cnd programmes WORDS` takes filters too",
    ),
    (&["o", "output"], &["report"], "name the page: cnd report FILE.html"),
    (
        &["with", "partner", "partners", "together-with"],
        &["programmes", "stats", "commitments"],
        "`cnd agencies --with AGENCY` lists those named together with an agency, --agency A --agency B the \
         programmes in which both take part",
    ),
    (
        &[
            "agency",
            "org",
            "orgs",
            "organisation",
            "organization",
            "who",
            "entity",
            "agencies",
            "name",
        ],
        &["agencies"],
        "write the name behind the command, or use `cnd show AGENCY` or --with AGENCY",
    ),
    (
        AGENCY,
        &["commitments"],
        "use --by for who made a commitment, --to for whom it is addressed to",
    ),
    (AGENCY, &["documents"], "use --body for who adopted or received a document"),
    (
        &[
            "org",
            "orgs",
            "organisation",
            "organization",
            "who",
            "entity",
            "agencies",
            "by",
            "un-agency",
        ],
        &[],
        "use --agency AGENCY",
    ),
    (
        &["agency-kind", "agency-type", "type", "ngo", "igo", "un"],
        &["agencies"],
        "use --kind, such as --kind ngo",
    ),
    (
        &["agency-type", "ngo", "igo", "un", "ngos"],
        &[],
        "use --agency-kind, such as --agency-kind ngo",
    ),
    (&["type", "types", "kinds", "kind"], &["gaps"], "use --kind-of-gap"),
    (&["type", "types", "kinds"], &[], "use --kind"),
    (&["id", "ids", "record"], &[], "`cnd show ID` shows a record by its id"),
    (&["exclude", "except", "not"], &["programmes", "stats", "network"], "use --without AGENCY"),
    (&["made-by", "author", "authors"], &["commitments"], "use --by"),
    (&["addressed-to", "addressee", "addressees"], &["commitments"], "use --to"),
    (
        &["author", "authors", "lead-agency"],
        &[],
        "use --agency AGENCY with --role author, or --lead AGENCY",
    ),
    (&["planned", "only-planned"], &[], "the column `planned` marks what is only planned"),
    (
        &[
            "year", "years", "date", "from", "after", "before", "start", "end", "between", "since",
            "until", "due",
        ],
        &["commitments"],
        "use --due-before DATE for when it is due, or --document SYMBOL for where it stands",
    ),
    (
        &["year", "years", "date", "from", "after", "before", "since", "until", "due"],
        &["gaps"],
        "use --due-before DATE",
    ),
    (
        &["year", "years", "date", "from", "after", "before", "start", "end", "between", "to"],
        &[],
        "use --since and --until, such as --since 2019 --until 2019",
    ),
    (
        &[
            "export",
            "save",
            "download",
            "to-file",
            "file",
            "out",
            "csv",
            "tsv",
            "excel-file",
            "spreadsheet",
        ],
        &[],
        "use -o FILE.csv or -o FILE.xlsx: the extension sets the format",
    ),
    (&["xlsx", "xls", "workbook"], &[], "use -o FILE.xlsx: the extension sets the format"),
    (
        &["json", "jsonl", "yaml", "markdown", "md", "j"],
        &[],
        "use -f, such as -f json, or -o FILE.json",
    ),
    (&["html", "page", "web"], &[], "`cnd report FILE.html` writes a page"),
    (&["pdf", "docx"], &[], "`cnd report FILE.html` writes a page to print, -f markdown a text"),
    (
        &["country-name", "countries", "nation", "location", "place", "in", "where"],
        &[],
        "use --country, such as --country Kenya",
    ),
    (
        &["regions", "area", "continent", "subregion"],
        &[],
        "use --region, such as --region 'West Africa'",
    ),
    (
        &["pillars", "theme", "topic", "chapter", "subject", "category", "sector", "tag"],
        &[],
        "use --pillar, such as --pillar health; `cnd pillars` lists the pillars",
    ),
    (
        &[
            "keyword", "keywords", "query", "text", "contains", "find", "filter", "grep", "word",
            "words", "name", "title", "i", "q",
        ],
        &[],
        "use --search WORDS, or `cnd search WORDS` for records of every kind",
    ),
    (&["para", "paragraphs", "par", "page"], &[], "use --paragraph, such as --paragraph 22-24"),
    (
        &["doc", "docs", "source", "symbol", "resolution", "note", "documents", "edition"],
        &[],
        "use --document",
    ),
    (
        &["sort-by", "order", "order-by", "orderby", "s", "desc", "reverse"],
        &[],
        "use --sort COLUMN, or --sort -COLUMN for descending",
    ),
    (
        &["group", "group-by", "groupby", "count", "count-by"],
        &[],
        "use `cnd stats --by`, such as `cnd stats --by agency`",
    ),
    (&["n", "top", "max", "head", "first", "rows", "lines"], &[], "use --limit N"),
    (&["fields", "cols", "column", "select", "c"], &[], "use --columns A,B"),
    (&["no-color", "no-colour"], &[], "use --color never"),
    (&["not-joint", "no-joint"], &[], "the column `joint` tells: --sort joint puts these first"),
    (&["all", "full", "verbose", "wide", "details"], &[], "use --columns all"),
    (&["input", "dataset", "database", "path"], &[], "use --data PATH"),
    (
        &[
            "reported",
            "unreported",
            "not-reported",
            "missing",
            "completed",
            "open",
            "pending",
            "overdue",
        ],
        &["commitments"],
        "use --status, such as --status not-reported, or `cnd gaps`",
    ),
];

/// What to type instead of this command.
pub fn command(word: &str) -> Option<&'static str> {
    // WHO is no question.
    let is_acronym = word.chars().all(char::is_uppercase) && word != "NGO";
    let word = if is_acronym { word.to_owned() } else { word.to_lowercase() };
    COMMANDS.iter().find(|(words, _)| words.contains(&word.as_str())).map(|(_, help)| *help)
}

/// What to type instead of this option of a command.
pub fn option(command: &str, option: &str) -> Option<&'static str> {
    let name = option.trim_start_matches('-').to_lowercase().replace('_', "-");
    let is_meant = |(words, commands, _): &&(&[&str], &[&str], &str)| {
        words.contains(&name.as_str()) && (commands.is_empty() || commands.contains(&command))
    };
    OPTIONS.iter().find(is_meant).map(|(_, _, help)| *help)
}
