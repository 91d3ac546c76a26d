//! Names, symbols, and where the note has them.

use std::collections::BTreeSet;

use cnd_tracker::model::{Agency, Document};

use crate::{NOTE, agency_called, dataset, find, paragraph_numbers};

#[test]
fn one_agency_under_old_and_new_names() {
    let data = dataset();
    for (name, id) in [
        ("DPKO", "dpo"),
        ("Department of Peacekeeping Operations", "dpo"),
        ("DPA", "dppa"),
        ("Department of Political Affairs", "dppa"),
        ("EMCDDA", "euda"),
        ("EMDCC", "imdcc"),
        ("UN-HABITAT", "un-habitat"),
        ("University of Indiana", "indiana-university"),
        ("Central Asian Drug Action Programme", "cadap"),
        ("Chief Executives Board", "ceb"),
        ("Executive Committee", "excom"),
        ("United Nations General Assembly", "general-assembly"),
        ("United Nations Children’s Fund", "unicef"),
    ] {
        assert_eq!(agency_called(&data, name), id, "{name}");
    }
    let until = |id| find::<Agency>(&data, id).former_names[0].until.unwrap().to_string();
    assert_eq!(
        [until("dpo"), until("dppa"), until("euda")],
        ["2018-12-31", "2018-12-31", "2024-07-01"]
    );
}

#[test]
fn names_in_other_languages_and_numbers_in_other_registers() {
    let data = dataset();
    for (names, id) in [
        (&["ONUDC"][..], "unodc"),
        (&["HCDH", "ACNUDH"], "ohchr"),
        (&["DAES"], "desa"),
        (&["PNUD"], "undp"),
        (&["FNUAP"], "unfpa"),
        (&["ONU-Habitat"], "un-habitat"),
        (&["OMS"], "who"),
        (&["AIEA", "OIEA"], "iaea"),
        (&["ONU-Femmes", "ONU Mujeres"], "un-women"),
        (&["ONUSIDA"], "unaids"),
        (&["OICS", "JIFE"], "incb"),
        (&["Commission des stupéfiants", "Comisión de Estupefacientes"], "cnd"),
        (&["OMD", "OMA"], "wco"),
        (&["UE"], "eu"),
        (&["OEDT"], "euda"),
        (&["UA"], "au"),
        (&["OEA"], "oas"),
        (&["CEDEAO"], "ecowas"),
        (&["OCS"], "sco"),
    ] {
        for name in names {
            assert_eq!(agency_called(&data, name), id, "{name}, in French or Spanish");
        }
        let marks = &find::<Agency>(&data, id).external;
        let marked = marks.iter().flat_map(|mark| &mark.fields).any(|field| &**field == "aliases");
        assert!(marked, "the aliases of {id} are from elsewhere than the note");
    }
    let iati = data
        .records()
        .agencies
        .iter()
        .filter_map(|a| Some((a.id.as_str(), &**a.external_ids.iati.as_ref()?)));
    assert_eq!(
        iati.collect::<BTreeSet<_>>(),
        BTreeSet::from([
            ("unaids", "XM-DAC-41110"),
            ("undp", "XM-DAC-41114"),
            ("unfpa", "XM-DAC-41119"),
            ("unicef", "XM-DAC-41122"),
            ("un-women", "XM-DAC-41146"),
            ("who", "XM-DAC-928"),
            ("unodc", "XM-DAC-41128"),
        ])
    );
}

#[test]
fn agencies_that_are_named_without_taking_part() {
    let data = dataset();
    for (id, expected) in [
        ("secretary-general", &["7", "11", "fn. 1"][..]),
        ("excom", &["7", "8", "9", "11"]),
        ("general-assembly", &["1", "4", "12", "39", "41"]),
        ("ecosoc", &["6", "37", "38", "39", "40"]),
        ("cnd", &["title", "1", "2", "4", "5", "8", "12", "15", "23", "24", "39", "42"]),
        ("ccpcj", &["6", "42"]),
        ("csw", &["6", "42"]),
        ("statcom", &["6"]),
        ("cstd", &["6"]),
        ("hlpf", &["38"]),
        ("ecowas", &["28"]),
        ("unaids", &["17"]),
        ("unodc", &["4", "12", "42"]),
    ] {
        let agency = find::<Agency>(&data, id);
        assert_eq!(paragraph_numbers(&agency.sources), expected, "{id}");
    }
    for programme in &data.records().programmes {
        let of_the_note = programme.reports.iter().filter(|r| r.document.as_str() == NOTE);
        for participant in of_the_note.flat_map(|r| &r.participants) {
            let id = participant.agency.as_str();
            let never =
                ["excom", "secretary-general", "ecowas", "ecosoc", "hlpf", "general-assembly"];
            assert!(!never.contains(&id), "{id} in {}", programme.id);
        }
    }
}

#[test]
fn symbols_cited_and_right() {
    let data = dataset();
    let report = find::<Document>(&data, "a-74-129");
    assert_eq!(report.symbol.as_deref(), Some("A/74/129"));
    let [cited] = &report.cited_as[..] else { panic!("{:?}", report.cited_as) };
    assert_eq!(
        (cited.document.as_str(), &*cited.paragraph, &*cited.form, cited.link.as_deref()),
        (NOTE, "fn. 1", "A/74/178", Some("https://undocs.org/en/A/RES/74/178"))
    );
    for (id, symbol, paragraphs) in [
        ("a-res-74-178", Some("A/RES/74/178"), &["4", "12"][..]),
        ("a-res-68-1", Some("A/RES/68/1"), &["39"]),
        ("a-res-70-1", Some("A/RES/70/1"), &["5", "38", "39", "40", "41"]),
        ("a-res-s-30-1", Some("A/RES/S-30/1"), &["1", "2", "7", "8", "9"]),
        ("political-declaration-2009", Some("E/2009/28"), &["1", "2"]),
        ("joint-ministerial-statement-2014", Some("E/2014/28"), &["1", "2"]),
        ("ministerial-declaration-2019", Some("E/2019/28"), &["2", "3", "4", "8"]),
        ("e-cn-7-2020-1", Some("E/CN.7/2020/1"), &["title", "fn. *"]),
        ("e-cn-7-2019-crp-10", Some("E/CN.7/2019/CRP.10"), &["11"]),
        ("common-position-2018", Some("CEB/2018/2"), &["10", "11"]),
        ("excom-decision-2017", None, &["7", "8", "9"]),
        ("unaids-strategy-2016-2021", None, &["17"]),
        ("hiv-injecting-drug-use-implementation-guide", None, &["19"]),
        ("ecowas-action-plan", None, &["28"]),
        ("beijing-declaration", None, &["42"]),
        ("drug-control-conventions", None, &["heading before 33"]),
    ] {
        let document = find::<Document>(&data, id);
        assert_eq!(document.symbol.as_deref(), symbol, "{id}");
        assert_eq!(paragraph_numbers(&document.sources), paragraphs, "{id}");
    }
    let note = find::<Document>(&data, NOTE);
    assert_eq!(note.symbol.as_deref(), Some("E/CN.7/2020/CRP.5"));
    let symbol_is_external =
        note.external.iter().any(|e| e.fields.iter().any(|f| &**f == "symbol"));
    assert!(symbol_is_external, "the note does not print its own symbol");
}

#[test]
fn dates_of_documents() {
    let data = dataset();
    let dated = data.records().documents.iter().filter_map(|d| Some((d.id.as_str(), d.date?)));
    let dated: Vec<(&str, String)> = dated.map(|(id, date)| (id, date.to_string())).collect();
    let expected = [
        ("note-2020", "2020-02-04"),
        ("political-declaration-2009", "2009"),
        ("joint-ministerial-statement-2014", "2014"),
        ("a-res-s-30-1", "2016-04-19"),
        ("ministerial-declaration-2019", "2019-03"),
        ("a-res-74-178", "2019-12-18"),
        ("a-res-70-1", "2015-09-25"),
        ("excom-decision-2017", "2017-04-20"),
        ("common-position-2018", "2018-11"),
        ("beijing-declaration", "1995"),
        ("e-res-1988-13", "1988-05-25"),
        ("a-hrc-res-42-22", "2019-09-26"),
        ("statcom-decision-48-110", "2017-03-10"),
        ("a-res-76-188", "2021-12-16"),
        ("a-res-75-198", "2020-12-16"),
        ("cnd-decision-63-15", "2020-03-04"),
        ("cnd-resolution-62-8", "2019-03-22"),
        ("high-level-declaration-2024", "2024-03-14"),
        ("e-2024-28", "2024-04-22"),
        ("a-res-79-191", "2024-12-17"),
        ("a-80-6-sect-16", "2025-04-10"),
        ("a-81-6-sect-16", "2026-03-09"),
    ];
    assert_eq!(dated, expected.map(|(id, date)| (id, date.to_owned())));
}
