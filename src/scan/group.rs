//! The groups of actors that documents address as one, in the words that documents use.

use super::lexicon::Entry;
use super::mention::Kind;

const GROUPS: &[(&str, &[&str])] = &[
    (
        "member-states",
        &[
            "Member States",
            "States Members of the United Nations",
            "States",
            "States Members",
            "States parties",
            "States parties to those treaties",
            "parties to those treaties",
            "transit States",
            "Governments",
            "national authorities",
            "relevant national authorities",
            "Member States of the United Nations",
            "national Governments",
            "Parties",
        ],
    ),
    (
        "united-nations-entities",
        &[
            "United Nations entities",
            "United Nations system",
            "United Nations system entities",
            "United Nations agencies",
            "United Nations bodies",
            "United Nations organizations",
            "United Nations partners",
            "United Nations funds and programmes",
            "United Nations programmes and funds",
            "United Nations agencies, funds and programmes",
            "United Nations entities, funds and programmes",
            "United Nations funds, programmes and agencies",
            "United Nations agencies and programmes",
            "United Nations bodies and agencies",
            "United Nations agencies and entities",
            "United Nations entities and agencies",
            "United Nations bodies and entities",
            "entities of the United Nations system",
            "organizations of the United Nations system",
            "agencies of the United Nations system",
            "bodies of the United Nations system",
            "entities of the United Nations",
            "organizations and bodies of the United Nations system",
            "other organizations of the United Nations system",
            "United Nations offices and institutions",
            "United Nations regional entities",
            "regional United Nations entities",
            "regional United Nations system entities",
            "United Nations development system",
            "organs, organizations and bodies of the United Nations system",
            "United Nations treaty bodies and entities",
        ],
    ),
    (
        "united-nations-principals",
        &[
            "principals of the United Nations agencies",
            "principals of the United Nations system",
            "heads of United Nations entities",
            "heads of agencies",
        ],
    ),
    ("specialised-agencies", &["specialized agencies", "United Nations specialized agencies"]),
    (
        "international-financial-institutions",
        &["international financial institutions", "relevant international financial institutions"],
    ),
    (
        "multilateral-development-banks",
        &[
            "multilateral development banks",
            "regional development banks",
            "international development banks",
            "development banks",
        ],
    ),
    (
        "regional-organisations",
        &[
            "regional organizations",
            "regional and subregional organizations",
            "subregional organizations",
            "regional intergovernmental organizations",
            "subregional and regional organizations",
        ],
    ),
    (
        "regional-and-international-organisations",
        &[
            "regional and international organizations",
            "international and regional organizations",
            "regional or international organizations",
            "international, regional and subregional organizations",
            "intergovernmental, international and regional organizations",
            "intergovernmental and regional organizations",
            "relevant international and regional organizations",
            "regional, subregional and international organizations",
            "international and regional organizations and bodies",
            "international organizations and regional organizations",
        ],
    ),
    (
        "international-organisations",
        &[
            "international organizations",
            "intergovernmental organizations",
            "other international organizations",
            "relevant international organizations",
            "international and intergovernmental organizations",
            "other intergovernmental organizations",
            "interested intergovernmental organizations",
            "international entities",
        ],
    ),
    (
        "non-governmental-organisations",
        &["non-governmental organizations", "NGOs", "non-governmental stakeholders"],
    ),
    (
        "civil-society",
        &[
            "civil society",
            "civil society organizations",
            "civil society entities",
            "civil society partners",
            "civil society actors",
        ],
    ),
    (
        "academia",
        &[
            "academia",
            "academic institutions",
            "scientific community",
            "academic sector",
            "academic community",
            "research institutions",
        ],
    ),
    ("private-sector", &["private sector", "business community", "private sector entities"]),
    (
        "functional-commissions",
        &["functional commissions", "functional commissions of the Economic and Social Council"],
    ),
    (
        "regional-commissions",
        &[
            "regional commissions",
            "United Nations regional commissions",
            "regional economic commissions",
            "United Nations regional economic and social commissions",
        ],
    ),
    ("treaty-bodies", &["treaty bodies", "human rights treaty bodies", "treaty-based bodies"]),
    ("donors", &["donors", "other donors", "donor countries", "donor community"]),
    (
        "stakeholders",
        &[
            "stakeholders",
            "relevant stakeholders",
            "other stakeholders",
            "other relevant stakeholders",
        ],
    ),
    ("affected-communities", &["affected communities", "affected populations"]),
];

/// The forms of the groups, by the words of the dataset's vocabulary.
pub fn groups() -> impl Iterator<Item = Entry> {
    GROUPS
        .iter()
        .flat_map(|(id, forms)| forms.iter().map(|form| Entry::name(Kind::Group, id, form)))
}
