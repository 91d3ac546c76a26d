//! The organs that adopt resolutions, by their names and by the symbols of their documents.

/// The organ that adopted a resolution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Organ {
    GeneralAssembly,
    SecurityCouncil,
    EconomicAndSocialCouncil,
    HumanRightsCouncil,
    /// A body whose resolutions have no symbols of their own, by name.
    Other(String),
}

/// Names of organs as they stand before "resolution" or in a sentence; longer ones first.
pub(super) const ORGANS: &[(&str, &str)] = &[
    ("economic and social council", "Economic and Social Council"),
    ("human rights council", "Human Rights Council"),
    ("security council", "Security Council"),
    ("general assembly", "General Assembly"),
    ("assembly", "General Assembly"),
    ("commission on narcotic drugs", "Commission on Narcotic Drugs"),
    (
        "commission on crime prevention and criminal justice",
        "Commission on Crime Prevention and Criminal Justice",
    ),
    ("commission on the status of women", "Commission on the Status of Women"),
    ("statistical commission", "Statistical Commission"),
];

impl Organ {
    pub fn named(name: &str) -> Self {
        match name {
            "General Assembly" => Self::GeneralAssembly,
            "Security Council" => Self::SecurityCouncil,
            "Economic and Social Council" => Self::EconomicAndSocialCouncil,
            "Human Rights Council" => Self::HumanRightsCouncil,
            other => Self::Other(other.to_owned()),
        }
    }

    /// A commission that the words before do not name.
    pub fn some_commission() -> Self {
        Self::Other("Commission".to_owned())
    }

    /// The organ whose documents bear symbols like this one.
    pub fn of_symbol(symbol: &str) -> Option<Self> {
        let starts = |root: &str| symbol.starts_with(root);
        Some(match symbol {
            _ if starts("A/HRC/") => Self::HumanRightsCouncil,
            _ if starts("A/") => Self::GeneralAssembly,
            _ if starts("S/") => Self::SecurityCouncil,
            _ if starts("E/CN.7/") => Self::Other("Commission on Narcotic Drugs".to_owned()),
            _ if starts("E/CN.15/") => {
                Self::Other("Commission on Crime Prevention and Criminal Justice".to_owned())
            }
            _ if starts("E/CN.") => return None,
            _ if starts("E/") => Self::EconomicAndSocialCouncil,
            _ => return None,
        })
    }

    /// The organ that speaks, where the paragraph opens a resolution: "The General Assembly,".
    pub fn enacting(paragraph: &str) -> Option<Self> {
        let line = paragraph.trim().strip_prefix("The ")?;
        let name = line.trim_end_matches([',', ':']).to_lowercase();
        ORGANS.iter().find(|(organ, _)| *organ == name).map(|(_, organ)| Self::named(organ))
    }

    pub fn full_form(&self, what: &str, text: &str) -> String {
        if what == "decision" {
            return format!("{} decision {text}", self.name());
        }
        match self {
            Self::GeneralAssembly => format!("A/RES/{text}"),
            Self::SecurityCouncil => format!("S/RES/{text}"),
            Self::EconomicAndSocialCouncil => format!("E/RES/{text}"),
            Self::HumanRightsCouncil => format!("A/HRC/RES/{text}"),
            Self::Other(name) => format!("{name} resolution {text}"),
        }
    }

    fn name(&self) -> &str {
        match self {
            Self::GeneralAssembly => "General Assembly",
            Self::SecurityCouncil => "Security Council",
            Self::EconomicAndSocialCouncil => "Economic and Social Council",
            Self::HumanRightsCouncil => "Human Rights Council",
            Self::Other(name) => name,
        }
    }
}
