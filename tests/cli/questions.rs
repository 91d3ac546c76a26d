//! Questions as people ask them: first guesses, and what is said to each.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::{DATA, Test, words};

/// First guesses, each with a part of the sentence that says what to type.
const GUESSES: [(&str, &str); 122] = [
    ("WHO", "`cnd show WHO` or `cnd search WHO`"),
    ("pain management", "`cnd search pain management`"),
    ("list", "`cnd programmes`, `cnd agencies`, `cnd pillars`"),
    ("ls", "`cnd commitments` list records"),
    ("find HIV", "`cnd search WORDS`"),
    ("get UNODC", "`cnd show RECORD`"),
    ("info UNODC", "`cnd show RECORD`"),
    ("cite 74/178", "`cnd show RECORD` gives the source of each line"),
    ("summary", "`cnd` on its own gives an overview"),
    ("overview", "`cnd` on its own gives an overview"),
    ("figures", "`cnd stats`"),
    ("count", "`cnd stats`"),
    ("country Kenya", "`cnd programmes --country NAME`"),
    ("regions", "`cnd stats --by region`"),
    ("agency WHO", "`cnd agencies`"),
    ("ngo", "`cnd agencies --kind ngo`"),
    ("programme AIRCOP", "`cnd programmes`"),
    ("projects", "`cnd programmes`"),
    ("resolution 74/178", "`cnd documents`"),
    ("promises", "`cnd commitments`"),
    ("partners UNODC", "`cnd agencies --with AGENCY`"),
    ("who", "`cnd agencies --with AGENCY`"),
    ("missing", "`cnd gaps`"),
    ("compare a b", "`cnd diff`"),
    ("graph", "`cnd network`"),
    ("validate", "`cnd check PATH`"),
    ("add programme", "`cnd new KIND`"),
    ("help me", "`cnd --help`"),
    ("programes", "did you mean `programmes`"),
    ("programmes --with UNODC", "`cnd agencies --with AGENCY`"),
    ("programmes --export x.csv", "use -o FILE.csv or -o FILE.xlsx"),
    ("programmes --csv", "use -o FILE.csv or -o FILE.xlsx"),
    ("programmes --xlsx", "use -o FILE.xlsx"),
    ("programmes --json", "use -f, such as -f json"),
    ("programmes --year 2019", "use --since and --until"),
    ("programmes --country-name Kenya", "use --country"),
    ("programmes --org WHO", "use --agency AGENCY"),
    ("programmes --who WHO", "use --agency AGENCY"),
    ("programmes --topic health", "use --pillar"),
    ("programmes --keyword HIV", "use --search WORDS"),
    ("programmes --top 5", "use --limit N"),
    ("programmes --ngo", "use --agency-kind"),
    ("agencies --agency WHO", "`cnd show AGENCY`"),
    ("agencies --country Kenya", "it is an option of `cnd programmes`"),
    ("commitments --agency WHO", "use --by for who made a commitment"),
    ("commitments --year 2020", "use --due-before DATE"),
    ("stats WHO", "`cnd stats` takes only options; use --agency WHO"),
    (
        "programmes --agency 'WHO and UNODC'",
        "for either, write WHO,UNODC; to require both, repeat the option",
    ),
    ("network --agency WHO/UNODC", "for either, write WHO,UNODC"),
    (
        "programmes --region 'Middle East'",
        "no region is called `Middle East`; the regions of M49 are",
    ),
    ("new agency --name X --kind igo", "choose one of intergovernmental, regional"),
    (
        "show 'International cooperation to address and counter the world drug problem'",
        "`document:a-res-74-178` (A/RES/74/178), `document:a-res-76-188` (A/RES/76/188)",
    ),
    ("agencies --with UNIFEM", "`cnd agencies` lists all that the sources name"),
    ("commitments --status unreported", "did you mean `not-reported`?"),
    ("commitments --status incomplete", "known: completed, reported, not-reported"),
    ("stats --to UNODC", "add --of commitments; for dates, use --since and --until"),
    ("stats --status reported", "--status is for commitments; add --of commitments"),
    ("stats --of commitments --agency WHO", "use --document, --instrument, --paragraph"),
    ("stats --of commitments --by status --across force", "--by instrument --status not-reported"),
    ("stats --by pillar,agency", "use --by pillar --across agency"),
    ("stats --by pillar --by kind", "for a second dimension, use --across"),
    ("stats --by year", "use --by document to count by source"),
    ("stats --by agency-kind", "--agency-kind KIND chooses"),
    ("stats --by status", "this dimension is for commitments: add --of commitments"),
    ("programmes --explode agencies --explode sources", "--explode can be given only once"),
    ("programmes --weighted", "`cnd programmes --help` lists the options"),
    ("programmes --no-header", "`cnd programmes --help` lists the options"),
    ("programmes --colour never", "did you mean `--color`?"),
    ("gaps --quiet", "messages go to standard error"),
    ("commitments --silent", "use --status, such as --status not-reported"),
    ("programmes --separator ;", "use -o FILE.xlsx"),
    ("programmes -f excel", "for a workbook, use -o FILE.xlsx"),
    ("programmes -f ods2", "known: table, csv, tsv, json, jsonl, yaml, markdown, xlsx"),
    ("programmes --limit ten", "--limit takes a whole number such as 10, not `ten`"),
    ("programmes --country South Africa", "words in quotes: --country 'South Africa'"),
    ("gaps --document note 2020", "words in quotes: --document 'note 2020'"),
    ("stats --pillar human rights", "words in quotes: --pillar 'human rights'"),
    ("programmes --pillar “human rights”", "words in quotes: --pillar 'human rights'"),
    ("new agency --name Customs Union --kind regional", "words in quotes: --name 'Customs Union'"),
    ("show A/RES/74/178 OP 116", "`A/RES/74/178 OP 116` names a paragraph of A/RES/74/178"),
    ("new agency --planned", "`cnd new agency --help` lists the options"),
    ("network UNODC WHO", "use --agency UNODC and --agency WHO"),
    ("stats by pillar", "use --by pillar"),
    ("gaps zebra", "use --search zebra, or a filter such as --pillar or --agency"),
    (
        "commitments --document 'E/CN.7/2020/CRP.5, para. 22'",
        "E/CN.7/2020/CRP.5, and add --paragraph 22",
    ),
    ("trace 'A/RES/74/178, PP3'", "`cnd trace A/RES/74/178 --paragraph PP3`"),
    ("show 'A/RES/74/178 OP 116'", "`cnd commitments --document A/RES/74/178 --paragraph 116`"),
    (
        "trace 74/178 --paragraph 10",
        "`cnd commitments --instrument 74/178` lists the commitments on record",
    ),
    ("trace A/RES/70/1", "`cnd stats --of commitments --by instrument` lists the instruments"),
    ("programmes --agency 'Red Cross'", "Federation of Red Cross and Red Crescent Societies`?"),
    ("programmes --agency 'Un Office on Drugs and Crime'", "or `United Nations Office on Drugs"),
    (
        "show Board",
        "did you mean `Chief Executives Board`, `International Narcotics Control Board`",
    ),
    ("programmes --pillar 9", "lists them: demand-reduction, availability-and-access, "),
    ("programmes --to UNODC", "use --agency for who takes part"),
    ("agencies --to 2020", "use --document for the agencies named in a document"),
    ("commitments --from CND", "use --by for who made a commitment"),
    ("commitments --since 2020", "or --sort -date for the newest first"),
    ("programmes --page 5", "use --paragraph"),
    ("programmes --planned", "`cnd programmes` has no option --planned; programmes that are only"),
    ("export -o all.xlsx", "after the command: cnd export FILE.xlsx"),
    ("history 74/178", "`cnd trace` follows"),
    ("network -f png", "write graphs as dot, graphml or mermaid"),
    ("trace 74/178 -o line.svg", "write graphs as dot, graphml or mermaid"),
    ("report --agency WHO", "missing FILE (the page to write"),
    ("draft note.txt", "missing --title TEXT (its title) and --kind KIND (its kind, such as note"),
    (
        "stats --across agency",
        "(what to count by, such as pillar); for example, `cnd stats --by agency",
    ),
    ("diff --documents note-2020", "for example, `cnd diff --documents 76/188 79/191`"),
    ("programmes --joint=no", "--joint takes no value"),
    ("completions tcsh", "SHELL cannot be `tcsh`; choose bash, zsh, fish, powershell or elvish"),
    ("check --explain bad-id x", "--explain CODE cannot be used with PATH"),
    ("pillars --o x.csv", "`cnd pillars` has no option --o; did you mean `-o`?"),
    ("programmes --limit -1", "--limit takes a whole number such as 10, not `-1`"),
    ("new agency --name", "missing a value for --name (its official name)"),
    ("agencies --with", "taking part in the same programme)"),
    (
        "report --agency WHO, out.html",
        "; `WHO, out.html` was read as one list, because of its comma",
    ),
    ("programmes --agency WHO, UNAIDS and UNDP", "for either, write UNAIDS,UNDP"),
    ("stats --second", "missing --pillar PILLAR (filed under this pillar, such as health)\n"),
    (
        "programmes --country Tanzania, United Republic of",
        "in quotes: --country 'Tanzania, United Republic of'",
    ),
    ("stats --agency=World Health Organization", "in quotes: --agency 'World Health Organization'"),
    (
        "programmes World --agency WHO,World Health Organization",
        "in quotes: --agency 'WHO,World Health Organization'",
    ),
    ("show '74/178, x y'", "did you mean"),
    ("programmes --color blue", "--color cannot be `blue`; choose auto, always or never"),
];

/// What is typed or pasted in one way, and the same in another.
const SAME: [(&str, &str); 25] = [
    ("programmes --agency WHO, UNAIDS", "programmes --agency WHO,UNAIDS"),
    ("programmes --pillar=1, 2 , 3", "programmes --pillar 1,2,3"),
    ("commitments –to UNODC, INCB —latest", "commitments --to UNODC,INCB --latest"),
    ("programmes ‐‐joint", "programmes --joint"),
    ("programmes -–joint", "programmes --joint"),
    ("programmes --agency WHO, UNAIDS, and UNDP", "programmes --agency WHO,UNAIDS,UNDP"),
    ("programmes --country Panama, Trinidad and Tobago", "programmes --country PAN,TTO"),
    ("programmes --sort –name", "programmes --sort -name"),
    ("programmes --sort 'kind, –name'", "programmes --sort kind,-name"),
    ("programmes --sort kind, -name", "programmes --sort kind,-name"),
    ("programmes --sort -kind, name", "programmes --sort -kind,name"),
    ("programmes --pillar 'pillar 3'", "programmes --pillar 3"),
    ("programmes --pillar 'Chapter 3'", "programmes --pillar 3"),
    ("programmes --pillar '“human rights”'", "programmes --pillar human-rights"),
    ("commitments --instrument 'A / RES / 79 / 191'", "commitments --instrument A/RES/79/191"),
    ("commitments --instrument 'Res. 79/191'", "commitments --instrument A/RES/79/191"),
    ("commitments --instrument 'UNGA 79/191'", "commitments --instrument A/RES/79/191"),
    ("commitments --instrument 'GA resolution 79/191'", "commitments --instrument A/RES/79/191"),
    ("commitments --instrument 'ECOSOC res. 1988/13'", "commitments --instrument E/RES/1988/13"),
    ("programmes --document A/80/6 Section 16", "programmes --document 'A/80/6 (Sect. 16)'"),
    ("programmes --document 'a/80/6 sect 16'", "programmes --document 'A/80/6 (Sect. 16)'"),
    ("programmes --document A/81/6", "programmes --document 'A/81/6 (Sect. 16)/Part A'"),
    (
        "programmes --document note-2020 --paragraph '14 to 16'",
        "programmes --document note-2020 --paragraph 14-16",
    ),
    (
        "programmes --document note-2020 --paragraph 'paras. 22 and 24'",
        "programmes --document note-2020 --paragraph 22,24",
    ),
    (
        "programmes --document E/2024/28 --paragraph 67/4",
        "programmes --document E/2024/28 --paragraph 'chap. I, sect. B, resolution 67/4'",
    ),
];

#[test]
fn what_is_pasted_is_read_as_it_is_meant() {
    for (typed, meant) in SAME {
        let (found, meant) = (ids(typed), ids(meant));
        assert!(!found.is_empty() && found == meant, "{typed}");
    }
}

#[test]
fn first_guesses_are_told_what_to_type() {
    for (guess, told) in GUESSES {
        let run = Test::line(guess).output();
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "cnd {guess}");
        assert!(
            run.stderr.starts_with("error: ") && run.stderr.contains(told),
            "{guess}: {}",
            run.stderr
        );
        assert_eq!(run.stderr.lines().count(), 1, "cnd {guess}: {}", run.stderr);
    }
}

#[test]
fn an_option_without_its_value_tells_what_it_can_be() {
    for (args, told) in [
        ("programmes --pillar", "demand-reduction, availability-and-access, supply-reduction"),
        (
            "programmes --pillar --help",
            "demand-reduction, availability-and-access, supply-reduction",
        ),
        ("programmes --role", "lead, partner, member"),
        ("commitments --force", "decided, committed"),
    ] {
        let run = Test::new(args.split(' ')).output();
        assert_eq!(run.status, 2, "cnd {args}");
        assert!(
            run.stderr.contains("missing a value for --") && run.stderr.contains(told),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn advice_is_for_the_dataset_behind_another_dash() {
    let data = format!("{DATA}/small");
    let said =
        |dash: &str| Test::new(["programmes", dash, &data, "--agency", "xxqq"]).output().stderr;
    assert!(said("--data").contains(&format!("`cnd agencies --data {data}` lists")));
    assert_eq!(said("–data"), said("--data"));
}

/// The ids that a listing of the shipped dataset gives.
fn ids(args: &str) -> Vec<String> {
    let args = words(args);
    let args = args.iter().map(String::as_str).chain(["--columns", "id", "-f", "csv"]);
    let run = Test::new(args).output();
    assert_eq!(run.status, 0, "{}", run.stderr);
    run.stdout.lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn an_acronym_of_any_of_the_languages_is_the_agency() {
    for (one, other) in [
        ("WHO", "OMS"),
        ("UNODC", "ONUDC"),
        ("UNDP", "PNUD"),
        ("UNAIDS", "ONUSIDA"),
        ("INCB", "OICS"),
        ("INCB", "JIFE"),
        ("WCO", "the W.C.O."),
        ("WCO", "World Customs Organisation"),
        ("WCO", "Organisation mondiale des douanes"),
        ("INTERPOL", "ICPO"),
    ] {
        let [one, other] = [one, other].map(|name| ids(&format!("programmes --agency '{name}'")));
        assert!(!one.is_empty() && one == other);
    }
}

#[test]
fn a_kind_of_agency_is_what_its_words_say() {
    let kinds = |kind: &str| ids(&format!("agencies --kind {kind}")).len();
    assert_eq!(kinds("ngo"), kinds("non-governmental"));
    assert_eq!(kinds("igo"), kinds("intergovernmental,regional"));
    let all = ids("agencies").len();
    assert_eq!(kinds("un") + kinds("igo") + kinds("ngo") + kinds("academic"), all);
    let programmes = |kind: &str| ids(&format!("programmes --agency-kind {kind}"));
    assert!(!programmes("ngo").is_empty() && programmes("ngo") == programmes("NGOs"));
}

/// Each region that statistics count has as many programmes as its filter finds.
#[test]
fn regions_are_counted_as_they_are_filtered() {
    let run = Test::new(["stats", "--by", "region", "-f", "jsonl"]).output();
    let rows: Vec<Value> =
        run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(rows.len() > 10, "{rows:?}");
    for row in rows {
        let region = row["region"].as_str().unwrap();
        if region != "not stated" {
            let found = ids(&format!("programmes --region '{region}'")).len();
            assert_eq!(row["programmes"], found, "{region}");
        }
    }
}

#[test]
fn a_document_counts_among_its_agencies_those_whom_it_addresses() {
    let row = |agency: &str| {
        format!("agencies --document A/RES/79/191 -f csv --columns sources --search '{agency}'")
    };
    let csv = |line: String| Test::line(&line).output().stdout;
    assert_eq!(csv(row("Universal Postal Union")), "sources\n\"A/RES/79/191, PP10\"\n");
    let two = "sources\n\"A/RES/79/191, PP10; A/RES/79/191, para. 41\"\n";
    assert_eq!(csv(row("Gender Equality and the Empowerment of Women")), two);
    let card = csv("show imo -f csv".to_owned());
    assert!(
        card.contains("\nname,International Maritime Organization,\"A/RES/79/191, PP10\"\n"),
        "{card}"
    );
}

#[test]
fn a_card_opens_with_what_matters_and_ends_with_many_places() {
    let run = Test::line("show UNODC -f csv").output();
    let rows: Vec<&str> = run.stdout.lines().collect();
    let begin = "name,United Nations Office on Drugs and Crime,\"named or addressed in ";
    let name = rows[2].strip_prefix(begin).unwrap();
    let (many, documents) = name.split_once(" places in ").unwrap();
    assert!(many.parse::<usize>().unwrap() > 100, "{name}");
    let places = rows.iter().rev().take_while(|row| row.starts_with("places,")).count();
    assert_eq!(documents, format!("{places} documents, listed at the end\""));
}

#[test]
fn a_card_counts_the_places_of_an_agency_as_the_listing_does() {
    let listed = Test::line("agencies -f csv --explode links --columns id,links").output().stdout;
    let mut listed: Vec<&str> = listed.lines().skip(1).filter(|row| !row.ends_with(',')).collect();
    let ids: BTreeSet<&str> = listed.iter().filter_map(|row| row.split(',').next()).collect();
    let cards = "show -f csv --columns record,field,value";
    let cards = Test::new(cards.split(' ').chain(ids)).output().stdout;
    let links = cards.lines().filter(|line| line.contains(",link,"));
    let mut links: Vec<String> = links.map(|line| line.replace(",link,", ",")).collect();
    listed.sort_unstable();
    links.sort_unstable();
    assert_eq!(links, listed);
    let who =
        Test::line("agencies World Health Organization --explode sources -f csv --columns id");
    let places = who.output().stdout.lines().filter(|row| row.starts_with("who,")).count();
    let said = format!("named or addressed in {places} places in 8 documents, listed at the end");
    assert!(Test::line("show who -f csv").output().stdout.contains(&said), "{said}");
}

#[test]
fn a_range_of_paragraphs_is_each_of_them() {
    let range = ids("programmes --document note-2020 --paragraph 22-24");
    assert!(range.len() > 2);
    assert_eq!(range, ids("programmes --document note-2020 --paragraph 22,23,24"));
}
