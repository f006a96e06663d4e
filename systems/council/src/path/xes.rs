//! The log of ways as XES (IEEE 1849): a trace a matter, an event a hop, for tools that were written by others. Numbers,
//! steps, moves, organisations and times only.

use super::store::{MOST, about};
use crate::course::flow;
use lianxin_base::{AreaId, Moment, OrgId};
use lianxin_path::{Way, ended_in};
use lianxin_register::find;
use lianxin_store::{Fault, Read};
use std::collections::BTreeMap;
use std::fmt::Write as _;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
<classifier name="Move" keys="concept:name"/>
"#;

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            // What XML cannot hold.
            c if c < ' ' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

fn word(out: &mut String, key: &str, value: &str) {
    let _ = writeln!(out, "<string key=\"{key}\" value=\"{}\"/>", escaped(value));
}

fn event(out: &mut String, name: &str, (from, to): (&str, &str), holder: &str, at: Moment) {
    out.push_str("<event>\n");
    word(out, "concept:name", name);
    if !from.is_empty() {
        word(out, "from", from);
    }
    word(out, "to", to);
    word(out, "org:group", holder);
    let micros = at.micros().rem_euclid(1_000_000);
    let stamp = at.rfc3339().replacen('+', &format!(".{micros:06}+"), 1);
    let _ = writeln!(out, "<date key=\"time:timestamp\" value=\"{stamp}\"/>\n</event>");
}

/// The event a way begins with.
pub const BEGUN: &str = "begin";

/// The log of these ways, each with its number and its category.
pub fn log<'w>(ways: impl Iterator<Item = (&'w str, &'w str, &'w Way)>, name: &dyn Fn(OrgId) -> String) -> String {
    let mut out = String::from(HEAD);
    for (no, category, way) in ways {
        out.push_str("<trace>\n");
        word(&mut out, "concept:name", no);
        word(&mut out, "category", category);
        word(&mut out, "kind", &way.kind);
        event(&mut out, BEGUN, ("", &way.first.step), &name(way.first.holder), way.began);
        for hop in &way.hops {
            event(&mut out, &hop.mv, (&hop.from, &hop.to), &name(hop.holder_after), hop.at);
        }
        out.push_str("</trace>\n");
    }
    out.push_str("</log>\n");
    out
}

/// The log of the ways that ended in these areas in a time, at most [`MOST`] an area; and how many they are.
///
/// # Errors
/// The database's trouble.
pub fn read(r: &mut Read<'_>, areas: &[AreaId], (from, to): (Moment, Moment)) -> Result<(String, usize), Fault> {
    let (mut ways, mut known, mut names) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
    for area in areas {
        ways.extend(ended_in(r, *area, &flow().name, (from, to), MOST)?);
        known.extend(about(r, *area, (from, to))?);
    }
    for way in &ways {
        for org in std::iter::once(way.first.holder).chain(way.hops.iter().map(|hop| hop.holder_after)) {
            if let std::collections::btree_map::Entry::Vacant(place) = names.entry(org) {
                place.insert(find::org_name(r, org)?.unwrap_or_default());
            }
        }
    }
    let named: Vec<(&str, &str, &Way)> = ways
        .iter()
        .filter_map(|way| known.get(&way.id).map(|about| (about.no.as_str(), about.category.as_str(), way)))
        .collect();
    let n = named.len();
    Ok((log(named.into_iter(), &|org| names.get(&org).cloned().unwrap_or_default()), n))
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::{ActId, Day, WayId};
    use lianxin_path::{First, Taken};
    use quick_xml::events::Event;
    use quick_xml::{Reader, XmlVersion};

    fn way(hops: usize) -> Way {
        let (org, act, at) =
            (OrgId::from_bytes([1; 16]), ActId::from_bytes([2; 16]), Day::from_number(20_619).at(9, 0));
        let hop = |n: usize| Taken {
            mv: "direct".into(),
            from: "look".into(),
            to: "work".into(),
            stage: "solve".into(),
            holder_before: org,
            holder_after: org,
            at: at.plus(n as i64 + 1),
            act,
            due: None,
        };
        Way {
            id: WayId::from_bytes([3; 16]),
            area: AreaId::from_bytes([4; 16]),
            flow: "council.matter".into(),
            version: 1,
            kind: "general".into(),
            began: at,
            ended: None,
            step: "work".into(),
            stage: "solve".into(),
            holder: org,
            due: None,
            first: First { step: "look".into(), stage: "collect".into(), holder: org, due: None, act },
            hops: (0..hops).map(hop).collect(),
        }
    }

    /// How often each tag opens, and the values of a key, as another's reader sees them.
    fn seen(xml: &str) -> (BTreeMap<String, usize>, Vec<String>) {
        let (mut reader, mut tags, mut values) = (Reader::from_str(xml), BTreeMap::new(), Vec::new());
        loop {
            match reader.read_event().expect("XML") {
                Event::Eof => return (tags, values),
                Event::Start(e) | Event::Empty(e) => {
                    let name = e.name().as_ref().to_owned();
                    *tags.entry(name).or_default() += 1;
                    for a in e.attributes() {
                        let a = a.expect("an attribute");
                        if a.key.as_ref() == "value" {
                            values.push(a.normalized_value(XmlVersion::Implicit1_0).expect("text").into_owned());
                        }
                    }
                }
                _ => {}
            }
        }
    }

    #[test]
    fn a_trace_a_matter_and_an_event_a_hop() {
        let (one, long) = (way(0), way(1000));
        let xml = log([("御府苑-1", "light", &one), ("<&\">\u{1}", "lift", &long)].into_iter(), &|_| "甲&乙".into());
        let (tags, values) = seen(&xml);
        assert_eq!((tags["trace"], tags["event"], tags["date"]), (2, 1002, 1002));
        for word in
            ["御府苑-1", "<&\"> ", "甲&乙", "2026-06-15T09:00:00.000000+08:00", "2026-06-15T09:00:00.001000+08:00"]
        {
            assert!(values.iter().any(|v| v == word), "{word}");
        }
        let (tags, _) = seen(&log(std::iter::empty(), &|_| String::new()));
        assert_eq!((tags.get("trace"), tags["log"]), (None, 1));
    }
}
