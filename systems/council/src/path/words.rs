//! Steps and moves in words.

use crate::rules::{Move, Pace};
use crate::texts::t;
use lianxin_base::Lang;

/// A step.
pub(crate) fn step(lang: Lang, name: &str) -> String {
    let t = t(lang);
    match name {
        "look" => t.msg_path_step_look(),
        "deliberate" => t.msg_path_step_deliberate(),
        "work" => t.msg_path_step_work(),
        "waiting" => t.msg_path_step_waiting(),
        "quoted" => t.msg_path_step_quoted(),
        "feedback" => t.msg_path_step_feedback(),
        "closed" => t.msg_path_step_closed(),
        "declined" => t.msg_path_step_declined(),
        "merged" => t.msg_path_step_merged(),
        // Where a walk was too long to be told whole.
        "…" => "…".into(),
        // A step an older flow had keeps its name.
        other => t.msg_path_step_gone(other),
    }
}

/// A move.
pub(super) fn mv(lang: Lang, name: &str) -> String {
    let t = t(lang);
    let Ok(mv) = name.parse::<Move>() else { return name.to_owned() };
    match mv.name() {
        "dispatch" => t.msg_path_move_dispatch(),
        "direct" => t.msg_path_move_direct(),
        "decline" => t.msg_path_move_decline(),
        "decision" => t.msg_path_move_decision(),
        "transfer" => t.msg_path_move_transfer(),
        "return" => t.msg_path_move_return(),
        "extension" => t.msg_path_move_extension(),
        "pause" => t.msg_path_move_pause(),
        "resumption" => t.msg_path_move_resumption(),
        "quote" => t.msg_path_move_quote(),
        "consent" => t.msg_path_move_consent(),
        "dissent" => t.msg_path_move_dissent(),
        "completion" => t.msg_path_move_completion(),
        "confirmation" => t.msg_path_move_confirmation(),
        "objection" => t.msg_path_move_objection(),
        "lapse" => t.msg_path_move_lapse(),
        "merge" => t.msg_path_move_merge(),
        other => other.to_owned(),
    }
}

/// A walk: its steps, with arrows.
pub(super) fn walk(lang: Lang, walk: &str) -> String {
    walk.split('>').map(|name| step(lang, name)).collect::<Vec<_>>().join(" → ")
}

/// A kind of clock.
pub(super) fn pace(lang: Lang, pace: Pace) -> String {
    let t = t(lang);
    match pace {
        Pace::Urgent => t.msg_pace_urgent(),
        Pace::Utility => t.msg_pace_utility(),
        Pace::General => t.msg_pace_general(),
        Pace::Complex => t.msg_pace_complex(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::flow;

    #[test]
    fn every_step_and_move_of_the_flow_has_words_and_one_that_is_gone_says_so() {
        for lang in [Lang::Zh, Lang::En] {
            for s in &flow().steps {
                let name = s.name.text.as_str();
                assert_ne!(step(lang, name), name);
                assert_ne!(step(lang, name), t(lang).msg_path_step_gone(name), "{name}");
            }
        }
        assert_eq!(walk(Lang::Zh, "look>inspect>closed"), "看 → inspect（改过流程，现在没有这一步了） → 办结");
        assert_eq!(step(Lang::En, "inspect"), "inspect (the flow was changed and has no such step now)");
        assert_eq!(mv(Lang::Zh, "inspection"), "inspection", "a move keeps its name too");
        assert!(walk(Lang::Zh, "look>work>…").ends_with("办 → …"));
    }
}
