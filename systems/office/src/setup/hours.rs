//! 上班时间: deadlines end at close of business (Civil Code 203).

use super::form::{Form, head, question};
use super::root;
use crate::texts::t;
use axum::response::Response;
use lianxin_calendar::OfficeHours;
use lianxin_journal::Head;
use lianxin_register::{Hours, find, hours};
use lianxin_web::{Fields, Trouble, Visit};

const NAMES: [&str; 4] = ["opens", "noon_from", "noon_to", "closes"];

/// `GET /setup/hours`
pub(super) async fn page(visit: Visit) -> Result<Response, Trouble> {
    show(&visit, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, typed: &Fields) -> Result<Response, Trouble> {
    let area = root(visit).await?.id;
    let now = visit.read(move |r| Ok(find::terms(r, area)?)).await?.hours.minutes();
    let t = t(visit.lang);
    let mut form = Form::new(visit, "/setup/hours", t.msg_setup_hours(), t.msg_setup_hours_lead());
    let labels = [t.msg_setup_opens(), t.msg_setup_noon_from(), t.msg_setup_noon_to(), t.msg_setup_closes()];
    for ((name, label), minute) in NAMES.into_iter().zip(labels).zip(now) {
        form.fields.push(question(visit, typed, name, label, Some(&written(minute))).required().max(5));
    }
    Ok(form.show(visit, typed))
}

/// `POST /setup/hours`
pub(super) async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let mut minutes = [0; 4];
    for (name, minute) in NAMES.into_iter().zip(&mut minutes) {
        let typed = fields.line(name, 10);
        match read(&typed) {
            Some(read) => *minute = read,
            None if typed.is_empty() => {}
            None => fields.note(name, "office.time", t(visit.lang).msg_setup_time_wrong()),
        }
    }
    let [opens, noon_from, noon_to, closes] = minutes;
    let said = OfficeHours::new(opens, noon_from, noon_to, closes);
    if let Err(fault) = &said
        && fields.good()
    {
        fields.note("opens", "office.hours", lianxin_base::Refuse::say(fault, visit.lang));
    }
    let Ok(said) = said else { return show(&visit, &fields).await };
    if !fields.good() {
        return show(&visit, &fields).await;
    }
    let area = root(&visit).await?.id;
    let head = head(&visit, area);
    visit
        .act_once(area, fields.token(), move |tx, token| {
            hours(tx, Head { token, ..head.clone() }, Hours { area, hours: said })
        })
        .await?;
    Ok(visit.to("/setup"))
}

/// `8:30`, `08：30`, `8点30`, `8点半` as minutes since midnight.
pub(crate) fn read(typed: &str) -> Option<u16> {
    let plain: String = typed.trim().chars().map(lianxin_base::half_width).filter(|c| !c.is_whitespace()).collect();
    let (hour, minute) = plain.split_once([':', '.', '点', '时'])?;
    let minute = match minute.trim_end_matches('分') {
        "" => 0,
        "半" => 30,
        digits => digits.parse::<u16>().ok()?,
    };
    let hour = hour.parse::<u16>().ok()?;
    (minute < 60 && hour * 60 + minute <= 24 * 60).then_some(hour * 60 + minute)
}

/// `08:30`.
pub(crate) fn written(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (typed, minute) in [
            ("08:30", Some(510)),
            (" 8：30 ", Some(510)),
            ("8点半", Some(510)),
            ("8点", Some(480)),
            ("14时30分", Some(870)),
            ("17.30", Some(1050)),
            ("24:00", Some(1440)),
            ("24:01", None),
            ("8:60", None),
            ("830", None),
            ("", None),
            ("早上", None),
            ("-1:00", None),
        ] {
            assert_eq!(read(typed), minute, "{typed}");
        }
        assert_eq!((written(510).as_str(), read(&written(1440))), ("08:30", Some(1440)));
    }
}
