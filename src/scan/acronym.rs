//! Acronyms that neither the dataset nor the document explains.

use std::ops::Range;

use super::definition::is_acronym;
use super::heads::{is_connector, is_generic};
use super::reader::is_stressed;
use super::token::{Places, Token, Words, tail};
use super::verb;
use crate::model::MONTHS as MONTHS_IN_FULL;

/// Acronyms of general use, of three letters or more, that name no body.
static NO_BODIES: Words = Words::new(
    "AIDS API ART ARV ATS BMI CBD CCTV CEO CFT COVID CRP CSO CSOS DNA DVD ECTS EEZ FAQ FTE GBV GDP GHB GIS GMO \
     GMT GNI GNP GPS HCV HBV HBIS HIV HQS ICT ICTS IDP IDPS IDU IED IFI IFIS INF ISBN ISSN IUU JIT KPI LDC LDCS \
     LGBT LGBTI LGBTQ LLDC LLDCS LPG LSD MDG MDGS MDMA MDR MLA MSME MSMES NCD NCDS NDC NGO NGOS NPS NSP ODA OST \
     PDF PEP PHD PLWHA PTSD PWID RBM RPTC SALW SDG SDGS SIDS SME SMES SOP SOPS STEM STD STI STIS SWOT TBC THC \
     TOR TORS UAV UHC USA USB USD EUR UTC VAT VIP WASH WMD WWW ASG USG DSRSG SRSG PROC UNGASS UNDAF UNSDCF \
     OECD-DAC ISO CEST CET EST REV ADD CORR BOT PPP PPPS FDI IPR AML CTF CDD TOC FTF FTFS CBRN RUSF PCR LNG \
     CCPCJ/CND WTI SOS ADHD FASD MOOC MOUS MOU NPO NPOS DRR SSC GAAP IPSAS ERP EDRMS",
);

/// Whether a word can be a verb that opens a paragraph, in capitals or not: "URGES", "RECALLING".
pub(super) fn is_verb(word: &str) -> bool {
    let lower = word.to_lowercase();
    lower.ends_with("ing") && lower.len() > 5 || verb::ALL.openings.contains(&lower)
}

/// Short words that join those of a heading in capitals.
static SHORT: Words = Words::new("AN AS AT BY IN OF ON TO");

/// The months in short.
static MONTHS: Words = Words::new("JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC");

/// Whether a word in capitals is a month, by the number before or behind it: "5 OCT 2026".
pub(super) fn is_month(word: &str, before: Option<&Token>, behind: Option<&Token>) -> bool {
    let is_number = |token: Option<&Token>| token.is_some_and(Token::is_number);
    MONTHS.has(word) && (is_number(before) || is_number(behind))
}

/// Whether a word is an acronym that may name a body: three capitals at least, and not in general use
/// for something else.
pub(super) fn may_be_body(word: &str) -> bool {
    let short = word.strip_suffix('s').unwrap_or(word);
    let capitals = short.chars().filter(|c| c.is_uppercase()).count();
    let has_digit = short.chars().any(|c| c.is_ascii_digit());
    // Longer words in capitals are headings: "BACKGROUND".
    is_acronym(word)
        && (capitals <= 9 || short.contains('-'))
        && (capitals >= 3 || short.starts_with("UN-") && capitals >= 2)
        && !has_digit
        && !NO_BODIES.has(&short.to_uppercase())
        && !is_stressed(word)
        && !is_verb(word)
        && !is_plain(short)
}

/// Whether a word in capitals is an ordinary word, by its ending, or the noun of a body.
fn is_plain(word: &str) -> bool {
    let has_ending =
        ["ED", "FUL", "LY", "MENT", "OUS", "TION"].iter().any(|end| word.ends_with(end));
    is_generic(word) || has_ending && word.len() > 5
}

/// Whether the word at `at` goes with the one before, both in capitals as older texts stress them: "HAVING SEEN",
/// "TAKING INTO ACCOUNT".
pub(super) fn is_stressed_with_another(tokens: &[Token], at: usize) -> bool {
    let before = tokens.word_before(at, 1);
    let is_upper = !before.contains(char::is_lowercase) && before.len() > 1;
    is_upper && (is_verb(before) || is_stressed(before) && tokens[at].text.len() > 4)
}

/// Whether an acronym that is also a word stands for that, by the noun behind it: "SMART indicators".
pub(super) fn is_plain_word(acronym: &str, next: &str) -> bool {
    let nouns = "criteria goal goals indicator indicators objective objectives target targets";
    acronym == "SMART" && nouns.split(' ').any(|noun| noun == next)
}

/// Whether a paragraph is written in capitals throughout, so that capitals tell nothing.
pub(super) fn is_in_capitals(tokens: &[Token]) -> bool {
    let words = || {
        tokens.iter().filter(|token| token.text.chars().filter(|c| c.is_alphabetic()).count() > 1)
    };
    let all = words().count();
    let has_long = words().any(|token| token.is_upper() && token.text.chars().count() > 8);
    all >= 2 && has_long && words().filter(|token| token.is_upper()).count() * 10 >= all * 8
}

/// Where headings in capitals run into a paragraph: "ACTION BY THE BOARD The Board met." They begin
/// like a sentence and are followed by one or by a colon; `is_free` excludes words of known names.
pub(super) fn headings(tokens: &[Token], is_free: impl Fn(&Token) -> bool) -> Vec<Range<usize>> {
    let is_joint = |word: &str| is_stressed(word) || SHORT.has(word);
    let tells = |token: &Token| is_joint(token.text) || token.text.chars().count() > 6;
    let mut found = Vec::from_iter(dateline_end(tokens).map(|end| 0..end));
    let mut at = found.first().map_or(0, |dateline| dateline.end);
    while at < tokens.len() {
        let end = at + tokens[at..].iter().take_while(|token| token.is_upper()).count();
        let begins = at == 0
            || tokens[at - 1].text.ends_with(['.', ';', ':', '?', '!', ')', '”'])
            || tokens[at - 1].is_number();
        let is_followed = tokens
            .get(end)
            .is_none_or(|next| next.text == ":" || next.is_word() && next.is_capital());
        let mut words = tokens[at..end].iter().filter(|token| is_free(token));
        if begins && is_followed && words.clone().count() > 1 && words.any(tells) {
            found.push(at..end);
        }
        at = end.max(at + 1);
    }
    found
}

/// Where the places end with which a piece of news opens: "GENEVA/VIENNA, 8 June", "ABUJA, Nigeria:", "BRUSSELS (Press)
/// –".
fn dateline_end(tokens: &[Token]) -> Option<usize> {
    let end = tokens.iter().take_while(|token| token.is_upper() || token.text == "/").count();
    let is_dash = |at: usize| matches!(tokens.word(at), "–" | "—" | "-");
    let is_dateline = match tokens.word(end) {
        "," if MONTHS_IN_FULL.contains(&tokens.word(end + 2)) => tokens[end + 1].is_number(),
        "," => {
            let is_place = tokens.word(end + 1).starts_with(char::is_uppercase);
            is_place && (is_dash(end + 2) || tokens.word(end + 2) == ":")
        }
        "(" => tokens.word(end + 2) == ")" && is_dash(end + 3),
        _ => false,
    };
    let is_long = tokens[..end].iter().any(|token| token.text.len() > 4);
    (is_dateline && is_long).then_some(end)
}

/// Whether the word at byte `at` is part of a web address.
pub(super) fn is_in_address(text: &str, at: usize) -> bool {
    let is_end = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')');
    let start = at - tail(&text[..at], 300).rsplit(is_end).next().map_or(0, str::len);
    let end = text.floor_char_boundary(start + 300);
    let word = text[start..end].split(is_end).next().unwrap_or("");
    word.contains("://") || word.starts_with("www.")
}

/// Whether what stands around an acronym makes it a part of the code of a project, "GLO/K67", or of the number of a
/// text, "2005/387/JHA", "AB/RES. 12 (XLVII-O/17)", "COM(2020) 606", or of a name with a stop in it.
pub(super) fn is_in_code(before: &str, rest: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let part = rest.strip_prefix('/').unwrap_or("");
    let is_number = |text: &str| text.trim_start().starts_with(is_digit);
    let is_series = before.ends_with('/') && rest.strip_prefix('.').is_some_and(is_number);
    let year = rest.trim_start().strip_prefix('(').and_then(|rest| rest.split_at_checked(4));
    let is_of_year = year.is_some_and(|(year, rest)| {
        is_number(year) && rest.strip_prefix(") ").is_some_and(is_number)
    });
    let letter = part.strip_prefix(|c: char| c.is_ascii_uppercase()).unwrap_or(part);
    // "NAR/CL.1/2024", "AFR/RC70/4"
    let (series, more) = part.split_once('/').unwrap_or_default();
    let number =
        series.trim_start_matches(|c: char| c.is_ascii_uppercase()).trim_start_matches('.');
    let is_symbol = number.starts_with(is_digit) && more.starts_with(is_digit);
    // "GLO.ACT"
    let capitals = |signs: &mut dyn Iterator<Item = char>| {
        signs.next() == Some('.') && signs.take(2).filter(char::is_ascii_uppercase).count() == 2
    };
    let is_dotted = capitals(&mut before.chars().rev()) || capitals(&mut rest.chars());
    letter.starts_with(is_digit)
        || is_series
        || is_of_year
        || is_symbol
        || is_dotted
        || is_behind_number(before)
}

/// Whether a text ends with a number of two parts and a slash: "2005/387/".
pub(super) fn is_behind_number(text: &str) -> bool {
    let digits = |text: &str| text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let Some(number) = text.strip_suffix('/') else { return false };
    let first = &number[..digits(number)];
    first.len() < number.len()
        && first.strip_suffix('/').is_some_and(|year| digits(year) < year.len())
}

/// The parts of a compound of acronyms: "UNODC-WCO"; "UN-Women" is one.
pub(super) fn parts<'a>(token: &Token<'a>) -> Vec<Token<'a>> {
    let pieces: Vec<&str> = token.text.split('-').collect();
    let is_whole = pieces.len() == 1
        || NO_BODIES.has(token.text)
        || pieces[0] == "UN"
        || pieces.iter().all(|piece| piece.len() < 3 || piece.chars().all(|c| !c.is_lowercase()))
            && pieces.iter().any(|piece| piece.len() < 3);
    if is_whole {
        return vec![*token];
    }
    let mut start = token.start;
    let each = pieces.into_iter().map(|text| {
        let part = Token { text, start };
        start += text.len() + 1;
        part
    });
    each.filter(|part| part.text.len() >= 3 && is_acronym(part.text)).collect()
}

/// Whether the initials of the words are these letters; small words need not count, and of a word with
/// a hyphen the first part may count alone.
pub(super) fn spells(tokens: &[Token], letters: &[char]) -> bool {
    // Bit `n` is set where the words so far can have spelt the first `n` letters.
    let mut reached: u32 = 1;
    for token in tokens {
        if !token.is_word() && token.text != "&" {
            if !matches!(token.text, "," | "–" | "—" | "-") {
                return false;
            }
            continue;
        }
        let is_small =
            is_connector(token.text) || matches!(token.text, "the" | "to" | "in" | "its");
        let initials: Vec<char> = token
            .text
            .split('-')
            .filter_map(|part| part.chars().next())
            .flat_map(char::to_uppercase)
            .collect();
        if initials.is_empty() {
            return false;
        }
        let mut next = if is_small { reached } else { 0 };
        for count in [1, initials.len()] {
            for from in (0..letters.len()).filter(|from| reached & (1 << from) != 0) {
                if letters[from..].starts_with(&initials[..count]) {
                    next |= 1 << (from + count);
                }
            }
        }
        reached = next;
        if reached == 0 {
            return false;
        }
    }
    reached & (1 << letters.len()) != 0
}
