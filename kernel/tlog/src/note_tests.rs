//! Notes and checkpoints. The PeterNeumann keys and note are those of the Go reference implementation
//! (golang.org/x/mod/sumdb/note), the others the examples of C2SP signed-note, tlog-checkpoint and tlog-cosignature.

use crate::*;

pub(crate) const VERIFIER: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
pub(crate) const SIGNER: &str = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const TEXT: &str =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const LINE: &str =
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
const POEM: &str = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n\
    — quasimodo.example/salvatore \
    NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";
const SOFA: &str = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
const SOFA_LINES: &str = "\n— example.com/behind-the-sofa \
    Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n\
    — witness.example.com/w1 \
    jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";

fn log() -> Signer {
    Signer::new("log.example/1", KeyKind::Note, &[1; 32]).unwrap()
}

fn witness(seed: u8) -> Signer {
    Signer::new(&format!("witness.example/{seed}"), KeyKind::Cosignature, &[seed; 32]).unwrap()
}

#[test]
fn keys_and_notes_of_the_reference_implementation() {
    let verifier = Verifier::parse(VERIFIER).unwrap();
    let signer = Signer::parse(SIGNER).unwrap();
    assert_eq!((verifier.name(), verifier.id(), verifier.kind()), ("PeterNeumann", 0xc74f_20a3, KeyKind::Note));
    assert_eq!(verifier.to_string(), VERIFIER);
    assert_eq!(signer.verifier(), &verifier);
    assert_eq!(signer.secret_text(), SIGNER);
    let note = Note::new(TEXT, signer.sign(TEXT).unwrap()).unwrap();
    assert_eq!(note.to_string(), format!("{TEXT}\n{LINE}\n"));
    let read = Note::parse(note.to_string().as_bytes()).unwrap();
    assert_eq!(read, note);
    let known = [verifier];
    let verified = read.verify(&known).unwrap();
    assert_eq!(verified.by, [VerifiedBy { verifier: &known[0], time: None }]);
    assert!(verified.unknown.is_empty());
}

#[test]
fn examples_of_the_specifications_are_read_and_written() {
    let poem = Note::parse(POEM.as_bytes()).unwrap();
    assert_eq!(poem.to_string(), POEM);
    assert!(poem.text().ends_with(":\n\ned è subito sera.\n"));
    assert_eq!(poem.signatures()[0].name(), "quasimodo.example/salvatore");
    assert_eq!(poem.signatures()[0].id(), 0x367b_a04b);
    let sofa = format!("{SOFA}{SOFA_LINES}");
    let note = Note::parse(sofa.as_bytes()).unwrap();
    assert_eq!(note.to_string(), sofa);
    let checkpoint = Checkpoint::parse(note.text()).unwrap();
    assert_eq!((checkpoint.origin(), checkpoint.size()), ("example.com/behind-the-sofa", 20_852_163));
    assert_eq!(checkpoint.to_string(), SOFA);
    // the time of the example's cosignature
    assert_eq!(note.signatures()[1].bytes()[..8], 1_679_315_147u64.to_be_bytes());
    assert_eq!(note.signatures()[1].bytes().len(), 8 + 64);
}

#[test]
fn other_notes_are_refused() {
    use NoteFault::*;
    let with = |lines: usize| format!("{TEXT}\n{}", format!("{LINE}\n").repeat(lines));
    let table = [
        (String::new(), NoNewline),
        ("\n".into(), NoSignatures),
        (TEXT.into(), NoSignatures),
        (format!("{TEXT}\n"), NoSignatures),
        (format!("{TEXT}{LINE}\n"), NoSignatures),
        (format!("\n{LINE}\n"), NoSignatures),
        (format!("{TEXT}\n{LINE}"), NoNewline),
        (format!("{TEXT}\n{LINE}\n\n"), NoSignatures),
        (format!("{TEXT}\n{LINE}\nmore\n"), SignatureForm),
        (format!("{TEXT}\n- PeterNeumann x08go/Y=\n"), SignatureForm),
        (format!("{TEXT}\n—PeterNeumann x08go/Y=\n"), SignatureForm),
        (format!("{TEXT}\n— PeterNeumann\n"), SignatureForm),
        (format!("{TEXT}\n—  x08go/Y=\n"), SignatureName),
        (format!("{TEXT}\n— Peter+Neumann x08go/Y=\n"), SignatureName),
        (format!("{TEXT}\n— PeterNeumann x08go/Y= \n"), SignatureBytes),
        (format!("{TEXT}\n— PeterNeumann x08go/Y\n"), SignatureBytes),
        (format!("{TEXT}\n— PeterNeumann x08gow==\n"), SignatureBytes),
        (format!("{TEXT}\n— PeterNeumann \n"), SignatureBytes),
        (format!("a\tb\n\n{LINE}\n"), Control),
        (format!("a\r\n\n{LINE}\n"), Control),
        (with(17), TooManySignatures),
        (format!("{}{}", "a".repeat(65_536), with(1)), TooLong),
    ];
    for (note, fault) in table {
        assert_eq!(Note::parse(note.as_bytes()), Err(fault), "{}", note.chars().take(80).collect::<String>());
    }
    assert_eq!(Note::parse(b"\xff\n\n\xe2\x80\x94 a AAAAAAA=\n"), Err(NotUtf8));
    assert_eq!(Note::parse(with(16).as_bytes()).map(|note| note.signatures().len()), Ok(16));
    let signature = Signature::parse(LINE).unwrap();
    assert_eq!(Note::new("a", signature.clone()), Err(NoNewline));
    assert_eq!(Note::new("\u{7}\n", signature.clone()), Err(Control));
    let longest = format!("{}\n", "a".repeat(65_536 - LINE.len() - 3));
    assert_eq!(Note::new(&longest, signature.clone()).map(|note| note.to_string().len()), Ok(65_536));
    assert_eq!(Note::new(&format!("a{longest}"), signature), Err(TooLong));
}

#[test]
fn unknown_signatures_are_kept_and_bad_ones_of_known_keys_refuse_the_note() {
    let (one, two, stranger) = (witness(1), witness(2), witness(9));
    let note = Note::new(SOFA, stranger.cosign(SOFA, 5).unwrap()).unwrap();
    let known = [one.verifier().clone(), two.verifier().clone(), log().verifier().clone()];
    assert_eq!(note.verify(&known), Err(NoteFault::NoKnownSignature));
    assert_eq!(note.verify(&[]), Err(NoteFault::NoKnownSignature));
    let note = note.with(two.cosign(SOFA, 7).unwrap()).unwrap();
    let verified = note.verify(&known).unwrap();
    assert_eq!(verified.by, [VerifiedBy { verifier: &known[1], time: Some(7) }]);
    assert_eq!(verified.unknown, [&note.signatures()[0]]);
    // same name, other key: unknown, since the id differs
    let namesake = Signer::new("witness.example/1", KeyKind::Cosignature, &[3; 32]).unwrap();
    let note = note.with(namesake.cosign(SOFA, 7).unwrap()).unwrap();
    assert_eq!(note.verify(&known).map(|verified| verified.unknown.len()), Ok(2));
    // same id, other name: unknown as well
    let renamed = note.to_string().replace("witness.example/2", "witness.example/4");
    assert_eq!(Note::parse(renamed.as_bytes()).unwrap().verify(&known), Err(NoteFault::NoKnownSignature));
    // a good signature under another text
    let other = format!("{SOFA}more\n");
    let note = note.with(one.cosign(&other, 7).unwrap()).unwrap();
    assert_eq!(note.verify(&known), Err(NoteFault::BadSignature));
    let text = note.to_string();
    for line in text.lines().filter(|line| line.contains("witness.example/2")) {
        for (from, to) in [("A", "B"), ("=", ""), (" ", "  ")] {
            let altered = text.replace(line, &line.replace(from, to));
            let refused = Note::parse(altered.as_bytes()).is_ok_and(|note| note.verify(&known).is_ok());
            assert!(!refused, "{from}");
        }
    }
}

#[test]
fn a_key_counts_once_and_two_keys_never_as_one() {
    let one = witness(1);
    let (early, late) = (one.cosign(SOFA, 5).unwrap(), one.cosign(SOFA, 6).unwrap());
    let note = Note::parse(format!("{SOFA}\n{late}\n{early}\n").as_bytes()).unwrap();
    let known = [one.verifier().clone(), one.verifier().clone()];
    let verified = note.verify(&known).unwrap();
    assert_eq!(verified.by, [VerifiedBy { verifier: &known[0], time: Some(6) }]);
    // signing again takes the place of the earlier signatures
    let again = note.with(one.cosign(SOFA, 8).unwrap()).unwrap();
    assert_eq!(again.signatures().len(), 1);
    let mut full = again;
    for seed in 10..25 {
        full = full.with(witness(seed).cosign(SOFA, 8).unwrap()).unwrap();
    }
    assert_eq!(full.signatures().len(), 16);
    assert_eq!(full.with(witness(25).cosign(SOFA, 8).unwrap()), Err(NoteFault::TooManySignatures));
}

#[test]
fn cosignatures_are_for_checkpoints_and_times() {
    let (log, one) = (log(), witness(1));
    assert_eq!(log.cosign(SOFA, 1), Err(NoteFault::WrongKind));
    assert_eq!(one.sign(SOFA), Err(NoteFault::WrongKind));
    assert_eq!(one.cosign(TEXT, 1), Err(NoteFault::NotACheckpoint));
    assert_eq!(one.cosign(SOFA, 1 << 63), Err(NoteFault::Time));
    assert!(one.cosign(SOFA, (1 << 63) - 1).is_ok());
    let signature = one.cosign(SOFA, 1_679_315_147).unwrap();
    // the message is what the specification shows; its signature by the plain key is the cosignature's
    let plain = Signer::new("a", KeyKind::Note, &[1; 32]).unwrap();
    let message = format!("cosignature/v1\ntime 1679315147\n{SOFA}");
    assert_eq!(signature.bytes()[..8], [0, 0, 0, 0, 0x64, 0x18, 0x50, 0xcb]);
    assert_eq!(signature.bytes()[8..], *plain.sign(&message).unwrap().bytes());
    // another time in front of the same signature is not good, a time beyond all times not even looked at
    let known = [one.verifier().clone()];
    for (time, fault) in [(1_679_315_148u64, NoteFault::BadSignature), (u64::MAX, NoteFault::Time)] {
        let mut bytes = signature.bytes().to_vec();
        bytes[..8].copy_from_slice(&time.to_be_bytes());
        let note = Note::new(SOFA, Signature::by(one.verifier(), bytes)).unwrap();
        assert_eq!(note.verify(&known), Err(fault));
    }
    for length in [1, 7, 8, 64, 71, 73] {
        let note = Note::new(SOFA, Signature::by(one.verifier(), vec![0; length])).unwrap();
        assert_eq!(note.verify(&known), Err(NoteFault::BadSignature), "{length}");
    }
}

#[test]
fn other_checkpoints_are_refused() {
    use CheckpointFault::*;
    let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    let table = [
        (String::new(), NoNewline),
        (format!("a\n1\n{root}"), NoNewline),
        ("\n".into(), TooFewLines),
        ("a\n1\n".into(), TooFewLines),
        (format!("\n1\n{root}\n"), Origin),
        (format!("a\tb\n1\n{root}\n"), Control),
        (format!("a\n\n{root}\n"), Size),
        (format!("a\n01\n{root}\n"), Size),
        (format!("a\n00\n{root}\n"), Size),
        (format!("a\n+1\n{root}\n"), Size),
        (format!("a\n-1\n{root}\n"), Size),
        (format!("a\n 1\n{root}\n"), Size),
        (format!("a\n1.0\n{root}\n"), Size),
        (format!("a\n١\n{root}\n"), Size),
        (format!("a\n18446744073709551616\n{root}\n"), SizeTooLarge),
        ("a\n1\n\n".into(), Root),
        ("a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n".into(), Root),
        ("a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n".into(), Root),
        ("a\n1\nCsUYapGGPo4dkMgIAUqom_Xajj7h2fB2MPA3j2jxq2I=\n".into(), Root),
        ("a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jx\n".into(), Root),
        (format!("a\n0\n{root}\n"), NotTheEmptyRoot),
        (format!("a\n1\n{root}\n\n"), Extension),
        (format!("a\n1\n{root}\n\nb\n"), Extension),
        (format!("a\n1\n{root}\nb\u{1}\n"), Control),
    ];
    for (text, fault) in table {
        assert_eq!(Checkpoint::parse(&text), Err(fault), "{text:?}");
    }
    assert_eq!(Checkpoint::new("", 1, [0; 32]), Err(Origin));
    assert_eq!(Checkpoint::new("a\nb", 1, [0; 32]), Err(Control));
    assert_eq!(Checkpoint::new("a", 0, [0; 32]), Err(NotTheEmptyRoot));
    let checkpoint = Checkpoint::new("a", 0, EMPTY_ROOT).unwrap();
    assert_eq!(checkpoint.to_string(), "a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
    assert_eq!(checkpoint.clone().with_extension(""), Err(Extension));
    assert_eq!(checkpoint.clone().with_extension("b\nc"), Err(Control));
    let extended = checkpoint.with_extension("b").and_then(|it| it.with_extension("c d")).unwrap();
    assert_eq!(extended.extensions(), ["b", "c d"]);
    assert_eq!(Checkpoint::parse(&extended.to_string()), Ok(extended));
}

#[test]
fn a_checkpoint_opens_only_when_its_log_signed_it() {
    let (log, one, two) = (log(), witness(1), witness(2));
    let checkpoint = Checkpoint::new("log.example/1", 7, [7; 32]).unwrap();
    let text = checkpoint.to_string();
    let known = [one.verifier().clone(), two.verifier().clone()];
    let open =
        |note: &Note, origin: &str| Checkpoint::open(note.to_string().as_bytes(), origin, log.verifier(), &known);
    let witnessed = Note::new(&text, one.cosign(&text, 9).unwrap()).unwrap();
    assert_eq!(open(&witnessed, "log.example/1"), Err(CheckpointFault::NotByTheLog));
    let signed = witnessed.with(log.sign(&text).unwrap()).unwrap();
    let opened = open(&signed, "log.example/1").unwrap();
    assert_eq!(opened.checkpoint, checkpoint);
    assert_eq!(opened.cosigned, [(one.verifier().clone(), 9)]);
    assert_eq!(open(&signed, "log.example/2"), Err(CheckpointFault::OtherOrigin));
    let stranger = Checkpoint::open(signed.to_string().as_bytes(), "log.example/1", two.verifier(), &[]);
    assert_eq!(stranger, Err(CheckpointFault::Note(NoteFault::NoKnownSignature)));
    let unlike = Note::new(TEXT, log.sign(TEXT).unwrap()).unwrap();
    assert_eq!(open(&unlike, "log.example/1"), Err(CheckpointFault::TooFewLines));
    assert_eq!(
        Checkpoint::open(b"", "log.example/1", log.verifier(), &known),
        Err(CheckpointFault::Note(NoteFault::NoNewline))
    );
}

#[test]
fn two_known_keys_of_one_name_and_id_are_refused() {
    // found by trial: the id has only 32 bits
    let [one, two] = [18_329u64, 84_706].map(|n| {
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&n.to_be_bytes());
        Signer::new("a", KeyKind::Note, &seed).unwrap()
    });
    assert_eq!(one.verifier().id(), two.verifier().id());
    assert_ne!(one.verifier(), two.verifier());
    let note = Note::new(TEXT, one.sign(TEXT).unwrap()).unwrap();
    let known = [one.verifier().clone(), two.verifier().clone()];
    assert_eq!(note.verify(&known), Err(NoteFault::AmbiguousKeys));
    assert!(note.verify(&known[..1]).is_ok());
    assert_eq!(note.verify(&known[1..]), Err(NoteFault::BadSignature));
}
