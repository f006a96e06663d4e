//! Days, times and kinds of acts in words.

use crate::texts::t;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use lianxin_base::{Day, Lang, Moment, month_name};
pub(crate) use lianxin_register::said_phone as phone;

/// `6 月 18 日 17:45`, with the year if it is another one.
pub(crate) fn when(lang: Lang, at: Moment, now: Moment) -> String {
    let (hour, minute) = at.hour_minute();
    t(lang).msg_when(date(lang, at.day(), now), format!("{hour}:{minute:02}"))
}

/// `6 月 18 日`, with the year if it is another one.
pub(crate) fn date(lang: Lang, day: Day, now: Moment) -> String {
    let (year, month, d) = day.parts();
    if year == now.day().year() {
        t(lang).msg_date(month_name(lang, month), d.to_string())
    } else {
        t(lang).msg_date_year(year.to_string(), month_name(lang, month), d.to_string())
    }
}

/// The day and the month as they stand on a leaf of a calendar: `18`, `6 月`.
pub(crate) fn leaf_of_calendar(lang: Lang, day: Day) -> (String, String) {
    let (_, month, d) = day.parts();
    (d.to_string(), t(lang).msg_month(month_name(lang, month)))
}

/// `2026 年 6 月`.
pub(crate) fn month(lang: Lang, day: Day) -> String {
    let (year, month, _) = day.parts();
    t(lang).msg_year_month(year.to_string(), month_name(lang, month))
}

/// A time to the second, as it stands in the record: `2026-06-18 17:45:09`.
pub(crate) fn exact(at: Moment) -> String {
    at.rfc3339().replace('T', " ").replace("+08:00", "")
}

/// A leaf hash 留底号 as people see it.
pub(crate) fn hash(bytes: &[u8]) -> String {
    BASE64URL.encode(bytes)
}

/// Its beginning, enough to tell it from others.
pub(crate) fn short(bytes: &[u8]) -> String {
    let mut text = hash(bytes);
    text.truncate(SHORT);
    text
}

/// So many characters of a 留底号 stand in lists: 72 bits.
const SHORT: usize = 12;

/// A kind of act in plain words; its own name if this program has none for it.
pub fn kind(lang: Lang, kind: &str) -> String {
    let t = t(lang);
    match kind {
        "sealed" => t.msg_kind_sealed(),
        "council.report" => t.msg_kind_report(),
        "council.dispatch" => t.msg_kind_dispatch(),
        "council.decline" => t.msg_kind_decline(),
        "council.entry" => t.msg_kind_entry(),
        "council.decision" => t.msg_kind_decision(),
        "council.completion" => t.msg_kind_completion(),
        "council.return" => t.msg_kind_return(),
        "council.extension" => t.msg_kind_extension(),
        "council.transfer" => t.msg_kind_transfer(),
        "council.feedback" => t.msg_kind_feedback(),
        "council.lateness" => t.msg_kind_lateness(),
        "council.nearing" => t.msg_kind_nearing(),
        "council.climb" => t.msg_kind_climb(),
        "council.climbing" => t.msg_kind_climbing(),
        "council.responsibility" => t.msg_kind_responsibility(),
        "council.pause" => t.msg_kind_pause(),
        "council.resumption" => t.msg_kind_resumption(),
        "council.arrival" => t.msg_kind_arrival(),
        "council.bulletin" => t.msg_kind_bulletin(),
        "council.bulletin_answer" => t.msg_kind_bulletin_answer(),
        "council.bulletin_hung" => t.msg_kind_bulletin_hung(),
        "council.bulletin_due" => t.msg_kind_bulletin_due(),
        "council.banner_due" => t.msg_kind_banner_due(),
        "council.part_due" => t.msg_kind_part_due(),
        "council.hiding" => t.msg_kind_hiding(),
        "council.question_answer" => t.msg_kind_question_answer(),
        "council.question_due" => t.msg_kind_question_due(),
        "council.about" => t.msg_kind_about(),
        "council.poll" => t.msg_kind_poll(),
        "council.poll_answer" => t.msg_kind_poll_answer(),
        "council.poll_closed" => t.msg_kind_poll_closed(),
        "council.poll_off" => t.msg_kind_poll_off(),
        "council.survey" => t.msg_kind_survey(),
        "council.survey_answer" => t.msg_kind_survey_answer(),
        "council.survey_closed" => t.msg_kind_survey_closed(),
        "council.thanks" => t.msg_kind_thanks(),
        "council.raise" => t.msg_kind_raise(),
        "council.part" => t.msg_kind_part(),
        "council.part_step" => t.msg_kind_part_step(),
        "council.quote" => t.msg_kind_quote(),
        "council.quote_answer" => t.msg_kind_quote_answer(),
        "council.reminder" => t.msg_kind_reminder(),
        "council.lapse" => t.msg_kind_lapse(),
        "council.publication" => t.msg_kind_publication(),
        "council.meeting" => t.msg_kind_meeting(),
        "council.meeting_changed" => t.msg_kind_meeting_changed(),
        "council.meeting_sheet" => t.msg_kind_meeting_sheet(),
        "council.minutes_missing" => t.msg_kind_minutes_missing(),
        "council.meeting_cancelled" => t.msg_kind_meeting_cancelled(),
        "council.attendance" => t.msg_kind_attendance(),
        "council.attendance_struck" => t.msg_kind_attendance_struck(),
        "council.minutes" => t.msg_kind_minutes(),
        "council.minutes_objection" => t.msg_kind_minutes_objection(),
        "council.minutes_answer" => t.msg_kind_minutes_answer(),
        "council.minutes_waiting" => t.msg_kind_minutes_waiting(),
        "council.minutes_final" => t.msg_kind_minutes_final(),
        "council.upshot" => t.msg_kind_upshot(),
        "register.area" => t.msg_kind_area(),
        "register.grid" => t.msg_kind_grid(),
        "register.building" => t.msg_kind_building(),
        "register.organisation" => t.msg_kind_organisation(),
        "register.contract" => t.msg_kind_contract(),
        "register.seat" => t.msg_kind_seat(),
        "register.seat_end" => t.msg_kind_seat_end(),
        "office.export" => t.msg_kind_export(),
        "gate.door" => t.msg_kind_door(),
        "register.seat_stop" => t.msg_kind_seat_stop(),
        "register.entrance" => t.msg_kind_entrance(),
        "register.area_merge" => t.msg_kind_area_merge(),
        "register.deputy" => t.msg_kind_deputy(),
        "register.charge" => t.msg_kind_charge(),
        "office.handover" => t.msg_kind_handover(),
        "office.handover_item" => t.msg_kind_handover_item(),
        "office.handover_successor" => t.msg_kind_handover_successor(),
        "office.handover_check" => t.msg_kind_handover_check(),
        "office.handover_acceptance" => t.msg_kind_handover_acceptance(),
        "office.look_up" => t.msg_kind_look_up(),
        "gate.seat_reset" => t.msg_kind_seat_reset(),
        "outbox.quiet_hours" => t.msg_kind_quiet_hours(),
        "outbox.address" => t.msg_kind_address(),
        "privacy.purge" => t.msg_kind_purge(),
        "office.retention" => t.msg_kind_retention(),
        "office.backup" => t.msg_kind_backup(),
        "journal.restored" => t.msg_kind_restored(),
        "journal.key_change" => t.msg_kind_key_change(),
        "journal.move" => t.msg_kind_log_move(),
        "journal.day" => t.msg_journal_log(),
        "council.apart" => t.msg_kind_apart(),
        "council.banner" => t.msg_kind_banner(),
        "council.banner_news" => t.msg_kind_banner_news(),
        "council.banner_tap" => t.msg_kind_banner_tap(),
        "council.reply" => t.msg_kind_reply(),
        "council.reply_retired" => t.msg_kind_reply_retired(),
        "council.proposal" => t.msg_kind_proposal(),
        "council.poster_look" => t.msg_kind_poster_look(),
        "council.join" => t.msg_kind_join(),
        "council.leaving" => t.msg_kind_leaving(),
        "council.merge" => t.msg_kind_merge(),
        "council.seconding" => t.msg_kind_seconding(),
        "gate.admission" => t.msg_kind_admission(),
        "gate.consent" => t.msg_kind_consent(),
        "gate.lost_phone" => t.msg_kind_lost_phone(),
        "gate.slip" => t.msg_kind_slip(),
        "gate.slip_void" => t.msg_kind_slip_void(),
        "gate.withdrawal" => t.msg_kind_withdrawal(),
        "office.imprint" => t.msg_kind_imprint(),
        "office.incident" => t.msg_kind_incident(),
        "office.incident_reminder" => t.msg_kind_incident_reminder(),
        "office.incident_step" => t.msg_kind_incident_step(),
        "office.reach" => t.msg_kind_reach(),
        "outbox.hook" => t.msg_kind_hook(),
        "outbox.telling" => t.msg_kind_telling(),
        "outbox.wish" => t.msg_kind_wish(),
        "privacy.erasure" => t.msg_kind_erasure(),
        "property.voter" => t.msg_kind_voter(),
        "property.voter_end" => t.msg_kind_voter_end(),
        "property.rule_set" => t.msg_kind_rule_set(),
        "property.vote" => t.msg_kind_vote(),
        "property.vote_cancelled" => t.msg_kind_vote_cancelled(),
        "property.roll_objection" => t.msg_kind_roll_objection(),
        "property.roll_answer" => t.msg_kind_roll_answer(),
        "property.delivery" => t.msg_kind_delivery(),
        "property.reissue" => t.msg_kind_reissue(),
        "property.proxy" => t.msg_kind_proxy(),
        "property.proxy_end" => t.msg_kind_proxy_end(),
        "property.last_days" => t.msg_kind_last_days(),
        "property.count_late" => t.msg_kind_count_late(),
        "property.filed" => t.msg_kind_filed(),
        "property.filing_late" => t.msg_kind_filing_late(),
        "notice_board.notice" => t.msg_kind_notice(),
        "notice_board.change" => t.msg_kind_notice_change(),
        "notice_board.down" => t.msg_kind_notice_down(),
        "notice_board.proof" => t.msg_kind_notice_proof(),
        "notice_board.reminder" => t.msg_kind_notice_reminder(),
        "notice_board.calendar" => t.msg_kind_notice_calendar(),
        "notice_board.overdue" => t.msg_kind_notice_overdue(),
        "notice_board.second_title" => t.msg_kind_second_title(),
        "property.first" => t.msg_kind_first(),
        "property.first_step" => t.msg_kind_first_step(),
        "property.first_late" => t.msg_kind_first_late(),
        "property.first_undone" => t.msg_kind_first_undone(),
        "property.first_off" => t.msg_kind_first_off(),
        "property.urgent" => t.msg_kind_urgent(),
        "property.urgent_done" => t.msg_kind_urgent_done(),
        "property.takeover" => t.msg_kind_takeover(),
        "property.takeover_undone" => t.msg_kind_takeover_undone(),
        "property.takeover_off" => t.msg_kind_takeover_off(),
        "property.takeover_step" => t.msg_kind_takeover_step(),
        "property.election" => t.msg_kind_election(),
        "property.candidate" => t.msg_kind_candidate(),
        "property.candidate_checked" => t.msg_kind_candidate_checked(),
        "property.candidates_posted" => t.msg_kind_candidates_posted(),
        "property.committee_seated" => t.msg_kind_committee_seated(),
        "property.first_meeting" => t.msg_kind_first_meeting(),
        "property.first_meeting_late" => t.msg_kind_first_meeting_late(),
        "property.hand_over" => t.msg_kind_hand_over(),
        "property.hand_over_late" => t.msg_kind_hand_over_late(),
        "property.change_filed" => t.msg_kind_change_filed(),
        "property.change_waits" => t.msg_kind_change_waits(),
        "property.term_ends" => t.msg_kind_term_ends(),
        "property.proxy_confirmed" => t.msg_kind_proxy_confirmed(),
        "property.opening" => t.msg_kind_opening(),
        "property.opening_stuck" => t.msg_kind_opening_stuck(),
        "property.ballot" => t.msg_kind_ballot(),
        "property.paper" => t.msg_kind_paper(),
        "property.seat_vacant" => t.msg_kind_seat_vacant(),
        "property.alternate" => t.msg_kind_alternate(),
        "property.box" => t.msg_kind_box(),
        "property.official" => t.msg_kind_official(),
        "property.urgent_mended" => t.msg_kind_urgent_mended(),
        "property.urgent_off" => t.msg_kind_urgent_off(),
        "property.urgent_late" => t.msg_kind_urgent_late(),
        "property.tally_signed" => t.msg_kind_tally_signed(),
        "property.official_void" => t.msg_kind_official_void(),
        "property.form_photo" => t.msg_kind_form_photo(),
        "property.form_photo_back" => t.msg_kind_form_photo_back(),
        "property.paper_void" => t.msg_kind_paper_void(),
        "property.paper_settled" => t.msg_kind_paper_settled(),
        "property.closing" => t.msg_kind_closing(),
        "property.count" => t.msg_kind_count(),
        "property.matter_result" => t.msg_kind_matter_result(),
        "property.ballot_file" => t.msg_kind_ballot_file(),
        "register.break" => t.msg_kind_break(),
        "register.child" => t.msg_kind_child(),
        "register.child_end" => t.msg_kind_child_end(),
        "register.emergency" => t.msg_kind_emergency(),
        "register.on_call" => t.msg_kind_on_call(),
        "register.hours" => t.msg_kind_hours(),
        "register.household" => t.msg_kind_household(),
        "register.owner_set" => t.msg_kind_owner_set(),
        "register.person" => t.msg_kind_person(),
        "register.relation" => t.msg_kind_relation(),
        "register.relation_end" => t.msg_kind_relation_end(),
        "register.unit_change" => t.msg_kind_unit_change(),
        "register.units" => t.msg_kind_units(),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_name_the_year_only_when_it_is_another() {
        let day: Day = "2026-06-18".parse().expect("a day");
        let (this, next) = (day.at(9, 0), Day::from_number(day.number() + 365).at(9, 0));
        for (lang, now, says) in [
            (Lang::Zh, this, "6 月 18 日 17:05"),
            (Lang::Zh, next, "2026 年 6 月 18 日 17:05"),
            (Lang::En, this, "18 Jun 17:05"),
            (Lang::En, next, "18 Jun 2026 17:05"),
        ] {
            assert_eq!(when(lang, day.at(17, 5), now), says);
        }
        assert_eq!(exact(day.at(17, 5)), "2026-06-18 17:05:00");
        assert_eq!(leaf_of_calendar(Lang::Zh, day), ("18".into(), "6 月".into()));
    }

    #[test]
    fn telephone_numbers_are_written_with_gaps() {
        for (digits, says) in [
            ("04758100001", "0475-8100001"),
            ("01062345678", "010-62345678"),
            ("04758100001-801", "0475-8100001-801"),
            ("13812340000", "138 1234 0000"),
            ("12345", "12345"),
            ("值班室", "值班室"),
            ("", ""),
        ] {
            assert_eq!(phone(digits), says);
        }
    }

    #[test]
    fn a_kind_without_words_keeps_its_name() {
        for lang in Lang::ALL {
            assert_eq!(kind(lang, "garden.plot"), "garden.plot");
            assert_ne!(kind(lang, "council.report"), "council.report");
        }
        assert_eq!(short(&[0; 32]), "AAAAAAAAAAAA");
    }
}
