//! Why the public log does not give a program what it asked for.

use crate::texts::t;

lianxin_base::refusals! {
    /// Why a tile, the checkpoint or a receipt of the public log is not given.
    t,
    /// An address no tile has: another form, another level, a number beyond 64 bits.
    NoTilePath "journal.tile_path" 404 "" msg_no_tile_path,
    /// A tile the log does not reach yet, or not in this width.
    NoTileYet "journal.tile_beyond" 404 "" msg_no_tile_yet,
    /// Nothing is signed yet.
    NoCheckpointYet "journal.no_checkpoint" 404 "" msg_no_checkpoint_yet,
    /// No act has this mark.
    NoReceipt "journal.no_receipt" 404 "" msg_no_receipt,
    /// A proof in a tree that is not signed yet.
    LaterTree "journal.later_tree" 422 "" msg_later_tree,
    /// A proof in a tree that ended before the act.
    EarlierTree "journal.earlier_tree" 422 "" msg_earlier_tree,
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::{Lang, Refuse as _};

    #[test]
    fn each_has_a_sentence_and_is_a_4xx() {
        for refusal in REFUSALS {
            assert!(refusal.say(Lang::Zh).ends_with('。') && refusal.say(Lang::En).ends_with('.'), "{refusal:?}");
            assert!((400..500).contains(&refusal.status()), "{refusal:?}");
        }
    }
}
