//! The organs that adopt resolutions, by their names and by the symbols of their documents.

/// An organ that adopts resolutions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Organ {
    pub name: &'static str,
    /// How the symbols of its documents begin.
    documents: Option<&'static str>,
    /// How the symbols of its resolutions begin, where they have symbols of their own.
    pub resolutions: Option<&'static str>,
    /// How many texts it adopts in a session at most, where that is known.
    most_texts: Option<u32>,
    /// The year before that of its first session, as its sessions are counted by year; 0 where the symbol of a
    /// document bears its session.
    year_before_first: u32,
}

/// Names of organs as they stand before "resolution" or in a sentence.
pub(super) const ORGANS: &[(&str, Organ)] = &[
    ("economic and social council", Organ::ECONOMIC_AND_SOCIAL_COUNCIL),
    ("human rights council", Organ::HUMAN_RIGHTS_COUNCIL),
    ("security council", Organ::SECURITY_COUNCIL),
    ("general assembly", Organ::GENERAL_ASSEMBLY),
    ("assembly", Organ::GENERAL_ASSEMBLY),
    ("commission on narcotic drugs", Organ::COMMISSION_ON_DRUGS),
    ("commission on crime prevention and criminal justice", Organ::COMMISSION_ON_CRIME),
    (
        "commission on the status of women",
        Organ::new("Commission on the Status of Women", None, None),
    ),
    ("world health assembly", Organ::new("World Health Assembly", None, None)),
    ("united nations environment assembly", Organ::ENVIRONMENT_ASSEMBLY),
    ("environment assembly", Organ::ENVIRONMENT_ASSEMBLY),
    ("conference of the parties", Organ::new("Conference of the Parties", None, None)),
    (
        "conference of the states parties",
        Organ::new("Conference of the States Parties", None, None),
    ),
    ("statistical commission", Organ::new("Statistical Commission", None, None)),
];

/// The acronyms of organs, the longer first, and those who are called so instead of one.
pub(super) const ACRONYMS: &[(&str, &str)] = &[
    ("CCPCJ", "commission on crime prevention and criminal justice"),
    ("CND", "commission on narcotic drugs"),
    ("COP|CoP", "conference of the parties"),
    ("COSP|CoSP", "conference of the states parties"),
    ("CSW", "commission on the status of women"),
    ("ECOSOC", "economic and social council"),
    ("UNGA|GA|UN|United Nations", "general assembly"),
    ("UNHRC|HRC", "human rights council"),
    ("StatCom", "statistical commission"),
    ("UNEA", "united nations environment assembly"),
    ("UNSC", "security council"),
    ("WHA", "world health assembly"),
];

/// The names of organs in French and Spanish, where they do not begin as those in English alone.
const FOREIGN: &[(&str, Organ)] = &[
    ("assemblée générale|asamblea general", Organ::GENERAL_ASSEMBLY),
    ("conseil de sécurité|consejo de seguridad", Organ::SECURITY_COUNCIL),
    ("conseil des droits de l’homme|consejo de derechos humanos", Organ::HUMAN_RIGHTS_COUNCIL),
    ("conseil économique et social|consejo económico y social", Organ::ECONOMIC_AND_SOCIAL_COUNCIL),
    ("commission des stupéfiants|comisión de estupefacientes", Organ::COMMISSION_ON_DRUGS),
    (
        "commission pour la prévention du crime et la justice pénale|comisión de prevención del delito y justicia penal",
        Organ::COMMISSION_ON_CRIME,
    ),
    ("comisión", Organ::SOME_COMMISSION),
];

impl Organ {
    pub const GENERAL_ASSEMBLY: Self = Self::new("General Assembly", Some("A/"), Some("A/RES/"));
    pub const SECURITY_COUNCIL: Self = Self::new("Security Council", Some("S/"), Some("S/RES/"));
    pub const ECONOMIC_AND_SOCIAL_COUNCIL: Self =
        Self::new("Economic and Social Council", Some("E/"), Some("E/RES/"));
    pub const HUMAN_RIGHTS_COUNCIL: Self =
        Self::new("Human Rights Council", Some("A/HRC/"), Some("A/HRC/RES/")).adopting(60, 0);
    pub const COMMISSION_ON_DRUGS: Self =
        Self::new("Commission on Narcotic Drugs", Some("E/CN.7/"), None).adopting(40, 1957);
    pub const COMMISSION_ON_CRIME: Self =
        Self::new("Commission on Crime Prevention and Criminal Justice", Some("E/CN.15/"), None)
            .adopting(40, 1991);
    const ENVIRONMENT_ASSEMBLY: Self = Self::new("United Nations Environment Assembly", None, None);
    /// A commission that the words before do not name.
    pub const SOME_COMMISSION: Self = Self::new("Commission", None, None);

    const fn new(
        name: &'static str,
        documents: Option<&'static str>,
        resolutions: Option<&'static str>,
    ) -> Self {
        Self { name, documents, resolutions, most_texts: None, year_before_first: 0 }
    }

    const fn adopting(self, most_texts: u32, year_before_first: u32) -> Self {
        Self { most_texts: Some(most_texts), year_before_first, ..self }
    }

    /// The organ whose name is found; "the Council" alone is the Economic and Social Council, "the Commission" some
    /// commission.
    pub fn where_name(is_found: impl Fn(&str) -> bool) -> Option<Self> {
        let short =
            [("council", Self::ECONOMIC_AND_SOCIAL_COUNCIL), ("commission", Self::SOME_COMMISSION)];
        ORGANS.iter().chain(&short).find(|(name, _)| is_found(name)).map(|(_, organ)| *organ)
    }

    /// The organ with whose name the text begins: not "Commissioner".
    pub fn at(text: &str) -> Option<Self> {
        let begins = |name: &str| {
            let rest = text.strip_prefix(name);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let foreign = FOREIGN.iter().find(|(names, _)| names.split('|').any(begins));
        foreign.map(|(_, organ)| *organ).or_else(|| Self::where_name(begins))
    }

    /// The organ whose documents bear symbols like this one.
    pub fn of_symbol(symbol: &str) -> Option<Self> {
        let bears = |organ: &Self| organ.documents.is_some_and(|root| symbol.starts_with(root));
        let organs = ORGANS.iter().map(|(_, organ)| *organ).filter(bears);
        let organ = organs.max_by_key(|organ| organ.documents.map_or(0, str::len))?;
        // The symbols of the other commissions begin as those of the Council.
        let is_of_other = organ == Self::ECONOMIC_AND_SOCIAL_COUNCIL && symbol.starts_with("E/CN.");
        (!is_of_other).then_some(organ)
    }

    /// The organ that speaks, where the paragraph opens a resolution: "The General Assembly,".
    pub fn enacting(paragraph: &str) -> Option<Self> {
        let line = paragraph.strip_prefix("The ")?;
        let name = line.trim_end_matches([',', ':']).to_lowercase();
        ORGANS.iter().find(|(organ, _)| *organ == name).map(|(_, organ)| *organ)
    }

    /// Whether it is the name of an organ, which decides and has others do the work.
    pub fn is(name: &str) -> bool {
        ORGANS.iter().any(|(organ, _)| name.eq_ignore_ascii_case(organ))
    }

    /// Whether its secretariat is another than that of the United Nations.
    pub fn has_own_secretariat(&self) -> bool {
        self.name == "World Health Assembly"
    }

    /// Whether the organ can have given a text this number, whichever session or year it is of.
    pub fn can_have_numbered(&self, number: &str) -> bool {
        let value = |digits: &str| digits.parse::<u32>().ok();
        if let Some((session, text)) = number.split_once('/') {
            // In its first thirty sessions the Assembly numbered its texts in one sequence.
            let first = if *self == Self::GENERAL_ASSEMBLY { 31 } else { 1 };
            let is_session = value(session)
                .is_none_or(|session| session >= 1900 || (first..100).contains(&session));
            let most = self.most_texts.unwrap_or(999);
            let text = text.split(' ').next().unwrap_or_default();
            return is_session
                && !text.starts_with('0')
                && value(text).is_none_or(|text| text <= most);
        }
        if *self == Self::SECURITY_COUNCIL
            && let Some((text, year)) = number.split_once(" (")
            && let (Some(text), Some(year)) = (value(text), value(year.trim_end_matches(')')))
        {
            // Its texts are numbered in one sequence, at least nine a year.
            return year >= 1946 && text >= (year - 1946) * 9;
        }
        true
    }

    pub fn full_form(&self, what: &str, text: &str) -> String {
        match self.resolutions {
            Some(root) if what == "resolution" => format!("{root}{text}"),
            _ => format!("{} {what} {text}", self.name),
        }
    }
}

/// The organ of a document, and the session that the document is of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sitting {
    pub organ: Organ,
    session: Option<u32>,
}

impl Sitting {
    /// Of a document with this symbol.
    pub fn of_symbol(symbol: &str) -> Option<Self> {
        let organ = Organ::of_symbol(symbol)?;
        let number = symbol.strip_prefix(organ.documents?)?.split('/').next()?.parse().ok();
        let number = number.filter(|_| organ.most_texts.is_some());
        let session = number.map(|number: u32| number.saturating_sub(organ.year_before_first));
        Some(Self { organ, session })
    }

    /// Of no session that is known.
    pub fn open(organ: Organ) -> Self {
        Self { organ, session: None }
    }

    /// Of the text that this organ adopts.
    pub fn enacting(organ: Organ, document: Option<Self>) -> Self {
        let same = document.filter(|document| document.organ == organ);
        same.unwrap_or(Self::open(organ))
    }

    /// Whether its organ may have adopted the text with this number of session and text: "63/4", "46/185 C".
    pub fn may_have_adopted(&self, number: &str) -> bool {
        let Some(most) = self.organ.most_texts else { return true };
        let numbers = number.split_once('/');
        let Some((session, text)) = numbers.and_then(|(session, text)| {
            Some((session.parse::<u32>().ok()?, text.parse::<u32>().ok()?))
        }) else {
            // It bears the letter of a part, which the General Assembly alone gives.
            return false;
        };
        text <= most && self.session.is_none_or(|last| session <= last)
    }
}

/// What the resolution is called that bears a symbol: "General Assembly resolution 74/178".
pub fn resolution_title(symbol: &str) -> Option<String> {
    ORGANS.iter().find_map(|(_, organ)| {
        let number = symbol.strip_prefix(organ.resolutions?)?;
        Some(format!("{} resolution {number}", organ.name))
    })
}
